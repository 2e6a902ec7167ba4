"""The workflows: nothing found by actionlint and zizmor, every action pinned, no right that is not needed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.project import WORTEL

MAP = WORTEL / ".github/workflows"
BESTANDEN = sorted(MAP.glob("*.yml"))
SCHRIJFT = {  # the only rights to write, and where
    ("controle", "opmerking"): {"pull-requests"},
    ("publiceren", "plaatsen"): {"pages", "id-token"},
    ("publiceren", "bewaren"): {"contents"},
    ("terug", "plaatsen"): {"pages", "id-token"},
    ("wekelijks", "onderhoud"): {"issues"},
}


def lees(pad):
    return yaml.load(pad.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # `on` stays a word


def taken():
    return [(pad.stem, naam, taak) for pad in BESTANDEN for naam, taak in lees(pad)["jobs"].items()]


def actionlint(*bestanden):
    uit = subprocess.run(
        ["node", "actionlint.mjs", *map(str, bestanden)],
        cwd=WORTEL / "tests",
        capture_output=True,
        text=True,
        check=True,
    )
    return uit.stdout


def zizmor(map_):
    programma = Path(sys.executable).with_name("zizmor")
    opdracht = [programma, "--offline", "--no-progress", "--persona=pedantic", str(map_)]
    return subprocess.run(opdracht, capture_output=True, text=True, check=False)


def test_actionlint_and_zizmor_find_nothing():
    assert actionlint(*BESTANDEN) == ""
    uit = zizmor(MAP)
    assert uit.returncode == 0, uit.stdout


def test_both_would_find_something(tmp_path):
    slecht = tmp_path / "slecht.yml"
    tekst = (MAP / "controle.yml").read_text(encoding="utf-8")
    slecht.write_text(tekst.replace("  pull_request:", "  pull_request_target:").replace("needs: controle", "needs: x"))
    assert "job-needs" in actionlint(slecht)
    assert "pull_request_target" in zizmor(slecht).stdout


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_every_action_is_pinned_and_named_with_its_version(pad):
    acties = re.findall(r"uses: (.*)", pad.read_text(encoding="utf-8"))
    assert acties
    assert not [actie for actie in acties if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", actie)]


@pytest.mark.parametrize(("bestand", "naam", "taak"), taken(), ids=lambda deel: deel if isinstance(deel, str) else "")
def test_no_job_may_write_more_than_it_needs(bestand, naam, taak):
    rechten = taak["permissions"]
    assert {recht for recht, soort in rechten.items() if soort == "write"} == SCHRIJFT.get((bestand, naam), set())
    assert set(rechten.values()) <= {"read", "write"}
    assert int(taak["timeout-minutes"]) <= 60
    # the logic is in Python: a workflow calls the Makefile and nothing else
    stappen = [stap["run"] for stap in taak["steps"] if "run" in stap]
    assert all(re.fullmatch(r'make [a-z]+( [A-Z]+="\$[A-Z]+")?', stap) for stap in stappen)


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_nothing_runs_with_rights_on_code_of_a_stranger(pad):
    inhoud = lees(pad)
    assert inhoud["permissions"] == {}
    assert "pull_request_target" not in inhoud["on"]
    for taak in inhoud["jobs"].values():
        uit = [stap for stap in taak["steps"] if stap.get("uses", "").startswith("actions/checkout")]
        assert all(stap["with"]["persist-credentials"] == "false" for stap in uit)
        if "pull-requests" in taak["permissions"]:
            assert uit[0]["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
            assert "head.repo.full_name == github.repository" in taak["if"]


def test_only_a_main_that_passed_and_a_version_that_was_kept_are_published():
    publiceren = lees(MAP / "publiceren.yml")
    assert publiceren["on"].keys() == {"push", "workflow_dispatch"}
    assert publiceren["on"]["push"] == {"branches": ["main"]}
    taken_ = publiceren["jobs"]
    assert taken_["tests"]["if"] == "github.ref == 'refs/heads/main'"
    assert [stap["run"] for stap in taken_["tests"]["steps"] if "run" in stap] == ["make test"]
    # one waits for the other, and none goes on when the one before it failed
    assert [taken_[naam].get("needs") for naam in ("tests", "bouwen", "plaatsen", "bewaren")] == [
        None,
        "tests",
        "bouwen",
        "plaatsen",
    ]
    assert not any("if" in taken_[naam] for naam in ("bouwen", "plaatsen", "bewaren"))
    terug = [stap["run"] for stap in lees(MAP / "terug.yml")["jobs"]["bouwen"]["steps"] if "run" in stap]
    assert terug == ['make terug VERSIE="$VERSIE"']
    for naam in ("publiceren", "terug"):
        inhoud = lees(MAP / f"{naam}.yml")
        assert inhoud["concurrency"] == {"group": "publiceren", "cancel-in-progress": "false"}
        assert inhoud["jobs"]["plaatsen"]["needs"] == "bouwen"
