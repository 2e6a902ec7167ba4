"""What each kind of page costs somebody on a slow line: bytes and requests, not seconds."""

from __future__ import annotations

import pytest

from tests.bench import BUDGETS, ICON, pages, weigh


@pytest.mark.parametrize("kind", BUDGETS)
def test_a_page_is_light_enough_for_a_slow_line(browser, adres, site, kind):
    weight = weigh(browser, adres + pages(site)[kind], site / ICON)
    assert weight.kilobytes("HTML") > 1, "packed bytes of the page itself are in the sum"
    assert weight.kilobytes("CSS") > 1, "and those of what it loads"
    assert not BUDGETS[kind].broken(weight), weight.files
