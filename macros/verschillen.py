"""Where sources disagree: what each says, what we show, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Lezing, Verwijzing, Waarde, datum
from macros.kennisbank import Kennisbank
from macros.model_bron import Standpunt, Verschil
from macros.schrijver import ADRES, Schrijver

# Families whose facts have a page of their own where a difference shows.
MET_PAGINA = ("routes", "scholen")


@dataclass(frozen=True)
class Tegenspraak:
    """A difference: its readings, our choice, and the pages where it matters."""

    id: str
    titel: str
    herkomst: str
    waarde: Waarde
    keuze: str
    paginas: tuple[Verwijzing, ...]
    gecontroleerd: str


@dataclass(frozen=True)
class Verschillen:
    """The page with all differences."""

    titel: str
    omschrijving: str
    telling: str
    tegenspraken: list[Tegenspraak]
    schrijfwijzen: list[Tegenspraak]


def verschillen(kb: Kennisbank, vandaag: date) -> Verschillen:
    """The view of /verschillen/: facts with more readings first, then what is not one fact of one record."""
    los = [_los(kb, verschil) for verschil in kb.verschillen.values() if verschil.soort == "tegenspraak"]
    spelling = [_los(kb, verschil) for verschil in kb.verschillen.values() if verschil.soort == "schrijfwijze"]
    tegenspraken = [*los, *_uit_feiten(kb)]
    telling = f"{len(tegenspraken)} verschillen en {len(spelling)} verbeterde schrijfwijzen"
    return Verschillen(
        "Verschillen",
        f"Waar bronnen elkaar tegenspreken en wat wij kiezen: {telling}.",
        telling,
        tegenspraken,
        spelling,
    )


def _uit_feiten(kb: Kennisbank) -> list[Tegenspraak]:
    gevonden = []
    for familie in MET_PAGINA:
        for record in getattr(kb, familie).values():
            schrijver = Schrijver(kb, familie, record)
            for pad in schrijver.paden():
                if not schrijver.op(pad).waarden:
                    continue
                waarde = schrijver.waarde(pad)
                pagina = Verwijzing(record.naam, ADRES[familie].format(record.id), "", waarde.herkomst)
                gevonden.append(
                    Tegenspraak(
                        f"{record.id}-{pad.replace('.', '-').replace('_', '-')}",
                        f"{record.naam}: {waarde.label}",
                        waarde.herkomst,
                        waarde,
                        "",
                        (pagina,),
                        datum(schrijver.op(pad).gecontroleerd_op),
                    )
                )
    return gevonden


def _los(kb: Kennisbank, verschil: Verschil) -> Tegenspraak:
    herkomst = kb.herkomst("verschillen", verschil, "standpunten")
    lezingen = tuple(Lezing(punt.tekst, _bron(kb, punt)) for punt in verschil.standpunten)
    waarde = Waarde(verschil.naam, herkomst, lezingen=lezingen, toelichting=verschil.toelichting)
    paginas = tuple(
        Verwijzing(kb.routes[route].naam, ADRES["routes"].format(route), "", herkomst) for route in verschil.routes
    )
    return Tegenspraak(
        verschil.id,
        verschil.naam,
        kb.herkomst("verschillen", verschil, "naam"),
        waarde,
        verschil.keuze,
        paginas,
        datum(verschil.gecontroleerd_op),
    )


def _bron(kb: Kennisbank, punt: Standpunt) -> Bronregel:
    bron = kb.bronnen[punt.bron]
    return Bronregel(bron.korte_naam, ADRES["bronnen"].format(bron.id), punt.plaats, bron.datum)
