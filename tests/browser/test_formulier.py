"""The form for a route in a real browser: from a click to a file that the check takes."""

from __future__ import annotations

import difflib
import shutil
from datetime import UTC, datetime

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
    source = page.locator("#formulier-bron")
    if source.count():
        source.select_option(values.pop("bron", "_zelfde"))
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
    return [m.tekst() for m in controleer(lees_alles(data), datetime.now(UTC).date()) if m.ernst == "fout"]


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
    told = summary.locator("li").all_inner_texts()
    assert [text.split(". ", 1)[1] for text in told] == [
        "Hier staat: vijftig. Verwacht: een heel getal van 0 of meer, in cijfers, zonder punt of komma.",
        "Hier staat: 2025/2026. Verwacht: twee jaren die op elkaar volgen, zoals 2020-2021.",
    ]
    assert told[0].startswith("Waarde.")
    assert page.locator("#formulier-waarde").get_attribute("aria-invalid") == "true"
    assert page.locator("#formulier-waarde").input_value() == "vijftig"
    summary.get_by_role("link").first.click()
    assert page.locator("#formulier-waarde").evaluate("e => e === document.activeElement")
    page.keyboard.press("Control+a")
    page.keyboard.type("50")
    page.locator("#formulier-schooljaar").fill("2025-2026")
    page.keyboard.press("Enter")
    assert "50 leerlingen (2025-2026)" in page.locator("#formulier-lijst").inner_text()


@pytest.mark.parametrize("typed", ["31-10-2014", "31 oktober 2014", "31/10/2014", "2014-10-31"])
def test_a_day_may_be_written_the_dutch_way_and_the_text_names_the_route_and_its_file(page, tmp_path, typed):
    open_route(page, "calvijn-vakmanschapsroute")
    change(page, "overeenkomst_datum", soort="waarde", waarde=typed, gecontroleerd_op="20-11-2026")
    assert "2014-10-31" in result(page)
    assert "gecontroleerd_op: 2026-11-20" in result(page)
    assert not mistakes(tmp_path, "calvijn-vakmanschapsroute.yml", result(page))
    first, second = page.locator("#formulier-uitleg").input_value().splitlines()
    assert first == "Route: Vakmanschapsroute Calvijn College (bestand calvijn-vakmanschapsroute.yml)"
    assert "2013-10-31 (schooljaar onbekend) → 2014-10-31 (schooljaar onbekend)" in second


def test_a_day_that_is_none_is_still_refused(page):
    open_route(page, "calvijn-vakmanschapsroute")
    change(page, "overeenkomst_datum", soort="waarde", waarde="31-2-2014")
    assert "Hier staat: 31-2-2014." in page.locator("#formulier-waarde-fout").inner_text()


def test_opening_without_a_choice_is_told_at_the_field(page):
    page.get_by_role("button", name="Open de route").click()
    field = page.get_by_label("Route", exact=True)
    assert page.locator("#formulier-route-fout").inner_text() == "Kies eerst een route in de lijst."
    assert field.get_attribute("aria-invalid") == "true"
    assert field.evaluate("e => e === document.activeElement")
    open_route(page)
    assert page.locator("#formulier-route-fout").inner_text() == ""
    assert field.get_attribute("aria-invalid") is None


def test_source_and_day_are_asked_for_every_change(page):
    open_route(page)
    for field, values in (("leerlingen", {"soort": "waarde", "waarde": "50"}), ("naam", {"waarde": "Een andere naam"})):
        change(page, field, bron="", gecontroleerd_op="", **values)
        assert page.locator("#formulier-bron-fout").inner_text()
        assert page.locator("#formulier-gecontroleerd_op-fout").inner_text()
        page.locator("#formulier-gecontroleerd_op").fill("2099-01-01")
        page.locator("#formulier-bron").select_option("_zelfde")
        page.get_by_role("button", name="Neem over").click()
        assert "in de toekomst" in page.locator("#formulier-gecontroleerd_op-fout").inner_text()
        page.locator("#formulier-gecontroleerd_op").fill("2026-11-20")
        page.get_by_role("button", name="Neem over").click()
    # a fact keeps them in the file; a name has no place for them there, so they go along with what is handed in
    assert "gecontroleerd_op: 2026-11-20" in result(page)
    assert "(dezelfde bron, 2026-11-20)" in page.locator("#formulier-uitleg").input_value()


def item(page, path):
    return page.locator(f"[data-item='{path}']")


def test_a_phase_is_changed_one_added_and_one_taken_away(page, tmp_path):
    open_route(page, "calvijn-vakmanschapsroute")
    old = (ROOT / "data/routes/calvijn-vakmanschapsroute.yml").read_text(encoding="utf-8")
    item(page, "start.fasen.1").get_by_role("button", name="Wijzig").click()
    page.locator("#formulier-tot").fill("2026")
    page.locator("#formulier-bron").select_option("_zelfde")
    page.get_by_role("button", name="Neem over").click()
    assert [line for line in changed_lines(old, result(page)) if "tot: 2026" in line]
    page.get_by_role("button", name="Voeg toe: Opleidingen").click()
    page.get_by_role("button", name="Neem over").click()
    assert page.locator("#formulier-opleiding-fout").inner_text()
    page.locator("#formulier-opleiding").select_option(index=3)
    page.locator("#formulier-bron").select_option("_zelfde")
    page.get_by_role("button", name="Neem over").click()
    item(page, "verwant.0").get_by_role("button", name="Haal weg").click()
    change(page, "opbouw.0.programma", soort="waarde", waarde="Een ander programma.")
    assert page.locator("#formulier-lijst > li").count() == 4
    assert not mistakes(tmp_path, "calvijn-vakmanschapsroute.yml", result(page))
    before = result(page)
    page.reload()
    page.locator("#formulier-velden").wait_for()
    assert result(page) == before
    for _ in range(4):
        page.get_by_role("button", name="Maak ongedaan").first.click()
    assert page.locator("#formulier-geen").is_visible()


def test_where_sources_differ_one_reading_or_the_choice_is_changed(page, tmp_path):
    open_route(page, "calvijn-vakmanschapsroute")
    field = (
        page.locator(".kb-form-rij[data-pad$='.waarden.1']").first.get_attribute("data-pad").removesuffix(".waarden.1")
    )
    change(page, f"{field}.waarden.1", soort="waarde", waarde="91")
    change(page, field, keuze="2")
    new = result(page)
    assert "waarde: 91" in new
    assert "keuze: 2" in new
    assert not mistakes(tmp_path, "calvijn-vakmanschapsroute.yml", new)
    change(page, field, soort="waarde", waarde="88", toelichting="")
    assert "91" not in "".join(line for line in changed_lines(new, result(page)) if line[0] == "+")
    assert not page.locator(f".kb-form-rij[data-pad='{field}.waarden.1']").count()


def test_another_source_needs_its_place(page):
    open_route(page)
    change(page, "leerlingen", soort="waarde", waarde="50", bron="verkenning-2021", plaats="")
    assert "plaats" in page.locator("#formulier-plaats-fout").evaluate("e => e.id")
    assert page.locator("#formulier-plaats-fout").inner_text()


def test_work_survives_a_reload_and_another_route_until_it_is_wiped(page):
    open_route(page)
    change(page, "leerlingen", soort="waarde", waarde="4321")
    before = result(page)
    page.reload()
    page.locator("#formulier-velden").wait_for()
    assert result(page) == before
    open_route(page, ROUTES[1].stem)
    page.locator("#formulier-geen").wait_for()  # the status says the same as it did of the first route
    open_route(page)
    page.locator("#formulier-klaar").wait_for()
    assert result(page) == before
    page.get_by_role("button", name="Wis alles").click()
    assert page.evaluate("localStorage.getItem('leerroutes-formulier')") is None
    page.reload()
    assert not page.locator("#formulier-velden").is_visible()


def test_work_on_a_file_that_became_another_says_so(page):
    open_route(page)
    change(page, "leerlingen", soort="waarde", waarde="4321")
    page.evaluate("""() => {
        const kept = JSON.parse(localStorage.getItem("leerroutes-formulier"));
        Object.values(kept.routes)[0].basis += "# ouder";
        localStorage.setItem("leerroutes-formulier", JSON.stringify(kept));
    }""")
    page.reload()
    page.get_by_role("status").filter(has_text="intussen op de site veranderd").wait_for()
    assert "4321" in result(page)


@pytest.mark.parametrize(
    "kept", ["x", "[]", '{"routes": {"a": 1}}', '{"laatst": "_leeg", "routes": {"_leeg": {"wijzigingen": [1]}}}']
)
def test_what_the_browser_kept_may_be_anything(page, kept):
    page.evaluate("kept => localStorage.setItem('leerroutes-formulier', kept)", kept)
    page.reload()
    open_route(page)
    assert page.locator("#formulier-geen").is_visible()


def test_a_new_route_is_a_file_of_its_own(page, tmp_path):
    open_route(page, "_leeg")
    change(page, "id", waarde="nieuwe-route-noord")
    change(page, "naam", waarde="Nieuwe route Noord")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download het bestand").click()
    assert download.value.suggested_filename == "nieuwe-route-noord.yml"
    assert not mistakes(tmp_path, "nieuwe-route-noord.yml", result(page))


def test_by_keyboard_alone(page):
    """From the list of routes to the text to hand in, with no other key than a keyboard has."""
    page.get_by_label("Route", exact=True).focus()
    page.keyboard.type(page.locator(f"#formulier-route option[value='{ROUTE.stem}']").inner_text()[:12])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#formulier-velden").wait_for()
    button = page.locator("[data-pad='leerlingen'] > dd > button")

    def tab_to(selector):
        for _ in range(300):
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            page.keyboard.press("Tab")
        raise AssertionError(selector)

    tab_to("[data-pad='leerlingen'] > dd > button")
    page.keyboard.press("Enter")
    assert page.locator(".kb-form-editor legend").evaluate("e => e === document.activeElement")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert button.evaluate("e => e === document.activeElement")
    assert not page.locator(".kb-form-editor").count()
    page.keyboard.press("Enter")
    tab_to("[name=soort]")
    page.keyboard.press("Space")
    if not page.locator("[name=soort][value=waarde]").is_checked():
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
    tab_to("#formulier-waarde")
    page.keyboard.press("Control+a")
    page.keyboard.type("4321")
    tab_to("#formulier-bron")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    if page.locator(".kb-form-editor").count():  # some systems open the list with Enter first
        tab_to(".kb-form-editor [type=submit]")
        page.keyboard.press("Enter")
    assert button.evaluate("e => e === document.activeElement")
    tab_to("#formulier-op")
    assert "4321" in result(page)


def test_it_fits_a_small_phone(browser, adres):
    with new_page(browser, 360, 700) as page:
        page.goto(adres + "meewerken/formulier/")
        open_route(page)
        for opener in ("[data-pad='leerlingen'] > dd > button", ".kb-form-reeks[data-pad='start.fasen'] [data-erbij]"):
            page.locator(opener).click()
            assert page.locator(".kb-form-editor").count() == 1
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
