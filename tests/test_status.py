"""The line that says how old the data are: the first thing a visitor reads about a route."""

from datetime import date

import pytest

from tests.builders import a_route, page

BEVESTIGD = {"actualiteit": "bevestigd", "bevestigd_door_aanbieder_op": "2026-11-21"}


@pytest.fixture
def regel():
    def _regel(vandaag=date(2026, 11, 21), **anders):
        html = page("route", routes=[a_route(**anders)], vandaag=vandaag)
        return " ".join(html.select_one(".kb-status").text.split())

    return _regel


@pytest.mark.parametrize("actualiteit", ["niet-bevestigd", "nooit-gestart", "beeindigd"])
def test_the_line_names_the_year_of_the_data(regel, actualiteit):
    assert "2020-2021" in regel(actualiteit=actualiteit)


def test_data_that_nobody_confirmed_say_so(regel):
    assert "niet bevestigd" in regel().lower()


def test_a_route_that_never_started_is_called_a_plan(regel):
    zin = regel(actualiteit="nooit-gestart")
    assert "nooit gestart" in zin.lower()
    assert "plan" in zin


def test_a_route_that_ended_says_so(regel):
    assert "bestaat niet meer" in regel(actualiteit="beeindigd")


def test_a_confirmed_route_gives_the_day(regel):
    zin = regel(**BEVESTIGD)
    assert "21 november 2026" in zin
    assert "ouder dan een jaar" not in zin


@pytest.mark.parametrize(("vandaag", "oud"), [(date(2027, 11, 21), False), (date(2027, 11, 22), True)])
def test_a_confirmation_of_more_than_a_year_ago_says_so(regel, vandaag, oud):
    assert ("bevestiging is ouder dan een jaar" in regel(vandaag, **BEVESTIGD)) is oud


@pytest.mark.parametrize(("vandaag", "oud"), [(date(2027, 11, 21), False), (date(2027, 11, 22), True)])
def test_a_check_of_more_than_a_year_ago_says_so(regel, vandaag, oud):
    zin = regel(vandaag)
    assert ("langer dan een jaar" in zin) is oud
    assert ("21 november 2026" in zin) is oud


def test_no_mark_of_the_sentence_is_left_unfilled(regel):
    for anders in ({}, BEVESTIGD, {"actualiteit": "beeindigd"}):
        assert "{" not in regel(date(2030, 1, 1), **anders)
