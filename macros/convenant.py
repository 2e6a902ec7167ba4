"""The convenant: what was agreed, and how far the goals are, counted from confirmed routes only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Verwijzing, Waarde, bronnen_van, bronregel, datum, ingevuld
from macros.kennisbank import Kennisbank
from macros.model import Feit
from macros.model_convenant import Doelstelling
from macros.model_route import Route
from macros.punten import PuntRegel, punten, verwijzing

HERKOMST = "data/convenant.yml#"


@dataclass(frozen=True)
class AfspraakRegel:
    """An agreement with its number and name."""

    nummer: int
    naam: str
    punt: PuntRegel


@dataclass(frozen=True)
class Lijn:
    """A line of action."""

    naam: str
    punten: list[PuntRegel]
    afspraken: list[AfspraakRegel]


@dataclass(frozen=True)
class DoelRegel:
    """A goal: the baseline, the number now (None where nothing can be said), and the routes that count."""

    id: str
    naam: str
    punt: PuntRegel
    nulmeting: str
    doel: int | None
    stand: str
    regel: str
    routes: list[Verwijzing]


@dataclass(frozen=True)
class ConvenantPagina:
    """The page /convenant/."""

    titel: str
    omschrijving: str
    teksten: list[tuple[str, Waarde]]
    gebieden: list[Verwijzing]
    sectoren: str
    lijnen: list[Lijn]
    doelen: list[DoelRegel]
    sturing: list[PuntRegel]
    spanningen: list[PuntRegel]
    bronnen: list[Bronregel]
    gecontroleerd: str


def convenant(kb: Kennisbank, vandaag: date) -> ConvenantPagina:
    """The view of /convenant/."""
    record = kb.convenant
    teksten = [
        (kb.weergave.teksten[f"convenant-{naam}"], _tekst(kb, getattr(record, naam), naam))
        for naam in ("ambitie", "waarom", "begrip")
    ]
    return ConvenantPagina(
        record.naam,
        "Wat Amsterdamse besturen in 2024 afspraken over leerroutes, en hoe ver de doelen zijn.",
        teksten,
        [verwijzing(kb, "stadsdelen", gebied) for gebied in record.gebieden],
        record.sectoren,
        [_lijn(kb, n) for n in range(len(record.lijnen))],
        [_doel(kb, n, doel) for n, doel in enumerate(record.doelen)],
        punten(kb, record.sturing, f"{HERKOMST}sturing"),
        punten(kb, record.spanningen, f"{HERKOMST}spanningen"),
        bronnen_van(kb, record),
        datum(record.gecontroleerd_op),
    )


def _tekst(kb: Kennisbank, feit: Feit, naam: str) -> Waarde:
    return Waarde("", f"{HERKOMST}{naam}", punten=tuple(feit.waarde or ()), bron=bronregel(kb, feit))


def _lijn(kb: Kennisbank, n: int) -> Lijn:
    lijn = kb.convenant.lijnen[n]
    regels = punten(kb, lijn.afspraken, f"{HERKOMST}lijnen.{n}.afspraken")
    return Lijn(
        lijn.naam,
        punten(kb, lijn.punten, f"{HERKOMST}lijnen.{n}.punten"),
        [AfspraakRegel(deel.nummer, deel.naam, regel) for deel, regel in zip(lijn.afspraken, regels, strict=True)],
    )


def _doel(kb: Kennisbank, n: int, doel: Doelstelling) -> DoelRegel:
    routes = telt_mee(kb, doel)
    aantal = len({route.school.waarde for route in routes}) if doel.telt == "scholen" else len(routes)
    woorden = kb.weergave.teksten
    if doel.leerweg is None:
        stand = woorden["convenant-niet-geteld"]
    else:
        stand = ingevuld(woorden["convenant-stand"], aantal=aantal) if routes else woorden["convenant-onbekend"]
    punt = PuntRegel(doel.tekst, bronregel(kb, doel), f"{HERKOMST}doelen.{n}.tekst")
    return DoelRegel(
        doel.id,
        doel.naam,
        punt,
        doel.nulmeting or "",
        doel.doel,
        stand,
        doel.regel,
        [verwijzing(kb, "routes", route.id) for route in routes],
    )


def telt_mee(kb: Kennisbank, doel: Doelstelling) -> list[Route]:
    """The routes that count for a goal: confirmed, about a year since the convenant, of its leerweg and niveau."""
    if doel.leerweg is None or doel.niveau is None:
        return []
    return [
        route
        for route in kb.routes.values()
        if route.actualiteit == "bevestigd"
        and int(route.schooljaar[:4]) >= kb.convenant.vanaf.year
        and doel.leerweg in (route.leerwegen.waarde or ())
        and doel.niveau in (route.mbo_niveau.waarde or ())
    ]
