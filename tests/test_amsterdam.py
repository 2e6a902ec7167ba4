"""What the site says about Amsterdam agrees with the lists of the sources it names."""

from collections import Counter

import pytest

from macros.kennisbank import DATA, kennisbank


@pytest.fixture(scope="module")
def kb():
    return kennisbank(DATA)


@pytest.fixture(scope="module")
def tabel_1(kb):
    return [route for route in kb.routes.values() if route.in_verkenning == "tabel-1"]


def test_table_1_has_fourteen_practices_on_twelve_schools(tabel_1):
    assert len(tabel_1) == 14
    assert len({route.school.waarde for route in tabel_1}) == 12


def test_every_number_of_table_1_is_there_once(tabel_1):
    nummers = ["1A", "1B", "1C", *map(str, range(2, 13))]
    assert sorted(route.nummer_tabel_1 for route in tabel_1) == sorted(nummers)


def test_schools_of_table_1_per_stadsdeel(kb, tabel_1):
    scholen = {route.school.waarde for route in tabel_1}
    per_stadsdeel = Counter(kb.scholen[school].stadsdeel.waarde for school in scholen)
    assert per_stadsdeel == {"noord": 2, "oost": 3, "zuidoost": 1, "nieuw-west": 3, "zuid": 3}


def test_kinds_of_route_as_table_1_counts_them(tabel_1):
    soorten = Counter(route.type_verkenning.waarde for route in tabel_1)
    assert soorten == {"geintegreerd": 5, "gestapeld": 4, "gedeeltelijk": 5}


def test_no_route_claims_to_be_confirmed(kb):
    # no school has confirmed anything yet; whoever changes this lays the proof beside it
    assert {route.actualiteit for route in kb.routes.values()} == {"niet-bevestigd", "nooit-gestart"}


@pytest.mark.parametrize(
    ("oud", "school"),
    [
        ("Calvin", "calvijn-college"),
        ("Calvinj", "calvijn-college"),
        ("IJburg College", "montessori-lyceum-terra-nova"),
        ("Wellant", "yuverta-amsterdam-west"),
        ("MLO", "montessori-lyceum-oostpoort"),
        ("H&B", "hubertus-berkhoff"),
        ("OSB", "open-scholengemeenschap-bijlmer"),
        ("College ZUYD", "zuiderlicht-college"),
        ("Techschool", "techschool"),
        ("Waterlant College", "beroepscollege-noorderlicht"),
    ],
)
def test_an_old_name_belongs_to_the_right_school(kb, oud, school):
    namen = [kb.scholen[school].naam, *(naam.naam for naam in kb.scholen[school].andere_namen)]
    assert any(oud.lower() in naam.lower() for naam in namen), namen


def test_every_stated_fact_names_source_and_place(kb):
    from macros.schrijver import Schrijver

    zonder = []
    for familie in ("routes", "scholen", "instellingen", "besturen", "typen", "stadsdelen"):
        for record in getattr(kb, familie).values():
            schrijver = Schrijver(kb, familie, record)
            for pad in schrijver.paden():
                feit = schrijver.op(pad)
                lezingen = feit.lezingen()
                if any(not (deel.bron and deel.plaats) for deel in lezingen) or not feit.gecontroleerd_op:
                    zonder.append(f"{familie}/{record.id}#{pad}")
    assert not zonder
