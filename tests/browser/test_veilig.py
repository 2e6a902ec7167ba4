"""The site asks nothing of anybody else, keeps nothing about a visitor, and runs no code but its own."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.browser.harness import file_of, new_page

LOADS = "script, style, link[rel~=stylesheet], link[rel~=preload], link[rel~=icon], img, iframe, object, embed"
PAYLOADS = [
    "<img src=x onerror=window.__ran=1>",
    '"><svg onload=window.__ran=1>',
    "<script>window.__ran=1</script>",
    "'-window.__ran=1-'",
    "javascript:window.__ran=1",
    "overeenkomst <img src=x onerror=window.__ran=1>",
]


def test_every_page_forbids_foreign_code_before_it_loads_anything(site, paginas):
    wrong = []
    for address in paginas:
        soup = BeautifulSoup(file_of(site, address).read_text(encoding="utf-8"), "html.parser")
        policies = soup.select('head meta[http-equiv="Content-Security-Policy"]')
        if len(policies) != 1:
            wrong.append(f"/{address}: {len(policies)} policies")
            continue
        rules = dict(part.strip().split(" ", 1) for part in policies[0]["content"].split(";") if part.strip())
        if rules.get("default-src") != "'none'" or rules.get("script-src") != "'self'":
            wrong.append(f"/{address}: {policies[0]['content']}")
        if any(word in policies[0]["content"] for word in ("unsafe", "http:", "https:", "*")):
            wrong.append(f"/{address}: the policy lets others in")
        wrong += [
            f"/{address}: before the policy: {element}"
            for element in policies[0].find_all_previous()
            if element.name not in {"html", "head"} and "charset" not in element.attrs
        ]
    assert not wrong, "\n".join(wrong)


def test_no_page_holds_script_or_style_of_its_own(site, paginas):
    wrong = []
    for address in paginas:
        soup = BeautifulSoup(file_of(site, address).read_text(encoding="utf-8"), "html.parser")
        for element in soup.find_all(True):
            bad = [name for name in element.attrs if name.startswith("on") or name in {"style", "srcdoc"}]
            bad += [value for value in element.attrs.values() if str(value).strip().lower().startswith("javascript:")]
            data = element.get("type") == "application/ld+json"  # is read by search engines, and never runs
            if bad or element.name == "style" or (element.name == "script" and not element.get("src") and not data):
                wrong.append(f"/{address}: {element.name} {bad}")
    assert not wrong, "\n".join(wrong)


def test_a_visit_to_every_page_stays_on_this_site_and_leaves_no_trace(browser, adres, paginas):
    asked, wrong = [], []
    here = urlsplit(adres).netloc
    with new_page(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: wrong.extend([f"{answer.status} {answer.url}"] * (answer.status >= 400)))
        page.on("console", lambda line: wrong.append(f"{page.url}: {line.text}"))
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.add_init_script("""document.addEventListener("securitypolicyviolation",
            (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`));""")
        for address in paginas:
            page.goto(adres + address, wait_until="networkidle" if address == "" else "load")
            kept = page.evaluate("""async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
                ...(await indexedDB.databases()), ...(await navigator.serviceWorker.getRegistrations()),
                ...(await caches.keys())]""")
            wrong += [f"/{address} keeps {key}" for key in kept]
        cookies = page.context.cookies()
    assert not wrong, "\n".join(wrong)
    assert cookies == []
    assert {urlsplit(url).netloc for url in asked} == {here}
    assert not [url for url in asked if url.endswith("index.json")], "the search index is only for who searches"


def test_the_search_index_comes_when_somebody_searches(browser, adres):
    asked = []
    with new_page(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(adres + "zoeken/")
        assert not [url for url in asked if url.endswith("index.json")]
        page.goto(adres + "zoeken/?q=route")
        page.locator("li[data-hit]").first.wait_for()
    assert [url for url in asked if url.endswith("index.json")] == [adres + "zoeken/index.json"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_code_in_a_search_question_is_only_text(browser, adres, payload):
    """The policy would stop most of it; that nothing is even made of it is the first defence."""
    asked, wrong = [], []
    with new_page(browser) as page:
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.on("console", lambda line: wrong.append(line.text))
        page.goto(f"{adres}zoeken/?q={quote(payload)}")
        status = page.locator("#zoek-status")
        page.locator("#zoek-status:not(:empty)").wait_for()
        assert payload in status.inner_text()
        assert page.evaluate("window.__ran") is None
        assert page.locator("article :is(img, svg, script, iframe)").count() == 0
    assert not wrong
    assert not [path for path in asked if path.endswith("/x")]
