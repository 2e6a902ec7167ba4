"""The pictures of the guide for editors, in a real browser: nothing in them runs off its button or off the picture."""

from __future__ import annotations

import pytest

from tests.browser.harness import ROOT, new_page

PICTURES = sorted((ROOT / "docs/assets/meewerken").glob("*.svg"))
# Every text that sticks out of the picture, or out of the button that it stands on.
OUTSIDE = """() => {
    const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
    const page = document.documentElement.getBoundingClientRect();
    const buttons = [...document.querySelectorAll("rect.k")].map((button) => button.getBoundingClientRect());
    return [...document.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return !inside(box, page) || (text.matches(".w") && !buttons.some((button) => inside(box, button)));
    }).map((text) => text.textContent);
}"""


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.stem)
def test_no_word_in_a_picture_sticks_out(browser, picture):
    """Also with the widest letter there is here: which letter a reader's system has, we do not know."""
    with new_page(browser, 640, 300) as page:
        page.goto(picture.as_uri())
        assert page.evaluate(OUTSIDE) == []
        page.evaluate(
            "document.querySelectorAll('text:not(.m)').forEach((t) => { t.style.fontFamily = 'DejaVu Sans'; })"
        )
        assert page.evaluate(OUTSIDE) == []
