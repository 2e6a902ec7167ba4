"""What a route page costs somebody on a slow line: bytes and requests, not seconds."""

from __future__ import annotations

from tests.bench import BUDGETS, ICON, pages, weigh


def test_a_route_page_is_light_enough_for_a_slow_line(browser, adres, site):
    weight = weigh(browser, adres + pages(site)["route page"], site / ICON)
    budget = BUDGETS["route page"]
    assert weight.kilobytes("HTML") > 1, "packed bytes of the page itself are in the sum"
    assert weight.kilobytes("CSS") > 1, "and those of what it loads"
    assert weight.kilobytes() <= budget.kilobytes, weight.files
    assert weight.requests <= budget.requests, weight.files
