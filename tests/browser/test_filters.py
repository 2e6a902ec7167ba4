"""Choosing, ordering and taking home the rows of the table of routes, in a real browser."""

from __future__ import annotations

import csv
import io
import random
import re

import pytest

from tests.browser.harness import new_page

# What the cells of a column say, without those that are not known.
KNOWN = """(cells) => cells.filter((one) => !one.querySelector(".kb-onbekend-kort"))
    .map((one) => (one.matches("th") && one.querySelector("a")) || one)
    .map((one) => one.textContent.replace(/\\s+/g, " ").trim())"""
IN_ORDER = """([texts, way]) => {
    const { compare } = new Intl.Collator("nl", { numeric: true });
    return texts.toSorted((one, other) => way * compare(one, other));
}"""


@pytest.fixture
def page(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "leerroutes/")
        page.locator("#filter-status:not(:empty)").wait_for()
        yield page


def shown(page) -> list[str]:
    return page.locator("tbody tr:not([hidden])").evaluate_all("(rows) => rows.map((row) => row.dataset.route)")


def total(page) -> int:
    return page.locator("tbody tr").count()


def choose(page, **wanted: str) -> None:
    """Opens each filter and ticks a value, as a visitor does."""
    page.locator("#filter-paneel").evaluate("(panel) => { panel.open = true; }")
    for name, value in wanted.items():
        part = page.locator(f'[data-filter="{name}"]')
        if part.get_attribute("open") is None:
            part.locator("summary").click()
        part.locator(f'[value="{value}"]').check()


def test_the_number_of_rows_is_told_and_right_in_twenty_random_choices(page):
    dice = random.Random(6)
    boxes = page.locator("#filters [type=checkbox]")
    for _ in range(20):
        boxes.nth(dice.randrange(boxes.count())).evaluate("(box) => box.click()")
        said = page.locator("#filter-status").inner_text()
        assert said == f"{len(shown(page))} van {total(page)} routes"


def test_two_values_of_a_filter_widen_and_two_filters_narrow(page):
    choose(page, niveau="2")
    two = set(shown(page))
    choose(page, niveau="4")
    wider = set(shown(page))
    choose(page, stadsdeel="nieuw-west")
    assert two < wider
    assert set(shown(page)) < wider


def test_the_count_beside_a_value_is_what_choosing_it_shows(page):
    choose(page, stadsdeel="noord")
    label = page.locator('[data-filter="type"] label').first
    count = int(re.search(r"\((\d+)\)", label.locator(".kb-aantal").text_content())[1])
    label.locator("input").evaluate("(box) => box.click()")
    assert len(shown(page)) == count


def test_the_address_holds_the_choice_and_brings_it_back(page, browser, adres):
    choose(page, stadsdeel="noord", actualiteit="niet-bevestigd")
    page.get_by_role("button", name="School", exact=True).click()
    before = shown(page)
    with new_page(browser) as other:
        other.goto(page.url)
        other.locator("#filter-status:not(:empty)").wait_for()
        assert shown(other) == before
        assert other.locator("#filter-actief button").count() == 2
        assert other.locator("th[aria-sort]").inner_text() == "School"


FILTERS = "stadsdeel school bestuur instelling leerweg niveau diploma richting type vorm fase actualiteit".split()


def test_every_filter_comes_back_from_the_address_whatever_the_order_of_the_rows(page, browser, adres):
    page.get_by_role("button", name="School", exact=True).click()
    page.get_by_role("button", name="School", exact=True).click()
    assert page.locator("[data-filter]").evaluate_all("(all) => all.map((one) => one.dataset.filter)") == FILTERS
    with new_page(browser) as other:
        for name in FILTERS:
            value = page.locator(f'[data-filter="{name}"] input').first.get_attribute("value")
            choose(page, **{name: value})
            before = shown(page)
            assert f"{name}={value}" in page.url
            other.goto(page.url)
            other.locator("#filter-status:not(:empty)").wait_for()
            assert shown(other) == before, name
            assert other.locator(f'[data-filter="{name}"] [value="{value}"]').is_checked(), name
            assert other.locator("#filter-actief button").count() == 1
            assert other.locator("th[aria-sort=descending]").inner_text() == "School"
            other.goto(adres + "leerroutes/kaart/")
            other.go_back()
            other.locator("#filter-status:not(:empty)").wait_for()
            assert shown(other) == before, name
            page.get_by_role("button", name="Wis alle keuzes").click()


def test_an_address_of_before_the_order_got_a_name_of_its_own_still_orders(page, adres):
    page.goto(adres + "leerroutes/?sorteer=school&richting=af")
    assert page.locator("th[aria-sort=descending]").inner_text() == "School"
    assert len(shown(page)) == total(page)
    assert page.url.endswith("?sorteer=school&volgorde=af")


def test_the_caption_counts_what_the_table_shows(page):
    caption = page.locator("#routes-bijschrift")
    whole = caption.inner_text()
    assert whole.endswith(f"{total(page)} routes op 14 scholen")
    choose(page, stadsdeel="noord")
    assert caption.inner_text().endswith(f"{len(shown(page))} van {total(page)} routes")
    page.get_by_role("button", name="Wis alle keuzes").click()
    assert caption.inner_text() == whole


def test_a_choice_is_taken_away_by_its_label_and_the_focus_stays_near(page):
    choose(page, stadsdeel="noord", leerweg="basis")
    page.get_by_role("button", name="Haal weg: Stadsdeel: Noord").click()
    assert "stadsdeel" not in page.url
    assert page.evaluate("document.activeElement.textContent").startswith("Haal weg: Leerweg")
    page.get_by_role("button", name="Wis alle keuzes").click()
    assert len(shown(page)) == total(page)
    assert "?" not in page.url


def test_an_empty_list_names_the_filter_that_holds_back_most_and_offers_to_drop_it(page, adres):
    page.goto(adres + "leerroutes/?stadsdeel=noord&leerweg=basis&vorm=geintegreerde-route")
    empty = page.locator("#filter-leeg")
    empty.wait_for()
    said = empty.inner_text()
    number = int(re.search(r"ziet u er (\d+)", said)[1])
    empty.get_by_role("button").click()
    assert len(shown(page)) == number > 0
    assert empty.is_hidden()


def test_a_column_is_ordered_by_its_button_both_ways_with_the_unknown_last(page):
    button = page.get_by_role("button", name="Leerlingen", exact=True)
    head = page.locator("th", has=button)
    column = page.locator("thead th").evaluate_all(
        "(heads) => heads.findIndex((th) => th.textContent === 'Leerlingen')"
    )

    def numbers():
        cells = page.locator(f"tbody tr > :nth-child({column + 1})").all_inner_texts()
        return [int(found[0]) if (found := re.findall(r"\d+", cell)) else None for cell in cells]

    button.click()
    assert head.get_attribute("aria-sort") == "ascending"
    up = numbers()
    known = [number for number in up if number is not None]
    assert known == sorted(known)
    assert up[len(known) :] == [None] * (len(up) - len(known))
    button.click()
    assert head.get_attribute("aria-sort") == "descending"
    assert [number for number in numbers() if number is not None] == sorted(known, reverse=True)
    assert numbers()[-1] is None


def test_every_column_has_three_states_that_tell_its_order(page):
    """Not ordered, up, down: `aria-sort` says which, and only of the column that orders the rows."""
    heads = page.locator("thead th")
    assert heads.count() == page.locator("thead th > button").count() > 5
    for number in range(heads.count()):
        head, cells = heads.nth(number), page.locator(f"tbody tr > :nth-child({number + 1})")
        assert head.get_attribute("aria-sort") is None
        texts = {}
        for order in ("ascending", "descending"):
            head.locator("button").click()
            assert head.get_attribute("aria-sort") == order
            assert page.locator("th[aria-sort]").count() == 1
            texts[order] = cells.evaluate_all(KNOWN)
        assert texts["ascending"] == page.evaluate(IN_ORDER, [texts["ascending"], 1])
        assert texts["descending"] == page.evaluate(IN_ORDER, [texts["ascending"], -1])


def test_the_csv_holds_what_is_shown(page):
    choose(page, stadsdeel="noord")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download deze lijst (csv)").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][0] == "Route"
    assert len(rows) - 1 == len(shown(page)) > 0
    assert {len(row) for row in rows} == {page.locator("thead th").count()}
    assert all(re.search(r"20\d\d", row[-2] + row[-1]) for row in rows[1:]), "every row tells its year"


def test_a_cell_that_a_spreadsheet_would_run_is_defused(page, adres):
    line = page.evaluate(
        "async (url) => (await import(url)).csvregel(['=1+1', '+1', '-1', '@x', 'a;b', 'c\"d'])",
        adres + "javascripts/filters.js",
    )
    assert line == '\'=1+1;\'+1;\'-1;\'@x;"a;b";"c""d"'


def test_it_works_by_keyboard_alone(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # skip to the content
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#filter-paneel > summary')"):
            break
    else:
        raise AssertionError("the filters are more than 12 presses away")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(shown(page)) < total(page)
    assert page.locator("#filter-actief button").count() == 1


def test_a_phone_gets_cards_with_the_name_of_every_value(browser, adres):
    with new_page(browser, 360) as page:
        page.goto(adres + "leerroutes/?stadsdeel=noord")
        page.locator("#filter-status:not(:empty)").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        label = page.locator("tbody tr:not([hidden]) td").first.evaluate(
            "(td) => getComputedStyle(td, '::before').content"
        )
        assert label == '"School"'


def test_a_phone_orders_the_cards_from_a_list_and_turns_them_round(browser, adres):
    with new_page(browser, 360) as page:
        page.goto(adres + "leerroutes/")
        page.locator("#filter-status:not(:empty)").wait_for()
        page.get_by_label("Sorteer op").select_option("School")
        schools = [" ".join(text.split()) for text in page.locator('td[data-label="School"]').all_inner_texts()]
        assert "sorteer=school" in page.url
        order = page.evaluate("(names) => [...names].sort(new Intl.Collator('nl', { numeric: true }).compare)", schools)
        known = [name for name in order if "niet bekend" not in name]
        assert schools[: len(known)] == known
        first = shown(page)[0]
        page.get_by_role("button", name="Draai de volgorde om").click()
        assert shown(page)[0] != first
        assert "volgorde=af" in page.url


def test_two_to_four_routes_of_the_table_are_taken_to_the_comparison(page):
    link = page.locator("#filter-vergelijk")
    ids = shown(page)
    boxes = page.get_by_role("checkbox", name=re.compile("^Vergelijk "))
    boxes.nth(0).check()
    assert link.is_hidden()
    assert page.locator("#filter-vergelijk-status").inner_text().startswith("1 ")
    for number in (1, 2, 3):
        boxes.nth(number).check()
        assert link.inner_text() == f"Vergelijk {number + 1} routes"
    boxes.nth(4).check()
    assert link.is_hidden()
    boxes.nth(4).uncheck()
    link.click()
    page.locator("#vergelijk-status:not(:empty)").wait_for()
    heads = page.locator("#vergelijk-tabel thead [data-route]:not([hidden])")
    assert heads.evaluate_all("(all) => all.map(({ dataset }) => dataset.route)") == ids[:4]
