"""The home page, the list of all pages, and the start of the stappenplan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Verwijzing
from macros.kennisbank import Kennisbank
from macros.model_bron import Label
from macros.model_route import Route
from macros.overzicht import jaren, overzicht
from macros.route_secties import sectie
from macros.scholen import naar_route, naar_school, scholen_lijst
from macros.schrijver import Schrijver

# What a director arranges, in the order of weergave.yml, until the stappenplan is there.
ONDERWERPEN = ("doelgroep", "opbouw", "examens", "geld", "organisatie", "administratie")


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
            ("Algemeen", [Verwijzing(p.naam, p.id, "", "data/weergave.yml#paginas") for p in kb.weergave.paginas]),
            ("Leerroutes", [naar_route(kb, route, vandaag) for route in kb.routes.values()]),
            ("Scholen", [naar_school(kb, school) for school in kb.scholen.values()]),
            ("Stadsdelen", lijst.stadsdelen),
        ),
    )


def voorloper(kb: Kennisbank, vandaag: date) -> Voorloper:
    """How the routes in our data arranged the subjects that a director must arrange."""
    onderwerpen = []
    for label in kb.weergave.secties:
        if label.id in ONDERWERPEN:
            onderwerpen.append((label.naam, [_naar_sectie(kb, route, label) for route in _met(kb, label)]))
    return Voorloper(
        "Stappenplan",
        "Hoe u een doorlopende leerroute begint: zo regelden Amsterdamse scholen het.",
        tuple(onderwerpen),
    )


def _met(kb: Kennisbank, label: Label) -> list[Route]:
    """The routes whose page has this section."""
    return [route for route in kb.routes.values() if not sectie(Schrijver(kb, "routes", route), label.id, "").leeg]


def _naar_sectie(kb: Kennisbank, route: Route, label: Label) -> Verwijzing:
    detail, herkomst = f"schooljaar {route.schooljaar}", kb.herkomst("routes", route, "naam")
    return Verwijzing(route.naam, f"leerroutes/{route.id}/#{label.id}", detail, herkomst)
