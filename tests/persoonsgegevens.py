"""Where personal data may stand besides data/: the files of the repository, all that the site gives away, makers."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pikepdf
from docx import Document
from PIL import Image

from macros.kennisbank import Kennisbank
from macros.model import Feit
from macros.persoonsgegevens import Vondst
from tests.papier import Pdf
from tests.project import WORTEL

TEKST = frozenset(".html .json .geojson .csv .xml .txt .svg".split())
# Marks within a word or a name; every other mark ends one.
IN_WOORD = r"</?(?:a|abbr|b|em|i|mark|small|span|strong|tspan|u|w:(?!(?:br|p|tab|tc)\b)\w+)\b[^>]*>"


def mag(kb: Kennisbank) -> Callable[[Vondst], bool]:
    """Whether a find may stand in what the site gives away: the address of a school, the publisher's own mailbox."""
    adressen = {(postcode, _nummer(straat)) for postcode, straat in _adressen(kb)}
    return lambda vondst: (
        vondst.tekst == kb.uitgever.postvak
        if vondst.soort == "postvak"
        else vondst.soort == "adres" and (_postcode(vondst.tekst), _nummer(vondst.tekst)) in adressen
    )


def _adressen(kb: Kennisbank) -> Iterator[tuple[str, str]]:
    """Postcode and street of every school, and of every building of a mbo-instelling."""
    for school in kb.scholen.values():
        yield from ((p, s) for p in _lezingen(school.postcode) for s in _lezingen(school.straat))
    for instelling in kb.instellingen.values():
        for deel in (instelling, *instelling.colleges):
            if deel.locatie and deel.locatie.adres:
                yield deel.locatie.postcode, deel.locatie.adres


def _lezingen(feit: Feit) -> list[str]:
    return [lezing.waarde for lezing in feit.waarden] if feit.waarden else [feit.waarde] if feit.waarde else []


def _postcode(adres: str) -> str:
    return re.sub(r"\s", "", re.search(r"[1-9]\d{3}\s?[A-Za-z]{2}\b", adres)[0]).upper()


def _nummer(adres: str) -> str:
    return "".join(re.findall(r"\d+", re.sub(r"[1-9]\d{3}\s?[A-Za-z]{2}\b", "", adres))[:1])


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
            ruw = pad.read_text(encoding="utf-8")
            delen = [ruw, zonder_opmaak(ruw)] if pad.suffix in (".html", ".svg") else [ruw]
        elif pad.suffix == ".pdf":
            delen = [Pdf(pad.read_bytes()).tekst(), *links(pad), *makers(pad)]
        elif pad.suffix == ".docx":
            with ZipFile(pad) as zip_:
                binnen = {
                    naam: zip_.read(naam).decode() for naam in zip_.namelist() if naam.endswith((".xml", ".rels"))
                }
            delen = [tekst if naam.endswith(".rels") else zonder_opmaak(tekst) for naam, tekst in binnen.items()]
        else:
            continue
        yield pad, unicodedata.normalize("NFC", "\n".join(delen))


def zonder_opmaak(tekst: str) -> str:
    """What a reader sees of HTML, SVG or the XML of a Word file."""
    return html.unescape(re.sub(r"<[^>]+>", "\n", re.sub(IN_WOORD, "", tekst)))


def links(pad: Path) -> list[str]:
    """The addresses that a PDF links to, among which may be a mailbox or a telephone number."""
    with pikepdf.open(pad) as doc:
        noten = [noot for blad in doc.pages for noot in blad.get("/Annots", [])]
        return [str(noot.A.URI) for noot in noten if "/A" in noot and "/URI" in noot.A]


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
