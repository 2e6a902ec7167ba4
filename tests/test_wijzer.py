"""What the wijzer answers a director, from the data alone."""

import json

import pytest

from macros.kennisbank import kennisbank
from macros.wijzer import Vraag, antwoord
from tests.builders import a_route, kennis, page, unknown
from tests.project import WORTEL

KB = kennisbank()
GEVALLEN = json.loads((WORTEL / "tests/gevallen/wijzer.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["geval"])
def test_the_answer_to_a_wish(geval):
    uit = antwoord(KB, Vraag(**geval["vraag"]))
    assert uit.vormen == geval["vormen"]
    assert list(uit.lijkt) == geval.get("lijkt", list(uit.lijkt))
    minima = {str(minimum): oordeel for minimum, oordeel in uit.minima.items()}
    assert minima == geval.get("minima", minima)


@pytest.mark.parametrize("leerweg", ["basis", "kader", "gemengd", "theoretisch"])
@pytest.mark.parametrize("niveau", [2, 3, 4])
def test_a_form_is_offered_only_for_a_pair_that_the_law_names(leerweg, niveau):
    paren = {("basis", 2), ("kader", 3), ("kader", 4), ("gemengd", 4), ("theoretisch", 4)}
    vormen = antwoord(KB, Vraag(leerweg, niveau)).vormen
    assert ("doorlopende-leerroute" in vormen) is ((leerweg, niveau) in paren)
    assert ("geintegreerde-route" in vormen) is ((leerweg, niveau) == ("basis", 2))


def test_a_route_is_like_the_wish_for_the_reasons_that_are_given():
    kb = kennis(
        routes=[a_route(naam="Zorg"), a_route(naam="Bouw", leerwegen=["kader"], mbo_niveau=[3], opleidingen=[])]
    )
    assert antwoord(kb, Vraag("basis", 2, "ja", None, "noord")).lijkt == {
        "zorg": ["leerweg", "niveau", "diploma", "stadsdeel"]
    }


def test_what_is_not_known_of_a_route_is_no_likeness():
    kb = kennis(routes=[a_route(leerwegen=unknown("Volgt."), mbo_niveau=unknown("Volgt."))])
    assert antwoord(kb, Vraag("basis", 2)).lijkt == {}


def test_where_to_begin_depends_on_leerweg_and_niveau():
    namen = [deel.naam for deel in KB.stappenplan.vertrekpunten]
    assert antwoord(KB, Vraag("basis", 2)).vertrekpunten == [namen[0], namen[2]]
    assert antwoord(KB, Vraag("theoretisch", 4)).vertrekpunten == [namen[1], namen[2], namen[3]]


def test_without_a_script_all_that_the_answer_is_made_of_can_be_read():
    pagina = page("wijzer", kb=KB)
    assert "kb-met-script" in pagina.select_one("#wijzer-formulier")["class"]
    assert len(pagina.select("#wijzer-routes > li")) == len(KB.routes)
    assert {deel["data-minimum"] for deel in pagina.select("[data-minimum]")} == {"15", "25"}
    assert len(pagina.select("[data-vertrek]")) == len(KB.stappenplan.vertrekpunten)
    assert not pagina.select("#wijzer-vormen [hidden], #wijzer-routes [hidden]")
