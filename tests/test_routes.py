"""What a visitor gets on the page of a route."""

from dataclasses import replace
from itertools import pairwise

import pytest

from macros.kennisbank import kennisbank
from tests.builders import a_route, conflict, kennis, page, unknown

VOL = {
    "start": {"fasen": [{"naam": "Proef", "van": 2008, "tot": "2014-2015"}]},
    "opbouw": [{"leerjaar": 3, "programma": "Oriënteren.", "docenten": unknown("Niet genoemd."), "stage": "Ja."}],
    "cohorten": [{"naam": "Groep 1", "gestart": 78, "door": 60, "naar_entree": 4}],
    "inschrijving": [{"leerjaar": 5, "vmbo": "niet-ingeschreven", "mbo": "bekostigd"}],
    "doelen": [
        {"naam": "Meer diploma's", "onderdelen": ["85 procent binnen drie jaar.", "Minder uitval."]},
        {"naam": "Minder dubbel", "onderdelen": ["Geen lesstof dubbel."]},
    ],
    "leerlingen": conflict({"waarde": 50, "plaats": "p. 1"}, {"waarde": 60, "plaats": "p. 2"}),
}


@pytest.fixture(params=["kort", "vol"])
def elke(request):
    """A route with the fewest fields, and one with tables, goals and a contradiction."""
    return page("route", routes=[a_route(**(VOL if request.param == "vol" else {}))])


@pytest.fixture
def vol():
    return page("route", routes=[a_route(**VOL)])


def test_the_status_is_the_first_thing_after_the_title(elke):
    assert elke.h1.find_next_sibling()["class"][0] == "kb-status"


def test_there_is_one_title_and_no_level_is_skipped(elke):
    niveaus = [int(kop.name[1]) for kop in elke.find_all(["h1", "h2", "h3", "h4"])]
    assert niveaus.count(1) == 1
    assert all(later - eerder <= 1 for eerder, later in pairwise(niveaus))


def test_every_value_names_the_file_and_field_it_comes_from(elke):
    waarden = [e for e in elke.select("dd, td, tbody th, ol > li") if not e.find_parents(["td", "dd"])]
    zonder = [e for e in waarden if not (e.get("data-herkomst") or e.find_parent(attrs={"data-herkomst": True}))]
    # the links to the fact sheets are no value
    assert [e for e in zonder if not e.find_parent(class_="kb-kern-factsheet")] == []
    assert all("#" in e["data-herkomst"] for e in elke.select("[data-herkomst]"))


def test_no_value_is_empty(elke):
    leeg = [e for e in elke.select("dd, td, th, li, p, h1, h2, dt") if not e.get_text(strip=True)]
    assert leeg == []


def test_every_table_can_be_read_aloud(vol):
    tabellen = vol.select("table")
    assert len(tabellen) >= 5
    for tabel in tabellen:
        assert tabel.caption.get_text(strip=True)
        assert {th.get("scope") for th in tabel.select("thead th")} == {"col"}
        for rij in tabel.select("tbody tr"):
            assert [th["scope"] for th in rij.find_all("th")] == ["row"]
            assert len(rij.find_all(["th", "td"])) == len(tabel.select("thead th"))


def test_every_link_on_the_page_leads_somewhere(elke):
    ids = [e["id"] for e in elke.select("[id]")]
    assert len(ids) == len(set(ids))
    sprongen = [a["href"][1:] for a in elke.select('a[href^="#"]')]
    assert sprongen
    assert set(sprongen) <= set(ids)
    benoemd = {e["aria-labelledby"] for e in elke.select("[aria-labelledby]")}
    assert benoemd <= set(ids)


def test_a_section_on_which_the_sources_are_silent_says_so():
    html = page("route", routes=[a_route()])
    assert "Geld" in html.text
    # a heading with nothing below it says nothing
    assert all(sectie.select("p, dl, table, ul, ol") for sectie in html.select("section"))


def test_a_section_with_one_known_fact_shows_the_others_as_unknown():
    sectie = page("route", routes=[a_route(geld={"model": "Gesloten beurzen."})]).select_one("#geld")
    assert "Gesloten beurzen." in sectie.text
    onbekend = " ".join(stuk.text for stuk in sectie.select(".kb-onbekend")).lower()
    assert "wie de bekostiging krijgt" in onbekend
    assert "verdeling in stappen" in onbekend


def test_goals_are_numbered_with_their_parts_lettered(vol):
    doelen = vol.select("#doelen ol > li > p > strong")
    assert [doel.text for doel in doelen] == ["Meer diploma's", "Minder dubbel"]
    onderdelen = vol.select("#doelen ol ol")
    assert [len(lijst.find_all("li")) for lijst in onderdelen] == [2, 1]


def test_shares_of_a_group_are_computed(vol):
    rij = vol.select_one("#uitkomsten tbody tr")
    cellen = {td["data-label"]: " ".join(td.text.split()) for td in rij.select("td")}
    assert cellen["Begonnen"].startswith("78 ")
    assert cellen["Doorgegaan"] == "60 (76,9 %)"
    assert cellen["Naar een entreeopleiding"] == "4 (5,1 %)"


def test_a_group_that_nobody_joined_has_no_shares():
    cohorten = [{"naam": "Groep", "gestart": 0, "door": 0}]
    rij = page("route", routes=[a_route(cohorten=cohorten)]).select_one("#uitkomsten tbody tr")
    assert rij.select_one('[data-label="Doorgegaan"]').get_text(strip=True) == "0"


def test_from_and_to_are_our_choice_where_sources_differ():
    leerwegen = conflict({"waarde": ["kader"], "plaats": "p. 1"}, {"waarde": ["basis"], "plaats": "p. 2"}, keuze=2)
    html = page("route", routes=[a_route(leerwegen=leerwegen)])
    kern = html.select_one('dl [data-herkomst="data/routes/voorbeeld.yml#leerwegen"]')
    assert "vmbo-basis" in kern.text.lower()
    assert "vmbo-kader" not in kern.text.lower()


def test_an_opleiding_that_stopped_says_so():
    opleidingen = [{"opleiding": "zorg", "aangeboden": "nee", "toelichting": "Te weinig leerlingen."}]
    tabel = page("route", routes=[a_route(opleidingen=opleidingen)]).select_one("#opleidingen table")
    assert "Gestopt. Te weinig leerlingen." in " ".join(tabel.text.split())


def test_the_sources_and_the_day_of_the_check_stand_on_the_page(elke):
    bronnen = elke.select_one("#bronnen")
    assert "bijlage 1" in bronnen.text
    assert "21 november 2026" in bronnen.text


LETTERLIJK = "Zorg < 18 & {{7*7}} {% raw %} \"&amp;\" '*x*' [a](b) `c`"


@pytest.mark.parametrize("veld", ["naam", "vangnet", "ambities", "leerlingen"])
def test_what_an_editor_writes_appears_as_written(veld):
    anders = {
        "naam": {"naam": LETTERLIJK, "id": "voorbeeld"},
        "vangnet": {"vangnet": LETTERLIJK},
        "ambities": {"ambities": [LETTERLIJK]},
        "leerlingen": {"leerlingen": unknown(LETTERLIJK)},
    }[veld]
    html = page("route", routes=[a_route(**anders)])
    plek = html.h1 if veld == "naam" else html.select_one(f'section [data-herkomst$="#{veld}"]')
    assert LETTERLIJK in plek.text
    assert "49" not in plek.text


def test_markup_that_got_past_the_check_appears_as_text():
    # the check refuses markup; the page escapes it all the same
    kb = kennis()
    route = kb.routes["voorbeeld"].model_copy(update={"naam": "<b>&</b> <script>alert(1)</script> {{7*7}}"})
    html = page("route", kb=replace(kb, routes={"voorbeeld": route}))
    assert html.h1.text == "<b>&</b> <script>alert(1)</script> {{7*7}}"
    assert not html.select("b, script")


def test_the_block_is_safe_inside_markdown(elke):
    # a blank line or an indented line would become a paragraph or a code block
    regels = str(elke).split("\n")
    assert all(regel.strip() and regel == regel.lstrip() for regel in regels)


@pytest.fixture(scope="module")
def echt():
    return kennisbank()


def test_the_goals_of_the_calvijn_are_numbered(echt):
    html = page("route", "calvijn-vakmanschapsroute", kb=echt)
    assert len(html.select("#doelen ol > li > p > strong")) == 5
    assert all(lijst.find_all("li") for lijst in html.select("#doelen ol ol"))


def test_the_page_of_every_real_route_is_whole(echt):
    for kenmerk in echt.routes:
        html = page("route", kenmerk, kb=echt)
        assert html.h1.find_next_sibling()["class"][0] == "kb-status", kenmerk
        leeg = [e for e in html.select("dd, td, th, li, dt") if not e.get_text(strip=True)]
        assert leeg == [], kenmerk
