"""The typeface of our PDFs, and which characters it has."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from unicodedata import combining

LETTERS = Path(str(files("font_source_sans_pro"))) / "files"


@cache
def _tekens() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # slow to import, needed only where a PDF is made

    return frozenset(TTFont(LETTERS / "SourceSansPro-Regular.otf", lazy=True).getBestCmap())


def zetbaar(tekst: str) -> str:
    """The text with `?` for what the typeface lacks (an emoji, another script): for PDF/UA that is a mistake."""
    bijzonder = {teken for teken in tekst if teken > "~"}
    return tekst.translate(
        {ord(teken): "" if combining(teken) else "?" for teken in bijzonder if ord(teken) not in _tekens()}
    )
