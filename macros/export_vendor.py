"""Browser files of others: made from pinned packages, their hashes checked, written to a git-ignored folder."""

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from macros.keuring import gekeurd

FONT_SHA256 = {
    "Regular": "b77f3a700edd0fc0dec73258f882d5c3926c77f5caf6800a201d2166568d2309",
    "Semibold": "b440fd42fd5a54e1b252731deca9cc86604bee6ffa99281f5874c3476eb17eae",
}
FONT_NAME = "KB Sans"  # the licence reserves the name "Source" for unchanged copies; a subset needs its own
TEXT = [
    *range(0x20, 0x7F),  # Basic Latin
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A
    *range(0x2010, 0x2027),
    *range(0x2030, 0x203B),  # dashes, quotes, bullet, ellipsis, per mille, primes
    *map(ord, "€→←↑↓✓−≈≠≤≥"),
]


def schrijf(doel: Path) -> None:
    """Write the vendor files into `doel` (docs/assets/vendor); a file that is already right is left alone."""
    for name, content in _font_files():
        target = doel / "fonts" / name
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _font_files() -> Iterator[tuple[str, bytes]]:
    folder = files("font_source_sans_pro") / "files"
    for weight, expected in FONT_SHA256.items():
        name = f"SourceSansPro-{weight}.ttf"
        source = gekeurd((folder / name).read_bytes(), expected, "font-source-sans-pro", name)
        yield f"SourceSansPro-{weight}.woff2", _subset(source, weight)
    yield "OFL.txt", (folder / "LICENSE.txt").read_bytes()


def _subset(source: bytes, weight: str) -> bytes:
    """Keep the characters a Dutch page needs; no clock and no hinting, so that equal input gives equal bytes."""
    from fontTools.subset import Options, Subsetter  # slow to import, needed only here
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(source), recalcTimestamp=False)
    options = Options(
        hinting=False,
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "tnum"],
        name_IDs=[0, 1, 2, 3, 4, 6, 13, 14],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=TEXT)
    subsetter.subset(font)
    _rename(font, weight)
    font.flavor = "woff2"
    result = BytesIO()
    font.save(result)
    return result.getvalue()


def _rename(font, weight: str) -> None:
    new = {
        1: FONT_NAME,
        2: weight,
        3: f"{FONT_NAME} {weight}",
        4: f"{FONT_NAME} {weight}",
        6: f"{FONT_NAME}-{weight}".replace(" ", ""),
    }
    for record in font["name"].names:
        if record.nameID in new:
            record.string = new[record.nameID]
