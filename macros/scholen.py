"""Schools and areas: a page each, and the list of all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Verwijzing, Waarde, bronregel, datum
from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.model_school import School
from macros.overzicht import aantal
from macros.plattegrond import Tekening, kaart_van_school, tekening
from macros.routes import van_naar
from macros.schrijver import Schrijver
from macros.status import status

# In this order on the page of a school; what a record leaves out of the last group is not missed.
VAST = ("straat", "postcode", "plaats", "stadsdeel", "vestigingsnummer", "breedtegraad", "lengtegraad")
EXTRA = ("bestuur", "bestuur_nu", "bestaat_nu", "website", "toelichting")


@dataclass(frozen=True)
class Naam:
    """Another name of a school and what kind of name it is."""

    naam: str
    toelichting: str
    herkomst: str


@dataclass(frozen=True)
class SchoolPagina:
    """The page of one school."""

    titel: str
    omschrijving: str
    herkomst: str
    inleiding: str
    routes: list[Verwijzing]
    doet_mee: list[Verwijzing]
    waarden: list[Waarde]
    namen: list[Naam]
    kaart: Tekening | None
    gecontroleerd: str
    kruimels: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class StadsdeelPagina:
    """The page of one area, an empty one included."""

    titel: str
    omschrijving: str
    herkomst: str
    soort: str
    inleiding: str
    scholen: list[Verwijzing]
    routes: list[Verwijzing]
    waarden: list[Waarde]
    kaart: Tekening
    gecontroleerd: str
    bron: Bronregel
    kruimels: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ScholenLijst:
    """The page with all schools and areas."""

    titel: str
    omschrijving: str
    scholen: list[Verwijzing]
    stadsdelen: list[Verwijzing]


def naar_route(kb: Kennisbank, route: Route, vandaag: date) -> Verwijzing:
    """A link to a route, with from → to and its status."""
    stand = status(kb, route, vandaag)
    detail = f"{van_naar(Schrijver(kb, 'routes', route))}. {stand.woord}, gegevens uit {stand.schooljaar}."
    return Verwijzing(route.naam, f"leerroutes/{route.id}/", detail, kb.herkomst("routes", route, "naam"))


def naar_school(kb: Kennisbank, school: School) -> Verwijzing:
    """A link to a school, with its area and number of routes."""
    stadsdeel = Schrijver(kb, "scholen", school).waarde("stadsdeel")
    eigen, mee = len(kb.routes_van_school(school.id)), len(kb.routes_met_school(school.id))
    telling = [aantal(eigen, "route", "routes")] if eigen or not mee else []
    if mee:
        telling.append(f"doet mee aan {aantal(mee, 'route', 'routes')} van een andere school")
    detail = ", ".join([stadsdeel.tekst or "stadsdeel onbekend", *telling])
    return Verwijzing(school.naam, f"scholen/{school.id}/", detail, kb.herkomst("scholen", school, "naam"))


def school_pagina(kb: Kennisbank, vandaag: date, kenmerk: str) -> SchoolPagina:
    """The view of one school; raises KeyError for an unknown id."""
    school = kb.scholen[kenmerk]
    schrijver = Schrijver(kb, "scholen", school)
    routes, mee = kb.routes_van_school(kenmerk), kb.routes_met_school(kenmerk)
    extra = [waarde for veld in EXTRA if not (waarde := schrijver.waarde(veld)).stil]
    precisie = schrijver.gewoon("precisie", kb.weergave.waarden[school.precisie], label="De coördinaten wijzen naar")
    telling = aantal(len(routes), "doorlopende leerroute", "doorlopende leerroutes")
    deelname = f" Zij doet mee aan {aantal(len(mee), 'route', 'routes')} van een andere school." if mee else ""
    return SchoolPagina(
        titel=school.naam,
        omschrijving=f"{school.naam} in Amsterdam: {telling}, adres, bestuur en andere namen.",
        herkomst=kb.herkomst("scholen", school, "naam"),
        inleiding=f"In onze gegevens heeft deze school {telling}.{deelname}",
        routes=[naar_route(kb, route, vandaag) for route in routes],
        doet_mee=[naar_route(kb, route, vandaag) for route in mee],
        waarden=[*(schrijver.waarde(veld) for veld in VAST), precisie, *extra],
        namen=[
            Naam(naam.naam, naam.toelichting, kb.herkomst("scholen", school, f"andere_namen.{n}"))
            for n, naam in enumerate(school.andere_namen)
        ],
        kaart=kaart_van_school(kb, school),
        gecontroleerd=datum(school.gecontroleerd_op),
        kruimels=(("scholen/", "Scholen en stadsdelen"), ("", school.naam)),
    )


def stadsdeel_pagina(kb: Kennisbank, vandaag: date, kenmerk: str) -> StadsdeelPagina:
    """The view of one area; raises KeyError for an unknown id."""
    gebied = kb.stadsdelen[kenmerk]
    scholen = kb.scholen_in(kenmerk)
    routes = [route for school in scholen for route in kb.routes_van_school(school.id)]
    telling = f"{aantal(len(routes), 'route', 'routes')} op {aantal(len(scholen), 'school', 'scholen')}"
    soort = kb.weergave.waarden[gebied.soort]
    leeg = "Hier is in onze gegevens geen route. Wij tellen naar het adres van de vmbo-school."
    toelichting = Schrijver(kb, "stadsdelen", gebied).waarde("toelichting")
    bron = bronregel(kb, van_record(gebied))
    return StadsdeelPagina(
        titel=f"{soort.capitalize()} {gebied.naam}",
        omschrijving=f"Doorlopende leerroutes in Amsterdam {gebied.naam}: {telling}.",
        herkomst=kb.herkomst("stadsdelen", gebied, "naam"),
        soort=gebied.soort,
        inleiding=f"{telling}. Wij tellen naar het adres van de vmbo-school." if routes else leeg,
        scholen=[naar_school(kb, school) for school in scholen],
        routes=[naar_route(kb, route, vandaag) for route in routes],
        waarden=[] if toelichting.onbekend else [toelichting],
        kaart=tekening(kb, f"Kaart van Amsterdam met {gebied.naam} erop", gebied=kenmerk),
        gecontroleerd=datum(gebied.gecontroleerd_op),
        bron=bron,
        kruimels=(("scholen/", "Scholen en stadsdelen"), ("", gebied.naam)),
    )


def scholen_lijst(kb: Kennisbank, vandaag: date) -> ScholenLijst:
    """The view of /scholen/."""
    gebieden = [
        Verwijzing(
            gebied.naam, f"stadsdelen/{gebied.id}/", _gebied(kb, gebied.id), kb.herkomst("stadsdelen", gebied, "naam")
        )
        for gebied in kb.stadsdelen.values()
    ]
    return ScholenLijst(
        "Scholen en stadsdelen",
        "Alle vmbo-scholen met een doorlopende leerroute, en de stadsdelen.",
        [naar_school(kb, school) for school in kb.scholen.values()],
        gebieden,
    )


def _gebied(kb: Kennisbank, kenmerk: str) -> str:
    scholen = kb.scholen_in(kenmerk)
    routes = sum(len(kb.routes_van_school(school.id)) for school in scholen)
    return aantal(routes, "route", "routes") if routes else "geen route in onze gegevens"
