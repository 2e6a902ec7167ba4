"""Finds what may be personal data in a text: e-mail, telephone, BSN, IBAN, names of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.project import WORTEL

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
        rf"\b(?:{TITEL})\s+{VOORLETTERS}*{NAAM}\b|(?<![\w.]){VOORLETTERS}{{1,4}}{NAAM}\b(?!\s+(?:en|of|van)\s)"
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
