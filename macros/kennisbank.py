"""Kennisbank: all records, frozen, each fact with the source that holds for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.checks import controleer
from macros.families import FAMILIES
from macros.inlezen import Inlezing, lees_alles
from macros.model_bron import Bron, Type, Uitgever, Verschil, Weergave
from macros.model_convenant import Convenant
from macros.model_kader import Kader
from macros.model_overeenkomst import Overeenkomst
from macros.model_rekenmodel import Rekenmodel
from macros.model_route import Route
from macros.model_school import Bestuur, College, Instelling, Opleiding, School, Stadsdeel
from macros.model_stap import Stap, Stappenplan
from macros.model_uitleg import Begrip, Gebeurtenis, Les, Opbrengst
from macros.verslag import Melding

DATA = Path(__file__).resolve().parent.parent / "data"
_onthouden: dict[tuple, Kennisbank] = {}


class Datafout(Exception):
    """data/ holds mistakes; `meldingen` has them all."""

    def __init__(self, meldingen: list[Melding], bestanden: int):
        super().__init__(f"{len(meldingen)} meldingen")
        self.meldingen, self.bestanden = meldingen, bestanden


@dataclass(frozen=True)
class Kennisbank:
    """All records by id, in the order of their names, and the site's two settings."""

    routes: dict[str, Route]
    scholen: dict[str, School]
    instellingen: dict[str, Instelling]
    besturen: dict[str, Bestuur]
    opleidingen: dict[str, Opleiding]
    stadsdelen: dict[str, Stadsdeel]
    typen: dict[str, Type]
    bronnen: dict[str, Bron]
    stappen: dict[str, Stap]
    kaders: dict[str, Kader]
    begrippen: dict[str, Begrip]
    lessen: dict[str, Les]
    overeenkomst: dict[str, Overeenkomst]
    tijdlijn: dict[str, Gebeurtenis]
    opbrengsten: dict[str, Opbrengst]
    verschillen: dict[str, Verschil]
    convenant: Convenant
    rekenmodel: Rekenmodel
    stappenplan: Stappenplan
    weergave: Weergave
    uitgever: Uitgever
    bestanden: dict[tuple[str, str], str]
    volgorde: dict[str, list[str]]

    def herkomst(self, familie: str, record: Any, veld: str) -> str:
        """`data/routes/x.yml#veld`, or `data/besturen.yml#id.veld` in a list: where a value on a page comes from."""
        plek = veld if FAMILIES[familie].map_ else f"{record.id}.{veld}"
        return f"{self.bestanden[familie, record.id]}#{plek}"

    def college(self, instelling: str, kenmerk: str) -> College:
        """A college of a mbo-instelling; checks.py has seen that it is there."""
        return next(deel for deel in self.instellingen[instelling].colleges if deel.id == kenmerk)

    def routes_van_school(self, school: str) -> list[Route]:
        """The routes at a school, by name."""
        return self._per_school.get(school, [])

    def routes_met_school(self, school: str) -> list[Route]:
        """The routes of another school that a school takes part in, by name."""
        return self._deelname.get(school, [])

    @cached_property
    def _deelname(self) -> dict[str, list[Route]]:
        gevonden: dict[str, list[Route]] = defaultdict(list)
        for route in self.routes.values():
            lezingen = route.andere_scholen.lezingen() if route.andere_scholen else []
            for school in dict.fromkeys(school for lezing in lezingen for school in lezing.waarde or ()):
                if school != route.school.waarde:
                    gevonden[school].append(route)
        return dict(gevonden)

    @cached_property
    def _per_school(self) -> dict[str | None, list[Route]]:
        gevonden: dict[str | None, list[Route]] = defaultdict(list)
        for route in self.routes.values():
            gevonden[route.school.waarde].append(route)
        return dict(gevonden)

    def scholen_in(self, stadsdeel: str) -> list[School]:
        """The schools in an area, by name."""
        return [school for school in self.scholen.values() if school.stadsdeel.waarde == stadsdeel]

    def stappen_op_volgorde(self) -> list[Stap]:
        """The steps by their number."""
        return sorted(self.stappen.values(), key=lambda stap: stap.volgorde)

    def op_volgorde(self, familie: str) -> list[Any]:
        """The records of a family in the order of their files, and within a file in its own order."""
        return [getattr(self, familie)[kenmerk] for kenmerk in self.volgorde[familie]]

    def alle_records(self) -> Iterator[tuple[str, Any]]:
        """Every record with its family."""
        for familie in FAMILIES:
            yield from ((familie, record) for record in getattr(self, familie).values())


def kennisbank(data: Path = DATA, vandaag: date | None = None) -> Kennisbank:
    """The Kennisbank of `data`, read again only when a file changed; raises Datafout on any mistake.

    `vandaag` is the day that check dates are compared with; by default the clock.
    """
    vandaag = vandaag or date.today()
    afdruk = (
        str(data),
        vandaag,
        *((str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in sorted(data.rglob("*.yml"))),
    )
    if afdruk not in _onthouden:
        _onthouden.clear()
        _onthouden[afdruk] = _bouw(lees_alles(data), vandaag)
    return _onthouden[afdruk]


def _bouw(inlezing: Inlezing, vandaag: date) -> Kennisbank:
    meldingen = controleer(inlezing, vandaag)
    if any(melding.ernst == "fout" for melding in meldingen):
        raise Datafout(meldingen, inlezing.bestanden)
    per_familie: dict[str, dict[str, Any]] = {naam: {} for naam in FAMILIES}
    for bron in sorted(inlezing.records, key=lambda b: b.record.naam.lower()):
        per_familie[bron.familie][bron.record.id] = bron.compleet
    bestanden = {(bron.familie, bron.record.id): bron.bestand.naam for bron in inlezing.records}
    losse = {naam: bron.compleet for naam, bron in inlezing.losse.items()}
    volgorde = {naam: [bron.record.id for bron in inlezing.records if bron.familie == naam] for naam in FAMILIES}
    return Kennisbank(**per_familie, **losse, bestanden=bestanden, volgorde=volgorde)
