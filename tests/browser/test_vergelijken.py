"""Comparing in a real browser: chosen by address or list, differences in words, on one sheet of paper."""

from __future__ import annotations

import json

import pytest

from tests.browser.harness import ROOT, new_page

CASES = json.loads((ROOT / "tests/gevallen/vergelijken.json").read_text(encoding="utf-8"))

ADDRESS = "leerroutes/vergelijken/"
TWO = "?routes=calvijn-vakmanschapsroute,cburg-mbo-2"


def heads(page) -> list[str]:
    return page.locator("thead th[data-route]:visible").evaluate_all("(all) => all.map((th) => th.dataset.route)")


@pytest.fixture
def page(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + ADDRESS + TWO)
        page.locator("#vergelijk-status:not(:empty)").wait_for()
        yield page


def test_the_address_chooses_the_routes_and_nonsense_in_it_is_left_out(page, adres):
    assert set(heads(page)) == {"calvijn-vakmanschapsroute", "cburg-mbo-2"}
    page.goto(adres + ADDRESS + TWO + ",bestaat-niet,<script>")
    page.locator("#vergelijk-status:not(:empty)").wait_for()
    assert len(heads(page)) == 2


def test_at_most_four_stand_side_by_side(page, adres):
    five = "calvijn-vakmanschapsroute,cburg-mbo-2,pro-roc,altra-roc-top,terra-nova-niveau-4"
    page.goto(adres + ADDRESS + "?routes=" + five)
    page.locator("#vergelijk-status:not(:empty)").wait_for()
    assert len(heads(page)) == 4


def test_a_choice_from_the_list_comes_in_the_address(page):
    page.select_option("#vergelijk-3", "pro-roc")
    assert len(heads(page)) == 3
    assert page.url.endswith(",pro-roc")


def test_only_differences_hides_what_is_equal_and_the_count_is_right(page):
    before = page.locator("tbody tr:visible").count()
    page.locator("#vergelijk-alleen").check()
    rows = page.locator("tbody tr:visible")
    labels = set(rows.locator("th .kb-label").all_inner_texts())
    assert labels == {"verschilt"}
    assert rows.count() < before
    equal = page.locator('tbody [data-oordeel="gelijk"]').count()
    assert (
        f"verschillen op {rows.count()} van de {rows.count() + equal}" in page.locator("#vergelijk-status").inner_text()
    )


def test_the_browser_answers_what_python_answers(page):
    answers = page.evaluate(
        """async ([address, cases]) => {
          const { oordeel } = await import(address);
          return cases.map(({ groepen }) => oordeel(groepen));
        }""",
        [page.locator('script[src*="vergelijken"]').evaluate("(script) => script.src"), CASES],
    )
    assert answers == [case["oordeel"] for case in CASES]


def test_a_label_keeps_room_around_its_word(page):
    """As a table in a table it inherited collapsed borders, and those leave no room."""
    room = page.locator("tbody th .kb-label").first.evaluate("""(label) => {
        const word = document.createRange();
        word.selectNodeContents(label);
        return label.getBoundingClientRect().width - word.getBoundingClientRect().width;
    }""")
    assert room > 6


def test_one_route_alone_asks_for_another(page):
    page.select_option("#vergelijk-1", "")
    assert "Kies nog een route" in page.locator("#vergelijk-status").inner_text()


def test_without_a_script_the_integrated_routes_stand_side_by_side(browser, adres):
    with new_page(browser, java_script_enabled=False) as page:
        page.goto(adres + ADDRESS)
        assert len(heads(page)) == 4
        assert page.locator("#vergelijk-keuze").is_hidden()


def test_paper_lies_on_its_side(page):
    import re

    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)
    assert any(float(width) > float(height) for width, height in boxes)
