"""What a page must do for who sees, hears or moves in another way; each check says what is wrong.

The gates ask this of the pages of the site (test_elke_pagina, test_toetsenbord, test_toestanden, test_zonder_script),
and test_gebreken.py of pages with a planted defect.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.browser import structure
from tests.browser.harness import PACKAGES, settle

STOPS = 1000  # more stops than any page has; a walk that gets here is caught in a loop
AT_ONCE = 20  # keys between two questions to the page
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FULL = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations", "incomplete"]}
COLOUR = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations", "incomplete"],
}
# What depends on the width; the other rules ask the same of the same markup and colours.
NARROW = {
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]},
    "resultTypes": ["violations", "incomplete"],
}
# What axe cannot decide, looked at by a person: rule, what its line holds (page, state or selector), and the verdict.
REVIEWED = (
    ("color-contrast", "text[x=", "numbers in a drawing: one character, white on ink or ink with a white edge"),
    ("color-contrast", "/leerroutes/kaart/", "Leaflet lays panes over the page; its text is ink on white"),
    ("color-contrast", "panel of the map", "the same page and map, with its panel open beside it"),
    ("color-contrast", "rows in order and two to compare", "a bar stays in sight over rows that scroll below it"),
    ("label-content-name-mismatch", ".leaflet-control-zoom", "a plus sign with the name “Kaart groter”"),
    ("color-contrast", "/leerroutes/vergelijken/ light 360", "a column that stays lies over cells that scroll"),
    ("color-contrast", "/leerroutes/vergelijken/ dark 360", "a column that stays lies over cells that scroll"),
)
# Only what is wrong is sent back, not the long list of what is right.
ASK_AXE = """async ([within, options]) => {
    const found = await axe.run(within, options);
    const told = ({ id, nodes }) => ({ id,
        nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) });
    return { violations: found.violations.map(told), incomplete: found.incomplete.map(told) };
}"""
MOUSE = {"click", "mousedown", "mouseup", "pointerdown", "pointerup", "dblclick", "touchstart", "touchend"}
# WCAG 1.4.12: what a reader may set, through the CSSOM because the policy forbids inline style.
SPACING = """(size) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { font-size: ${size} !important; }
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
CANNOT_BE_REACHED = """function () {
    const operated = "a[href], button, input, select, textarea, summary, label, option, [tabindex='0'], [role=button]";
    const whole = this === document.documentElement || this === document.body || !this.closest;
    return whole || this.closest(operated) || this.closest(".leaflet-container") || this.querySelector(operated)
        ? "" : inPage.nameOf(this);
}"""


def axe(page: Page, options: dict = FULL, state: str = "", within: str = "html") -> list[str]:
    """What axe finds wrong, and what it leaves undecided and nobody looked at, one line per element."""
    settle(page)
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate((PACKAGES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(ASK_AXE, [within, options])
    lines = []
    for verdict in ("violations", "incomplete"):
        for rule in found[verdict]:
            for node in rule["nodes"]:
                target = " ".join(map(str, node["target"]))
                known = (part in f"{state} {target}" for name, part, _ in REVIEWED if name == rule["id"])
                if verdict == "incomplete" and any(known):
                    continue
                lines.append(f"{verdict} {rule['id']}: {target}: {node.get('failureSummary') or ''}")
    return lines


def walk(page: Page) -> list[dict]:
    """Every stop of the Tab key, from the top of the page until the focus leaves it or comes back.

    The page notes its stops itself and is asked for them once in a while, not after each key.
    """
    page.evaluate("inPage.toTop(), inPage.follow()")
    stops, seen = [], set()
    for _ in range(STOPS // AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        met = page.evaluate("inPage.followed()")
        for stop in met:
            if not stop or stop["number"] in seen:
                return stops
            seen.add(stop["number"])
            stops.append(stop)
        if len(met) < AT_ONCE:  # the focus is outside the page
            return stops
    raise AssertionError("the Tab key never leaves this page")


def stop_faults(stop: dict) -> list[str]:
    """What is wrong with one stop."""
    if not stop["shown"]:
        return ["cannot be seen"]
    wrong = []
    if stop["onTop"] < 0.5:
        wrong.append(f"is in sight for {stop['onTop']:.0%} only")
    ring = stop["ring"]
    if ring["width"] < 2:
        wrong.append("has no focus ring of 2 px")
    elif ring["contrast"] < 3:
        wrong.append(f"has a focus ring with contrast {ring['contrast']:.1f}")
    elif ring["sides"] < ring["needed"]:
        wrong.append(f"shows {ring['sides']} of 4 sides of its focus ring")
    return wrong


def keyboard(page: Page) -> list[str]:
    """The Tab key reaches everything, in the order of the page, and shows where it is."""
    expected = page.evaluate("""() => { const all = [...document.querySelectorAll("*")];
        return inPage.controls().map((one) => [all.indexOf(one), inPage.nameOf(one)]); }""")
    stops = walk(page)
    numbers = [stop["number"] for stop in stops]
    wrong = [f"{stop['name']} {fault}" for stop in stops for fault in stop_faults(stop)]
    wrong += [f"{name} is never reached" for number, name in expected if number not in numbers]
    return wrong + (["the order differs from that of the page"] if numbers != sorted(numbers) else [])


def skip(page: Page) -> list[str]:
    """The first Tab offers to skip to the content, Enter goes there, and the next Tab is in it."""
    page.keyboard.press("Tab")
    offer, on_top = page.evaluate("[document.activeElement.innerText, inPage.stop().onTop]")
    if offer != "Naar de inhoud" or not on_top:
        return [f"the first stop is “{offer}”"]
    page.keyboard.press("Enter")
    there = page.evaluate("document.activeElement.matches('main, main *')")
    page.keyboard.press("Tab")
    # An article without a link or button has no stop; then the next one is in the footer.
    within = page.evaluate("""document.activeElement.matches('main *')
        || !inPage.controls().some((one) => one.matches('main *'))""")
    return ["the focus does not go there"] * (not there) + ["the next stop is elsewhere"] * (not within)


def keeps(page: Page) -> list[str]:
    """A visit leaves nothing behind in the browser."""
    return page.evaluate("""async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()), ...(await navigator.serviceWorker.getRegistrations()),
        ...(await caches.keys())]""")


def bare_menu(page: Page) -> list[str]:
    """Without scripts the menu is open on every width, and nothing is shown that needs one."""
    wrong = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wrong += page.evaluate("""() => {
            const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
            const [links, none] = [".kb-menu a", ".kb-menuknop, .kb-met-script"].map((what) =>
                [...document.querySelectorAll(what)]);
            return [...links.filter((one) => !seen(one)).map((one) => `out of sight: ${one.textContent.trim()}`),
                ...none.filter(seen).map((one) => `does nothing: ${one.textContent.trim().slice(0, 60)}`),
                ...(links.length ? [] : ["no menu"])];
        }""")
    return wrong


def main_buttons(page: Page) -> list[str]:
    """What a phone is for on this site, the menu, its links and the first button of a page, is 44 px high."""
    return page.evaluate("""() => [...document.querySelectorAll(
            ".kb-menuknop, .kb-menu a, article .kb-acties .kb-knop:first-child")]
        .filter((one) => inPage.isShown(one) && one.getBoundingClientRect().height < 43.5).map(inPage.nameOf)""")


def live_structure(page: Page) -> list[str]:
    """What scripts made of a page has the structure of its markup, or a better one."""
    return structure.faults(BeautifulSoup(page.content(), "html.parser"))


def links(page: Page) -> list[str]:
    """A link in the content or the footer looks like a link without its colour; the menu is known by its place."""
    return page.evaluate(
        """() => [...document.querySelectorAll("main a[href], footer a[href]")]
        .filter((link) => inPage.isShown(link) && link.role !== "button")
        .filter((link) => !inPage.looksLikeLink(link)).map(inPage.nameOf)"""
    )


def targets(page: Page) -> list[str]:
    """What can be pressed is at least 24 by 24 px; a link in a sentence is as high as its line."""
    return page.evaluate("inPage.smallTargets()")


def colour_alone(page: Page) -> list[str]:
    """Nothing is told by its colour alone."""
    return page.evaluate("inPage.colourAlone()")


def pretenders(page: Page) -> list[str]:
    """What answers to a mouse, or looks as if it does, is a control that keys reach. A map has a check of its own."""
    client = page.context.new_cdp_session(page)
    document = client.send("Runtime.evaluate", {"expression": "document"})["result"]["objectId"]
    heard = client.send("DOMDebugger.getEventListeners", {"objectId": document, "depth": -1})["listeners"]
    wrong = page.evaluate("inPage.pretenders()")
    for node in dict.fromkeys(one["backendNodeId"] for one in heard if one["type"] in MOUSE and "backendNodeId" in one):
        place = client.send("DOM.resolveNode", {"backendNodeId": node})["object"]["objectId"]
        call = {"functionDeclaration": CANNOT_BE_REACHED, "objectId": place, "returnByValue": True}
        wrong.append(client.send("Runtime.callFunctionOn", call)["result"].get("value") or "")
    client.detach()
    return [name for name in dict.fromkeys(wrong) if name]


def contrast(page: Page, schemes: tuple[str, ...] = ("light", "dark")) -> list[str]:
    """Text and edges of controls stand out at rest, below a mouse and with the focus."""
    wrong = []
    for state in ("", "hover", "focus"):
        page.evaluate("(state) => inPage.asIf(state)", state)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate("inPage.faint()")
            wrong += [f"{state or 'at rest'}, {scheme}: {one}" for one in found]
    page.evaluate("inPage.asIf('')")
    page.emulate_media(color_scheme="light")
    return list(dict.fromkeys(wrong))


def dark(page: Page) -> list[str]:
    """In the dark text and edges of controls stand out too."""
    page.emulate_media(color_scheme="dark")
    wrong = page.evaluate("inPage.faint()")
    page.emulate_media(color_scheme="light")
    return wrong


def silence(page: Page) -> list[str]:
    """A choice that changes what is shown is told to who does not see it."""
    return page.evaluate("inPage.silentChoosers()")


def cut_off(page: Page, size: str = "200%") -> list[str]:
    """Bigger and wider set text is never cut off, and makes the page no wider than the window."""
    page.evaluate(SPACING, size)
    settle(page)
    wrong = page.evaluate("inPage.clipped()")
    broad = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.evaluate("document.adoptedStyleSheets = []")
    return wrong + ([f"{broad} px wider than the window"] if broad > 0 else [])


def sideways(page: Page) -> list[str]:
    """320 by 256 is a screen of 1280 by 1024 at 400 %; only a table may scroll sideways, in a region of its own."""
    page.set_viewport_size({"width": 320, "height": 256})
    settle(page)
    width = page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
    wrong = [f"scrolls sideways and is no table: {name}" for name in page.evaluate("inPage.slides()")]
    return wrong + ([f"{width} px wide"] if width > 320 else [])


def forced_colours(page: Page) -> list[str]:
    """With the colours of the system every control has an edge and every text can be read."""
    page.emulate_media(forced_colors="active", color_scheme="dark")
    frames = page.evaluate("""() => [...document.querySelectorAll("button, input, .kb-knop, .kb-status")]
        .filter((one) => !one.matches(".kb-woord, th button"))  // words in running text and heads: underlined
        // the browser draws its own box in the colours of the system
        .filter((one) => !/checkbox|radio/.test(one.type) || getComputedStyle(one).appearance === "none")
        .filter((one) => inPage.isShown(one) && ["Top", "Right", "Bottom", "Left"].some((side) => {
            const style = getComputedStyle(one);
            return style[`border${side}Style`] === "none" || inPage.contrast(
                inPage.rgba(style[`border${side}Color`]), inPage.ground(one.parentElement)) < 3;
        })).map(inPage.nameOf)""")
    unread = page.evaluate("""() => [...document.querySelectorAll("header *, main *, footer *")].filter((one) =>
        inPage.isShown(one) && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
        && inPage.contrast(inPage.rgba(getComputedStyle(one).color), inPage.ground(one)) < 4.5).map(inPage.nameOf)""")
    page.emulate_media(forced_colors="none", color_scheme="light")
    return [f"no edge to be seen: {name}" for name in frames] + [f"text cannot be read: {name}" for name in unread]


def paper(page: Page) -> list[str]:
    """What the screen tells, paper tells too, but for controls and ways through the site."""
    screen = page.evaluate("inPage.told()")
    page.emulate_media(media="print")
    printed = set(page.evaluate("inPage.told()"))
    page.emulate_media(media="null")
    return [f"not on paper: {part}" for part in dict.fromkeys(screen) if part not in printed]


def motion(page: Page) -> list[str]:
    """Who wants no motion gets none."""
    page.emulate_media(reduced_motion="reduce")
    smooth = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior !== 'auto'")
    page.mouse.move(400, 120)
    moving = page.evaluate("document.getAnimations().length")
    return ["it scrolls smoothly"] * smooth + ["something moves"] * bool(moving)


# What a message about a mistake holds when it tells how to put it right.
CURE = re.compile(r"(?i)\b(vul|schrijf|kies|gebruik|verwacht|zoals|ten hoogste|heel getal|mag|moet)\b")


def wrong_input(page: Page, field: str, text: str, send: Callable[[Page], None]) -> list[str]:
    """A wrong answer stays, and is told in Dutch at its field, with its cure, where the focus is or aloud."""
    page.locator(field).fill(text)
    send(page)
    told = page.locator(field).evaluate(
        """(one) => {
            const ids = (one.getAttribute("aria-describedby") ?? "").split(" ");
            const parts = ids.map((id) => document.getElementById(id));
            const error = parts.filter((part) => /fout/.test(`${part?.id} ${part?.className}`) && inPage.isShown(part))
                .map((part) => part.innerText.trim()).join(" ");
            const loud = [document.activeElement, ...document.querySelectorAll("[role=status], [role=alert]")]
                .filter(inPage.isShown).map((part) => part.innerText ?? "");
            return { label: one.labels[0]?.innerText.trim(), error, invalid: one.getAttribute("aria-invalid"),
                kept: one.value, heard: document.activeElement === one || loud.some((words) => words.includes(error)) };
        }"""
    )
    wrong = {
        "has no label": not told["label"],
        "is not marked as wrong": told["invalid"] != "true",
        "has no message that is tied to it": not told["error"],
        f"tells no cure: {told['error']}": not CURE.search(told["error"]),
        "loses what was typed": not text.startswith(told["kept"]) or (bool(text) and not told["kept"]),
        "says it where nobody looks or listens": not told["heard"],
    }
    return [f"{field} {fault}" for fault, found in wrong.items() if found]


def map_and_list(page: Page) -> list[str]:
    """Every area and school that a mouse opens on the map has a button in the list that opens the same, and back."""
    page.locator("#map_leerroutes[data-klaar]").wait_for()
    on_map, in_list = page.evaluate("""() => {
        const opens = (one) => {
            document.getElementById("kaart-inhoud").replaceChildren();
            one.dispatchEvent(new MouseEvent("click", { bubbles: true }));
            return document.querySelector("#kaart-inhoud a")?.href ?? "";
        };
        const shapes = [...document.querySelectorAll(".kb-kaart :is(path.leaflet-interactive, .kb-punt-school)")];
        return [shapes.map(opens), [...document.querySelectorAll("button[data-toon]")].map(opens)];
    }""")
    wrong = [f"only on the map: {place}" for place in sorted(set(on_map) - set(in_list))]
    wrong += [f"only in the list: {place}" for place in sorted(set(in_list) - set(on_map))]
    return wrong + ["a shape opens nothing"] * ("" in on_map) + ["the map has no shapes"] * (not on_map)
