"""The beslisnotitie as it comes from the server: a memo with every blank in sight, its fields, and the Word file."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
import yaml
from docx import Document
from docx.enum.text import WD_COLOR_INDEX

from macros import export_notitie
from macros.beslisnotitie import beslisnotitie
from macros.kennisbank import kennisbank
from macros.model import GERESERVEERD
from tests.builders import STAPPENPLAN, VANDAAG, a_route, a_step, geldige_data, page, schrijf

LEEG = "[in te vullen]"
DEEL = {"soort": "tekst", "naam": "Deel", "vraag": "Wat schrijft u?", "hulp": "Schrijf het op."}
GRENS = {"routes": ["voorbeeld"], "veld": "leerlingen", "telt": "leerlingen per klas", "plaats": "bladzijde 7"}
KENMERK = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def kb():
    return kennisbank()


@pytest.fixture(scope="module")
def html(kb):
    return page("beslisnotitie", kb=kb)


@pytest.fixture(scope="module")
def memo(html):
    return html.select_one(".kb-notitie")


@pytest.fixture
def kleine(tmp_path):
    """A Kennisbank of a small data folder with these parts of the memo, and other records where a test gives them."""

    def _kleine(*delen, **families):
        map_ = geldige_data(tmp_path / "data")
        for familie, records in families.items():
            schrijf(map_, familie, records)
        tekst = STAPPENPLAN + yaml.safe_dump({"notitie": list(delen)}, allow_unicode=True)
        (map_ / "stappenplan.yml").write_text(tekst, encoding="utf-8")
        return kennisbank(map_, VANDAAG)

    return _kleine


def deel(html, kenmerk):
    """The row of the memo, and the field."""
    return html.select_one(f'.kb-notitie [data-deel="{kenmerk}"]'), html.select_one(f'[data-notitie="{kenmerk}"]')


# --- a small memo


def test_without_parts_there_is_a_memo_without_parts(kleine):
    html = page("beslisnotitie", kb=kleine())
    assert html.h1.text == "Beslisnotitie doorlopende leerroute"
    assert html.select("[data-notitie], [data-deel]") == []


def test_a_minimum_is_the_number_in_the_routes_and_every_sentence_names_it(kleine):
    grens = {**DEEL, "id": "aantal", "soort": "getal", "ondergrenzen": [GRENS]}
    rij, _ = deel(page("beslisnotitie", kb=kleine(grens, routes=[a_route(leerlingen=37)])), "aantal")
    plek = rij.select_one("[data-grens]")
    assert plek["data-grens"] == "37"
    wat = "37 leerlingen per klas bij Voorbeeldschool"
    assert plek.text == f"Ter vergelijking: de ondergrens was {wat}."
    woorden = [("boven", "meer dan"), ("precies", "precies"), ("onder", "minder dan")]
    assert [plek[f"data-{hoe}"] for hoe, _ in woorden] == [
        f"Dat is {woord} de ondergrens van {wat}." for _, woord in woorden
    ]
    assert "bladzijde 7" in plek.parent.select_one(".kb-bron").text


def test_a_minimum_of_more_routes_names_every_school(kleine):
    routes = [a_route(), a_route(id="ander", leerlingen=50)]
    delen = {**DEEL, "id": "aantal", "soort": "getal", "ondergrenzen": [{**GRENS, "routes": ["voorbeeld", "ander"]}]}
    rij, _ = deel(page("beslisnotitie", kb=kleine(delen, routes=routes)), "aantal")
    assert "50 leerlingen per klas bij Voorbeeldschool en Voorbeeldschool." in rij.text


def test_a_school_year_stands_beside_its_figure(kleine):
    delen = {**DEEL, "id": "aantal", "soort": "getal", "ondergrenzen": [{**GRENS, "schooljaar": "2019-2020"}]}
    rij, _ = deel(page("beslisnotitie", kb=kleine(delen)), "aantal")
    assert "bladzijde 7, schooljaar 2019-2020)" in rij.text


def test_a_risk_keeps_its_id_in_another_order_and_loses_it_with_other_words(kleine):
    def ids(*valkuilen):
        stap = a_step(valkuilen=[{"tekst": tekst} for tekst in valkuilen])
        html = page("beslisnotitie", kb=kleine({**DEEL, "id": "risicos", "soort": "risico"}, stappen=[stap]))
        return {regel.text.strip(): regel.input["value"] for regel in html.select(".kb-notitie-vakje")}

    eerst, later = ids("Te laat.", "Te klein."), ids("Te klein.", "Te laat!")
    een = {tekst.split(" (")[0]: kenmerk for tekst, kenmerk in eerst.items()}
    ander = {tekst.split(" (")[0]: kenmerk for tekst, kenmerk in later.items()}
    assert een["Te klein."] == ander["Te klein."]
    assert een["Te laat."] not in ander.values()


def test_text_of_an_editor_cannot_break_the_page(kleine):
    # `make check` refuses markup; the page escapes it all the same
    html = page("beslisnotitie", kb=kleine({**DEEL, "id": "eigen", "naam": 'Meer &lt;b&gt; dan "15" < 25?'}))
    assert deel(html, "eigen")[0].dt.text == 'Meer &lt;b&gt; dan "15" < 25?'


# --- the real memo


def test_every_part_has_a_field_on_the_screen_and_a_place_in_the_memo(kb, html, memo):
    for onderdeel in kb.stappenplan.notitie:
        rij, veld = deel(html, onderdeel.id)
        assert onderdeel.vraag in veld.text
        assert onderdeel.hulp in veld.text
        if onderdeel.soort == "akkoord":
            assert onderdeel.naam == memo.select_one("caption").text
        else:
            assert rij.dt.text == onderdeel.naam
            assert LEEG in rij.text or rij.select("[data-punt]")
        if onderdeel.stap:
            assert veld.select(f'a[href$="stappenplan/{onderdeel.stap}/"]')


def test_the_issue_is_covered(kb):
    """Why, for whom, kind of route, partners, alternatives, numbers, money, risks, who must agree and sign."""
    soorten = {onderdeel.id: onderdeel.soort for onderdeel in kb.stappenplan.notitie}
    assert {"besluit", "waarom", "voor-wie", "partners", "alternatieven", "geld"} <= {
        naam for naam, soort in soorten.items() if soort == "tekst"
    }
    assert set(soorten.values()) == {"regel", "tekst", "keuze", "getal", "punten", "risico", "akkoord"}


def test_every_blank_is_in_sight(kb, memo):
    assert {leeg.text for leeg in memo.select(".kb-leeg")} == {LEEG}
    zelf = [onderdeel for onderdeel in kb.stappenplan.notitie if onderdeel.soort not in ("punten", "akkoord")]
    wie = [rij for onderdeel in kb.stappenplan.notitie for rij in onderdeel.akkoord]
    assert len(memo.select(".kb-leeg")) == len(zelf) + len(wie) + 1  # and the date
    assert memo.select_one(".kb-notitie-concept").text == "Concept"
    assert "geen juridisch advies" in memo.text


def test_what_needs_a_script_is_marked_so(html):
    delen = html.select("button, input, select, textarea")
    assert delen
    assert all(deel.find_parent(class_="kb-met-script") for deel in delen)
    assert html.select('.kb-zonder-script a[href$="assets/notitie.docx"]')


def test_every_field_has_a_label_of_its_own(html):
    velden = [veld for veld in html.select("input, select, textarea") if veld.get("type") != "checkbox"]
    namen = [html.select_one(f'label[for="{veld["id"]}"]').text for veld in velden]
    assert len(namen) == len(set(namen)) == len(velden)
    assert all(vakje.find_parent("label").text.strip() for vakje in html.select("[type=checkbox]"))


def test_the_kinds_of_route_are_those_of_the_data_with_their_source(kb, html):
    keuzes = {onderdeel.id: onderdeel.typen for onderdeel in kb.stappenplan.notitie if onderdeel.soort == "keuze"}
    assert set(keuzes.values()) == {"verkenning", "wettelijk"}
    for kenmerk, soort in keuzes.items():
        opties = deel(html, kenmerk)[1].select("option[data-tekst]")
        assert [optie["value"] for optie in opties] == [t.id for t in kb.typen.values() if t.soort == soort]
        for optie in opties:
            bron = kb.typen[optie["value"]].bronnen[0]
            assert optie["data-tekst"].startswith(f"{optie.text} (")
            assert bron.plaats in optie["data-tekst"]


def test_every_pitfall_of_every_step_can_be_chosen_with_its_source(kb, html):
    stappen = kb.stappen_op_volgorde()
    alle = [v.tekst for stap in stappen for d in (stap, *stap.onderdelen) for v in d.valkuilen]
    veld = html.select_one("[data-soort=risico]")
    regels = veld.select(".kb-notitie-vakje")
    assert len(alle) > 40
    assert all(regel.text.strip().startswith(tekst) for tekst, regel in zip(alle, regels, strict=True))
    assert all(regel.select_one(".kb-bron a[href*='bronnen/#']") for regel in regels)
    ids = [regel.input["value"] for regel in regels]
    assert len(set(ids)) == len(ids)
    assert all(KENMERK.fullmatch(kenmerk) for kenmerk in ids)
    assert [groep.summary.text.strip() for groep in veld.select("details")] == [
        f"Stap {stap.volgorde}: {stap.naam}" for stap in stappen
    ]


def test_the_known_minimums_come_from_the_routes(kb, memo):
    """15 per richting (verkenning 2021, paragraaf 4.3) and 25 at Cburg (paragraaf 3.5)."""
    plekken = {plek["data-bij"]: plek for plek in memo.select("[data-grens]")}
    for kenmerk, route, plaats in (
        ("per-richting", "calvijn-vakmanschapsroute", "paragraaf 4.3"),
        ("instroom", "cburg-mbo-2", "paragraaf 3.5"),
    ):
        getal = kb.routes[route].streefcijfers.leerlingen_per_groep.waarde
        assert plekken[kenmerk]["data-grens"] == str(getal)
        assert f"ondergrens was {getal} " in plekken[kenmerk].text
        assert plaats in plekken[kenmerk].parent.select_one(".kb-bron").text
    assert "Montessori Lyceum Oostpoort" in plekken["per-richting"].text


def test_who_must_agree_and_sign_is_there_with_a_source_and_room_to_sign(memo):
    rijen = memo.select("tbody tr")
    namen = " ".join(rij.th.text.lower() for rij in rijen)
    for wie in (
        "gezag van de vmbo-school",
        "gezag van de mbo",
        "medezeggenschapsraad",
        "studentenraad",
        "ondernemingsraad",
        "ouders",
    ):
        assert wie in namen
    for rij in rijen:
        assert rij.select_one(".kb-bron a[href*='bronnen/#']")
        assert rij.select("td")[-1].text == LEEG


def test_below_the_memo_stands_every_source_with_its_date(kb, memo):
    voet = memo.select(".kb-notitie-voet")[-1]
    for link in memo.select(".kb-bron a"):
        bron = kb.bronnen[link["href"].split("#")[1]]
        assert f"{bron.korte_naam}, {bron.datum}" in voet.text
    assert all("hidden" in extra.attrs for extra in voet.select("[data-bron]")), "only with a risk that names it"


def test_no_id_occurs_twice_and_no_place_has_the_name_of_another(html):
    for veld in ("id", "data-vul", "data-punt", "data-deel"):
        namen = [element[veld] for element in html.select(f"[{veld}]")]
        assert len(namen) == len(set(namen)), veld


def test_the_memo_is_linked_from_the_plan_and_from_the_list_of_steps(kb):
    for naam in ("mijn_plan", "stappenplan"):
        assert page(naam, kb=kb).select('a[href$="stappenplan/beslisnotitie/"]'), naam


def test_no_step_can_have_the_address_of_the_memo():
    assert "beslisnotitie" in GERESERVEERD


# --- the Word file


@pytest.fixture(scope="module")
def bytes_(kb, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("site")
    export_notitie.schrijf(kb, map_)
    return (map_ / "assets" / "notitie.docx").read_bytes()


@pytest.fixture(scope="module")
def docx(bytes_):
    return Document(BytesIO(bytes_))


def alineas(docx):
    """Every paragraph of the body, those in tables too."""
    return [*docx.paragraphs, *(a for t in docx.tables for rij in t.rows for cel in rij.cells for a in cel.paragraphs)]


def test_the_word_file_has_a_place_for_everything_that_the_browser_fills(bytes_, memo):
    with ZipFile(BytesIO(bytes_)) as zip_:
        xml = zip_.read("word/document.xml").decode()
    plekken = re.findall(r'w:name="veld_(\w+)"', xml)
    nodig = [plek["data-vul"] for plek in memo.select("[data-vul]")]
    nodig += [punt["data-punt"] for punt in memo.select("[data-punt]")]
    assert sorted(plekken) == sorted(naam.replace("-", "_") for naam in nodig)
    assert len(re.findall(r'bookmarkStart w:id="(\d+)"', xml)) == len(
        set(re.findall(r'bookmarkStart w:id="(\d+)"', xml))
    )


def test_the_word_file_says_what_the_memo_says(docx, memo):
    tekst = "\n".join(alinea.text for alinea in alineas(docx))
    voet = docx.sections[0].footer.paragraphs[0].text
    for regel in memo.select("dt, caption, th, [data-grens], [data-punt], td:first-of-type"):
        woorden = regel.find(string=True).strip()
        assert woorden in tekst, woorden
    assert docx.sections[0].header.paragraphs[0].text == "Concept"
    assert "geen juridisch advies" in voet
    assert tekst.count(LEEG) == len(memo.select(".kb-leeg"))


def test_every_blank_to_fill_is_yellow(docx):
    stukken = [stuk for alinea in alineas(docx) for stuk in alinea.runs if stuk.font.highlight_color]
    assert {stuk.text for stuk in stukken} == {LEEG}
    assert {stuk.font.highlight_color for stuk in stukken} == {WD_COLOR_INDEX.YELLOW}


def test_the_word_file_has_real_headings_a_table_head_a_title_and_its_language(kb, docx):
    koppen = [(a.style.name, a.text) for a in alineas(docx) if a.style.name.startswith("Heading")]
    assert koppen[0] == ("Heading 1", "Beslisnotitie doorlopende leerroute")
    delen = [d.naam for d in kb.stappenplan.notitie if d.soort != "regel"]
    assert sorted(kop for stijl, kop in koppen if stijl == "Heading 2") == sorted(delen)
    assert docx.tables[-1].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert all(rij._tr.xpath("./w:trPr/w:cantSplit") for tabel in docx.tables for rij in tabel.rows)
    assert docx.core_properties.title == "Beslisnotitie doorlopende leerroute (concept)"
    assert docx.core_properties.language == "nl-NL"
    assert docx.styles.element.xpath("string(w:docDefaults//w:lang/@w:val)") == "nl-NL"


def test_the_word_file_is_a4_names_nobody_and_is_small(docx, bytes_):
    blad = docx.sections[0]
    assert (round(blad.page_width.mm), round(blad.page_height.mm)) == (210, 297)
    assert (docx.core_properties.author, docx.core_properties.last_modified_by) == ("", "")
    assert b"python-docx" not in bytes_
    assert len(bytes_) < 60_000
    with ZipFile(BytesIO(bytes_)) as zip_:
        assert {deel.compress_type for deel in zip_.infolist()} == {ZIP_STORED}
        assert not [naam for naam in zip_.namelist() if "thumbnail" in naam or "Effects" in naam]


def test_equal_records_give_equal_bytes_on_any_day(kb, bytes_, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    export_notitie.schrijf(kb, tmp_path)
    assert (tmp_path / "assets" / "notitie.docx").read_bytes() == bytes_
    assert beslisnotitie(kb, date(2020, 1, 1)) == beslisnotitie(kb, VANDAAG)


def test_a_word_file_of_a_memo_without_parts_opens(kleine, tmp_path):
    export_notitie.schrijf(kleine(), tmp_path)
    tekst = [alinea.text for alinea in Document(str(tmp_path / "assets" / "notitie.docx")).paragraphs]
    assert tekst[:2] == ["Beslisnotitie doorlopende leerroute", f"Datum\t{LEEG}"]
