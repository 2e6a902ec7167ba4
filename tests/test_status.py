"""The line that says how old the data are: the first thing a visitor reads about a route."""

from datetime import date

import pytest

from tests.builders import a_route, page

BEVESTIGD = {"actualiteit": "bevestigd", "bevestigd_door_aanbieder_op": "2026-11-21"}
# sentences of our own, so that who rewords those of the site changes nothing here
ZINNEN = {
    "bevestigd": "Bevestigd op {bevestigd_op}, over {schooljaar}.",
    "niet-bevestigd": "Niet bevestigd, over {schooljaar}.",
    "nooit-gestart": "Een plan, over {schooljaar}.",
    "beeindigd": "Bestaat niet meer, over {schooljaar}.",
    "lang-niet-bevestigd": "Lang geleden bevestigd.",
    "lang-niet-gecontroleerd": "Lang geleden bekeken, op {gecontroleerd_op}.",
}


@pytest.fixture
def regel():
    """What follows the word of the status."""

    def _regel(vandaag=date(2026, 11, 21), weergave=None, **anders):
        html = page("route", routes=[a_route(**anders)], vandaag=vandaag, weergave=weergave or {"status": ZINNEN})
        woord, *zin = html.select_one(".kb-status").stripped_strings
        assert woord
        return " ".join(" ".join(zin).split())

    return _regel


@pytest.mark.parametrize(
    ("actualiteit", "zin"),
    [
        ("niet-bevestigd", "Niet bevestigd, over 2020-2021."),
        ("nooit-gestart", "Een plan, over 2020-2021."),
        ("beeindigd", "Bestaat niet meer, over 2020-2021."),
    ],
)
def test_the_line_says_what_holds_and_of_which_year(regel, actualiteit, zin):
    assert regel(actualiteit=actualiteit) == zin


def test_a_confirmed_route_gives_the_day(regel):
    assert regel(**BEVESTIGD) == "Bevestigd op 21 november 2026, over 2020-2021."


@pytest.mark.parametrize(("vandaag", "oud"), [(date(2027, 11, 21), False), (date(2027, 11, 22), True)])
def test_a_confirmation_of_more_than_a_year_ago_says_so(regel, vandaag, oud):
    assert ("Lang geleden bevestigd." in regel(vandaag, **BEVESTIGD)) is oud


@pytest.mark.parametrize(("vandaag", "oud"), [(date(2027, 11, 21), False), (date(2027, 11, 22), True)])
def test_a_check_of_more_than_a_year_ago_says_so(regel, vandaag, oud):
    assert ("Lang geleden bekeken, op 21 november 2026." in regel(vandaag)) is oud


def test_a_route_that_nobody_confirmed_is_not_said_to_be_confirmed_long_ago(regel):
    assert "Lang geleden bevestigd." not in regel(date(2030, 1, 1))


def test_a_sentence_of_the_site_cannot_reach_into_the_code(regel):
    assert regel(weergave={"status": {"niet-bevestigd": "{schooljaar.__class__} {0}"}}) == "{schooljaar.__class__} {0}"


@pytest.mark.parametrize("anders", [{}, BEVESTIGD, {"actualiteit": "beeindigd"}, {"actualiteit": "nooit-gestart"}])
def test_the_real_sentences_name_the_year_and_leave_no_mark_unfilled(regel, anders):
    zin = regel(date(2030, 1, 1), weergave={"status": {}}, **anders)
    assert "2020-2021" in zin
    assert "{" not in zin
