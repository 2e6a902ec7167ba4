"""The terms: what they mean, and their explanation at the first use on a page."""

import pytest

from macros.kennisbank import kennisbank
from macros.woorden import Woorden
from tests.builders import a_lesson, a_term, kennis, page


def delen(tekst, **begrip):
    woorden = Woorden(kennis(begrippen=[a_term(**begrip)]))
    return [(deel.tekst, deel.begrip) for deel in woorden.delen(tekst)]


def test_a_term_is_explained_at_its_first_use_and_not_again():
    woorden = Woorden(kennis())
    assert [(d.tekst, d.begrip) for d in woorden.delen("De bpv is kort; bpv telt mee.")] == [
        ("De ", ""),
        ("bpv", "bpv"),
        (" is kort; bpv telt mee.", ""),
    ]
    assert [(d.tekst, d.begrip) for d in woorden.delen("Weer bpv.")] == [("Weer bpv.", "")]


@pytest.mark.parametrize("tekst", ["Een bpv-overeenkomst.", "De obpv.", "Geen woord.", "niet-bpv"])
def test_a_part_of_a_word_is_no_term(tekst):
    assert delen(tekst) == [(tekst, "")]


def test_other_forms_are_the_same_term_and_the_longest_wins():
    assert delen("Zoek een bpv-plek.") == [("Zoek een ", ""), ("bpv-plek", "bpv"), (".", "")]


@pytest.mark.parametrize(("naam", "tekst", "raak"), [("bpv", "Bpv telt.", True), ("BRON", "De bron is nieuw.", False)])
def test_a_form_with_capitals_is_met_exactly_and_another_in_any_case(naam, tekst, raak):
    assert any(begrip for _, begrip in delen(tekst, naam=naam, vormen=[])) is raak


def test_the_explanation_opens_at_the_word_without_a_script_and_stands_below_for_paper():
    les = a_lesson(punten=[{"tekst": "Begin de bpv op tijd."}])
    pagina = page("lessen", lessen=[les], woorden=True)
    knop = pagina.select_one("button.kb-woord")
    uitleg = pagina.find(id=knop["popovertarget"])
    assert knop["type"] == "button"
    assert uitleg.has_attr("popover")
    assert "Leren in een leerbedrijf." in uitleg.get_text()
    assert uitleg.a["href"].endswith("begrippen/#bpv")


def test_a_page_without_terms_has_no_list_of_terms():
    assert not page("lessen", woorden=True).select(".kb-woorden")


def test_a_term_shows_its_full_name_the_words_people_type_and_its_source():
    rij = page("begrippen").find(id="bpv")
    assert "beroepspraktijkvorming" in rij.dt.get_text()
    assert [naam.get_text() for naam in rij.select(".kb-naam")] == ["stage"]
    assert "paragraaf 4.1" in rij.select_one(".kb-bron").get_text()


def test_a_term_without_a_source_says_why():
    begrip = a_term(zonder_bron="Dit is algemene kennis.")
    begrip.pop("bron")
    begrip.pop("plaats")
    assert "Geen bron: Dit is algemene kennis." in page("begrippen", begrippen=[begrip]).get_text()


# --- the real terms


def test_every_form_belongs_to_one_term():
    gezien = {}
    for begrip in kennisbank().begrippen.values():
        for vorm in {begrip.naam, *begrip.vormen}:
            assert gezien.setdefault(vorm, begrip.id) == begrip.id, vorm


def test_no_search_word_leads_to_two_terms():
    gezien = {}
    for begrip in kennisbank().begrippen.values():
        for woord in begrip.zoekwoorden:
            assert gezien.setdefault(woord.lower(), begrip.id) == begrip.id, woord
