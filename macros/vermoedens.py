"""What looks odd in a change without being wrong: asked as a question ("bedoelt u dit?"), never a reason to stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.messages_wijziging import VERMOEDEN
from macros.standen import Gelezen
from macros.wijzigingen import Wijziging

SPRONG = 2  # a number that grows or shrinks by this factor is asked about
MEER = 3  # records in one change from here on are asked about


@dataclass(frozen=True)
class Vermoeden:
    """A question about one line of the change."""

    bestand: str
    regel: int
    tekst: str


def vermoedens(alle: list[Wijziging], oud: Gelezen, nieuw: Gelezen) -> list[Vermoeden]:
    """Every question about a change, each once, in the order of the change."""
    gevonden = [
        Vermoeden(w.bestand, w.regel, VERMOEDEN[code].format(zin=w.zin().rstrip("."), **invul))
        for w in alle
        for code, invul in (*_van_een(w), *_zonder_bron(w, alle, oud, nieuw))
    ]
    records = {(w.familie, w.kenmerk) for w in alle if w.familie}
    if len(records) > MEER:
        gevonden.append(Vermoeden(alle[0].bestand, 1, VERMOEDEN["onderwerpen"].format(aantal=len(records))))
    return list(dict.fromkeys(gevonden))


def _van_een(w: Wijziging) -> Iterator[tuple[str, dict[str, str]]]:
    """What one line tells by itself."""
    if w.soort == "weg" and w.familie in ("routes", "scholen"):
        yield f"weg-{w.familie}", {}
    if w.soort != "anders":
        return
    a, b = _getal(w.oud), _getal(w.nieuw)
    if a and b and max(a, b) >= SPRONG * min(a, b) and max(a, b) - min(a, b) > 2:
        yield "sprong", {}
    if w.veld == "schooljaar" and w.nieuw < w.oud:
        yield "terug", {}


def _zonder_bron(
    w: Wijziging, alle: list[Wijziging], oud: Gelezen, nieuw: Gelezen
) -> Iterator[tuple[str, dict[str, str]]]:
    """A value of a record with sources changed, but no source and no check date in that record did."""
    sleutel = w.familie, w.kenmerk
    if w.soort not in ("anders", "bij_veld") or sleutel not in oud.records or sleutel not in nieuw.records:
        return
    standen = [data.records[sleutel][2] for data in (oud, nieuw)]
    if "gecontroleerd_op" not in standen[1] or w != next(v for v in alle if (v.familie, v.kenmerk) == sleutel):
        return
    if herkomst(standen[0]) == herkomst(standen[1]):
        yield "zonder-bron", {"dag": str(standen[1]["gecontroleerd_op"])}


def herkomst(waarde: object, naam: str = "") -> list[str]:
    """Every source, place, year and check date in a record, in order: what has to change with a value."""
    if isinstance(waarde, dict):
        return [tekst for veld, deel in waarde.items() for tekst in herkomst(deel, veld)]
    if isinstance(waarde, list):
        return [tekst for deel in waarde for tekst in herkomst(deel, naam)]
    return [str(waarde)] if naam in ("bron", "plaats", "schooljaar", "gecontroleerd_op", "gelezen_op") else []


def _getal(tekst: str) -> float | None:
    """The number at the beginning of a value: `1.280 leerlingen`."""
    gevonden = re.match(r"(\d[\d.]*)(,\d+)?\b(?!-)", tekst)
    return float(gevonden[0].replace(".", "").replace(",", ".")) if gevonden else None
