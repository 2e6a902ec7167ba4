"""The map: areas by number of routes, schools and mbo locations at their place, and the list that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Verwijzing, Waarde, bronregel
from macros.filters import Filter, filters, kenmerken
from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.model_school import School
from macros.overzicht import aantal
from macros.plattegrond import KLASSEN, Tekening, locaties, op_kaart, routes_in, tekening
from macros.scholen import naar_route
from macros.schrijver import ADRES, Schrijver

# What a visitor can choose on the map, and the words of its script in weergave.yml (`kaart-<naam>`).
KEUZES = ("type", "niveau", "fase")
TEKSTEN = ("alles", "telling", "geen", "een", "meer", "sluit", "toon", "groter", "kleiner", "kaart", "mbo")


@dataclass(frozen=True)
class RouteRegel:
    """A route in the list, with the values it can be chosen by."""

    route: Verwijzing
    kenmerken: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SchoolRegel:
    """A school in the list with its routes; `precisie` says where its point lies."""

    id: str
    school: Verwijzing
    adres: Waarde
    precisie: str
    op_kaart: bool
    routes: list[RouteRegel]


@dataclass(frozen=True)
class GebiedRegel:
    """An area in the list."""

    id: str
    naam: str
    link: Verwijzing
    telling: str
    scholen: list[SchoolRegel]


@dataclass(frozen=True)
class MboRegel:
    """A mbo location in the list."""

    id: str
    naam: str
    adres: str
    precisie: str
    bron: Bronregel | None
    herkomst: str


@dataclass(frozen=True)
class Kaart:
    """The page /leerroutes/kaart/."""

    titel: str
    omschrijving: str
    tekening: Tekening
    legenda: list[tuple[int, str]]
    gebieden: list[GebiedRegel]
    zonder_plek: list[SchoolRegel]
    zonder_school: list[RouteRegel]
    mbo: list[MboRegel]
    keuzes: list[Filter]
    teksten: dict[str, str]
    kruimels: tuple[tuple[str, str], ...]


def kaart(kb: Kennisbank, vandaag: date) -> Kaart:
    """The view of /leerroutes/kaart/."""
    gebieden = [
        GebiedRegel(
            gebied.id,
            gebied.naam,
            Verwijzing(
                gebied.naam, ADRES["stadsdelen"].format(gebied.id), "", kb.herkomst("stadsdelen", gebied, "naam")
            ),
            telling(kb, routes_in(kb, gebied.id)),
            [_school(kb, school, vandaag) for school in kb.scholen_in(gebied.id) if kb.routes_van_school(school.id)],
        )
        for gebied in kb.stadsdelen.values()
    ]
    zonder = [school for school in kb.scholen.values() if school.stadsdeel.waarde is None]
    return Kaart(
        "Kaart van de leerroutes",
        "Waar in Amsterdam doorlopende leerroutes zijn, per stadsdeel en per school.",
        tekening(kb, "Kaart van Amsterdam met het aantal leerroutes per stadsdeel"),
        [(nummer, _klasse_naam(kb, van, tot)) for nummer, (van, tot) in enumerate(KLASSEN)],
        gebieden,
        [_school(kb, school, vandaag) for school in zonder if kb.routes_van_school(school.id)],
        [_route(kb, route, vandaag) for route in kb.routes.values() if route.school.waarde is None],
        _mbo(kb),
        [deel for deel in filters(kb) if deel.naam in KEUZES],
        {naam: kb.weergave.teksten[f"kaart-{naam}"] for naam in TEKSTEN},
        (("leerroutes/", "Leerroutes"), ("", "Kaart")),
    )


def telling(kb: Kennisbank, n: int) -> str:
    """`geen route`, `1 route`, `4 routes`."""
    return aantal(n, "route", "routes") if n else kb.weergave.teksten["kaart-geen"]


def _klasse_naam(kb: Kennisbank, van: int, tot: int | None) -> str:
    if van == tot:
        return telling(kb, van)
    return f"{van} of meer routes" if tot is None else f"{van} tot en met {tot} routes"


def _school(kb: Kennisbank, school: School, vandaag: date) -> SchoolRegel:
    s = Schrijver(kb, "scholen", school)
    routes = [_route(kb, route, vandaag) for route in kb.routes_van_school(school.id)]
    link = Verwijzing(school.naam, ADRES["scholen"].format(school.id), "", kb.herkomst("scholen", school, "naam"))
    precisie = kb.weergave.teksten[f"kaart-precisie-{school.precisie}"]
    return SchoolRegel(school.id, link, s.waarde("straat", "Adres"), precisie, op_kaart(school), routes)


def _route(kb: Kennisbank, route: Route, vandaag: date) -> RouteRegel:
    waarden = kenmerken(kb, route)
    return RouteRegel(naar_route(kb, route, vandaag), tuple((naam, " ".join(waarden[naam])) for naam in KEUZES))


def _mbo(kb: Kennisbank) -> list[MboRegel]:
    return [
        MboRegel(
            kenmerk,
            naam,
            ", ".join(filter(None, (plek.adres, f"{plek.postcode[:4]} {plek.postcode[4:]} Amsterdam"))),
            kb.weergave.teksten[f"kaart-precisie-{plek.precisie}"],
            bronregel(kb, plek),
            herkomst,
        )
        for kenmerk, naam, plek, herkomst in locaties(kb)
    ]
