"""A director's own plan: the empty checklist of all steps and the fixed moments. What is filled in never leaves the
browser (docs/javascripts/mijn-plan.js)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, bronregel
from macros.kennisbank import Kennisbank
from macros.schrijver import ADRES
from macros.stappenplan import TaakRegel, taken, titel


@dataclass(frozen=True)
class MomentRegel:
    """A fixed moment; `dag` is maand-dag in the year of the start, empty where the source gives no day."""

    naam: str
    wanneer: str
    dag: str
    uitleg: str
    bron: Bronregel | None
    herkomst: str


@dataclass(frozen=True)
class PlanStap:
    """A step with its checklist."""

    id: str
    titel: str
    adres: str
    herkomst: str
    taken: list[TaakRegel]


@dataclass(frozen=True)
class MijnPlan:
    """The page /stappenplan/mijn-plan/."""

    titel: str
    omschrijving: str
    stappen: list[PlanStap]
    momenten: list[MomentRegel]
    kruimels: tuple[tuple[str, str], ...]


def mijn_plan(kb: Kennisbank, vandaag: date) -> MijnPlan:
    """The view of /stappenplan/mijn-plan/."""
    stappen = [
        PlanStap(
            stap.id,
            titel(stap),
            ADRES["stappen"].format(stap.id),
            kb.herkomst("stappen", stap, "naam"),
            taken(kb, stap),
        )
        for stap in kb.stappen_op_volgorde()
    ]
    momenten = [
        MomentRegel(
            moment.naam,
            moment.wanneer,
            moment.dag or "",
            moment.uitleg,
            bronregel(kb, moment),
            f"data/stappenplan.yml#momenten.{n}",
        )
        for n, moment in enumerate(kb.stappenplan.momenten)
    ]
    return MijnPlan(
        titel="Mijn plan",
        omschrijving=f"De checklist van alle {len(stappen)} stappen, om in te vullen of te printen.",
        stappen=stappen,
        momenten=momenten,
        kruimels=(("stappenplan/", kb.stappenplan.naam), ("", "Mijn plan")),
    )
