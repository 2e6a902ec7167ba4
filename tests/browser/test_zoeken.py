"""Search as somebody meets it: how well it finds, what a hit shows, and that it works by keyboard and at 320 px."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest

from tests.browser.harness import new_page
from tests.zoekmeting import VRAGEN, antwoorden, meting


@pytest.fixture(scope="module")
def answers(site):
    return antwoorden(site, [question["vraag"] for question in VRAGEN])


@pytest.mark.parametrize(("apart", "recall", "rank"), [(False, 0.93, 0.88), (True, 0.9, 0.8)])
def test_the_right_page_is_among_the_first_three(answers, apart, recall, rank):
    """A little below what was measured (tests/zoekmeting.md), so that a new page does not stop a publication."""
    chosen = [n for n, question in enumerate(VRAGEN) if question["apart"] == apart]
    found = meting([VRAGEN[n] for n in chosen], [answers["antwoorden"][n] for n in chosen])
    assert found[0] >= recall
    assert found[1] >= rank


def test_little_is_fetched_before_the_first_hit(answers):
    assert max(answers["bytes"]) <= 60_000


def search(page, adres, question):
    page.goto(f"{adres}zoeken/?q={quote_plus(question)}")
    page.locator("#zoek-status:not(:empty)").wait_for()


def test_a_hit_tells_its_kind_its_status_and_its_paper_and_marks_the_words(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "vakmanschapsroute")
        hit = page.locator("li[data-hit]", has=page.locator('a[href$="-vakmanschapsroute/"]')).first
        assert hit.locator(".kb-treffer-soort").inner_text() == "Leerroute"
        assert "Gegevens uit schooljaar" in hit.locator(".kb-treffer-status").inner_text()
        assert hit.get_by_role("link", name="Factsheet (pdf)").get_attribute("href").endswith(".pdf")
        hit.locator(".kb-treffer-tekst mark").first.wait_for()
        assert "vakmanschapsroute" in hit.locator("mark").first.inner_text().lower()
        search(page, adres, "lichte samenwerking")
        assert page.locator('li[data-hit] a[href$="/overeenkomst/lichte-samenwerking.docx"]').count() == 1


def test_the_explanation_of_a_term_stands_above_the_hits(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "wat is bpv")
        page.locator("#zoek-uitleg p:nth-child(2)").wait_for()
        box = page.locator("#zoek-uitleg")
        assert box.get_by_role("link").get_attribute("href").endswith("begrippen/#bpv")
        assert box.bounding_box()["y"] < page.locator("li[data-hit]").first.bounding_box()["y"]
        search(page, adres, "qqqq")
        assert not box.is_visible()


def test_one_kind_can_be_shown_alone(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "calvijn")
        all_ = page.locator("li[data-hit]").count()
        button = page.locator(".kb-zoek-soort", has_text="School (")
        button.click()
        kinds = set(page.locator(".kb-treffer-soort").all_inner_texts())
        assert kinds == {"School"}
        assert page.locator("li[data-hit]").count() < all_
        pressed = page.locator('.kb-zoek-soort[aria-pressed="true"]')
        assert pressed.inner_text().startswith("School")
        assert pressed.evaluate("e => e === document.activeElement")
        assert f"{page.locator('li[data-hit]').count()} " in page.get_by_role("status").inner_text() or "1 pagina" in (
            page.get_by_role("status").inner_text()
        )


def test_who_misspells_a_word_is_told_what_was_looked_for(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "medezegenschap")
        assert "medezegenschap → medezeggenschap" in page.get_by_role("status").inner_text()
        assert page.locator("li[data-hit]").count()


def test_no_hit_offers_three_ways_in(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "qqqq")
        ways = page.locator("#zoek-wegen a")
        assert ways.count() == 3
        assert [link.get_attribute("href").rstrip("/").split("/")[-1] for link in ways.all()] == [
            "leerroutes",
            "stappenplan",
            "kaders",
        ]


def test_hits_follow_the_typing_and_the_address_can_be_mailed(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "zoeken/")
        page.locator("#kb-zoek-pagina").focus()
        page.keyboard.type("stage")
        page.wait_for_url("**/zoeken/?q=stage")
        page.locator("li[data-hit]").first.wait_for()
        first = page.locator("li[data-hit] a").first
        first.focus()
        page.keyboard.press("Escape")
        assert page.locator("#kb-zoek-pagina").evaluate("e => e === document.activeElement")
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.locator("#zoek-alles").wait_for()
        assert not page.locator("#zoek-treffers").is_visible()


def test_a_keystroke_costs_little(answers):
    """Milliseconds to rank with the index at hand, in Node: no gate on the clock of this machine, only on its order."""
    assert sorted(answers["duur"])[len(answers["duur"]) // 2] < 100


def test_it_fits_a_small_screen(browser, adres):
    with new_page(browser, 320, 640) as page:
        search(page, adres, "samenwerkingsovereenkomst")
        page.locator(".kb-treffer-tekst mark").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
