"""The site for who has no mouse: where the Tab key goes, what shows it, and what the keys do."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

import pytest

from tests.browser.behaviour import STOPS, keyboard
from tests.browser.harness import NOT_FOUND, new_page, routes, settle


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_tab_reaches_everything_and_shows_where_it_is(browser, adres, site, soorten, width, scheme):
    """In dark mode on a route page only: that is about colours, and no page has rings of its own."""
    wrong = []
    pages = soorten if scheme == "light" else routes(site)[:1]
    with new_page(browser, width, color_scheme=scheme) as page:
        for address in pages:
            page.goto(adres + address)
            settle(page)
            wrong += [f"/{address} {width}: {fault}" for fault in keyboard(page)]
    assert not wrong, "\n".join(wrong)


def tab_to(page, selector: str) -> None:
    """Presses Tab until the element has the focus."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key does not reach {selector}")


def test_the_menu_on_a_phone_opens_and_closes_with_the_keyboard(browser, adres, soorten):
    with new_page(browser, 360) as page:
        for address in soorten:
            page.goto(adres + address)
            button, links = page.locator(".kb-menuknop"), page.locator(".kb-menu a")

            def state(where=address, button=button, links=links) -> bool:
                is_open = links.first.is_visible()
                assert button.get_attribute("aria-expanded") == str(is_open).lower(), f"/{where} tells it wrong"
                return is_open

            tab_to(page, ".kb-menuknop")
            assert not state(), f"/{address}: closed at first"
            for key in ("Enter", "Space"):
                page.keyboard.press(key)
                assert state(), f"/{address}: {key} opens"
                page.keyboard.press(key)
                assert not state(), f"/{address}: {key} closes"
            page.keyboard.press("Tab")
            assert not page.evaluate("document.activeElement.matches('.kb-menu *')"), f"/{address}: closed is closed"
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.matches('.kb-menu li:first-child a')"), f"/{address}: order"
            page.keyboard.press("Escape")
            assert not state(), f"/{address}: Escape closes"
            assert page.evaluate("document.activeElement.matches('.kb-menuknop')"), f"/{address}: focus comes back"


def search(page, adres: str, question: str) -> list[dict]:
    """The hits for a question, best first."""
    page.goto(f"{adres}zoeken/?q={quote_plus(question)}")
    page.locator("#zoek-status:not(:empty)").wait_for()
    return page.evaluate("""() => [...document.querySelectorAll("li[data-hit]")].map((hit) => ({
        top: hit.getBoundingClientRect().top, address: hit.querySelector("a").href,
        title: hit.querySelector("a").innerText.trim(), shown: inPage.isShown(hit) }))""")


def named(page) -> list[str]:
    """What an address names: its page, or the term that it leads to on the page."""
    return page.evaluate("""() => [document.querySelector("h1").innerText.trim(),
        document.querySelector(":target[data-begrip]")?.dataset.begrip].filter(Boolean)""")


@pytest.mark.parametrize(
    ("width", "start", "box"),
    [
        (1280, "", "header"),
        (360, "", "header"),
        (1280, "", "article"),
        (360, "404.html", "article"),
        (1280, "zoeken/", "article"),
        (360, "zoeken/?q=niets", "header"),
    ],
)
def test_who_types_a_word_and_presses_enter_gets_hits(browser, adres, width, start, box):
    with new_page(browser, width) as page:
        page.goto(adres + start)
        tab_to(page, f"{box} input[name=q]")
        page.keyboard.type("route")
        page.keyboard.press("Enter")
        page.wait_for_url("**/zoeken/?q=route")
        page.locator("li[data-hit]").first.wait_for()
        status = page.get_by_role("status")
        count = page.locator("li[data-hit]").count()
        assert count > 1
        told = re.fullmatch(
            r"(\d+) pagina's gevonden voor “route”\.( Hieronder staan de eerste (\d+)\.)?", status.inner_text()
        )
        assert int(told[3] or told[1]) == count
        assert status.evaluate("(one) => one.checkVisibility()")
        assert {field.input_value() for field in page.locator("input[name=q]").all()} == {"route"}, "the question stays"
        tab_to(page, "li[data-hit]:first-child a")
        title = page.locator(":focus").inner_text()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/zoeken/" not in url)
        assert title in named(page)


def test_hits_stand_in_the_order_of_the_page_and_each_opens_the_page_it_names(browser, adres):
    with new_page(browser) as page:
        hits = search(page, adres, "school")
        assert len(hits) > 2
        assert all(hit["shown"] for hit in hits)
        assert [hit["top"] for hit in hits] == sorted(hit["top"] for hit in hits)
        assert len({hit["address"] for hit in hits}) == len(hits)
        other = page.locator("#zoek-treffers > :not([data-hit])")
        assert other.count() == 0
        for hit in hits[:10]:
            answer = page.goto(hit["address"])  # none when the next term stands on the same page
            assert answer is None or answer.status == 200
            assert hit["title"] in named(page)


def test_a_word_also_finds_the_longer_words_it_is_part_of(browser, adres):
    with new_page(browser) as page:
        texts = []
        for hit in search(page, adres, "overeenkomst")[:10]:
            page.goto(hit["address"])
            texts.append(page.locator("article").inner_text().lower())
        assert any("samenwerkingsovereenkomst" in text for text in texts)
        assert all("overeenkomst" in text for text in texts)


@pytest.mark.parametrize("question", ["qqqq", "qqqq wxwxwx", "???", "  "])
def test_who_finds_nothing_is_told_so_and_keeps_the_list_of_pages(browser, adres, question):
    with new_page(browser) as page:
        page.goto(f"{adres}zoeken/?q={quote_plus(question)}")
        if question.strip():
            page.locator("#zoek-status:not(:empty)").wait_for()
            status = page.get_by_role("status").inner_text()
            assert status.startswith("Niets gevonden")
            assert question in status
        assert page.locator("li[data-hit]").count() == 0
        assert page.locator("#zoek-alles a").first.is_visible()
        page.locator("#zoek-alles a").first.click()
        page.wait_for_url(lambda url: "/zoeken/" not in url)
        assert page.locator("h1").is_visible()
        assert NOT_FOUND not in page.url
