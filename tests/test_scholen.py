"""Schools and areas: the page of each, and the list of all. An area without a route says so."""

import pytest

from macros.filters import filters
from macros.kennisbank import kennisbank
from tests.builders import a_route, a_school, a_stadsdeel, page, unknown

TWEE = {"routes": [a_route(naam="Zorg"), a_route(naam="Bouw")]}
GEBIEDEN = {"stadsdelen": [a_stadsdeel(), a_stadsdeel(naam="Centrum")]}


def tekst(element):
    return " ".join(element.text.split())


def adressen(html):
    return [a["href"] for a in html.select("li a")]


def test_a_school_counts_and_names_its_routes():
    html = page("school", **TWEE)
    assert "2 doorlopende leerroutes" in tekst(html)
    assert adressen(html) == ["../../leerroutes/bouw/", "../../leerroutes/zorg/"]


def test_a_school_without_a_route_says_so():
    html = page("school", "west", scholen=[a_school(), a_school(naam="West")])
    assert "geen route" in tekst(html)
    assert adressen(html) == []


def test_a_school_that_takes_part_in_the_route_of_another_says_so():
    west = {"routes": [a_route(andere_scholen=["west"])], "scholen": [a_school(), a_school(naam="West")]}
    html = page("school", "west", **west)
    assert "geen route" not in tekst(html)
    assert "Zij doet mee aan 1 route van een andere school." in tekst(html)
    assert "Doet mee aan" in [kop.text for kop in html.select("h3")]
    assert adressen(html) == ["../../leerroutes/voorbeeld/"]
    assert any("doet mee aan 1 route van een andere school" in tekst(li) for li in page("scholen", **west).select("li"))


def test_every_value_of_a_school_names_its_file_and_is_not_empty():
    html = page("school", scholen=[a_school(website=unknown("Wij vonden geen website."))])
    assert "Wij vonden geen website." in tekst(html.select_one(".kb-onbekend"))
    rijen = html.select("dd")
    assert all(rij.get_text(strip=True) for rij in rijen)
    assert all(rij.parent["data-herkomst"].startswith("data/scholen/voorbeeldschool.yml#") for rij in rijen)


def test_a_website_opens_safely():
    html = page("school", scholen=[a_school(website="https://www.example.nl/")])
    link = html.select_one('a[href="https://www.example.nl/"]')
    assert {"noopener", "noreferrer"} <= set(link["rel"])


def test_a_school_can_be_found_under_its_other_names():
    namen = [{"naam": "Oude naam", "toelichting": "Vroegere naam."}]
    html = page("school", scholen=[a_school(andere_namen=namen)])
    assert "Oude naam: Vroegere naam." in tekst(html)


def test_coordinates_say_how_precise_they_are():
    assert "het adres zelf" in tekst(page("school"))
    assert "straat" in tekst(page("school", scholen=[a_school(precisie="postcode6")]))


def test_an_area_counts_its_routes_and_schools():
    html = page("stadsdeel", **TWEE)
    assert "2 routes op 1 school" in tekst(html)
    assert "../../leerroutes/zorg/" in adressen(html)
    assert "../../scholen/voorbeeldschool/" in adressen(html)


def test_an_empty_area_says_so():
    html = page("stadsdeel", "centrum", **GEBIEDEN)
    assert "geen route" in tekst(html)
    assert html.h1.get_text(strip=True) == "Stadsdeel Centrum"
    assert adressen(html) == []


def test_an_area_with_a_school_but_no_route_still_shows_the_school():
    html = page(
        "stadsdeel",
        routes=[a_route(school="west")],
        scholen=[a_school(), a_school(naam="West", stadsdeel="centrum")],
        **GEBIEDEN,
        kenmerk="noord",
    )
    assert "geen route" in tekst(html)
    assert adressen(html) == ["../../scholen/voorbeeldschool/"]


def test_the_list_has_every_school_and_every_area():
    html = page("scholen", **TWEE, **GEBIEDEN)
    assert adressen(html) == [
        "../scholen/voorbeeldschool/", "../stadsdelen/centrum/", "../stadsdelen/noord/",
    ]  # fmt: skip
    school, centrum, noord = html.select("li")
    assert "2 routes" in tekst(school)
    assert "geen route" in tekst(centrum)
    assert "2 routes" in tekst(noord)


def test_a_school_of_which_the_area_is_unknown_says_so():
    html = page("scholen", scholen=[a_school(stadsdeel=unknown("Nog niet opgezocht."))])
    assert "onbekend" in tekst(html.li)


def test_what_is_said_of_a_link_names_the_status_of_the_route():
    html = page("school", weergave={"waarden": {"niet-bevestigd": "Niet bevestigd"}})
    assert "Niet bevestigd" in tekst(html.select_one("li"))


def test_text_of_an_editor_appears_as_written():
    naam = "Oost < 18 & {{7*7}}"
    html = page("school", scholen=[a_school(naam=naam, id="voorbeeldschool")])
    assert html.h1.text == naam


@pytest.fixture(scope="module")
def echt():
    return kennisbank()


def test_every_real_school_and_area_has_a_page(echt):
    for naam, familie in (("school", echt.scholen), ("stadsdeel", echt.stadsdelen)):
        for kenmerk in familie:
            html = page(naam, kenmerk, kb=echt)
            assert html.h1.get_text(strip=True), kenmerk
            assert [e for e in html.select("dd, li, p") if not e.get_text(strip=True)] == [], kenmerk


def test_a_school_counts_as_many_routes_as_the_filter(echt):
    school = next(deel for deel in filters(echt) if deel.naam == "school")
    telling = {optie.waarde: optie.aantal for optie in school.opties}
    for kenmerk in echt.scholen:
        html = page("school", kenmerk, kb=echt)
        assert len(html.select('li a[href*="/leerroutes/"]')) == telling.get(kenmerk, 0), kenmerk


def test_the_nine_areas_of_amsterdam_are_there(echt):
    assert len(page("scholen", kb=echt).select('a[href*="stadsdelen/"]')) == 9
