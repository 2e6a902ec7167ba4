"""The change log of data/: which facts changed on which day, as git knows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from macros.feiten import datum, ingevuld
from macros.geschiedenis import Gitfout, git, nu, stappen
from macros.kennisbank import DATA, Kennisbank
from macros.loader import lees_eens
from macros.standen import Gelezen
from macros.verslag import kort
from macros.wijzigingen import wijzigingen

MEEST, TOON, LENGTE = 30, 20, 300  # commits on the page, lines a commit, characters a line


@dataclass(frozen=True)
class Ronde:
    """What one change of the data brought; `meer` tells of lines that are not shown."""

    hash: str
    dag: date
    kop: str
    zinnen: list[str]
    meer: str


@dataclass(frozen=True)
class Logboek:
    """The page /open-data/wijzigingen/; `geen` says why there is no list."""

    titel: str
    omschrijving: str
    rondes: list[Ronde]
    geen: str
    volgen: str
    feed: str
    kruimels: tuple[tuple[str, str], ...]


def logboek(kb: Kennisbank, vandaag: date) -> Logboek:
    """The view of /open-data/wijzigingen/ and of its feed, up to the commit that is built."""
    teksten = kb.weergave.teksten
    alle = rondes(DATA.parent)
    return Logboek(
        "Wijzigingen in de gegevens",
        "Wat er in de gegevens van deze site veranderde, per dag en per gegeven, nieuwste eerst.",
        [_ronde(*ronde, teksten) for ronde in alle],
        "" if alle else teksten["logboek-geen"],
        teksten["logboek-volgen"],
        "open-data/wijzigingen.xml",
        (("open-data/", "Open data"), ("", "Wijzigingen")),
    )


def rondes(wortel: Path) -> list[tuple[str, date, list[str]]]:
    """Hash, day and sentences of the latest commits that changed a fact; empty where there is no git."""
    try:
        kop = git(wortel, "rev-parse", "HEAD").decode().strip()
    except Gitfout:
        return []
    return _rondes(wortel, kop)


@cache
def _rondes(wortel: Path, kop: str) -> list[tuple[str, date, list[str]]]:
    namen = Gelezen({naam: lees_eens(naam, inhoud) for naam, inhoud in nu(wortel).items()})
    gevonden = []
    for stap in stappen(wortel, kop, MEEST):
        alle = wijzigingen(stap.oud, stap.nieuw, namen)
        zinnen = [w.zin() for w in alle if w.soort not in ("opmaak", "onleesbaar")]
        if zinnen:
            gevonden.append((stap.hash, stap.dag, zinnen))
    return gevonden


def _ronde(hash_: str, dag: date, zinnen: list[str], teksten: dict[str, str]) -> Ronde:
    aantal = teksten["logboek-een"] if len(zinnen) == 1 else ingevuld(teksten["logboek-meer"], aantal=len(zinnen))
    over = len(zinnen) - TOON
    meer = ingevuld(teksten["logboek-alles"], aantal=over) if over > 0 else ""
    return Ronde(hash_, dag, f"{datum(dag)}: {aantal}", [kort(zin, LENGTE) for zin in zinnen[:TOON]], meer)
