"""The model agreements: complete for the law, readable without a script, and opened by other programs."""

import copy
import io
import re
import subprocess
from datetime import date

import pdfua
import pytest
from docx import Document
from docx.oxml.ns import qn

from macros import word
from macros.checks import controleer
from macros.export_overeenkomst import Stukmaker, pdf
from macros.inlezen import lees_alles
from macros.kennisbank import kennisbank
from macros.model_overeenkomst import ONDERWERPEN
from macros.overeenkomst import overeenkomst
from macros.overeenkomst_delen import alle_velden
from tests.builders import VANDAAG, an_agreement, geldige_data, kennis, page, schrijf
from tests.papier import Pdf, letters, recht


@pytest.fixture(scope="module")
def kb():
    return kennisbank()


@pytest.fixture(scope="module")
def html(kb):
    return page("overeenkomst", "doorlopende-leerroute", kb=kb)


def docx(kb, kenmerk="doorlopende-leerroute"):
    return word.inhoud(Stukmaker(overeenkomst(kb, VANDAAG, kenmerk)).document(date(2026, 11, 24)))


def meldingen(tmp_path, **anders):
    map_ = geldige_data(tmp_path / "data")
    model = an_agreement()
    for naam, waarde in anders.items():
        model[naam] = waarde
    schrijf(map_, "overeenkomst", [model])
    return [melding for melding in controleer(lees_alles(map_), VANDAAG) if melding.ernst == "fout"]


# --- the real model


def test_the_model_for_the_law_regulates_every_part_of_the_ten_subjects(kb):
    model = kb.overeenkomst["doorlopende-leerroute"]
    assert model.wettelijk == "ja"
    assert list(ONDERWERPEN) == list("abcdefghij")
    assert {variant.id: "".join(variant.onderwerpen) for variant in model.varianten} == {
        "gewoon": "abcdefghij",
        "geintegreerd": "abcdefghij",
        "verticaal": "abcdefg",
    }
    delen = [deel for artikel in model.artikelen for deel in artikel.onderdelen]
    assert {"samenstelling", "benoeming", "taken", "toetreding", "opzegging", "wijziging", "medezeggenschap"} <= set(
        delen
    )


def test_every_clause_says_why_and_whence_and_every_choice_its_consequence(kb):
    for model in kb.overeenkomst.values():
        for artikel in model.artikelen:
            assert artikel.waarom
            assert artikel.bron
            assert artikel.plaats
            for keuze in artikel.keuzes:
                assert len(keuze.opties) > 1, keuze.id
                assert all(optie.gevolg for optie in keuze.opties)


def test_old_figures_are_history_and_never_text_of_a_clause(kb):
    oud = re.compile(r"€ ?50|artikel 25\b|1 augustus 2018|1-8-2018")
    for model in kb.overeenkomst.values():
        leden = [*model.aanhef, *model.slot]
        for artikel in model.artikelen:
            leden += [*artikel.leden, *(lid for k in artikel.keuzes for o in k.opties for lid in o.leden)]
        assert not [lid for lid in leden if oud.search(lid)]
    toen = [p.tekst for a in kb.overeenkomst["doorlopende-leerroute"].artikelen for p in a.toen]
    assert any(oud.search(tekst) for tekst in toen)


def test_without_a_script_the_whole_model_is_read_with_its_blanks_in_sight(kb, html):
    model = kb.overeenkomst["doorlopende-leerroute"]
    tekst = recht(html.select_one(".kb-model").get_text())
    for veld in alle_velden(model):
        assert f"[in te vullen: {veld.naam}]" in tekst
    for artikel in model.artikelen:
        assert artikel.kop in tekst
        for keuze in artikel.keuzes:
            for optie in keuze.opties:
                assert optie.naam in tekst
                assert optie.gevolg in tekst
    assert "CONCEPT, versie 1.2 van 1 december 2026." in html.get_text()
    assert "wettekst van 1 januari 2026" in html.get_text()
    assert "laat het toetsen" in html.get_text()


def test_the_list_names_every_model_with_its_version_and_files(kb):
    lijst = page("overeenkomsten", kb=kb)
    for kenmerk in kb.overeenkomst:
        assert lijst.select_one(f'a[href$="overeenkomst/{kenmerk}/"]')
        assert lijst.select_one(f'a[href$="overeenkomst/{kenmerk}.docx"]')
        assert lijst.select_one(f'a[href$="overeenkomst/{kenmerk}.pdf"]')
    assert "Versie 1.0" in lijst.get_text()


def test_an_old_version_stays_and_points_to_the_new_one():
    families = {"overeenkomst": [an_agreement(), an_agreement(naam="Oud model", vervangen_door="model")]}
    oud = page("overeenkomst", "oud-model", **families)
    assert "Dit is een oude versie." in oud.get_text()
    lijst = page("overeenkomsten", **families)
    assert "Oud model" in lijst.select_one("section").get_text()
    nieuw, oud = (overeenkomst(kennis(**families), VANDAAG, kenmerk) for kenmerk in ("model", "oud-model"))
    assert nieuw.omschrijving != oud.omschrijving
    assert oud.omschrijving.startswith("Oude versie 1.0 van")


def test_of_every_earlier_version_the_text_can_still_be_read_and_downloaded(kb):
    lijst = page("overeenkomsten", kb=kb)
    nieuw = [model for model in kb.overeenkomst.values() if not model.vervangen_door]
    assert sum(len(model.versies) - 1 for model in nieuw) == 5
    for model in nieuw:
        blad = page("overeenkomst", model.id, kb=kb)
        for versie in model.versies[1:]:
            oud = f"{model.id}-{versie.versie.replace('.', '-')}"
            assert blad.select_one(f'#bronnen ~ ul a[href$="overeenkomst/{oud}/"]')
            assert lijst.select_one(f'section a[href$="overeenkomst/{oud}.docx"]')
            tekst = page("overeenkomst", oud, kb=kb).get_text()
            assert "Dit is een oude versie." in tekst
            assert f"CONCEPT, versie {versie.versie} van" in tekst


def test_who_agrees_and_signs_stands_in_order_with_the_mandate_and_the_report(kb):
    verwacht = ["Bevoegd gezag", "MR", "Studentenraad", "OR", "Bevoegd gezag"]
    for kenmerk in ("doorlopende-leerroute", "lichte-samenwerking", "lessen-door-het-mbo"):
        regels = [recht(li.get_text()) for li in page("overeenkomst", kenmerk, kb=kb).select(".kb-tekenaars > li")]
        assert all(wie in regel for wie, regel in zip(verwacht, regels, strict=False)), regels
        assert "mandaat" in regels[0]
        assert "mandaat" in regels[4]
        assert ("RIO" in regels[-1]) == (kenmerk == "doorlopende-leerroute")
        alineas = [p.text for p in Document(io.BytesIO(docx(kb, kenmerk))).paragraphs]
        wie = kb.overeenkomst[kenmerk].tekenaars
        plekken = [alineas.index(f"{n}. {t.wie}. {t.tekst}") for n, t in enumerate(wie, 1)]
        assert plekken == sorted(plekken)


def test_the_light_agreement_has_an_annex_with_a_budget_for_two_years(kb):
    [bijlage] = [a for a in kb.overeenkomst["lichte-samenwerking"].artikelen if a.bijlage == "ja"]
    assert [veld.id for veld in bijlage.velden if "begroting" in veld.id] == ["begroting-een", "begroting-twee"]


def test_an_annex_is_no_numbered_clause_on_the_page_and_on_paper(kb):
    [kop] = page("overeenkomst", "lessen-door-het-mbo", kb=kb).select("#kop-addendum")
    assert recht(kop.get_text()) == "Addendum: lessen per opleiding"
    assert not page("overeenkomst", "bijlagen", kb=kb).select(".kb-artikelnummer")
    papier = letters(Pdf(pdf(overeenkomst(kb, VANDAAG, "bijlagen"), kb)).tekst())
    assert "BijlageD.Administratie" in papier
    assert "Artikel1." not in papier


def test_disputes_can_go_to_a_committee_of_three_mediation_or_court(kb):
    for kenmerk in ("doorlopende-leerroute", "lichte-samenwerking", "lessen-door-het-mbo"):
        keuzes = {k.id: k for artikel in kb.overeenkomst[kenmerk].artikelen for k in artikel.keuzes}
        assert {optie.id for optie in keuzes["geschil"].opties} == {"commissie", "mediation", "rechter"}


# --- what an editor hears


def zonder_artikel(kenmerk):
    return [artikel for artikel in an_agreement()["artikelen"] if artikel["id"] != kenmerk]


def test_a_model_without_a_subject_or_a_part_of_it_is_refused(tmp_path):
    [melding] = meldingen(tmp_path, artikelen=zonder_artikel("geld"), botsingen=[])
    assert "onderwerp e, deel bekostiging, in de variant gewoon" in melding.verwacht
    artikelen = copy.deepcopy(an_agreement()["artikelen"])
    artikelen[0] |= {"onderwerp": "b", "onderdelen": ["samenstelling", "benoeming"]}
    varianten = [
        an_agreement()["varianten"][0] | {"onderwerpen": ["b"]},
        an_agreement()["varianten"][1] | {"onderwerpen": []},
    ]
    [melding] = meldingen(tmp_path, artikelen=artikelen, varianten=varianten)
    assert "onderwerp b, deel taken" in melding.verwacht


def test_an_earlier_version_of_which_the_text_is_gone_is_refused(tmp_path):
    eerste, tweede = (
        {"versie": "1.0", "datum": "2026-11-20", "wat": "Eerste versie."},
        {"versie": "1.1", "datum": "2026-11-21", "wat": "Een zin korter."},
    )
    [melding] = meldingen(tmp_path, versies=[tweede, eerste])
    assert melding.veld == "versies › 2 › datum"
    assert "`vervangen_door: model`" in melding.verwacht
    assert "2026-11-20" in melding.verwacht
    oud = an_agreement(id="model-1-0", vervangen_door="model", versies=[eerste])
    map_ = tmp_path / "data"
    schrijf(map_, "overeenkomst", [an_agreement(versies=[tweede, eerste]), oud])
    assert not [m for m in controleer(lees_alles(map_), VANDAAG) if m.ernst == "fout"]


def artikel(**anders):
    artikelen = copy.deepcopy(an_agreement()["artikelen"])
    artikelen[0] |= anders
    return {"artikelen": artikelen}


@pytest.mark.parametrize(
    ("anders", "verwacht", "veld"),
    [
        (artikel(leden=["Het is {profiel} en {iets}."]), "een veld met `id: iets`", "artikelen › 1 › leden › 1"),
        (artikel(leden=["Niets."]), "als profiel tussen accolades", "artikelen › 1 › velden › 1 › id"),
        (artikel(leden=["Het is {profiel} en {Iets}."]), "verder geen accolades", "artikelen › 1 › leden › 1"),
        (artikel(onderdelen=["geschil"]), "een deel van onderwerp a: profiel", "artikelen › 1 › onderdelen"),
        (artikel(niet_bij=["anders"]), "een `id` uit de lijst `varianten`", "artikelen › 1 › niet_bij › 1"),
        (artikel(id="geld"), "kenmerk dat nog niet bestaat", "artikelen › 2 › id"),
        (
            {"botsingen": [{"als": ["geld=soms"], "melding": "Nee."}]},
            "een keuze die bestaat",
            "botsingen › 1 › als › 1",
        ),
    ],
)
def test_a_mistake_in_a_model_is_told_in_its_place(tmp_path, anders, verwacht, veld):
    gevonden = meldingen(tmp_path, **anders)
    assert any(verwacht in m.verwacht and m.veld == veld for m in gevonden), [(m.veld, m.verwacht) for m in gevonden]


# --- Word


def controls(document):
    return {
        houder.find(f".//{qn('w:tag')}").get(qn("w:val")): houder for houder in document.element.body.iter(qn("w:sdt"))
    }


def test_the_word_file_has_headings_numbered_clauses_dutch_and_a_control_for_every_blank(kb):
    model = kb.overeenkomst["doorlopende-leerroute"]
    document = Document(io.BytesIO(docx(kb)))
    koppen = [
        "".join(t.text or "" for t in p.iter(qn("w:t")))
        for p in document.element.body.iter(qn("w:p"))
        if p.pPr is not None and p.pPr.pStyle is not None and p.pPr.pStyle.val == "Heading2"
    ]
    assert [artikel.kop for artikel in model.artikelen] == [
        kop for kop in koppen if kop in {a.kop for a in model.artikelen}
    ]
    assert document.core_properties.language == "nl-NL"
    tags = controls(document)
    assert {veld.id for veld in alle_velden(model)} <= set(tags)
    assert {f"optie:geld={optie}" for optie in ("nee", "vast-bedrag", "rekenmodel")} <= set(tags)
    assert all(len(houder.find(qn("w:sdtContent"))) for houder in tags.values())
    genummerd = [
        p for p in document.element.body.iter(qn("w:p")) if p.pPr is not None and p.pPr.find(qn("w:numPr")) is not None
    ]
    assert len(genummerd) > len(model.artikelen)
    assert document.sections[0].header.paragraphs[0].text == "CONCEPT"
    assert "wettekst van 1 januari 2026" in document.sections[0].footer.paragraphs[0].text


def test_equal_records_give_equal_bytes(kb):
    assert docx(kb) == docx(kb)
    pagina = overeenkomst(kb, VANDAAG, "doorlopende-leerroute")
    assert pdf(pagina, kb) == pdf(pagina, kb)


def test_another_program_opens_the_word_file_with_its_text_and_numbers(kb, tmp_path):
    for kenmerk, model in kb.overeenkomst.items():
        bestand = tmp_path / f"{kenmerk}.docx"
        bestand.write_bytes(docx(kb, kenmerk))
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{tmp_path}/lo",
                "--headless",
                "--convert-to",
                "pdf",
                bestand.name,
            ],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
        tekst = letters(Pdf(bestand.with_suffix(".pdf").read_bytes()).tekst())
        clausules = [artikel for artikel in model.artikelen if artikel.bijlage == "nee"]
        for n, clausule in enumerate(clausules, 1):
            assert letters(f"Artikel {n}. {clausule.kop}") in tekst, clausule.kop
        for bijlage in (artikel for artikel in model.artikelen if artikel.bijlage == "ja"):
            assert letters(bijlage.kop) in tekst, bijlage.kop
            assert not re.search(r"Artikel\d+\." + re.escape(letters(bijlage.kop)), tekst), bijlage.kop
        assert letters("[in te vullen:") in tekst


# --- PDF


def test_the_pdf_is_tagged_and_holds_every_clause(kb, tmp_path):
    for kenmerk, model in kb.overeenkomst.items():
        inhoud = pdf(overeenkomst(kb, VANDAAG, kenmerk), kb)
        papier = Pdf(inhoud)
        assert papier.titel == model.naam
        assert papier.koppen()[0] == 1
        assert set(papier.koppen()[1:]) == {2}
        tekst = letters(papier.tekst())
        for clausule in model.artikelen:
            assert letters(clausule.kop) in tekst
        assert tekst.count("CONCEPT") >= papier.bladen
        (tmp_path / "model.pdf").write_bytes(inhoud)
        assert not [v for uit in pdfua.validate(str(tmp_path / "model.pdf")).outcomes for v in uit.findings]


def test_hostile_text_of_a_model_is_printed_as_it_stands():
    raar = "#panic(1) *x* & «vet» $1$ ((7919*6841)) @bron \\ // x"
    model = an_agreement(naam="Model", id="model")
    model["artikelen"][0]["leden"] = [f"Het is {{profiel}}. {raar}"]
    kb = kennis(overeenkomst=[model])
    assert letters(raar) in letters(Pdf(pdf(overeenkomst(kb, VANDAAG, "model"), kb)).tekst())
    tekst = "".join(t.text or "" for t in Document(io.BytesIO(docx(kb, "model"))).element.body.iter(qn("w:t")))
    assert raar in tekst
