"""Points: a sentence or two with the source that says so, and where to read on."""

from __future__ import annotations

from dataclasses import dataclass

from macros.feiten import Bronregel, Verwijzing, bronregel
from macros.kennisbank import Kennisbank
from macros.model_stap import Punt
from macros.schrijver import ADRES


@dataclass(frozen=True)
class PuntRegel:
    """A point with its source; `kop` is a few words before it, `naar` where to read on."""

    tekst: str
    bron: Bronregel | None
    herkomst: str
    kop: str = ""
    naar: tuple[Verwijzing, ...] = ()


def punten(kb: Kennisbank, lijst: list[Punt], herkomst: str) -> list[PuntRegel]:
    """The points of a list as they are printed; a kader or route that a point names becomes a link."""
    return [
        PuntRegel(punt.tekst, bronregel(kb, punt), f"{herkomst}.{n}", getattr(punt, "kop", None) or "", _naar(kb, punt))
        for n, punt in enumerate(lijst)
    ]


def _naar(kb: Kennisbank, punt: Punt) -> tuple[Verwijzing, ...]:
    routes = tuple(verwijzing(kb, "routes", route) for route in getattr(punt, "routes", ()))
    kader = getattr(punt, "kader", None)
    return (*routes, verwijzing(kb, "kaders", kader)) if kader else routes


def verwijzing(kb: Kennisbank, familie: str, kenmerk: str) -> Verwijzing:
    """A link to a record, by its name."""
    record = getattr(kb, familie)[kenmerk]
    return Verwijzing(record.naam, ADRES[familie].format(kenmerk), "", kb.herkomst(familie, record, "naam"))


def hulpmiddelen(kb: Kennisbank, adressen: list[str]) -> list[Verwijzing]:
    """Links to pages of this site that have no record of their own."""
    namen = {pagina.id: pagina.naam for pagina in kb.weergave.paginas}
    return [Verwijzing(namen[adres], adres, "", "data/weergave.yml#paginas") for adres in adressen]
