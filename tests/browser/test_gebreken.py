"""The test of the tests: a page in good order is planted with one defect, and the gate against it must see it.

The checks are those that the gates ask of every page of the site. What they do not see is in UNSEEN: known gaps.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests import kantoor
from tests.browser import behaviour, structure
from tests.browser.harness import ROOT, file_of, html_validate, new_page, settle
from tests.browser.states import STATES
from tests.browser.test_html import WAIVED
from tests.browser.test_toegankelijk import WRONG

FRAME = "privacy/"  # a page of the site whose header, footer and style sheets stand around the article
ARTICLE = (ROOT / "tests/gevallen/gaaf.html").read_text(encoding="utf-8")
SCRIPT = """
const bij = (id) => document.getElementById(id);
bij("proef-deel")?.addEventListener("change", ({ target }) => {
  const rijen = [...document.querySelectorAll("tr[data-deel]")];
  for (const rij of rijen) rij.hidden = Boolean(target.value) && rij.dataset.deel !== target.value;
  bij("proef-status").textContent = `${rijen.filter((rij) => !rij.hidden).length} van ${rijen.length} routes`;
});
bij("proef-keuze")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const veld = bij("proef-aantal");
  bij("proef-fout").textContent = "Schrijf een heel getal in cijfers, zoals 18.";
  veld.setAttribute("aria-invalid", "true");
  veld.focus();
});
"""
TELLS = 'bij("proef-status").textContent = `${rijen.filter((rij) => !rij.hidden).length} van ${rijen.length} routes`;'


def mistake(page) -> list[str]:
    """The check of mistakes, on the field of this page."""
    return behaviour.wrong_input(
        page, "#proef-aantal", "veel", lambda page: page.get_by_role("button", name="Controleer").click()
    )


def markup(check: Callable) -> Callable:
    """A check of markup, on what the browser holds."""

    def of_page(page) -> list[str]:
        return check(BeautifulSoup(page.content(), "html.parser"))

    of_page.__name__ = check.__name__
    return of_page


def skip(page) -> list[str]:
    """The check of the first Tab, and then the page anew: the focus is half-way."""
    found = behaviour.skip(page)
    page.goto(page.url.partition("#")[0])
    settle(page)
    return found


def main_buttons(page) -> list[str]:
    """The check of what a phone is for, on a phone with its menu open."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.locator(".kb-menuknop").click()
    found = behaviour.main_buttons(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    return found


# In an order in which none spoils the page for the next.
GATES = {
    check.__name__: check
    for check in (
        *map(markup, structure.CHECKS),
        skip,
        behaviour.axe,
        behaviour.links,
        behaviour.targets,
        behaviour.colour_alone,
        behaviour.pretenders,
        behaviour.keyboard,
        behaviour.contrast,
        behaviour.forced_colours,
        behaviour.motion,
        behaviour.paper,
        behaviour.silence,
        mistake,
        main_buttons,
        behaviour.cut_off,
        behaviour.sideways,
    )
}


@dataclass(frozen=True)
class Defect:
    """One thing that is wrong, and the gates that must say so."""

    caught_by: str
    html: tuple[str, str] = ("", "")
    css: str = ""
    script: tuple[str, str] = ("", "")


ALT = 'alt="Onder aan de pagina staat een vak met een link."'
BACK = """document.querySelector("#proef-sluit").addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.preventDefault();
});"""

DEFECTS = {
    "an alt that is a file name": Defect("pictures", html=(ALT, 'alt="IMG_0123.jpg"')),
    "no alt at all": Defect("pictures axe html_validate", html=(ALT, "")),
    "a drawing without a name": Defect("pictures", html=('aria-label="Een vierkant met een gebied erin"', "")),
    "a div that can be clicked": Defect(
        "pretenders",
        html=("<h2>Een kaart", '<div id="proef-vak">Toon meer</div><h2>Een kaart'),
        script=("", 'bij("proef-vak").addEventListener("click", () => {});'),
    ),
    "a div with a hand and no script": Defect(
        "pretenders",
        html=("<h2>Een kaart", '<div id="proef-vak">Toon meer</div><h2>Een kaart'),
        css="article #proef-vak { cursor: pointer; }",
    ),
    "a shape on a map that no key reaches": Defect(
        "pretenders", script=("", 'bij("proef-vorm").addEventListener("click", () => {});')
    ),
    "a filter that is silent": Defect("silence", script=(TELLS, "")),
    "a filter that is told where nobody listens": Defect("silence", html=('role="status" ', "")),
    "no outline on focus": Defect("keyboard", css="article a:focus-visible { outline: none !important; }"),
    "an outline nobody sees": Defect("keyboard", css="article a:focus-visible { outline-color: #f4f1e8 !important; }"),
    "a header that covers what has the focus": Defect(
        "keyboard", css="header.kb-kop { position: sticky; top: 0; z-index: 9; height: 90vh; }"
    ),
    "a trap for the focus": Defect("keyboard", script=("", BACK)),
    "something hidden that takes the focus": Defect(
        "keyboard",
        html=("<h2>Een kaart", '<p id="proef-weg"><a href="../over/">Over deze site</a></p><h2>Een kaart'),
        css="#proef-weg { position: absolute; left: -300rem; }",
    ),
    "a tabindex that jumps the queue": Defect(
        "order", html=('<button type="submit"', '<button tabindex="3" type="submit"')
    ),
    "a status that is only a coloured dot": Defect(
        "colour_alone",
        html=("<td>gestopt</td>", '<td><span class="proef-stip"></span></td>'),
        css=".proef-stip { display: inline-block; width: 1rem; height: 1rem; background: #9b2226; }",
    ),
    "a mark without words": Defect("signs", html=("<td>gestopt</td>", '<td><span class="kb-label"></span></td>')),
    "no link that skips the menu": Defect("skip", css=".kb-sla-over { display: none; }"),
    "a link that skips to nowhere": Defect(
        "skip",
        script=("", 'document.querySelector(".kb-sla-over").addEventListener("click", (e) => e.preventDefault());'),
    ),
    "a list in which red is the message": Defect("colour_alone", css="article #proef-punt { color: #c00000; }"),
    "a link known by its colour": Defect("links axe", css="article #proef-zin a { text-decoration: none; }"),
    "a table without a caption": Defect(
        "tables",
        html=(
            '<caption id="proef-bijschrift">Routes in de proef</caption>',
            '<caption id="proef-bijschrift"></caption>',
        ),
    ),
    "a head of a column without scope": Defect("tables", html=('<th scope="col">Status', "<th>Status")),
    "a row without a head": Defect("tables", html=('<th scope="row">Eerste route</th>', "<td>Eerste route</td>")),
    "a heading that skips a level": Defect(
        "headings axe", html=("<h3>Dezelfde gegevens als lijst</h3>", "<h4>Lijst</h4>")
    ),
    "a target of 16 px": Defect(
        "targets", css="article #proef-sluit { min-height: 0; width: 16px; height: 16px; padding: 0; font-size: 10px; }"
    ),
    "a main button of 32 px": Defect(
        "main_buttons", css=".kb-pagina article .kb-acties .kb-knop { min-height: 32px; padding-block: 0; }"
    ),
    "a foreign language without lang": Defect("foreign", html=(' lang="en"', "")),
    "a control with an English name": Defect("names", html=(">Sluit de proef<", ">Close<")),
    "a link that says not where it leads": Defect("names", html=(">de bronnen</a>", ">klik hier</a>")),
    "a field without a label": Defect(
        "axe mistake", html=('<label for="proef-aantal">Aantal leerlingen</label>', "Aantal")
    ),
    "a placeholder for a label": Defect(
        "mistake",
        html=('<label for="proef-aantal">Aantal leerlingen</label>\n<input ', '<input placeholder="Aantal" '),
    ),
    "a dialog without a name": Defect("axe", html=(' aria-label="Uitleg bij de proef"', "")),
    "an id that is there twice": Defect(
        "references html_validate", html=('<li id="proef-punt">', '<li id="proef-zin">')
    ),
    "text that is too faint": Defect("axe contrast", css="article #proef-zin { color: #9a9a90; }"),
    "text that is too faint below a mouse": Defect(
        "contrast", css=".kb-pagina article .kb-knop:hover { color: #8fb0b8 !important; }"
    ),
    "text that is too faint with the focus": Defect(
        "contrast", css=".kb-pagina article .kb-knop:focus { color: #8fb0b8 !important; }"
    ),
    "a field whose edge nobody sees": Defect(
        "contrast", css="article #proef-aantal { border-color: #eee !important; }"
    ),
    "text that is cut off at 200 %": Defect("cut_off", css="article .kb-inleiding { height: 64px; overflow: hidden; }"),
    "a block too wide for a phone": Defect("sideways", css="article .kb-inleiding { width: 50rem; }"),
    "words that scroll sideways in a box": Defect(
        "sideways", css="article .kb-inleiding { overflow-x: auto; white-space: nowrap; }"
    ),
    "words that are not printed": Defect("paper", css="@media print { article #proef-zin { display: none; } }"),
    "motion for who wants none": Defect(
        "motion",
        css="@keyframes proef { to { opacity: .9; } } article h2 { animation: proef 9s infinite alternate; }",
    ),
    "text that forced colours hide": Defect(
        "forced_colours", css="article #proef-zin { forced-color-adjust: none; color: #222; background: none; }"
    ),
    "a mistake that is told in colour only": Defect(
        "mistake", script=('veld.setAttribute("aria-invalid", "true");', 'veld.style.borderColor = "red";')
    ),
    "a mistake without its cure": Defect(
        "mistake", script=("Schrijf een heel getal in cijfers, zoals 18.", "Dat is fout.")
    ),
    "a page that says it is in English": Defect("language", html=("<h1>", "<!--en--><h1>")),
    "a footer without the statement": Defect("statement", html=("<h1>", "<!--voet--><h1>")),
}
# Known gaps: a person must look for these.
UNSEEN = {
    "an alt that tells something else": Defect("", html=(ALT, 'alt="Een hond op het strand."')),
    "bold words for a heading": Defect("", html=("<h3>Dezelfde gegevens als lijst</h3>", "<p><b>Als lijst</b></p>")),
    "an order on the screen that is not that of the text": Defect(
        "", css="article ul:has(#proef-punt) { display: flex; flex-direction: column-reverse; }"
    ),
    "a link whose words promise another page": Defect("", html=('href="../bronnen/">', 'href="../privacy/">')),
}


def planted(site, defect: Defect) -> str:
    """The page: the frame of a real one, the article, and the defect."""
    old, new = defect.html
    assert old in ARTICLE, f"the page has no longer: {old}"
    assert defect.script[0] in SCRIPT
    soup = BeautifulSoup(file_of(site, FRAME).read_text(encoding="utf-8"), "html.parser")
    article = ARTICLE.replace(old, new, 1) if old else ARTICLE
    soup.article.clear()
    soup.article.append(BeautifulSoup(article, "html.parser"))
    if "<!--en-->" in article:
        soup.html["lang"] = "en"
    if "<!--voet-->" in article:
        soup.select_one('footer a[href$="toegankelijkheid/"]').decompose()
    soup.head.append(soup.new_tag("link", rel="stylesheet", href="../gebrek.css"))
    soup.head.append(soup.new_tag("script", type="module", src="../gebrek.js"))
    return str(soup)


def findings(browser, adres, site, defect: Defect, gates: list[str]) -> dict[str, list[str]]:
    """What each gate says about the page with this defect."""
    old, new = defect.script
    script = SCRIPT.replace(old, new, 1) if old else SCRIPT + new
    with new_page(browser, color_scheme="light") as page:
        page.route(f"{adres}{FRAME}", lambda route: route.fulfill(body=planted(site, defect), content_type="text/html"))
        page.route("**/gebrek.css", lambda route: route.fulfill(body=defect.css, content_type="text/css"))
        page.route("**/gebrek.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
        page.goto(adres + FRAME)
        settle(page)
        return {name: GATES[name](page) for name in gates}


@pytest.fixture(scope="module")
def validated(site, tmp_path_factory) -> dict[str, list[str]]:
    """What html-validate says about each page with a defect, in one run."""
    folder = tmp_path_factory.mktemp("gebreken")
    files = {}
    for number, (name, defect) in enumerate(({"": Defect("")} | DEFECTS | UNSEEN).items()):
        files[name] = folder / f"{number}.html"
        files[name].write_text(planted(site, defect), encoding="utf-8")
    lines = html_validate(list(files.values()), WAIVED)
    return {name: [line for line in lines if line.startswith(f"{file}:")] for name, file in files.items()}


def test_a_page_in_good_order_gets_no_finding(browser, adres, site, validated):
    found = findings(browser, adres, site, Defect(""), list(GATES))
    assert {gate: faults for gate, faults in found.items() if faults} == {}
    assert validated[""] == []


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_seen(browser, adres, site, validated, name):
    """By every gate that stands beside it."""
    gates = DEFECTS[name].caught_by.split()
    found = findings(browser, adres, site, DEFECTS[name], [gate for gate in GATES if gate in gates])
    found["html_validate"] = validated[name]
    assert [gate for gate in gates if not found[gate]] == [], found


@pytest.mark.parametrize("name", UNSEEN)
def test_a_known_gap_is_still_one(browser, adres, site, validated, name):
    """Once a gate sees it, it moves to DEFECTS, and goes from the list of gaps on /toegankelijkheid/."""
    found = findings(browser, adres, site, UNSEEN[name], list(GATES))
    assert {gate: faults for gate, faults in found.items() if faults} == {}
    assert validated[name] == []


def test_the_statement_on_the_site_tells_how_much_was_tried(site):
    text = " ".join(file_of(site, "toegankelijkheid/").read_text(encoding="utf-8").split())
    for said in (f"pagina op {len(DEFECTS)} manieren", f"{len(UNSEEN)} soorten fouten", f"{len(STATES)} toestanden"):
        assert said in text, said
    for what, defects in (("kaart", MAP_DEFECTS), ("Word-bestand", WORD_DEFECTS)):
        assert f"{what} op {len(defects)} manieren" in text, what
    assert f"{len(WRONG)} foute antwoorden" in text


def test_the_table_of_checks_names_tests_that_are_there():
    table = (ROOT / "tests/toegankelijkheid.md").read_text(encoding="utf-8")
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", table))
    assert len(named) > 30
    assert {name for name in named if f"def {name}(" not in code} == set()
    assert {f"A{number}" for number in range(1, 26)} <= set(re.findall(r"\bA\d+", table))


def test_enough_kinds_of_defect_are_planted():
    kinds = {defect.caught_by for defect in DEFECTS.values()}
    assert len(DEFECTS) >= 14
    assert len(kinds) >= 12
    assert {gate for defect in DEFECTS.values() for gate in defect.caught_by.split()} >= set(GATES)


# --- what the frame does not hold: the map, and a file of Word

WORD_FILE = "assets/rekenmodel.docx"  # with headings, heads of tables and words for a reader

MAP_DEFECTS = {
    "an area without a button": """document.querySelector("button[data-toon^=gebied]").remove()""",
    "a school without a button": """document.querySelector("button[data-toon^=school]").remove()""",
    "an area that only the list has": """document.querySelector("path.kb-gebied").remove()""",
}


@pytest.mark.parametrize("name", MAP_DEFECTS)
def test_a_map_that_differs_from_its_list_is_seen(browser, adres, name):
    with new_page(browser) as page:
        page.goto(adres + "leerroutes/kaart/")
        settle(page)
        page.evaluate(MAP_DEFECTS[name])
        assert behaviour.map_and_list(page)


def skipped_level(document) -> None:
    """The first heading of the second level becomes one of the third."""
    [heading, *_] = [par for par in document.paragraphs if par.style.name == "Heading 2"]
    heading.style = document.styles.add_style("Heading 3", WD_STYLE_TYPE.PARAGRAPH)


def no_head(document) -> None:
    """No table says which row is its head."""
    for head in list(document.element.body.iter(qn("w:tblHeader"))):
        head.getparent().remove(head)


def no_words(document) -> None:
    """A picture comes in without a description."""
    document.paragraphs[0]._p.append(OxmlElement("wp:docPr"))


def other_language(document) -> None:
    """The text is in English for who has it read aloud."""
    [language] = document.styles.element.xpath("w:docDefaults//w:lang")
    language.set(qn("w:val"), "en-US")


WORD_DEFECTS = {
    "a heading that skips a level": (skipped_level, "is followed by 3"),
    "a table without a head": (no_head, "has no head"),
    "a picture without words": (no_words, "a picture without words"),
    "no title": (lambda document: setattr(document.core_properties, "title", ""), "no title"),
    "no language": (lambda document: setattr(document.core_properties, "language", ""), "the language is "),
    "a text in another language": (other_language, "the language of the text is en-US"),
}


@pytest.mark.parametrize("name", WORD_DEFECTS)
def test_a_defect_in_a_word_file_is_seen(site, name):
    file = site / WORD_FILE
    assert kantoor.faults(file.read_bytes()) == []
    spoil, said = WORD_DEFECTS[name]
    document, spoiled = Document(str(file)), BytesIO()
    spoil(document)
    document.save(spoiled)
    assert said in " ".join(kantoor.faults(spoiled.getvalue()))
