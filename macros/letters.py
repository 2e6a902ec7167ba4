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

    # every style: the slanted ones have no Greek or Cyrillic
    stijlen = [TTFont(pad, lazy=True).getBestCmap() for pad in sorted(LETTERS.glob("*.otf"))]
    return frozenset.intersection(*map(frozenset, stijlen))


def zetbaar(tekst: str) -> str:
    """The text with `?` for what the typeface lacks (an emoji, another script): for PDF/UA that is a mistake.

    A loose accent has no place in it either: the loader composed what can be composed.
    """
    weg = {teken for teken in tekst if teken > "~" and (combining(teken) or ord(teken) not in _tekens())}
    return tekst.translate({ord(teken): "" if combining(teken) else "?" for teken in weg})
