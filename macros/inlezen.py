"""All of data/ → validated records and messages; one mistake in an editor's file is one message."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.bestand import Bestand, Pad
from macros.families import FAMILIES, LOSSE_BESTANDEN
from macros.herkomst import met_herkomst
from macros.klacht import Klacht, bedoeld_veld, lege_velden
from macros.loader import lees_eens
from macros.messages import REGELS, SYNTAX
from macros.model import Feit, Model
from macros.verslag import Melding, kort
from macros.vorm import is_model, langs, naar_lang


@dataclass(frozen=True)
class Ingelezen:
    """A valid record with the file it came from; `pad` is its place in that file. Not `gaaf`: what is left of a
    record without its mistakes, against which no other record is held."""

    familie: str
    record: Any
    bestand: Bestand
    pad: Pad = ()
    gaaf: bool = True

    @cached_property
    def compleet(self) -> Any:
        """The record, each fact with the source that holds for it."""
        return met_herkomst(self.record)

    @cached_property
    def per_naam(self) -> dict[str, list[tuple[Pad, Any]]]:
        """Name of a field → every place where the record has it, with its value; facts as one."""
        gevonden: dict[str, list[tuple[Pad, Any]]] = defaultdict(list)
        for pad, waarde in velden(self.record):
            gevonden[str(pad[-1])].append((pad, waarde))
        return dict(gevonden)

    def met_naam(self, *namen: str) -> Iterator[tuple[Pad, Any]]:
        """The fields that carry one of these names, with their path."""
        for naam in namen:
            yield from self.per_naam.get(naam, ())


def velden(waarde: Any, pad: Pad = ()) -> Iterator[tuple[Pad, Any]]:
    """Every field below a model with its path, facts as one."""
    if isinstance(waarde, Model):
        for naam in type(waarde).model_fields:
            deel = getattr(waarde, naam)
            yield (*pad, naam), deel
            if isinstance(deel, (Model, list)):
                yield from velden(deel, (*pad, naam))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            if isinstance(deel, (Model, list)):
                yield from velden(deel, (*pad, nummer))


@dataclass
class Inlezing:
    """What reading data/ gave. `ids` holds every id that stands in a file, of broken records too.

    `namen` holds, per family, the names of its files, and `onleesbaar` the families of which the one file, or an
    id in it, could not be read: what refers to those is no second mistake.
    """

    records: list[Ingelezen] = field(default_factory=list)
    losse: dict[str, Ingelezen] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)
    ids: dict[str, dict[str, list[tuple[Bestand, Pad]]]] = field(
        default_factory=lambda: {naam: {} for naam in FAMILIES}
    )
    namen: dict[str, set[str]] = field(default_factory=lambda: {naam: set() for naam in FAMILIES})
    onleesbaar: set[str] = field(default_factory=set)
    bestanden: int = 0

    def voeg_toe(self, deel: Inlezing) -> None:
        """Adds what the reading of one file gave."""
        self.records += deel.records
        self.losse |= deel.losse
        self.meldingen += deel.meldingen
        self.onleesbaar |= deel.onleesbaar
        for familie, ids in deel.ids.items():
            for kenmerk, plaatsen in ids.items():
                self.ids[familie].setdefault(kenmerk, []).extend(plaatsen)


# Path → what its file looked like when it was last read, and what that gave.
_onthouden: dict[Path, tuple[tuple[int, int], Inlezing]] = {}


@contextmanager
def _zonder_opruimen() -> Iterator[None]:
    """No search for memory that may go: all that is read stays. Searching many files takes a fourth of the time."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()


@_zonder_opruimen()
def lees_alles(data: Path) -> Inlezing:
    """Reads every file under `data`; raises nothing on bad input, all mistakes are in `meldingen`.

    A file that did not change since the last call is not read again.
    """
    inlezing, vorige = Inlezing(), dict(_onthouden)
    _onthouden.clear()
    gevonden: set[str] = set()
    alle = (p for p in data.rglob("*") if p.is_file() or p.is_symlink())
    for pad in sorted(p for p in alle if not _overslaan(p.relative_to(data))):
        plaats = pad.relative_to(data)
        gevonden.add(plaats.stem if len(plaats.parts) == 1 else "")
        inlezing.bestanden += 1
        if plaats.parts[0] in FAMILIES:
            inlezing.namen[plaats.parts[0]].add(plaats.stem)
        familie = None if pad.is_symlink() else familie_van(f"data/{plaats.as_posix()}")
        if familie:
            stand = (pad.stat().st_mtime_ns, pad.stat().st_size)
            gelezen = vorige.get(pad)
            if not gelezen or gelezen[0] != stand:
                gelezen = stand, _lees_bestand(familie, lees_eens(f"data/{plaats.as_posix()}", pad.read_bytes()))
            _onthouden[pad] = gelezen
            inlezing.voeg_toe(gelezen[1])
        else:
            inlezing.meldingen.append(_verdwaald(plaats, pad.is_symlink()))
            inlezing.onleesbaar.add(plaats.stem)
    for naam in sorted(LOSSE_BESTANDEN.keys() - gevonden):
        verwacht = REGELS["bestand_mist"].format(naam=f"data/{naam}.yml")
        inlezing.meldingen.append(Melding(f"data/{naam}.yml", 1, "bestand", kort(None), verwacht))
    return inlezing


def _lees_bestand(familie: str, bestand: Bestand) -> Inlezing:
    """What one file gives; a value that the loader refused does not get a second message."""
    inlezing = Inlezing()
    if bestand.waarde is None:
        inlezing.meldingen += bestand.meldingen
        inlezing.onleesbaar.add(familie)
        return inlezing
    van_model = _neem_op(inlezing, familie, bestand)
    bezet = {(melding.regel, melding.veld) for melding in bestand.meldingen}
    nieuw = [melding for melding in van_model if (melding.regel, melding.veld) not in bezet]
    plaatsen = {(melding.regel, melding.veld) for melding in nieuw}
    twijfel = [melding for melding in bestand.twijfel if (melding.regel, melding.veld) not in plaatsen]
    inlezing.meldingen += [*bestand.meldingen, *nieuw, *twijfel]
    return inlezing


def _verdwaald(plaats: Path, koppeling: bool) -> Melding:
    """A file that stands where, or is called what, no file of ours can; or a link, which may lead out of data/."""
    waar = plaats.parts[0] if plaats.parts[0] in FAMILIES else ""
    bekend = waar or (plaats.stem in {**FAMILIES, **LOSSE_BESTANDEN} and len(plaats.parts) == 1)
    code = "bestand_onbekend" if not bekend else "uitgang" if plaats.suffix != ".yml" else "submap"
    code = "koppeling" if koppeling else code
    verwacht = REGELS[code].format(waar=f"data/{waar}/")
    goed = plaats.with_suffix(".yml").name if code == "uitgang" else None
    return Melding(f"data/{plaats.as_posix()}", 1, "bestand", plaats.name, verwacht, goed=goed)


def _overslaan(plaats: Path) -> bool:
    """Generated folders (_schema, _sjabloon), hidden files and editors' swap files."""
    return any(deel.startswith(("_", ".")) for deel in plaats.parts) or plaats.name.endswith("~")


def familie_van(bestand: str) -> str | None:
    """The family of a file (`data/routes/x.yml`), or the name of its setting; None where no record can stand."""
    plaats = Path(bestand).relative_to("data")
    naam = plaats.parts[0].removesuffix(".yml")
    if plaats.suffix != ".yml":
        return None
    if len(plaats.parts) == 1:
        return naam if naam in LOSSE_BESTANDEN or (naam in FAMILIES and not FAMILIES[naam].map_) else None
    return naam if len(plaats.parts) == 2 and naam in FAMILIES and FAMILIES[naam].map_ else None


def _neem_op(inlezing: Inlezing, familie: str, bestand: Bestand) -> list[Melding]:
    """Validates what a file holds and adds it to the reading."""
    if familie in LOSSE_BESTANDEN:
        record, meldingen = _valideer(LOSSE_BESTANDEN[familie], bestand, bestand.waarde, ())
        if record:
            inlezing.losse[familie] = Ingelezen(familie, record, bestand, gaaf=not meldingen)
        return meldingen
    als_lijst = not FAMILIES[familie].map_
    if not isinstance(bestand.waarde, list if als_lijst else dict):
        inlezing.onleesbaar.add(familie)
        verwacht = SYNTAX["lijst_bestand" if als_lijst else "groep_bestand"]
        return [Melding(bestand.naam, bestand.plek(()).regel, "bestand", kort(bestand.waarde), verwacht)]
    alle: list[Melding] = []
    for nummer, waarde in enumerate(bestand.waarde) if als_lijst else [(None, bestand.waarde)]:
        pad: Pad = () if nummer is None else (nummer,)
        if isinstance(waarde, dict) and isinstance(waarde.get("id"), str):
            inlezing.ids[familie].setdefault(waarde["id"], []).append((bestand, pad))
        record, meldingen = _valideer(FAMILIES[familie].model, bestand, waarde, pad)
        alle += meldingen
        if als_lijst and any(melding.veld == "id" for melding in meldingen):
            inlezing.onleesbaar.add(familie)  # what refers to that one refers to nothing now
        if record:
            inlezing.records.append(Ingelezen(familie, record, bestand, pad, not meldingen and not bestand.meldingen))
    return alle


def _valideer(model: type[Model], bestand: Bestand, waarde: Any, pad: Pad) -> tuple[Any, list[Melding]]:
    """The record and what is wrong with it. With mistakes it is what remains without them, for the rules across
    records, or None when too little remains."""
    leeg = list(lege_velden(model, bestand, pad, waarde))
    bezet = {(melding.regel, melding.veld) for melding in leeg}
    lang = naar_lang(waarde, model)
    try:
        return model.model_validate(lang), leeg
    except ValidationError as uitzondering:
        fouten = uitzondering.errors()
    # A misspelt field is one mistake: the field it was meant to be is then not missing as well.
    bedoeld = {(*fout["loc"][:-1], bedoeld_veld(model, fout)) for fout in fouten if fout["type"] == "extra_forbidden"}
    klachten = [
        Klacht(model, bestand, pad, fout) for fout in fouten if fout["type"] != "missing" or fout["loc"] not in bedoeld
    ]
    meldingen = [
        m
        for m in (klacht.melding() for klacht in klachten)
        if (m.regel, m.veld) not in bezet and not any(veld.startswith(f"{m.veld} › ") for _, veld in bezet)
    ]
    for fout in fouten:
        _knip(lang, model, fout["loc"])
    try:
        return model.model_validate(lang), leeg + meldingen
    except ValidationError:
        return None, leeg + meldingen


def _knip(lang: Any, model: type[Model], loc: Pad) -> None:
    """Takes what is wrong out of a record in its long form: a fact becomes unknown, another field goes."""
    for diepte, deel in enumerate(loc):
        if isinstance(lang, dict) and is_model(langs(model, loc[: diepte + 1]), Feit) and deel in lang:
            lang[deel] = {"onbekend": "fout"}
            return
        if isinstance(lang, dict) and diepte == len(loc) - 1:
            lang.pop(deel, None)
            return
        binnen = deel in lang if isinstance(lang, dict) else isinstance(lang, list) and deel < len(lang)
        if not binnen:
            return
        lang = lang[deel]
