"""Every kind of page on paper, as a browser makes it: A4, readable, nothing hidden, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pypdfium2
import pytest

from macros.build import dag_van_versie
from macros.feiten import datum
from tests.browser import behaviour
from tests.browser.harness import NOT_FOUND, new_page, routes, settle
from tests.papier import letters

A4 = (595, 842)
SMALLEST = 9  # points; notes, sources and tables
BODY = 11
LANDSCAPE = {"leerroutes/", "leerroutes/vergelijken/"}  # the widest tables


def gemaakt() -> str:
    """The day of this build, as a sheet says it."""
    return letters(datum(datetime.fromtimestamp(int(dag_van_versie()), UTC).date()))


# The memo is one sheet by design: 10 points, and 8.5 for its sources.
ON_PAPER = """([body, smallest]) => {
    const NOTES = "table, .kb-bron, .kb-bronregel, .kb-toelichting, .kb-controle, .kb-woorden, .kb-notitie, .kb-kern, "
        + ".kb-tekening, .kb-label";
    const size = (one) => parseFloat(getComputedStyle(one).fontSize) * 0.75 + 0.05;
    const own = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const said = (one) => one.textContent.trim().slice(0, 40);
    const shown = [...document.querySelectorAll("article *")].filter((one) => one.checkVisibility());
    const written = shown.filter((one) => own(one) && !one.closest("svg"));
    const running = written.filter((one) => one.matches("p, li, dd, dt, h1, h2, h3, h4") && !one.closest(NOTES));
    const all = (tag) => shown.filter((one) => one.matches(tag));
    const style = (one) => getComputedStyle(one);
    const small = [...written.filter((one) => size(one) < smallest && !one.closest(".kb-notitie")),
        ...running.filter((one) => size(one) < body)];
    return [
        ...small.map((one) => `${size(one).toFixed(1)} pt: ${said(one)}`),
        ...all("tbody tr").filter((row) => style(row).breakInside !== "avoid").map((row) => `divided: ${said(row)}`),
        ...all("thead").filter((one) => style(one).display !== "table-header-group").map((one) => `once: ${said(one)}`),
        ...all("details").filter((one) => [...one.children].some((part) => part.tagName !== "SUMMARY"
            && !part.checkVisibility({ contentVisibilityAuto: true }))).map((one) => `closed: ${said(one)}`),
    ];
}"""
LINKS = """() => [...document.querySelectorAll('article a[href^="http"]')]
    .filter((link) => link.checkVisibility() && link.host !== location.host).map((link) => link.getAttribute("href"))"""


CONTROLS = """() => [...document.querySelectorAll("nav, form, button, input, .kb-sla-over")]
    .filter((one) => !one.matches(".kb-woord, th button"))  // on paper they are words like the others
    .filter(inPage.isShown).map(inPage.nameOf)"""


ROWS = """() => [...document.querySelectorAll("article tr")]
    .filter((one) => one.checkVisibility() && !one.querySelector(".kb-verborgen")).map((one) => one.innerText)"""


@dataclass(frozen=True)
class Paper:
    """A page on paper: the PDF, what is wrong with how it is set, its controls in sight, and its links to others.

    `rows` are the texts of the rows of its tables, `lost` what only the screen tells.
    """

    pdf: pypdfium2.PdfDocument
    faults: list[str]
    controls: list[str]
    links: list[str]
    heads: int
    rows: list[str]
    lost: list[str]


@pytest.fixture(scope="module")
def paper(browser, adres, soorten):
    """One page of each kind."""
    found = {}
    with new_page(browser, 794, 1123) as page:  # A4 at 96 dots an inch
        for address in soorten:
            page.goto(adres + address)
            settle(page)
            lost = behaviour.paper(page)
            pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
            page.emulate_media(media="print")
            faults = page.evaluate(ON_PAPER, [BODY, SMALLEST])
            heads = page.locator("article h1:visible").count()
            controls, links, rows = page.evaluate(CONTROLS), page.evaluate(LINKS), page.evaluate(ROWS)
            found[address] = Paper(pdf, faults, controls, links, heads, rows, lost)
            page.emulate_media(media="null")  # what it is by itself: for the next PDF that is print
    return found


@pytest.fixture(scope="module")
def printed(paper):
    """The PDF of one page of each kind."""
    return {address: one.pdf for address, one in paper.items()}


def text_of(pdf) -> str:
    return letters(" ".join(sheet.get_textpage().get_text_range() for sheet in pdf))


@pytest.mark.xdist_group("papier")
def test_every_sheet_is_a4_and_has_its_number(printed):
    for address, pdf in printed.items():
        for number, sheet in enumerate(pdf, 1):
            size = tuple(round(side) for side in sheet.get_size())
            width, height = A4[::-1] if address in LANDSCAPE else A4
            assert abs(size[0] - width) <= 1 and abs(size[1] - height) <= 1, (address, size)
            assert f"{number}/{len(pdf)}" in letters(sheet.get_textpage().get_text_range()), (address, number)


@pytest.mark.xdist_group("papier")
def test_the_last_sheet_says_which_page_it_is_and_when_it_was_made(printed, adres):
    for address, pdf in printed.items():
        if address == NOT_FOUND:  # has no address of its own
            continue
        text = text_of(pdf)
        assert f"gemaaktop{gemaakt()}" in text, address
        assert letters(f"8000/{address}") in text, address


@pytest.mark.xdist_group("papier")
def test_a_page_about_a_record_ends_with_its_status_sources_and_day(printed, adres, site):
    route = routes(site)[0]
    pdf = printed[route]
    last = letters(pdf[len(pdf) - 1].get_textpage().get_text_range())
    for part in ("Sindsdiennietbevestigd", "Bronnen:DoorlopendeleerroutesinAmsterdam", "Nagekekenop21november2026"):
        assert part in last
    for kind in ("kaders/", "scholen/", "stappenplan/", "stadsdelen/"):
        assert any("Nagekekenop" in text_of(printed[one]) for one in printed if one.startswith(kind)), kind


@pytest.mark.xdist_group("papier")
def test_text_is_large_enough_tables_hold_together_and_links_have_their_address(paper):
    wrong = []
    for address, one in paper.items():
        wrong += [f"/{address}: {part}" for part in dict.fromkeys(one.faults)]
        text, links = text_of(one.pdf), dict.fromkeys(one.links)
        wrong += [f"/{address}: no address on paper: {link}" for link in links if letters(link) not in text]
    assert any(one.links for one in paper.values())
    assert not wrong, "\n".join(wrong)


@pytest.mark.xdist_group("papier")
def test_a_table_ends_on_the_sheet_and_not_beside_it(paper):
    """What does not fit on paper is left out by the browser, without a word."""
    wrong = []
    for address, one in paper.items():
        text = text_of(one.pdf)
        wrong += [f"/{address}: not whole on paper: {row}" for row in one.rows if letters(row) not in text]
    assert sum(len(one.rows) for one in paper.values()) > 100
    assert not wrong, "\n".join(wrong)


@pytest.mark.xdist_group("papier")
def test_what_the_screen_tells_paper_tells_too(paper):
    assert [f"/{address}: {part}" for address, one in paper.items() for part in one.lost] == []


@pytest.mark.xdist_group("papier")
def test_on_paper_a_page_is_its_content_without_the_controls(paper):
    assert [f"/{address}: {name}" for address, one in paper.items() for name in one.controls] == []
    assert [address for address, one in paper.items() if one.heads != 1] == []


# --- the print view of chosen routes


def selection(page, adres, ids):
    page.goto(f"{adres}factsheets/selectie/?routes={','.join(ids)}")
    page.locator("#selectie-print").wait_for()
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))


@pytest.fixture
def ids(site):
    return [address.split("/")[1] for address in routes(site)]


def test_a_selection_prints_one_sheet_for_each_route_and_nothing_else(browser, adres, ids):
    with new_page(browser) as page:
        pdf = selection(page, adres, ids)
        names = page.locator(".kb-blad h2").all_inner_texts()
        assert len(pdf) == len(names) == len(ids)
        for sheet, name in zip(pdf, names, strict=True):
            text = letters(sheet.get_textpage().get_text_range())
            assert letters(name) in text
            assert "Bronnen" in text
            assert f"Gemaaktop{gemaakt()}" in text
            assert "Printdezebladen" not in text
        assert f"{len(ids)} bladen klaar" in page.locator("#selectie-status").inner_text()
        page.emulate_media(media="print")
        fits = page.locator(".kb-blad").evaluate_all("(all) => all.map((one) => one.scrollHeight <= one.clientHeight)")
        assert fits == [True] * len(ids)


def test_a_phone_makes_the_same_sheets_and_names_every_year(browser, adres, ids):
    """A phone shows the years below each other, and measures what fits at the width of the paper all the same."""
    texts = {}
    for width in (1280, 390):
        with new_page(browser, width) as page:
            selection(page, adres, ids)
            texts[width] = [" ".join(text.split()) for text in page.locator(".kb-blad").all_text_contents()]
            heads = page.locator(".kb-blad-jaren td").evaluate_all(
                "(cells) => cells.map((cell) => getComputedStyle(cell, '::before').content)"
            )
            years = page.locator(".kb-blad-jaren th").all_text_contents()
            shown = page.locator(".kb-blad-jaren thead").first.is_visible()
            assert shown == (width > 600)
            assert heads == (["none"] * len(years) if shown else [f'"{year.removesuffix(" →")}"' for year in years])
    assert texts[390] == texts[1280]


def test_the_table_leads_to_the_print_view_of_what_it_shows(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "leerroutes/?stadsdeel=noord")
        page.locator("#filter-status:not(:empty)").wait_for()
        shown = page.locator("tbody tr:not([hidden])").evaluate_all(
            "(rows) => rows.map(({ dataset }) => dataset.route)"
        )
        page.locator("#filter-print").click()
        page.locator("#selectie-print").wait_for()
        sheets = page.locator(".kb-blad h2").evaluate_all("(all) => all.map(({ id }) => id)")
        assert sheets == [f"blad-{route}" for route in shown]


def test_a_selection_without_a_route_sends_you_to_the_table(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "factsheets/selectie/?routes=bestaat-niet,<b>x")
        status = page.locator("#selectie-status")
        status.filter(has_text="U koos nog geen routes").wait_for()
        assert page.locator("#selectie-print").is_hidden()


def test_a_sheet_that_does_not_arrive_is_told(browser, adres, ids):
    with new_page(browser) as page:
        page.route("**/bladen/*.json", lambda route: route.abort())
        page.goto(f"{adres}factsheets/selectie/?routes={ids[0]}")
        page.locator("#selectie-status").filter(has_text="kon niet worden geladen").wait_for()
