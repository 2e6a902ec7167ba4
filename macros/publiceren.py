"""What stops a publication: a publisher that is not settled, or records that disappear in numbers."""

from __future__ import annotations

from pathlib import Path

from macros.geschiedenis import Gitfout, Stand, nu, toen
from macros.kennisbank import Kennisbank
from macros.loader import lees
from macros.messages import BOUW
from macros.standen import Gelezen

MEEST = 0.10  # of the records may go at once


def bezwaar(kb: Kennisbank, wortel: Path, minder: bool) -> str | None:
    """Why this may not be published, or None. `minder`: somebody said that it is right that records disappear."""
    if kb.uitgever.voorlopig == "ja":
        return BOUW["voorlopig"]
    try:
        vorige = toen(wortel, "HEAD^")
    except Gitfout:  # the first commit, or a checkout without a past
        return None
    oud, nieuw = aantal(vorige), aantal(nu(wortel))
    if minder or nieuw >= oud * (1 - MEEST):
        return None
    return BOUW["minder"].format(oud=oud, nieuw=nieuw)


def aantal(stand: Stand) -> int:
    """How many records stand in these files."""
    return len(Gelezen({naam: lees(naam, inhoud) for naam, inhoud in stand.items()}).records)
