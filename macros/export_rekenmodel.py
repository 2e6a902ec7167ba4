"""The sheet of the rekenmodel as a Word file with every blank in sight: an annex to the agreement.

It can be used as it is; the browser fills a copy (docs/javascripts/notitie-word.js): what stands within a bookmark
`veld_…` takes the text of that place on the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros import word
from macros.kennisbank import Kennisbank
from macros.rekenmodel import Rekenblad, rekenmodel

NAAM, WAARDE = 66, 112  # mm
AFSPRAKEN = ("bestemming", "betaling", "verschil", "wie-tekort", "tekenen")


def schrijf(kb: Kennisbank, site: Path) -> None:
    """Writes assets/rekenmodel.docx; equal records give equal bytes."""
    dag = kb.rekenmodel.gecontroleerd_op
    doel = site / "assets" / "rekenmodel.docx"
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_bytes(word.inhoud(Bijlage(rekenmodel(kb, dag)).document(dag)))


class Bijlage:
    """Writes one annex."""

    def __init__(self, blad: Rekenblad):
        self.p, self.woorden = blad, blad.woorden

    def document(self, dag: Any) -> Any:
        """The annex, with the word concept above every sheet and the reservation below."""
        titel = self.woorden["bijlage"]
        doc = word.document(f"{titel} ({self.woorden['concept'].lower()})", dag)
        self._vast(doc.sections[0])
        doc.add_heading(titel, 1)
        for naam in ("partij-school", "partij-mbo", "schooljaar"):
            self._regel(doc, naam)
        self._regel(doc, "bedragen", "eenheid")
        self._gegevens(doc)
        self._berekening(doc)
        self._verdeling(doc)
        doc.add_heading(self.woorden["afspraak"], 2)
        leeg = self.woorden["leeg"]
        word.tabel(doc, (NAAM, WAARDE), [(self.woorden[naam], leeg) for naam in AFSPRAKEN])
        bronnen = "; ".join(f"{bron.naam}, {bron.plaats} ({bron.jaar})" for bron in self.p.bronnen)
        doc.add_paragraph(f"Bronnen: {bronnen}.", style="Footer")
        return doc

    def _vast(self, blad: Any) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        boven = blad.header.paragraphs[0]
        boven.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        boven.add_run(self.woorden["concept"]).bold = True
        blad.footer.paragraphs[0].text = self.woorden["voorbehoud"]

    def _plek(self, alinea: Any, kenmerk: str) -> None:
        word.plek(alinea, kenmerk, self.woorden["leeg"], leeg=True)

    def _regel(self, doc: Any, naam: str, plek: str = "") -> None:
        alinea = doc.add_paragraph()
        word.tab(alinea, NAAM)
        alinea.add_run(f"{self.woorden[naam]}\t").bold = True
        self._plek(alinea, plek) if plek else alinea.add_run(self.woorden["leeg"])

    def _gegevens(self, doc: Any) -> None:
        doc.add_heading(self.woorden["gegevens"], 2)
        velden = [veld for groep in self.p.groepen for veld in groep.velden if veld.id != "eenheid"]
        tabel = word.tabel(doc, (NAAM, WAARDE), [(veld.naam, "") for veld in velden])
        for veld, rij in zip(velden, tabel.rows, strict=True):
            self._plek(rij.cells[1].paragraphs[0], f"v-{veld.id}")

    def _berekening(self, doc: Any) -> None:
        doc.add_heading(self.woorden["berekening"], 2)
        kop = tuple(self.woorden[f"kop-{naam}"] for naam in ("stap", "formule", "bedrag"))
        rijen = [kop, *((regel.naam, regel.formule, "") for regel in self.p.regels)]
        tabel = word.tabel(doc, (46, 98, 34), rijen, kop=True)
        for regel, rij in zip(self.p.regels, tabel.rows[1:], strict=True):
            self._plek(rij.cells[1].add_paragraph(), f"f-{regel.id}")
            self._plek(rij.cells[2].paragraphs[0], f"b-{regel.id}")

    def _verdeling(self, doc: Any) -> None:
        doc.add_heading(self.woorden["verdeling"], 2)
        kop = (self.woorden["kop-post"], self.woorden["school"], self.woorden["mbo"])
        tabel = word.tabel(doc, (NAAM, 56, 56), [kop, *((post.naam, "", "") for post in self.p.posten)], kop=True)
        for post, rij in zip(self.p.posten, tabel.rows[1:], strict=True):
            for cel, wie, mag in ((rij.cells[1], "school", post.school), (rij.cells[2], "mbo", post.mbo)):
                alinea = cel.paragraphs[0]
                self._plek(alinea, f"u-{post.id}-{wie}") if mag else alinea.add_run("–")
        doc.add_paragraph()
        slot = word.tabel(doc, (NAAM, WAARDE), [(woord, "") for _, woord in self.p.slot])
        for (naam, _), rij in zip(self.p.slot, slot.rows, strict=True):
            self._plek(rij.cells[1].paragraphs[0], f"s-{naam}")
