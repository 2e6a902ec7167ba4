"""What changed in data/, in words: one sentence per fact, in every family."""

import json
import subprocess
from pathlib import Path

import pytest

from macros.families import FAMILIES, LOSSE_BESTANDEN
from macros.geschiedenis import Gitfout, nu, splitsing, toen
from macros.inlezen import familie_van
from macros.wijzigingen import wijzigingen, zinsverschil
from tests.builders import geldige_data
from tests.project import WORTEL

VERSCHIL = """\
id: twee-getallen
naam: Twee getallen
soort: tegenspraak
standpunten:
  - {tekst: Het zijn er 70., bron: verkenning-2021, plaats: bijlage 1}
keuze: Wij kiezen 70.
toelichting: Dat staat in de overeenkomst.
gecontroleerd_op: 2026-11-21
"""
# file, what stood there, what stands there now, the sentences
GEVALLEN = [tuple(geval.values()) for geval in json.loads((WORTEL / "tests/gevallen/wijzigingen.json").read_text())]


@pytest.fixture(scope="module")
def stand(tmp_path_factory):
    wortel = tmp_path_factory.mktemp("wortel")
    geldige_data(wortel / "data")
    (wortel / "data/verschillen").mkdir()
    (wortel / "data/verschillen/twee-getallen.yml").write_text(VERSCHIL, encoding="utf-8")
    return nu(wortel)


def anders(stand, naam, oud, nieuw):
    tekst = stand[f"data/{naam}.yml"].decode()
    assert oud in tekst
    return {**stand, f"data/{naam}.yml": tekst.replace(oud, nieuw, 1).encode()}


@pytest.mark.parametrize(("naam", "oud", "nieuw", "zinnen"), GEVALLEN)
def test_a_change_is_told_in_words(stand, naam, oud, nieuw, zinnen):
    gevonden = wijzigingen(stand, anders(stand, naam, oud, nieuw))
    assert [wijziging.zin() for wijziging in gevonden] == zinnen
    assert {wijziging.bestand for wijziging in gevonden} == {f"data/{naam}.yml"}


def test_every_family_and_setting_is_among_the_cases():
    gezien = {familie_van(f"data/{naam}.yml") for naam, *_ in GEVALLEN}
    assert gezien == FAMILIES.keys() | LOSSE_BESTANDEN.keys()


def test_a_phase_that_began_is_told_with_its_year(stand):
    """The example of the issue: a phase of 2024-2025 that goes from development to what it is now."""
    fase = "start:\n  fase_tabel_1: {waarde: ontwikkeling, schooljaar: 2024-2025}\n"
    fase += "  fasen:\n    - {naam: proef, van: 2024}\n"
    eerst = anders(stand, "routes/voorbeeld", "leerlingen: 50\n", f"leerlingen: 50\n{fase}")
    daarna = anders(eerst, "routes/voorbeeld", "waarde: ontwikkeling", "waarde: regulier")
    assert [w.zin() for w in wijzigingen(eerst, daarna)] == [
        "Voorbeeldroute, start › Fase in tabel 1 van de verkenning 2024-2025: in ontwikkeling → vaste samenwerking"
    ]
    klaar = anders(eerst, "routes/voorbeeld", "van: 2024", "van: 2024, tot: 2026")
    assert [w.zin() for w in wijzigingen(eerst, klaar)] == [
        "Voorbeeldroute, start › fasen › proef › Tot en met: nieuw, 2026"
    ]


def test_a_new_and_a_removed_record_are_one_line_each(stand):
    zonder = {naam: inhoud for naam, inhoud in stand.items() if naam != "data/lessen/succes.yml"}
    assert [wijziging.zin() for wijziging in wijzigingen(stand, zonder)] == ["Verwijderd: les Wat hielp"]
    assert [wijziging.zin() for wijziging in wijzigingen(zonder, stand)] == ["Nieuw: les Wat hielp"]
    besturen = anders(stand, "besturen", "- id:", "- id: nog-een\n  naam: Nog een\n- id:")
    assert [wijziging.zin() for wijziging in wijzigingen(stand, besturen)] == ["Nieuw: bestuur Nog een"]


def test_the_line_is_that_of_the_value(stand):
    (wijziging,) = wijzigingen(stand, anders(stand, "routes/voorbeeld", "leerlingen: 50", "leerlingen: 51"))
    regels = stand["data/routes/voorbeeld.yml"].decode().splitlines()
    assert regels[wijziging.regel - 1] == "leerlingen: 50"


def test_of_a_long_text_only_the_sentences_that_changed_are_told():
    oud = "De school begint. Er zijn twee dagen stage. Daarna volgt het examen."
    assert zinsverschil(oud, oud.replace("twee", "drie")) == (
        "… Er zijn twee dagen stage. …",
        "… Er zijn drie dagen stage. …",
    )


def test_a_move_in_a_list_is_told_as_a_move(stand):
    twee = anders(stand, "kaders/onderwijstijd", "  - {tekst: De route", "  - {tekst: Nog iets.}\n  - {tekst: De route")
    om = anders(stand, "kaders/onderwijstijd", "haalt het minimum.}", "haalt het minimum.}\n  - {tekst: Nog iets.}")
    assert [w.zin() for w in wijzigingen(twee, om)] == ["Onderwijstijd, dit moet: in een andere volgorde"]


def test_a_day_that_does_not_exist_does_not_stop_the_rest(stand):
    fout = anders(stand, "routes/voorbeeld", "gecontroleerd_op: 2026-11-21", "gecontroleerd_op: 2026-02-31")
    assert [w.zin() for w in wijzigingen(stand, fout)] == [
        "Voorbeeldroute, gecontroleerd op: 21 november 2026 → 2026-02-31"
    ]


def git(map_: Path, *opdracht: str) -> None:
    wie = ("-c", "user.name=Test", "-c", "user.email=test@voorbeeld.nl")
    subprocess.run(["git", *wie, *opdracht], cwd=map_, check=True, capture_output=True)


def test_a_branch_is_compared_with_the_commit_where_it_left(tmp_path):
    geldige_data(tmp_path / "data")
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "begin")
    git(tmp_path, "checkout", "-b", "wijziging")
    route, school = tmp_path / "data/routes/voorbeeld.yml", tmp_path / "data/scholen/voorbeeldschool.yml"
    route.write_text(route.read_text().replace("leerlingen: 50", "leerlingen: 64"))
    git(tmp_path, "commit", "-am", "meer leerlingen")
    git(tmp_path, "checkout", "main")
    school.write_text(school.read_text().replace("Dorpsstraat 1", "Dorpsstraat 9"))
    git(tmp_path, "commit", "-am", "verhuisd")
    git(tmp_path, "checkout", "wijziging")
    gevonden = wijzigingen(toen(tmp_path, splitsing(tmp_path, "main")), nu(tmp_path))
    assert [w.zin() for w in gevonden] == [
        "Voorbeeldroute, leerlingen in de route 2020-2021: 50 leerlingen → 64 leerlingen"
    ]
    with pytest.raises(Gitfout):
        splitsing(tmp_path, "bestaat-niet")
