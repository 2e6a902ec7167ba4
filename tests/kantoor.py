"""What a Word file must hold for who has it read aloud; one check, for every Word file that the site gives."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

from docx import Document
from docx.oxml.ns import qn


def levels(document) -> list[int]:
    """The levels of the headings, in order; those within a content control too."""
    names = {style.style_id: style.name for style in document.styles}
    styles = [
        names.get(par.pPr.pStyle.val, "")
        for par in document.element.body.iter(qn("w:p"))
        if par.pPr is not None and par.pPr.pStyle is not None
    ]
    return [int(name.removeprefix("Heading ")) for name in styles if name.startswith("Heading ")]


def faults(content: bytes) -> list[str]:
    """Headings in order, a head on every table of more columns, words for every picture, a title, and Dutch."""
    document = Document(BytesIO(content))
    found = levels(document)
    wrong = []
    if not found or found[0] != 1 or found.count(1) != 1:
        wrong.append(f"headings are {found[:5]}")
    wrong += [f"heading {low} is followed by {high}" for low, high in pairwise(found) if high > low + 1]
    for number, table in enumerate(document.element.body.iter(qn("w:tbl")), 1):
        rows = table.findall(qn("w:tr"))
        columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
        look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
        # of two columns the first may name the rows
        names = columns == 2 and (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("0", "1")
        if columns > 1 and not names and rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            wrong.append(f"table {number} has no head: {''.join(t.text or '' for t in rows[0].iter(qn('w:t')))[:60]}")
    for picture in document.element.body.iter(qn("wp:docPr")):
        if not (picture.get("descr") or "").strip():
            wrong.append(f"a picture without words: {picture.get('name')}")
    if not document.core_properties.title:
        wrong.append("no title")
    if document.core_properties.language != "nl-NL":
        wrong.append(f"the language is {document.core_properties.language}")
    language = document.styles.element.xpath("string(w:docDefaults//w:lang/@w:val)")
    if language != "nl-NL":
        wrong.append(f"the language of the text is {language}")
    return wrong
