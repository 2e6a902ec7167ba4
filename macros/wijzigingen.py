"""What changed between two states of data/, in words: one line per fact, record or file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.bestand import Bestand, Pad
from macros.families import LOSSE_BESTANDEN, VERWIJZINGEN
from macros.feiten import datum, getal, opsomming
from macros.geschiedenis import Stand
from macros.inlezen import familie_van
from macros.loader import lees_eens
from macros.messages_wijziging import WIJZIGING
from macros.model import Lezing
from macros.model_waarden import als_datum
from macros.standen import Gelezen, model_van
from macros.vorm import is_model, langs

# By which of its fields an item of a list is known again, in this order.
SLEUTELS = ("id", "naam", "leerjaar", "wanneer", "route", "opleiding", "bron", "tekst", "kop")
LANG = 60  # a longer text shows only the sentences that changed
JAREN = ("jaar", "van", "tot")  # fields of a whole year; the bounds of a fact go by the name of the fact
KERN = ("waarde", "van", "tot", "waarden", "onbekend", "keuze", "aanduiding")


@dataclass(frozen=True)
class Wijziging:
    """One change. `soort` is a key of messages.WIJZIGING; `oud` and `nieuw` are ready to read."""

    bestand: str
    regel: int
    record: str
    soort: str
    veld: str = ""
    oud: str = ""
    nieuw: str = ""
    familie: str = ""
    kenmerk: str = ""
    wat: str = ""

    def zin(self) -> str:
        """`Calvijn, fase 2024-2025: in ontwikkeling → gestart`."""
        return WIJZIGING[self.soort].format(**vars(self))


def wijzigingen(oud: Stand, nieuw: Stand, namen: Gelezen | None = None) -> list[Wijziging]:
    """Every change, in the order of files and then of the model. A file that cannot be read is one line.

    `namen` holds the names of records and the site's own words, where the two states do not.
    """
    return list(Vergelijking(oud, nieuw, namen).alles())


class Vergelijking:
    """Compares two states; reads only the files that differ, and those that hold names."""

    def __init__(self, oud: Stand, nieuw: Stand, namen: Gelezen | None = None):
        self.anders = sorted(naam for naam in oud.keys() | nieuw.keys() if oud.get(naam) != nieuw.get(naam))
        self.oud, self.nieuw = Gelezen(self._lees(oud)), Gelezen(self._lees(nieuw), namen)

    def _lees(self, stand: Stand) -> dict[str, Bestand]:
        return {naam: lees_eens(naam, inhoud) for naam, inhoud in stand.items() if self._nodig(naam)}

    def _nodig(self, naam: str) -> bool:
        return bool(self.anders) and (naam in self.anders or familie_van(naam) in {*VERWIJZINGEN.values(), "weergave"})

    def alles(self) -> Iterator[Wijziging]:
        """Every change."""
        for naam in self.anders:
            bestand = self.nieuw.bestanden.get(naam)
            if bestand and bestand.waarde is None:
                yield Wijziging(naam, 1, naam, "onleesbaar")
                continue
            gevonden = list(self._bestand(naam))
            yield from gevonden or [Wijziging(naam, 1, naam, "opmaak")]

    def _bestand(self, naam: str) -> Iterator[Wijziging]:
        hier = [k for data in (self.oud, self.nieuw) for k, (waar, _, _) in data.records.items() if waar == naam]
        for familie, kenmerk in dict.fromkeys(hier):
            oud, nieuw = self.oud.records.get((familie, kenmerk)), self.nieuw.records.get((familie, kenmerk))
            if nieuw is None:
                yield self._heel("weg", self.oud, naam, familie, kenmerk)
            elif oud is None:
                yield self._heel("nieuw", self.nieuw, naam, familie, kenmerk)
            elif nieuw[0] == naam:
                yield from _Record(self, familie, kenmerk, naam, nieuw[1]).verschillen(oud[2], nieuw[2])

    def _heel(self, soort: str, data: Gelezen, naam: str, familie: str, kenmerk: str) -> Wijziging:
        bestand, pad, _ = data.records[familie, kenmerk]
        regel = data.bestanden[bestand].plek(pad).regel
        wat = model_van(familie).__name__.lower()
        return Wijziging(naam, regel, data.naam(familie, kenmerk), soort, familie=familie, kenmerk=kenmerk, wat=wat)


class _Record:
    """The changes within one record."""

    def __init__(self, geheel: Vergelijking, familie: str, kenmerk: str, bestand: str, begin: Pad):
        self.geheel, self.familie, self.kenmerk, self.bestand, self.begin = geheel, familie, kenmerk, bestand, begin
        self.model = model_van(familie)
        self.woorden = geheel.nieuw.weergave
        self.jaren: tuple[str, str] = ("", "")

    def verschillen(self, oud: Any, nieuw: Any) -> Iterator[Wijziging]:
        """Every fact that differs, in the order of the model."""
        self.jaren = str(oud.get("schooljaar", "")), str(nieuw.get("schooljaar", ""))
        yield from self._loop(oud, nieuw, (), ())

    def _loop(self, oud: Any, nieuw: Any, pad: Pad, label: tuple[str, ...]) -> Iterator[Wijziging]:
        if oud == nieuw:
            return
        soort = langs(self.model, pad)
        if is_model(soort, Lezing) and pad:
            yield self._feit(oud or {}, nieuw or {}, pad, label)
        elif isinstance(oud or nieuw, dict) and isinstance(nieuw or oud, dict):
            oud, nieuw = oud or {}, nieuw or {}
            velden = [*getattr(soort, "model_fields", {}), *oud, *nieuw]
            for veld in dict.fromkeys(velden):
                woord = self._label((*pad, veld))
                yield from self._loop(oud.get(veld), nieuw.get(veld), (*pad, veld), (*label, woord))
        elif isinstance((nieuw or oud or [0])[0] if isinstance(nieuw or oud, list) else None, list):
            yield self._wijziging("gewijzigd", pad, label)  # points of an outline, cells of a table
        elif _van_groepen(oud) and _van_groepen(nieuw) and (oud or nieuw):
            yield from self._lijst(oud or [], nieuw or [], pad, label)
        else:
            jaar = ("", "")
            yield self._anders(pad, label, self._tekst(oud, pad), self._tekst(nieuw, pad), jaar)

    def _lijst(self, oud: list[Any], nieuw: list[Any], pad: Pad, label: tuple[str, ...]) -> Iterator[Wijziging]:
        """Items known again by a name are compared, and those in the same place; the others came or went."""
        sleutel, eerst, daarna = _bekend(oud, nieuw)
        paren = {naam: naam for naam in daarna if naam in eerst}
        over = [naam for naam in daarna if naam not in eerst], [naam for naam in eerst if naam not in daarna]
        if sleutel != "id" and len(over[0]) == len(over[1]):
            paren |= dict(zip(*over, strict=True))
        for nummer, naam in enumerate(daarna):
            plek, waar = (*pad, nummer), (*label, self._item(sleutel, naam))
            if naam in paren:
                yield from self._loop(eerst[paren[naam]], daarna[naam], plek, waar)
            else:
                yield self._wijziging("bij", plek, waar)
        for naam in (naam for naam in eerst if naam not in paren.values()):
            yield self._wijziging("eraf", pad, (*label, self._item(sleutel, naam)))
        if eerst == daarna and list(eerst) != list(daarna):
            yield self._wijziging("volgorde", pad, label)

    def _item(self, sleutel: str, naam: str) -> str:
        familie = VERWIJZINGEN.get(sleutel)
        if familie:
            return self.geheel.nieuw.naam(familie, naam)
        return f"{sleutel} {naam}" if sleutel == "leerjaar" else _kort(naam)

    def _feit(self, oud: dict[str, Any], nieuw: dict[str, Any], pad: Pad, label: tuple[str, ...]) -> Wijziging:
        teksten = [self._kern(feit, pad) for feit in (oud, nieuw)]
        jaren = tuple(str(f.get("schooljaar", jaar)) for f, jaar in zip((oud, nieuw), self.jaren, strict=True))
        if pad[-1] in VERWIJZINGEN or any(als_datum(feit.get("waarde")) for feit in (oud, nieuw)):
            jaren = ("", "")  # a school or a day is not of a school year
        if teksten[0] != teksten[1]:
            return self._anders(pad, label, teksten[0], teksten[1], jaren)
        delen = [
            f"{self._label((*pad, veld)).lower()}: {self._tekst(oud.get(veld), (*pad, veld)) or WIJZIGING['niets']} → "
            f"{self._tekst(nieuw.get(veld), (*pad, veld)) or WIJZIGING['niets']}"
            for veld in dict.fromkeys([*oud, *nieuw])
            if oud.get(veld) != nieuw.get(veld)
        ]
        return self._wijziging("bijzaak", pad, label, nieuw="; ".join(delen))

    def _kern(self, feit: dict[str, Any], pad: Pad) -> str:
        if not feit:
            return ""
        if feit.get("onbekend"):
            return WIJZIGING["onbekend"].format(reden=feit["onbekend"])
        if isinstance(feit.get("waarden"), list):
            lezingen = [self._kern(deel, pad) for deel in feit["waarden"] if isinstance(deel, dict)]
            return WIJZIGING["bronnen_verschillen"].format(lezingen=" of ".join(lezingen), keuze=feit.get("keuze"))
        if "van" in feit:
            tekst = f"{self._tekst(feit['van'], pad)} tot {self._tekst(feit.get('tot'), pad)}"
        else:
            tekst = self._tekst(feit.get("waarde"), pad)
        eenheid = self.woorden["eenheden"].get(self._sleutel(pad), "")
        return " ".join(filter(None, (feit.get("aanduiding"), tekst, eenheid)))

    def _tekst(self, waarde: Any, pad: Pad) -> str:
        """A plain value as a reader knows it."""
        veld = next((deel for deel in reversed(pad) if isinstance(deel, str)), "")
        if waarde is None or waarde == []:
            return ""
        if isinstance(waarde, list):
            return opsomming([self._tekst(deel, pad) for deel in waarde])
        if isinstance(waarde, dict):
            return "; ".join(self._tekst(deel, (*pad, naam)) for naam, deel in waarde.items())
        if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
            return str(waarde) if veld in JAREN else getal(waarde)
        if familie := VERWIJZINGEN.get(veld):
            return self.geheel.nieuw.naam(familie, str(waarde))
        dag = als_datum(waarde)
        return datum(dag) if dag else self.woorden["waarden"].get(str(waarde), str(waarde))

    def _anders(self, pad: Pad, label: tuple[str, ...], oud: str, nieuw: str, jaren: tuple[str, ...]) -> Wijziging:
        """A value that changed; with the year in the label, or with each value where that changed too."""
        if max(len(oud), len(nieuw)) > LANG and oud and nieuw:
            oud, nieuw = zinsverschil(oud, nieuw)
        if oud and nieuw and jaren[0] != jaren[1]:
            oud, nieuw = (
                f"{tekst} ({jaar})" if jaar else tekst for tekst, jaar in ((oud, jaren[0]), (nieuw, jaren[1]))
            )
        elif jaren[1] and label:
            label = (*label[:-1], f"{label[-1]} {jaren[1]}")
        soort = "bij_veld" if not oud else "eraf_veld" if not nieuw else "anders"
        return self._wijziging(soort, pad, label, oud=oud, nieuw=nieuw)

    def _wijziging(self, soort: str, pad: Pad, label: tuple[str, ...], oud: str = "", nieuw: str = "") -> Wijziging:
        regel = self.geheel.nieuw.bestanden[self.bestand].plek((*self.begin, *pad)).regel
        naam = self.geheel.nieuw.naam(self.familie, self.kenmerk)
        if self.familie in LOSSE_BESTANDEN and naam == self.familie:
            naam = self.bestand
        veld = _zin(" › ".join(label))
        return Wijziging(self.bestand, regel, naam, soort, veld, oud, nieuw, self.familie, self.kenmerk)

    def _sleutel(self, pad: Pad) -> str:
        namen = ".".join(deel for deel in pad if isinstance(deel, str))
        return f"{self.model.__name__.lower()}.{namen}"

    def _label(self, pad: Pad) -> str:
        gewoon = str(pad[-1]).replace("_", " ")
        return self.woorden["velden"].get(self._sleutel(pad), gewoon)


def _bekend(oud: list[Any], nieuw: list[Any]) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """The field by which the items are known again, and both lists by it; by number where there is no such field."""
    for sleutel in SLEUTELS:
        namen = [[str(deel.get(sleutel, "")) for deel in lijst] for lijst in (oud, nieuw)]
        if all(all(lijst) and len(set(lijst)) == len(lijst) for lijst in namen):
            return sleutel, dict(zip(namen[0], oud, strict=True)), dict(zip(namen[1], nieuw, strict=True))
    return "", {str(n): deel for n, deel in enumerate(oud, 1)}, {str(n): deel for n, deel in enumerate(nieuw, 1)}


def _van_groepen(waarde: Any) -> bool:
    return waarde is None or (isinstance(waarde, list) and all(isinstance(deel, dict) for deel in waarde))


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= LANG else tekst[: LANG - 1].rsplit(" ", 1)[0] + " …"


def _zin(tekst: str) -> str:
    """A label within a sentence: small first letter, unless it is an abbreviation."""
    return tekst if tekst[1:2].isupper() else tekst[:1].lower() + tekst[1:]


def zinsverschil(oud: str, nieuw: str) -> tuple[str, str]:
    """Of two texts only the sentences that differ; `…` stands for what is the same."""
    zinnen = [re.split(r"(?<=[.!?])\s+", tekst) for tekst in (oud, nieuw)]
    uit: tuple[list[str], list[str]] = ([], [])
    for stand, a, b, c, d in difflib.SequenceMatcher(None, *zinnen, autojunk=False).get_opcodes():
        delen = (["…"], ["…"]) if stand == "equal" else (zinnen[0][a:b], zinnen[1][c:d])
        for kant, deel in zip(uit, delen, strict=True):
            kant.extend(deel)
    return " ".join(uit[0]), " ".join(uit[1])
