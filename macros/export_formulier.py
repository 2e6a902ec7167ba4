"""What the form at /meewerken/formulier/ needs of a file: its text, its values, and where each of them stands."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

from macros.kennisbank import DATA, Kennisbank
from macros.ligging import ligging
from macros.loader import lees


def bestand(naam: str, inhoud: bytes) -> dict[str, Any]:
    """One file for the browser. `tekst` is the file itself, character for character; `bom` says whether a byte-order
    mark stands before it. `stukken`: path with dots → [begin, end, kind, begin of the name]."""
    bom = inhoud.startswith(codecs.BOM_UTF8)
    tekst = inhoud.decode("utf-8-sig")
    stukken = {".".join(map(str, pad)): list(stuk) for pad, stuk in ligging(tekst).items()}
    return {"bestand": naam, "bom": bom, "tekst": tekst, "waarden": lees(naam, inhoud).waarde, "stukken": stukken}


def schrijf(kb: Kennisbank, site: Path) -> None:
    """Writes meewerken/formulier/<id>.json for every route, and _leeg.json for a new one."""
    doel = site / "meewerken" / "formulier"
    for route in kb.routes.values():
        naam = kb.bestanden["routes", route.id]
        _schrijf(doel / f"{route.id}.json", bestand(naam, (DATA.parent / naam).read_bytes()))
    leeg = (DATA / "_sjabloon" / "route.yml").read_bytes()
    _schrijf(doel / "_leeg.json", bestand("data/routes/nieuw-route.yml", leeg))


def _schrijf(doel: Path, inhoud: dict[str, Any]) -> None:
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text(json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
