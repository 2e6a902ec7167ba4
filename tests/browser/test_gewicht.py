"""What each kind of page costs somebody on a slow line: bytes and requests, not seconds."""

from __future__ import annotations

import pytest

from tests.bench import BUDGETS, ICON, moves, pages, weigh

SHIFT = 0.05  # the share of the window that may move, as browsers count it; the map may, and no page needs more
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
    wrong = [f"{address}: {share:.2f} of the window moves" for address, share in moved.items() if share > SHIFT]
    assert not wrong, "\n".join(wrong)
