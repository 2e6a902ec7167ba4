"""What the markup of a page must hold for who cannot see it; each check takes a page and returns what is wrong with it.

The gates ask this of every page (test_html.py), and test_gebreken.py of pages with a planted defect.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from bs4 import BeautifulSoup, Tag

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
REFERENCES = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details")
SCOPES = {"col", "row", "colgroup", "rowgroup"}
# Words that no Dutch sentence holds; two of them in one text, and it is in that language.
FOREIGN = {
    "en": "the and with this that from your you are have which their they by or not for create new".split(),
    "de": "und nicht ist für mit eine oder wird auch".split(),
    "fr": "pour avec une dans nous vous sont cette et".split(),
}
# What a library calls its controls when nobody translates them.
ENGLISH_CONTROLS = "close search next previous submit show hide more less toggle clear skip zoom copy expand".split()
VAGUE = {"klik hier", "hier klikken", "lees meer", "meer", "lees verder", "link", "deze link", "meer informatie"}
NO_ALT = re.compile(r"(?i)^(image|img|picture|photo|foto|plaatje|afbeelding|grafiek|logo|.)?[\s_\d-]*$|\.\w{3,4}$")


def words_of(element: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(element.get_text(" ").split())


def name_of(element: Tag) -> str:
    """What a screen reader calls a control, as far as the markup tells."""
    return element.get("aria-label") or words_of(element) or element.get("title") or element.get("placeholder") or ""


def language(soup: BeautifulSoup) -> list[str]:
    """The page is in Dutch, and says so."""
    return [] if soup.html.get("lang") == "nl" else [f"lang is {soup.html.get('lang')}"]


def headings(soup: BeautifulSoup) -> list[str]:
    """One main heading, no level skipped, none empty."""
    found = soup.find_all(HEADINGS)
    levels = [int(heading.name[1]) for heading in found]
    wrong = [f"{levels.count(1)} h1"] if levels.count(1) != 1 else []
    wrong += [f"h{low} followed by h{high}" for low, high in pairwise(levels) if high > low + 1]
    return wrong + [f"empty {heading.name}" for heading in found if not heading.get_text(strip=True)]


def references(soup: BeautifulSoup) -> list[str]:
    """Every id is there once, and what refers to one finds it."""
    ids = Counter(element["id"] for element in soup.select("[id]"))
    wrong = [f"id {name} {times} times" for name, times in ids.items() if times > 1]
    for attribute in REFERENCES:
        wrong += [
            f"{attribute}={name} leads nowhere"
            for element in soup.select(f"[{attribute}]")
            for name in " ".join(element.get_attribute_list(attribute)).split()
            if name not in ids
        ]
    return wrong


def names(soup: BeautifulSoup) -> list[str]:
    """Every link and button has words, in Dutch, that tell what it does."""
    wrong = []
    for element in soup.select("a, button, summary, [role=button]"):
        name = name_of(element)
        if not name:
            wrong.append(f"no words: {element}")
        elif re.sub(r"\W+$", "", name).lower() in VAGUE:
            wrong.append(f"“{name}” says not where it leads")
    for element in soup.select("a, button, summary, input, [aria-label], [title]"):
        said = f"{name_of(element)} {element.get('title', '')}".lower()
        if not element.get("lang") and (english := set(re.findall(r"[a-z]+", said)) & set(ENGLISH_CONTROLS)):
            wrong.append(f"an English name: {said.strip()} ({', '.join(sorted(english))})")
    return wrong


def pictures(soup: BeautifulSoup) -> list[str]:
    """Every picture has words that tell what it shows, or says that it shows nothing."""
    wrong = []
    for picture in soup.select("img"):
        if picture.get("alt") is None:
            wrong.append(f"no alt: {picture.get('src')}")
        elif picture["alt"] and NO_ALT.search(picture["alt"].strip()):
            wrong.append(f"alt says nothing: {picture['alt']}")
    for drawing in soup.select("svg"):
        hidden = drawing.find_parent(attrs={"aria-hidden": "true"}) or drawing.get("aria-hidden") == "true"
        if hidden or drawing.find_parent(class_="leaflet-container"):  # a map has a check of its own
            continue
        label = drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.find("title", recursive=False)
        if not label or drawing.get("role") not in {"img", "group", "figure", "graphics-document"}:
            wrong.append(f"a drawing without a name and a role: {str(drawing)[:80]}")
    return wrong


def tables(soup: BeautifulSoup) -> list[str]:
    """Every table says what it is, and what each row and column is."""
    wrong = []
    for number, table in enumerate(soup.select("table"), 1):
        where = f"table {number}"
        if not (table.caption and table.caption.get_text(strip=True)):
            wrong.append(f"{where} has no caption")
        wrong += [f"{where}: no scope on {head}" for head in table.select("th") if head.get("scope") not in SCOPES]
        wrong += [
            f"{where}: a row without a head: {words_of(row)[:60]}"
            for row in table.select("tbody tr")
            if not row.select("th[scope^=row]")
        ]
        if not table.select("thead th[scope^=col]"):
            wrong.append(f"{where} has no column heads")
    return wrong


def order(soup: BeautifulSoup) -> list[str]:
    """Nothing jumps the queue of the Tab key."""
    ahead = (one for one in soup.select("[tabindex]") if one["tabindex"] not in {"0", "-1"})
    return [f"tabindex {one['tabindex']}: {one.name}" for one in ahead]


def foreign(soup: BeautifulSoup) -> list[str]:
    """What is not in Dutch says in which language it is."""
    wrong = []
    for text in soup.body.find_all(string=True):
        holder = text.find_parent(attrs={"lang": True})
        if text.parent.name in {"script", "style", "code"} or (holder and holder.name != "html"):
            continue
        said = set(re.findall(r"[a-zà-ÿ]+", text.lower()))
        wrong += [
            f"{code} without lang: {text.strip()[:80]}" for code, marks in FOREIGN.items() if len(said & set(marks)) > 1
        ]
    return wrong


def signs(soup: BeautifulSoup) -> list[str]:
    """Each status, mark and legend has its words, so that nobody needs its colour."""
    marks = "[class*=kb-status], [class*=kb-antwoord-], .kb-label, .kb-let-op, .kb-onzeker, .kb-legenda > li"
    return [
        f"a sign without words: {str(one)[:80]}"
        for one in soup.select(marks)
        if not words_of(one) and one.get("role") != "status" and not one.get("aria-live")
    ]


def statement(soup: BeautifulSoup) -> list[str]:
    """The footer leads to the statement on accessibility."""
    found = soup.select('footer a[href$="toegankelijkheid/"], footer a[aria-current=page]')
    here = soup.select_one("h1") and words_of(soup.select_one("h1")) == "Toegankelijkheid"
    return [] if found or here else ["the footer does not lead to the statement"]


CHECKS = (language, headings, references, names, pictures, tables, order, foreign, signs, statement)


def faults(soup: BeautifulSoup) -> list[str]:
    """All that is wrong, each with the name of its check."""
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(soup)]
