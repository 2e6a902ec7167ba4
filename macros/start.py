"""The home page, the list of all pages, and the start of the stappenplan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Verwijzing
from macros.kennisbank import Kennisbank
from macros.overzicht import jaren, overzicht
from macros.scholen import naar_route, naar_school, scholen_lijst


@dataclass(frozen=True)
class Start:
    """What the home page computes: counts, the year of the data, who publishes."""

    titel: str
    omschrijving: str
    telling: str
    jaren: str
    uitgever: str
    routes: list[Verwijzing]


@dataclass(frozen=True)
class Paginalijst:
    """Every page by kind, for who searches without a script."""

    titel: str
    omschrijving: str
    groepen: tuple[tuple[str, list[Verwijzing]], ...]


@dataclass(frozen=True)
class Voorloper:
    """What can be read already on a subject that has no page of its own yet."""

    titel: str
    omschrijving: str
    onderwerpen: tuple[tuple[str, list[Verwijzing]], ...]


def start(kb: Kennisbank, vandaag: date) -> Start:
    """The view of the home page."""
    return Start(
        "",
        "Doorlopende leerroutes van vmbo naar mbo in Amsterdam: wat er is, wat de wet vraagt en hoe u begint.",
        overzicht(kb, vandaag).telling,
        jaren(kb),
        kb.uitgever.naam,
        [naar_route(kb, route, vandaag) for route in kb.routes.values()],
    )


def paginalijst(kb: Kennisbank, vandaag: date) -> Paginalijst:
    """The view of /zoeken/ without a script: every page that has a record."""
    lijst = scholen_lijst(kb, vandaag)
    return Paginalijst(
        "Zoeken",
        "Zoek in alle leerroutes, scholen, stadsdelen en bronnen.",
        (
            ("Leerroutes", [naar_route(kb, route, vandaag) for route in kb.routes.values()]),
            ("Scholen", [naar_school(kb, school) for school in kb.scholen.values()]),
            ("Stadsdelen", lijst.stadsdelen),
        ),
    )


def voorloper(kb: Kennisbank, vandaag: date) -> Voorloper:
    """How the routes in our data arranged the subjects that a director must arrange."""
    onderwerpen = []
    for sectie in kb.weergave.secties:
        if sectie.id not in ("doelgroep", "organisatie", "opbouw", "geld", "examens", "administratie"):
            continue
        onderwerpen.append(
            (
                sectie.naam,
                [
                    Verwijzing(
                        route.naam,
                        f"leerroutes/{route.id}/#{sectie.id}",
                        f"schooljaar {route.schooljaar}",
                        kb.herkomst("routes", route, "naam"),
                    )
                    for route in kb.routes.values()
                ],
            )
        )
    return Voorloper(
        "Stappenplan",
        "Hoe u een doorlopende leerroute begint: zo regelden Amsterdamse scholen het.",
        tuple(onderwerpen),
    )
