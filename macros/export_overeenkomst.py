"""Each model agreement as a Word file with content controls, and as a PDF; the browser fills a copy of the Word file.

In Word a blank is a content control with the field as tag. An answer to a choice (`optie:`), a text for one variant
(`variant:`) and an article (`artikel:`) are content controls too, so that the browser can take out what does not apply.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from macros import word, word_nummers
from macros.feiten import Bronregel
from macros.kennisbank import Kennisbank
from macros.letters import LETTERS, zetbaar
from macros.overeenkomst import OvereenkomstPagina, overeenkomst
from macros.overeenkomst_delen import Stuk
from macros.render import SJABLONEN, vandaag

PAPIER = SJABLONEN / "papier"
VOORBEHOUD = "{versie}, gemaakt met de wettekst van {wet}. Geen juridisch advies: laat het toetsen."


def schrijf(kb: Kennisbank, site: Path) -> None:
    """Writes overeenkomst/<id>.docx and .pdf for every model; equal records give equal bytes."""
    map_ = site / "overeenkomst"
    map_.mkdir(parents=True, exist_ok=True)
    for kenmerk, model in kb.overeenkomst.items():
        pagina = overeenkomst(kb, vandaag(), kenmerk)
        (map_ / f"{kenmerk}.docx").write_bytes(word.inhoud(Stukmaker(pagina).document(model.versies[0].datum)))
        (map_ / f"{kenmerk}.pdf").write_bytes(pdf(pagina, kb))


def pdf(pagina: OvereenkomstPagina, kb: Kennisbank) -> bytes:
    """The model as a tagged PDF."""
    import typst

    gegevens = asdict(pagina) | {
        "uitgever": kb.uitgever.naam,
        "concept": pagina.teksten["concept"],
        "voet": _voorbehoud(pagina),
        "let_op": _voorbehoud(pagina),
        "partijen": "Partijen",
        "ondertekening": "Ondertekening",
        "tekenen": "Wie moet instemmen en tekenen",
        "bronnen_kop": "Versies en bronnen",
        "bronnen": [_bron(bron) for bron in pagina.bronnen],
        "routes": [],
    }
    return typst.compile(
        str(PAPIER / "overeenkomst.typ"),
        root=str(PAPIER),
        font_paths=[str(LETTERS)],
        ignore_system_fonts=True,
        sys_inputs={"gegevens": zetbaar(json.dumps(gegevens, ensure_ascii=False, default=str))},
        pdf_standards=["ua-1"],
        timestamp=0,
    )


def _voorbehoud(pagina: OvereenkomstPagina) -> str:
    versie = pagina.versie[:1].upper() + pagina.versie[1:]
    return VOORBEHOUD.replace("{versie}", versie).replace("{wet}", pagina.wet_gelezen)


def _bron(bron: Bronregel) -> str:
    return ", ".join(filter(None, (bron.naam, bron.plaats, bron.jaar)))


class Stukmaker:
    """Writes one model as a Word document."""

    def __init__(self, pagina: OvereenkomstPagina):
        self.p = pagina

    def document(self, dag: Any) -> Any:
        """The whole model, with CONCEPT above every sheet and the reservation below."""
        p = self.p
        self.doc = doc = word.document(f"{p.titel} ({p.teksten['concept'].lower()})", dag, word.STUK)
        lijsten = {False: word_nummers.nummering(doc), True: word_nummers.nummering(doc, word_nummers.BIJLAGE)}
        blad = doc.sections[0]
        blad.header.paragraphs[0].add_run(p.teksten["concept"]).bold = True
        blad.footer.paragraphs[0].text = _voorbehoud(p)
        doc.add_heading(p.titel, 1)
        doc.add_paragraph(p.voor)
        doc.add_heading("Partijen", 2)
        self._leden(p.aanhef)
        for variant in p.varianten:
            with word.blok(doc, f"variant:{variant.id}", variant.naam):
                self._leden(variant.leden)
        for a in p.artikelen:
            self.nummers = lijsten[not a.nummer]
            with word.blok(doc, f"artikel:{a.id}", a.kop):
                kop = doc.add_heading(a.kop, 2)
                word_nummers.nummer(kop, self.nummers, 0)
                self._leden(a.leden, nummer=True)
                for keuze in a.keuzes:
                    self._keuze(keuze)
        doc.add_heading("Ondertekening", 2)
        self._leden(p.slot)
        doc.add_heading("Wie moet instemmen en tekenen", 2)
        for n, (wie, punt) in enumerate(p.tekenaars, 1):  # in order
            doc.add_paragraph(f"{n}. {wie}. {punt.tekst}")
        return doc

    def _leden(self, leden: list[list[Stuk]], nummer: bool = False) -> None:
        for lid in leden:
            alinea = self.doc.add_paragraph()
            if nummer:
                word_nummers.nummer(alinea, self.nummers, 1)
            for stuk in lid:
                if stuk.veld:
                    word.invulplek(alinea, stuk.veld, f"[in te vullen: {stuk.tekst}]", stuk.tekst)
                else:
                    alinea.add_run(stuk.tekst)

    def _keuze(self, keuze: Any) -> None:
        with word.blok(self.doc, f"vraag:{keuze.id}", keuze.vraag):
            alinea = self.doc.add_paragraph()
            alinea.add_run(f"[kies: {keuze.vraag}]").bold = True
        for optie in keuze.opties:
            with word.blok(self.doc, f"optie:{keuze.id}={optie.id}", optie.naam):
                with word.blok(self.doc, f"uitleg:{keuze.id}={optie.id}", optie.naam):
                    self.doc.add_paragraph(f"Mogelijkheid: {optie.naam}. Gevolg: {optie.gevolg}", style="List Bullet")
                self._leden(optie.leden, nummer=True)
