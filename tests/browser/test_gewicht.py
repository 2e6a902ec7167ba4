"""What each kind of page costs somebody on a slow line: bytes and requests, not seconds."""

from __future__ import annotations

import pytest

from tests.bench import BUDGETS, ICON, MAP, moves, pages, weigh
from tests.browser.harness import routes

SHIFT = 0.02  # the share of the window that may move, as browsers count it
# The map comes in after its page. And a title may take a line more or less once our letter is there, which no other
# letter tells beforehand: 0.045 of a phone on one route page, 0.022 on the agreement.
SHIFT_MORE = 0.05
MORE = (MAP, "overeenkomst/doorlopende-leerroute/")
FORMS = (
    "leerroutes/wijzer/",
    "kaders/urencheck/",
    "overeenkomst/doorlopende-leerroute/",
    "leerroutes/vergelijken/",
    "rekenmodel/",
    "stappenplan/beslisnotitie/",
    "stappenplan/mijn-plan/",
    "stappenplan/onderwijsprogramma/",
    "meewerken/formulier/",
    "factsheets/selectie/",
)


@pytest.mark.parametrize("kind", BUDGETS)
def test_a_page_is_light_enough_for_a_slow_line(browser, adres, site, kind):
    weight = weigh(browser, adres + pages(site)[kind], site / ICON)
    assert weight.kilobytes("HTML") > 1, "packed bytes of the page itself are in the sum"
    assert weight.kilobytes("CSS") > 1, "and those of what it loads"
    assert not BUDGETS[kind].broken(weight), weight.files


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_comes_in(browser, adres, site, width):
    """On a slow line, so that styles, letters and scripts come one after the other."""
    addresses = dict.fromkeys(adres + address for address in [*pages(site).values(), *FORMS])
    moved = moves(browser, addresses, width)
    more = {adres + address for address in (*MORE, *routes(site))}
    wrong = [
        f"{address}: {share:.3f} of the window moves"
        for address, share in moved.items()
        if share > (SHIFT_MORE if address in more else SHIFT)
    ]
    assert not wrong, "\n".join(wrong)
