"""The site when something is missing: scripts, a screen, or good eyes. Of every page: test_elke_pagina.py."""

from __future__ import annotations

import re

import pytest

from tests.browser.behaviour import cut_off
from tests.browser.harness import NOT_FOUND, addresses, file_of, new_page, routes, settle


@pytest.mark.parametrize("width", [1280, 360])
def test_without_scripts_every_link_of_the_menu_leads_to_its_page(browser, adres, width):
    """That the menu is open on every page is in test_elke_pagina.py."""
    with new_page(browser, width, java_script_enabled=False) as page:
        page.goto(adres + NOT_FOUND)
        menu = page.locator(".kb-menu a")
        names = menu.all_inner_texts()
        assert len(names) > 5
        for name in names:
            menu.filter(has_text=name).click()
            page.wait_for_url(lambda url: NOT_FOUND not in url)
            assert page.locator("h1").is_visible()
            assert page.locator(".kb-menu [aria-current]").inner_text() == name
            page.goto(adres + NOT_FOUND)


def test_without_scripts_the_search_page_lists_every_page(browser, adres, site):
    """The start page is left out: the name in the header leads there."""
    with new_page(browser, java_script_enabled=False) as page:
        page.goto(adres + "zoeken/?q=stage")
        links = page.evaluate("""() => [...document.querySelectorAll("article a[href]")]
            .filter((link) => link.checkVisibility()).map((link) => link.href)""")
    listed = {link.removeprefix(adres) for link in links}
    assert set(addresses(site)) - {"", "zoeken/", NOT_FOUND} - listed == set()


def test_a_script_that_does_not_arrive_is_told(browser, adres, soorten, site):
    """A form stands there from the start, so without its script it shows and does nothing."""
    wrong, lost = [], 0
    with new_page(browser) as page:
        for address in soorten:
            own = re.findall(r'<script type="module" src="[./]*([^"]+)"', file_of(site, address).read_text("utf-8"))
            page.goto(adres + address)
            note = page.locator(".kb-hapering")
            if note.is_visible():
                wrong.append(f"/{address}: told while all is there")
            for script in own[1:]:  # the first is of the header, which tells it
                lost += 1
                page.route(f"**/{script}", lambda route: route.abort())
                page.goto(adres + address)
                if not note.is_visible():
                    wrong.append(f"/{address}: nothing is told without {script}")
                page.unroute(f"**/{script}")
    assert lost > 10
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


@pytest.mark.parametrize(("width", "sizes"), [(1280, ["200%"]), (360, ["100%", "200%"])])
def test_bigger_and_wider_set_text_is_never_cut_off(browser, adres, soorten, width, sizes):
    wrong = []
    with new_page(browser, width) as page:
        for address in soorten:
            page.goto(adres + address)
            settle(page)
            wrong += [f"/{address} {size}: {fault}" for size in sizes for fault in cut_off(page, size)]
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
