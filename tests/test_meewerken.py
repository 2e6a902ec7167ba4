"""The guide for editors: its recipes work, its forms are what the site fills in, and the whole walk ends green."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.checks import controleer
from macros.families import FAMILIES
from macros.inlezen import lees_alles
from macros.kennisbank import kennisbank
from macros.paginas import PAGINAS
from macros.render import blok
from tests.builders import geldige_data, kennis, page
from tests.project import WORTEL

DAG = date(2026, 11, 24)
RECEPTEN = (WORTEL / "docs/meewerken/recepten.md").read_text(encoding="utf-8")
DELEN = re.split(r"^## ", RECEPTEN, flags=re.MULTILINE)[1:]
FORMULIEREN = sorted((WORTEL / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))


@pytest.mark.parametrize(
    ("wie", "wel", "niet"),
    [
        ({}, "Er is ook nog geen postvak. Dit kunt u nu wel doen", "Mail dat naar ons"),
        ({"postvak": "info@school.nl"}, "Mail dat naar ons", "Bewaar dat"),
        ({"repository": "https://github.com/wie/wat"}, "Hebt u geen account bij GitHub?", "werken nu nog niet"),
        ({"voorlopig": "nee"}, "werken nu nog niet", "De uitgever van deze site staat nog niet vast"),
    ],
    ids=["niets", "postvak", "repository", "vast"],
)
def test_the_guide_names_no_way_that_is_not_there(wie, wel, niet):
    kb = kennis()
    kb = replace(kb, uitgever=kb.uitgever.model_copy(update=wie))
    tekst = " ".join(page("meewerken", kb=kb).get_text(" ").split())
    assert wel in tekst
    assert niet not in tekst


def stappen(recept):
    """(file, what stands there or nothing, what it becomes) in the order of the page."""
    bestand, oud = None, None
    vorm = r"Bestand: `([^`]+)`|Zo (staat|wordt) het[^`]*?```yaml\n(.*?)```"
    for gevonden in re.finditer(vorm, recept, re.DOTALL):
        if gevonden[1]:
            bestand = gevonden[1]
        elif gevonden[2] == "staat":
            oud = gevonden[3]
        else:
            yield bestand, oud, gevonden[3]
            oud = None


@pytest.mark.parametrize("recept", DELEN, ids=lambda recept: recept.splitlines()[0])
def test_a_recipe_passes_the_check_and_shows_what_it_promises(recept, tmp_path):
    data = geldige_data(tmp_path / "data")
    gedaan = list(stappen(recept))
    assert gedaan
    for bestand, oud, nieuw in gedaan:
        pad = tmp_path / bestand
        tekst = pad.read_text(encoding="utf-8") if pad.exists() else ""
        assert (oud in tekst) if oud else not tekst
        pad.write_text(tekst.replace(oud, nieuw, 1) if oud else nieuw, encoding="utf-8")
    assert not [m.tekst() for m in controleer(lees_alles(data), DAG) if m.ernst == "fout"]
    kb = kennisbank(data, DAG)
    beloofd = re.search(r"U ziet op de site: (.*)\.", recept)[1]
    paginas = [
        blok(naam, kb, DAG, "x/", kenmerk)[0]
        for naam in ("route", "school")
        for kenmerk in getattr(kb, PAGINAS[naam].familie)
    ]
    teksten = [" ".join(BeautifulSoup(html, "html.parser").get_text(" ").split()) for html in paginas]
    assert any(beloofd in tekst for tekst in teksten)


def test_the_six_recipes_are_there():
    assert [deel.splitlines()[0] for deel in DELEN] == [
        "Nieuw schooljaar",
        "Route stopt",
        "School hernoemd",
        "School bevestigt",
        "Nieuwe route",
        "Nieuwe bron",
    ]


def test_the_six_steps_have_a_picture_each_with_words_for_who_does_not_see_it():
    tekst = (WORTEL / "docs/meewerken/index.md").read_text(encoding="utf-8")
    beelden = re.findall(r'<img src="\.\./(assets/meewerken/stap-\d\.svg)" alt="(.+?)"', tekst)
    assert len(beelden) == 6
    for naam, uitleg in beelden:
        assert len(uitleg.split()) >= 6
        svg = (WORTEL / "docs" / naam).read_text(encoding="utf-8")
        assert "prefers-color-scheme:dark" in svg
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("pad", FORMULIEREN, ids=lambda pad: pad.stem)
def test_an_issue_form_has_what_github_asks(pad):
    formulier = yaml.safe_load(pad.read_text(encoding="utf-8"))
    assert {"name", "description", "title", "labels", "body"} <= formulier.keys()
    velden = [deel for deel in formulier["body"] if deel["type"] != "markdown"]
    assert all(deel["type"] in ("input", "textarea") for deel in velden)
    kenmerken = [deel["id"] for deel in velden]
    assert len(set(kenmerken)) == len(kenmerken)
    assert all(deel["attributes"]["label"] for deel in velden)
    if pad.stem == "fout-melden":
        assert {"record", "pagina"} <= set(kenmerken)  # what the site fills in, see macros/wijzig.py


def test_the_pull_request_asks_three_things():
    tekst = (WORTEL / ".github/pull_request_template.md").read_text(encoding="utf-8")
    assert re.findall(r"- \[ \] \*\*(.+?)\*\*", tekst) == ["Bron?", "Jaar en datum?", "Eén onderwerp?"]


def test_the_field_guide_names_every_field_of_every_kind():
    pagina = page("velden")
    for familie in FAMILIES.values():
        lijst = pagina.find(id=familie.naam).find_next("dl")
        namen = {dt.code.get_text() for dt in lijst.select("dt")}
        assert set(familie.model.model_fields) <= namen
        assert all(dd.get_text(strip=True) for dd in lijst.select("dd"))
    routes = pagina.find(id="routes").find_next("dl").get_text()
    assert "start.eerste_cohort" in routes
    assert "Kies uit: bevestigd, niet-bevestigd" in routes


def test_from_wijzig_dit_bestand_to_a_green_check(tmp_path):
    """The walk of /meewerken/ with a bare repository in the place of GitHub: a mistake first, then the repair."""
    werk, kaal = tmp_path / "werk", tmp_path / "kaal.git"
    for deel in ("macros", "docs/stylesheets"):
        shutil.copytree(WORTEL / deel, werk / deel, ignore=shutil.ignore_patterns("__pycache__"))
    geldige_data(werk / "data")

    def git(*opdracht, waar=werk):
        wie = ("-c", "user.name=Redacteur", "-c", "user.email=redacteur@voorbeeld.nl")
        subprocess.run(["git", *wie, *opdracht], cwd=waar, check=True, capture_output=True)

    def controle(waar):
        omgeving = os.environ | {"GITHUB_ACTIONS": "true"}
        opdracht = [sys.executable, "-m", "macros", "pr", "origin/main"]
        return subprocess.run(opdracht, cwd=waar, env=omgeving, capture_output=True, text=True, check=False)

    git("init", "-b", "main")
    git("add", "-A")
    git("commit", "-m", "begin")
    git("clone", "--bare", str(werk), str(kaal), waar=tmp_path)
    # steps 2 to 6: a copy of one's own, the file, the commit on a branch, the proposal
    git("clone", str(kaal), str(tmp_path / "eigen"), waar=tmp_path)
    eigen = tmp_path / "eigen"
    git("checkout", "-b", "leerlingen-2025", waar=eigen)
    route = eigen / "data/routes/voorbeeld.yml"
    goed = route.read_text().replace(
        "leerlingen: 50", "leerlingen: {waarde: 64, schooljaar: 2025-2026, bron: verkenning-2021, plaats: tabel 2}"
    )
    route.write_text(goed.replace("2025-2026", "2025/2026"))
    git("commit", "-am", "Leerlingen 2025-2026, uit tabel 2", waar=eigen)
    git("push", "origin", "leerlingen-2025", waar=eigen)
    # what the workflow does with it: a fresh clone of the branch
    git("clone", "--branch", "leerlingen-2025", str(kaal), str(tmp_path / "rood"), waar=tmp_path)
    rood = controle(tmp_path / "rood")
    assert rood.returncode == 1
    assert "::error file=data/routes/voorbeeld.yml,line=17," in rood.stdout
    assert "schooljaar: 2025-2026" in rood.stdout  # how it should be
    route.write_text(goed)
    git("commit", "-am", "Schooljaar met een streepje", waar=eigen)
    git("push", "origin", "leerlingen-2025", waar=eigen)
    git("clone", "--branch", "leerlingen-2025", str(kaal), str(tmp_path / "groen"), waar=tmp_path)
    groen = controle(tmp_path / "groen")
    assert groen.returncode == 0, groen.stdout + groen.stderr
    assert "De gegevens zijn in orde" in groen.stdout
    assert "50 leerlingen (2020-2021) → 64 leerlingen (2025-2026)" in groen.stdout
