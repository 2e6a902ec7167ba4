"""States of a page that its address alone does not show: what a visitor does to get there."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page


def _filled(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(f"{selector}:not(:empty)").wait_for()


def _hits(page: Page) -> None:
    """The text of a hit comes once the hit is in sight, and moves what is below it; so all come in sight first."""
    page.locator(".kb-treffer-tekst:not(:empty)").first.wait_for()
    empty = page.locator(".kb-treffer-tekst:empty")
    while empty.count():
        hit = empty.first.element_handle()
        hit.scroll_into_view_if_needed()
        page.wait_for_function("(hit) => hit.textContent", arg=hit)
    page.evaluate("() => window.scrollTo(0, 0)")


def _filters(page: Page) -> None:
    _filled("#filter-status")(page)
    page.locator("#filter-paneel").evaluate("(panel) => { panel.open = true; }")
    for part in page.locator("#filter-paneel details").all():
        part.evaluate("(one) => { one.open = true; }")


def _sorted(page: Page) -> None:
    _filled("#filter-status")(page)
    page.locator("#filter-sorteer").evaluate("""(list) => { list.selectedIndex = 1;
        list.dispatchEvent(new Event("change", { bubbles: true })); }""")
    for box in page.get_by_role("checkbox", name="Vergelijk ").all()[:2]:
        box.check()


def _panel(page: Page) -> None:
    page.locator("#map_leerroutes[data-klaar]").wait_for()
    page.locator('[data-toon="gebied:noord"]').click()
    page.locator("#kaart-paneel a").first.wait_for()


def _sums(page: Page) -> None:
    page.locator("#reken-leerlingen").fill("twintig")
    page.get_by_role("button", name="Controleer en bereken").click()
    page.locator("#reken-fouten a").first.wait_for()


def _example(page: Page) -> None:
    page.get_by_role("button", name="Laad een voorbeeld in rekeneenheden").click()
    _filled("#reken-status")(page)


def _agreement(page: Page) -> None:
    _filled("#stand")(page)
    page.locator('[name="keuze-vmbo-examen"][value="nee"]').check()
    page.locator("#botsingen li:visible").first.wait_for()
    page.locator("#veld-profiel-vmbo").fill("Zorg en welzijn")


def _one_by_one(page: Page) -> None:
    _filled("#stand")(page)
    page.locator("#een-voor-een").click()


def _route_form(page: Page) -> None:
    page.locator("#formulier-route").select_option(index=2)
    page.locator("#formulier-kies [type=submit]").click()
    page.locator("[data-pad='leerlingen'] > dd > button").click()
    page.locator(".kb-form-editor [name=soort][value=waarde]").check()
    page.locator("#formulier-waarde").fill("vijftig")
    page.locator(".kb-form-editor [type=submit]").click()
    page.locator(".kb-form-editor .kb-reken-fouten li").first.wait_for()


def _hours(page: Page) -> None:
    page.locator("#uren-totaal").fill("veel")
    page.get_by_role("button", name="Vergelijk met de wet").click()
    _filled("#uren-totaal-fout")(page)


def _hours_told(page: Page) -> None:
    page.locator("#uren-totaal").fill("2.400")
    page.get_by_role("button", name="Vergelijk met de wet").click()
    _filled("#uren-uitkomst")(page)


def _wish(page: Page) -> None:
    page.get_by_role("button", name="Toon wat past").click()
    _filled("#wijzer-status")(page)


def _no_wish(page: Page) -> None:
    page.locator("#wijzer-leerlingen").fill("veel")
    page.get_by_role("button", name="Toon wat past").click()
    _filled("#wijzer-fout")(page)


def _ticks(page: Page) -> None:
    page.get_by_role("checkbox").first.check()


# what it is: the address, and what is done there
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "search with hits": ("zoeken/?q=overeenkomst", _hits),
    "search without a hit": ("zoeken/?q=qqqq", _filled("#zoek-status")),
    "filters open and one in use": ("leerroutes/?stadsdeel=noord", _filters),
    "filters that leave nothing": ("leerroutes/?stadsdeel=noord&leerweg=basis&vorm=geintegreerde-route", _filters),
    "rows in order and two to compare": ("leerroutes/", _sorted),
    "panel of the map open": ("leerroutes/kaart/", _panel),
    "rekenmodel with mistakes": ("rekenmodel/", _sums),
    "rekenmodel with an outcome": ("rekenmodel/", _example),
    "agreement with a warning": ("overeenkomst/doorlopende-leerroute/", _agreement),
    "agreement, one subject at a time": ("overeenkomst/doorlopende-leerroute/", _one_by_one),
    "form for a route with a mistake": ("meewerken/formulier/", _route_form),
    "urencheck with a mistake": ("kaders/urencheck/", _hours),
    "urencheck with an outcome": ("kaders/urencheck/", _hours_told),
    "wijzer with an answer": ("leerroutes/wijzer/", _wish),
    "wijzer with a mistake": ("leerroutes/wijzer/", _no_wish),
    "a step with a tick": ("stappenplan/onderwijsprogramma/", _ticks),
}
