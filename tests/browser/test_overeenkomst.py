"""Filling in a model agreement: the text follows, the law is checked, and the result leaves as Word or as a file."""

from __future__ import annotations

import io
import json
import subprocess

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests import kantoor
from tests.browser.harness import new_page
from tests.papier import Pdf, letters

MODEL = "overeenkomst/doorlopende-leerroute/"
HOSTILE = 'Tom & <b>Jan</b> "ja" ]]> é 🎓 {{ 1 }} $& </w:t>\nregel twee'


@pytest.fixture
def page(browser, adres):
    with new_page(browser) as page:
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(adres + MODEL)
        page.locator("#stand:not(:empty)").wait_for()
        yield page


def stand(page) -> str:
    return page.locator("#stand").inner_text()


def choose(page, name: str, option: str) -> None:
    page.locator(f'[name="keuze-{name}"][value="{option}"]').check()


def fill(page, article: str, text: str = "ingevuld") -> None:
    """Makes the first choices of an article that has none yet, and fills every blank that shows."""
    part = page.locator(f"#artikel-{article}")
    for group in part.locator("[data-keuze]").all():
        if not group.locator("input[type=radio]:checked").count():
            group.locator("input[type=radio]").first.check()
    for control in part.locator("[data-veld]:visible").all():
        control.fill(text)


def fill_all(page, text: str = "ingevuld") -> None:
    for name in page.locator("[data-artikel]:not(.kb-vervalt)").evaluate_all(
        "(all) => all.map((o) => o.dataset.artikel)"
    ):
        fill(page, name, text)


def download(page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.locator(button).click()
    return waiting.value.path().read_bytes()


def words_of(content: bytes) -> str:
    body = Document(io.BytesIO(content)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def test_a_blank_in_the_text_takes_what_is_typed_and_comes_back_when_it_is_wiped(page):
    place = page.locator('[data-plek="profiel-vmbo"]')
    blank = place.inner_text()
    assert blank == "[in te vullen: vmbo-profiel]"
    page.locator("#veld-profiel-vmbo").fill(HOSTILE)
    assert place.inner_text() == HOSTILE.replace("\n", " ")
    page.locator("#veld-profiel-vmbo").fill("   ")
    assert place.inner_text() == blank


def test_a_subject_counts_only_when_every_part_is_filled_and_spaces_never(page):
    assert stand(page).startswith("0 van de 10 onderwerpen")
    fill(page, "samenstelling-leiding")
    assert "b. leiding" in stand(page)
    fill(page, "taken-leiding", "   ")
    assert "b. leiding" in stand(page)
    fill(page, "taken-leiding")
    assert stand(page).startswith("1 van de 10")
    assert "b. leiding" not in stand(page)
    for article in ("toetreding", "duur-en-einde"):
        fill(page, article)
    assert "i. meedoen" in stand(page)
    fill(page, "wijziging")
    assert "i. meedoen" not in stand(page)


def test_money_counts_only_when_it_moves(page):
    choose(page, "geld", "nee")
    assert "e. bekostiging" not in stand(page)
    assert "Onderwerp e is niet nodig" in stand(page)
    choose(page, "geld", "vast-bedrag")
    assert "e. bekostiging" in stand(page)
    fill(page, "bekostiging")
    assert "e. bekostiging" not in stand(page)


def test_all_filled_in_is_said_and_a_missing_council_too(page):
    fill_all(page)
    assert "Alle onderwerpen van de wet zijn ingevuld" in stand(page)
    page.locator("#veld-raden-school").fill("")
    assert stand(page).startswith("9 van de 10")
    assert "Nog niet: j. medezeggenschap." in stand(page)


def test_one_board_asks_for_seven_subjects_and_leaves_four_articles_out(page):
    page.locator("#variant").select_option("verticaal")
    assert "van de 7 onderwerpen" in stand(page)
    assert page.locator("#artikel-geschil").is_hidden()
    content = words_of(download(page, "#word"))
    assert "Geschillen" not in content
    assert "één verticale scholengemeenschap" in content


def test_choices_that_clash_with_the_law_or_each_other_are_told(page):
    choose(page, "vmbo-examen", "nee")
    warning = page.locator("#botsingen li:visible")
    assert "ook het vmbo-diploma" in warning.inner_text()
    page.locator("#variant").select_option("geintegreerd")
    assert warning.count() == 0
    choose(page, "einde", "samen")
    choose(page, "ontbinden", "ja")
    assert "Kies één regel" in warning.inner_text()


def test_a_route_fills_what_is_still_empty(page):
    page.locator("#veld-naam-school").fill("Eigen school")
    page.locator("#uit-route").select_option("calvijn-vakmanschapsroute")
    assert page.locator("#veld-naam-school").input_value() == "Eigen school"
    assert page.locator("#veld-naam-mbo").input_value() == "ROC van Amsterdam"
    assert page.locator("#veld-leerwegen").input_value() == "vmbo-basis"
    assert page.locator("#veld-niveau").input_value() == "2"
    assert "Helpende" in page.locator("#veld-opleiding").input_value()


def test_one_subject_at_a_time_by_keyboard(page):
    page.locator("#een-voor-een").focus()
    page.keyboard.press("Enter")
    shown = page.locator("[data-artikel]:visible")
    assert shown.count() == 1
    assert page.evaluate("document.activeElement.id") == "kop-aanhef"
    page.locator("#volgende").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "kop-doel"
    assert shown.count() == 1
    page.locator("#vorige").click()
    assert page.locator("#vorige").is_disabled()
    page.locator("#een-voor-een").click()
    assert shown.count() > 10


def test_the_answers_can_be_checked_and_changed_from_one_list(page):
    page.locator("#veld-toezicht").fill("de conciërge")
    row = page.locator("#antwoorden .kb-rij", has_text="Wie toezicht houdt")
    assert "de conciërge" in row.inner_text()
    row.locator("a").click()
    assert page.evaluate("document.activeElement.id") == "veld-toezicht"
    assert "nog niet ingevuld" in page.locator("#antwoorden .kb-rij", has_text="Vmbo-profiel").inner_text()


def test_answers_survive_a_reload_and_are_wiped_when_asked(page):
    page.locator("#veld-doel").fill("Een korte weg")
    choose(page, "geschil", "rechter")
    page.reload()
    page.locator("#stand:not(:empty)").wait_for()
    assert page.locator("#veld-doel").input_value() == "Een korte weg"
    assert page.locator('[name="keuze-geschil"][value="rechter"]').is_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("#wis").click()
    assert page.locator("#veld-doel").input_value() == ""
    assert page.evaluate("localStorage.length") == 0


def test_a_file_goes_to_the_partner_and_back_and_a_strange_one_changes_nothing(page, tmp_path):
    page.locator("#veld-doel").fill(HOSTILE)
    choose(page, "geld", "nee")
    mine = tmp_path / "mijn.json"
    mine.write_bytes(download(page, "#bewaar"))
    page.locator("#veld-doel").fill("Iets anders")
    page.locator("#open").set_input_files(mine)
    page.locator("#melding", has_text="staan weer").wait_for()
    assert page.locator("#veld-doel").input_value() == HOSTILE
    for bad in ("{", "[]", json.dumps({"versie": 1, "model": "ander", "velden": {}, "keuzes": {}, "variant": ""})):
        strange = tmp_path / "raar.json"
        strange.write_text(bad, encoding="utf-8")
        page.locator("#open").set_input_files(strange)
        page.locator("#melding", has_text="past niet").wait_for()
        assert page.locator("#veld-doel").input_value() == HOSTILE


def test_two_versions_are_compared_clause_by_clause(page, tmp_path):
    page.locator("#veld-doel").fill("Oud doel")
    choose(page, "geschil", "commissie")
    mine = tmp_path / "mijn.json"
    mine.write_bytes(download(page, "#bewaar"))
    page.locator("#veld-doel").fill("Nieuw doel")
    choose(page, "geschil", "rechter")
    page.locator("#vergelijk").set_input_files(mine)
    page.locator("#melding", has_text="2 verschillen").wait_for()
    rows = page.locator("#verschillen .kb-rij").all_inner_texts()
    assert any("Artikel 1. Doel" in row and "Nieuw doel" in row and "Oud doel" in row for row in rows)
    assert any("De rechter" in row and "Een commissie van drie" in row for row in rows)
    assert page.locator("#veld-doel").input_value() == "Nieuw doel"


def test_the_filled_word_file_holds_the_answers_and_keeps_a_control_for_every_blank(page, tmp_path):
    page.locator("#veld-doel").fill(HOSTILE)
    page.locator("#veld-naam-school").fill("School " + "lang " * 500)
    choose(page, "geld", "nee")
    choose(page, "geschil", "commissie")
    content = download(page, "#word")
    assert kantoor.faults(content) == []
    text = words_of(content)
    assert "Tom & <b>Jan</b>" in text
    assert "commissie van drie leden" in text
    assert "mediator" not in text
    assert "[kies: Wat doet u als dat niet lukt?]" not in text
    assert "[kies: Hoelang loopt de overeenkomst?]" in text
    tags = [tag.get(qn("w:val")) for tag in Document(io.BytesIO(content)).element.body.iter(qn("w:tag"))]
    assert "profiel-vmbo" in tags
    assert "doel" not in tags
    (tmp_path / "klaar.docx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/lo",
        "--headless",
        "--convert-to",
        "pdf",
        "klaar.docx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    paper = letters(Pdf((tmp_path / "klaar.pdf").read_bytes()).tekst())
    assert letters("Tom & <b>Jan</b>") in paper
    assert letters("[in te vullen: vmbo-profiel]") in paper


def test_every_field_takes_hostile_and_long_text(page):
    fill_all(page, HOSTILE[:400])
    content = words_of(download(page, "#word"))
    assert content.count("Tom & <b>Jan</b>") > 30
    assert "[in te vullen" not in content


def test_on_paper_only_what_was_chosen_stands(page):
    choose(page, "geschil", "rechter")
    page.emulate_media(media="print")
    assert page.locator('[data-keuze="geschil"] [data-optie="rechter"] .kb-leden').is_visible()
    assert page.locator('[data-keuze="geschil"] [data-optie="commissie"]').is_hidden()
    assert page.locator("#veld-doel").is_hidden()


def test_nothing_is_sent_anywhere(page, adres):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#veld-doel").fill("Geheim doel")
    download(page, "#word")
    download(page, "#bewaar")
    assert all(url.startswith(adres) or url.startswith("blob:") for url in asked)
    assert not [url for url in asked if "Geheim" in url]
