"""The map in a real browser: the list drives it, the panel behaves, and nothing is asked of another host."""

from __future__ import annotations

import pytest

from tests.bench import weigh
from tests.browser import behaviour
from tests.browser.harness import new_page

ADDRESS = "leerroutes/kaart/"


@pytest.fixture
def page(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + ADDRESS)
        page.locator("#map_leerroutes[data-klaar]").wait_for()
        yield page


def numbers(page) -> dict[str, str]:
    """The number in each area: in the list, by name."""
    return page.locator(".kb-kaart-lijst > [data-gebied]").evaluate_all(
        """(parts) => Object.fromEntries(parts.map((part) =>
            [part.dataset.gebied, part.querySelector('[data-telling]').textContent]))"""
    )


def test_every_area_and_school_on_the_map_has_a_named_control_in_the_list(page):
    shapes = page.locator("#map_leerroutes path.kb-gebied").count()
    points = page.locator("#map_leerroutes .kb-punt-school").count()
    names = page.locator("[data-toon]").evaluate_all(
        "(knoppen) => knoppen.map((knop) => [knop.dataset.toon, knop.innerText])"
    )
    assert len([name for name, _ in names if name.startswith("gebied:")]) == shapes == 9
    assert len([name for name, _ in names if name.startswith("school:")]) == points
    texts = page.get_by_role("button", name="Toon op de kaart").evaluate_all(
        "(all) => all.map((one) => one.textContent)"
    )
    assert len(set(texts)) == len(texts)


def test_what_the_map_shows_the_list_shows_and_nothing_else(page):
    """A14: a press on each shape, and on each button of the list, opens the same panels."""
    assert behaviour.map_and_list(page) == []


def test_a_choice_changes_numbers_colours_and_list_alike(page):
    page.select_option("#kaart-niveau", "4")
    for area, text in numbers(page).items():
        part = page.locator(f'[data-gebied="{area}"]')
        shown = part.locator("[data-route]:not([hidden])").count()
        assert text == {0: "geen route", 1: "1 route"}.get(shown, f"{shown} routes")
    on_map = page.locator("#map_leerroutes .kb-punt-nummer").all_text_contents()
    in_list = page.locator(".kb-kaart-lijst > [data-gebied]").evaluate_all(
        "(parts) => parts.map((part) => String(part.querySelectorAll('[data-route]:not([hidden])').length))"
    )
    assert sorted(on_map) == sorted(in_list)
    classes = page.locator("#map_leerroutes path.kb-klasse-0").count()
    assert classes == in_list.count("0")
    assert "bij deze keuze" in page.locator("#kaart-status").inner_text()


def test_the_head_of_what_has_no_place_goes_when_a_choice_leaves_none(page):
    head = page.get_by_role("heading", name="Zonder plek op de kaart")
    assert head.is_visible()
    page.select_option("#kaart-niveau", "4")
    assert "Zonder plek op de kaart: geen route" in page.locator("#kaart-status").inner_text()
    assert not head.is_visible()
    page.select_option("#kaart-niveau", "")
    assert head.is_visible()


@pytest.mark.parametrize("name", ["gebied:noord", "gebied:weesp", "school:calvijn-college"])
def test_details_open_in_a_panel_and_the_focus_goes_in_and_back(page, name):
    button = page.locator(f'[data-toon="{name}"]')
    button.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#kaart-paneel")
    assert panel.is_visible()
    assert page.evaluate("document.activeElement.id") == "kaart-paneel"
    assert panel.locator("a").count() > 0
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert page.evaluate("document.activeElement.dataset.toon") == name


def test_the_mouse_opens_the_same_panel(page):
    page.locator("#map_leerroutes .kb-punt-school").first.click()
    assert page.locator("#kaart-paneel").is_visible()
    page.locator("#kaart-sluit").click()
    assert page.locator("#kaart-paneel").is_hidden()


def test_mbo_locations_are_a_layer_of_their_own(page):
    assert page.locator(".kb-punt-mbo").count() == page.locator("li[data-mbo]").count() > 0
    page.locator("#kaart-mbo").uncheck()
    assert page.locator(".kb-punt-mbo").count() == 0
    page.locator("#kaart-mbo").check()
    assert page.locator(".kb-punt-mbo").count() > 0


def test_the_map_adds_no_stop_without_a_name_and_speaks_dutch(page):
    stops = page.locator("#map_leerroutes [tabindex='0'], #map_leerroutes a").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('aria-label') || one.title)"
    )
    assert stops == ["Kaart groter", "Kaart kleiner"]
    assert "Zoom" not in page.locator("#map_leerroutes").inner_html()


def test_without_a_script_there_is_a_picture_and_the_whole_list(browser, adres):
    with new_page(browser, java_script_enabled=False) as page:
        page.goto(adres + ADDRESS)
        assert page.locator("#kaart-tekening svg").is_visible()
        assert page.locator("#map_leerroutes").is_hidden()
        assert page.locator("[data-route]").count() == page.locator("[data-route]:visible").count() > 10


def test_paper_gets_the_picture(page):
    page.emulate_media(media="print")
    assert page.locator("#kaart-tekening svg").is_visible()
    assert page.locator("#map_leerroutes").is_hidden()


def test_the_map_page_is_light_enough(browser, adres, site):
    weight = weigh(browser, adres + ADDRESS, site / "assets/favicon.svg")
    assert weight.kilobytes() <= 220, weight.files
    assert weight.requests <= 14, weight.files
