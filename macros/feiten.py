"""Facts → what a reader sees: text, unknown with its reason, or readings that differ, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_origin

from macros.families import FAMILIES, VERWIJZINGEN
from macros.kennisbank import Kennisbank
from macros.model import BronRecord, Feit, Herkomst, Model
from macros.vorm import is_model, kaal, langs

MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()
# Families whose records have an address of their own, with that address.
ADRES = {
    "scholen": "scholen/{}/",
    "stadsdelen": "stadsdelen/{}/",
    "routes": "leerroutes/{}/",
    "bronnen": "bronnen/#{}",
    "typen": "leerroutes/typen/#{}",
}


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
    """A value ready to print. One of `tekst`, `punten`, `onbekend` and `lezingen` is filled."""

    label: str
    herkomst: str
    tekst: str = ""
    punten: tuple[str, ...] = ()
    onbekend: str = ""
    lezingen: tuple[Lezing, ...] = ()
    toelichting: str = ""
    adres: str = ""
    bron: Bronregel | None = None

    def kort(self) -> str:
        """The value in a few words, for a line or a table: our choice where sources differ, empty when unknown."""
        return self.lezingen[0].tekst if self.lezingen else self.tekst


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
        jaar = f"zonder jaar, in een bron van {bron.datum}"
    else:
        jaar = f"schooljaar {herkomst.schooljaar}" if herkomst.schooljaar else bron.datum
    return Bronregel(bron.korte_naam, ADRES["bronnen"].format(bron.id), herkomst.plaats, jaar)


def eerste_bron(record: BronRecord) -> Herkomst:
    """The first source of a record, as the origin of its plain fields."""
    eerste = record.bronnen[0]
    return Herkomst.model_construct(
        bron=eerste.bron, plaats=eerste.plaats, schooljaar=record.schooljaar, gecontroleerd_op=record.gecontroleerd_op
    )


class Schrijver:
    """Writes the facts of one record; `familie` and `record` say where they stand."""

    def __init__(self, kb: Kennisbank, familie: str, record: Any):
        self.kb, self.familie, self.record = kb, familie, record
        self.model = FAMILIES[familie].model
        self.voor = self.model.__name__.lower()

    def waarde(self, pad: str, feit: Any = None, label: str | None = None, kort: bool = False) -> Waarde:
        """The fact at a dotted path (or `feit`, where the path runs through a list); `kort` for a table."""
        if feit is None:
            feit = self.op(pad)
        sleutel = ".".join(deel for deel in pad.split(".") if not deel.isdigit())
        label = label if label is not None else self.kb.weergave.velden.get(f"{self.voor}.{sleutel}", "")
        herkomst = self.kb.herkomst(self.familie, self.record, pad)
        if feit is None:
            return Waarde(label, herkomst, onbekend=self.kb.weergave.teksten["niet-in-bronnen"])
        toelichting = feit.toelichting or ""
        if feit.onbekend:
            return Waarde(label, herkomst, onbekend=feit.onbekend, toelichting=toelichting)
        bron = bronregel(self.kb, feit)
        if feit.waarden:
            lezingen = tuple(Lezing(self._tekst(sleutel, deel), bronregel(self.kb, deel)) for deel in feit.lezingen())
            return Waarde(label, herkomst, lezingen=lezingen, toelichting=toelichting, bron=bron)
        punten = self._punten(sleutel, feit.waarde)
        tekst = "" if punten else self._tekst(sleutel, feit, kort)
        return Waarde(
            label, herkomst, tekst, punten, toelichting=toelichting, bron=bron, adres=self._adres(sleutel, feit.waarde)
        )

    def op(self, pad: str) -> Any:
        """What stands at a dotted path; None where a section on the way is left out."""
        waarde = self.record
        for deel in pad.split("."):
            if waarde is None:
                return None
            waarde = waarde[int(deel)] if deel.isdigit() else getattr(waarde, deel)
        return waarde

    def gewoon(self, pad: str, tekst: str | int | None, bron: Herkomst | None = None, label: str = "") -> Waarde:
        """A plain field (no fact of its own) as a cell."""
        herkomst = self.kb.herkomst(self.familie, self.record, pad)
        if tekst is None:
            return Waarde(label, herkomst, onbekend=self.kb.weergave.teksten["niet-in-bronnen"])
        return Waarde(label, herkomst, str(tekst), bron=bronregel(self.kb, bron) if bron else None)

    def sectie(self, naam: str) -> list[Waarde]:
        """Every fact of a section, in the order of the model; what the record leaves out is unknown."""
        model = langs(self.model, (naam,))
        velden = [veld for veld, info in model.model_fields.items() if is_model(kaal(info.annotation), Feit)]
        return [self.waarde(f"{naam}.{veld}") for veld in velden]

    def _soort(self, sleutel: str) -> Any:
        """The bare type of the value of a fact."""
        feit = langs(self.model, tuple(sleutel.split(".")))
        if not is_model(feit) and feit is not None:
            feit = kaal(feit)
        return langs(feit, ("waarde",)) if is_model(feit, Model) else None

    def _punten(self, sleutel: str, waarde: Any) -> tuple[str, ...]:
        """Bullets, for a list of texts."""
        if not isinstance(waarde, list) or langs(self._soort(sleutel), (0,)) is not str:
            return ()
        if VERWIJZINGEN.get(sleutel) or sleutel == "colleges":
            return ()
        return tuple(waarde)

    def _tekst(self, sleutel: str, lezing: Any, kort: bool = False) -> str:
        eenheid = self.kb.weergave.eenheden.get(f"{self.voor}.{sleutel}", "")
        if lezing.van is not None:
            tekst = f"{self._een(sleutel, lezing.van)} tot {self._een(sleutel, lezing.tot)}"
        elif isinstance(lezing.waarde, list):
            tekst = opsomming([self._een(sleutel, deel) for deel in lezing.waarde])
        else:
            tekst = self._een(sleutel, lezing.waarde, kort)
        return " ".join(deel for deel in (lezing.aanduiding, tekst, eenheid) if deel)

    def _een(self, sleutel: str, waarde: Any, kort: bool = False) -> str:
        if isinstance(waarde, date):
            return datum(waarde)
        if isinstance(waarde, (int, float)):
            return getal(waarde)
        familie = VERWIJZINGEN.get(sleutel.rsplit(".", 1)[-1])
        if familie:
            record = getattr(self.kb, familie)[waarde]
            return getattr(record, "korte_naam", record.naam) if kort else record.naam
        if sleutel == "colleges":
            return next(
                deel.naam for deel in self.kb.instellingen[self.record.instelling].colleges if deel.id == waarde
            )
        soort = self._soort(sleutel)
        keuze = get_origin(soort) is Literal or get_origin(langs(soort, (0,))) is Literal
        if not keuze:
            return waarde
        woorden = self.kb.weergave.waarden
        return self.kb.weergave.kort.get(waarde, woorden[waarde]) if kort else woorden[waarde]

    def _adres(self, sleutel: str, waarde: Any) -> str:
        familie = VERWIJZINGEN.get(sleutel.rsplit(".", 1)[-1])
        if familie in ADRES and isinstance(waarde, str):
            return ADRES[familie].format(waarde)
        return waarde if isinstance(waarde, str) and waarde.startswith("https://") else ""
