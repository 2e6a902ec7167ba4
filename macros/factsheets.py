"""The page that lists all fact sheets and bundles, and which routes each bundle holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.factsheet import woorden
from macros.feiten import datum
from macros.kennisbank import Kennisbank
from macros.overzicht import aantal
from macros.status import status


@dataclass(frozen=True)
class Bundel:
    """Several sheets in one PDF. `soort`: alle, stadsdeel or niveau."""

    id: str
    soort: str
    titel: str
    routes: tuple[str, ...]
    telling: str


@dataclass(frozen=True)
class Groep:
    """The bundles of one kind below their heading."""

    kop: str
    bundels: list[Bundel]


@dataclass(frozen=True)
class BladRegel:
    """A line of the list: a route with its two sheets."""

    id: str
    naam: str
    adres: str
    herkomst: str
    status: str
    gecontroleerd: str


@dataclass(frozen=True)
class FactsheetsPagina:
    """The page /factsheets/."""

    titel: str
    omschrijving: str
    groepen: list[Groep]
    regels: list[BladRegel]


def bundels(kb: Kennisbank) -> list[Bundel]:
    """Every bundle that holds at least one route: all routes, a stadsdeel, a niveau."""
    woorden = kb.weergave.teksten
    gevonden = [("alle-routes", "alle", woorden["factsheets-alle"], tuple(kb.routes))]
    gevonden += [
        (
            f"stadsdeel-{gebied.id}",
            "stadsdeel",
            woorden["factsheets-stadsdeel"].replace("{naam}", gebied.naam),
            _in(kb, gebied.id),
        )
        for gebied in kb.stadsdelen.values()
    ]
    gevonden += [
        (f"niveau-{niveau}", "niveau", woorden["factsheets-niveau"].replace("{naam}", str(niveau)), _op(kb, niveau))
        for niveau in (1, 2, 3, 4)
    ]
    return [
        Bundel(naam, soort, titel, routes, aantal(len(routes), "route", "routes"))
        for naam, soort, titel, routes in gevonden
        if routes
    ]


def _in(kb: Kennisbank, gebied: str) -> tuple[str, ...]:
    """The routes whose school stands in a stadsdeel."""
    return tuple(
        route.id
        for route in kb.routes.values()
        if route.school.waarde
        and gebied in [deel.waarde for deel in kb.scholen[route.school.waarde].stadsdeel.lezingen()]
    )


def _op(kb: Kennisbank, niveau: int) -> tuple[str, ...]:
    """The routes that lead to a niveau, in any reading of the sources."""
    return tuple(
        route.id
        for route in kb.routes.values()
        if any(niveau in (deel.waarde or ()) for deel in route.mbo_niveau.lezingen())
    )


def factsheets(kb: Kennisbank, vandaag: date) -> FactsheetsPagina:
    """The view of /factsheets/."""
    soorten: dict[str, list[Bundel]] = {}
    for bundel in bundels(kb):
        soorten.setdefault(bundel.soort, []).append(bundel)
    regels = [
        BladRegel(
            route.id,
            route.naam,
            f"leerroutes/{route.id}/",
            kb.herkomst("routes", route, "naam"),
            status(kb, route, vandaag).zin,
            datum(route.gecontroleerd_op),
        )
        for route in kb.routes.values()
    ]
    return FactsheetsPagina(
        "Factsheets",
        "Van elke leerroute een blad van één A4 om te printen, ook in een versie voor leerlingen en ouders.",
        [Groep(kb.weergave.teksten[f"factsheets-kop-{soort}"], lijst) for soort, lijst in soorten.items()],
        regels,
    )


# What the print view says, from weergave.yml as `factsheets-<naam>`; {…} is filled in.
SELECTIE = ("klaar", "geen", "bezig", "mislukt")


@dataclass(frozen=True)
class Selectie:
    """The page /factsheets/selectie/: the ids that it can print, and its words."""

    titel: str
    omschrijving: str
    bekend: str
    teksten: dict[str, str]
    kruimels: tuple[tuple[str, str], ...]


def selectie(kb: Kennisbank, vandaag: date) -> Selectie:
    """The view of /factsheets/selectie/; its sheets are files of their own."""
    teksten = {naam: kb.weergave.teksten[f"factsheets-{naam}"] for naam in SELECTIE}
    return Selectie(
        "Print een selectie",
        "Print de factsheets van de leerroutes die u koos, elk op een eigen A4.",
        " ".join(kb.routes),
        teksten | {f"woord-{naam}": tekst for naam, tekst in woorden(kb).items()},
        (("factsheets/", "Factsheets"), ("", "Print een selectie")),
    )
