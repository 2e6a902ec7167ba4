"""What pydantic complains about → one Dutch message per mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from macros.bestand import Bestand, Pad
from macros.herstel import tekst_waarde
from macros.messages import HULP, NIET_BEKEND, REDEN, REGELS, VERWACHT, VOORBEELD, VORM
from macros.model import Feit, Lezing, Model
from macros.verslag import Melding, bedoelt, kort, veldnaam, waarom
from macros.vorm import beschrijvingen, is_model, kaal, langs, stap


def lege_velden(soort: Any, bestand: Bestand, pad: Pad, waarde: Any, loc: Pad = ()) -> Iterator[Melding]:
    """A field of which the value was forgotten: `naam:` with nothing behind it."""
    delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    for deel, inhoud in delen:
        if inhoud is not None:
            yield from lege_velden(stap(soort, deel), bestand, pad, inhoud, (*loc, deel))
        elif stap(soort, deel) is not None:
            regel = bestand.plek((*pad, *loc, deel)).regel
            verwacht, goed = _bij_leeg(soort, deel)
            yield Melding(bestand.naam, regel, veldnaam((*loc, deel)), kort(None), verwacht, goed=goed)


def _bij_leeg(soort: Any, deel: str | int) -> tuple[str, str | None]:
    """What is expected of an empty field, and how it can be written."""
    soort = kaal(soort)
    veld = soort.model_fields.get(deel) if is_model(soort) else None
    if veld is not None and is_model(kaal(veld.annotation), Feit):
        return REGELS["leeg_feit"], f"{deel}: {REDEN}"
    if veld is not None and not veld.is_required() and not is_model(soort, Lezing):
        return REGELS["leeg_mag_weg"], None
    if is_model(soort, Lezing) and deel in ("waarde", "onbekend"):
        goed = REDEN[1:-1]
        return REGELS["leeg_feit"], goed if deel == "onbekend" else f"{goed}   (in plaats van waarde)"
    return REGELS["leeg_verplicht"], f"{deel}: {VOORBEELD[deel]}" if deel in VOORBEELD else None


def bedoeld_veld(model: type[Model], fout: Any) -> str | None:
    """The field of the model that a misspelt field was meant to be."""
    ouder = langs(model, fout["loc"][:-1])
    return bedoelt(str(fout["loc"][-1]), ouder.model_fields if is_model(ouder) else [])


class Klacht:
    """One complaint of pydantic, and how it becomes one Dutch message."""

    def __init__(self, model: type[Model], bestand: Bestand, pad: Pad, fout: Any):
        self.model, self.bestand, self.pad, self.fout = model, bestand, pad, fout
        # this rule of a whole record is about one field
        self.loc: Pad = (*fout["loc"], "bronnen") if fout["type"] == "bronnen_leeg" else tuple(fout["loc"])
        self.ouder = langs(model, self.loc[:-1])
        self.plek = bestand.plek((*pad, *self.loc))
        self.ruw = self.plek.ruw
        self.echt = self._echt()
        self.naam = str(self.loc[-1]) if self.loc else "bestand"

    def melding(self) -> Melding:
        """The message."""
        maak = {"extra_forbidden": self._onbekend_veld, "missing": self._ontbreekt, "leeg": self._leeg}
        return maak.get(self.fout["type"], self._verkeerd)()

    def _echt(self) -> Pad:
        """The path without the `waarde` steps that only the long form of a fact has."""
        echt: Pad = ()
        for deel in self.loc:
            if deel != "waarde" or (*self.pad, *echt, deel) in self.bestand.plekken:
                echt = (*echt, deel)
        return echt

    def _maak(self, staat: str, verwacht: str, regel: int | None = None, **rest: str | None) -> Melding:
        return Melding(self.bestand.naam, regel or self.plek.regel, veldnaam(self.echt), staat, verwacht, **rest)

    def _onbekend_veld(self) -> Melding:
        regel = self.bestand.sleutels.get((*self.pad, *self.loc), self.plek.regel)
        if self.fout["input"] is None and (goed := self._komma(regel)):
            return self._maak(self.naam, REGELS["komma"], regel, goed=goed)
        hier = self.loc[-2] if len(self.loc) > 1 else None
        onder = [
            naam
            for naam, veld in self.model.model_fields.items()
            if is_model(kaal(veld.annotation))
            and self.naam in kaal(veld.annotation).model_fields
            and not is_model(kaal(veld.annotation), Feit)
        ]
        if hier is not None and self.naam in self.model.model_fields and not isinstance(hier, int):
            return self._maak(self.naam, REGELS["hoort_links"].format(ouder=hier, veld=self.naam), regel)
        nabij = bedoeld_veld(self.model, self.fout)
        if hier is None and onder and self.naam != nabij:
            ouder = "` of `".join(onder)
            return self._maak(self.naam, REGELS["hoort_onder"].format(ouder=ouder, veld=self.naam), regel)
        goed = self.bestand.regels[regel - 1].strip().replace(self.naam, nabij, 1) if nabij else None
        return self._maak(self.naam, REGELS["onbekend_veld"], regel, bedoelt=waarom(self.naam, nabij), goed=goed)

    def _komma(self, regel: int) -> str | None:
        """The line with quotes around the text that a comma between { } cut in two, if that is what happened."""
        tekst = self.bestand.regels[regel - 1].strip()
        gevonden = re.search(r"(\w+: )([^\"'{}\[\],:]+,\s*" + re.escape(self.naam) + r")\s*(?=[,}])", tekst)
        return tekst.replace(gevonden[2], tekst_waarde(gevonden[2]), 1) if gevonden else None

    def _ontbreekt(self) -> Melding:
        veld = self.ouder.model_fields[self.loc[-1]]
        uitleg = beschrijvingen(self.ouder).get(self.naam, "verplicht")
        verwacht = REGELS["ontbreekt"].format(veld=self.naam, uitleg=uitleg)
        soort = kaal(veld.annotation)
        if self.naam == "id":
            waarde = self._bestandsnaam()
        elif is_model(soort, Feit):
            waarde = REDEN
        else:
            waarde = VOORBEELD.get(self.naam, get_args(soort)[0] if get_origin(soort) is Literal else "…")
        return self._maak(kort(None), verwacht, goed=f"{self.naam}: {waarde}")

    def _bestandsnaam(self) -> str:
        return "…" if self.pad else self.bestand.naam.rsplit("/", 1)[-1].removesuffix(".yml")

    def _leeg(self) -> Melding:
        loc = self.loc[:-1] if self.naam == "waarde" and is_model(self.ouder, Lezing) else self.loc
        verwacht, goed = _bij_leeg(langs(self.model, loc[:-1]), loc[-1])
        return self._maak(kort(self.ruw), verwacht, goed=goed)

    def _verkeerd(self) -> Melding:
        code, gegevens = self.fout["type"], self.fout.get("ctx", {})
        staat = kort(self.ruw if self.ruw is not None else self.fout["input"])
        if code == "bronnen_leeg":
            return self._maak(kort(None), VERWACHT[code][0], goed=f"bronnen: {VOORBEELD['bronnen']}")
        if code not in VERWACHT or (code == "tekst" and self.ruw is None):
            return self._maak(staat, VORM.get(code, VORM["tekst"]), goed=self._andere_vorm(code))
        verwacht, herstel = VERWACHT[code]
        keuzes = gegevens.get("keuzes", [])
        verwacht = verwacht.format(**{**gegevens, "keuzes": ", ".join(keuzes)})
        nabij = bedoelt(staat, keuzes)
        invoer = self.fout["input"]
        ruw = str(invoer[0]) if self.ruw is None and isinstance(invoer, list) and len(invoer) == 1 else self.ruw
        goed = nabij or (herstel(ruw) if herstel and ruw is not None else None)
        if self._in_feit() and str(self.ruw).lower() in NIET_BEKEND:
            goed = REDEN
        hulp = None
        if self.loc == ("id",) and not self.pad and goed:
            naam = self._bestandsnaam()
            goed = naam if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", naam) else goed
            hulp = HULP["hernoem"].format(naam=goed) if goed != naam else None
        return self._maak(staat, verwacht, bedoelt=nabij, goed=self._regel(goed), hulp=hulp)

    def _andere_vorm(self, code: str) -> str | None:
        """The line with the same content in the shape that the model wants, where that can be told."""
        invoer, naam = self.fout["input"], next((d for d in reversed(self.echt) if isinstance(d, str)), "")
        if code == "list_type" and naam in VOORBEELD:
            return f"{naam}: {VOORBEELD[naam]}"
        if code == "list_type" and self.ruw:
            woorden = re.fullmatch(r"[\w-]+(, *[\w-]+)*", self.ruw)
            return f"{naam}: [{self.ruw if woorden else tekst_waarde(self.ruw)}]"
        if code == "tekst" and isinstance(invoer, list) and all(isinstance(deel, str) for deel in invoer):
            return f"{naam}: {tekst_waarde(', '.join(invoer))}"
        in_lijst = bool(self.echt) and isinstance(self.echt[-1], int)
        if code == "tekst" and in_lijst and isinstance(invoer, dict) and len(invoer) == 1:
            ((kop, waarde),) = invoer.items()
            return f"- {tekst_waarde(f'{kop}: {waarde}')}" if isinstance(waarde, (str, int)) else None
        return None

    def _regel(self, goed: str | None) -> str | None:
        """The corrected line, or None when it cannot be told or would say the same."""
        if goed is None or goed == self.ruw or (goed.startswith("{") and not self._in_feit()):
            return None
        if goed.startswith("{") and self.echt[-1] == "waarde":
            return f"{goed[1:-1]}   (in plaats van waarde)"
        if self.echt and isinstance(self.echt[-1], str):
            return f"{self.echt[-1]}: {goed}"
        regel = self.bestand.regels[self.plek.regel - 1].strip()
        return regel.replace(self.ruw, goed) if regel.count(self.ruw or " ") == 1 else goed

    def _in_feit(self) -> bool:
        return self.naam == "waarde" and is_model(self.ouder, Lezing)
