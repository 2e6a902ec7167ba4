"""Which source, place and year hold for a fact: what stands nearest wins."""

import pytest

from macros.kennisbank import Datafout, kennisbank
from tests.builders import VANDAAG, a_route, a_source, conflict, geldige_data, kennis


@pytest.fixture
def route():
    def _route(**anders):
        bronnen = [a_source(), a_source(naam="Andere bron", id="andere-bron")]
        return kennis(routes=[a_route(**anders)], bronnen=bronnen).routes["voorbeeld"]

    return _route


def herkomst(feit):
    return feit.bron, feit.plaats, feit.schooljaar


def test_a_short_fact_takes_everything_from_its_record(route):
    assert herkomst(route(leerlingen=50).leerlingen) == ("verkenning-2021", "bijlage 1", "2020-2021")


def test_a_fact_may_name_another_place_and_keeps_the_rest(route):
    feit = route(leerlingen={"waarde": 50, "plaats": "tabel 2"}).leerlingen
    assert herkomst(feit) == ("verkenning-2021", "tabel 2", "2020-2021")


def test_a_section_stands_between_the_record_and_the_fact(route):
    lessen = {"plaats": "paragraaf 4", "mentor": "De school.", "loopbaan": {"waarde": "Lob.", "plaats": "paragraaf 5"}}
    sectie = route(lessen=lessen).lessen
    assert herkomst(sectie.mentor) == ("verkenning-2021", "paragraaf 4", "2020-2021")
    assert herkomst(sectie.loopbaan) == ("verkenning-2021", "paragraaf 5", "2020-2021")


def test_another_source_starts_afresh(route):
    # place and year of the first source are not those of the second
    feit = route(leerlingen={"waarde": 50, "bron": "andere-bron"}).leerlingen
    assert herkomst(feit) == ("andere-bron", None, None)


def test_another_source_in_a_section_starts_afresh_for_all_its_facts(route):
    sectie = route(lessen={"bron": "andere-bron", "plaats": "p. 3", "mentor": "De school."}).lessen
    assert herkomst(sectie.mentor) == ("andere-bron", "p. 3", None)


def test_the_same_source_named_again_keeps_the_year(route):
    feit = route(leerlingen={"waarde": 50, "bron": "verkenning-2021"}).leerlingen
    assert herkomst(feit) == ("verkenning-2021", "bijlage 1", "2020-2021")


def test_a_year_that_the_source_does_not_give_stays_unknown(route):
    feit = route(leerlingen={"waarde": 50, "schooljaar": "onbekend"}).leerlingen
    assert feit.schooljaar == "onbekend"


def test_every_reading_has_a_source_of_its_own(route):
    lezingen = conflict({"waarde": 50}, {"waarde": 60, "bron": "andere-bron", "plaats": "p. 2"}, keuze=2)
    gekozen, ander = route(leerlingen=lezingen).leerlingen.lezingen()
    assert herkomst(gekozen) == ("andere-bron", "p. 2", None)
    assert herkomst(ander) == ("verkenning-2021", "bijlage 1", "2020-2021")


def test_an_item_of_a_list_is_nearer_than_its_record(route):
    cohorten = [{"naam": "A", "gestart": 3}, {"naam": "B", "gestart": 4, "plaats": "bijlage 9"}]
    assert [cohort.plaats for cohort in route(cohorten=cohorten).cohorten] == ["bijlage 1", "bijlage 9"]


def test_the_check_date_of_a_fact_holds_for_that_fact_only(route):
    gevonden = route(leerlingen={"waarde": 50, "gecontroleerd_op": "2026-01-01"})
    assert gevonden.leerlingen.gecontroleerd_op.isoformat() == "2026-01-01"
    assert gevonden.leerwegen.gecontroleerd_op == gevonden.gecontroleerd_op


def test_records_stand_in_the_order_of_their_names():
    kb = kennis(routes=[a_route(naam="Zorg"), a_route(naam="bouw"), a_route(naam="Auto")])
    assert [route.naam for route in kb.routes.values()] == ["Auto", "bouw", "Zorg"]


def test_a_record_cannot_be_changed(route):
    with pytest.raises(ValueError, match="frozen"):
        route().naam = "Anders"


def test_a_mistake_gives_all_messages_and_no_kennisbank(tmp_path):
    data = geldige_data(tmp_path / "data")
    for naam in ("routes/voorbeeld.yml", "besturen.yml"):
        (data / naam).write_text("\tkapot", encoding="utf-8")
    with pytest.raises(Datafout) as fout:
        kennisbank(data, VANDAAG)
    assert len(fout.value.meldingen) == 2


def test_a_point_of_attention_does_not_hold_the_site_back():
    assert kennis(routes=[a_route(gecontroleerd_op="2024-01-01")]).routes


def test_a_change_in_a_file_is_seen_and_no_change_is_not_read_again(tmp_path):
    data = geldige_data(tmp_path / "data")
    eerste = kennisbank(data, VANDAAG)
    assert kennisbank(data, VANDAAG) is eerste
    pad = data / "routes/voorbeeld.yml"
    pad.write_text(pad.read_text(encoding="utf-8").replace("Voorbeeldroute", "Andere naam"), encoding="utf-8")
    assert kennisbank(data, VANDAAG).routes["voorbeeld"].naam == "Andere naam"
