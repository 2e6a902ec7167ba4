"""Puts a value in the text of a file, in the place of another or as a new field; every other character stays."""

from __future__ import annotations

import json
import re
from typing import Any

from macros.bestand import Pad
from macros.ligging import ligging

KAAL = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|\d{4}-\d{4}|\d{4}-\d{2}-\d{2}")
ANDERS = re.compile(r"y|n|yes|no|on|off|true|false|null", re.IGNORECASE)


def yaml(waarde: Any) -> str:
    """A plain value as YAML on one line."""
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{naam}: {yaml(deel)}" for naam, deel in waarde.items()) + "}"
    if isinstance(waarde, list):
        return f"[{', '.join(map(yaml, waarde))}]"
    if not isinstance(waarde, str):
        return str(waarde)
    kaal = KAAL.fullmatch(waarde) and not ANDERS.fullmatch(waarde)
    return waarde if kaal else json.dumps(waarde, ensure_ascii=False)


def zet(tekst: str, pad: Pad, waarde: Any) -> str:
    """The text with `waarde` at `pad`. A field that is not there yet comes below the last one of its group.

    Raises KeyError where the group itself is not there.
    """
    stukken = ligging(tekst)
    if pad in stukken:
        stuk = stukken[pad]
        return tekst[: stuk.begin] + yaml(waarde) + tekst[stuk.eind :]
    groep = stukken[pad[:-1]]
    kinderen = [stuk for naam, stuk in stukken.items() if naam and naam[:-1] == pad[:-1]]
    nieuw = f"{pad[-1]}: {yaml(waarde)}"
    if groep.soort == "groep-regel":
        plek = max((stuk.eind for stuk in kinderen), default=groep.begin + 1)
        return f"{tekst[:plek]}{', ' if kinderen else ''}{nieuw}{tekst[plek:]}"
    eerste = min(stuk.sleutel for stuk in kinderen)
    marge = " " * (eerste - (tekst.rfind("\n", 0, eerste) + 1))
    plek = tekst.find("\n", groep.eind)
    plek = len(tekst) if plek < 0 else plek - (tekst[plek - 1] == "\r")
    eind = "\r\n" if "\r\n" in tekst else "\n"
    return f"{tekst[:plek]}{eind}{marge}{nieuw}{tekst[plek:]}"
