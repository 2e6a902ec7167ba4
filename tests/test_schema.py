"""What an editor's own program knows: a schema per family, blank records, and a warning when they are out of date."""

import shutil
from datetime import date

import pytest
from jsonschema import Draft7Validator

from macros import checks, export_schema
from macros.__main__ import main
from macros.families import FAMILIES
from macros.inlezen import lees_alles
from macros.loader import lees
from macros.messages import SCHEMA
from macros.schema import kern, namen, schema
from tests.project import WORTEL

DATA = WORTEL / "data"
RECORDS = sorted(pad for pad in DATA.rglob("*.yml") if "_sjabloon" not in pad.parts)


def soort(pad):
    return FAMILIES[pad.parent.name].schema if pad.parent != DATA else pad.stem


@pytest.fixture(scope="module")
def validators():
    return {naam: Draft7Validator(schema(naam)) for naam in namen()}


def test_every_record_names_its_schema_and_keeps_to_it(validators):
    for pad in RECORDS:
        tekst = pad.read_text(encoding="utf-8")
        boven = "" if pad.parent == DATA else "../"
        assert tekst.startswith(f"# yaml-language-server: $schema={boven}_schema/{soort(pad)}.json\n"), pad
        fouten = [fout.message for fout in validators[soort(pad)].iter_errors(lees(pad.name, tekst.encode()).waarde)]
        assert not fouten, (pad, fouten[:3])


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("leerlingen", "veel"),
        ("leerlingen", -1),
        ("leerlingen", {"waarde": 136, "scholjaar": "2020-2021"}),
        ("schooljaar", "2020/2021"),
        ("gecontroleerd_op", "21-11-2026"),
        ("actualiteit", "gestart"),
        ("mbo_niveau", [5]),
        ("leerwegen", ["havo"]),
        ("aantal_leerlingen", 136),
        ("school", "Calvijn College"),
        ("naam", None),
    ],
)
def test_the_schema_refuses_what_the_check_refuses(validators, veld, waarde):
    pad = DATA / "routes/calvijn-vakmanschapsroute.yml"
    record = lees(pad.name, pad.read_bytes()).waarde
    assert not list(validators["route"].iter_errors(record))
    assert list(validators["route"].iter_errors({**record, veld: waarde}))


def test_a_description_tells_in_dutch_what_may_be_written():
    velden = schema("route")["properties"]
    assert velden["actualiteit"]["description"].endswith(
        "Kies uit: bevestigd, niet-bevestigd, nooit-gestart, beeindigd."
    )
    assert "zonder punt of komma" in velden["leerlingen"]["description"]
    assert velden["school"]["x-verwijst"] == "scholen"
    assert velden["schooljaar"]["examples"] == ["2020-2021"]
    assert all(veld["description"] for veld in velden.values())


@pytest.mark.parametrize("naam", namen())
def test_every_field_at_any_depth_has_a_title_a_description_and_where_it_can_an_example(naam):
    vorm = schema(naam)
    defs = vorm.get("$defs", {})
    for deel in (vorm.get("items", vorm), *defs.values()):
        for keuze in deel.get("anyOf", (deel,)):
            for veld, inhoud in keuze.get("properties", {}).items():
                een = kern(inhoud, defs)
                assert inhoud["title"], veld
                assert inhoud["description"], veld
                if een.get("x-code", "tekst") != "tekst" or "enum" in een:
                    assert inhoud["examples"], veld
                if een.get("x-code") in SCHEMA["eenheden"]:
                    assert "Eenheid: " in inhoud["description"], veld


@pytest.mark.parametrize("familie", FAMILIES.values(), ids=lambda familie: familie.naam)
def test_a_blank_record_passes_the_check_as_it_is(familie, tmp_path):
    data = shutil.copytree(DATA, tmp_path / "data")
    leeg = DATA / "_sjabloon" / f"{familie.schema}.yml"
    if familie.map_:
        naam = f"data/{familie.naam}/nieuw-{familie.schema}.yml"
        shutil.copy(leeg, tmp_path / naam)
    else:
        naam = f"data/{familie.naam}.yml"
        with (tmp_path / naam).open("a", encoding="utf-8") as bestand:
            bestand.write("\n" + leeg.read_text(encoding="utf-8"))
    meldingen = checks.controleer(lees_alles(data), date.today())
    assert not [melding.tekst() for melding in meldingen if melding.ernst == "fout"]
    # what is still to be filled in is pointed at, in that file and nowhere else
    assert {melding.bestand for melding in meldingen} == {naam}
    assert all("tekst uit het lege bestand" in melding.verwacht for melding in meldingen)


def test_every_field_stands_in_the_blank_record():
    tekst = (DATA / "_sjabloon/route.yml").read_text(encoding="utf-8")
    for veld in FAMILIES["routes"].model.model_fields:
        assert f"\n{veld}:" in tekst or f"\n# {veld}:" in tekst
    assert "#   instroom:" in tekst  # a group shows what belongs in it


def test_a_generated_file_that_is_out_of_date_is_named_with_the_command_that_renews_it(tmp_path):
    for map_ in ("_schema", "_sjabloon"):
        shutil.copytree(DATA / map_, tmp_path / map_)
    assert not list(export_schema.verouderd(tmp_path))
    (tmp_path / "_schema/route.json").write_text("{}", encoding="utf-8")
    (tmp_path / "_sjabloon/school.yml").unlink()
    meldingen = list(export_schema.verouderd(tmp_path))
    assert [melding.bestand for melding in meldingen] == ["data/_schema/route.json", "data/_sjabloon/school.yml"]
    assert "python -m macros schema" in meldingen[0].tekst()


def test_make_check_tells_it(monkeypatch, tmp_path, capsys):
    data = shutil.copytree(DATA, tmp_path / "data")
    (data / "_schema/les.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr("macros.__main__.DATA", data)
    monkeypatch.setattr("sys.argv", ["macros", "check"])
    assert main() == 1
    assert "data/_schema/les.json, regel 1" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["macros", "schema"])
    assert main() == 0
    monkeypatch.setattr("sys.argv", ["macros", "check"])
    assert main() == 0
