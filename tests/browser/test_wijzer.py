"""The wijzer in a real browser: the same answers as Python, in the address, told aloud."""

from __future__ import annotations

import json

import pytest

from tests.browser.harness import ROOT, new_page

CASES = json.loads((ROOT / "tests/gevallen/wijzer.json").read_text(encoding="utf-8"))
VERDICT = {"genoeg": "haalt u", "te-weinig": "blijft u onder", "geen-aantal": "vulde geen aantal in"}


@pytest.fixture(scope="module")
def page(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "leerroutes/wijzer/")
        yield page


def ask(page, wish: dict) -> None:
    for name in ("leerweg", "niveau", "diploma", "stadsdeel"):
        page.select_option(f"#wijzer-{name}", str(wish[name]))
    page.fill("#wijzer-leerlingen", "" if wish["leerlingen"] is None else str(wish["leerlingen"]))
    page.get_by_role("button", name="Toon wat past").click()


def shown(page, selector: str, name: str) -> list[str]:
    return page.locator(f"{selector}:visible").evaluate_all(f"(all) => all.map((one) => one.dataset.{name})")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["geval"])
def test_the_browser_answers_what_python_answers(page, case):
    from macros.kennisbank import kennisbank
    from macros.wijzer import Vraag, antwoord

    ask(page, case["vraag"])
    answer = antwoord(kennisbank(), Vraag(**case["vraag"]))
    assert shown(page, "[data-vorm]", "vorm") == [
        key for key in shown(page, "[data-vorm]", "vorm") if key in answer.vormen
    ]
    assert set(shown(page, "[data-vorm]", "vorm")) == set(answer.vormen) == set(case["vormen"])
    assert shown(page, "#wijzer-routes > li", "id") == list(answer.lijkt)
    assert shown(page, "[data-vertrek]", "vertrek") == answer.vertrekpunten
    for least, verdict in answer.minima.items():
        for text in page.locator(f'[data-minimum="{least}"] .kb-wijzer-reden').all_inner_texts():
            assert VERDICT[verdict] in text


def test_the_answer_is_told_and_stands_in_the_address(page, browser):
    ask(page, CASES[0]["vraag"])
    said = page.locator("#wijzer-status").inner_text()
    assert said.startswith("Vormen in de wet die passen: 2.")
    with new_page(browser) as other:
        other.goto(page.url)
        assert other.locator("#wijzer-status").inner_text() == said


def test_an_answer_goes_when_a_choice_changes_from_the_screen_and_the_address(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "leerroutes/wijzer/")
        before = shown(page, "#wijzer-routes > li", "id")
        for change in (
            lambda: page.select_option("#wijzer-leerweg", "kader"),
            lambda: page.fill("#wijzer-leerlingen", "30"),
        ):
            ask(page, CASES[2]["vraag"])
            assert "leerweg=" in page.url
            change()
            assert page.locator("#wijzer-status").inner_text().startswith("U veranderde een keuze.")
            assert page.url == adres + "leerroutes/wijzer/"
            assert shown(page, "#wijzer-routes > li", "id") == before
            assert not page.locator("#wijzer-geen-vorm").is_visible()
            assert not "".join(page.locator(".kb-wijzer-reden").all_inner_texts())
        ask(page, CASES[0]["vraag"])
        assert page.locator("#wijzer-status").inner_text().startswith("Vormen in de wet die passen: 2.")


def test_a_number_that_is_none_is_told_at_the_field(page):
    ask(page, CASES[0]["vraag"] | {"leerlingen": "veel"})
    assert "heel getal" in page.locator("#wijzer-fout").inner_text()
    assert page.evaluate("document.activeElement.id") == "wijzer-leerlingen"


def test_where_the_law_knows_no_form_it_says_so(page):
    ask(page, CASES[2]["vraag"])
    assert page.locator("#wijzer-geen-vorm").is_visible()
