"""The hours of the law, as a director holds his own against them."""

import json

import pytest

from macros.kennisbank import kennisbank
from macros.urencheck import oordeel
from tests.builders import page
from tests.project import WORTEL

GEVALLEN = json.loads((WORTEL / "tests/gevallen/urencheck.json").read_text(encoding="utf-8"))
# WVO 2020 art. 2.107h and 2.107i: total, guided, internship, by length from leerjaar 3.
BOL = [(2000, 1400, 250), (3000, 2400, 250), (4000, 2950, 450), (5000, 3500, 900), (6000, 4050, 1350)]
BBL = [(1850, 900, 610), (2850, 2200, 610), (3700, 2400, 1220), (4550, 2600, 1830), (5400, 2800, 2300)]
WET = {"bol": dict(enumerate(BOL, 2)), "bbl": dict(enumerate(BBL, 2))}


def normen():
    return [norm for kader in kennisbank().kaders.values() for norm in kader.urennormen]


def test_the_hours_are_those_of_the_law():
    gevonden = {soort: {} for soort in WET}
    for norm in normen():
        gevonden[norm.soort][norm.jaren] = (norm.totaal, norm.begeleid, norm.bpv)
    assert gevonden == WET


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["geval"])
def test_own_hours_are_held_against_the_law(geval):
    norm = next(norm for norm in normen() if (norm.soort, norm.jaren) == (geval["soort"], geval["jaren"]))
    assert [list(regel) for regel in oordeel(norm, geval["uren"])] == geval["oordeel"]


def test_without_a_script_the_page_shows_the_hours_as_tables():
    pagina = page("urencheck", kb=kennisbank())
    cellen = {td.get_text(strip=True) for td in pagina.select("table td")}
    assert {"2.000", "1.400", "250", "1.220", "2.300"} <= cellen
    assert len(pagina.select("table")) == 2
    assert pagina.select_one("form").find_parent(class_="kb-met-script")


def test_the_form_offers_every_length_and_kind_of_the_law():
    pagina = page("urencheck", kb=kennisbank())
    assert [optie["value"] for optie in pagina.select("#uren-jaren option")] == ["2", "3", "4", "5", "6"]
    assert [optie["value"] for optie in pagina.select("#uren-soort option")] == ["bol", "bbl"]


def test_below_a_table_stand_the_places_of_all_its_rows():
    regels = [regel.get_text(" ") for regel in page("urencheck", kb=kennisbank()).select("p.kb-bronregel")]
    assert len(regels) == 2
    assert all("onderdeel a, b, c, d en e" in regel for regel in regels)
