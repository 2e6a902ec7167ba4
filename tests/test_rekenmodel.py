"""The rekenmodel: the arithmetic in whole cents, the empty form and sheet, and the annex in Word."""

import json
import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from macros import export_rekenmodel
from macros.kennisbank import kennisbank
from macros.rekenmodel_som import KEUZES, REGELS, VELDEN, grootste_kost, lees, reken, som
from tests.builders import page
from tests.project import WORTEL

GEVALLEN = json.loads((WORTEL / "tests/gevallen/rekenmodel.json").read_text(encoding="utf-8"))
LEEG = "[in te vullen]"


@pytest.fixture(scope="module")
def kb():
    return kennisbank()


@pytest.fixture(scope="module")
def html(kb):
    return page("rekenmodel", kb=kb)


# --- the arithmetic


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["geval"])
def test_every_case_has_its_answer(geval):
    verwacht = {naam: geval[naam] for naam in ("fouten", "uitkomst") if naam in geval}
    assert reken(geval["velden"]) == verwacht


def test_the_example_by_hand():
    u = reken(GEVALLEN[0]["velden"])["uitkomst"]
    assert u["totaal"] == 20 * 80_00 + 20 * 20_00
    assert u["overhead"] == 140_00  # 7 % of 2.000
    assert u["rest"] == 2000_00 - 140_00 - 100_00 - 60_00 - 10 * 5_00 - 30 * 5_00
    assert (u["lessen-school"], u["lessen-mbo"]) == (600_00, 900_00)  # 12 and 18 of 30 hours
    assert u["school"] == 600_00 + 50_00 + 56_00
    assert u["minimum"] == 17  # 93 n ≥ 100 + 60 + 200 + 1.200


def getallen():
    """What can stand in the fields, read already."""
    bedrag = st.integers(0, 99_999_99)
    soorten = {
        "aantal": st.integers(1, 500),
        "getal": st.integers(1, 500_00),
        "bedrag": bedrag,
        "procent": st.integers(0, 100_00),
        "uren": st.integers(0, 2_000_00),
    }
    velden = {
        naam: st.sampled_from(KEUZES[naam])
        if soort == "keuze"
        else soorten[soort]
        if verplicht
        else st.none() | soorten[soort]
        for naam, (soort, verplicht) in VELDEN.items()
    }
    return st.fixed_dictionaries(velden).filter(lambda g: g["lesuren-school"] + g["lesuren-mbo"] > 0)


@given(getallen())
def test_the_parts_add_up_to_all_the_money(g):
    u = som(g)
    assert u["school"] + u["mbo"] - u["tekort"] == u["totaal"]
    delen = [u[f"{post}-{wie}"] for post in ("lessen", "bpv", "overhead") for wie in ("school", "mbo")]
    assert sum(delen) + u["examen"] + u["administratie"] - u["tekort"] == u["totaal"]
    assert all(deel >= 0 for deel in delen)
    assert all(type(bedrag) is int for bedrag in u.values() if bedrag is not None)


@given(getallen(), st.sampled_from(["lesuren-school", "lesuren-mbo", "bpv-school", "bpv-mbo"]), st.integers(1, 100_00))
def test_more_hours_never_mean_less_money(g, veld, erbij):
    wie = veld.rpartition("-")[2]
    assert som({**g, veld: g[veld] + erbij})[wie] >= som(g)[wie]


@given(getallen())
def test_a_negative_rest_is_a_shortage_and_nobody_gets_it(g):
    u = som(g)
    assert u["tekort"] == max(0, -u["rest"])
    if u["tekort"]:
        assert u["lessen-school"] == u["lessen-mbo"] == 0
        assert u[grootste_kost(u)] > 0 if grootste_kost(u) != "bpv-tarief" else u["bpv-school"] + u["bpv-mbo"] > 0


def groep(g, n):
    """The same make-up with n pupils, multiplied so that nothing has to be rounded."""
    keer = g["leerlingen"]
    output = g["gewogen"] if g["output-aantal"] is None else g["output-aantal"]
    return {**g, "leerlingen": n * keer, "gewogen": g["gewogen"] * n, "output-aantal": output * n}


@given(getallen(), st.integers(0, 30))
def test_the_smallest_group_covers_the_costs_and_a_smaller_one_does_not(g, leskosten):
    g = {**g, "overhead-wijze": "samen", "leskosten": leskosten * 100_00, "leerlingen": 1}
    kleinste = som(g)["minimum"]
    for n in {1, 7, kleinste, kleinste and kleinste - 1} - {None, 0}:
        over = som(groep(g, n))["rest"] - g["leskosten"]
        marge = 3  # cents that rounding may move
        if kleinste and n >= kleinste:
            assert over >= -marge
        elif kleinste:
            assert over < marge
        else:
            assert over < marge


@given(st.integers(0, 999_999_999), st.sampled_from(["bedrag", "getal", "uren"]))
def test_what_is_written_in_dutch_is_read_as_it_was_meant(honderdsten, soort):
    heel, rest = divmod(honderdsten, 100)
    met_punten = f"{heel:,}".replace(",", ".")
    for tekst in (f"{met_punten},{rest:02}", f"{heel},{rest:02}", f" {met_punten.replace('.', ' ')},{rest:02} "):
        assert lees(tekst, soort) == honderdsten


@given(st.text(max_size=12), st.sampled_from([soort for soort, _ in VELDEN.values() if soort != "keuze"]))
def test_any_text_is_read_or_refused_with_a_reason_that_has_words(kb, tekst, soort):
    gelezen = lees(tekst, soort)
    assert gelezen is None or type(gelezen) is int or f"rekenmodel-fout-{gelezen}" in kb.weergave.teksten


def test_every_reason_has_its_words(kb):
    redenen = {reden for geval in GEVALLEN for reden in geval.get("fouten", {}).values()}
    assert len(redenen) >= 11
    assert all(f"rekenmodel-fout-{reden}" in kb.weergave.teksten for reden in redenen)


# --- the page without a script


def test_every_field_starts_empty_and_says_where_its_number_is_found(html):
    velden = html.select("[data-veld]")
    assert [veld["data-veld"] for veld in velden] == list(VELDEN)
    for veld in velden:
        assert veld.select_one("details p").get_text(strip=True)
        assert veld.label["for"] == f"reken-{veld['data-veld']}"
        if veld.input:
            assert veld.input.get("value", "") == ""
            uitleg = veld.input["aria-describedby"].split()
            assert len(uitleg) == 3
            assert all(html.find(id=kenmerk) for kenmerk in uitleg)


def test_the_form_is_marked_as_needing_a_script_and_the_sheet_is_empty_with_every_formula(html, kb):
    assert html.form.find_parent(class_="kb-met-script")
    blad = html.select_one(".kb-rekenblad")
    assert not blad.find_parent(class_="kb-met-script")
    tekst = blad.get_text(" ", strip=True)
    assert all(regel.formule in tekst for regel in kb.rekenmodel.regels)
    gevuld = [plek["data-vul"] for plek in blad.select("[data-vul]") if not plek.select_one(".kb-leeg") and plek.text]
    assert gevuld == []
    assert {plek["data-vul"] for plek in blad.select("[data-vul]")} >= {
        *(f"v-{veld}" for veld in VELDEN if veld != "eenheid"),
        *(f"{deel}-{regel}" for regel in REGELS for deel in "fb"),
    }
    assert html.select_one(".kb-zonder-script a")["href"].endswith("assets/rekenmodel.docx")


def test_the_example_is_called_an_example_and_is_in_units(html, kb):
    assert html.select_one("#reken-eenheid")["data-voorbeeld"] == "rekeneenheden"
    voorbeeld = {veld["name"]: veld["data-voorbeeld"] for veld in html.select("[data-voorbeeld]")}
    assert "fouten" not in reken(voorbeeld)
    assert "VOORBEELD" in html.select_one("#reken-teksten")["data-eenheid-rekeneenheden"]
    assert "€" not in html.select_one("form").get_text()


def test_what_the_source_leaves_open_is_called_our_assumption(html):
    for veld in ("overhead-wijze", "overhead-school", "output-aantal", "examen-per", "administratie-per", "bpv-per"):
        assert "Onze aanname" in html.select_one(f'[data-veld="{veld}"] .kb-toelichting').text


def test_the_law_the_alternatives_and_the_known_minimums_are_told_with_their_source(html):
    wet = html.find(id="wat-de-wet-zegt").parent
    assert {a["href"] for a in wet.select("a.kb-naar")} == {
        f"../kaders/{kader}/" for kader in ("bekostiging-en-overdracht", "samenwerkingsovereenkomst", "inschrijving")
    }
    for artikel in ("artikel 9.1.15", "artikel 5.42a", "artikel 2.107b lid 2, onderdeel e"):
        assert artikel in wet.get_text()
    assert all(punt.select_one(".kb-bron") for punt in html.select(".kb-punten > li"))
    assert "15 leerlingen per richting" in html.find(id="bekende-ondergrenzen").parent.get_text()
    assert "Gesloten beurzen" in html.find(id="andere-manieren").parent.get_text()
    assert "Laat uw afspraken toetsen" in html.select_one(".kb-rekenblad").get_text()


@pytest.mark.parametrize(
    ("naam", "kenmerk"), [("kader", "bekostiging-en-overdracht"), ("stap", "financiele-afspraken")]
)
def test_the_kader_and_the_step_about_money_lead_to_it(kb, naam, kenmerk):
    knoppen = [a["href"] for a in page(naam, kenmerk, kb=kb).select(".kb-acties a")]
    assert "../../rekenmodel/" in knoppen
    andere = {"kader": "onderwijstijd", "stap": "partners"}[naam]
    assert "../../rekenmodel/" not in [a.get("href") for a in page(naam, andere, kb=kb).select(".kb-acties a")]


# --- the annex in Word


@pytest.fixture(scope="module")
def bijlage(kb, tmp_path_factory):
    site = tmp_path_factory.mktemp("site")
    export_rekenmodel.schrijf(kb, site)
    return (site / "assets/rekenmodel.docx").read_bytes()


def test_the_annex_has_a_bookmark_for_every_place_that_the_page_fills(bijlage, html):
    xml = ZipFile(BytesIO(bijlage)).read("word/document.xml").decode()
    plekken = {plek["data-vul"].replace("-", "_") for plek in html.select(".kb-rekenblad [data-vul]")}
    assert set(re.findall(r'w:name="veld_(\w+)"', xml)) == plekken


def test_the_annex_is_a_concept_with_reservation_blanks_and_sources(bijlage, kb):
    doc = Document(BytesIO(bijlage))
    blad = doc.sections[0]
    assert blad.header.paragraphs[0].text == "Concept"
    assert "geen juridisch" in blad.footer.paragraphs[0].text
    cellen = [cel.text for tabel in doc.tables for rij in tabel.rows for cel in rij.cells]
    assert cellen.count(LEEG) > 30
    assert all(veld.naam in cellen for groep in kb.rekenmodel.groepen for veld in groep.velden if veld.id != "eenheid")
    assert "Wet educatie en beroepsonderwijs" in doc.paragraphs[-1].text
    assert {deel.compress_type for deel in ZipFile(BytesIO(bijlage)).infolist()} == {ZIP_STORED}


def test_equal_records_give_equal_bytes(bijlage, kb, tmp_path):
    export_rekenmodel.schrijf(kb, tmp_path)
    assert (tmp_path / "assets/rekenmodel.docx").read_bytes() == bijlage
    assert kb.rekenmodel.gecontroleerd_op <= date.today()
