"""The guide for who changes data: which of its ways exist, for without a publisher some do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.kennisbank import Kennisbank


@dataclass(frozen=True)
class Meewerken:
    """The block on /meewerken/: whether the publisher is settled, has a repository to change, and a mailbox."""

    titel: str
    omschrijving: str
    voorlopig: bool
    repository: bool
    postvak: bool


def meewerken(kb: Kennisbank, vandaag: date) -> Meewerken:
    """The view of the block on /meewerken/."""
    wie = kb.uitgever
    return Meewerken(
        "Meewerken",
        "Hoe u de gegevens op deze site verbetert, met of zonder account.",
        wie.voorlopig == "ja",
        bool(wie.repository),
        bool(wie.postvak),
    )
