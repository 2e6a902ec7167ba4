"""The memo for the board: filled in the browser, kept with the plan, one sheet on paper, and a real Word file."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from macros.feiten import datum
from macros.kennisbank import kennisbank
from tests import kantoor
from tests.browser.behaviour import COLOUR, FULL, axe, stop_faults, targets, walk
from tests.browser.harness import new_page, settle
from tests.browser.test_mijn_plan import PLAN, stored, upload
from tests.browser.test_toetsenbord import tab_to

MEMO = "stappenplan/beslisnotitie/"
BLANK = "[in te vullen]"
LINES = {"aan": "College van bestuur", "van": "Directeur vmbo", "betreft": "Leerroute zorg van basis naar mbo-niveau 2"}
TEXTS = {
    "besluit": "Stem in met de voorbereiding van de route. Het besluit is nodig vóór 1 april 2027.",
    "waarom": "Een deel van onze leerlingen valt uit na de overstap. Eén programma maakt die overstap kleiner.",
    "voor-wie": "Leerlingen van basis met het profiel zorg en welzijn. Leerling en ouders kiezen, na ons advies.",
    "partners": "Een mbo-instelling, met een intentie op papier.\nTwee zorginstellingen willen stageplaatsen geven.",
    "alternatieven": "Aansluiten bij een bestaande route: de reistijd is te lang. Niets doen: de uitval blijft.",
    "geld": "De opstart kost 400 uur, samen betaald. Wij vragen nu geld voor de projectleider.",
}
HOSTILE = "Tom & <b>Jan</b> zeggen \"ja\" en 'nee' ]]> 🎓 é\nregel twee \t</w:t></w:r> ⟦x⟧ {{ 1 }} $& $1"
CONTROLS = "\u0000\u0001\u0008\u000b\u000c\u001f\ufffe\uffff\ud800"
BAD_MEMOS = {
    "no group": '["waarom"]',
    "no text": '{"waarom": 3}',
    "no id": '{"<b>": "x"}',
    "no ids": '{"risicos": ["<b>"]}',
    "too long": json.dumps({"waarom": "x" * 5001}),
    "prototype": '{"__proto__": {"waarom": "x"}}',
}


def opened(page, adres):
    """The page of the memo, without a mistake in the browser's console from here on."""
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(adres + MEMO)
    settle(page)
    return page


def place(page, name: str):
    """A place of the memo."""
    return page.locator(f'.kb-notitie [data-vul="{name}"]')


def boxes(page, kind: str):
    """The boxes of the risks or of the points about money, those in closed groups too."""
    page.locator(f"[data-soort={kind}] details:not([open]) summary").evaluate_all(
        "(all) => all.forEach((one) => one.click())"
    )
    return page.locator(f"[data-soort={kind}] [type=checkbox]")


def fill(page) -> None:
    """A memo of the usual length."""
    for name, text in {**LINES, **TEXTS, "per-richting": "20", "instroom": "20"}.items():
        page.locator(f"#veld-{name}").fill(text)
    page.locator("#veld-soort-route").select_option("gestapeld")
    page.locator("#veld-vorm-in-de-wet").select_option("geen-wettelijke-vorm")
    for number in (0, 4, 30):
        boxes(page, "risico").nth(number).check()
    boxes(page, "punten").nth(1).check()


def words(page) -> str:
    """What the memo says."""
    return page.locator(".kb-notitie").inner_text()


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def word(page) -> Document:
    """The Word file that the button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als Word").click()
    assert download.value.suggested_filename == "beslisnotitie.docx"
    assert kantoor.faults(download.value.path().read_bytes()) == []
    return Document(str(download.value.path()))


def paragraphs(document: Document) -> list:
    """Every paragraph of the body in its order, those in tables too."""
    inside = [a for t in document.tables for row in t.rows for cell in row.cells for a in cell.paragraphs]
    return [*document.paragraphs, *inside]


def paragraph_texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(document)]


# --- filling in


def test_a_look_keeps_nothing_and_an_empty_memo_is_all_blanks(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        assert stored(page) is None
        assert page.locator("#notitie-stand").inner_text() == "Nog in te vullen: 14 van de 14 onderdelen."
        assert page.locator(".kb-notitie [data-vul] .kb-leeg").count() == 14
        assert place(page, "datum").inner_text() == datum(date.today())
        assert page.get_by_role("status").inner_text() == ""


def test_the_memo_shows_what_is_typed_and_a_reload_keeps_it(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        fill(page)
        for name, text in {**LINES, **TEXTS}.items():
            assert place(page, name).inner_text() == text
        assert place(page, "soort-route").inner_text().startswith("Gestapelde leerroute (")
        assert page.locator("#notitie-stand").inner_text() == "Alle onderdelen zijn ingevuld."
        before, kept = words(page), stored(page)
        assert kept["notitie"]["waarom"] == TEXTS["waarom"]
        page.reload()
        settle(page)
        assert words(page) == before
        assert page.locator("#veld-waarom").input_value() == TEXTS["waarom"]
        assert page.evaluate("Object.keys(localStorage)") == ["leerroutes-plan"]
        page.locator("#veld-waarom").fill("  ")
        assert place(page, "waarom").inner_text() == BLANK
        page.locator("#veld-soort-route").select_option("")
        assert place(page, "soort-route").inner_text() == BLANK


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("14", "minder dan"),
        ("15", "precies"),
        ("16", "meer dan"),
        ("0", "minder dan"),
        (" 015 ", "precies"),
        ("", None),
    ],
)
def test_a_number_is_put_beside_the_known_minimum_in_words(browser, adres, typed, verdict):
    assert kennisbank().routes["calvijn-vakmanschapsroute"].streefcijfers.leerlingen_per_groep.waarde == 15
    with new_page(browser) as page:
        opened(page, adres)
        page.locator("#veld-per-richting").fill(typed)
        said = place(page, "per-richting-1").inner_text()
        if verdict is None:
            assert said.startswith("Ter vergelijking: de ondergrens was 15 leerlingen")
            assert place(page, "per-richting").inner_text() == BLANK
            return
        assert said.startswith(f"Dat is {verdict} de ondergrens van 15 leerlingen per uitstroomrichting bij ")
        assert place(page, "per-richting").inner_text() == f"{int(typed)}."
        assert place(page, "instroom-1").inner_text().startswith("Ter vergelijking: de ondergrens was 25 "), (
            "its own number"
        )


@pytest.mark.parametrize("typed", ["ongeveer 20", "20,5", "-3", "1e3", "123456"])
def test_what_is_no_number_stays_a_blank_and_the_visitor_is_told_how_to_write_it(browser, adres, typed):
    with new_page(browser) as page:
        opened(page, adres)
        field, error = page.locator("#veld-instroom"), page.locator("#fout-instroom")
        field.fill(typed)
        field.blur()
        assert (
            error.inner_text()
            == page.get_by_role("status").inner_text()
            == "Schrijf een heel getal in cijfers, zoals 18."
        )
        assert field.get_attribute("aria-invalid") == "true"
        assert "fout-instroom" in field.get_attribute("aria-describedby")
        assert field.input_value() == typed[:6]
        assert place(page, "instroom").inner_text() == BLANK
        assert stored(page) is None
        field.fill("30")
        field.blur()
        assert (error.inner_text(), field.get_attribute("aria-invalid")) == ("", None)
        assert place(page, "instroom-1").inner_text().startswith("Dat is meer dan de ondergrens van 25 ")


def test_ticked_risks_come_in_the_memo_with_their_source(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        every = boxes(page, "risico")
        elsewhere = page.locator(".kb-notitie-vakje", has_text="Artikel leerlab IJburg").first
        foot = page.locator(".kb-notitie-voet")
        assert "leerlab" not in foot.inner_text()
        every.first.check()
        assert page.get_by_role("status").inner_text() == f"1 van de {every.count()} risico's gekozen."
        elsewhere.locator("input").check()
        chosen = place(page, "risicos").locator("li")
        assert chosen.count() == 2
        assert chosen.nth(1).inner_text() == elsewhere.inner_text().replace("\n", " ")
        assert chosen.nth(1).locator("a[href*='bronnen/#']").count() == 1
        assert "Artikel leerlab IJburg, zonder datum" in foot.inner_text()
        assert page.locator("[data-soort=risico] summary").first.inner_text().endswith("(1 gekozen)")
        page.reload()
        assert place(page, "risicos").locator("li").count() == 2
        for box in boxes(page, "risico").all():
            box.uncheck()
        assert place(page, "risicos").inner_text() == BLANK
        assert stored(page) is None, "an empty memo is no memo"


def test_a_risk_that_the_site_no_longer_knows_is_told_and_not_thrown_away(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        boxes(page, "risico").first.check()
        plan = stored(page)
        plan["notitie"]["risicos"].append("partners-00000000")
        page.evaluate("(plan) => localStorage.setItem('leerroutes-plan', JSON.stringify(plan))", plan)
        page.reload()
        told = page.get_by_role("status").inner_text()
        assert told == "Van uw keuzes bestaan er 1 niet meer op deze site. Kies opnieuw."
        assert stored(page) == plan


def test_a_point_about_money_that_is_settled_has_a_tick_and_a_word(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        box = boxes(page, "punten").nth(2)
        point = page.locator(f'[data-punt="{box.get_attribute("value")}"]')
        before = point.inner_text()
        box.check()
        assert point.inner_text() == f"{before}: klaar"
        assert point.evaluate("(one) => getComputedStyle(one, '::before').content").startswith('"✓"')
        page.reload()
        assert point.inner_text() == f"{before}: klaar"
        box.uncheck()
        assert point.inner_text() == before


# --- the plan


def test_notes_at_a_step_are_taken_over_on_request(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        page.locator("[data-stap=partners] textarea").fill("Bel het mbo\nover <b>lokalen</b>")
        opened(page, adres)
        button = page.locator("#over-partners")
        assert [one.get_attribute("id") for one in page.locator("[id^=over-]:visible").all()] == ["over-partners"]
        assert (
            page.get_by_role("button", name="Neem uw aantekening bij stap 2 over Met wie maakt u de route?").count()
            == 1
        )
        page.locator("#veld-partners").fill("Eerst dit.")
        button.press("Enter")
        assert place(page, "partners").inner_text() == "Eerst dit.\nBel het mbo\nover <b>lokalen</b>"
        assert page.locator(":focus").get_attribute("id") == "veld-partners"
        assert page.get_by_role("status").inner_text() == "Uw aantekening staat nu in dit veld."
        assert not button.is_visible()
        assert stored(page)["stappen"]["partners"]["notitie"] == "Bel het mbo\nover <b>lokalen</b>"


def test_notes_that_do_not_fit_are_not_cut(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        page.locator("[data-stap=partners] textarea").fill("n" * 5000)
        opened(page, adres)
        page.locator("#veld-partners").fill("Eerst dit.")
        page.locator("#over-partners").click()
        assert page.get_by_role("status").inner_text() == "Uw aantekening is te lang voor dit veld."
        assert page.locator("#veld-partners").input_value() == "Eerst dit."


def test_the_plan_as_a_file_carries_the_memo_and_wiping_takes_it(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        fill(page)
        first, kept = words(page), stored(page)
        page.goto(adres + PLAN)
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar als bestand").click()
        text = download.value.path().read_text(encoding="utf-8")
        assert json.loads(text) == kept
        page.get_by_role("button", name="Wis alles", exact=True).click()
        assert "beslisnotitie" in page.locator("#plan-vraag-tekst").inner_text()
        page.get_by_role("button", name="Ja, wis alles").click()
        assert page.evaluate("Object.keys(localStorage)") == []
        page.goto(adres + MEMO)
        assert page.locator(".kb-notitie [data-vul] .kb-leeg").count() == 14
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        upload(page, text)
        page.get_by_role("status").filter(has_text="plan.json is geopend").wait_for()
        opened(page, adres)
        assert words(page) == first


def test_a_plan_of_before_the_memo_stays_as_it_was(browser, adres):
    old = '{"versie":1,"start":2028,"taken":["partners-bestuur"],"stappen":{"partners":{"datum":"","notitie":"x"}}}'
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        page.evaluate("(plan) => localStorage.setItem('leerroutes-plan', plan)", old)
        opened(page, adres)
        assert page.locator("#over-partners").is_visible()
        page.locator("#veld-waarom").fill("x")
        page.locator("#veld-waarom").fill("")
        assert page.evaluate("localStorage.getItem('leerroutes-plan')") == old


@pytest.mark.parametrize("kind", BAD_MEMOS)
def test_a_file_with_a_memo_that_is_none_changes_nothing(browser, adres, kind):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        upload(page, f'{{"versie": 1, "start": null, "taken": [], "stappen": {{}}, "notitie": {BAD_MEMOS[kind]}}}')
        page.locator("#plan-open-fout").filter(has_text="geen plan van deze site").wait_for()
        assert stored(page) is None


def test_a_browser_that_keeps_nothing_says_so_and_the_memo_lasts_as_long_as_the_page(browser, adres):
    with new_page(browser) as page:
        page.add_init_script("Storage.prototype.setItem = () => { throw new Error('vol'); };")
        opened(page, adres)
        page.locator("#veld-waarom").fill("Daarom.")
        assert "uw browser bewaart niets" in page.get_by_role("status").inner_text()
        boxes(page, "punten").first.check()
        assert "uw browser bewaart niets" in page.get_by_role("status").inner_text()
        assert place(page, "waarom").inner_text() == "Daarom."


# --- paper


@pytest.mark.parametrize("state", ["empty", "full", "without script"])
def test_the_memo_is_one_sheet_and_nothing_else_is_on_it(browser, adres, state):
    with new_page(browser, 1280, java_script_enabled=state != "without script") as page:
        page.goto(adres + MEMO)
        settle(page)
        if state == "full":
            fill(page)
        assert pages(page.pdf(prefer_css_page_size=True)) == 1
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 673, "height": 994})
        shown = page.evaluate("""() => [...document.querySelectorAll("body *")].filter((one) => inPage.isShown(one)
            && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
            && !one.closest(".kb-notitie")).map((one) => one.textContent.trim())""")
        assert shown[0] == "Beslisnotitie doorlopende leerroute"
        assert len(shown) == 2
        assert shown[1].endswith(MEMO), "the address of the page"
        text = words(page)
        assert text.casefold().startswith("concept")
        assert "geen juridisch advies" in text
        assert "Verkenning 2021, 19 april 2021" in text
        blanks = {"empty": 19, "full": 5, "without script": 20}[state]
        assert text.count(BLANK) == blanks
        if state != "without script":
            assert datum(date.today()) in text
        sizes = page.evaluate("""() => [...document.querySelectorAll(".kb-notitie :is(dd, dt, td, li, th[scope=row])")]
            .filter(inPage.isShown).map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)""")
        assert round(min(sizes), 2) >= 10, "points"


def test_a_blank_on_paper_has_a_line_to_write_on(browser, adres):
    with new_page(browser, 673, 994, java_script_enabled=False) as page:
        page.goto(adres + MEMO)
        page.emulate_media(media="print")
        for name in TEXTS:
            height, line = page.locator(f"[data-deel={name}] dd").evaluate("""(one) => {
                const style = getComputedStyle(one, "::after");
                return [parseFloat(style.height), parseFloat(style.borderTopWidth)]; }""")
            assert height > 20
            assert line > 0


@pytest.mark.parametrize("width", [1280, 390])
def test_a_memo_that_needs_a_second_sheet_is_told_so_and_loses_nothing(browser, adres, width):
    """Line by line: as long as there is no warning it is one sheet, and the warning does not come much too early."""
    with new_page(browser, width) as page:
        opened(page, adres)
        fill(page)
        warning, status = page.locator("#notitie-lang"), page.get_by_role("status")
        assert not warning.is_visible()
        rows = ["De eerste regel."]
        while not warning.is_visible() and len(rows) < 40:
            last = words(page)
            rows.append(f"Regel {len(rows)}.")
            page.locator("#veld-alternatieven").fill("\n".join(rows))
        assert 4 < len(rows) < 40
        assert status.inner_text() == "Uw notitie is nu langer dan één bladzijde."
        page.locator("#veld-alternatieven").fill("\n".join(rows[:-1]))
        assert words(page) == last
        assert not warning.is_visible()
        assert status.inner_text() == "Uw notitie past weer op één bladzijde."
        assert pages(page.pdf(prefer_css_page_size=True)) == 1
        page.locator("#veld-alternatieven").fill("\n".join(rows + rows[:3]))
        assert pages(page.pdf(prefer_css_page_size=True)) == 2
        assert place(page, "alternatieven").inner_text().splitlines() == rows + rows[:3]
        assert page.locator(".kb-notitie-proef").count() == 0


# --- Word


def test_the_word_file_says_what_the_memo_says(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        fill(page)
        document = word(page)
        texts = paragraph_texts(document)
        assert page.get_by_role("status").inner_text() == "Uw notitie staat in het bestand beslisnotitie.docx."
        for name, text in LINES.items():
            assert any(line.endswith(f"\t{text}") for line in texts), name
        assert set(TEXTS.values()) <= set(texts)
        risks = [a.text for a in paragraphs(document) if a.style.name == "List Bullet"]
        assert risks == [line.replace("\n", " ") for line in place(page, "risicos").locator("li").all_inner_texts()]
        assert any(line.startswith("20. Dat is meer dan de ondergrens van 15 ") for line in texts)
        assert any(line.startswith("20. Dat is minder dan de ondergrens van 25 ") for line in texts)
        settled = page.locator(".kb-af").inner_text()
        assert any(f"☑ {settled}" in line for line in texts)
        assert sum(line.count("☐") for line in texts) == boxes(page, "punten").count() - 1
        assert sum(line.count(BLANK) for line in texts) == 5, "only the places to sign"
        assert not [run for a in paragraphs(document) for run in a.runs if run.font.highlight_color]
        assert any(place(page, "bronnen").inner_text() == line for line in texts)
        assert any(line.endswith(datum(date.today())) for line in texts)


def test_an_empty_memo_gives_a_word_file_with_its_blanks_in_yellow(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        document = word(page)
        yellow = [run.text for a in paragraphs(document) for run in a.runs if run.font.highlight_color]
        assert yellow == [BLANK] * 14


def test_hostile_text_is_only_text_in_the_memo_and_in_word(browser, adres):
    wrong = []
    with new_page(browser) as page:
        page.on("console", lambda line: wrong.append(line.text))
        opened(page, adres)
        page.locator("#veld-waarom").fill(HOSTILE)
        page.locator("#veld-betreft").evaluate(
            "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }",
            "Zorg" + CONTROLS + " & meer",
        )
        assert page.locator(".kb-notitie b").count() == 0
        document = word(page)
    texts = paragraph_texts(document)
    assert HOSTILE.replace("\t", " ") in texts
    assert "Betreft\tZorg & meer" in texts
    assert not wrong


def test_the_zip_is_one_that_others_read_and_the_marks_of_xml_are_escaped(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        packed, crc, read, escaped = page.evaluate(
            """async (text) => {
            const word = await import("../../javascripts/notitie-word.js");
            const bytes = (text) => new TextEncoder().encode(text);
            const blob = new Blob(word.pakIn([["a.txt", bytes("één")], ["map/b.xml", bytes("")]]));
            const buffer = await blob.arrayBuffer();
            const read = word.pakUit(buffer).map(([name, content]) => [name, new TextDecoder().decode(content)]);
            return [[...new Uint8Array(buffer)], word.crc32(bytes("123456789")), read, word.ontsnap(text)];
        }""",
            "<&>\"']]>🎓\r\n" + CONTROLS,
        )
        refused = page.evaluate("""async () => { const word = await import("../../javascripts/notitie-word.js");
            const zip = new DataView(new ArrayBuffer(60));
            zip.setUint32(0, 0x04034b50, true);
            zip.setUint16(8, 8, true);
            try { word.pakUit(zip.buffer); } catch (error) { return error.message; } }""")
    assert crc == 0xCBF43926
    with zipfile.ZipFile(BytesIO(bytes(packed))) as found:
        assert found.testzip() is None
        assert [(name, found.read(name).decode()) for name in found.namelist()] == [("a.txt", "één"), ("map/b.xml", "")]
    assert read == [["a.txt", "één"], ["map/b.xml", ""]]
    assert escaped == "&lt;&amp;&gt;&quot;&apos;]]&gt;🎓\n"
    assert refused == "zip", "a packed file is not read as if it were plain"


def test_without_a_connection_the_visitor_is_told(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        page.route("**/notitie.docx", lambda route: route.abort())
        page.get_by_role("button", name="Download als Word").click()
        page.get_by_role("status").filter(has_text="Het Word-bestand is niet gemaakt").wait_for()


def test_the_word_file_and_its_script_come_only_when_asked_for(browser, adres, site):
    asked = []
    with new_page(browser) as page:
        page.on("request", lambda request: asked.append(request.url.removeprefix(adres)))
        opened(page, adres)
        fill(page)
        assert not [url for url in asked if "notitie.docx" in url or "notitie-word" in url]
        word(page)
    scripts = {url for url in asked if url.endswith(".js")}
    assert "javascripts/notitie-word.js" in scripts
    packed = sum(len(gzip.compress((site / url).read_bytes(), 6)) for url in scripts)
    assert packed <= 12_000


# --- everybody


def test_without_a_script_the_page_says_what_one_would_add(browser, adres):
    with new_page(browser, java_script_enabled=False) as page:
        page.goto(adres + MEMO)
        assert not page.locator("article :is(input, textarea, select, button)").filter(visible=True).count()
        assert "Met JavaScript krijgt u invulvelden" in page.locator("article").inner_text()
        assert words(page).count(BLANK) == 20
        with page.expect_download() as download:
            page.get_by_role("link", name="open de lege notitie in Word").click()
        assert paragraph_texts(Document(str(download.value.path())))[0] == "Beslisnotitie doorlopende leerroute"


def test_a_memo_is_made_with_the_keyboard_alone(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        tab_to(page, "#veld-aan")
        page.keyboard.type("Bestuur")
        tab_to(page, "#veld-soort-route")
        page.keyboard.press("ArrowDown")
        tab_to(page, "[data-soort=punten] [type=checkbox]")
        page.keyboard.press("Space")
        tab_to(page, "[data-soort=risico] summary")
        page.keyboard.press("Enter")
        tab_to(page, "[data-soort=risico] [type=checkbox]")
        page.keyboard.press("Space")
        assert set(stored(page)["notitie"]) == {"aan", "soort-route", "geld-afspraken", "risicos"}
        tab_to(page, "#notitie-word")
        with page.expect_download():
            page.keyboard.press("Enter")
        page.reload()
        settle(page)
        assert not [fault for stop in walk(page) for fault in stop_faults(stop)]


def test_the_part_that_is_being_filled_is_in_sight_in_the_memo(browser, adres):
    with new_page(browser) as page:
        opened(page, adres)
        for name in ("aan", "geld", "risicos", "waarom"):
            (
                page.locator(f"[data-notitie={name}] summary").first
                if name == "risicos"
                else page.locator(f"#veld-{name}")
            ).focus()
            here = page.locator(".kb-notitie-hier")
            assert here.count() == 1
            assert here.get_attribute("data-deel") == name
            sheet, box = page.locator(".kb-notitie").bounding_box(), here.bounding_box()
            assert sheet["y"] <= box["y"] <= sheet["y"] + sheet["height"], name


@pytest.mark.parametrize("width", [1280, 320])
def test_a_filled_memo_shuts_nobody_out(browser, adres, width):
    wrong = []
    with new_page(browser, width, color_scheme="light") as page:
        opened(page, adres)
        fill(page)
        page.locator("#veld-waarom").fill("onafgebrokenwoord" * 30)
        page.locator("#veld-betreft").fill("onafgebrokenwoord" * 10)
        page.locator("#veld-instroom").fill("onzin")
        page.locator("#veld-instroom").blur()
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # a field of one line scrolls; the memo shows all of it
        assert [name for name in page.evaluate("inPage.clipped()") if "> input#" not in name] == []
        assert targets(page) == []
        # axe cannot see what the sheet has scrolled away; from its top it scrolls by itself
        page.locator(".kb-notitie").evaluate("(sheet) => { sheet.scrollTop = 0; }")
        wrong += axe(page, FULL, f"light {width}")
        page.emulate_media(color_scheme="dark")
        wrong += axe(page, COLOUR, f"dark {width}")
    assert not wrong, "\n".join(wrong)
