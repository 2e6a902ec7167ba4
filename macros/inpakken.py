"""A packed copy beside every file of text in a built site, for a server that sends such copies (deploy/)."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

TEKST = frozenset(".css .csv .geojson .html .js .json .svg .txt .xml".split())
MINSTE = 400  # bytes: below this a packed file is no smaller on the line


def pak_in(site: Path) -> int:
    """Writes `x.gz` beside each `x` that gains by it, equal for equal files; returns how many."""
    for oud in site.rglob("*.gz"):
        if Path(oud.stem).suffix in TEKST:
            oud.unlink()
    aantal = 0
    for pad in sorted(pad for pad in site.rglob("*") if pad.suffix in TEKST and pad.is_file()):
        inhoud = pad.read_bytes()
        ingepakt = gzip.compress(inhoud, 9, mtime=0)
        if len(inhoud) < MINSTE or len(ingepakt) >= len(inhoud):
            continue
        doel = pad.with_name(f"{pad.name}.gz")
        doel.write_bytes(ingepakt)
        tijd = pad.stat().st_mtime_ns
        os.utime(doel, ns=(tijd, tijd))  # nginx says when the file changed by its packed copy
        aantal += 1
    return aantal
