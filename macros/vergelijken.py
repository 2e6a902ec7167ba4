"""Routes side by side: every attribute in one order, and whether the routes differ in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from macros.feiten import Bronregel, Waarde, bronregel
from macros.filters import woorden
from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model import Feit
from macros.model_route import Route
from macros.routes import opleidingen_kort
from macros.schrijver import Schrijver
from macros.status import status
from macros.vorm import is_model, langs

# What the script says, from weergave.yml as `vergelijk-<naam>`; {…} is filled in.
TEKSTEN = (
    "verschilt",
    "gelijk",
    "deels",
    "onbekend",
    "telling",
    "te-weinig",
    "dubbel",
    "alleen",
    "minder",
    "kies",
    "geen",
)
# Compared without a script: the routes of this kind.
VOORAF = "geintegreerd"
# Facts with a row of their own, made of more fields.
APART = ("richtingen",)


@dataclass(frozen=True)
class Cel:
    """A value of one route. `groep` is equal where two values of a row are, and empty where it is not known.

    `jaar` is the year of the value, where that is another than the route's.
    """

    waarde: Waarde
    groep: str
    jaar: str


@dataclass(frozen=True)
class Vergelijking:
    """One attribute: its label, a value for every route, and what those shown at first say of each other."""

    kop: str
    cellen: list[Cel]
    oordeel: str


@dataclass(frozen=True)
class Kolom:
    """A route as a column; `vooraf` is shown without a choice."""

    id: str
    naam: str
    adres: str
    vooraf: bool


@dataclass(frozen=True)
class Vergelijken:
    """The page /leerroutes/vergelijken/."""

    titel: str
    omschrijving: str
    kolommen: list[Kolom]
    rijen: list[Vergelijking]
    teksten: dict[str, str]
    kruimels: tuple[tuple[str, str], ...]


def vergelijken(kb: Kennisbank, vandaag: date) -> Vergelijken:
    """The view of /leerroutes/vergelijken/: every route is a column, of which the integrated ones show at first."""
    routes = list(kb.routes.values())
    vooraf = [
        route.id for route in routes if route.type_verkenning.waarde == VOORAF and route.in_verkenning == "tabel-1"
    ]
    bestaand = [kenmerk for kenmerk in vooraf if _fase(kb.routes[kenmerk]) != "ontwikkeling"][:4]
    kolommen = [Kolom(route.id, route.naam, f"leerroutes/{route.id}/", route.id in bestaand) for route in routes]
    getoond = [n for n, kolom in enumerate(kolommen) if kolom.vooraf]
    rijen = []
    for kop, waarden in _rijen(kb, routes, vandaag):
        cellen = _cellen(waarden, routes)
        rijen.append(Vergelijking(kop, cellen, oordeel([cellen[n].groep for n in getoond])))
    return Vergelijken(
        "Vergelijk routes",
        "Twee tot vier leerroutes naast elkaar, met alles wat wij weten in dezelfde volgorde.",
        kolommen,
        rijen,
        {naam: kb.weergave.teksten[f"vergelijk-{naam}"] for naam in TEKSTEN},
        (("leerroutes/", "Leerroutes"), ("", "Vergelijk routes")),
    )


def oordeel(groepen: list[str]) -> str:
    """What values say of each other: `verschilt`, `gelijk`, or that they cannot tell: `deels`, `onbekend`.

    Unknown is no value: it differs from nothing and equals nothing. The browser answers the same
    (docs/javascripts/vergelijken.js; tests/gevallen/vergelijken.json).
    """
    bekend = [groep for groep in groepen if groep]
    if len(set(bekend)) > 1:
        return "verschilt"
    if not bekend:
        return "onbekend"
    return "gelijk" if len(bekend) == len(groepen) else "deels"


def _cellen(waarden: list[Waarde], routes: list[Route]) -> list[Cel]:
    """The cells of a row; equal values share the number of the first of them."""
    teksten = [_tekst(waarde) for waarde in waarden]
    return [
        Cel(
            _met_jaren(waarde, route),
            "" if waarde.onbekend else str(teksten.index(tekst)),
            _jaar(waarde.bron, route) if waarde.tekst or waarde.punten else "",
        )
        for waarde, tekst, route in zip(waarden, teksten, routes, strict=True)
    ]


def _jaar(bron: Bronregel | None, route: Route) -> str:
    """The year of a value; empty where it is that of the route's status, the first row."""
    return bron.jaar if bron and bron.jaar != f"schooljaar {route.schooljaar}" else ""


def _met_jaren(waarde: Waarde, route: Route) -> Waarde:
    """A value of which every reading names its year, where that is not the route's."""
    lezingen = (
        replace(lezing, tekst=f"{lezing.tekst} ({jaar})") if (jaar := _jaar(lezing.bron, route)) else lezing
        for lezing in waarde.lezingen
    )
    return replace(waarde, lezingen=tuple(lezingen))


def _fase(route: Route) -> str | None:
    return route.start.fase_tabel_1.waarde if route.start and route.start.fase_tabel_1 else None


def _rijen(kb: Kennisbank, routes: list[Route], vandaag: date) -> list[tuple[str, list[Waarde]]]:
    """Status first, then the facts in the order of weergave.yml, opleidingen and sources last."""
    schrijvers = [Schrijver(kb, "routes", route) for route in routes]
    rijen = [("Status", [_status(kb, route, vandaag) for route in routes])]
    for sleutel, label in kb.weergave.velden.items():
        familie, _, pad = sleutel.partition(".")
        if familie == "route" and pad not in APART and is_model(langs(Route, tuple(pad.split("."))), Feit):
            cellen = [schrijver.waarde(pad) for schrijver in schrijvers]
            if not all(cel.stil for cel in cellen):
                rijen.append((label, cellen))
    per_route = list(zip(schrijvers, routes, strict=True))
    opleidingen = [s.gewoon("opleidingen", opleidingen_kort(kb, route) or None) for s, route in per_route]
    richtingen = [s.gewoon("richtingen", woorden(kb, route, "richting") or None) for s, route in per_route]
    bronnen = [
        Waarde("Bron", kb.herkomst("routes", route, "bronnen"), bron=bronregel(kb, van_record(route)))
        for route in routes
    ]
    richting = (kb.weergave.teksten["filter-richting"], richtingen)
    return [*rijen, richting, ("Mbo-opleidingen", opleidingen), ("Bron", bronnen)]


def _status(kb: Kennisbank, route: Route, vandaag: date) -> Waarde:
    stand = status(kb, route, vandaag)
    return Waarde("Status", kb.herkomst("routes", route, "actualiteit"), f"{stand.woord}. {stand.zin}")


def _tekst(waarde: Waarde) -> str:
    """What a reader sees of a value, to lay beside another."""
    lezingen = " ".join(lezing.tekst for lezing in waarde.lezingen)
    bron = waarde.bron.naam if waarde.bron and not waarde.tekst else ""
    return " ".join((waarde.tekst, *waarde.punten, lezingen, bron)).strip()
