"""Writes the facts of one record: which words, which unit, which address, and where the value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

from macros.families import FAMILIES, VERWIJZINGEN
from macros.feiten import Lezing, Waarde, bronregel, datum, getal, opsomming
from macros.kennisbank import Kennisbank
from macros.model import Feit, Herkomst, Model
from macros.vorm import is_model, kaal, langs

# Families whose records have an address of their own, with that address.
ADRES = {
    "stappen": "stappenplan/{}/",
    "bronnen": "bronnen/#{}",
    "scholen": "scholen/{}/",
    "stadsdelen": "stadsdelen/{}/",
    "routes": "leerroutes/{}/",
    "typen": "leerroutes/typen/#{}",
    "kaders": "kaders/{}/",
    "overeenkomst": "overeenkomst/{}/",
    "begrippen": "begrippen/#{}",
}


@dataclass(frozen=True)
class Veld:
    """A field as the model knows it. `sleutel` is its path without list numbers, as weergave.yml names it."""

    pad: str
    sleutel: str
    soort: Any
    familie: str | None

    @property
    def keuze(self) -> bool:
        """Whether its values come from a fixed list."""
        return get_origin(self.deel) is Literal

    @property
    def deel(self) -> Any:
        """The type of one value: of an item, where the field holds a list."""
        return kaal(get_args(self.soort)[0]) if get_origin(self.soort) is list else self.soort

    @property
    def teksten(self) -> bool:
        """Whether it holds a list of texts, to be shown as bullets."""
        return get_origin(self.soort) is list and self.deel is str and not self.familie and self.sleutel != "colleges"


@cache
def veld(model: type[Model], pad: str) -> Veld:
    """The field of a model at a dotted path, with list numbers where it runs through a list."""
    delen = tuple(int(deel) if deel.isdigit() else deel for deel in pad.split("."))
    namen = [deel for deel in delen if isinstance(deel, str)]
    return Veld(pad, ".".join(namen), langs(model, (*delen, "waarde")), VERWIJZINGEN.get(namen[-1]))


class Schrijver:
    """Writes the facts of `record`, which belongs to `familie`."""

    def __init__(self, kb: Kennisbank, familie: str, record: Any):
        self.kb, self.familie, self.record = kb, familie, record
        self.model = FAMILIES[familie].model
        self.voor = self.model.__name__.lower()

    def waarde(self, pad: str, label: str | None = None, kort: bool = False) -> Waarde:
        """The fact at a dotted path; `kort` writes it in the words for a table."""
        feit, veld_ = self.op(pad), veld(self.model, pad)
        if label is None:
            label = self.label(pad)
        herkomst = self.kb.herkomst(self.familie, self.record, pad)
        if feit is None:
            return Waarde(label, herkomst, onbekend=self.kb.weergave.teksten["niet-in-bronnen"], stil=True)
        vast = {"toelichting": feit.toelichting or "", "bron": bronregel(self.kb, feit)}
        if feit.onbekend:
            return Waarde(label, herkomst, onbekend=feit.onbekend, **vast)
        if feit.waarden:
            lezingen = (Lezing(self._tekst(veld_, deel, kort), bronregel(self.kb, deel)) for deel in feit.lezingen())
            return Waarde(label, herkomst, lezingen=tuple(lezingen), **vast)
        if veld_.teksten:
            return Waarde(label, herkomst, punten=tuple(feit.waarde), **vast)
        return Waarde(label, herkomst, self._tekst(veld_, feit, kort), adres=self._adres(veld_, feit.waarde), **vast)

    def label(self, pad: str) -> str:
        """The heading of the field at a dotted path, from weergave.yml."""
        return self.kb.weergave.velden.get(f"{self.voor}.{veld(self.model, pad).sleutel}", "")

    def op(self, pad: str) -> Any:
        """What stands at a dotted path; None where a section on the way is left out."""
        waarde = self.record
        for deel in pad.split("."):
            if waarde is None:
                return None
            waarde = waarde[int(deel)] if deel.isdigit() else getattr(waarde, deel)
        return waarde

    def gewoon(
        self, pad: str, tekst: str | int | None, bron: Herkomst | None = None, label: str | None = None
    ) -> Waarde:
        """A plain field (no fact of its own) as a cell."""
        label = self.label(pad) if label is None else label
        herkomst = self.kb.herkomst(self.familie, self.record, pad)
        if tekst is None:
            return Waarde(label, herkomst, onbekend=self.kb.weergave.teksten["niet-in-bronnen"], stil=True)
        return Waarde(label, herkomst, str(tekst), bron=bronregel(self.kb, bron) if bron else None)

    def sectie(self, naam: str) -> list[Waarde]:
        """Every fact of a section in the order of the model; `stil` where the record leaves one out."""
        model = langs(self.model, (naam,))
        velden = [veld for veld, info in model.model_fields.items() if is_model(kaal(info.annotation), Feit)]
        return [self.waarde(f"{naam}.{veld}") for veld in velden]

    def paden(self, waarde: Any = None, voor: str = "") -> Iterator[str]:
        """The dotted path of every fact of the record, in lists too."""
        if isinstance(waarde, list):
            for n, deel in enumerate(waarde):
                yield from self.paden(deel, f"{voor}{n}.")
        elif isinstance(waarde, Feit):
            yield voor.rstrip(".")
        elif isinstance(waarde, Model) or not voor:
            waarde = waarde or self.record
            for naam in type(waarde).model_fields:
                if (deel := getattr(waarde, naam)) is not None:
                    yield from self.paden(deel, f"{voor}{naam}.")

    def _tekst(self, veld: Veld, lezing: Any, kort: bool) -> str:
        eenheid = self.kb.weergave.eenheden.get(f"{self.voor}.{veld.sleutel}", "")
        if lezing.waarde == 1:
            eenheid = self.kb.weergave.enkelvouden.get(eenheid, eenheid)
        if lezing.van is not None:
            tekst = f"{self._een(veld, lezing.van, kort)} tot {self._een(veld, lezing.tot, kort)}"
        elif isinstance(lezing.waarde, list):
            tekst = opsomming([self._een(veld, deel, kort) for deel in lezing.waarde])
        else:
            tekst = self._een(veld, lezing.waarde, kort)
        return " ".join(deel for deel in (lezing.aanduiding, tekst, eenheid) if deel)

    def _een(self, veld: Veld, waarde: Any, kort: bool) -> str:
        if isinstance(waarde, date):
            return datum(waarde)
        if isinstance(waarde, (int, float)):
            return getal(waarde)
        if veld.familie:
            record = getattr(self.kb, veld.familie)[waarde]
            return getattr(record, "korte_naam", record.naam) if kort else record.naam
        if veld.sleutel == "colleges":
            return self.kb.college(self.record.instelling.waarde, waarde).naam
        if not veld.keuze:
            return waarde
        lang = self.kb.weergave.waarden[waarde]
        return self.kb.weergave.kort.get(waarde, lang) if kort else lang

    def _adres(self, veld: Veld, waarde: Any) -> str:
        if veld.familie in ADRES and isinstance(waarde, str):
            return ADRES[veld.familie].format(waarde)
        return waarde if isinstance(waarde, str) and waarde.startswith("https://") else ""
