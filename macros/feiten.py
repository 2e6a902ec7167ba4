"""Facts → what a reader sees: text, unknown with its reason, or readings that differ, each with its source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.kennisbank import Kennisbank
from macros.model import BronRecord, Herkomst

MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()
# More places of one source are not written out below a sum.
MEEST_PLAATSEN = 3


def ingevuld(zin: str, **waarden: object) -> str:
    """A sentence of weergave.yml with its `{naam}` filled in; any other brace stays as the editor wrote it.

    Never `str.format`: that trips over a brace, and reads `{naam.__class__}` out of our objects.
    """
    return re.sub(r"\{(\w+)\}", lambda plek: str(waarden.get(plek[1], plek[0])), zin)


@dataclass(frozen=True)
class Bronregel:
    """Source, place and year under a value; `adres` is relative to the root of the site."""

    naam: str
    adres: str
    plaats: str | None
    jaar: str


@dataclass(frozen=True)
class Lezing:
    """One of the readings that sources give."""

    tekst: str
    bron: Bronregel | None


@dataclass(frozen=True)
class Waarde:
    """A value ready to print. One of `tekst`, `punten`, `onbekend` and `lezingen` is filled.

    `stil`: the record leaves the field out, so it is unknown without a reason of its own.
    """

    label: str
    herkomst: str
    tekst: str = ""
    punten: tuple[str, ...] = ()
    onbekend: str = ""
    lezingen: tuple[Lezing, ...] = ()
    toelichting: str = ""
    adres: str = ""
    bron: Bronregel | None = None
    stil: bool = False

    def kort(self) -> str:
        """The value in a few words, for a line or a table: our choice where sources differ, empty when unknown."""
        return self.lezingen[0].tekst if self.lezingen else self.tekst


@dataclass(frozen=True)
class Verwijzing:
    """A link with what a reader needs to choose it."""

    tekst: str
    adres: str
    detail: str
    herkomst: str
    bron: Bronregel | None = None


def datum(dag: date) -> str:
    """21 november 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def getal(waarde: float) -> str:
    """A number as Dutch writes it: 3,5 and 1.280."""
    tekst = f"{waarde:,.10g}" if isinstance(waarde, float) else f"{waarde:,}"
    return tekst.translate(str.maketrans(",.", ".,"))


def opsomming(delen: list[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    return delen[0] if len(delen) == 1 else ", ".join(delen[:-1]) + " en " + delen[-1] if delen else ""


def bronregel(kb: Kennisbank, herkomst: Herkomst) -> Bronregel | None:
    """The line that says who says so, where, and about which year."""
    if herkomst.bron is None:
        return None
    bron = kb.bronnen[herkomst.bron]
    if herkomst.schooljaar == "onbekend":
        jaar = f"bron {bron.datum}" if bron.datum.startswith("zonder") else f"bron van {bron.datum}"
    else:
        jaar = f"schooljaar {herkomst.schooljaar}" if herkomst.schooljaar else bron.datum
    return Bronregel(bron.korte_naam, f"bronnen/#{bron.id}", herkomst.plaats, jaar)


def bronnen_samen(kb: Kennisbank, herkomsten: Iterable[Herkomst]) -> list[Bronregel]:
    """The sources of a sum or a table: each source once, with the places and the years of all its parts."""
    per_bron: dict[str, list[Bronregel]] = {}
    for regel in (bronregel(kb, herkomst) for herkomst in herkomsten):
        if regel:
            per_bron.setdefault(regel.adres, []).append(regel)
    return [
        Bronregel(
            regels[0].naam,
            adres,
            _plaatsen(kb, list(dict.fromkeys(regel.plaats for regel in regels if regel.plaats))),
            opsomming(list(dict.fromkeys(regel.jaar for regel in regels))),
        )
        for adres, regels in per_bron.items()
    ]


def _plaatsen(kb: Kennisbank, plaatsen: list[str]) -> str | None:
    """Places in one line: those that differ in their last word only as one, up to three apart, more by reference."""
    begin = {plaats.rpartition(" ")[0] for plaats in plaatsen}
    if len(plaatsen) > 1 and len(begin) == 1 and (kop := begin.pop()):
        return f"{kop} {opsomming([plaats.rpartition(' ')[2] for plaats in plaatsen])}"
    if len(plaatsen) > MEEST_PLAATSEN:
        return kb.weergave.teksten["bron-meer-plaatsen"]
    return "; ".join(plaatsen) or None


def bronnen_van(kb: Kennisbank, *records: BronRecord) -> list[Bronregel]:
    """Every source of these records, once each, with the date of the source."""
    regels = []
    for verwijzing in (deel for record in records for deel in record.bronnen):
        bron = kb.bronnen[verwijzing.bron]
        regels.append(Bronregel(bron.naam, f"bronnen/#{bron.id}", verwijzing.plaats, bron.datum))
    return list(dict.fromkeys(regels))
