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
PATH = "overeenkomst/doorlopende-leerroute"
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


def test_what_cannot_be_seen_is_no_answer(page):
    fill(page, "samenstelling-leiding")
    fill(page, "taken-leiding", "\u200b\u00a0\ufeff\u2060")
    assert "b. leiding" in stand(page)
    assert page.locator('[data-plek="taken"]').inner_text().startswith("[in te vullen")


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
    numbers = page.locator("[data-artikel]:not(.kb-vervalt) .kb-artikelnummer").all_inner_texts()
    assert numbers == [f"Artikel {n}." for n in range(1, len(numbers) + 1)]


def test_choices_that_clash_with_the_law_or_each_other_are_told(page):
    choose(page, "vmbo-examen", "nee")
    warning = page.locator("#botsingen li:visible")
    assert "ook het vmbo-diploma" in warning.inner_text()
    page.locator("#variant").select_option("geintegreerd")
    assert warning.count() == 0
    choose(page, "einde", "samen")
    choose(page, "ontbinden", "ja")
    assert "Kies één regel" in warning.inner_text()


def test_a_warning_stands_above_at_its_choices_and_above_the_answers(page):
    choose(page, "combinatie", "kader-3")
    assert page.locator("#botsingen li:visible").count() == 0
    page.locator("#variant").select_option("geintegreerd")
    for place in ("#botsingen li:visible", '[data-keuze="combinatie"] .kb-botst', "#botsingen-controle li"):
        assert "Een geïntegreerde route gaat van basis naar niveau 2." in page.locator(place).inner_text()
    choose(page, "combinatie", "basis-2")
    assert page.locator(".kb-botst, #botsingen-controle li, #botsingen li:visible").count() == 0
    choose(page, "einde", "samen")
    choose(page, "ontbinden", "nee")
    assert "De wet vraagt die wel" in page.locator("#botsingen-controle").inner_text()


@pytest.mark.parametrize(
    ("model", "choices", "warning"),
    [
        ("lichte-samenwerking", {"geld": "ja", "mbo-lessen": "nee"}, "artikel 5.39"),
        ("lessen-door-het-mbo", {"wettelijk-doel": "diploma", "selectie": "iedereen"}, "bijzondere kenmerken"),
        ("lessen-door-het-mbo", {"einde": "samen", "direct": "ja"}, "Kies één regel"),
    ],
)
def test_the_other_models_warn_too(browser, adres, model, choices, warning):
    with new_page(browser) as page:
        page.goto(f"{adres}overeenkomst/{model}/")
        for name, option in choices.items():
            assert page.locator("#botsingen li:visible").count() == 0
            choose(page, name, option)
        assert warning in page.locator("#botsingen li:visible").inner_text()


def test_a_route_fills_what_is_still_empty(page):
    page.locator("#veld-naam-school").fill("Eigen school")
    page.locator("#uit-route").select_option("calvijn-vakmanschapsroute")
    assert page.locator("#veld-naam-school").input_value() == "Eigen school"
    assert page.locator("#veld-naam-mbo").input_value() == "ROC van Amsterdam"
    assert page.locator("#veld-leerwegen").input_value() == "vmbo-basis"
    assert page.locator("#veld-niveau").input_value() == "2"
    assert "Helpende" in page.locator("#veld-opleiding").input_value()


def values(page) -> dict[str, str]:
    return page.locator('[data-veld]:not([data-uit=""])').evaluate_all(
        "(all) => Object.fromEntries(all.map((one) => [one.dataset.veld, one.value]))"
    )


def test_a_later_route_takes_the_place_of_an_earlier_one_but_not_of_what_was_typed(page):
    page.locator("#veld-naam-school").fill("Eigen school")
    page.locator("#uit-route").select_option("calvijn-vakmanschapsroute")
    first = values(page)
    assert first["naam-route"] == "Vakmanschapsroute Calvijn College"
    page.locator("#veld-duur").fill("9")
    page.reload()  # what a route filled in is still known for it
    page.locator("#stand:not(:empty)").wait_for()
    assert page.locator("#uit-route").input_value() == "calvijn-vakmanschapsroute"
    page.locator("#uit-route").select_option("oostpoort-leerroutes")
    second = values(page)
    assert second["naam-school"] == "Eigen school"
    assert second["duur"] == "9"
    option = page.locator("#uit-route option:checked")
    for field, source in (("naam-route", "naam"), ("leerwegen", "leerwegen"), ("opleiding", "opleidingen")):
        assert second[field] == (option.get_attribute(f"data-{source}") or "") != first[field]
    said = page.locator("#route-status").inner_text()
    assert said.startswith("Ingevuld: naam van de mbo-instelling, naam van de leerroute, ")
    assert "Uw eigen tekst bleef staan bij: naam van de school, duur in jaren." in said
    page.locator("#uit-route").select_option("")
    assert {field: text for field, text in values(page).items() if text} == {"naam-school": "Eigen school", "duur": "9"}
    assert page.locator("#route-status").inner_text() == "Wat uit een route kwam, is weggehaald."
    assert page.locator("#route-stand").is_hidden()


def test_of_what_a_route_fills_in_the_year_stands_beside_it_and_that_the_school_did_not_confirm(page):
    assert page.locator("#route-stand").is_hidden()
    page.locator("#uit-route").select_option("calvijn-vakmanschapsroute")
    said = page.locator("#route-stand").inner_text()
    assert "2020-2021" in said
    assert "niet bevestigd" in said
    page.reload()
    page.locator("#stand:not(:empty)").wait_for()
    assert page.locator("#route-stand").inner_text() == said


def test_while_choices_clash_the_status_and_the_word_file_say_so(page):
    fill_all(page)
    page.locator("#variant").select_option("geintegreerd")
    choose(page, "combinatie", "kader-3")
    choose(page, "vmbo-examen", "nee")
    fill_all(page)
    assert stand(page).startswith(
        "2 keuzes botsen met de wet of met elkaar. Los dat eerst op. 10 van de 10 onderwerpen"
    )
    assert "Alle onderwerpen" not in stand(page)
    assert "geregeld" not in stand(page)
    content = download(page, "#word")
    assert kantoor.faults(content) == []
    lines = words_of(content).splitlines()
    assert lines[1].startswith("CONCEPT. Let op: 2 keuzes botsen met de wet of met elkaar.")
    warnings = page.locator("#botsingen li:visible").all_inner_texts()
    assert [f"Let op. {line}" for line in lines[2 : 2 + len(warnings)]] == warnings
    assert len(warnings) == 2
    assert Document(io.BytesIO(content)).paragraphs[2].style.name == "List Bullet"
    choose(page, "combinatie", "basis-2")
    assert "Alle onderwerpen van de wet zijn ingevuld" in stand(page)
    assert "botsen" not in words_of(download(page, "#word"))


def test_the_agreement_names_its_kind_before_what_is_agreed_and_no_annex_that_need_not_be(page):
    lines = words_of(download(page, "#word")).splitlines()
    kind = next(n for n, line in enumerate(lines) if "artikel 2.107a van de WVO 2020" in line)
    assert lines[kind + 1] == "Partijen spreken het volgende af."
    assert lines.count("Partijen spreken het volgende af.") == 1
    assert not [line for line in lines if "in de bijlage over" in line]


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


def test_the_articles_of_a_subject_are_one_page_with_an_address_that_works_with_back(page, adres):
    page.goto(f"{adres}{MODEL}#stap-samenstelling-leiding")
    shown = "(all) => all.filter((part) => part.checkVisibility()).map((part) => part.dataset.artikel)"
    articles = page.locator("[data-artikel]")
    assert articles.evaluate_all(shown) == ["samenstelling-leiding", "taken-leiding"]
    assert page.locator("#stap-nu").inner_text() == "Onderwerp 4 van 16: b. leiding"
    page.locator("#volgende").click()
    assert page.url.endswith("#stap-verantwoording")
    assert page.evaluate("document.activeElement.id") == "kop-verantwoording"
    page.go_back()
    page.locator("#stap-nu", has_text="b. leiding").wait_for()
    assert articles.evaluate_all(shown) == ["samenstelling-leiding", "taken-leiding"]
    page.locator('a[href="#controle"]').click()
    assert articles.evaluate_all(shown) == ["samenstelling-leiding", "taken-leiding"]
    page.locator("#een-voor-een").click()
    assert page.url.endswith(MODEL)
    assert page.locator("#stap-nu").is_hidden()


def test_the_list_of_subjects_says_what_is_complete_and_the_last_leads_to_the_check(page, adres):
    page.goto(f"{adres}{MODEL}#stap-samenstelling-leiding")
    page.locator("#stappen summary").click()
    leiding = page.locator("#stappen-lijst li", has_text="b. leiding")
    assert leiding.inner_text() == "b. leiding – nog niet klaar"
    assert leiding.locator("a").get_attribute("aria-current") == "step"
    for article in ("samenstelling-leiding", "taken-leiding"):
        fill(page, article)
    assert leiding.inner_text() == "b. leiding – klaar"
    page.locator("#stappen-lijst a", has_text="Ondertekening").click()
    page.locator("#stap-nu", has_text="16 van 16").wait_for()
    assert page.evaluate("document.activeElement.id") == "kop-slot"
    page.get_by_role("button", name="Naar de controle").click()
    assert page.evaluate("document.activeElement.id") == "controle-kop"


def test_a_change_link_opens_the_page_of_its_subject(page, adres):
    page.goto(f"{adres}{MODEL}#stap-doel")
    page.locator("#antwoorden .kb-rij", has_text="Wie toezicht houdt").locator("a").click()
    assert page.url.endswith("#stap-programma")
    assert page.evaluate("document.activeElement.id") == "veld-toezicht"


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


def test_a_file_of_another_version_is_told_and_so_is_what_has_no_place_any_more(page, tmp_path):
    page.locator("#veld-doel").fill("Een doel")
    mine = tmp_path / "mijn.json"
    mine.write_bytes(download(page, "#bewaar"))
    saved = json.loads(mine.read_text(encoding="utf-8"))
    assert saved["modelversie"] == "1.2"
    page.locator("#open").set_input_files(mine)
    page.locator("#melding", has_text="staan weer").wait_for()
    assert "versie" not in page.locator("#melding").inner_text()
    saved |= {"modelversie": "1.0", "velden": {"doel": "Ander doel", "wanneer-tekent": "ooit"}}
    saved["keuzes"] = {"geld": "ruil"}
    mine.write_text(json.dumps(saved), encoding="utf-8")
    page.locator("#open").set_input_files(mine)
    page.locator("#melding", has_text="versie 1.0").wait_for()
    assert "2 antwoorden uit het bestand" in page.locator("#melding").inner_text()
    assert page.locator("#veld-doel").input_value() == "Ander doel"


def test_a_file_fills_the_page_of_its_old_version_as_well(page, adres, tmp_path):
    page.locator("#veld-doel").fill("Een doel")
    mine = tmp_path / "mijn.json"
    mine.write_bytes(download(page, "#bewaar"))
    page.goto(f"{adres}{PATH}-1-0/")
    assert page.locator("#veld-doel").input_value() == ""
    page.locator("#open").set_input_files(mine)
    page.locator("#melding", has_text="versie 1.0").wait_for()
    assert page.locator("#veld-doel").input_value() == "Een doel"


def test_two_files_are_compared_with_each_other(page, tmp_path):
    files = []
    for name, goal in (("school", "Doel van de school"), ("mbo", "Doel van het mbo")):
        page.locator("#veld-doel").fill(goal)
        files.append(tmp_path / f"{name}.json")
        files[-1].write_bytes(download(page, "#bewaar"))
    page.locator("#veld-doel").fill("Iets anders")
    page.locator("#vergelijk").set_input_files(files)
    page.locator("#melding", has_text="1 verschil tussen het bestand school.json en het bestand mbo.json").wait_for()
    row = page.locator("#verschillen .kb-rij").inner_text()
    assert "Doel van de school" in row
    assert "Doel van het mbo" in row
    assert "Iets anders" not in row


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


@pytest.mark.parametrize("model", ["doorlopende-leerroute", "lichte-samenwerking", "lessen-door-het-mbo", "bijlagen"])
def test_a_model_with_hostile_and_long_text_in_every_field_opens_in_another_program(browser, adres, tmp_path, model):
    with new_page(browser) as page:
        page.goto(f"{adres}overeenkomst/{model}/")
        page.locator(".kb-vulbalk").wait_for()
        text = f"{HOSTILE} {'onderwijsinstellingsovereenkomstbepaling' * 3} {'lang ' * 60}"
        fill_all(page, text)
        content = download(page, "#word")
    (tmp_path / "vol.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/lo"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "vol.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    paper = Pdf((tmp_path / "vol.pdf").read_bytes())
    words = letters(paper.tekst())
    blanks = letters(words_of(content)).count(letters("Tom & <b>Jan</b>"))
    assert words.count(letters("Tom & <b>Jan</b>")) == blanks > 10
    assert letters("[in te vullen") not in words
    assert letters("{{ 1 }}") in words
    assert words.count("CONCEPT") >= paper.bladen


def test_on_paper_a_choice_that_was_not_made_names_its_answers(page):
    page.emulate_media(media="print")
    assert page.locator('[data-keuze="geschil"] .kb-optienaam', has_text="De rechter").is_visible()
    assert "Een commissie van drie" in page.locator('[data-keuze="geschil"]').inner_text()
    assert page.locator(".kb-toen:visible").count() == 0


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
