"""A stub page per record: a marker and a macro call with the id. Text from data/ never goes into a page's source."""

from __future__ import annotations

from pathlib import Path

from macros.kennisbank import Kennisbank
from macros.paginas import PAGINAS

MERK = "<!-- gegenereerd uit data/; niet met de hand wijzigen -->"


def schrijf(kb: Kennisbank, docs: Path) -> None:
    """Writes the stubs that are missing or differ under `docs`, and deletes those whose record is gone."""
    for macro, pagina in PAGINAS.items():
        if not (pagina.familie and pagina.map_):
            continue
        map_ = docs / pagina.map_
        map_.mkdir(parents=True, exist_ok=True)
        nodig = {
            map_ / f"{kenmerk}.md": f'{MERK}\n\n{{{{ {macro}("{kenmerk}") }}}}\n'
            for kenmerk in getattr(kb, pagina.familie)
        }
        for pad, tekst in nodig.items():
            if not pad.exists() or pad.read_text(encoding="utf-8") != tekst:
                pad.write_text(tekst, encoding="utf-8")
        for pad in map_.glob("*.md"):
            if pad not in nodig and is_stub(pad):
                pad.unlink()


def is_stub(pad: Path) -> bool:
    """Whether a page was made here, and not by hand."""
    return pad.read_text(encoding="utf-8").startswith(MERK)
