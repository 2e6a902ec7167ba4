"""What the check lets through, what it holds back, and what it only points out."""

import json
import unicodedata
from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.checks import controleer
from macros.inlezen import lees_alles
from macros.verslag import bedoelt
from tests.builders import (
    FILES,
    VANDAAG,
    a_route,
    a_school,
    a_source,
    an_opleiding,
    conflict,
    geldige_data,
    schrijf,
    unknown,
    zonder,
)


@pytest.fixture
def check(tmp_path):
    def _check(vandaag=VANDAAG, **families):
        data = geldige_data(tmp_path / "data")
        for familie, records in families.items():
            schrijf(data, familie, records)
        return controleer(lees_alles(data), vandaag)

    return _check


@pytest.mark.parametrize(
    "anders",
    [
        {"leerlingen": {"van": 40, "tot": 60}},
        {"leerlingen": {"waarde": 0}},
        {"leerlingen": {"waarde": 50, "aanduiding": "ongeveer"}},
        {"leerlingen": conflict({"waarde": 50, "plaats": "bijlage 1"}, {"waarde": 60, "plaats": "bijlage 2"})},
        {"vmbo_diploma": unknown("De bron laat dit leeg.")},
        {"cohorten": [{"naam": "Groep", "gestart": 30, "door": 30}]},
        {"start": {"fasen": [{"naam": "Proef", "van": 2008, "tot": "2014-2015"}]}},
        {"colleges": ["college-noord"]},
        {"gecontroleerd_op": "2026-11-21"},
        {"actualiteit": "bevestigd", "bevestigd_door_aanbieder_op": "2026-11-21"},
        {"naam": "Zorg < 18 jaar & {{ 7*7 }}", "id": "voorbeeld"},
    ],
)
def test_what_is_right_gets_no_message(check, anders):
    assert check(routes=[a_route(**anders)]) == []


@pytest.mark.parametrize("leerwegen", [["basis"], ["kader"], ["basis", "kader"]])
@pytest.mark.parametrize("niveaus", [[2], [3], [2, 3]])
def test_a_claim_on_the_law_needs_a_pair_for_every_leerweg_and_niveau(check, leerwegen, niveaus):
    route = a_route(leerwegen=leerwegen, mbo_niveau=niveaus, opleidingen=[])
    # the folder's law knows basis to 2 and kader to 3
    klopt = [n - 2 for n in niveaus] == [["basis", "kader"].index(leerweg) for leerweg in leerwegen]
    gevonden = check(routes=[route])
    assert [melding.veld for melding in gevonden] == ([] if klopt else ["wettelijke_vorm"])


def test_who_claims_no_form_in_the_law_may_have_any_pair(check):
    route = a_route(leerwegen=["kader"], wettelijke_vorm=unknown("Nog niet geduid."))
    assert check(routes=[route]) == []


def test_an_opleiding_of_another_niveau_is_named(check):
    (melding,) = check(opleidingen=[an_opleiding(niveau=3)])
    assert (melding.bestand, melding.veld) == ("data/routes/voorbeeld.yml", "opleidingen › 1 › opleiding")


@pytest.mark.parametrize("veld", ["gecontroleerd_op", "bevestigd_door_aanbieder_op", "overeenkomst_datum"])
def test_nobody_can_have_looked_tomorrow(check, veld):
    morgen = (VANDAAG + timedelta(days=1)).isoformat()
    assert [melding.veld for melding in check(routes=[a_route(**{veld: morgen})])] == [veld]


@pytest.mark.parametrize(
    ("gekeken", "vandaag", "oud"),
    [
        ("2025-11-21", date(2026, 11, 21), False),
        ("2025-11-20", date(2026, 11, 21), True),
        ("2025-11-29", date(2026, 11, 30), True),
        ("2023-02-28", date(2024, 2, 29), True),
        ("2024-02-29", date(2025, 2, 28), False),
    ],
)
def test_older_than_a_year_is_pointed_out_and_does_not_hold_back(check, gekeken, vandaag, oud):
    gevonden = [m for m in check(vandaag, routes=[a_route(gecontroleerd_op=gekeken)]) if m.veld == "gecontroleerd_op"]
    over_route = [m for m in gevonden if m.bestand == "data/routes/voorbeeld.yml" and "maanden" in m.staat]
    assert [m.ernst for m in over_route] == (["let-op"] if oud else [])


def test_a_mistake_in_one_field_does_not_hide_that_of_another(check):
    route = a_route(leerlingen="veel", school="voorbeeldschol", cohorten=[{"naam": "G", "gestart": 3, "door": 4}])
    assert {melding.veld for melding in check(routes=[route])} == {"leerlingen", "school", "cohorten › 1 › door"}


def test_who_refers_to_a_broken_file_is_not_told_that_it_is_missing(tmp_path):
    data = geldige_data(tmp_path / "data")
    for naam in ("scholen/voorbeeldschool.yml", "besturen.yml", "bronnen/verkenning-2021.yml"):
        (data / naam).write_text("\tkapot", encoding="utf-8")
    gevonden = controleer(lees_alles(data), VANDAAG)
    assert sorted(melding.bestand for melding in gevonden) == [
        "data/besturen.yml", "data/bronnen/verkenning-2021.yml", "data/scholen/voorbeeldschool.yml",
    ]  # fmt: skip


def test_the_file_that_carries_the_name_keeps_the_id(tmp_path):
    data = geldige_data(tmp_path / "data")
    # the copy sorts first, and is still the one to change
    (data / "routes/aap.yml").write_text(FILES["routes/voorbeeld.yml"], encoding="utf-8")
    (melding,) = controleer(lees_alles(data), VANDAAG)
    assert (melding.bestand, melding.goed) == ("data/routes/aap.yml", "id: aap")
    assert "data/routes/voorbeeld.yml" in melding.verwacht


def verwijder(data, pad):
    (data / pad).unlink()
    return controleer(lees_alles(data), VANDAAG)


@pytest.mark.parametrize("pad", sorted(FILES))
def test_a_file_that_is_gone_is_at_most_one_mistake_and_suggests_no_other(tmp_path, pad):
    meldingen = verwijder(geldige_data(tmp_path / "data"), pad)
    assert len(meldingen) <= 1
    assert not any(melding.bedoelt for melding in meldingen)


def test_a_record_that_many_files_name_is_told_with_its_file_and_the_first_that_names_it(tmp_path):
    (melding,) = verwijder(geldige_data(tmp_path / "data"), "bronnen/verkenning-2021.yml")
    assert melding.bestand == "data/bronnen/verkenning-2021.yml"
    assert "20 keer genoemd, het eerst in data/begrippen.yml, regel 7" in melding.verwacht


def test_a_record_that_one_file_names_is_told_at_the_first_line_with_the_others(check):
    route = a_route(leerlingen={"waarde": 5, "bron": "verslag-2025"}, duur={"waarde": 3, "bron": "verslag-2025"})
    (melding,) = check(routes=[route])
    assert (melding.bestand, melding.staat) == ("data/routes/voorbeeld.yml", "verslag-2025")
    assert "ook op regel" in melding.hulp


@pytest.mark.parametrize("naam", ["Noordelijk.yml", "noordelijk.yml"])
def test_a_file_that_was_given_another_name_gets_it_back_and_others_keep_their_references(tmp_path, naam):
    data = geldige_data(tmp_path / "data")
    (data / "stadsdelen/noord.yml").rename(data / "stadsdelen" / naam)
    (melding,) = controleer(lees_alles(data), VANDAAG)
    assert (melding.bestand, melding.staat, melding.goed) == (f"data/stadsdelen/{naam}", naam, None)
    assert melding.verwacht.endswith("noord.yml")


def test_a_name_that_can_be_no_id_is_never_taken_for_one(tmp_path):
    data = geldige_data(tmp_path / "data")
    (data / "routes/voorbeeld.yml").rename(data / "routes/Voorbeeld Route.yml")
    (melding,) = controleer(lees_alles(data), VANDAAG)
    assert (melding.goed, melding.verwacht.split()[-1]) == (None, "voorbeeld.yml")


@pytest.mark.parametrize(
    ("geschreven", "kandidaat", "nabij"),
    [
        ("wvo-2020", "wms-2012", False),
        ("wvo-2020", "wpo-2020", False),
        ("calvijn-vakmanschapsroute", "bindelmeer-vakmanschapsroute", False),
        ("uitkomsten.diploma_binnen_drie_jaar", "streefcijfers.diploma_binnen_drie_jaar", False),
        ("ingeschreven", "niet-ingeschreven", False),
        ("zorg-2", "zorg-3", False),
        ("vorbeeldschool", "voorbeeldschool", True),
        ("verkenning-2012", "verkenning-2021", True),
        ("calvijncollege", "calvijn-college", True),
        ("Leerlignen", "leerlingen", True),
    ],
)
def test_only_a_slip_is_put_right_and_not_another_name_with_the_same_end(geschreven, kandidaat, nabij):
    assert bedoelt(geschreven, [kandidaat]) == (kandidaat if nabij else None)


@pytest.mark.parametrize("waarde", ["88%", "188", "2019-2021"])
def test_who_names_a_field_that_is_wrong_makes_no_second_mistake(tmp_path, waarde):
    data = geldige_data(tmp_path / "data")
    (data / "routes/voorbeeld.yml").write_text(f"{FILES['routes/voorbeeld.yml']}uitkomsten: {{uitval: {waarde}}}\n")
    stap = FILES["stappen/start.yml"] + "voorbeelden: [{route: voorbeeld, veld: uitkomsten.uitval}]\n"
    (data / "stappen/start.yml").write_text(stap)
    (melding,) = controleer(lees_alles(data), VANDAAG)
    assert (melding.bestand, melding.veld) == ("data/routes/voorbeeld.yml", "uitkomsten › uitval")


def test_an_id_in_a_list_that_is_wrong_is_not_missing_as_well(check):
    (melding,) = check(opleidingen=[an_opleiding(id="Zorg en Welzijn")])
    assert (melding.bestand, melding.veld) == ("data/opleidingen.yml", "id")


def test_missing_and_wrong_say_the_same_of_a_niveau(check, tmp_path):
    (fout,) = check(routes=[a_route(mbo_niveau=[5])])
    data = geldige_data(tmp_path / "zonder")
    (data / "routes/voorbeeld.yml").write_text(zonder(FILES["routes/voorbeeld.yml"], "mbo_niveau"))
    (mist,) = controleer(lees_alles(data), VANDAAG)
    assert "1, 2, 3 of 4" in fout.verwacht
    assert "1, 2, 3 of 4" in mist.verwacht


def test_a_file_that_is_missing_is_named(tmp_path):
    data = geldige_data(tmp_path / "data")
    (data / "weergave.yml").unlink()
    (melding,) = controleer(lees_alles(data), VANDAAG)
    assert melding.bestand == "data/weergave.yml"


def test_hidden_and_generated_files_are_left_alone(tmp_path):
    data = geldige_data(tmp_path / "data")
    for naam in ("routes/.voorbeeld.yml.swp", "_sjabloon/route.yml", "_schema/route.json", "routes/voorbeeld.yml~"):
        (data / naam).parent.mkdir(exist_ok=True)
        (data / naam).write_text("\tkapot", encoding="utf-8")
    assert controleer(lees_alles(data), VANDAAG) == []


def woorden(data, groep, weg=(), **erbij):
    alles = yaml.safe_load((data / "weergave.yml").read_text(encoding="utf-8"))
    alles[groep] = {veld: woord for veld, woord in {**alles[groep], **erbij}.items() if veld not in weg}
    (data / "weergave.yml").write_text(json.dumps(alles, ensure_ascii=False, indent=1), encoding="utf-8")


def test_the_field_without_a_heading_is_named(tmp_path):
    data = geldige_data(tmp_path / "data")
    woorden(data, "velden", weg=("route.leerlingen", "school.straat"))
    gevonden = controleer(lees_alles(data), VANDAAG)
    assert sorted(melding.goed for melding in gevonden) == ["route.leerlingen: …", "school.straat: …"]
    assert {melding.bestand for melding in gevonden} == {"data/weergave.yml"}


def test_a_heading_without_a_field_is_named_with_the_field_it_may_mean(tmp_path):
    data = geldige_data(tmp_path / "data")
    woorden(data, "velden", **{"route.leerlignen": "Leerlingen"})
    (melding,) = controleer(lees_alles(data), VANDAAG)
    assert (melding.veld, melding.bedoelt) == ("velden › route.leerlignen", "route.leerlingen")


def test_an_address_must_be_safe(check):
    for adres in ("http://a.nl", "https://jan@a.nl", "https://a.nl/ x", "//a.nl", "https://", "ftp://a.nl", "a.nl"):
        (melding,) = check(scholen=[a_school(website=adres)])
        assert melding.veld == "website", adres
    assert check(scholen=[a_school(website="https://www.example.nl/pad?x=1#y")]) == []


@pytest.mark.parametrize("naam", sorted({pad.split("/")[0] for pad in FILES if "/" in pad}))
def test_an_id_that_is_a_page_is_refused_in_every_family(tmp_path, naam):
    data = geldige_data(tmp_path / "data")
    pad = next(pad for pad in sorted(FILES) if pad.startswith(f"{naam}/"))
    kenmerk = pad.split("/")[1].removesuffix(".yml")
    (data / f"{naam}/index.yml").write_text(FILES[pad].replace(f"id: {kenmerk}", "id: index"), encoding="utf-8")
    # a copied step also has a number and tasks that are there already
    (melding,) = [melding for melding in controleer(lees_alles(data), VANDAAG) if melding.veld == "id"]
    assert melding.bestand == f"data/{naam}/index.yml"


@pytest.fixture(scope="module")
def een_map(tmp_path_factory):
    return geldige_data(tmp_path_factory.mktemp("tekst") / "data")


@settings(deadline=None, derandomize=True, database=None, max_examples=60)
@given(tekst=st.text())
def test_any_text_is_loaded_as_written_or_refused_in_dutch(een_map, tekst):
    record = json.dumps(a_source(uitleg=tekst), ensure_ascii=False, indent=1)
    (een_map / "bronnen/verkenning-2021.yml").write_text(record, encoding="utf-8", errors="surrogatepass")
    inlezing = lees_alles(een_map)
    meldingen = controleer(inlezing, VANDAAG)
    if meldingen:
        assert len(meldingen) == 1
        assert meldingen[0].bestand == "data/bronnen/verkenning-2021.yml"
        assert "Verwacht:" in meldingen[0].tekst()
    else:
        (bron,) = (ingelezen.record for ingelezen in inlezing.records if ingelezen.familie == "bronnen")
        assert bron.uitleg == " ".join(unicodedata.normalize("NFC", tekst).split())
