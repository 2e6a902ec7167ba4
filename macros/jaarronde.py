"""The yearly round: what we know of a school and its routes, as questions to confirm or correct."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date

from macros.feiten import Waarde, datum
from macros.formulier_rijen import Rij, groepen
from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.schrijver import Schrijver
from macros.status import Status, status

# Not asked: what we gave the route ourselves, and what the school confirms by the form as a whole.
NIET = {"id", "gecontroleerd_op", "in_verkenning", "nummer_tabel_1", "actualiteit", "bevestigd_door_aanbieder_op"}
NIET |= {"type_verkenning", "andere_typen", "wettelijke_vorm"}


@dataclass(frozen=True)
class Vraag:
    """A value to confirm or correct. `kenmerk` finds its field again in a form that came back."""

    kenmerk: str
    label: str
    waarde: Waarde
    nu: str
    bron: str
    hulp: str
    rij: Rij


@dataclass(frozen=True)
class Deel:
    """The questions of one section."""

    kop: str
    vragen: list[Vraag]


@dataclass(frozen=True)
class RouteDeel:
    """The questions about one route."""

    id: str
    naam: str
    herkomst: str
    status: Status
    delen: list[Deel]


@dataclass(frozen=True)
class Jaarronde:
    """The page /onderhoud/<school-id>/ and its Word form."""

    id: str
    titel: str
    omschrijving: str
    school: str
    herkomst: str
    routes: list[RouteDeel]
    postvak: str
    teksten: dict[str, str]
    word: str
    kruimels: tuple[tuple[str, str], ...]


def jaarronde(kb: Kennisbank, vandaag: date, kenmerk: str) -> Jaarronde:
    """The view of /onderhoud/<school-id>/."""
    school = kb.scholen[kenmerk]
    teksten = {n.removeprefix("ronde-"): w for n, w in kb.weergave.teksten.items() if n.startswith("ronde-")}
    return Jaarronde(
        school.id,
        f"Jaarronde {school.naam}",
        f"Wat deze site over de leerroutes van {school.naam} zegt, om na te kijken. {datum(vandaag)}.",
        school.naam,
        kb.herkomst("scholen", school, "naam"),
        [_route(kb, vandaag, route) for route in kb.routes_van_school(school.id)],
        kb.uitgever.postvak or "",
        teksten,
        f"onderhoud/{school.id}.docx",
        (("onderhoud/", "Onderhoud"), ("", school.naam)),
    )


def _route(kb: Kennisbank, vandaag: date, route: Route) -> RouteDeel:
    schrijver = Schrijver(kb, "routes", route)
    delen = [
        Deel(groep.naam, [_vraag(schrijver, route, rij) for rij in groep.rijen if rij.pad not in NIET])
        for groep in groepen(kb)
    ]
    delen = [Deel(deel.kop, [vraag for vraag in deel.vragen if not vraag.waarde.stil]) for deel in delen]
    herkomst = kb.herkomst("routes", route, "naam")
    return RouteDeel(
        route.id, route.naam, herkomst, status(kb, route, vandaag), [deel for deel in delen if deel.vragen]
    )


def kenmerk_van(route: str, pad: str) -> str:
    """Eight characters that stand for a field of a route; they stay the same from year to year."""
    return f"{zlib.crc32(f'{route}#{pad}'.encode()):08x}"


def _vraag(schrijver: Schrijver, route: Route, rij: Rij) -> Vraag:
    if rij.soort == "feit":
        waarde = schrijver.waarde(rij.pad, rij.label)
    else:
        waarde = schrijver.gewoon(rij.pad, schrijver.op(rij.pad), label=rij.label)
    nu = " / ".join(lezing.tekst for lezing in waarde.lezingen) or "; ".join(waarde.punten) or waarde.tekst
    bron = waarde.bron
    return Vraag(
        kenmerk_van(route.id, rij.pad),
        rij.label,
        waarde,
        nu or waarde.onbekend,
        ", ".join(filter(None, (bron.naam, bron.plaats, bron.jaar))) if bron else "",
        ", ".join(keuze.naam for keuze in rij.keuzes) if 0 < len(rij.keuzes) <= 6 else rij.eenheid,
        rij,
    )
