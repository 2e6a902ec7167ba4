"""The beslisnotitie as a Word file with every blank in sight. It can be used as it is; the browser fills a copy
(docs/javascripts/notitie-word.js): what stands within a bookmark `veld_…` takes the text of that place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros import word
from macros.beslisnotitie import AkkoordRegel, Beslisnotitie, Deel, beslisnotitie
from macros.feiten import Bronregel
from macros.kennisbank import Kennisbank

LINKS, RECHTS = 40, 138  # mm: the headings, and what they are about


def schrijf(kb: Kennisbank, site: Path) -> None:
    """Writes assets/notitie.docx; equal records give equal bytes."""
    dag = kb.stappenplan.gecontroleerd_op
    doel = site / "assets" / "notitie.docx"
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_bytes(word.inhoud(Notitie(beslisnotitie(kb, dag)).document(dag)))


class Notitie:
    """Writes one memo."""

    def __init__(self, notitie: Beslisnotitie):
        self.p, self.woorden = notitie, notitie.woorden

    def document(self, dag: Any) -> Any:
        """The memo, with the word concept above every sheet and the reservation below."""
        titel = self.woorden["titel"]
        doc = word.document(f"{titel} ({self.woorden['concept'].lower()})", dag)
        self._vast(doc.sections[0])
        doc.add_heading(titel, 1)
        for naam, kenmerk in (*((deel.naam, deel.id) for deel in self.p.kop), (self.woorden["datum"], "datum")):
            alinea = doc.add_paragraph()
            word.tab(alinea, LINKS)
            alinea.add_run(f"{naam}\t").bold = True
            self._plek(alinea, kenmerk)
        tabel = word.tabel(doc, (LINKS, RECHTS), [(deel.naam, "") for deel in self.p.delen])
        for deel, rij in zip(self.p.delen, tabel.rows, strict=True):
            rij.cells[0].paragraphs[0].style = "Heading 2"
            self._deel(deel, rij.cells[1])
        for deel in self.p.akkoord:
            doc.add_heading(deel.naam, 2).paragraph_format.space_before = 120_650  # 9.5 points
            self._akkoord(doc, deel.akkoord)
        bronnen = "; ".join(f"{bron.naam}, {bron.jaar}" for bron in self.p.bronnen)
        onder = doc.add_paragraph(style="Footer")
        onder.paragraph_format.space_before = 76_200  # 6 points
        self._plek(onder, "bronnen", f"Bronnen: {bronnen}.")
        return doc

    def _vast(self, blad: Any) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        boven = blad.header.paragraphs[0]
        boven.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        boven.add_run(self.woorden["concept"]).bold = True
        blad.footer.paragraphs[0].text = self.woorden["voorbehoud"]

    def _plek(self, alinea: Any, kenmerk: str, tekst: str = "") -> None:
        word.plek(alinea, kenmerk, tekst or self.woorden["leeg"], leeg=not tekst)

    def _deel(self, deel: Deel, cel: Any) -> None:
        alinea = cel.paragraphs[0]
        if deel.soort == "risico":
            alinea.style = "List Bullet"
        if not deel.punten:
            self._plek(alinea, deel.id)
        for n, punt in enumerate(deel.punten):  # two on a line
            alinea = cel.add_paragraph() if n and n % 2 == 0 else alinea
            word.tab(alinea, RECHTS // 2)
            alinea.add_run("\t" if n % 2 else "")
            self._plek(alinea, punt.id, f"☐ {punt.tekst}")
        for n, grens in enumerate(deel.grenzen, 1):
            alinea.add_run(" ")
            self._plek(alinea, f"{deel.id}-{n}", grens.tekst)
            alinea.add_run(f" {grens.toelichting} {_bron(grens.bron)}".replace("  ", " "))
        alinea.add_run(f" {deel.slot}" if deel.slot else "")

    def _akkoord(self, doc: Any, regels: list[AkkoordRegel]) -> None:
        leeg = self.woorden["leeg"]
        rijen = [(rij.wie, f"{rij.tekst} {_bron(rij.bron)}".strip(), leeg) for rij in regels]
        word.tabel(doc, (60, 78, 40), [("Wie", "Wat", self.woorden["tekenen"]), *rijen], kop=True)


def _bron(bron: Bronregel | None) -> str:
    """`(Verkenning 2021, paragraaf 4.3)`."""
    return f"({', '.join(filter(None, (bron.naam, bron.plaats, bron.jaar)))})" if bron else ""
