"""How routes and the law came to be, in the order of the years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Verwijzing, Waarde, bronnen_van
from macros.kennisbank import Kennisbank
from macros.punten import verwijzing
from macros.schrijver import Schrijver


@dataclass(frozen=True)
class Moment:
    """A moment on the line; `woord` says what kind it is, `bronnen` are those after the first."""

    id: str
    wanneer: str
    naam: str
    soort: str
    woord: str
    tekst: Waarde
    bronnen: list[Bronregel]
    kaders: list[Verwijzing]
    herkomst: str


@dataclass(frozen=True)
class Tijdlijn:
    """The page /kaders/tijdlijn/."""

    titel: str
    omschrijving: str
    momenten: list[Moment]
    kruimels: tuple[tuple[str, str], ...]


def tijdlijn(kb: Kennisbank, vandaag: date) -> Tijdlijn:
    """The view of /kaders/tijdlijn/: by year, and within a year in the order of the file."""
    momenten = [
        Moment(
            deel.id,
            deel.wanneer,
            deel.naam,
            deel.soort,
            kb.weergave.waarden[deel.soort],
            Schrijver(kb, "tijdlijn", deel).waarde("tekst"),
            bronnen_van(kb, deel)[1:],
            [verwijzing(kb, "kaders", kader) for kader in deel.kaders],
            kb.herkomst("tijdlijn", deel, "naam"),
        )
        for deel in sorted(kb.op_volgorde("tijdlijn"), key=lambda deel: deel.jaar[:4])
    ]
    return Tijdlijn(
        "Tijdlijn",
        "Van de eerste proeven tot de wet van nu: wanneer wat veranderde voor leerroutes van vmbo naar mbo.",
        momenten,
        (("kaders/", "Wat moet en wat mag"), ("", "Tijdlijn")),
    )
