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
    groepen: tuple[tuple[str, str, list[Tegenspraak]], ...]


def verschillen(kb: Kennisbank, vandaag: date) -> Verschillen:
    """The view of /verschillen/: what is not one fact of one record, then the facts with more readings."""
    soorten = {"tegenspraak": [], "let-op": [], "schrijfwijze": []}
    for verschil in kb.verschillen.values():
        soorten[verschil.soort].append(_los(kb, verschil))
    soorten["tegenspraak"] += _uit_feiten(kb)
    aantallen = [len(deel) for deel in soorten.values()]
    telling = f"{aantallen[0]} verschillen, {aantallen[1]} aandachtspunten en {aantallen[2]} verbeterde schrijfwijzen"
    koppen = {
        "tegenspraak": "Bronnen zeggen iets anders",
        "let-op": "Geen tegenspraak, wel iets om te weten",
        "schrijfwijze": "Namen en spelling",
    }
    groepen = tuple((soort, koppen[soort], deel) for soort, deel in soorten.items() if deel)
    omschrijving = f"Waar bronnen elkaar tegenspreken en wat wij kiezen: {telling}."
    return Verschillen("Verschillen", omschrijving, telling, groepen)


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
