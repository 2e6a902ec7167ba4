"""What a visitor brings about on a page shuts nobody out either: each state by keys, on two widths, light and dark,
with the colours of the system, with bigger and wider set text, and four times as large.
"""

from __future__ import annotations

import pytest

from tests.browser.behaviour import (
    COLOUR,
    FULL,
    axe,
    colour_alone,
    contrast,
    cut_off,
    forced_colours,
    keyboard,
    links,
    live_structure,
    pretenders,
    sideways,
    targets,
)
from tests.browser.harness import new_page, settle
from tests.browser.states import STATES


@pytest.mark.parametrize("state", STATES)
def test_nobody_is_shut_out_in_any_state(browser, adres, state):
    address, reach = STATES[state]
    wrong, asked = [], []
    with new_page(browser, color_scheme="light") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(adres + address)
        reach(page)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")  # where a bar that stays covers nothing
            settle(page)
            where = f"{state}, light {width}"
            wrong += [f"{where}: {fault}" for fault in axe(page, FULL, where)]
            wrong += [f"{where}: {fault}" for check in (targets, links, colour_alone) for fault in check(page)]
            page.emulate_media(color_scheme="dark")
            where = f"{state}, dark {width}"
            wrong += [f"{where}: {fault}" for fault in axe(page, COLOUR, where)]
            page.emulate_media(color_scheme="light")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{where}: it scrolls sideways")
        # at 360 px, the last at 320; after the keys something has the focus
        for check in (live_structure, pretenders, contrast, forced_colours, keyboard, cut_off, sideways):
            wrong += [f"{state}: {fault}" for fault in check(page)]
    wrong += [f"{state} asks elsewhere: {url}" for url in asked if not url.startswith((adres, "blob:", "data:"))]
    assert not wrong, "\n".join(wrong)
