"""What only one page has: the signs of the map, and how each form tells a mistake."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.behaviour import wrong_input
from tests.browser.harness import new_page, settle


def test_the_legend_of_the_map_can_be_told_apart_and_says_in_words_what_it_means(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "leerroutes/kaart/")
        settle(page)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            swatches = page.evaluate("""() => [...document.querySelectorAll(".kb-legenda > li")].map((item) => {
                const shape = item.querySelector("rect, circle");
                const { fill, stroke } = getComputedStyle(shape);
                const behind = inPage.ground(item);
                const drawn = [fill, stroke].filter((colour) => colour !== "none").map(inPage.rgba);
                return { words: item.innerText.trim(),
                    contrast: Math.max(...drawn.map((colour) => inPage.contrast(colour, behind))) };
            })""")
            assert len(swatches) == 6
            assert len({swatch["words"] for swatch in swatches}) == 6
            assert [swatch for swatch in swatches if swatch["contrast"] < 3 or not swatch["words"]] == [], scheme


def test_areas_on_the_map_differ_by_number_and_not_by_colour_alone(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "leerroutes/kaart/")
        settle(page)
        numbers = page.locator("#map_leerroutes .kb-punt-nummer").all_inner_texts()
        assert len(numbers) == page.locator("#map_leerroutes path.kb-gebied").count() > 0
        assert all(number.strip().isdigit() for number in numbers)


# --- mistakes: the page, what is done before, the field, what is typed, and the button


def press(name: str) -> Callable:
    return lambda page: page.get_by_role("button", name=name).click()


def leave(page) -> None:
    page.keyboard.press("Tab")


def route_form(page) -> None:
    page.get_by_label("Route", exact=True).select_option(index=2)
    press("Open de route")(page)
    page.locator("[data-pad='leerlingen'] > dd > button").click()
    page.locator(".kb-form-editor [name=soort][value=waarde]").check()


SUM, HOURS = press("Controleer en bereken"), press("Vergelijk met de wet")
WRONG = [
    ("rekenmodel/", None, "#reken-leerlingen", "twintig", SUM),
    ("rekenmodel/", None, "#reken-input", "1.50", SUM),
    ("rekenmodel/", None, "#reken-overhead", "101", SUM),
    ("rekenmodel/", None, "#reken-examen", "-100", SUM),
    ("rekenmodel/", None, "#reken-administratie", "", SUM),
    ("kaders/urencheck/", None, "#uren-totaal", "veel", HOURS),
    ("kaders/urencheck/", None, "#uren-bpv", "12,5", HOURS),
    ("leerroutes/wijzer/", None, "#wijzer-leerlingen", "veel", press("Toon wat past")),
    ("stappenplan/beslisnotitie/", None, "#veld-instroom", "ongeveer 20", leave),
    ("stappenplan/mijn-plan/", None, "#partners-datum", "volgende week", leave),
    ("meewerken/formulier/", route_form, "#formulier-waarde", "vijftig", press("Neem over")),
    ("meewerken/formulier/", route_form, "#formulier-schooljaar", "2025/2026", press("Neem over")),
]


def test_a_wrong_answer_is_told_at_its_field_with_its_cure(browser, adres):
    wrong = []
    with new_page(browser) as page:
        for address, before, field, text, send in WRONG:
            page.goto(adres + address)
            if before:
                page.evaluate("localStorage.clear()")
                page.reload()
                before(page)
            wrong += [f"/{address} “{text}”: {fault}" for fault in wrong_input(page, field, text, send)]
    assert len(WRONG) >= 10
    assert not wrong, "\n".join(wrong)
