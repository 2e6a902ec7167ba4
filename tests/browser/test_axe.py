"""What axe can see of accessibility. It misses much: the keyboard tests and the structure tests are the rest."""

from __future__ import annotations

import pytest

from tests.browser.behaviour import COLOUR, FULL, REVIEWED, axe
from tests.browser.harness import new_page


@pytest.mark.parametrize("width", [1280, 360])
def test_nobody_is_shut_out_on_any_page(browser, adres, paginas, soorten, width):
    """Every page on both widths; dark, with the menu open, and with all details open only one page of each kind.

    A state that needs more than a click is in test_toestanden.py.
    """
    wrong = []

    def look(options: dict, state: str, within: str = "html") -> None:
        wrong.extend(f"{state}: {fault}" for fault in axe(page, options, state, within))

    with new_page(browser, width, color_scheme="light") as page:
        for address in paginas:
            page.goto(adres + address)
            page.emulate_media(color_scheme="light")
            look(FULL, f"/{address} light {width}")
            if address not in soorten:
                if width == 1280:
                    page.emulate_media(color_scheme="dark")
                    look(COLOUR, f"/{address} dark {width}")
                continue
            if width == 360:
                page.locator(".kb-menuknop").click()
                look(FULL, f"/{address} light {width} menu open", ".kb-kop")
            elif opened(page):
                look(FULL, f"/{address} light {width} details open", "main")
            page.emulate_media(color_scheme="dark")
            look(COLOUR, f"/{address} dark {width}")
    assert not wrong, "\n".join(wrong)


def opened(page) -> int:
    """Opens every part that is closed, and the first explanation of a word; says how many there were."""
    word = page.locator(".kb-woord:visible").first
    if word.count():
        word.click()
    return word.count() + page.evaluate("""() => [...document.querySelectorAll("main details:not([open])")]
        .filter((part) => { part.open = true; return true; }).length""")


def test_what_axe_leaves_open_has_a_verdict_of_a_person():
    assert all(rule and part and len(verdict.split()) > 5 for rule, part, verdict in REVIEWED)
