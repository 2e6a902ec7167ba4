"""The tables on a route's page: one row per item of a list in the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from macros.feiten import Waarde
from macros.model_onderdelen import Cohort, OpleidingInRoute
from macros.schrijver import Schrijver
from macros.tabellen import Rij, Tabel

COHORT = ("gestart", "door", "naar_entree", "gedoubleerd", "vertrokken")


def _tabel(
    s: Schrijver,
    veld: str,
    bijschrift: str,
    kop: str,
    naam: Callable[[Any], str],
    cellen: Callable[[str, Any], Iterable[Waarde]],
) -> tuple[Tabel, ...]:
    """A table of the list at `veld`; none when the list is empty. The cells' labels are the column heads."""
    rijen = tuple(
        Rij(naam(deel), tuple(cellen(f"{veld}.{n}", deel)), s.kb.herkomst("routes", s.record, f"{veld}.{n}"))
        for n, deel in enumerate(s.op(veld) or [])
    )
    if not rijen:
        return ()
    id_ = f"{veld.rsplit('.', 1)[-1]}-tabel"
    return (Tabel(id_, bijschrift, kop, tuple(cel.label for cel in rijen[0].cellen), rijen),)


def fasen(s: Schrijver) -> tuple[Tabel, ...]:
    """The history in phases."""

    def cellen(pad: str, fase: Any) -> Iterable[Waarde]:
        yield s.gewoon(f"{pad}.van", fase.van, fase)
        yield s.gewoon(f"{pad}.tot", fase.tot or "geen einde genoemd")

    return _tabel(s, "start.fasen", "De geschiedenis van de route in fasen", "Fase", lambda fase: fase.naam, cellen)


def momenten(s: Schrijver) -> tuple[Tabel, ...]:
    """The state of the route as sources give it at several moments."""

    def cellen(pad: str, moment: Any) -> Iterable[Waarde]:
        yield s.gewoon(f"{pad}.stand", moment.stand, moment)

    return _tabel(s, "momenten", "De stand van de route, per moment", "Moment", lambda m: m.wanneer, cellen)


def opleidingen(s: Schrijver) -> tuple[Tabel, ...]:
    """The mbo-opleidingen, ended ones included."""

    def cellen(pad: str, deel: OpleidingInRoute) -> Iterable[Waarde]:
        opleiding = s.kb.opleidingen[deel.opleiding]
        namen = dict.fromkeys(filter(None, [deel.naam_in_bron, *opleiding.andere_namen]))
        aanbod = s.kb.weergave.kort["aangeboden-" + deel.aangeboden]
        aanbod = ". ".join(filter(None, [aanbod, deel.toelichting]))
        niveau = s.gewoon(f"{pad}.niveau", f"mbo {opleiding.niveau}")
        yield replace(niveau, herkomst=s.kb.herkomst("opleidingen", opleiding, "niveau"))
        yield s.gewoon(f"{pad}.profiel", deel.profiel)
        yield s.gewoon(f"{pad}.aangeboden", aanbod, deel)
        yield s.gewoon(f"{pad}.naam_in_bron", ", ".join(namen) or "geen andere naam")

    def naam(deel: OpleidingInRoute) -> str:
        return s.kb.opleidingen[deel.opleiding].naam

    return _tabel(s, "opleidingen", "Mbo-opleidingen in deze route", "Opleiding", naam, cellen)


def opbouw(s: Schrijver) -> tuple[Tabel, ...]:
    """What happens in each leerjaar."""

    def cellen(pad: str, _: Any) -> Iterable[Waarde]:
        yield from (s.waarde(f"{pad}.{veld}") for veld in ("programma", "docenten", "stage"))

    return _tabel(s, "opbouw", "De route per leerjaar", "Leerjaar", lambda jaar: f"Leerjaar {jaar.leerjaar}", cellen)


def inschrijving(s: Schrijver) -> tuple[Tabel, ...]:
    """Enrolment in each leerjaar."""

    def cellen(pad: str, _: Any) -> Iterable[Waarde]:
        yield s.waarde(f"{pad}.vmbo")
        yield s.waarde(f"{pad}.mbo")

    kop = "Inschrijving per leerjaar"
    return _tabel(s, "inschrijving", kop, "Leerjaar", lambda jaar: f"Leerjaar {jaar.leerjaar}", cellen)


def cohorten(s: Schrijver) -> tuple[Tabel, ...]:
    """Groups that were counted, with shares computed here and nowhere typed."""

    def cellen(pad: str, cohort: Cohort) -> Iterable[Waarde]:
        for veld in COHORT:
            yield s.gewoon(f"{pad}.{veld}", _deel(cohort, veld), cohort if veld == "gestart" else None)
        yield s.gewoon(f"{pad}.toelichting", cohort.toelichting or "geen")

    kop = "Getelde groepen; de percentages rekenden wij uit"
    return _tabel(s, "cohorten", kop, "Groep", lambda cohort: cohort.naam, cellen)


def _deel(cohort: Cohort, veld: str) -> str | None:
    """A count with its share of those who began: `4 (5,1 %)`."""
    aantal = getattr(cohort, veld)
    if aantal is None or veld == "gestart" or not cohort.gestart:
        return None if aantal is None else str(aantal)
    return f"{aantal} ({100 * aantal / cohort.gestart:.1f} %)".replace(".", ",")
