"""The urencheck in a real browser: the same answers as Python, by keyboard, with mistakes told at the field."""

from __future__ import annotations

import json

import pytest

from tests.browser.harness import ROOT, new_page

CASES = json.loads((ROOT / "tests/gevallen/urencheck.json").read_text(encoding="utf-8"))
WORDS = {"genoeg": "U hebt genoeg", "te-weinig": "tekort", "leeg": "niet ingevuld", "som": "samen meer dan het totaal"}


@pytest.fixture(scope="module")
def page(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "kaders/urencheck/")
        yield page


def fill(page, **hours: str) -> None:
    for field, text in hours.items():
        page.locator(f"#uren-{field}").fill(text)
    page.get_by_role("button", name="Vergelijk met de wet").click()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["geval"])
def test_the_browser_answers_what_python_answers(page, case):
    page.select_option("#uren-soort", case["soort"])
    page.select_option("#uren-jaren", str(case["jaren"]))
    fill(page, **{field: "" if hours is None else str(hours) for field, hours in case["uren"].items()})
    lines = page.locator("#uren-uitkomst li").all_inner_texts()
    assert len(lines) == len(case["oordeel"])
    for line, (_, verdict, difference) in zip(lines, case["oordeel"], strict=True):
        assert WORDS[verdict] in line
        if verdict == "te-weinig":
            assert f"{-difference:,}".replace(",", ".") + " uur tekort" in line


@pytest.mark.parametrize("written", ["2.400", "2400", " 2 400 "])
def test_a_number_may_be_written_with_a_point_or_a_space(page, written):
    page.select_option("#uren-soort", "bol")
    page.select_option("#uren-jaren", "3")
    fill(page, totaal="3000", begeleid=written, bpv="250")
    assert page.locator(".kb-urencheck-slot").inner_text() == "Uw uren halen de drie minima van de wet."


def test_a_verdict_names_what_was_compared_and_goes_when_anything_changes(page):
    outcome = page.locator("#uren-uitkomst")
    for change in (
        lambda: page.select_option("#uren-soort", "bbl"),
        lambda: page.select_option("#uren-jaren", "6"),
        lambda: page.fill("#uren-bpv", "1"),
    ):
        page.select_option("#uren-soort", "bol")
        page.select_option("#uren-jaren", "3")
        fill(page, totaal="3000", begeleid="2400", bpv="250")
        assert outcome.locator("p").all_inner_texts() == [
            "Vergeleken met de wet voor bol, bij een route van 3 jaar.",
            "Uw uren halen de drie minima van de wet.",
        ]
        change()
        assert outcome.inner_text() == "U veranderde iets. Kies opnieuw voor Vergelijk met de wet."
    fill(page)
    assert "6 jaar" not in outcome.inner_text()
    assert "U veranderde" not in outcome.inner_text()


@pytest.mark.parametrize("written", ["veel", "12,5", "-3", "1e3", "2.40"])
def test_what_is_no_number_is_told_at_the_field_and_gets_the_focus(page, written):
    fill(page, totaal="3000", begeleid=written, bpv="250")
    assert "heel getal" in page.locator("#uren-begeleid-fout").inner_text()
    assert page.locator("#uren-begeleid").get_attribute("aria-invalid") == "true"
    assert page.evaluate("document.activeElement.id") == "uren-begeleid"
    assert page.locator("#uren-uitkomst li").count() == 0


def test_it_works_by_keyboard_alone(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "kaders/urencheck/")
        page.locator("#uren-soort").focus()
        for keys in (["ArrowDown"], ["ArrowDown"], list("2850"), list("2200"), list("610")):
            for key in keys:
                page.keyboard.press(key)
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert "halen de drie minima" in page.locator("#uren-uitkomst").inner_text()
