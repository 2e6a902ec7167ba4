"""What a director can choose routes by, counted from the data."""

import pytest

from macros.filters import FILTERS, filters, kenmerken
from macros.kennisbank import kennisbank
from tests.builders import a_route, a_school, conflict, kennis, page, unknown


def opties(kb, naam):
    filter_ = next(deel for deel in filters(kb) if deel.naam == naam)
    return {optie.label: optie.aantal for optie in filter_.opties}


def test_every_value_is_an_option_with_the_number_of_routes_that_have_it():
    kb = kennis(routes=[a_route(naam="Zorg"), a_route(naam="Bouw", leerwegen=["basis", "kader"], mbo_niveau=[2, 3])])
    assert opties(kb, "leerweg") == {"vmbo-basis": 2, "vmbo-kader": 1}
    assert opties(kb, "niveau") == {"mbo niveau 2": 2, "mbo niveau 3": 1}


def test_what_is_not_known_is_an_option_too_and_comes_last():
    kb = kennis(routes=[a_route(naam="Zorg", vmbo_diploma=unknown("Volgt.")), a_route(naam="Bouw")])
    assert list(opties(kb, "diploma")) == ["ja", "nog niet bekend"]


def test_a_route_on_which_sources_differ_is_found_under_both():
    leerwegen = conflict(
        {"waarde": ["basis"], "plaats": "tabel 1"}, {"waarde": ["basis", "kader"], "plaats": "tabel 2"}
    )
    kb = kennis(routes=[a_route(leerwegen=leerwegen, mbo_niveau=[2, 3])])
    assert opties(kb, "leerweg") == {"vmbo-basis": 1, "vmbo-kader": 1}


def test_the_area_and_the_board_are_those_of_the_school():
    kb = kennis(routes=[a_route(school="west")], scholen=[a_school(), a_school(naam="West")])
    assert kenmerken(kb, kb.routes["voorbeeld"])["stadsdeel"] == ["noord"]
    assert kenmerken(kb, kb.routes["voorbeeld"])["bestuur"] == ["voorbeeldbestuur"]


def test_every_row_carries_what_it_can_be_chosen_by():
    rij = page("leerroutes").select_one("tbody tr")
    assert {naam: rij[f"data-{naam}"] for naam in ("route", "leerweg", "actualiteit")} == {
        "route": "voorbeeld",
        "leerweg": "basis",
        "actualiteit": "niet-bevestigd",
    }
    assert all(rij[f"data-{naam}"] for naam in FILTERS)


def test_without_a_script_there_is_no_form_that_does_nothing():
    assert page("leerroutes").select_one("#filters").find_parent(class_="kb-met-script")


def test_a_direction_comes_from_an_opleiding_that_did_not_stop_or_from_what_the_source_names():
    weg = [{"opleiding": "zorg", "aangeboden": "nee"}]
    kb = kennis(
        routes=[a_route(naam="Weg", opleidingen=weg), a_route(naam="Bouw", opleidingen=[], richtingen=["techniek"])]
    )
    assert opties(kb, "richting") == {"techniek": 1, "nog niet bekend": 1}


# --- the real routes


def test_the_directions_are_those_that_a_source_names():
    kb = kennisbank()
    per_richting = {}
    for route in kb.routes.values():
        for richting in kenmerken(kb, route)["richting"]:
            per_richting.setdefault(richting, set()).add(route.id)
    assert per_richting["sport"] == {"ijburg-leerlab", "calvijn-vakmanschapsroute", "bindelmeer-vakmanschapsroute"}
    assert per_richting["media-en-ict"] == {"cburg-mbo-2", "mediacollege-media"}
    programmas = {f"{school}-praktijkgericht-programma" for school in ("noorderlicht", "zuiderlicht")}
    assert programmas <= per_richting["zorg-en-welzijn"]


@pytest.mark.parametrize("naam", FILTERS)
def test_no_real_route_falls_outside_a_filter(naam):
    kb = kennisbank()
    assert all(kenmerken(kb, route)[naam] for route in kb.routes.values())
    assert sum(opties(kb, naam).values()) >= len(kb.routes)


def test_the_phases_are_those_of_table_1():
    assert opties(kennisbank(), "fase") == {
        "eerste groep begonnen": 1,
        "in ontwikkeling": 6,
        "in opstart": 1,
        "nog niet bekend": 4,
        "tweede groep begonnen": 2,
        "vaste samenwerking": 4,
    }
