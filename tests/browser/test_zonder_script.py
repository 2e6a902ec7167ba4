"""The site when something is missing: scripts, a screen, width, colour, motion, or good eyes."""

from __future__ import annotations

import re

import pytest

from tests.browser.behaviour import cut_off, forced_colours, motion, sideways
from tests.browser.harness import NOT_FOUND, addresses, file_of, new_page, routes, settle

# Parts of an article that only work, or only matter, with or without scripts. Whatever is added here
# must not hold a fact: the rest of the text has to be the same both ways.
ONE_WAY = (
    "[data-print], .kb-zonder-script, .kb-met-script, "
    # a map or its picture; the list beside it holds what they show
    "#map_leerroutes, #kaart-tekening, #kaart-status, "
    # how many differences there are is counted for every choice
    "#vergelijk-status, "
    # a model agreement shows the variant that is chosen; the sheet of the rekenmodel holds what is filled in
    ".kb-overeenkomst [data-variant], .kb-rekenmodel [data-vul]"
)
CONTENT = """(oneWay) => {
    document.querySelectorAll(oneWay).forEach((part) => part.remove());
    const article = document.querySelector("article");
    return {
        text: article.innerText.split(/\\n+/).map((line) => line.replace(/\\s+/g, " ").trim()).filter(Boolean),
        links: [...article.querySelectorAll("a[href]")].filter((one) => one.checkVisibility()).map((one) => one.href),
    };
}"""


@pytest.fixture(scope="module")
def contents(browser, adres, paginas):
    """Text and links of every article as a browser with scripts shows it."""
    with new_page(browser) as page:
        return {address: page.goto(adres + address) and page.evaluate(CONTENT, ONE_WAY) for address in paginas}


@pytest.mark.xdist_group("contents")
def test_without_scripts_every_page_holds_the_same_text_and_links(browser, adres, contents):
    wrong = []
    with new_page(browser, java_script_enabled=False) as page:
        for address, expected in contents.items():
            page.goto(adres + address)
            found = page.evaluate(CONTENT, ONE_WAY)
            for what in ("text", "links"):
                both = set(expected[what]) & set(found[what])
                wrong += [f"/{address}: only with scripts: {part}" for part in expected[what] if part not in both]
                wrong += [f"/{address}: only without: {part}" for part in found[what] if part not in both]
    assert not wrong, "\n".join(wrong)


@pytest.mark.xdist_group("contents")
def test_with_forced_colours_nothing_disappears(browser, adres, soorten, contents):
    wrong = []
    with new_page(browser, forced_colors="active", color_scheme="dark") as page:
        for address in soorten:
            page.goto(adres + address)
            wrong += [f"/{address}: {fault}" for fault in forced_colours(page)]
            page.emulate_media(forced_colors="active", color_scheme="dark")
            if page.evaluate(CONTENT, ONE_WAY) != contents[address]:
                wrong.append(f"/{address}: other text or links")
    assert not wrong, "\n".join(wrong)


@pytest.mark.xdist_group("contents")
def test_who_wants_no_motion_gets_none_and_misses_nothing(browser, adres, soorten, contents):
    """The other tests run like this too; here a page with motion is what it is compared with."""
    wrong = []
    with new_page(browser, reduced_motion="reduce") as page:
        for address in soorten:
            page.goto(adres + address)
            wrong += [f"/{address}: {fault}" for fault in motion(page)]
    with new_page(browser, reduced_motion="no-preference") as page:
        for address in soorten:
            page.goto(adres + address)
            if page.evaluate(CONTENT, ONE_WAY) != contents[address]:
                wrong.append(f"/{address}: other text or links with motion")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("width", [1280, 360])
def test_without_scripts_the_menu_is_open_and_works(browser, adres, soorten, width):
    with new_page(browser, width, java_script_enabled=False) as page:
        for address in soorten:
            page.goto(adres + address)
            assert not page.locator(".kb-menuknop").is_visible(), f"/{address}: a button that does nothing"
            assert not page.locator(".kb-met-script:visible").count(), f"/{address}: what only works with a script"
            assert all(link.is_visible() for link in page.locator(".kb-menu a").all()), f"/{address}"
            page.locator(".kb-menu a").last.click()
            assert page.locator("h1").is_visible()
            assert NOT_FOUND not in page.url


def test_without_scripts_the_search_page_lists_every_page(browser, adres, site):
    """The start page is left out: the name in the header leads there."""
    with new_page(browser, java_script_enabled=False) as page:
        page.goto(adres + "zoeken/?q=stage")
        links = page.evaluate("""() => [...document.querySelectorAll("article a[href]")]
            .filter((link) => link.checkVisibility()).map((link) => link.href)""")
    listed = {link.removeprefix(adres) for link in links}
    assert set(addresses(site)) - {"", "zoeken/", NOT_FOUND} - listed == set()


def test_on_paper_a_page_is_its_content_without_the_controls(browser, adres, soorten):
    wrong = []
    with new_page(browser, 794, 1123) as page:  # A4 at 96 dots an inch
        page.emulate_media(media="print")
        for address in soorten:
            page.goto(adres + address)
            shown = page.evaluate("""() => [...document.querySelectorAll("nav, form, button, input, .kb-sla-over")]
                .filter((one) => !one.matches(".kb-woord, th button"))  // on paper they are words like the others
                .filter(inPage.isShown).map(inPage.nameOf)""")
            wrong += [f"/{address}: on paper: {name}" for name in shown]
            if not page.locator("article h1").is_visible():
                wrong.append(f"/{address}: no article on paper")
    assert not wrong, "\n".join(wrong)


def test_a_printed_route_begins_with_its_status_and_ends_with_its_address(browser, adres, site):
    route = routes(site)[0]
    with new_page(browser, 794, 1123) as page:
        page.goto(adres + route)
        pdf = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 0
        page.emulate_media(media="print")
        status = page.locator(".kb-status").bounding_box()
        assert status["y"] + status["height"] < 1123 / 2, "on the first sheet"
        assert re.search(r"20\d\d", page.locator(".kb-status").inner_text())
        assert page.locator("footer .kb-alleen-print").last.inner_text().endswith(f"/{route}")


def test_a_screen_of_320_pixels_never_scrolls_sideways(browser, adres, paginas):
    """320 by 256 is a screen of 1280 by 1024 at 400 %; a table may scroll in a region of its own."""
    wrong = []
    with new_page(browser, 320, 256) as page:
        for address in paginas:
            page.goto(adres + address)
            wrong += [f"/{address}: {fault}" for fault in sideways(page)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("width", "size"), [(1280, "200%"), (360, "100%")])
def test_bigger_and_wider_set_text_is_never_cut_off(browser, adres, soorten, width, size):
    wrong = []
    with new_page(browser, width) as page:
        for address in soorten:
            page.goto(adres + address)
            settle(page)
            wrong += [f"/{address}: {fault}" for fault in cut_off(page, size)]
    assert not wrong, "\n".join(wrong)


def test_a_phone_shows_what_a_route_is_in_its_first_screen(browser, adres, site):
    wrong = []
    parts = {
        "status with year": ".kb-status",
        "from and to": ".kb-kern [data-herkomst$='#leerwegen']",
        "diploma": ".kb-kern [data-herkomst$='#vmbo_diploma']",
        "school": ".kb-kern [data-herkomst$='#school']",
        "mbo": ".kb-kern [data-herkomst$='#instelling']",
        "fact sheet": ".kb-kern-factsheet",
    }
    with new_page(browser, 390, 844) as page:
        for address in routes(site):
            page.goto(adres + address)
            settle(page)
            for name, selector in parts.items():
                part = page.locator(selector)
                box = part.bounding_box() if part.count() == 1 else None
                if not box or not part.inner_text().strip():
                    wrong.append(f"/{address}: {name} is missing")
                elif box["y"] < 0 or box["y"] + box["height"] > 844 or box["x"] + box["width"] > 390:
                    wrong.append(f"/{address}: {name} ends at {box['y'] + box['height']:.0f} px")
            if not re.search(r"20\d\d", page.locator(".kb-status").inner_text()):
                wrong.append(f"/{address}: the status names no year")
            if not page.evaluate("document.querySelector('.kb-kern').nextElementSibling.matches('.kb-sprong')"):
                wrong.append(f"/{address}: the list of parts does not follow")
    assert not wrong, "\n".join(wrong)


def test_every_route_page_can_be_found_in_the_site(site):
    """The tests of this file look for route pages by their block; none found would make them pass for nothing."""
    assert routes(site)
    assert all(file_of(site, address).exists() for address in routes(site))
