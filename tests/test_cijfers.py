"""Counts made again from our own data, and outcomes that are never mixed."""

import xml.etree.ElementTree as ET

from macros.cijfers import MATEN, cijfers, grafieken, in_tabel
from macros.export_grafieken import schrijf
from macros.kennisbank import kennisbank
from tests.builders import VANDAAG, a_route, a_stadsdeel, kennis, page, unknown

KB = kennisbank()


def test_a_chart_counts_the_practices_of_table_1_only():
    kb = kennis(routes=[a_route(naam="Zorg"), a_route(naam="Bouw", in_verkenning="later")])
    niveau = grafieken(kb)[0]
    assert [(staaf.naam, staaf.aantal) for staaf in niveau.staven] == [("mbo niveau 2", 1)]


def test_what_is_not_known_is_a_bar_of_its_own():
    kb = kennis(routes=[a_route(naam="Zorg"), a_route(naam="Bouw", mbo_niveau=unknown("Volgt."))])
    assert {staaf.naam: staaf.aantal for staaf in grafieken(kb)[0].staven} == {"mbo niveau 2": 1, "nog niet bekend": 1}


def test_a_figure_of_which_the_source_lost_its_counts_says_so():
    tekst = page("cijfers").get_text(" ")
    assert "Nagebouwd uit Tabel 1, zoals figuur 1 van de verkenning." in tekst
    assert "in onze kopie verloren" in tekst


def test_picture_text_and_table_say_the_same():
    for sectie in page("cijfers", kb=KB).select(".kb-cijfers > section:has(picture)"):
        for rij in sectie.select("tbody tr"):
            naam, aantal = rij.th.get_text(), rij.td.get_text()
            assert f"{naam}: {aantal}" in sectie.img["alt"]
            assert len(rij.select("a")) == int(aantal)


def test_each_measure_stands_apart_with_who_was_counted():
    pagina = page("cijfers", kb=KB)
    uitval = pagina.find(id="uitval").parent.get_text(" ")
    assert "11,5 %" in uitval
    assert "Noorderlicht kan er niet in zitten" in uitval
    assert "65 %" not in uitval
    assert all(maat.id == maat.id.replace("_", "-") for maat in cijfers(KB, VANDAAG).maten)
    assert len(MATEN) == 6


def test_the_pictures_are_the_same_every_time_and_ask_nobody(tmp_path):
    for map_ in ("een", "ander"):
        schrijf(kennis(), tmp_path / map_)
    een, ander = ({p.name: p.read_bytes() for p in (tmp_path / map_).iterdir()} for map_ in ("een", "ander"))
    assert een == ander
    assert len(een) == 8
    for beeld in een.values():
        wortel = ET.fromstring(beeld)
        assert not [deel for deel in wortel.iter() if deel.tag.endswith(("script", "image", "a"))]


def test_a_name_with_a_sign_of_markup_stays_text_in_a_picture(tmp_path):
    schrijf(kennis(stadsdelen=[a_stadsdeel(id="noord", naam="Noord & IJ")]), tmp_path)
    assert "Noord & IJ" in "".join(ET.fromstring((tmp_path / "stadsdeel.svg").read_bytes()).itertext())


def test_below_a_sum_stand_the_sources_of_all_its_parts():
    twee = [a_route(naam="Zorg", mbo_niveau={"waarde": [2], "plaats": plaats}) for plaats in ("tabel 2", "tabel 1")]
    kb = kennis(routes=[twee[0], {**twee[1], "id": "bouw", "naam": "Bouw"}])
    assert [regel.plaats for regel in grafieken(kb)[0].bronnen] == ["tabel 1 en 2"]


def test_more_places_than_a_line_holds_are_those_of_the_routes():
    for grafiek in grafieken(KB):
        assert grafiek.bronnen
        assert not [
            regel.plaats for regel in grafiek.bronnen if "nummer 8" in (regel.plaats or "") and len(regel.plaats) < 60
        ]
    niveau = next(grafiek for grafiek in grafieken(KB) if grafiek.id == "niveau")
    assert "op de plaatsen die bij elke route staan" in {regel.plaats for regel in niveau.bronnen}


def test_all_practices_of_table_1_are_counted():
    assert len(in_tabel(KB)) == 14
    stadsdeel = next(grafiek for grafiek in grafieken(KB) if grafiek.id == "stadsdeel")
    assert sum(staaf.aantal for staaf in stadsdeel.staven) == 14
