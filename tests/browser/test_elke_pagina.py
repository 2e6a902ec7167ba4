"""Every page, visited once for all that is asked of every page; what costs more is asked of one page of each kind."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser.behaviour import (
    COLOUR,
    FULL,
    NARROW,
    REVIEWED,
    axe,
    bare_menu,
    colour_alone,
    contrast,
    dark,
    forced_colours,
    keeps,
    links,
    live_structure,
    main_buttons,
    motion,
    pretenders,
    sideways,
    silence,
    skip,
    targets,
)
from tests.browser.harness import new_page, settle

PARTS = 4  # of the pages, so that both workers have their share
# Parts of an article that only work, or only matter, with or without scripts. Whatever is added here
# must not hold a fact: the rest of the text has to be the same both ways.
ONE_WAY = (
    "[data-print], .kb-zonder-script, .kb-met-script, "
    # a map or its picture; the list beside it holds what they show
    "#map_leerroutes, #kaart-tekening, #kaart-status, "
    # how many differences there are is counted for every choice
    "#vergelijk-status, "
    # a model agreement shows the variant that is chosen; the sheet of the rekenmodel holds what is filled in
    ".kb-overeenkomst [data-variant], .kb-rekenmodel [data-vul]"
)
CONTENT = """(oneWay) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:is(${oneWay}) { display: none !important; }`);
    document.adoptedStyleSheets = [sheet];
    const article = document.querySelector("article");
    const content = {
        text: article.innerText.split(/\\n+/).map((line) => line.replace(/\\s+/g, " ").trim()).filter(Boolean),
        links: [...article.querySelectorAll("a[href]")].filter((one) => one.checkVisibility()).map((one) => one.href),
    };
    document.adoptedStyleSheets = [];
    return content;
}"""


def content(page) -> dict[str, list[str]]:
    """Text and links of the article as this browser shows it."""
    return page.evaluate(CONTENT, ONE_WAY)


def only_one_way(with_scripts: dict[str, list[str]], without: dict[str, list[str]]) -> list[str]:
    """What only one of the two shows."""
    wrong = []
    for what in ("text", "links"):
        both = set(with_scripts[what]) & set(without[what])
        wrong += [f"only with scripts: {part}" for part in with_scripts[what] if part not in both]
        wrong += [f"only without scripts: {part}" for part in without[what] if part not in both]
    return wrong


def look(page, options: dict, state: str, within: str = "html") -> list[str]:
    """What axe says; the state names the page, and is where a reviewed finding is known by."""
    return [f"{state}: {fault}" for fault in axe(page, options, state, within)]


def named(page, *checks) -> list[str]:
    """What these checks say of a page, each with what it asks."""
    return [f"{check.__doc__} {fault}" for check in checks for fault in check(page)]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_can_be_used_by_everybody(browser, adres, paginas, part):
    """With a mouse, with keys, in the dark, on a phone, four times as large, without scripts, and without a trace."""
    asked, wrong = [], []
    with new_page(browser, color_scheme="light") as page, new_page(browser, java_script_enabled=False) as bare:
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: wrong.extend([f"{answer.status} {answer.url}"] * (answer.status >= 400)))
        page.on("console", lambda line: wrong.append(f"{page.url}: {line.text}"))
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.add_init_script("""document.addEventListener("securitypolicyviolation",
            (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`));""")
        for address in paginas[part::PARTS]:
            name, faults = f"/{address}", []
            page.goto(adres + address)
            settle(page)
            shown = content(page)
            faults += named(page, keeps, links, targets, colour_alone)
            faults += look(page, FULL, f"{name} light 1280")
            faults += named(page, dark, skip)
            page.set_viewport_size({"width": 360, "height": 800})
            faults += look(page, NARROW, f"{name} light 360")
            faults += named(page, sideways)
            page.set_viewport_size({"width": 1280, "height": 800})

            bare.goto(adres + address)
            faults += only_one_way(shown, content(bare)) + named(bare, bare_menu)
            wrong += [f"{name}: {fault}" for fault in faults]
        cookies = page.context.cookies() + bare.context.cookies()
    assert not wrong, "\n".join(wrong)
    assert cookies == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(adres).netloc}
    assert not [url for url in asked if url.endswith("index.json")], "the search index is only for who searches"


def opened(page) -> int:
    """Opens every part that is closed, and the first explanation of a word; says how many there were."""
    word = page.locator(".kb-woord:visible").first
    if word.count():
        word.click()
    return word.count() + page.evaluate("""() => [...document.querySelectorAll("main details:not([open])")]
        .filter((part) => { part.open = true; return true; }).length""")


@pytest.mark.parametrize("part", range(2))
def test_each_kind_of_page_can_be_used_in_every_state(browser, adres, soorten, part):
    """Below a mouse, with the focus, with all its parts open."""
    wrong = []
    with new_page(browser, color_scheme="light") as page:
        for address in soorten[part::2]:
            page.goto(adres + address)
            settle(page)
            page.emulate_media(color_scheme="dark")
            faults = look(page, COLOUR, f"/{address} dark 1280")
            page.emulate_media(color_scheme="light")
            faults += named(page, live_structure, pretenders, contrast)
            if opened(page):
                faults += look(page, FULL, f"/{address} light 1280 details open", "main")
            faults += named(page, silence)  # uses the page, so it comes last
            wrong += [f"/{address}: {fault}" for fault in faults]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("part", range(2))
def test_each_kind_of_page_can_be_used_on_a_phone(browser, adres, soorten, part):
    wrong = []
    with new_page(browser, 360, has_touch=True, color_scheme="light") as page:
        for address in soorten[part::2]:
            page.goto(adres + address)
            faults = look(page, FULL, f"/{address} light 360")
            page.locator(".kb-menuknop").click()
            faults += look(page, FULL, f"/{address} light 360 menu open", ".kb-kop") + named(
                page, targets, main_buttons
            )
            page.emulate_media(color_scheme="dark")
            faults += look(page, COLOUR, f"/{address} dark 360")
            page.emulate_media(color_scheme="light")
            wrong += [f"/{address}: {fault}" for fault in faults]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("part", range(2))
def test_without_motion_or_with_the_colours_of_the_system_nothing_is_lost(browser, adres, soorten, part):
    """What a page with motion shows is what both are compared with."""
    wrong = []
    moving, still = {"reduced_motion": "no-preference"}, {"reduced_motion": "reduce"}
    with new_page(browser, **moving) as page, new_page(browser, **still) as calm:
        for address in soorten[part::2]:
            page.goto(adres + address)
            expected = content(page)
            calm.goto(adres + address)
            wrong += [f"/{address}: {fault}" for fault in named(calm, motion)]
            if content(calm) != expected:
                wrong.append(f"/{address}: other text or links without motion")
            wrong += [f"/{address}: {fault}" for fault in named(calm, forced_colours)]
            calm.emulate_media(forced_colors="active", color_scheme="dark")
            if content(calm) != expected:
                wrong.append(f"/{address}: other text or links with forced colours")
            calm.emulate_media(forced_colors="none", color_scheme="light")
    assert not wrong, "\n".join(wrong)


def test_what_axe_leaves_open_has_a_verdict_of_a_person():
    assert all(rule and part and len(verdict.split()) > 5 for rule, part, verdict in REVIEWED)
