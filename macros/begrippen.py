"""The terms: what they mean, other words for them, and where the rules are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from macros.feiten import Bronregel, Verwijzing, bronregel
from macros.kennisbank import Kennisbank
from macros.model_uitleg import Begrip
from macros.punten import verwijzing


@dataclass(frozen=True)
class BegripRegel:
    """A term as it is printed; `zonder_bron` says why there is no source."""

    id: str
    naam: str
    voluit: str
    uitleg: str
    zoekwoorden: tuple[str, ...]
    kader: Verwijzing | None
    bron: Bronregel | None
    zonder_bron: str
    herkomst: str


@dataclass(frozen=True)
class Begrippen:
    """The page /begrippen/, by first letter."""

    titel: str
    omschrijving: str
    letters: tuple[tuple[str, list[BegripRegel]], ...]


def begrippen(kb: Kennisbank, vandaag: date) -> Begrippen:
    """The view of /begrippen/."""
    regels = [begrip(kb, deel) for deel in kb.begrippen.values()]
    letters = tuple((letter, list(deel)) for letter, deel in groupby(regels, lambda regel: regel.naam[0].upper()))
    omschrijving = f"{len(regels)} woorden en afkortingen over leerroutes van vmbo naar mbo, in gewone taal."
    return Begrippen("Begrippen", omschrijving, letters)


def begrip(kb: Kennisbank, record: Begrip) -> BegripRegel:
    """One term with its source."""
    return BegripRegel(
        record.id,
        record.naam,
        record.voluit or "",
        record.uitleg,
        tuple(record.zoekwoorden),
        verwijzing(kb, "kaders", record.kader) if record.kader else None,
        bronregel(kb, record),
        record.zonder_bron or "",
        kb.herkomst("begrippen", record, "uitleg"),
    )
