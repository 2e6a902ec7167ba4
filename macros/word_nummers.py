"""Numbers that Word itself gives to headings and clauses."""

from __future__ import annotations

from typing import Any

from macros.word_xml import element, qn

ARTIKEL = (("Artikel %1.", 0), ("%1.%2", 567))
BIJLAGE = (("", 0), ("%2.", 567))  # the heading has no number, and the texts below it start again


def nummering(doc: Any, lagen: tuple[tuple[str, int], ...] = ARTIKEL) -> str:
    """A list of two levels in the document, each with its text and how far it goes in; its number."""
    lijsten = doc.part.numbering_part.element
    nummer = _vrij(lijsten, "w:abstractNum", "w:abstractNumId")
    vorm = element("w:abstractNum", abstractNumId=nummer)
    vorm.append(element("w:multiLevelType", val="multilevel"))
    for niveau, (tekst, links) in enumerate(lagen):
        laag = element("w:lvl", ilvl=str(niveau))
        for naam, waarde in (
            ("start", "1"),
            ("numFmt", "decimal"),
            ("suff", "tab" if niveau else "space" if tekst else "nothing"),
            ("lvlText", tekst),
        ):
            laag.append(element(f"w:{naam}", val=waarde))
        plaats = element("w:pPr")
        plaats.append(element("w:ind", left=str(links), hanging=str(links)))
        laag.append(plaats)
        vorm.append(laag)
    lijsten.insert(0, vorm)
    eigen = _vrij(lijsten, "w:num", "w:numId")
    lijst = element("w:num", numId=eigen)
    lijst.append(element("w:abstractNumId", val=nummer))
    lijsten.append(lijst)
    return eigen


def _vrij(lijsten: Any, soort: str, naam: str) -> str:
    """A number that no list has yet."""
    return str(1 + max((int(een.get(qn(naam))) for een in lijsten.findall(qn(soort))), default=0))


def nummer(alinea: Any, lijst: str, niveau: int) -> None:
    """Numbers a paragraph by Word itself, so that the numbers close up when something is taken out."""
    eigen = alinea._p.get_or_add_pPr()
    nummers = element("w:numPr")
    nummers.append(element("w:ilvl", val=str(niveau)))
    nummers.append(element("w:numId", val=lijst))
    eigen.append(nummers)
