"""What routes can be chosen by: the filters with their options and counts, and the values that a route has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model import Feit, Herkomst
from macros.model_onderdelen import OpleidingInRoute
from macros.model_route import Route

# In this order on the page; the heading of each stands in weergave.yml as `filter-<naam>`.
FILTERS = (
    "stadsdeel",
    "school",
    "bestuur",
    "instelling",
    "leerweg",
    "niveau",
    "diploma",
    "richting",
    "type",
    "vorm",
    "fase",
    "actualiteit",
)
ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Optie:
    """A value to choose, with the number of routes that have it."""

    waarde: str
    label: str
    aantal: int


@dataclass(frozen=True)
class Filter:
    """One filter: a route passes when it has one of the chosen values."""

    naam: str
    label: str
    opties: tuple[Optie, ...]


def filters(kb: Kennisbank) -> tuple[Filter, ...]:
    """Every filter with the values that occur; `onbekend` comes last."""
    per_route = [kenmerken(kb, route) for route in kb.routes.values()]
    gevonden = []
    for naam in FILTERS:
        telling = Counter(waarde for kenmerk in per_route for waarde in kenmerk[naam])
        opties = [Optie(waarde, label(kb, naam, waarde), aantal) for waarde, aantal in telling.items()]
        opties.sort(key=lambda optie: (optie.waarde == ONBEKEND, optie.label.lower()))
        gevonden.append(Filter(naam, kb.weergave.teksten[f"filter-{naam}"], tuple(opties)))
    return tuple(gevonden)


def kenmerken(kb: Kennisbank, route: Route) -> dict[str, list[str]]:
    """Per filter the values of a route, in every reading where sources differ; `onbekend` where none is known.

    Tables, filters and counts all take their values here, so that they cannot say different things.
    """
    waarden = {naam: [str(waarde) for feit in feiten for waarde in _alle(feit)] for naam, feiten in _feiten(kb, route)}
    waarden["richting"][:0] = [kb.opleidingen[deel.opleiding].richting for deel in _opleidingen(route)]
    waarden["actualiteit"] = [route.actualiteit]
    return {naam: list(dict.fromkeys(waarden[naam])) or [ONBEKEND] for naam in FILTERS}


def herkomsten(kb: Kennisbank, route: Route, naam: str) -> list[Herkomst]:
    """Where the values of a route for a filter come from, and where we looked when there are none."""
    feiten = [feit for feit in dict(_feiten(kb, route))[naam] if feit]
    gelezen = [lezing for feit in feiten for lezing in feit.lezingen() or [feit]]
    return [*(_opleidingen(route) if naam == "richting" else ()), *gelezen] or [van_record(route)]


def _feiten(kb: Kennisbank, route: Route) -> list[tuple[str, list[Feit | None]]]:
    """Per filter the facts that it is made of; a list without facts is filled from plain fields."""
    school = kb.scholen[route.school.waarde] if route.school.waarde else None
    return [
        ("stadsdeel", [school.stadsdeel if school else route.school]),
        ("school", [route.school, route.andere_scholen]),
        ("bestuur", [school.bestuur] if school else []),
        ("instelling", [route.instelling]),
        ("leerweg", [route.leerwegen]),
        ("niveau", [route.mbo_niveau]),
        ("diploma", [route.vmbo_diploma]),
        ("richting", [route.richtingen]),
        ("type", [route.type_verkenning, route.andere_typen]),
        ("vorm", [route.wettelijke_vorm]),
        ("fase", [route.start.fase_tabel_1 if route.start else None]),
        ("actualiteit", []),
    ]


def _opleidingen(route: Route) -> list[OpleidingInRoute]:
    """The opleidingen that a route offers or planned; one that stopped is no reason to find the route."""
    return [deel for deel in route.opleidingen if deel.aangeboden != "nee"]


def woorden(kb: Kennisbank, route: Route, naam: str) -> str:
    """The values of a route for a filter as a reader sees them; empty where none is known."""
    waarden = kenmerken(kb, route)[naam]
    return "" if waarden == [ONBEKEND] else ", ".join(label(kb, naam, waarde) for waarde in waarden)


def label(kb: Kennisbank, naam: str, waarde: str) -> str:
    """How a value of a filter is written."""
    if waarde == ONBEKEND:
        return kb.weergave.teksten["filter-onbekend"]
    if naam == "niveau":
        return f"mbo niveau {waarde}"
    families = {
        "stadsdeel": kb.stadsdelen,
        "school": kb.scholen,
        "bestuur": kb.besturen,
        "instelling": kb.instellingen,
        "type": kb.typen,
        "vorm": kb.typen,
    }
    if naam in families:
        record = families[naam][waarde]
        return getattr(record, "korte_naam", None) or record.naam
    return kb.weergave.kort.get(waarde) or kb.weergave.waarden[waarde]


def _alle(feit: Feit | None) -> list[Any]:
    """Every value in every reading of a fact."""
    waarden = [lezing.waarde for lezing in feit.lezingen()] if feit else []
    losse = [deel for waarde in waarden for deel in (waarde if isinstance(waarde, list) else [waarde])]
    return [deel for deel in losse if deel is not None]
