"""The theme's style sheet is made smaller at the build: nobody may see that."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from macros.export_stijl import zonder
from macros.render import material_stijl
from tests.browser.harness import new_page, settle

SPIKKELS = 9  # points of a rounded corner that the browser itself draws now so, now so

MAAK_HEEL = """async (naam) => {
    const sheet = document.querySelector(`link[rel=stylesheet][href$="${naam}"]`);
    const ready = new Promise((done) => sheet.addEventListener("load", done, { once: true }));
    sheet.href = "heel.css";
    await ready;
}"""


def verschil(een: bytes, ander: bytes) -> int:
    """How many points of two pictures differ."""
    beelden = [Image.open(BytesIO(beeld)).convert("RGB") for beeld in (een, ander)]
    return sum(ImageChops.difference(*beelden).convert("L").point(bool).histogram()[1:])


@pytest.mark.parametrize(
    ("soort", "deel"), [({"color_scheme": "light"}, 1), ({"color_scheme": "dark", "width": 390}, 6)]
)
def test_every_kind_of_page_looks_as_with_the_whole_style_sheet(browser, adres, soorten, soort, deel):
    heel = material_stijl().read_text(encoding="utf-8")
    wrong = []
    with new_page(browser, **soort) as page:
        page.route("**/heel.css", lambda route: route.fulfill(body=heel, content_type="text/css"))
        for address in soorten[::deel]:
            page.goto(adres + address)
            settle(page)
            klein = page.screenshot()
            page.evaluate(MAAK_HEEL, material_stijl().name)
            settle(page)
            if (anders := verschil(klein, page.screenshot())) > SPIKKELS:
                wrong.append(f"/{address}: {anders} points differ")
    assert not wrong, "\n".join(wrong)


def test_only_rules_that_cannot_be_met_go():
    css = ".a{x:1}.a .b{x:2}.a,.b{x:3}p:not(.b){x:4}@media print{.b{x:5}.a{x:6}}@media screen{.b{x:7}}@font-face{x:8}"
    assert zonder(css, {"a"}) == ".a{x:1}.a{x:3}p:not(.b){x:4}@media print{.a{x:6}}@font-face{x:8}"
