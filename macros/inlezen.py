"""All of data/ → validated records and messages; one mistake in an editor's file is one message."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.families import FAMILIES, LOSSE_BESTANDEN
from macros.loader import Bestand, Pad, lees
from macros.messages import REGELS, SYNTAX, VERWACHT, VORM, Melding, bedoelt, kort
from macros.model import Model
from macros.vorm import is_model, langs, naar_lang


@dataclass(frozen=True)
class Ingelezen:
    """A valid record with the file it came from; `pad` is its place in that file."""

    familie: str
    record: Any
    bestand: Bestand
    pad: Pad = ()


@dataclass
class Inlezing:
    """What reading data/ gave. `ids` holds every id that stands in a file, of broken records too."""

    records: list[Ingelezen] = field(default_factory=list)
    losse: dict[str, Ingelezen] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)
    ids: dict[str, dict[str, list[tuple[Bestand, Pad]]]] = field(
        default_factory=lambda: {naam: {} for naam in FAMILIES}
    )
    bestanden: int = 0


def lees_alles(data: Path) -> Inlezing:
    """Reads every file under `data`; raises nothing on bad input, all mistakes are in `meldingen`."""
    inlezing = Inlezing()
    gelezen: set[str] = set()
    for pad in sorted(p for p in data.rglob("*") if p.is_file() and not _overslaan(p.relative_to(data))):
        plaats = pad.relative_to(data)
        naam = f"data/{plaats.as_posix()}"
        familie = _familie(plaats)
        inlezing.bestanden += 1
        if familie is None:
            code = "uitgang" if plaats.parts[0] in FAMILIES else "bestand_onbekend"
            mappen = ", ".join(f.waar() for f in FAMILIES.values())
            verwacht = REGELS[code].format(mappen=mappen)
            inlezing.meldingen.append(Melding(naam, 1, "bestand", plaats.name, verwacht, goed=_goede_naam(plaats)))
            continue
        gelezen.add(familie)
        bestand = lees(naam, pad.read_bytes())
        inlezing.meldingen += bestand.meldingen
        if bestand.waarde is not None:
            _neem_op(inlezing, familie, bestand)
    for naam in LOSSE_BESTANDEN.keys() - gelezen:
        inlezing.meldingen.append(Melding(f"data/{naam}.yml", 1, "bestand", kort(None), SYNTAX["groep_bestand"]))
    return inlezing


def _overslaan(plaats: Path) -> bool:
    """Generated folders (_schema, _sjabloon), hidden files and editors' swap files."""
    return any(deel.startswith(("_", ".")) for deel in plaats.parts) or plaats.name.endswith("~")


def _familie(plaats: Path) -> str | None:
    naam = plaats.parts[0].removesuffix(".yml")
    if plaats.suffix != ".yml":
        return None
    if len(plaats.parts) == 1:
        return naam if naam in LOSSE_BESTANDEN or (naam in FAMILIES and not FAMILIES[naam].map_) else None
    return naam if len(plaats.parts) == 2 and naam in FAMILIES and FAMILIES[naam].map_ else None


def _goede_naam(plaats: Path) -> str | None:
    return plaats.with_suffix(".yml").name if plaats.suffix in (".yaml", ".YML", ".txt", "") else None


def _neem_op(inlezing: Inlezing, familie: str, bestand: Bestand) -> None:
    """Validates what a file holds and adds it to the reading."""
    if familie in LOSSE_BESTANDEN:
        record = _valideer(inlezing, LOSSE_BESTANDEN[familie], bestand, bestand.waarde, ())
        if record:
            inlezing.losse[familie] = Ingelezen(familie, record, bestand)
        return
    als_lijst = not FAMILIES[familie].map_
    if isinstance(bestand.waarde, list) != als_lijst or (not als_lijst and not isinstance(bestand.waarde, dict)):
        verwacht = SYNTAX["lijst_bestand" if als_lijst else "groep_bestand"]
        inlezing.meldingen.append(Melding(bestand.naam, 1, "bestand", kort(bestand.waarde), verwacht))
        return
    delen = enumerate(bestand.waarde) if als_lijst else [(None, bestand.waarde)]
    for nummer, waarde in delen:
        pad: Pad = () if nummer is None else (nummer,)
        if isinstance(waarde, dict) and isinstance(waarde.get("id"), str):
            inlezing.ids[familie].setdefault(waarde["id"], []).append((bestand, pad))
        record = _valideer(inlezing, FAMILIES[familie].model, bestand, waarde, pad)
        if record:
            inlezing.records.append(Ingelezen(familie, record, bestand, pad))


def _valideer(inlezing: Inlezing, model: type[Model], bestand: Bestand, waarde: Any, pad: Pad) -> Any:
    try:
        return model.model_validate(naar_lang(waarde, model))
    except ValidationError as fout:
        # A value that the loader refused already (same line) does not get a second message.
        bezet = {melding.regel for melding in bestand.meldingen}
        meldingen = [_vertaal(model, bestand, pad, deel) for deel in fout.errors()]
        inlezing.meldingen += [m for m in meldingen if m.regel not in bezet]
        return None


def veldnaam(pad: Pad) -> str:
    """A path as an editor reads it: `uitkomsten › uitval`, with list items counted from 1."""
    return " › ".join(str(deel + 1) if isinstance(deel, int) else deel for deel in pad) or "bestand"


def _vertaal(model: type[Model], bestand: Bestand, pad: Pad, fout: Any) -> Melding:
    """One complaint of pydantic → one Dutch message."""
    loc: Pad = tuple(fout["loc"])
    echt = _echt(bestand, pad, loc)
    plek = bestand.plek((*pad, *loc))
    ruw = plek.ruw if plek.ruw is not None else kort(fout["input"])
    code, veld = fout["type"], veldnaam(echt)
    if code == "extra_forbidden":
        ouder = langs(model, loc[:-1])
        bekend = list(ouder.model_fields) if is_model(ouder) else []
        regel = bestand.sleutels.get((*pad, *loc), plek.regel)
        nabij = bedoelt(str(loc[-1]), bekend)
        return Melding(bestand.naam, regel, veld, str(loc[-1]), REGELS["onbekend_veld"], bedoelt=nabij)
    if code == "missing":
        ouder = langs(model, loc[:-1])
        uitleg = ouder.model_fields[loc[-1]].description or "verplicht"
        verwacht = REGELS["ontbreekt"].format(veld=loc[-1], uitleg=uitleg)
        return Melding(bestand.naam, plek.regel, veld, kort(None), verwacht, goed=f"{loc[-1]}: …")
    if code in VERWACHT:
        verwacht, herstel = VERWACHT[code]
        gegevens = fout.get("ctx", {})
        keuzes = gegevens.get("keuzes", [])
        verwacht = verwacht.format(**{**gegevens, "keuzes": ", ".join(keuzes)})
        nabij = bedoelt(ruw, keuzes)
        goed = _goed(echt, herstel(ruw) if herstel and plek.ruw is not None else None)
        return Melding(bestand.naam, plek.regel, veld, kort(ruw), verwacht, bedoelt=nabij, goed=goed)
    goed = f"- {ruw}" if code == "list_type" and plek.ruw else None
    return Melding(bestand.naam, plek.regel, veld, kort(ruw), VORM.get(code, VERWACHT["tekst"][0]), goed=goed)


def _echt(bestand: Bestand, pad: Pad, loc: Pad) -> Pad:
    """The path without the `waarde` steps that only the long form of a fact has."""
    echt: Pad = ()
    for deel in loc:
        if deel != "waarde" or (*pad, *echt, deel) in bestand.plekken:
            echt = (*echt, deel)
    return echt


def _goed(pad: Pad, waarde: str | None) -> str | None:
    """The corrected line as it should be written."""
    if waarde is None:
        return None
    return f"{pad[-1]}: {waarde}" if pad and isinstance(pad[-1], str) else f"- {waarde}"
