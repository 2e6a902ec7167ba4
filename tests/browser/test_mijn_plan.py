"""A visitor's own plan: it stays in the browser, it can be taken along as a file, and it can be wiped."""

from __future__ import annotations

import json
import re

import pytest

from tests.browser.behaviour import COLOUR, FULL, axe, stop_faults, walk
from tests.browser.harness import new_page, settle
from tests.browser.test_toetsenbord import tab_to

PLAN, STEP, KEY = "stappenplan/mijn-plan/", "stappenplan/partners/", "leerroutes-plan"
NOTE = "Bel het mbo\nover <b>lokalen</b> & geld"
BAD_FILES = {
    "no json": "dit is geen plan",
    "another shape": '{"naam": "iets anders"}',
    "a list": "[]",
    "null": "null",
    "newer": '{"versie": 2, "start": null, "taken": [], "stappen": {}}',
    "no day": '{"versie": 1, "start": null, "taken": [], "stappen": {"partners": {"datum": "2027-02-30"}}}',
    "no id": '{"versie": 1, "start": null, "taken": ["<b>"], "stappen": {}}',
    "no step": '{"versie": 1, "start": null, "taken": [], "stappen": {"partners": null}}',
    "prototype": '{"versie": 1, "start": null, "taken": [], "stappen": {"__proto__": {"notitie": "x"}}}',
    "no year": '{"versie": 1, "start": "2027", "taken": [], "stappen": {}}',
}


def part(page, step: str = "partners"):
    """The part of the plan that is about a step."""
    return page.locator(f"[data-stap={step}]")


def fill(page) -> None:
    """A plan with a tick, a note, a date and a start."""
    part(page).get_by_role("checkbox").first.check()
    part(page).get_by_label("Aantekeningen").fill(NOTE)
    part(page).get_by_label("Streefdatum").fill("15 maart 2027")
    part(page).get_by_label("Streefdatum").blur()
    page.locator("#plan-start").select_option(index=1)


def stored(page) -> dict | None:
    """What the browser keeps."""
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY) or "null")


def shown(page) -> dict:
    """What the visitor sees of the plan."""
    return page.evaluate("""() => ({
        ticked: [...document.querySelectorAll("[data-taak]:has(:checked)")].map((one) => one.dataset.taak),
        fields: [...document.querySelectorAll("[data-veld], #plan-start")].map((one) => one.value),
        words: [...document.querySelectorAll(".kb-voortgang, #plan-totaal, [data-dag], #plan-volgorde li, [data-toon]")]
            .map((one) => one.textContent),
    })""")


def upload(page, text: str, name: str = "plan.json") -> None:
    page.locator("#plan-open").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": text.encode("utf-8")}
    )


def test_a_plan_survives_a_reload_and_a_look_without_a_change_keeps_nothing(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        assert part(page).locator(".kb-voortgang").inner_text().startswith("Nog niet begonnen: 0 van ")
        assert stored(page) is None
        fill(page)
        before = shown(page)
        assert part(page).locator(".kb-voortgang").inner_text().startswith("Bezig: 1 van ")
        assert "15 maart 2027: streefdatum Stap 2" in page.locator("#plan-volgorde").inner_text()
        page.reload()
        assert shown(page) == before
        assert part(page).get_by_label("Aantekeningen").input_value() == NOTE
        assert page.evaluate("Object.keys(localStorage)") == [KEY]


def test_a_step_is_done_when_every_task_is_ticked(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        for box in part(page).get_by_role("checkbox").all():
            box.check()
        assert part(page).locator(".kb-voortgang").inner_text().startswith("Klaar: ")
        assert "taken klaar" in page.get_by_role("status").inner_text()
        part(page).get_by_role("checkbox").first.uncheck()
        assert part(page).locator(".kb-voortgang").inner_text().startswith("Bezig: ")


def test_ticks_on_the_page_of_a_step_and_in_the_plan_are_the_same(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + STEP)
        box = page.locator("[data-taak] input").nth(1)
        task = page.locator("[data-taak]").nth(1).get_attribute("data-taak")
        page.locator("[data-taak] label").nth(1).click(position={"x": 60, "y": 8})  # the words, not the box
        assert box.is_checked()
        assert page.get_by_role("status").inner_text().startswith("Bij deze stap zijn 1 van ")
        other = page.context.new_page()
        other.goto(adres + PLAN)
        assert shown(other)["ticked"] == [task]
        other.locator(f"[data-taak={task}] input").uncheck()
        page.wait_for_function("() => !document.querySelector('[data-taak] :checked')")
        assert stored(page) is None, "an empty plan is no plan"


def test_a_start_year_gives_the_fixed_moments_their_dates(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        year = int(page.locator("#plan-start option").nth(2).get_attribute("value"))
        page.locator("#plan-start").select_option(str(year))
        row = page.locator("#momenten ~ dl > div").filter(has_text="PTA")
        assert f"vóór 1 oktober (bij uw start: 1 oktober {year})" in row.inner_text()
        assert page.get_by_role("status").inner_text() == f"Uw plan rekent met een start op 1 augustus {year}."
        dates = page.locator("#plan-volgorde li").all_inner_texts()
        assert [line.split(":")[0] for line in dates] == [
            f"{day} {year}" for day in ("1 augustus", "1 oktober", "1 oktober", "15 oktober")
        ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("15-3-2027", "2027-03-15"),
        ("1/12/2026", "2026-12-01"),
        ("5 Maart 2027", "2027-03-05"),
        ("30-2-2027", None),
        ("volgende week", None),
        ("15-3-27", None),
        ("0 maart 2027", None),
        ("3 iets 2027", None),
    ],
)
def test_a_date_is_kept_or_the_visitor_is_told_how_to_write_it(browser, adres, written, kept):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        field, error = part(page).get_by_label("Streefdatum"), part(page).locator(".kb-plan-fout")
        field.fill(written)
        field.blur()
        if kept:
            assert stored(page)["stappen"]["partners"]["datum"] == kept
            assert error.inner_text() == ""
            return
        assert stored(page) is None
        assert "Stap 2" in error.inner_text()
        assert "zoals 15-3-2027" in error.inner_text()
        assert field.get_attribute("aria-invalid") == "true"
        assert error.get_attribute("id") in field.get_attribute("aria-describedby")
        part(page).get_by_role("checkbox").first.check()
        assert field.input_value() == written, "what was typed stays, to be put right"
        field.fill("1-3-2027")
        field.blur()
        assert error.inner_text() == ""
        assert field.get_attribute("aria-invalid") is None


def test_a_saved_file_gives_the_same_plan_on_another_machine(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        fill(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar als bestand").click()
        assert download.value.suggested_filename == "mijn-leerroute-plan.json"
        text = download.value.path().read_text(encoding="utf-8")
        first, kept = shown(page), stored(page)
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        upload(page, text)
        page.get_by_role("status").filter(has_text="plan.json is geopend").wait_for()
        assert shown(page) == first
        assert stored(page) == kept == json.loads(text)
        page.reload()
        assert shown(page) == first


def test_a_file_replaces_a_plan_only_when_the_visitor_agrees(browser, adres):
    other = '{"versie": 1, "start": 2040, "taken": [], "stappen": {"formaliseren": {"datum": "", "notitie": "nieuw"}}}'
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        fill(page)
        before = shown(page)
        upload(page, other)
        page.get_by_role("button", name="Nee, houd mijn plan").click()
        assert shown(page) == before
        upload(page, other)
        page.get_by_role("button", name="Ja, vervang mijn plan").click()
        assert stored(page) == json.loads(other)
        assert shown(page)["ticked"] == []
        assert page.locator("#plan-start").input_value() == "2040"


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_file_that_is_no_plan_changes_nothing_and_is_explained_in_dutch(browser, adres, kind):
    wrong = []
    with new_page(browser) as page:
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(adres + PLAN)
        fill(page)
        before = shown(page)
        upload(page, BAD_FILES[kind], "boek<b>.json")
        error = page.locator("#plan-open-fout")
        error.filter(has_text="geen plan van deze site").wait_for()
        assert "boek<b>.json" in error.inner_text()
        assert page.get_by_role("status").inner_text() == "Dit bestand is niet geopend."
        assert page.locator("#plan-open").get_attribute("aria-invalid") == "true"
        assert shown(page) == before
    assert not wrong


def test_what_was_told_of_a_rejected_file_does_not_stay_under_the_question_about_the_next(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        fill(page)
        upload(page, "kapot")
        page.locator("#vinkjes-status").filter(has_text="Dit bestand is niet geopend.").wait_for()
        upload(page, '{"versie": 1, "start": 2040, "taken": [], "stappen": {}}')
        page.locator("#plan-vraag").wait_for()
        assert page.locator("#vinkjes-status").inner_text() == ""
        assert page.locator("#plan-open-fout").inner_text() == ""


def test_wiping_asks_first_and_then_leaves_nothing(browser, adres):
    with new_page(browser) as page:
        page.on("dialog", lambda dialog: pytest.fail("a window of the browser"))
        page.goto(adres + PLAN)
        empty = shown(page)
        fill(page)
        part(page, "formaliseren").get_by_label("Streefdatum").fill("onzin")
        page.get_by_role("button", name="Wis alles", exact=True).click()
        assert page.locator(":focus").inner_text() == "Nee, houd mijn plan"
        page.keyboard.press("Escape")
        assert page.locator(":focus").inner_text() == "Wis alles"
        assert stored(page)
        page.get_by_role("button", name="Wis alles", exact=True).click()
        page.get_by_role("button", name="Ja, wis alles").click()
        assert page.get_by_role("status").inner_text() == "Uw plan is gewist."
        assert page.evaluate("Object.keys(localStorage)") == []
        assert shown(page) == empty
        assert page.locator("[aria-invalid]").count() == 0


def test_a_spoilt_store_counts_as_no_plan(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        page.evaluate("(key) => localStorage.setItem(key, '{kapot')", KEY)
        page.reload()
        assert shown(page)["ticked"] == []
        part(page).get_by_role("checkbox").first.check()
        assert len(stored(page)["taken"]) == 1


def test_a_browser_that_keeps_nothing_says_so_and_the_plan_lasts_as_long_as_the_page(browser, adres):
    with new_page(browser) as page:
        page.add_init_script("Storage.prototype.setItem = () => { throw new Error('vol'); };")
        page.goto(adres + PLAN)
        fill(page)
        part(page).get_by_role("checkbox").nth(1).check()
        assert "uw browser bewaart niets" in page.get_by_role("status").inner_text()
        assert len(shown(page)["ticked"]) == 2
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar als bestand").click()
        assert len(json.loads(download.value.path().read_text())["taken"]) == 2


def test_a_plan_is_made_and_wiped_with_the_keyboard_alone(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + PLAN)
        tab_to(page, "[data-stap=partners] [type=checkbox]")
        page.keyboard.press("Space")
        tab_to(page, "[data-stap=partners] textarea")
        page.keyboard.type("Bellen")
        assert stored(page)["stappen"]["partners"]["notitie"] == "Bellen"
        page.reload()
        tab_to(page, "#plan-wis")
        page.keyboard.press("Enter")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        assert stored(page) is None
        page.get_by_role("button", name="Wis alles", exact=True).press("Enter")
        assert not [fault for stop in walk(page) for fault in stop_faults(stop)]


@pytest.mark.parametrize("width", [1280, 320])
def test_a_filled_plan_shuts_nobody_out(browser, adres, width):
    wrong = []
    with new_page(browser, width, color_scheme="light") as page:
        page.goto(adres + PLAN)
        fill(page)
        part(page).get_by_label("Aantekeningen").fill("onafgebrokenwoord" * 30)
        part(page, "formaliseren").get_by_label("Streefdatum").fill("onzin")
        upload(page, "kapot", "een-heel-lange-bestandsnaam-zonder-een-enkele-spatie-erin.json")
        page.locator("#plan-open-fout").filter(has_text="geen plan").wait_for()
        page.locator("#plan-wis").click()
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("inPage.clipped()") == []
        wrong += axe(page, FULL, f"light {width}")
        page.emulate_media(color_scheme="dark")
        wrong += axe(page, COLOUR, f"dark {width}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_the_plan_holds_its_ticks_notes_and_dates_or_room_for_them(browser, adres, script):
    with new_page(browser, 794, 1123, java_script_enabled=script) as page:
        page.goto(adres + PLAN)
        if script:
            fill(page)
        page.emulate_media(media="print")
        paper = part(page).locator(".kb-plan-papier")
        assert paper.is_visible()
        box = "(one) => getComputedStyle(one, '::before').content"
        first = part(page).locator("[data-taak]").first.evaluate(box)
        assert first == ('"✓"' if script else '""')
        assert part(page).locator("[data-taak]").last.evaluate(box) == '""'
        if script:
            assert NOTE.splitlines()[1] in paper.inner_text()
            assert "15 maart 2027" in paper.inner_text()
        empty = part(page, "formaliseren").locator("[data-toon=notitie]").bounding_box()
        assert empty["height"] > 40
        assert empty["width"] > 300
        for control in page.locator("article :is(input, textarea, select, button)").all():
            assert not control.is_visible()
        pdf = page.pdf(prefer_css_page_size=True)
        assert 4 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 14
