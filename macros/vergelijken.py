"""Routes side by side: every attribute in one order, and whether the routes differ in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Waarde, bronregel
from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model import Feit
from macros.model_route import Route
from macros.schrijver import Schrijver
from macros.status import status
from macros.vorm import is_model, langs

# What the script says, from weergave.yml as `vergelijk-<naam>`; {…} is filled in.
TEKSTEN = ("verschilt", "gelijk", "telling", "te-weinig", "dubbel", "alleen", "minder", "kies", "geen")
# Compared without a script: the routes of this kind.
VOORAF = "geintegreerd"


@dataclass(frozen=True)
class Vergelijking:
    """One attribute: its label, a value for every route, and whether those shown at first differ."""

    kop: str
    cellen: list[Waarde]
    verschilt: bool


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
    for kop, cellen in _rijen(kb, routes, vandaag):
        teksten = {_tekst(cellen[n]) for n in getoond}
        rijen.append(Vergelijking(kop, cellen, len(teksten) > 1))
    return Vergelijken(
        "Vergelijk routes",
        "Twee tot vier leerroutes naast elkaar, met alles wat wij weten in dezelfde volgorde.",
        kolommen,
        rijen,
        {naam: kb.weergave.teksten[f"vergelijk-{naam}"] for naam in TEKSTEN},
        (("leerroutes/", "Leerroutes"), ("", "Vergelijk routes")),
    )


def _fase(route: Route) -> str | None:
    return route.start.fase_tabel_1.waarde if route.start and route.start.fase_tabel_1 else None


def _rijen(kb: Kennisbank, routes: list[Route], vandaag: date) -> list[tuple[str, list[Waarde]]]:
    """Status first, then the facts in the order of weergave.yml, opleidingen and sources last."""
    schrijvers = [Schrijver(kb, "routes", route) for route in routes]
    rijen = [("Status", [_status(kb, route, vandaag) for route in routes])]
    for sleutel, label in kb.weergave.velden.items():
        familie, _, pad = sleutel.partition(".")
        if familie == "route" and is_model(langs(Route, tuple(pad.split("."))), Feit):
            cellen = [schrijver.waarde(pad) for schrijver in schrijvers]
            if not all(cel.stil for cel in cellen):
                rijen.append((label, cellen))
    opleidingen = [
        s.gewoon("opleidingen", ", ".join(kb.opleidingen[deel.opleiding].naam for deel in route.opleidingen) or None)
        for s, route in zip(schrijvers, routes, strict=True)
    ]
    bronnen = [
        Waarde("Bron", kb.herkomst("routes", route, "bronnen"), bron=bronregel(kb, van_record(route)))
        for route in routes
    ]
    return [*rijen, ("Mbo-opleidingen", opleidingen), ("Bron", bronnen)]


def _status(kb: Kennisbank, route: Route, vandaag: date) -> Waarde:
    stand = status(kb, route, vandaag)
    return Waarde("Status", kb.herkomst("routes", route, "actualiteit"), f"{stand.woord}. {stand.zin}")


def _tekst(waarde: Waarde) -> str:
    """What a reader sees of a value, to lay beside another."""
    lezingen = " ".join(lezing.tekst for lezing in waarde.lezingen)
    bron = waarde.bron.naam if waarde.bron and not waarde.tekst else ""
    return " ".join((waarde.tekst, *waarde.punten, "onbekend" if waarde.onbekend else "", lezingen, bron)).strip()
