"""Writes data/_schema/ and data/_sjabloon/, and says which of their files are not what the model gives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from macros.families import FAMILIES
from macros.messages import REGELS
from macros.schema import namen, schema
from macros.sjabloon import sjabloon
from macros.verslag import Melding


def bestanden() -> Iterator[tuple[str, str]]:
    """Name below data/ and text of every generated file."""
    for naam in namen():
        yield f"_schema/{naam}.json", json.dumps(schema(naam), ensure_ascii=False, indent=1) + "\n"
    for familie in FAMILIES.values():
        yield f"_sjabloon/{familie.schema}.yml", sjabloon(familie.schema)


def schrijf(data: Path) -> None:
    """Writes all of them."""
    for naam, tekst in bestanden():
        (data / naam).parent.mkdir(exist_ok=True)
        (data / naam).write_text(tekst, encoding="utf-8")


def verouderd(data: Path) -> Iterator[Melding]:
    """A message for each file that is missing or differs from what the model gives; line endings do not count."""
    for naam, tekst in bestanden():
        pad = data / naam
        if not pad.is_file() or pad.read_text(encoding="utf-8") != tekst:
            yield Melding(f"data/{naam}", 1, "bestand", pad.name, REGELS["verouderd"])
