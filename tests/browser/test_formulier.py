"""The form for a route in a real browser: from a click to a file that the check takes."""

from __future__ import annotations

import difflib
import shutil
from datetime import date

import pytest

from macros.checks import controleer
from macros.inlezen import lees_alles
from tests.browser.harness import ROOT, new_page

ROUTES = sorted((ROOT / "data/routes").glob("*.yml"))
ROUTE = ROUTES[0]


@pytest.fixture
def page(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "meewerken/formulier/")
        yield page


def open_route(page, kenmerk=ROUTE.stem):
    page.get_by_label("Route", exact=True).select_option(kenmerk)
    page.get_by_role("button", name="Open de route").click()
    page.locator("#formulier-velden").wait_for()


def change(page, field, **values):
    """Fills the editor of a field and takes it over; `soort` picks the kind of answer."""
    page.locator(f"[data-pad='{field}'] > dd > button").click()
    if soort := values.pop("soort", None):
        page.locator(f".kb-form-editor [name=soort][value={soort}]").check()
    for name, value in values.items():
        place = page.locator(f"#formulier-{name}")
        place.select_option(value) if place.evaluate("e => e.tagName") == "SELECT" else place.fill(value)
    page.get_by_role("button", name="Neem over").click()


def result(page) -> str:
    return page.locator("#formulier-yml").input_value()


def mistakes(tmp_path, name, text):
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    (data / "routes" / name).write_text(text, encoding="utf-8", newline="")
    return [m.tekst() for m in controleer(lees_alles(data), date(2026, 11, 24)) if m.ernst == "fout"]


def changed_lines(old, new):
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


def test_every_route_comes_back_byte_for_byte(page):
    texts = page.evaluate(
        """async (names) => {
            const { splits } = await import("../../javascripts/formulier-splits.js");
            return Promise.all(names.map(async (name) => splits(await (await fetch(`${name}.json`)).json(), [])));
        }""",
        [path.stem for path in ROUTES],
    )
    for path, text in zip(ROUTES, texts, strict=True):
        assert text.encode() == path.read_bytes(), path


def test_a_change_gives_a_file_that_the_check_takes(page, tmp_path):
    open_route(page)
    change(page, "leerlingen", soort="waarde", waarde="4321", schooljaar="2025-2026")
    new = result(page)
    old = ROUTE.read_text(encoding="utf-8")
    lines = changed_lines(old, new)
    assert lines
    assert all("leerlingen" in line or "4321" in line for line in lines if line.startswith("+"))
    assert "2025-2026" in new
    assert not mistakes(tmp_path, ROUTE.name, new)
    assert "4321 leerlingen (2025-2026)" in page.locator("#formulier-lijst").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download het bestand").click()
    assert download.value.suggested_filename == ROUTE.name
    assert download.value.path().read_text(encoding="utf-8") == new
    # undone: nothing to hand in, and the file as it was
    page.get_by_role("button", name="Maak ongedaan: Leerlingen in de route").click()
    assert page.locator("#formulier-geen").is_visible()
    assert not page.locator("#formulier-klaar").is_visible()


def test_a_choice_a_list_and_an_unknown(page, tmp_path):
    open_route(page)
    change(page, "gemeld_bij_duo", soort="waarde", waarde="nee")
    change(page, "vangnet", soort="onbekend", onbekend='De school zegt: "dat weten wij niet" #1')
    change(page, "ambities", soort="waarde", waarde="Eerste ambitie.\nTweede: ambitie.")
    change(page, "naam", waarde="Een andere naam: met dubbele punt")
    assert page.locator("#formulier-lijst li").count() == 4
    assert not mistakes(tmp_path, ROUTE.name, result(page))


def test_a_mistake_is_told_at_the_field_and_in_a_summary_and_nothing_is_lost(page):
    open_route(page)
    change(page, "leerlingen", soort="waarde", waarde="vijftig", schooljaar="2025/2026")
    summary = page.locator(".kb-form-editor .kb-reken-fouten")
    assert summary.evaluate("e => e === document.activeElement")
    assert summary.locator("li").all_inner_texts() == [
        "Hier staat: vijftig. Verwacht: een heel getal van 0 of meer, in cijfers, zonder punt of komma.",
        "Hier staat: 2025/2026. Verwacht: twee jaren die op elkaar volgen, zoals 2020-2021.",
    ]
    assert page.locator("#formulier-waarde").get_attribute("aria-invalid") == "true"
    assert page.locator("#formulier-waarde").input_value() == "vijftig"
    summary.get_by_role("link").first.click()
    assert page.locator("#formulier-waarde").evaluate("e => e === document.activeElement")
    page.keyboard.press("Control+a")
    page.keyboard.type("50")
    page.locator("#formulier-schooljaar").fill("2025-2026")
    page.keyboard.press("Enter")
    assert "50 leerlingen (2025-2026)" in page.locator("#formulier-lijst").inner_text()


def test_another_source_needs_its_place(page):
    open_route(page)
    change(page, "leerlingen", soort="waarde", waarde="50", bron="verkenning-2021", plaats="")
    assert "plaats" in page.locator("#formulier-plaats-fout").evaluate("e => e.id")
    assert page.locator("#formulier-plaats-fout").inner_text()


def test_work_survives_a_reload_until_it_is_wiped(page):
    open_route(page)
    change(page, "leerlingen", soort="waarde", waarde="4321")
    before = result(page)
    page.reload()
    page.locator("#formulier-velden").wait_for()
    assert result(page) == before
    page.get_by_role("button", name="Wis alles").click()
    assert page.evaluate("localStorage.getItem('leerroutes-formulier')") is None
    page.reload()
    assert not page.locator("#formulier-velden").is_visible()


def test_a_new_route_is_a_file_of_its_own(page, tmp_path):
    open_route(page, "_leeg")
    change(page, "id", waarde="nieuwe-route-noord")
    change(page, "naam", waarde="Nieuwe route Noord")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download het bestand").click()
    assert download.value.suggested_filename == "nieuwe-route-noord.yml"
    assert not mistakes(tmp_path, "nieuwe-route-noord.yml", result(page))


def test_by_keyboard_alone(page):
    open_route(page)
    button = page.locator("[data-pad='leerlingen'] > dd > button")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(".kb-form-editor legend").evaluate("e => e === document.activeElement")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert button.evaluate("e => e === document.activeElement")
    assert not page.locator(".kb-form-editor").count()


def test_it_fits_a_small_phone(browser, adres):
    with new_page(browser, 360, 700) as page:
        page.goto(adres + "meewerken/formulier/")
        open_route(page)
        page.locator("[data-pad='leerlingen'] > dd > button").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
