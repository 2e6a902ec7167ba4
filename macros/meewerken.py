"""The guide for who changes data: which of its ways exist, for without a publisher some do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.kennisbank import Kennisbank


@dataclass(frozen=True)
class Meewerken:
    """The block on /meewerken/: whether there is a repository to change, and any address to tell a mistake."""

    titel: str
    omschrijving: str
    repository: bool
    melden: bool


def meewerken(kb: Kennisbank, vandaag: date) -> Meewerken:
    """The view of the block on /meewerken/."""
    wie = kb.uitgever
    return Meewerken(
        "Meewerken",
        "Hoe u de gegevens op deze site verbetert, met of zonder account.",
        bool(wie.repository),
        bool(wie.repository or wie.postvak),
    )
