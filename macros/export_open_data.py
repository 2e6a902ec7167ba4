"""Writes open-data/v1/: a JSON file per collection and per route, CSV, GeoJSON, JSON schemas and an index."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from macros.families import FAMILIES, LOSSE_BESTANDEN
from macros.kennisbank import Kennisbank
from macros.open_data import (
    GEHEIM,
    MAP,
    VERSIE,
    collectie,
    collecties,
    licentie,
    naamsvermelding,
    record_van,
    routes_tabel,
    scholen_kaart,
)
from macros.schema import Vorm

FORMULE = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so


class _Uit(Vorm):
    """The schema of what is published: facts in their long form only."""

    kort = False


def schrijf(kb: Kennisbank, site: Path, adres: str, dag: date, versie: str) -> None:
    """Writes every file; equal records give equal bytes. `adres` is where the site stands, `versie` its commit."""
    doel = site / MAP
    kop = {
        "versie": VERSIE,
        "gemaakt_uit": versie,
        "dag": dag.isoformat(),
        "uitgever": kb.uitgever.naam,
        "licentie": licentie(kb),
        "naamsvermelding": naamsvermelding(kb, dag),
        "uitleg": f"{adres}open-data/",
    }
    for naam in collecties():
        _json(doel / f"{naam}.json", kop | {"collectie": naam, "records": collectie(kb, naam)})
        _json(doel / "schema" / f"{naam}.json", schema(naam))
    for route in kb.routes.values():
        _json(doel / "routes" / f"{route.id}.json", kop | {"route": record_van(route, "routes")})
    _json(doel / "scholen.geojson", scholen_kaart(kb))
    (doel / "routes.csv").write_bytes(tabel(routes_tabel(kb)))
    bestanden = sorted(str(pad.relative_to(doel)) for pad in doel.rglob("*.*") if pad.is_file())
    _json(doel / "index.json", kop | {"bestanden": [f"{adres}{MAP}/{naam}" for naam in bestanden]})


def schema(naam: str) -> dict[str, Any]:
    """The JSON schema of one record of a collection, as it is published."""
    model = FAMILIES[naam].model if naam in FAMILIES else LOSSE_BESTANDEN[naam]
    vorm = model.model_json_schema(schema_generator=_Uit)
    for weg in GEHEIM.get(naam, ()):
        del vorm["properties"][weg]
        vorm["required"].remove(weg)
    _jaren(vorm)
    return {"$schema": GenerateJsonSchema.schema_dialect, "title": naam} | vorm


def _jaren(vorm: Any) -> None:
    """A year is written as a number and published as text, as a school year is."""
    if isinstance(vorm, dict) and vorm.get("x-code") == "jaar":
        vorm |= {"type": "string", "pattern": r"^(19|20)\d\d(-(19|20)\d\d)?$"}
        del vorm["minimum"], vorm["maximum"]
    for deel in vorm.values() if isinstance(vorm, dict) else vorm if isinstance(vorm, list) else ():
        _jaren(deel)


def tabel(rijen: list[list[str]]) -> bytes:
    """Rows as CSV for a Dutch spreadsheet: semicolons, and a byte-order mark so that accents stay whole."""
    uit = io.StringIO(newline="")
    csv.writer(uit, delimiter=";", lineterminator="\r\n").writerows([list(map(_veilig, rij)) for rij in rijen])
    return uit.getvalue().encode("utf-8-sig")


def _veilig(cel: str) -> str:
    return f"'{cel}" if cel.startswith(FORMULE) else cel


def _json(pad: Path, inhoud: Any) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
