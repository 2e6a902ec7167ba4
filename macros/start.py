"""The home page, and the list of all pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Verwijzing
from macros.kaders import naar_kader
from macros.kennisbank import Kennisbank
from macros.overzicht import jaren, overzicht
from macros.punten import verwijzing
from macros.scholen import naar_route, naar_school, scholen_lijst
from macros.stappenplan import regels


@dataclass(frozen=True)
class Start:
    """What the home page computes: counts, the year of the data, who publishes."""

    titel: str
    omschrijving: str
    telling: str
    jaren: str
    uitgever: str
    routes: list[Verwijzing]
    stappen: int


@dataclass(frozen=True)
class Paginalijst:
    """Every page by kind, for who searches without a script."""

    titel: str
    omschrijving: str
    groepen: tuple[tuple[str, list[Verwijzing]], ...]
    teksten: dict[str, str]


def start(kb: Kennisbank, vandaag: date) -> Start:
    """The view of the home page."""
    return Start(
        "",
        "Doorlopende leerroutes van vmbo naar mbo in Amsterdam: wat er is, wat de wet vraagt en hoe u begint.",
        overzicht(kb, vandaag).telling,
        jaren(kb),
        kb.uitgever.naam,
        [naar_route(kb, route, vandaag) for route in kb.routes.values()],
        len(kb.stappen),
    )


def paginalijst(kb: Kennisbank, vandaag: date) -> Paginalijst:
    """The view of /zoeken/ without a script: every page that has a record."""
    lijst = scholen_lijst(kb, vandaag)
    teksten = {n.removeprefix("zoeken-"): w for n, w in kb.weergave.teksten.items() if n.startswith("zoeken-")}
    rondes = [
        Verwijzing(f"Jaarronde {school.naam}", f"onderhoud/{school.id}/", "", kb.herkomst("scholen", school, "naam"))
        for school in kb.scholen.values()
    ]
    return Paginalijst(
        "Zoeken",
        "Zoek in alle leerroutes, scholen, stadsdelen en bronnen.",
        (
            ("Algemeen", [Verwijzing(p.naam, p.id, "", "data/weergave.yml#paginas") for p in kb.weergave.paginas]),
            ("Stappen", [Verwijzing(r.titel, r.adres, "", "data/stappenplan.yml") for r in regels(kb)]),
            ("Leerroutes", [naar_route(kb, route, vandaag) for route in kb.routes.values()]),
            ("Wat moet en wat mag", [naar_kader(kb, kader) for kader in kb.kaders.values()]),
            ("Modelovereenkomsten", [verwijzing(kb, "overeenkomst", kenmerk) for kenmerk in kb.overeenkomst]),
            ("Scholen", [naar_school(kb, school) for school in kb.scholen.values()]),
            ("Stadsdelen", lijst.stadsdelen),
            ("Begrippen", [verwijzing(kb, "begrippen", kenmerk) for kenmerk in kb.begrippen]),
            ("Jaarronde", rondes),
        ),
        teksten,
    )
