"""The site asks nothing of anybody else, keeps nothing about a visitor, and runs no code but its own."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

import pytest

from tests.browser.harness import ROOT, file_of, new_page
from tests.browser.test_formulier import change, open_route

LOADS = "script, style, link[rel~=stylesheet], link[rel~=preload], link[rel~=icon], img, iframe, object, embed"
PAYLOADS = [
    "<img src=x onerror=window.__ran=1>",
    '"><svg onload=window.__ran=1>',
    "<script>window.__ran=1</script>",
    "'-window.__ran=1-'",
    "javascript:window.__ran=1",
    "overeenkomst <img src=x onerror=window.__ran=1>",
]


def test_every_page_forbids_foreign_code_before_it_loads_anything(soups):
    wrong = []
    for address, soup in soups.items():
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


def test_no_page_holds_script_or_style_of_its_own(soups):
    wrong = []
    for address, soup in soups.items():
        for element in soup.find_all(True):
            bad = [name for name in element.attrs if name.startswith("on") or name in {"style", "srcdoc"}]
            bad += [value for value in element.attrs.values() if str(value).strip().lower().startswith("javascript:")]
            data = element.get("type") == "application/ld+json"  # is read by search engines, and never runs
            if bad or element.name == "style" or (element.name == "script" and not element.get("src") and not data):
                wrong.append(f"/{address}: {element.name} {bad}")
    assert not wrong, "\n".join(wrong)


POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"?[^>]*>')
HOSTILE = """<script>(window.__x ||= []).push("script")</script>
    <img id="bad-image" src="x" onerror="(window.__x ||= []).push('image')">
    <a id="bad-link" href="javascript:void (window.__x ||= []).push('link')">link</a></body>"""
STOPPED = """window.stopped = [];
    document.addEventListener("securitypolicyviolation", (event) => window.stopped.push(event.effectiveDirective));"""
# Presses the link when the two others ran or were stopped.
RUN = """async () => {
    const ran = () => window.__x ?? [];
    const wait = async (ready) => {
        for (let turn = 0; turn < 50 && !ready(); turn += 1) await new Promise((done) => setTimeout(done, 20));
    };
    const image = document.querySelector("#bad-image");
    await wait(() => image.complete && ran().length + window.stopped.length >= 2);
    document.querySelector("#bad-link").click();
    await wait(() => ran().length + window.stopped.length >= 3);
    return [ran(), window.stopped];
}"""


def hostile(page, address, text):
    """What ran and what was stopped of hostile code at the end of a page."""
    assert text.count("</body>") == 1
    text = text.replace("</body>", HOSTILE)
    page.route(address, lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
    page.goto(address)
    return page.evaluate(RUN)


def test_the_policy_stops_code_that_got_into_a_page(browser, adres, site, soorten):
    """Escaping keeps it out (test_vergif.py); here it is in, on every kind of page."""
    stopped = [[], ["script-src-elem", "script-src-attr", "script-src-elem"]]
    with new_page(browser) as page:
        page.add_init_script(STOPPED)
        texts = {address: file_of(site, address).read_text(encoding="utf-8") for address in soorten}
        found = {address: hostile(page, adres + address, text) for address, text in texts.items()}
    assert {address: one for address, one in found.items() if one != stopped} == {}


def test_without_the_policy_that_code_would_run(browser, adres, site):
    text = file_of(site, "").read_text(encoding="utf-8")
    assert len(POLICY.findall(text)) == 1
    with new_page(browser) as page:
        page.add_init_script(STOPPED)
        ran, stopped = hostile(page, adres, POLICY.sub("", text))
    assert stopped == []
    assert ran == ["script", "image", "link"]


# Everything that can be filled in or pressed, as somebody would who tries it all; what wipes or prints is left alone.
TRY_ALL = """(press) => {
    window.print = () => {};
    const seen = (element) => element.checkVisibility() && !element.disabled;
    for (const part of document.querySelectorAll("details")) part.open = true;
    for (const field of [...document.querySelectorAll("main :is(input, select, textarea)")].filter(seen)) {
        if (field.type === "file") continue;
        if (["checkbox", "radio"].includes(field.type)) { field.click(); continue; }
        if (field.tagName === "SELECT") field.selectedIndex = Math.min(1, field.options.length - 1);
        else field.value = field.type === "date" ? "2027-03-15" : "12";
        for (const kind of ["input", "change", "blur"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    const buttons = [...document.querySelectorAll("main button")]
        .filter((one) => seen(one) && !/wis|print/i.test(one.textContent));
    if (press) for (const button of buttons.slice(0, 60)) button.click();
    return buttons.length;
}"""
KEPT = """async () => [Object.keys(localStorage), [...Object.keys(sessionStorage), ...(await indexedDB.databases()),
    ...(await caches.keys()), document.cookie].filter(Boolean)]"""


def to_fill_in(site, addresses) -> list[str]:
    """The pages that have something to fill in."""
    fields = re.compile(r"<(select|textarea|input (?![^>]*type=.?(search|hidden)))")
    texts = {address: file_of(site, address).read_text(encoding="utf-8") for address in addresses}
    return [address for address, text in texts.items() if fields.search(text.partition("<main")[2])]


def documented() -> list[str]:
    """The keys that the page about privacy names; one that ends in a dash has an id behind it."""
    return re.findall(r"`(leerroutes-[a-z-]+)`", (ROOT / "docs/privacy.md").read_text(encoding="utf-8"))


def key_of(key: str) -> str | None:
    """The documented key that a kept key is one of."""
    fits = (name for name in documented() if re.fullmatch(f"{name}[a-z0-9-]+" if name.endswith("-") else name, key))
    return next(fits, None)


@pytest.mark.parametrize(
    "filled_in",
    ["zoeken/?q=geheim", "leerroutes/?niveau=2", "leerroutes/wijzer/?leerlingen=12", "rekenmodel/?leerlingen=18"],
)
def test_what_stands_in_an_address_goes_to_no_other_page(browser, adres, filled_in):
    """The privacy page says so. A page may write its address anew: that it holds a question is enough."""
    with new_page(browser) as page:
        page.goto(adres + filled_in)
        assert "?" in page.url
        sent = []
        page.on("request", lambda request: sent.append((request.url, request.all_headers().get("referer", ""))))
        page.locator(".kb-menu a", has_text="Bronnen").click()
        page.wait_for_url("**/bronnen/")
    assert f"{adres}bronnen/" in [url for url, _ in sent]
    assert not [one for pair in sent for one in pair if "?" in one]


def test_who_fills_in_everything_leaves_only_what_the_privacy_page_names(browser, adres, site, soorten):
    asked, wrong, keys, tried = [], [], set(), 0
    pages = to_fill_in(site, soorten)
    with new_page(browser, accept_downloads=True) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: dialog.accept())
        for address in pages:
            for press in (False, True):
                page.goto(adres + address)
                tried += page.evaluate(TRY_ALL, press)
                page.wait_for_load_state()
                kept, other = page.evaluate(KEPT)
                keys |= set(kept)
                wrong += [f"/{address} keeps {one}" for one in other]
        page.goto(adres + "meewerken/formulier/")  # this one asks for a route first
        open_route(page)
        change(page, "leerlingen", soort="waarde", waarde="4321", schooljaar="2025-2026")
        keys |= set(page.evaluate(KEPT)[0])
        cookies = page.context.cookies()
    assert not wrong, "\n".join(wrong)
    assert tried > 50
    assert not [key for key in keys if key_of(key) is None]
    assert {key_of(key) for key in keys} == set(documented()), "a documented key was not seen to be kept"
    assert cookies == []
    assert {urlsplit(url).netloc for url in asked if not url.startswith(("blob:", "data:"))} == {urlsplit(adres).netloc}


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
