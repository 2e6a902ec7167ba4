"""What axe can see of accessibility. It misses much: the keyboard tests and the structure tests are the rest."""

from __future__ import annotations

import pytest

from tests.browser.harness import PACKAGES, new_page, settle

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FULL = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations", "incomplete"]}
COLOUR = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations", "incomplete"],
}
# States of a page that its address alone does not show.
SEARCHES = ["zoeken/?q=overeenkomst", "zoeken/?q=qqqq"]
# What axe cannot decide, looked at by a person: rule, and what its line holds (page, state or selector).
REVIEWED = (
    # the numbers of a drawing are one character each, white on ink or ink with a white edge; a list says the same
    ("color-contrast", "text[x="),
    # Leaflet lays its panes over their surroundings; its own text is ink on white, and the legend is plain text
    ("color-contrast", "/leerroutes/kaart/"),
    ("label-content-name-mismatch", ".leaflet-control-zoom"),  # a plus sign with the name "Kaart groter"
    # a column that stays in sight lies over the cells that scroll below it
    ("color-contrast", "/leerroutes/vergelijken/ light 360"),
    ("color-contrast", "/leerroutes/vergelijken/ dark 360"),
)


def run(page, options: dict, state: str, within: str = "html") -> list[str]:
    """What axe finds wrong, and what it leaves undecided and nobody looked at, one line per element."""
    settle(page)
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate((PACKAGES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
    lines = []
    for verdict in ("violations", "incomplete"):
        for rule in found[verdict]:
            for node in rule["nodes"]:
                target = " ".join(map(str, node["target"]))
                known = (part in f"{state} {target}" for name, part in REVIEWED if name == rule["id"])
                if verdict == "incomplete" and any(known):
                    continue
                lines.append(f"{state}: {verdict} {rule['id']}: {target}: {node.get('failureSummary') or ''}")
    return lines


@pytest.mark.parametrize("width", [1280, 360])
def test_nobody_is_shut_out_on_any_page(browser, adres, paginas, soorten, width):
    """Every page on both widths; dark, and with the menu open, on a phone only one page of each kind."""
    wrong = []
    with new_page(browser, width, color_scheme="light") as page:
        for address in paginas + SEARCHES:
            page.goto(adres + address)
            if "?" in address:
                page.locator("#zoek-status:not(:empty)").wait_for()
            page.emulate_media(color_scheme="light")
            wrong += run(page, FULL, f"/{address} light {width}")
            if width == 360 and address not in soorten:
                continue
            if width == 360:
                page.locator(".kb-menuknop").click()
                wrong += run(page, FULL, f"/{address} light {width} menu open", ".kb-kop")
            page.emulate_media(color_scheme="dark")
            wrong += run(page, COLOUR, f"/{address} dark {width}")
    assert not wrong, "\n".join(wrong)
