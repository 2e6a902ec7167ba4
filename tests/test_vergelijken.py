"""Routes side by side, as a director reads them."""

import json

import pytest

from macros.kennisbank import kennisbank
from macros.vergelijken import oordeel, vergelijken
from tests.builders import VANDAAG, a_route, conflict, page, unknown
from tests.project import WORTEL

GEVALLEN = json.loads((WORTEL / "tests/gevallen/vergelijken.json").read_text(encoding="utf-8"))
TABEL_1 = {"fase_tabel_1": "regulier"}


def twee(**anders):
    return page(
        "vergelijken", routes=[a_route(naam="Zorg", start=TABEL_1), a_route(naam="Bouw", start=TABEL_1, **anders)]
    )


def rij(pagina, kop):
    return next(tr for tr in pagina.select("tbody tr") if tr.th.get_text().startswith(kop))


def test_a_difference_is_told_in_words():
    pagina = twee(leerlingen=60)
    assert rij(pagina, "Leerlingen in de route").select_one("th .kb-label").get_text() == "verschilt"
    assert rij(pagina, "Vmbo-diploma").select_one("th .kb-label").get_text() == "gelijk"


def test_what_is_not_known_is_a_cell_with_its_reason_and_no_difference_by_its_reason():
    pagina = twee(leerlingen=unknown("Volgt in mei."))
    assert rij(pagina, "Leerlingen in de route").select_one("th .kb-label").get_text() == "niet van elke route bekend"
    assert "Nog niet bekend. Volgt in mei." in " ".join(rij(pagina, "Leerlingen in de route").get_text(" ").split())
    pagina = page(
        "vergelijken",
        routes=[
            a_route(naam="Zorg", start=TABEL_1, leerlingen=unknown("Volgt.")),
            a_route(naam="Bouw", start=TABEL_1, leerlingen=unknown("Onbekend.")),
        ],
    )
    assert rij(pagina, "Leerlingen in de route").select_one("th .kb-label").get_text() == "niet bekend"


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["geval"])
def test_unknown_differs_from_nothing_and_equals_nothing(geval):
    assert oordeel(geval["groepen"]) == geval["oordeel"]


def test_a_value_of_another_year_says_so():
    pagina = twee(leerlingen={"waarde": 60, "schooljaar": "2018-2019"})
    bouw, zorg = (td.get_text(" ", strip=True) for td in rij(pagina, "Leerlingen in de route").select("td"))
    assert bouw == "60 leerlingen (schooljaar 2018-2019)"
    assert "(" not in zorg
    lezingen = conflict({"waarde": 70, "schooljaar": "2018-2019"}, {"waarde": 90, "schooljaar": "onbekend"})
    tekst = rij(twee(leerlingen=lezingen), "Leerlingen in de route").td.get_text(" ", strip=True)
    assert "70 leerlingen (schooljaar 2018-2019)" in tekst
    assert "90 leerlingen (bron van " in tekst


def test_the_figures_of_calvijn_carry_their_year():
    blad = vergelijken(kennisbank(), VANDAAG)
    plek = [kolom.id for kolom in blad.kolommen].index("calvijn-vakmanschapsroute")
    cellen = {rij.kop: rij.cellen[plek] for rij in blad.rijen}
    for kop in ("Uitval", "Daarna diploma op niveau 3 of 4", "Verschillende vervolgopleidingen"):
        assert cellen[kop].jaar, kop


def test_a_planned_opleiding_says_so_and_one_that_stopped_is_left_out():
    deel = {"opleiding": "zorg", "toelichting": "Uitleg."}
    plan = rij(twee(opleidingen=[{**deel, "aangeboden": "plan"}]), "Mbo-opleidingen").td.get_text()
    assert plan.startswith("gepland: ")
    weg = rij(twee(opleidingen=[{**deel, "aangeboden": "nee"}]), "Mbo-opleidingen").td
    assert weg["data-groep"] == ""


def test_the_status_with_its_year_is_the_first_row():
    eerste = twee().select("tbody tr")[0]
    assert eerste.th.get_text().startswith("Status")
    assert "schooljaar 2020-2021" in eerste.td.get_text()


def test_without_a_choice_the_four_integrated_routes_show():
    blad = vergelijken(kennisbank(), VANDAAG)
    assert [kolom.id for kolom in blad.kolommen if kolom.vooraf] == [
        "noorderlicht-zorg-en-welzijn",
        "oostpoort-leerroutes",
        "bindelmeer-vakmanschapsroute",
        "calvijn-vakmanschapsroute",
    ]


def test_every_route_has_a_cell_in_every_row():
    pagina = page("vergelijken", kb=kennisbank())
    aantal = len(pagina.select("thead th"))
    assert {len(tr.find_all(["th", "td"], recursive=False)) for tr in pagina.select("tbody tr")} == {aantal}
    assert all(td.get_text(strip=True) for td in pagina.select("tbody td"))


def test_a_route_page_leads_to_a_comparison():
    assert page("route").select_one('a[href$="leerroutes/vergelijken/?routes=voorbeeld"]')
