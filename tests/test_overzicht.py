"""The table of all routes: complete, readable without a script, counted and not typed."""

import pytest

from macros.filters import ONBEKEND, kenmerken
from macros.kennisbank import kennisbank
from tests.builders import a_route, a_school, conflict, kennis, page, unknown


@pytest.fixture
def overzicht():
    def _overzicht(*routes, **families):
        return page("leerroutes", routes=list(routes), **families)

    return _overzicht


def tekst(element):
    return " ".join(element.text.split())


def test_every_route_is_a_row_headed_by_its_name_that_leads_to_its_page(overzicht):
    html = overzicht(a_route(naam="Zorg"), a_route(naam="Bouw"))
    koppen = html.select("tbody th[scope=row]")
    assert [th.text for th in koppen] == ["Bouw", "Zorg"]
    assert [th.a["href"] for th in koppen] == ["../leerroutes/bouw/", "../leerroutes/zorg/"]


def test_the_table_has_a_caption_and_heads_for_every_column(overzicht):
    tabel = overzicht(a_route()).table
    assert tabel.caption.get_text(strip=True)
    koppen = tabel.select("thead th")
    assert {th["scope"] for th in koppen} == {"col"}
    assert all(len(rij.find_all(["th", "td"])) == len(koppen) for rij in tabel.select("tbody tr"))


def test_routes_and_schools_are_counted(overzicht):
    html = overzicht(a_route(naam="Zorg"), a_route(naam="Bouw"))
    assert "2 routes op 1 school" in tekst(html.caption)
    html = overzicht(
        a_route(naam="Zorg"), a_route(naam="Bouw", school="west"), scholen=[a_school(), a_school(naam="West")]
    )
    assert "2 routes op 2 scholen" in tekst(html.caption)
    assert "1 route op 1 school" in tekst(overzicht(a_route()).caption)


def test_the_years_of_the_data_are_computed(overzicht):
    html = overzicht(a_route(naam="Zorg"), a_route(naam="Bouw", schooljaar="2024-2025"))
    assert "2020-2021 tot en met 2024-2025" in tekst(html)


def test_an_unknown_fact_is_never_an_empty_cell(overzicht):
    niets = {
        veld: unknown("Volgt in januari.")
        for veld in ("leerlingen", "vmbo_diploma", "type_verkenning", "leerwegen", "mbo_niveau", "wettelijke_vorm")
    }
    html = overzicht(a_route(**niets, opleidingen=[]))
    assert all(td.get_text(strip=True) for td in html.select("td"))


def test_every_cell_names_the_file_and_field_it_comes_from(overzicht):
    html = overzicht(a_route(id="zorg-west"))
    assert html.select_one('td[data-herkomst="data/routes/zorg-west.yml#leerlingen"]')
    assert html.select_one('td[data-herkomst="data/scholen/voorbeeldschool.yml#stadsdeel"]')
    assert all(cel.get("data-herkomst") for cel in html.select("tbody th, td"))


def test_every_row_says_how_old_it_is(overzicht):
    html = overzicht(
        a_route(naam="Zorg"),
        a_route(naam="Bouw", actualiteit="beeindigd", schooljaar="2024-2025"),
        weergave={"waarden": {"niet-bevestigd": "Niet bevestigd", "beeindigd": "Gestopt"}},
    )
    bouw, zorg = html.select("tbody tr")
    assert "Niet bevestigd" in tekst(zorg)
    assert "2020-2021" in tekst(zorg)
    assert "Gestopt" in tekst(bouw)
    assert "2024-2025" in tekst(bouw)


def test_our_choice_stands_in_the_cell_where_sources_differ(overzicht):
    lezingen = conflict({"waarde": 70, "plaats": "p. 1"}, {"waarde": 90, "plaats": "p. 2"}, keuze=2)
    cel = overzicht(a_route(leerlingen=lezingen)).select_one('[data-herkomst$="#leerlingen"]')
    assert tekst(cel).startswith("90 leerlingen") or "90 leerlingen" in tekst(cel).split("70")[0]


def test_an_opleiding_that_stopped_is_not_offered(overzicht):
    html = overzicht(a_route(opleidingen=[{"opleiding": "zorg", "aangeboden": "nee"}]))
    assert "Helpende" not in tekst(html.table)


def test_text_of_an_editor_appears_as_written(overzicht):
    html = overzicht(a_route(naam="Zorg < 18 & {{7*7}}", id="voorbeeld"))
    assert html.select_one("tbody th").text == "Zorg < 18 & {{7*7}}"


def test_without_routes_there_is_still_a_page():
    html = page("leerroutes", kb=kennis(routes=[]))
    assert "0 routes op 0 scholen" in tekst(html)


def test_a_planned_opleiding_says_so(overzicht):
    html = overzicht(a_route(opleidingen=[{"opleiding": "zorg", "aangeboden": "plan"}]))
    assert "gepland: Helpende" in tekst(html.select_one('[data-herkomst$="#opleidingen"]'))


def test_the_table_says_of_the_type_what_the_filter_says():
    kb = kennisbank()
    for tr in page("leerroutes", kb=kb).select("tbody tr"):
        cel = tr.select_one('[data-label="Type"]').get_text()
        assert ("nog niet bekend" in cel) is (kenmerken(kb, kb.routes[tr["data-route"]])["type"] == [ONBEKEND]), cel
