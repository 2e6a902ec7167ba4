"""The yearly round: what we know of a school and its routes, as questions to confirm or correct."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Waarde, bronregel, datum
from macros.formulier_rijen import Groep, Reeks, Rij, groepen
from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.schrijver import Schrijver
from macros.status import Status, status

# Not asked: what we gave the route ourselves, and what the school confirms by the form as a whole.
NIET = {"id", "gecontroleerd_op", "in_verkenning", "nummer_tabel_1", "actualiteit", "bevestigd_door_aanbieder_op"}
NIET |= {"type_verkenning", "andere_typen", "wettelijke_vorm", "bronnen", "verwant", "momenten"}


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
    groepen_ = groepen(kb)
    teksten = {n.removeprefix("ronde-"): w for n, w in kb.weergave.teksten.items() if n.startswith("ronde-")}
    return Jaarronde(
        school.id,
        f"Jaarronde {school.naam}",
        f"Wat deze site over de leerroutes van {school.naam} zegt, om na te kijken. {datum(vandaag)}.",
        school.naam,
        kb.herkomst("scholen", school, "naam"),
        [_route(kb, vandaag, route, groepen_) for route in kb.routes_van_school(school.id)],
        kb.uitgever.postvak or "",
        teksten,
        f"onderhoud/{school.id}.docx",
        (("onderhoud/", "Onderhoud"), ("", school.naam)),
    )


def _route(kb: Kennisbank, vandaag: date, route: Route, groepen_: list[Groep]) -> RouteDeel:
    schrijver = Schrijver(kb, "routes", route)
    delen = [
        Deel(
            groep.naam,
            [_vraag(schrijver, route, rij) for rij in groep.rijen if rij.pad not in NIET]
            + [vraag for reeks in groep.reeksen if reeks.pad not in NIET for vraag in _items(schrijver, route, reeks)],
        )
        for groep in groepen_
    ]
    delen = [Deel(deel.kop, [vraag for vraag in deel.vragen if not vraag.waarde.stil]) for deel in delen]
    herkomst = kb.herkomst("routes", route, "naam")
    return RouteDeel(
        route.id, route.naam, herkomst, status(kb, route, vandaag), [deel for deel in delen if deel.vragen]
    )


def _items(schrijver: Schrijver, route: Route, reeks: Reeks) -> Iterator[Vraag]:
    """A question for every item of a list; it is known again by its first field, for an item may move."""
    for nummer, item in enumerate(schrijver.op(reeks.pad) or ()):
        pad = f"{reeks.pad}.{nummer}"
        delen = [(rij.label, _deel(schrijver, f"{pad}.{rij.naam}", rij)) for rij in reeks.rijen]
        label = f"{reeks.label}: {delen[0][1]}"
        nu = "; ".join(f"{naam}: {tekst}" for naam, tekst in delen[1:] if tekst)
        bron = bronregel(schrijver.kb, item)
        waarde = schrijver.gewoon(pad, nu, item, label)
        rij = Rij(reeks.pad, label, "", "reeks", {}, True, [], "", False)
        kenmerk = kenmerk_van(route.id, f"{reeks.pad}:{delen[0][1]}")
        yield Vraag(kenmerk, label, waarde, nu or delen[0][1], _bron(bron), "", rij)


def _deel(schrijver: Schrijver, pad: str, rij: Rij) -> str:
    """A field of an item in words; empty where it is left out."""
    if rij.soort == "feit":
        waarde = schrijver.waarde(pad, rij.label)
        return waarde.kort() or waarde.onbekend
    ruw = schrijver.op(pad)
    namen = {keuze.id: keuze.naam for keuze in rij.keuzes}
    return "; ".join(
        namen.get(str(deel), str(deel)) for deel in (ruw if isinstance(ruw, list) else [ruw] if ruw else [])
    )


def _bron(bron: Bronregel | None) -> str:
    return ", ".join(filter(None, (bron.naam, bron.plaats, bron.jaar))) if bron else ""


def kenmerk_van(route: str, pad: str) -> str:
    """Eight characters that stand for a field of a route; they stay the same from year to year."""
    return f"{zlib.crc32(f'{route}#{pad}'.encode()):08x}"


def _vraag(schrijver: Schrijver, route: Route, rij: Rij) -> Vraag:
    if rij.soort == "feit":
        waarde = schrijver.waarde(rij.pad, rij.label)
    else:
        waarde = schrijver.gewoon(rij.pad, schrijver.op(rij.pad), label=rij.label)
    nu = " / ".join(lezing.tekst for lezing in waarde.lezingen) or "; ".join(waarde.punten) or waarde.tekst
    return Vraag(
        kenmerk_van(route.id, rij.pad),
        rij.label,
        waarde,
        nu or waarde.onbekend,
        _bron(waarde.bron),
        ", ".join(keuze.naam for keuze in rij.keuzes) if 0 < len(rij.keuzes) <= 6 else rij.eenheid,
        rij,
    )
