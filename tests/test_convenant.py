"""The goals of the convenant: counted from confirmed routes only, with the rule beside the number."""

import pytest

from macros.kennisbank import kennisbank
from tests.builders import a_route, a_school, page

BEVESTIGD = {
    "actualiteit": "bevestigd",
    "bevestigd_door_aanbieder_op": "2026-11-01",
    "schooljaar": "2026-2027",
    "in_verkenning": "later",
}


def doel(pagina, naam):
    return " ".join(next(rij for rij in pagina.select(".kb-rij") if rij.dt.get_text() == naam).dd.get_text(" ").split())


def test_without_a_confirmed_route_the_number_now_is_not_known():
    tekst = doel(page("convenant"), "Vmbo-basis naar niveau 2")
    assert "Op 1 januari 2024: 4 van de 24 scholen. Doel: 12 ." in tekst
    assert "Stand nu Nog niet bekend." in tekst
    assert "Zo tellen wij: Elke school telt een keer." in tekst


def test_a_confirmed_route_moves_the_counter_and_a_school_counts_once():
    routes = [a_route(naam="Zorg", **BEVESTIGD), a_route(naam="Bouw", **BEVESTIGD)]
    tekst = doel(page("convenant", routes=routes), "Vmbo-basis naar niveau 2")
    assert "Stand nu 1, geteld in bevestigde routes" in tekst
    routes = [*routes, a_route(naam="Groen", school="west", **BEVESTIGD)]
    tekst = doel(
        page("convenant", routes=routes, scholen=[a_school(), a_school(naam="West")]), "Vmbo-basis naar niveau 2"
    )
    assert "Stand nu 2, geteld" in tekst


@pytest.mark.parametrize(
    "anders",
    [
        {"schooljaar": "2020-2021"},
        {"actualiteit": "niet-bevestigd", "bevestigd_door_aanbieder_op": {"onbekend": "Niet gevraagd."}},
        {"leerwegen": ["kader"], "mbo_niveau": [3], "opleidingen": []},
    ],
)
def test_an_old_an_unconfirmed_or_another_route_does_not_count(anders):
    tekst = doel(page("convenant", routes=[a_route(**{**BEVESTIGD, **anders})]), "Vmbo-basis naar niveau 2")
    assert "Nog niet bekend" in tekst


def test_a_goal_without_a_number_says_why_it_is_not_counted():
    tekst = doel(page("convenant"), "Pro")
    assert "Stand nu Niet bekend. Zo tellen wij: Dit kunnen wij niet tellen." in tekst


def test_the_ten_agreements_and_the_three_focus_areas_are_told():
    kb = kennisbank()
    nummers = [afspraak.nummer for lijn in kb.convenant.lijnen for afspraak in lijn.afspraken]
    assert nummers == list(range(1, 11))
    assert kb.convenant.gebieden == ["nieuw-west", "zuidoost", "noord"]
    assert [(d.id, d.doel) for d in kb.convenant.doelen if d.doel] == [("vmbo-b", 12), ("vmbo-k", 3), ("vmbo-t", 4)]
