"""Finds what may be personal data in a text or a file: e-mail, telephone, BSN, IBAN, names of people, makers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pikepdf
from docx import Document
from PIL import Image

from tests.papier import Pdf
from tests.project import WORTEL

TEKST = frozenset(".html .json .geojson .csv .xml .txt .svg".split())

# What was found and is no personal data → why.
TOEGESTAAN: dict[str, str] = {
    "leerroutes@voorbeeld.nl": "the example of a functional mailbox in the editor schema",
    "A. Leerwerktraject": "the letter of an annex",
    "B. Entree": "the letter of an annex",
    "C. Geld": "the letter of an annex",
    "D. Administratie": "the letter of an annex",
}
TUSSEN = r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l|'t)\s+)*"
NAAM = rf"{TUSSEN}[A-Z][a-z]{{2,}}(?:-[A-Z][a-z]+)?"
TITEL = "|".join(
    (
        r"[Mm]evrouw",
        r"[Mm]eneer",
        r"[Dd]e\s+heer",
        r"(?:[Dd]hr|[Mm]w|[Mm]evr|[Dd]rs|[Ii]r|[Ii]ng|[Mm]r|[Dd]r|[Pp]rof)\.",
    )
)
VOORLETTERS = r"(?:[A-Z]\.\s?)"
NUMMER = r"(?:(?:\+|00)31[\s-]?\(?0?\)?[\s-]?[1-9]|\(?0[1-9])(?:[\s-]?\d|\d?\)[\s-]?)(?:[\s-]?\d){6,8}"
VORMEN = {
    "postvak": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "telefoon": re.compile(rf"(?<![\w.,-]){NUMMER}(?![\w.,-]*\d)"),
    "bsn": re.compile(r"(?<![\w.,-])\d{9}(?![\w-]|[.,]\d)"),
    "iban": re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b"),
    "naam": re.compile(
        rf"\b(?:{TITEL})\s+{VOORLETTERS}*{NAAM}\b|(?<![\w.-]){VOORLETTERS}{{1,4}}{NAAM}\b(?!\s+(?:en|of|van)\s)"
    ),
}


@dataclass(frozen=True)
class Vondst:
    """Something that may be personal data."""

    soort: str
    tekst: str


def gevonden(tekst: str) -> Iterator[Vondst]:
    """Every find in a text; numbers only when their check digits are right."""
    for soort, vorm in VORMEN.items():
        for deel in vorm.finditer(tekst):
            if soort == "bsn" and not _elf(deel[0]):
                continue
            if soort == "iban" and not _iban(deel[0]):
                continue
            yield Vondst(soort, deel[0])


def _elf(nummer: str) -> bool:
    """The test of eleven for a BSN."""
    return sum(int(c) * w for c, w in zip(nummer, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def _iban(nummer: str) -> bool:
    """ISO 13616: the number, turned round and as digits, is 1 modulo 97."""
    kaal = nummer.replace(" ", "")
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


def bestanden() -> Iterator[Path]:
    """What editors write and visitors read: data, pages, scripts, templates and the texts of the repository."""
    for map_ in ("data", "docs", "overrides", ".github", "macros/templates"):
        for pad in sorted((WORTEL / map_).rglob("*")):
            soort = pad.suffix in (".yml", ".md", ".js", ".html", ".j2", ".typ", ".json", ".svg")
            if pad.is_file() and soort and not {"vendor", "factsheets"} & set(pad.parts):
                yield pad
    yield from (WORTEL / naam for naam in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))


def uitvoer(site: Path) -> Iterator[tuple[Path, str]]:
    """Every file of a built site that holds text, with all its text: that of PDFs and Word files, and of their data."""
    for pad in sorted(site.rglob("*")):
        if pad.suffix in TEKST:
            yield pad, pad.read_text(encoding="utf-8")
        elif pad.suffix == ".pdf":
            yield pad, "\n".join((Pdf(pad.read_bytes()).tekst(), *makers(pad)))
        elif pad.suffix == ".docx":
            with ZipFile(pad) as zip_:
                delen = [zip_.read(naam).decode() for naam in zip_.namelist() if naam.endswith((".xml", ".rels"))]
            yield pad, re.sub(r"<[^>]+>", " ", "\n".join(delen))


def makers(pad: Path) -> list[str]:
    """What a file says of who made it: in a PDF, a Word file or a picture."""
    if pad.suffix == ".pdf":
        with pikepdf.open(pad) as doc, doc.open_metadata() as xmp:
            gevonden_ = [doc.docinfo.get("/Author", ""), *xmp.get("dc:creator", [])]
    elif pad.suffix == ".docx":
        eigen = Document(str(pad)).core_properties
        gevonden_ = [eigen.author, eigen.last_modified_by, eigen.comments, eigen.keywords, eigen.category]
        with ZipFile(pad) as zip_:
            app = zip_.read("docProps/app.xml").decode() if "docProps/app.xml" in zip_.namelist() else ""
        gevonden_ += re.findall(r"<(?:Company|Manager)>([^<]+)<", app)
    elif pad.suffix in (".png", ".jpg", ".jpeg", ".webp"):
        with Image.open(pad) as beeld:
            gevonden_ = [*getattr(beeld, "text", {}).values(), *beeld.getexif().values(), beeld.info.get("comment", "")]
    else:
        gevonden_ = []
    return [str(tekst) for tekst in gevonden_ if tekst]
