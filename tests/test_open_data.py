"""Open data: version 1 keeps its fields, keeps to its schema, and is safe to open."""

import csv
import io
import json
import re
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from macros import export_open_data as uitvoer
from macros.jsonld import jsonld
from macros.kennisbank import kennisbank
from macros.open_data import collectie, collecties, scholen_kaart
from tests.builders import VANDAAG, a_route, a_school, conflict, kennis, page, unknown
from tests.project import WORTEL

VELDEN = WORTEL / "tests/gevallen/open-data-v1.json"
ADRES = "https://leerroutes.voorbeeld.nl/"


def velden(vorm, defs, pad="", gezien=()):
    """Path → kind of value, for every field that a schema knows."""
    if "$ref" in vorm:
        naam = vorm["$ref"].rsplit("/", 1)[-1]
        if naam in gezien:
            return {}
        vorm, gezien = defs[naam], (*gezien, naam)
    if "properties" in vorm:
        alles = {}
        for naam, deel in vorm["properties"].items():
            alles |= velden(deel, defs, f"{pad}.{naam}".lstrip("."), gezien)
        return alles
    if "items" in vorm:
        return velden(vorm["items"], defs, f"{pad}[]", gezien)
    soort = vorm.get("type", "")
    return {pad: soort if isinstance(soort, str) else "/".join(soort)}


def alle_velden():
    gevonden = {}
    for naam in collecties():
        vorm = uitvoer.schema(naam)
        gevonden[naam] = velden(vorm, vorm.get("$defs", {}))
    return gevonden


def test_version_1_keeps_every_field_and_its_kind():
    toen, nu = json.loads(VELDEN.read_text(encoding="utf-8")), alle_velden()
    weg = [f"{naam}: {pad}" for naam, paden in toen.items() for pad in paden if pad not in nu.get(naam, {})]
    anders = [f"{naam}: {pad}" for naam, paden in toen.items() for pad, s in paden.items() if nu[naam].get(pad, s) != s]
    assert not weg, "a published field is gone: that is a version 2"
    assert not anders, "a published field has another kind of value: that is a version 2"


def test_a_new_field_is_published_knowingly():
    toen, nu = json.loads(VELDEN.read_text(encoding="utf-8")), alle_velden()
    nieuw = [f"{naam}: {pad}" for naam, paden in nu.items() for pad in paden if pad not in toen.get(naam, {})]
    assert not nieuw, "add it to tests/gevallen/open-data-v1.json: python -m tests.test_open_data"


@pytest.mark.parametrize("naam", collecties())
def test_what_is_published_keeps_to_its_schema(naam):
    keurder = Draft202012Validator(uitvoer.schema(naam))
    for record in collectie(kennisbank(), naam):
        gelezen = json.loads(json.dumps(record))
        assert not [f"{fout.json_path}: {fout.message}"[:200] for fout in keurder.iter_errors(gelezen)]


def test_every_fact_carries_its_source_and_what_is_unknown_its_reason():
    kb = kennis(
        routes=[
            a_route(
                leerlingen=conflict({"waarde": 50}, {"waarde": 60, "plaats": "tabel 2"}),
                duur=unknown("De bron zwijgt."),
                mbo_niveau={"waarde": [2], "schooljaar": "2024-2025"},
            )
        ]
    )
    (route,) = collectie(kb, "routes")
    assert [lezing["plaats"] for lezing in route["leerlingen"]["waarden"]] == ["bijlage 1", "tabel 2"]
    assert route["duur"]["onbekend"] == "De bron zwijgt."
    assert route["mbo_niveau"]["schooljaar"] == "2024-2025"
    assert route["mbo_niveau"]["bron"] == "verkenning-2021"
    assert "vangnet" not in route  # what the record leaves out is left out here too


@pytest.fixture(scope="module")
def map_(tmp_path_factory):
    doel = tmp_path_factory.mktemp("site")
    uitvoer.schrijf(kennisbank(), doel, ADRES, date(2026, 11, 24), "versie 1234567")
    return doel / "open-data/v1"


def test_the_index_names_every_file_and_each_file_its_terms(map_):
    index = json.loads((map_ / "index.json").read_text(encoding="utf-8"))
    namen = {adres.removeprefix(f"{ADRES}open-data/v1/") for adres in index["bestanden"]}
    assert namen == {str(pad.relative_to(map_)) for pad in map_.rglob("*.*") if pad.name != "index.json"}
    routes = json.loads((map_ / "routes.json").read_text(encoding="utf-8"))
    assert routes["dag"] == "2026-11-24"
    assert "24 november 2026" in routes["naamsvermelding"]
    assert len(routes["records"]) == len(kennisbank().routes)
    een = routes["records"][0]
    assert json.loads((map_ / f"routes/{een['id']}.json").read_text(encoding="utf-8"))["route"] == een


def test_equal_records_give_equal_bytes(map_, tmp_path):
    uitvoer.schrijf(kennisbank(), tmp_path, ADRES, date(2026, 11, 24), "versie 1234567")
    for pad in map_.rglob("*.*"):
        assert pad.read_bytes() == (tmp_path / "open-data/v1" / pad.relative_to(map_)).read_bytes()


def lees_csv(inhoud: bytes):
    assert inhoud.startswith(b"\xef\xbb\xbf")  # or a spreadsheet spoils the accents
    return list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_table_opens_with_a_row_per_route(map_):
    rijen = lees_csv((map_ / "routes.csv").read_bytes())
    assert [rij["id"] for rij in rijen] == list(kennisbank().routes)
    calvijn = next(rij for rij in rijen if rij["id"] == rijen[0]["id"])
    assert all(kolom in calvijn for kolom in ("Leerlingen in de route", "Leerlingen in de route: jaar"))


@pytest.mark.parametrize("naam", ["=1+1", "+31", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0", 'a;"b', "=1\n2"])
def test_no_cell_is_a_formula(naam):
    kb = kennis(routes=[a_route(naam=naam, id="x", vangnet=naam)])
    inhoud = uitvoer.tabel(uitvoer.routes_tabel(kb))
    (rij,) = lees_csv(inhoud)
    assert rij["naam"].lstrip("'") == " ".join(naam.split())
    assert not [cel for cel in rij.values() if re.match(r"[=+\-@\t\r]", cel)]


def test_the_map_says_how_precise_each_place_is(map_):
    kaart = json.loads((map_ / "scholen.geojson").read_text(encoding="utf-8"))
    assert kaart["type"] == "FeatureCollection"
    for school in kaart["features"]:
        oost, noord = school["geometry"]["coordinates"]
        assert 4.7 < oost < 5.1
        assert 52.2 < noord < 52.5
        assert school["properties"]["precisie"] in ("adres", "postcode6", "onbekend")
        assert school["properties"]["bron"]
    onbekend = a_school(breedtegraad=unknown("Weg."), lengtegraad=unknown("Weg."))
    assert scholen_kaart(kennis(scholen=[onbekend]))["features"] == []


def test_the_page_names_every_collection_with_its_count():
    pagina = page("open_data")
    rijen = {rij.th.get_text(): rij.select("td")[1].get_text() for rij in pagina.select("tbody tr")}
    assert rijen["stappen"] == "3"
    assert rijen["routes"] == "1"
    assert {*collecties(), "routes.csv", "scholen.geojson", "index.json"} == set(rijen)
    assert "nog geen licentie gekozen" in pagina.get_text()


def test_search_engines_are_told_only_what_the_page_shows_with_its_year():
    kb = kennis(scholen=[a_school(precisie="postcode6", andere_namen=[{"naam": "VBS", "toelichting": "Afkorting."}])])
    route = jsonld(kb, VANDAAG, "route", "voorbeeld", ADRES)
    assert route["@type"] == "EducationalOccupationalProgram"
    assert "2020-2021" in route["description"]
    assert "niet bevestigd" in route["description"]
    assert route["provider"][0]["url"] == f"{ADRES}scholen/voorbeeldschool/"
    school = jsonld(kb, VANDAAG, "school", "voorbeeldschool", ADRES)
    assert school["address"]["postalCode"] == "1025KN"
    assert school["alternateName"] == ["VBS"]
    assert "geo" not in school  # the middle of a postcode is not where the school stands
    assert jsonld(kb, VANDAAG, "jaarronde", "voorbeeldschool", ADRES) is None
    assert jsonld(kb, VANDAAG, "leerroutes", "", ADRES) is None
    getoond = page("school", "voorbeeldschool", kb=kb).get_text()
    assert school["address"]["streetAddress"] in getoond
    assert page("route", "voorbeeld", kb=kb).get_text().count(route["description"])


if __name__ == "__main__":
    VELDEN.write_text(json.dumps(alle_velden(), indent=0, sort_keys=True) + "\n", encoding="utf-8")
