"""What routes can be chosen by: the filters with their options and counts, and the values that a route has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from macros.kennisbank import Kennisbank
from macros.model import Feit
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
    """Per filter the values of a route, in every reading where sources differ; `onbekend` where none is known."""
    scholen = _alle(route.school)
    school = kb.scholen[scholen[0]] if scholen else None
    waarden = {
        "stadsdeel": _alle(school.stadsdeel) if school else [],
        "school": scholen + _alle(route.andere_scholen),
        "bestuur": _alle(school.bestuur) if school else [],
        "instelling": _alle(route.instelling),
        "leerweg": _alle(route.leerwegen),
        "niveau": [str(niveau) for niveau in _alle(route.mbo_niveau)],
        "diploma": _alle(route.vmbo_diploma),
        "richting": [kb.opleidingen[deel.opleiding].richting for deel in route.opleidingen],
        "type": _alle(route.type_verkenning) + _alle(route.andere_typen),
        "vorm": _alle(route.wettelijke_vorm),
        "fase": _alle(route.start.fase_tabel_1 if route.start else None),
        "actualiteit": [route.actualiteit],
    }
    return {naam: list(dict.fromkeys(waarden[naam])) or [ONBEKEND] for naam in FILTERS}


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
