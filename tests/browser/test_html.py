"""What every page must hold whatever it is about: valid HTML, one outline, links that lead somewhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests import kantoor
from tests.browser import structure
from tests.browser.harness import NOT_FOUND, PACKAGES, base, file_of, html_validate, new_page

# A file on disk has no origin, so for the validator 'self' covers nothing; test_veilig asks the browser instead.
# The policy of a page is about scripts that run; `application/ld+json` is data (HTML: "prepare the script element").
# test_veilig.py sees to it that no other inline script is there.
DATA_BLOCK = "Inline script violates Content Security Policy"
NO_ORIGIN = tuple(f"Resource violates Content Security Policy (meta tag): {kind} " for kind in ("external", "image"))


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


# Rules of html-validate that we do not follow, and why; three at most.
WAIVED = {
    "wcag/h32": "these forms answer every choice at once; without a script they are hidden",
    "prefer-native-element": "what it asks to be a <section> is a box that scrolls: a region with a name, not a part",
}


def test_html_validate_has_nothing_to_say_about_any_page(site):
    assert len(WAIVED) <= 3
    wrong = [f"{fault}" for fault in html_validate(sorted(site.rglob("*.html")), WAIVED)]
    assert not wrong, "\n".join(wrong)


def test_every_built_page_is_in_the_sitemap(site, paginas):
    built = {path.relative_to(site) for path in site.rglob("*.html")}
    assert built == {file_of(site, address).relative_to(site) for address in paginas}


@pytest.mark.parametrize("check", structure.CHECKS, ids=lambda check: check.__name__)
def test_every_page_tells_its_structure(soups, check):
    wrong = [f"/{address}: {fault}" for address, soup in soups.items() for fault in check(soup)]
    assert not wrong, f"{check.__doc__}\n" + "\n".join(wrong)


def test_every_page_has_a_title_of_its_own(soups):
    titles = Counter(soup.title.get_text(strip=True) for soup in soups.values())
    assert [title for title, times in titles.items() if times > 1 or not title] == []


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
        page.wait_for_url(lambda url: url.startswith(adres) and "bestaat" not in url)
        assert page.locator("h1").is_visible()


def test_every_word_file_can_be_read_aloud(site):
    files = sorted(site.rglob("*.docx"))
    assert len(files) > 10
    wrong = [f"{file.relative_to(site)}: {fault}" for file in files for fault in kantoor.faults(file.read_bytes())]
    assert not wrong, "\n".join(wrong)


def test_every_pdf_is_of_a_kind_that_is_tested(site):
    """test_factsheets.py and test_overeenkomst.py hold each PDF of these folders against PDF/UA."""
    assert {file.parent.relative_to(site).parts[0] for file in site.rglob("*.pdf")} == {"factsheets", "overeenkomst"}


def test_the_statement_says_what_a_statement_must(soups):
    """In the form of the Dutch model: what it is about, status, date, proof, who signed, deviations, complaints."""
    article = soups["toegankelijkheid/"].article
    text = " ".join(article.get_text(" ").split())
    for part in ("Status:", "WCAG 2.2", "EN 301 549", "Gebaseerd op:", "Getekend door:", "Wat de tests bewijzen"):
        assert part in text, part
    assert re.search(r"Opgesteld op: \d{1,2} \w+ 20\d\d", text)
    assert "niet vastgesteld" in text, "a status needs an audit by others"
    heads = [head.get_text() for head in article.select("h2")]
    assert heads[-3:] == ["Wat nog niet goed is", "Een probleem melden", "Niet tevreden met het antwoord?"]
    gaps = article.select("h3")
    assert len(gaps) > 4
    for gap in gaps:  # each deviation with what the model asks of it
        words = [strong.get_text() for strong in gap.find_next_sibling("ul").select("strong")]
        assert words == ["Eis:", "Oorzaak:", "Gevolg:", "Wat u anders kunt doen:", "Plan:"], gap.get_text()
