"""Reads a PDF as its readers do: the eye (text, size, QR code) and a screen reader (tags in their order)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

MM = 25.4 / 72  # of a point


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree."""

    soort: str
    diepte: int
    alt: str
    scope: str
    tekst: str


class Pdf:
    """One PDF, from its bytes."""

    def __init__(self, inhoud: bytes):
        from io import BytesIO

        self.doc = pikepdf.open(BytesIO(inhoud))
        self.beeld = pypdfium2.PdfDocument(inhoud)

    @property
    def bladen(self) -> int:
        """The number of pages."""
        return len(self.beeld)

    @property
    def titel(self) -> str:
        """The title of the document."""
        return str(self.doc.docinfo["/Title"])

    def tekst(self, blad: int | None = None) -> str:
        """The text of a page, or of all, on one line; soft hyphens and breaks within words are closed."""
        welke = range(self.bladen) if blad is None else [blad]
        return " ".join(recht(self.beeld[n].get_textpage().get_text_range()) for n in welke)

    def letters(self, blad: int = 0) -> set[float]:
        """The sizes of the letters on a page, in points."""
        tekst = self.beeld[blad].get_textpage()
        gezet = (n for n in range(tekst.count_chars()) if not pdfium.FPDFText_IsGenerated(tekst, n))
        return {round(pdfium.FPDFText_GetFontSize(tekst, n), 1) for n in gezet}

    def bladwijzers(self) -> list[str]:
        """The bookmarks, in order."""
        return [recht(deel.get_title()) for deel in self.beeld.get_toc()]

    def qr(self, blad: int = 0) -> tuple[str, float]:
        """What the QR code says, and its width in mm without the quiet zone."""
        schaal = 4
        beeld = self.beeld[blad].render(scale=schaal, grayscale=True).to_pil()
        gevonden = zxingcpp.read_barcodes(
            beeld, formats=zxingcpp.BarcodeFormat.QRCode, try_rotate=False, try_downscale=False, try_invert=False
        )
        [code] = gevonden
        breed = code.position.top_right.x - code.position.top_left.x
        return code.text, breed / schaal * MM

    @cached_property
    def tags(self) -> list[Tag]:
        """Every element of the structure tree, in the order in which a screen reader meets it."""
        return list(self._loop(self.doc.Root.StructTreeRoot.K, 0))

    def koppen(self) -> list[int]:
        """The levels of the headings, in order."""
        return [int(tag.soort[1:]) for tag in self.tags if re.fullmatch(r"H\d", tag.soort)]

    def _loop(self, deel: object, diepte: int) -> Iterator[Tag]:
        if isinstance(deel, pikepdf.Array):
            for onder in deel:
                yield from self._loop(onder, diepte)
        elif isinstance(deel, pikepdf.Dictionary) and "/S" in deel:
            eigenschappen = deel.get("/A", [])
            lijst = eigenschappen if isinstance(eigenschappen, pikepdf.Array) else [eigenschappen]
            scope = next(
                (str(een.Scope) for een in lijst if isinstance(een, pikepdf.Dictionary) and "/Scope" in een), ""
            )
            yield Tag(str(deel.S)[1:], diepte, str(deel.get("/Alt", "")), scope, str(deel.get("/T", "")))
            if "/K" in deel:
                yield from self._loop(deel.K, diepte + 1)


def recht(tekst: str) -> str:
    """Text as one line: words that the end of a line divided are whole again."""
    tekst = re.sub(r"[\u00ad\u0002\ufffe]\s*|-\r?\n(?=[a-zà-ÿ])", "", tekst)
    return " ".join(tekst.replace("\u200b", "").split())


def letters(tekst: str) -> str:
    """Text without spaces and hyphens: paper divides words, at a hyphen of their own too."""
    return re.sub(r"[\s\u00ad\u0002\ufffe\u200b-]", "", tekst)
