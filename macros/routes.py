"""The page of a route: status first, then the key facts, then every section with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Waarde, bronnen_van, datum, ingevuld
from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.plattegrond import Tekening, kaart_van_school
from macros.route_secties import Sectie, sectie
from macros.schrijver import Schrijver
from macros.status import Status, status


@dataclass(frozen=True)
class RoutePagina:
    """All that the page of a route prints."""

    id: str
    titel: str
    herkomst: str
    omschrijving: str
    status: Status
    kern: list[Waarde]
    secties: list[Sectie]
    stil: list[str]
    bronnen: list[Bronregel]
    kaart: Tekening | None
    gecontroleerd: str
    kruimels: tuple[tuple[str, str], ...]


def route_pagina(kb: Kennisbank, vandaag: date, kenmerk: str) -> RoutePagina:
    """The view of one route; raises KeyError for an unknown id."""
    route = kb.routes[kenmerk]
    schrijver = Schrijver(kb, "routes", route)
    secties = [sectie(schrijver, label.id, label.naam) for label in kb.weergave.secties]
    stand = status(kb, route, vandaag)
    return RoutePagina(
        id=route.id,
        titel=route.naam,
        herkomst=kb.herkomst("routes", route, "naam"),
        omschrijving=f"{route.naam}. {stand.zin} {van_naar(schrijver)}.",
        status=stand,
        kern=kern(kb, route, schrijver),
        secties=[deel for deel in secties if not deel.leeg],
        stil=[deel.kop for deel in secties if deel.leeg and deel.id != "verwant"],
        bronnen=bronnen_van(kb, route),
        kaart=kaart_van_school(kb, kb.scholen.get(route.school.waarde or "")),
        gecontroleerd=datum(route.gecontroleerd_op),
        kruimels=(("leerroutes/", "Leerroutes"), ("", route.naam)),
    )


def van_naar(schrijver: Schrijver) -> str:
    """`Vmbo-basis → mbo niveau 2`, in one line."""
    naar = schrijver.waarde("mbo_niveau")
    begin = van(schrijver) or "leerweg onbekend"
    return f"{begin[:1].upper()}{begin[1:]} → mbo niveau {naar.kort() or 'onbekend'}"


def van(schrijver: Schrijver) -> str:
    """Where the pupils come from, `vmbo-basis`; empty where that is not known."""
    return schrijver.waarde("leerwegen").kort() or schrijver.waarde("herkomst_leerlingen").kort()


def opleidingen_kort(kb: Kennisbank, route: Route) -> str:
    """The mbo-opleidingen in a line, planned ones marked; one that stopped is left out. Empty where there is none."""
    namen = {"ja": [], "plan": [], "nee": []}
    for deel in route.opleidingen:
        namen[deel.aangeboden].append(kb.opleidingen[deel.opleiding].naam)
    plan = ingevuld(kb.weergave.teksten["opleidingen-gepland"], namen=", ".join(namen["plan"]))
    return "; ".join(filter(None, (", ".join(namen["ja"]), plan if namen["plan"] else "")))


def kern(kb: Kennisbank, route: Route, schrijver: Schrijver) -> list[Waarde]:
    """What a director in a hurry wants first."""
    return [
        Waarde("Van → naar", kb.herkomst("routes", route, "leerwegen"), van_naar(schrijver)),
        schrijver.waarde("vmbo_diploma"),
        schrijver.waarde("school", "Vmbo-school"),
        schrijver.waarde("instelling", "Mbo-instelling"),
    ]
