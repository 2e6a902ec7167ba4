"""What stops a publication: a publisher that is not settled, or records that disappear in numbers."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from macros.geschiedenis import Gitfout, Stand, laatst_gepubliceerd, nu, toen
from macros.kennisbank import Kennisbank
from macros.loader import lees
from macros.messages import BOUW
from macros.standen import Gelezen

MEEST = 0.10  # of the records may go at once
EIGEN_COMPUTER = (None, "localhost", "127.0.0.1", "::1")


def bezwaar(kb: Kennisbank, wortel: Path, adres: str, minder: bool) -> str | None:
    """Why this may not be published at `adres`, or None. `minder`: somebody said that it is right that records go.

    Records are counted against the version that was published last, so that a refusal holds for later changes too.
    """
    if kb.uitgever.voorlopig == "ja":
        return BOUW["voorlopig"]
    if kb.uitgever.naam.startswith("["):
        return BOUW["zonder-naam"].format(naam=kb.uitgever.naam)
    if urlsplit(adres).hostname in EIGEN_COMPUTER:
        return BOUW["eigen-computer"].format(adres=adres)
    try:
        vorige = toen(wortel, laatst_gepubliceerd(wortel) or "HEAD^")
    except Gitfout:  # the first commit, or a checkout without a past
        return None
    oud, nieuw = aantal(vorige), aantal(nu(wortel))
    if minder or nieuw >= oud * (1 - MEEST):
        return None
    return BOUW["minder"].format(oud=oud, nieuw=nieuw)


def aantal(stand: Stand) -> int:
    """How many records stand in these files."""
    return len(Gelezen({naam: lees(naam, inhoud) for naam, inhoud in stand.items()}).records)
