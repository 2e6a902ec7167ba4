"""The map and its list: the same routes, every school in its own area, empty areas shown."""

import json

import pytest
from shapely import Point

from macros.export_kaart import script
from macros.kaart import kaart
from macros.kennisbank import kennisbank
from macros.omtrek import vlak
from macros.plattegrond import klasse, locaties, op_kaart, tekening
from tests.builders import VANDAAG, a_route, a_school, a_stadsdeel, kennis, page, unknown

KB = kennisbank()


def test_every_area_is_in_the_list_the_empty_ones_too():
    html = page("kaart", stadsdelen=[a_stadsdeel(), a_stadsdeel(naam="West")])
    tellingen = {
        deel.h3.get_text(): deel.select_one("[data-telling]").get_text() for deel in html.select("[data-gebied]")
    }
    assert tellingen == {"Noord": "1 route", "West": "geen route"}


def test_a_route_without_a_school_and_a_school_without_a_place_stand_in_the_list_apart():
    weg = {"breedtegraad": unknown("Niet gevonden."), "lengtegraad": unknown("Niet gevonden.")}
    school = a_school(stadsdeel=unknown("Niet gevonden."), precisie="onbekend", **weg)
    routes = [a_route(), a_route(naam="Overal", school=unknown("Meer scholen."))]
    html = page("kaart", routes=routes, scholen=[school])
    zonder = html.select_one(".kb-kaart-zonder")
    assert {a.get_text() for a in zonder.select("[data-route] a")} == {"Voorbeeldroute", "Overal"}
    assert not zonder.select("[data-toon]")
    assert not html.select("circle.kb-stip-school:not(.kb-legenda *)")


def test_the_number_in_an_area_is_text_and_its_class_follows_from_it():
    html = page("kaart", routes=[a_route(), a_route(naam="Bouw")])
    assert html.select_one("text.kb-nummer").get_text() == "2"
    assert html.select_one("#kaart-tekening path")["class"] == ["kb-gebied", "kb-klasse-2"]
    assert [klasse(n) for n in (0, 1, 2, 3, 4, 40)] == [0, 1, 2, 2, 3, 3]


def test_the_legend_names_the_numbers():
    regels = [li.get_text(strip=True) for li in page("kaart").select(".kb-legenda li")]
    assert regels == [
        "geen route",
        "1 route",
        "2 tot en met 3 routes",
        "4 of meer routes",
        "vmbo-school",
        "mbo-locatie",
    ]


def test_the_small_picture_shows_the_school_of_a_route():
    html = page("route")
    assert len(html.select("svg.kb-plattegrond circle.kb-gekozen")) == 1
    assert "Voorbeeldschool" in html.select_one("svg.kb-plattegrond")["aria-label"]


def test_the_script_of_the_map_is_the_same_every_time_and_asks_nobody():
    kb = kennis()
    een, ander = script(kb), script(kb)
    assert een == ander
    assert "http" not in een
    assert "Kaart groter" in een


def test_a_name_with_code_in_it_stays_text_on_the_map():
    naam = '"); alert(1); ("'
    kb = kennis(scholen=[a_school(naam=naam, id="voorbeeldschool")])
    assert script(kb).count("alert(1)") == script(kb).count(json.dumps(naam)) == 1


# --- the real places


@pytest.mark.parametrize("kenmerk", [s.id for s in KB.scholen.values() if op_kaart(s)])
def test_every_school_lies_in_its_own_area(kenmerk):
    school = KB.scholen[kenmerk]
    punt = Point(school.lengtegraad.waarde, school.breedtegraad.waarde)
    gevonden = [gebied.id for gebied in KB.stadsdelen.values() if vlak(gebied).contains(punt)]
    assert gevonden == [school.stadsdeel.waarde]


def test_every_mbo_location_lies_in_amsterdam():
    plekken = [plek for _, _, plek, _ in locaties(KB)]
    assert plekken
    for plek in plekken:
        assert any(
            vlak(gebied).contains(Point(plek.lengtegraad, plek.breedtegraad)) for gebied in KB.stadsdelen.values()
        )


def test_map_list_and_data_hold_the_same_routes():
    blad = kaart(KB, VANDAAG)
    in_lijst = {regel.route.adres for gebied in blad.gebieden for school in gebied.scholen for regel in school.routes}
    apart = {regel.route.adres for school in blad.zonder_plek for regel in school.routes}
    apart |= {regel.route.adres for regel in blad.zonder_school}
    assert not in_lijst & apart
    assert in_lijst | apart == {f"leerroutes/{kenmerk}/" for kenmerk in KB.routes}
    beeld = tekening(KB, "")
    assert sum(gebied.aantal for gebied in beeld.gebieden) == len(in_lijst)
    assert {stip.id for stip in beeld.stippen if stip.soort == "school"} == {
        school.id for gebied in blad.gebieden for school in gebied.scholen if school.op_kaart
    }
    assert {stip.id for stip in beeld.stippen if stip.soort == "mbo"} == {plek.id for plek in blad.mbo}
    assert {gebied.id for gebied in beeld.gebieden} == set(KB.stadsdelen)


def test_a_name_on_the_map_is_never_a_template():
    # folium takes its own output as a template; a name in it would be run at every build
    js = script(kennis(scholen=[a_school(id="voorbeeldschool", naam="School {{ 7919*6841 }} {% raw %}")]))
    assert '"title": "School {{ 7919*6841 }} {% raw %}"' in js
    assert "54173879" not in js
