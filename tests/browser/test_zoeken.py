"""Search as somebody meets it: how well it finds, what a hit shows, and that it works by keyboard and at 320 px."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

import pytest

from macros.kennisbank import kennisbank
from tests.browser.harness import new_page
from tests.zoekmeting import VRAGEN, antwoorden, meting


@pytest.fixture(scope="module")
def answers(site):
    return antwoorden(site, [question["vraag"] for question in VRAGEN])


@pytest.mark.parametrize(("apart", "recall", "rank"), [(False, 0.93, 0.88), (True, 0.9, 0.8)])
def test_the_right_page_is_among_the_first_three(answers, apart, recall, rank):
    """A little below what was measured (tests/zoekmeting.md), so that a new page does not stop a publication."""
    chosen = [n for n, question in enumerate(VRAGEN) if question["apart"] == apart]
    found = meting([VRAGEN[n] for n in chosen], [answers["antwoorden"][n] for n in chosen])
    assert found[0] >= recall
    assert found[1] >= rank


def test_little_is_fetched_before_the_first_hit(answers):
    assert max(answers["bytes"]) <= 30_000


def test_an_old_name_or_spelling_of_a_school_leads_to_the_school(site):
    names = [(other.naam, school.id) for school in kennisbank().scholen.values() for other in school.andere_namen]
    assert ("Calvin", "calvijn-college") in names
    found = antwoorden(site, [name for name, _ in names])["antwoorden"]
    pairs = zip(names, found, strict=True)
    wrong = [f"{name}: {first[:3]}" for (name, school), first in pairs if f"scholen/{school}/" not in first[:3]]
    assert not wrong, "\n".join(wrong)


def search(page, adres, question):
    page.goto(f"{adres}zoeken/?q={quote_plus(question)}")
    page.locator("#zoek-status:not(:empty)").wait_for()


def test_a_hit_tells_its_kind_its_status_and_its_paper_and_marks_the_words(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "vakmanschapsroute")
        hit = page.locator("li[data-hit]", has=page.locator('a[href$="-vakmanschapsroute/"]')).first
        assert hit.locator(".kb-treffer-soort").inner_text() == "Leerroute"
        assert "Gegevens uit schooljaar" in hit.locator(".kb-treffer-status").inner_text()
        assert hit.get_by_role("link", name="Factsheet (pdf)").get_attribute("href").endswith(".pdf")
        hit.locator(".kb-treffer-tekst mark").first.wait_for()
        assert "vakmanschapsroute" in hit.locator("mark").first.inner_text().lower()
        search(page, adres, "lichte samenwerking")
        assert page.locator('li[data-hit] a[href$="/overeenkomst/lichte-samenwerking.docx"]').count() == 1


def test_the_explanation_of_a_term_stands_above_the_hits(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "wat is bpv")
        page.locator("#zoek-uitleg p:nth-child(2)").wait_for()
        box = page.locator("#zoek-uitleg")
        assert box.get_by_role("link").get_attribute("href").endswith("begrippen/#bpv")
        assert box.bounding_box()["y"] < page.locator("li[data-hit]").first.bounding_box()["y"]
        search(page, adres, "qqqq")
        assert not box.is_visible()


def test_one_kind_can_be_shown_alone(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "calvijn")
        all_ = page.locator("li[data-hit]").count()
        button = page.locator(".kb-zoek-soort", has_text="School (")
        button.click()
        kinds = set(page.locator(".kb-treffer-soort").all_inner_texts())
        assert kinds == {"School"}
        assert page.locator("li[data-hit]").count() < all_
        pressed = page.locator('.kb-zoek-soort[aria-pressed="true"]')
        assert pressed.inner_text().startswith("School")
        assert pressed.evaluate("e => e === document.activeElement")
        assert f"{page.locator('li[data-hit]').count()} " in page.get_by_role("status").inner_text() or "1 pagina" in (
            page.get_by_role("status").inner_text()
        )


def test_who_misspells_a_word_is_told_what_was_looked_for(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "medezegenschap")
        assert "medezegenschap → medezeggenschap" in page.get_by_role("status").inner_text()
        assert page.locator("li[data-hit]").count()


def test_a_word_is_not_cut_to_a_beginning_that_says_nothing(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "verpleegkunde")
        status = page.get_by_role("status").inner_text()
        assert "→" not in status
        assert page.locator("li[data-hit]").count() == 0
        assert page.locator("#zoek-wegen a").count() == 3
        search(page, adres, "schoolkosten")
        assert "schoolkosten → school + kosten" in page.get_by_role("status").inner_text()


def test_no_hit_offers_near_words_and_three_ways(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "berkof")
        near = page.locator("#zoek-nabij a", has_text="berkhoff")
        assert page.locator("#zoek-wegen a").evaluate_all("a => a.map((link) => link.pathname.split('/').at(-2))") == [
            "leerroutes",
            "stappenplan",
            "kaders",
        ]
        near.click()
        page.locator('li[data-hit] a[href$="/scholen/hubertus-berkhoff/"]').wait_for()
        search(page, adres, "qqqq")
        assert page.locator("#zoek-wegen a").count() == 3
        assert not page.locator("#zoek-nabij").is_visible()


# The names, short forms and parts of words that the commission itself asks for, each with a page that answers.
ASKED = [
    ("overeenkomst", "kaders/samenwerkingsovereenkomst/"),
    ("bpv", "begrippen/#bpv"),
    ("lob", "kaders/lob/"),
    ("swv", "begrippen/#swv"),
    ("mlo", "scholen/montessori-lyceum-oostpoort/"),
    ("mlo", "leerroutes/oostpoort-leerroutes/"),
    ("H&B", "leerroutes/hubertus-berkhoff-horeca/"),
    ("h en b", "scholen/hubertus-berkhoff/"),
    ("rocva", "begrippen/#rocva"),
    ("pta", "begrippen/#pta"),
    ("oer", "begrippen/#oer"),
    ("dlr", "kaders/doorlopende-leerroute/"),
    ("Calvin", "scholen/calvijn-college/"),
    ("Calvin", "leerroutes/calvijn-vakmanschapsroute/"),
    ("IJburg College", "scholen/montessori-lyceum-terra-nova/"),
    ("Wellant", "scholen/yuverta-amsterdam-west/"),
    ("ROC TOP", "leerroutes/altra-roc-top/"),
    ("stage", "begrippen/#bpv"),
    ("geld", "kaders/bekostiging-en-overdracht/"),
    ("zonder diploma", "kaders/geintegreerde-route/"),
    ("mag een mbo-docent lesgeven op het vmbo", "kaders/teambevoegdheid/"),
    ("geintegreerde leerroute", "begrippen/#geintegreerde-route"),
    ("samenwerkinsovereenkomts", "kaders/samenwerkingsovereenkomst/"),
    ("leerroute", "leerroutes/"),
    ("begrip", "begrippen/"),
]


def test_what_the_commission_asks_for_is_among_the_first_three(site):
    found = antwoorden(site, [question for question, _ in ASKED])["antwoorden"]
    assert [(q, page) for (q, page), hits in zip(ASKED, found, strict=True) if page not in hits[:3]] == []


@pytest.mark.parametrize(
    ("leerweg", "names"),
    [
        ("basis", ["basisberoeps", "basisberoepsgericht", "vmbo basisberoeps"]),
        ("kader", ["kaderberoeps", "kaderberoepsgericht", "kaderberoepsgerichte leerweg"]),
    ],
)
def test_a_leerweg_by_the_name_that_people_use_finds_its_routes(site, leerweg, names):
    routes = [
        route.id
        for route in kennisbank().routes.values()
        if any(leerweg in (reading.waarde or []) for reading in (route.leerwegen, *(route.leerwegen.waarden or [])))
    ]
    assert routes
    for name, hits in zip(names, antwoorden(site, names)["antwoorden"], strict=True):
        assert {f"leerroutes/{route}/" for route in routes} <= set(hits), name


@pytest.mark.parametrize("question", ["zorg basis", "basis zorg", "basisberoeps zorg"])
def test_a_route_with_both_words_comes_before_a_term_with_one_and_before_longer_words(site, question):
    hits = antwoorden(site, [question])["antwoorden"][0]
    assert hits[0] == "leerroutes/noorderlicht-zorg-en-welzijn/"
    assert not {"begrippen/#brin", "begrippen/#bron-register"} & set(hits)
    assert "begrippen/#bb" not in hits[:2]


def test_a_part_of_a_compound_finds_the_whole(site):
    hits = antwoorden(site, ["examen"])["antwoorden"][0]
    assert {"begrippen/#schoolexamen", "begrippen/#centraal-examen", "begrippen/#oer"} <= set(hits)


def test_the_explanation_also_stands_there_for_another_form_of_the_word_or_a_misspelt_one(browser, adres):
    with new_page(browser) as page:
        for question, term in [("stuurgroepen", "stuurgroep"), ("medezegenschap", "medezeggenschap")]:
            search(page, adres, question)
            page.locator("#zoek-uitleg a", has_text=term).wait_for()


def test_a_word_that_the_site_does_not_have_is_named_and_does_not_spoil_the_rest(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "xyzzyq docent")
        assert "Niet gevonden: xyzzyq." in page.get_by_role("status").inner_text()
        assert page.locator("li[data-hit]").count()


def test_a_hit_found_by_another_name_says_which(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "rooster")
        hit = page.locator("li[data-hit]", has=page.locator('a[href$="#lessentabel"]'))
        hit.locator("mark", has_text="rooster").first.wait_for()
        assert "Zoekwoord: rooster." in hit.inner_text()


def test_the_address_holds_the_kind_that_is_shown(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "calvijn")
        page.locator(".kb-zoek-soort", has_text="School (").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/zoeken/?q=calvijn&soort=School")
        page.reload()
        page.locator("#zoek-status:not(:empty)").wait_for()
        assert set(page.locator(".kb-treffer-soort").all_inner_texts()) == {"School"}
        page.locator(".kb-zoek-soort").first.click()
        page.wait_for_url("**/zoeken/?q=calvijn")


def test_the_count_is_of_all_hits_and_tells_how_many_are_shown(browser, adres):
    with new_page(browser) as page:
        search(page, adres, "school")
        all_ = int(re.search(r"\d+", page.locator(".kb-zoek-soort").first.inner_text())[0])
        shown = page.locator("li[data-hit]").count()
        assert all_ > shown
        assert f"{all_} pagina's gevonden" in page.get_by_role("status").inner_text()
        assert f"de eerste {shown}" in page.get_by_role("status").inner_text()


def test_who_has_no_index_is_told_and_keeps_the_list_of_all_pages(browser, adres):
    with new_page(browser) as page:
        page.route("**/zoeken/index.json", lambda route: route.abort())
        search(page, adres, "stage")
        assert "Zoeken lukt nu niet" in page.get_by_role("status").inner_text()
        assert page.locator("#zoek-alles").is_visible()


def test_hits_follow_the_typing_and_the_address_can_be_mailed(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "zoeken/")
        page.locator("#kb-zoek-pagina").focus()
        page.keyboard.type("stage")
        page.wait_for_url("**/zoeken/?q=stage")
        page.locator("li[data-hit]").first.wait_for()
        first = page.locator("li[data-hit] a").first
        first.focus()
        page.keyboard.press("Escape")
        assert page.locator("#kb-zoek-pagina").evaluate("e => e === document.activeElement")
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.locator("#zoek-alles").wait_for()
        assert not page.locator("#zoek-treffers").is_visible()


def test_it_fits_a_small_screen(browser, adres):
    with new_page(browser, 320, 640) as page:
        search(page, adres, "samenwerkingsovereenkomst")
        page.locator(".kb-treffer-tekst mark").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
