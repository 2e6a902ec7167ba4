"""What a reader of the stappenplan may expect: on every page the same road, and under every point who says so."""

import re
from itertools import pairwise

import pytest

from macros.kennisbank import DATA, kennisbank
from tests.builders import a_route, a_step, page, unknown

WETTEN = ("wvo-2020", "web-2026")
ARTIKEL = re.compile(r"artikel(en)? \d+\.\d+")
GETAL = r"(\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|enkele|paar|anderhalve?)"
DUUR = re.compile(GETAL + r" (dag|dagen|week|weken|maand|maanden)\b", re.IGNORECASE)
TEMPO = re.compile(r"doorlooptijd|(stap|plan|voorbereiding|ontwikkelen) (duurt|kost|vraagt) " + GETAL, re.IGNORECASE)


@pytest.fixture(scope="module")
def kb():
    return kennisbank(DATA)


@pytest.fixture(scope="module")
def stappen(kb):
    """The real steps in their order, each with its page."""
    return [(stap, page("stap", stap.id, kb=kb)) for stap in kb.stappen_op_volgorde()]


@pytest.fixture(scope="module")
def bladen(stappen):
    return [pagina for _, pagina in stappen]


@pytest.fixture(scope="module")
def plan(kb):
    return page("stappenplan", kb=kb)


def lijst(pagina):
    return pagina.select_one("nav ol").select("a")


def namen(links):
    return [link.get_text(strip=True) for link in links]


def verder(pagina):
    return [p.get_text(" ", strip=True) for p in pagina.select_one(".kb-verder").select("p")]


VOLGORDE = ["zoek-partners", "maak-een-plan", "aan-de-slag"]


def drie():
    """Three steps, in an order that is neither that of the alphabet nor that of the files."""
    return [a_step("Zoek partners", 1), a_step("Aan de slag", 3), a_step("Maak een plan", 2)]


def wetspunten(pagina):
    return pagina.select('[id$="-wet"] + ul > li')


def bron(punt):
    """The id of the source under a point."""
    return punt.select_one(".kb-bron a")["href"].split("#")[1]


# A small plan


def test_title_and_links_hold_the_number_in_words():
    pagina = page("stap", "maak-een-plan", stappen=drie())
    assert pagina.h1.text == "Stap 2: Maak een plan"
    assert namen(lijst(pagina)) == ["Stap 1: Zoek partners", "Stap 2: Maak een plan", "Stap 3: Aan de slag"]


def test_the_list_is_on_every_step_and_only_the_page_itself_is_the_current_step():
    for nummer, kenmerk in enumerate(VOLGORDE):
        links = lijst(page("stap", kenmerk, stappen=drie()))
        assert [link["href"] for link in links] == [f"../../stappenplan/{n}/" for n in VOLGORDE]
        assert [link.get("aria-current") == "step" for link in links] == [n == nummer for n in range(3)]


@pytest.mark.parametrize(
    ("kenmerk", "verwacht"),
    [
        ("zoek-partners", ["Volgende: Stap 2: Maak een plan"]),
        ("maak-een-plan", ["Vorige: Stap 1: Zoek partners", "Volgende: Stap 3: Aan de slag"]),
        ("aan-de-slag", ["Vorige: Stap 2: Maak een plan"]),
    ],
)
def test_previous_and_next_follow_the_order(kenmerk, verwacht):
    assert verder(page("stap", kenmerk, stappen=drie())) == verwacht


def test_other_numbers_in_the_data_are_another_order_on_every_page():
    anders = [a_step("Zoek partners", 3), a_step("Aan de slag", 1), a_step("Maak een plan", 2)]
    verwacht = ["Stap 1: Aan de slag", "Stap 2: Maak een plan", "Stap 3: Zoek partners"]
    pagina = page("stap", "maak-een-plan", stappen=anders)
    assert namen(page("stappenplan", stappen=anders).select("h2 a")) == verwacht
    assert namen(lijst(pagina)) == verwacht
    assert verder(pagina) == ["Vorige: Stap 1: Aan de slag", "Volgende: Stap 3: Zoek partners"]


def test_an_example_is_what_the_route_says_with_its_own_source_and_a_link():
    route = a_route(lessen={"mentor": {"waarde": "De mentor komt van het vmbo.", "plaats": "bladzijde 12"}})
    stap = a_step(voorbeelden=[{"route": "voorbeeld", "veld": "lessen.mentor"}])
    rij = page("stap", routes=[route], stappen=[stap]).select_one("dl > div")
    assert rij.dd.p.text == "De mentor komt van het vmbo."
    assert "bladzijde 12" in rij.select_one("dd .kb-bron").text
    assert (rij.dt.a.text, rij.dt.a["href"]) == ("Voorbeeldroute", "../../leerroutes/voorbeeld/")
    assert rij["data-herkomst"] == "data/routes/voorbeeld.yml#lessen.mentor"


def test_a_step_that_leads_back_says_so_on_the_page_with_all_steps():
    stappen = [a_step("Kies doelen"), a_step("Begin", 2, terug_naar="kies-doelen")]
    terug = [li.select_one(".kb-weg-terug") for li in page("stappenplan", stappen=stappen).select(".kb-weg-stap")]
    assert terug[0] is None
    assert "Stap 1: Kies doelen" in terug[1].text


def test_a_point_names_its_own_source_and_otherwise_that_of_the_step():
    punten = [{"tekst": "Eigen plaats.", "plaats": "bladzijde 9"}, {"tekst": "Zonder plaats."}]
    regels = page("stap", stappen=[a_step(vragen=punten)]).select("#bepaal-het-doel-vragen + ul .kb-bron")
    assert [("bladzijde 9" in r.text, "paragraaf 1" in r.text) for r in regels] == [(True, False), (False, True)]


def test_what_is_not_known_says_why():
    assert "De school beslist nog." in page("stap", stappen=[a_step(resultaat=unknown("De school beslist nog."))]).text


def test_text_of_an_editor_cannot_break_the_page():
    # `make check` refuses markup; the page escapes it all the same
    pagina = page("stap", stappen=[a_step(vragen=[{"tekst": "Wat is &lt;b&gt; & < 25?"}])])
    assert "Wat is &lt;b&gt; & < 25?" in pagina.text


# The real plan


def test_eight_steps_with_the_titles_of_the_flyer(stappen, plan):
    titels = [f"Stap {nummer}: {stap.titel_in_bron}" for nummer, (stap, _) in enumerate(stappen, 1)]
    assert len(titels) == 8
    assert [pagina.h1.text for _, pagina in stappen] == titels
    assert namen(plan.select("h2 a")) == titels


def test_every_step_has_the_same_list_with_itself_as_the_current_one(stappen):
    eerste = [link["href"] for link in lijst(stappen[0][1])]
    for stap, pagina in stappen:
        assert [link["href"] for link in lijst(pagina)] == eerste
        (hier,) = pagina.select('[aria-current="step"]')
        assert hier.text == f"Stap {stap.volgorde}: {stap.naam}"


def test_previous_and_next_make_one_chain(bladen):
    assert len(verder(bladen[0])) == len(verder(bladen[-1])) == 1
    for eerder, later in pairwise(bladen):
        assert verder(eerder)[-1] == f"Volgende: {later.h1.text}"
        assert verder(later)[0] == f"Vorige: {eerder.h1.text}"


def test_every_point_has_a_source_line(bladen, plan):
    for pagina in (*bladen, plan):
        punten = pagina.select(".kb-punten > li")
        assert len(punten) >= 15
        assert [punt.text for punt in punten if not punt.select_one(".kb-bron a[href*='bronnen/#']")] == []


def test_no_heading_stands_above_an_empty_list(bladen, plan):
    for pagina in (*bladen, plan):
        assert [deel for deel in pagina.select("ul, ol, dl") if not deel.find(["li", "dt"])] == []


def test_the_examples_say_what_the_page_of_the_route_says(kb, stappen):
    routes = {}
    for stap, pagina in stappen:
        voorbeelden = [v for deel in (stap, *stap.onderdelen) for v in deel.voorbeelden]
        rijen = pagina.select("dl > div[data-herkomst^='data/routes/']")
        assert voorbeelden
        assert [rij["data-herkomst"] for rij in rijen] == [f"data/routes/{v.route}.yml#{v.veld}" for v in voorbeelden]
        for voorbeeld, rij in zip(voorbeelden, rijen, strict=True):
            assert rij.dt.a["href"] == f"../../leerroutes/{voorbeeld.route}/"
            if voorbeeld.route not in routes:
                routes[voorbeeld.route] = page("route", voorbeeld.route, kb=kb)
            daar = routes[voorbeeld.route].select(f"[data-herkomst='{rij['data-herkomst']}']")
            hier = rij.dd.find(["p", "ul"]).get_text(" ", strip=True)
            assert any(hier in plek.get_text(" ", strip=True) for plek in daar), rij["data-herkomst"]


def test_the_two_parts_without_a_title_in_the_source_stand_in_step_5_and_8(stappen):
    delen = {stap.volgorde: namen(pagina.select(".kb-deelstap h2")) for stap, pagina in stappen}
    assert {nummer: deel for nummer, deel in delen.items() if deel} == {
        5: ["Examenregeling"],
        8: ["Monitor en evaluatie"],
    }


def test_the_last_step_leads_back_to_the_goals(plan):
    (terug,) = plan.select(".kb-weg > li:last-child .kb-weg-terug")
    assert "terug naar Stap 4: Formuleer visie en doelstellingen" in terug.text


def test_what_the_law_says_names_its_article_and_is_no_legal_advice(bladen):
    for pagina in bladen:
        uit_de_wet = [punt for punt in wetspunten(pagina) if bron(punt) in WETTEN]
        assert uit_de_wet
        assert [punt.text for punt in uit_de_wet if not ARTIKEL.search(punt.select_one(".kb-bron").text)] == []
        for kop in pagina.select('[id$="-wet"]'):
            assert "geen juridisch advies" in kop.find_next("ul").find_next_sibling("p").text


def test_a_source_beside_the_law_is_rare_where_the_law_is_told(bladen):
    # DUO and the helpdesk of the ministry explain the law; they are no law
    bronnen = [bron(punt) for pagina in bladen for punt in wetspunten(pagina)]
    anders = [kenmerk for kenmerk in bronnen if kenmerk not in WETTEN]
    assert set(anders) <= {"duo-melden", "sterkberoepsonderwijs-melden"}
    assert len(anders) < len(bronnen) / 10


def test_no_id_occurs_twice_on_a_page_and_every_section_has_its_heading(bladen, plan):
    for pagina in (*bladen, plan):
        ids = [element["id"] for element in pagina.select("[id]")]
        assert len(ids) == len(set(ids))
        assert {element["aria-labelledby"] for element in pagina.select("[aria-labelledby]")} <= set(ids)


def test_no_level_of_heading_is_skipped(bladen):
    for pagina in bladen:
        niveaus = [int(kop.name[1]) for kop in pagina.select("h1, h2, h3, h4")]
        assert niveaus.count(1) == 1
        assert all(later - eerder <= 1 for eerder, later in pairwise(niveaus))


def test_a_checklist_has_six_to_twelve_tasks(stappen):
    for stap, pagina in stappen:
        taken = pagina.select(".kb-checklist > li")
        assert 6 <= len(taken) <= 12
        assert [taak.text for taak in taken] == [taak.tekst for taak in stap.taken]


def test_the_plan_says_that_the_order_is_ours(plan):
    over = plan.select_one("#volgorde").parent.text
    assert "De volgorde is onze keuze." in over
    assert "Bewezen is dat niet." in over


def test_the_plan_does_not_say_how_long_it_takes(stappen, plan):
    # A period in an agreement that a source prints (a term of notice, a meeting every ten weeks) is no planning: it
    # stands in a point, with its source. Goals, tasks, results and the plan as a whole name none.
    for stap, pagina in stappen:
        eigen = [stap.doel.waarde, stap.resultaat.waarde, *(stap.waarom.waarde or []), *(t.tekst for t in stap.taken)]
        assert [tekst for tekst in eigen if DUUR.search(tekst)] == []
        zinnen = [punt for punt in pagina.select("li, p, dd") if DUUR.search(punt.text) or TEMPO.search(punt.text)]
        assert [zin.text for zin in zinnen if not (zin.select_one(".kb-bron") or zin.find_parent("dd"))] == []
        assert not TEMPO.search(pagina.text)
    assert not DUUR.search(plan.text)
    assert not TEMPO.search(plan.text)
