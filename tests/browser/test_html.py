"""What every page must hold whatever it is about: valid HTML, one outline, links that lead somewhere."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.browser.harness import NOT_FOUND, PACKAGES, base, file_of, new_page

# A file on disk has no origin, so for the validator 'self' covers nothing; test_veilig asks the browser instead.
# The policy of a page is about scripts that run; `application/ld+json` is data (HTML: "prepare the script element").
# test_veilig.py sees to it that no other inline script is there.
DATA_BLOCK = "Inline script violates Content Security Policy"
NO_ORIGIN = tuple(f"Resource violates Content Security Policy (meta tag): {kind} " for kind in ("external", "image"))
REFERENCES = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details")


@pytest.fixture(scope="module")
def soups(site, paginas):
    return {
        address: BeautifulSoup(file_of(site, address).read_text(encoding="utf-8"), "html.parser") for address in paginas
    }


def test_the_validator_has_nothing_to_say_about_any_file(site):
    java = shutil.which("java")
    assert java, "the HTML validator needs Java; tests/opzet.sh brings it"
    jar = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", "--also-check-svg", "--skip-non-html", "--stdout", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    wrong = [
        f"{found['url'].partition('/site/')[2]}:{found.get('lastLine')}: {found['message']}"
        for found in json.loads(done.stdout)["messages"]
        if not found["message"].startswith((*NO_ORIGIN, DATA_BLOCK))
    ]
    assert not wrong, "\n".join(wrong)


def test_every_built_page_is_in_the_sitemap(site, paginas):
    built = {path.relative_to(site) for path in site.rglob("*.html")}
    assert built == {file_of(site, address).relative_to(site) for address in paginas}


def test_every_page_is_in_dutch(soups):
    assert [address for address, soup in soups.items() if soup.html.get("lang") != "nl"] == []


def test_every_page_has_one_main_heading_and_skips_no_level(soups):
    wrong = []
    for address, soup in soups.items():
        levels = [int(heading.name[1]) for heading in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        if levels.count(1) != 1:
            wrong.append(f"/{address}: {levels.count(1)} h1")
        wrong += [f"/{address}: h{low} followed by h{high}" for low, high in pairwise(levels) if high > low + 1]
        wrong += [
            f"/{address}: empty {heading.name}"
            for heading in soup.select("h1, h2, h3, h4, h5, h6")
            if not heading.get_text(strip=True)
        ]
    assert not wrong, "\n".join(wrong)


def test_search_engines_see_a_title_and_description_of_its_own_for_every_page(soups):
    titles = Counter(soup.title.get_text(strip=True) for soup in soups.values())
    per_page = {address: soup.select('meta[name="description"]') for address, soup in soups.items()}
    descriptions = Counter(meta["content"] for metas in per_page.values() for meta in metas)
    assert [text for text, times in titles.items() if times > 1 or not text] == []
    assert [text for text, times in descriptions.items() if times > 1 or not text] == []
    assert [address for address, metas in per_page.items() if len(metas) > 1] == []


def test_ids_are_unique_and_what_refers_to_one_finds_it(soups):
    wrong = []
    for address, soup in soups.items():
        ids = Counter(element["id"] for element in soup.select("[id]"))
        wrong += [f"/{address}: id {name} {times} times" for name, times in ids.items() if times > 1]
        for attribute in REFERENCES:
            wrong += [
                f"/{address}: {attribute}={name} leads nowhere"
                for element in soup.select(f"[{attribute}]")
                for name in " ".join(element.get_attribute_list(attribute)).split()
                if name not in ids
            ]
    assert not wrong, "\n".join(wrong)


def test_no_link_or_file_inside_the_site_is_missing(site, soups):
    root, host = base(site), "https://site.test"
    ids = {
        file_of(site, address): {element["id"] for element in soup.select("[id]")} for address, soup in soups.items()
    }
    wrong = []
    for address, soup in soups.items():
        # The page for a wrong address is shown at any depth, so only what starts at the root works there.
        here = urljoin(host + root, address) if address != NOT_FOUND else f"{host}{root}any/depth/"
        for element in soup.select("[href], [src], form[action]"):
            link = element.get("href") or element.get("src") or element.get("action") or ""
            place = urlsplit(urljoin(here, link))
            if f"{place.scheme}://{place.netloc}" != host or element.get("rel") == ["canonical"]:
                continue
            path = unquote(place.path)
            target = site / path.removeprefix(root)
            target = target / "index.html" if path.endswith("/") else target
            target = file_of(site, address) if link.startswith("#") else target
            if not (path.startswith(root) and target.is_file()):
                wrong.append(f"/{address}: {element.name} {link} leads nowhere")
            elif place.fragment and unquote(place.fragment) not in ids.get(target, ()):
                wrong.append(f"/{address}: {link}: the page has no such part")
    assert not wrong, "\n".join(wrong)


def test_every_link_and_button_has_words(soups):
    wrong = [
        f"/{address}: {element}"
        for address, soup in soups.items()
        for element in soup.select("a, button")
        if not (element.get_text(strip=True) or element.get("aria-label"))
    ]
    assert not wrong, "\n".join(wrong)


def test_every_table_says_what_it_is_and_what_each_row_and_column_is(soups):
    wrong = []
    for address, soup in soups.items():
        for number, table in enumerate(soup.select("table"), 1):
            where = f"/{address}: table {number}"
            if not (table.caption and table.caption.get_text(strip=True)):
                wrong.append(f"{where} has no caption")
            wrong += [
                f"{where}: no scope on {head}"
                for head in table.select("th")
                if head.get("scope") not in {"col", "row", "colgroup", "rowgroup"}
            ]
            wrong += [
                f"{where}: a row without a head: {row.get_text(' ', strip=True)[:60]}"
                for row in table.select("tbody tr")
                if not row.select("th[scope^=row]")
            ]
            if not table.select("thead th[scope^=col]"):
                wrong.append(f"{where} has no column heads")
    assert not wrong, "\n".join(wrong)


def test_a_link_looks_like_a_link_without_its_colour(browser, adres, paginas):
    """In the page and the footer; the header's menu is known by its place."""
    wrong = []
    with new_page(browser) as page:
        for address in paginas:
            page.goto(adres + address)
            wrong += [
                f"/{address}: {name}"
                for name in page.evaluate(
                    """() => [...document.querySelectorAll("main a[href], footer a[href]")]
                    .filter((link) => inPage.isShown(link) && !inPage.looksLikeLink(link)).map(inPage.nameOf)"""
                )
            ]
    assert not wrong, "\n".join(wrong)


def test_a_wrong_address_gives_a_page_that_helps(browser, adres):
    with new_page(browser) as page:
        failed = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        answer = page.goto(adres + "leerroutes/bestaat/niet")
        assert answer.status == 404
        assert failed == [answer.url], "the page's own style, fonts and scripts arrive at any depth"
        article = page.locator("article")
        assert article.get_by_role("searchbox").is_visible()
        article.get_by_role("link").first.click()
        assert page.locator("h1").is_visible()
        assert page.url.startswith(adres)
        assert "bestaat" not in page.url
