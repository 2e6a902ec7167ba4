"""What our Word files share: A4, our styles, Dutch, tables that stay whole, and equal bytes for equal records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from macros.word_xml import element, qn

LETTER = "Calibri"
INKT = (0x0F, 0x3B, 0x46)  # --kb-inkt
LIJN = "9AA5A5"
# name → size in points, space above, space below
STIJLEN = {
    "Normal": (10, 1, 1),
    "Heading 1": (18, 0, 4),
    "Heading 2": (10.5, 1, 1),
    "List Bullet": (10, 1, 1),
    "Header": (9, 0, 0),
    "Footer": (9, 0, 0),
}
# The same for an agreement of several sheets.
STUK = STIJLEN | {"Normal": (11, 0, 6), "Heading 1": (18, 0, 8), "Heading 2": (12, 12, 4), "List Bullet": (11, 0, 4)}
# Styles that others build on, or that a table needs.
NODIG = {*STIJLEN, "Table Grid", "Normal Table", "No List", "Default Paragraph Font"}
WEG = ("thumbnail", "stylesWithEffects", "customXml")  # parts of python-docx' own template that we do not use


def document(titel: str, dag: date, stijlen: dict[str, tuple[float, float, float]] = STIJLEN) -> Any:
    """An empty document of ours: A4, our styles, and no name of a maker."""
    from docx import Document  # slow to import, needed only here
    from docx.shared import Mm

    doc = Document()
    _stijlen(doc.styles, stijlen)
    eigen = doc.core_properties
    eigen.title, eigen.language = titel[:255], "nl-NL"  # the format has no room for more
    eigen.author = eigen.last_modified_by = eigen.comments = ""
    eigen.created = eigen.modified = datetime(dag.year, dag.month, dag.day)
    for relaties in (doc.part.rels, doc.part.package.rels):
        for kenmerk in [naam for naam, relatie in relaties.items() if relatie.reltype.endswith(WEG)]:
            del relaties[kenmerk]
    blad = doc.sections[0]
    blad.page_width, blad.page_height = Mm(210), Mm(297)
    blad.left_margin = blad.right_margin = blad.top_margin = blad.bottom_margin = Mm(16)
    blad.header_distance = blad.footer_distance = Mm(8)
    return doc


def _stijlen(stijlen: Any, maten: dict[str, tuple[float, float, float]]) -> None:
    """Our own sizes and lines, and nothing of the many styles that python-docx brings along."""
    from docx.shared import Pt, RGBColor

    for stijl in [stijl for stijl in stijlen if stijl.name not in NODIG]:
        stijl.delete()
    stijlen.element.remove(stijlen.element.find(qn("w:latentStyles")))
    for naam, (punten, boven, onder) in maten.items():
        letter, alinea = stijlen[naam].font, stijlen[naam].paragraph_format
        letter.size = Pt(punten)
        letter.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()  # or the theme's typeface would win
        letter.name = LETTER
        alinea.space_before, alinea.space_after, alinea.line_spacing = Pt(boven), Pt(onder), 1.0
        if naam.startswith("Heading"):
            letter.color.rgb = RGBColor(*INKT)
    for rand in stijlen["Table Grid"].element.find(f".//{qn('w:tblBorders')}"):
        dicht = rand.tag in (qn("w:left"), qn("w:right"), qn("w:insideV"))
        rand.set(qn("w:val"), "nil" if dicht else "single")
        rand.set(qn("w:color"), LIJN)
    taal = stijlen.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    for soort in ("val", "eastAsia"):
        taal.set(qn(f"w:{soort}"), "nl-NL")


def tabel(doc: Any, breedtes: tuple[int, ...], rijen: list[tuple[str, ...]], kop: bool = False) -> Any:
    """A table with columns of these widths in mm. No row is cut in two, and a head comes back on every sheet."""
    from docx.shared import Mm

    nieuw = doc.add_table(rows=len(rijen), cols=len(breedtes), style="Table Grid")
    nieuw.autofit = False
    for kolom, breed in zip(nieuw.columns, breedtes, strict=True):
        kolom.width = Mm(breed)
    for rij, teksten in zip(nieuw.rows, rijen, strict=True):
        rij._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for cel, tekst, breed in zip(rij.cells, teksten, breedtes, strict=True):
            cel.width = Mm(breed)
            if tekst:
                cel.paragraphs[0].add_run(tekst)  # `cel.text` would first look for what to clear
    kijk = nieuw._tbl.tblPr.find(qn("w:tblLook"))  # without a head on top, the first column is the head of each row
    kijk.set(qn("w:firstRow"), "1" if kop else "0")
    kijk.set(qn("w:val"), "04A0" if kop else "0480")
    if kop:
        nieuw.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for cel in nieuw.rows[0].cells:
            cel.paragraphs[0].runs[0].bold = True
    return nieuw


def tab(alinea: Any, plek: int) -> None:
    """A place in mm where a tab ends."""
    from docx.shared import Mm

    alinea.paragraph_format.tab_stops.add_tab_stop(Mm(plek))


def plek(alinea: Any, kenmerk: str, tekst: str, leeg: bool) -> None:
    """A run within a bookmark `veld_…` at the end of a paragraph, for the browser to fill; a blank is yellow."""
    from docx.enum.text import WD_COLOR_INDEX

    naam = f"veld_{kenmerk.replace('-', '_')}"
    nummer = str(1 + len(alinea.part.element.findall(f".//{qn('w:bookmarkStart')}")))
    alinea._p.append(element("w:bookmarkStart", id=nummer, name=naam))
    stuk = alinea.add_run(tekst)
    if leeg:
        stuk.font.highlight_color = WD_COLOR_INDEX.YELLOW
    alinea._p.append(element("w:bookmarkEnd", id=nummer))


def invulplek(alinea: Any, kenmerk: str, tekst: str, naam: str) -> None:
    """A content control within a paragraph, with its blank in yellow."""
    from docx.enum.text import WD_COLOR_INDEX

    stuk = alinea.add_run(tekst)
    stuk.font.highlight_color = WD_COLOR_INDEX.YELLOW
    houder = _houder(kenmerk, naam, plat=True)
    houder[-1].append(stuk._r)
    alinea._p.append(houder)


def vakje(alinea: Any, kenmerk: str, naam: str) -> None:
    """A content control that is a box to tick, empty; Word 2010 and newer."""
    houder = _houder(kenmerk, naam, plat=False)
    vak = _w14("checkbox")
    for deel, waarde in (("checked", {"val": "0"}), ("checkedState", TEKEN | {"val": "2612"})):
        vak.append(_w14(deel, **waarde))
    vak.append(_w14("uncheckedState", **TEKEN, val="2610"))
    houder[0].append(vak)
    houder[-1].append(alinea.add_run("\u2610")._r)
    alinea._p.append(houder)


TEKEN = {"font": "MS Gothic"}
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def _w14(naam: str, **waarden: str) -> Any:
    from lxml import etree

    element = etree.Element(f"{{{W14}}}{naam}", nsmap={"w14": W14})
    for sleutel, waarde in waarden.items():
        element.set(f"{{{W14}}}{sleutel}", waarde)
    return element


def antwoorden(inhoud_: bytes) -> dict[str, str]:
    """What stands in every content control of a file, by its tag: its text, or ja and nee for a box.

    Raises ValueError when the bytes are no Word file.
    """
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        romp = Document(BytesIO(inhoud_)).element.body
    except (BadZipFile, KeyError, PackageNotFoundError, ValueError) as fout:
        raise ValueError(str(fout)) from None
    gevonden = {}
    for houder in romp.iter(qn("w:sdt")):
        if (tag := houder.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")) is None:
            continue
        vak = houder.find(f"{qn('w:sdtPr')}/{{{W14}}}checkbox/{{{W14}}}checked")
        tekst = "".join(deel.text or "" for deel in houder.iter(qn("w:t"))).strip()
        aan = vak is not None and vak.get(f"{{{W14}}}val") in ("1", "true")
        gevonden[tag.get(qn("w:val"))] = tekst if vak is None else "ja" if aan else "nee"
    return gevonden


@contextmanager
def blok(doc: Any, kenmerk: str, naam: str) -> Iterator[None]:
    """What is added to the document within this block stands in a content control of its own; blocks may nest."""
    romp = doc.element.body
    eerder = list(romp)
    yield
    nieuw = [deel for deel in romp if deel not in eerder]
    if nieuw:
        houder = _houder(kenmerk, naam, plat=False)
        nieuw[0].addprevious(houder)
        for deel in nieuw:
            houder[-1].append(deel)


def _houder(kenmerk: str, naam: str, plat: bool) -> Any:
    """A content control with a tag; the last child takes the content."""
    houder, eigen = element("w:sdt"), element("w:sdtPr")
    eigen.append(element("w:alias", val=naam[:60]))
    eigen.append(element("w:tag", val=kenmerk[:64]))
    if plat:
        eigen.append(element("w:text", multiLine="1"))
    houder.append(eigen)
    houder.append(element("w:sdtContent"))
    return houder


def inhoud(doc: Any) -> bytes:
    """The file without compression and without a clock, so that the browser can read it with a few lines."""
    eerst, nieuw = BytesIO(), BytesIO()
    doc.save(eerst)
    with ZipFile(eerst) as oud, ZipFile(nieuw, "w", ZIP_STORED) as zip_:
        for naam in sorted(oud.namelist(), key=lambda naam: (naam != "[Content_Types].xml", naam)):
            deel = ZipInfo(naam)  # 1 January 1980
            deel.create_system = 3  # or the bytes would say on which system they were made
            zip_.writestr(deel, oud.read(naam))
    return nieuw.getvalue()
