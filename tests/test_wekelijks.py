"""The weekly lists, and the remark and issues in the repository, with a `gh` of our own in its place."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from macros import wekelijks
from macros.github import Githubfout, plaats_issue, plaats_opmerking
from tests.builders import a_route, a_school, a_source, kennis
from tests.project import WORTEL

WORKFLOWS = WORTEL / ".github/workflows"

# Keeps what it was asked in a file and answers from another.
NEP = """#!{python}
import json, sys
from pathlib import Path
map_ = Path({map_!r})
invoer = sys.stdin.read() if "--input" in sys.argv else ""
vraag = [sys.argv[2].split("/", 3)[3], sys.argv[sys.argv.index("--method") + 1], json.loads(invoer or "null")]
with (map_ / "gevraagd").open("a") as b:
    b.write(json.dumps(vraag) + "\\n")
if (map_ / "stuk").exists():
    sys.exit("HTTP 403: mag niet")
print((map_ / "antwoord").read_text() if vraag[1] == "GET" else "{{}}")
"""


@pytest.fixture
def gh(tmp_path, monkeypatch):
    programma = tmp_path / "bin/gh"
    programma.parent.mkdir()
    programma.write_text(NEP.format(python=sys.executable, map_=str(tmp_path)))
    programma.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programma.parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def gevraagd(gh: Path):
    """What was asked to be changed: path, method, fields."""
    alles = [json.loads(regel) for regel in (gh / "gevraagd").read_text().splitlines()]
    return [vraag for vraag in alles if vraag[1] != "GET"]


def staat_er(gh: Path, *delen):
    (gh / "antwoord").write_text(json.dumps([list(delen)]))


def test_the_first_remark_is_placed_and_the_next_replaces_it(gh):
    staat_er(gh, {"id": 1, "body": "Een collega: mooi!"})
    plaats_opmerking(7, "<!-- merk -->\nEen fout", "<!-- merk -->")
    staat_er(gh, {"id": 1, "body": "Een collega: mooi!"}, {"id": 2, "body": "<!-- merk -->\nEen fout"})
    plaats_opmerking(7, "<!-- merk -->\nGoed", "<!-- merk -->")
    assert gevraagd(gh) == [
        ["issues/7/comments", "POST", {"body": "<!-- merk -->\nEen fout"}],
        ["issues/comments/2", "PATCH", {"body": "<!-- merk -->\nGoed"}],
    ]


def test_an_issue_is_made_rewritten_and_closed(gh):
    staat_er(gh, {"number": 3, "body": None})
    plaats_issue("Onderhoud", "- [ ] x", "<!-- a -->")
    staat_er(gh, {"number": 3, "body": None}, {"number": 4, "body": "<!-- a -->\n- [ ] x"})
    plaats_issue("Onderhoud", "- [ ] y", "<!-- a -->")
    plaats_issue("Onderhoud", "", "<!-- a -->")
    plaats_issue("Iets anders", "", "<!-- b -->")
    assert gevraagd(gh) == [
        ["issues", "POST", {"title": "Onderhoud", "body": "<!-- a -->\n- [ ] x"}],
        ["issues/4", "PATCH", {"title": "Onderhoud", "body": "<!-- a -->\n- [ ] y"}],
        ["issues/4", "PATCH", {"state": "closed"}],
    ]


def test_what_github_refuses_is_told_in_one_line(gh):
    (gh / "stuk").touch()
    with pytest.raises(Githubfout, match="mag niet"):
        plaats_opmerking(7, "x", "x")
    (gh / "pr").mkdir()
    (gh / "pr/opmerking.md").write_text("x")
    opdracht = [sys.executable, "-m", "macros", "opmerking", "7", "--map", str(gh / "pr")]
    uit = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)
    assert uit.returncode == 1
    assert uit.stdout == "✗ GitHub neemt het niet aan: HTTP 403: mag niet\n"


def test_links_that_fail_are_listed_with_their_file():
    kb = kennis(
        scholen=[a_school(website="https://school.voorbeeld.nl/")],
        bronnen=[a_source(url="https://bron.voorbeeld.nl/stuk")],
    )
    stuk = {"https://bron.voorbeeld.nl/stuk": "antwoord 404"}
    lijst = wekelijks.links(kb, lambda adres: stuk.get(adres, ""))
    assert lijst.regels == ["<https://bron.voorbeeld.nl/stuk>: antwoord 404 (data/bronnen/verkenning-2021.yml)"]
    assert wekelijks.links(kb, lambda adres: "").tekst() == ""
    assert "netwerk" in wekelijks.links(kb, lambda adres: "geen antwoord").regels[0]


def test_an_address_that_cannot_be_reached_gives_words_and_no_crash():
    assert "geen antwoord" in wekelijks.haal("https://127.0.0.1:9/")


def test_facts_that_are_due_are_listed_oldest_first():
    kb = kennis(
        routes=[
            a_route(naam="Nooit"),
            a_route(naam="Vers", actualiteit="bevestigd", bevestigd_door_aanbieder_op="2026-11-20"),
            a_route(naam="Oud", actualiteit="bevestigd", bevestigd_door_aanbieder_op="2025-10-01"),
        ]
    )
    regels = wekelijks.feiten(kb, date(2026, 11, 21)).regels
    assert regels == [
        "Nooit: nooit door de school bevestigd (data/routes/nooit.yml)",
        "Oud: bevestigd op 1 oktober 2025 (data/routes/oud.yml)",
    ]
    later = wekelijks.feiten(kb, date(2028, 1, 1)).regels
    assert any("nagekeken op 21 november 2026" in regel for regel in later)


def test_a_newer_release_of_a_pinned_action_is_listed(gh):
    staan = set(re.findall(r"uses: (\S+)@\w+ # (\S+)", "".join(p.read_text() for p in WORKFLOWS.glob("*.yml"))))
    assert len(staan) >= 5
    nieuw = wekelijks.acties(lambda actie: "v99.0.0" if actie == "actions/checkout" else dict(staan)[actie])
    assert nieuw == [f"actions/checkout: {dict(staan)['actions/checkout']} → v99.0.0"]
    (gh / "stuk").touch()  # GitHub does not answer: the other lists are still made
    assert wekelijks.acties() == []


def test_packages_and_end_dates(tmp_path):
    pip = json.dumps(
        [
            {"name": "mkdocs", "version": "1.6.1", "latest_version": "1.7.0"},
            {"name": "pip", "version": "23", "latest_version": "26"},
        ]
    )
    assert wekelijks.pakketten(pip, lambda actie: "").regels == ["mkdocs: 1.6.1 → 1.7.0"]
    assert not wekelijks.einddatums(date(2026, 1, 1)).regels
    (material,) = wekelijks.einddatums(date(2026, 12, 1)).regels
    assert material.startswith("mkdocs-material: tot 5 mei 2027.")
    assert len(wekelijks.einddatums(date(2027, 9, 1)).regels) == 2


def test_a_known_leak_is_listed_with_its_package_and_its_report():
    def vraag(inhoud):
        vragen = json.loads(inhoud)["queries"]
        soorten = {deel["package"]["ecosystem"] for deel in vragen}
        assert soorten == {"PyPI", "npm"}
        lek = [
            {"vulns": [{"id": "GHSA-b"}, {"id": "CVE-a"}]} if v["package"]["name"] == "jinja2" else {} for v in vragen
        ]
        return json.dumps({"results": lek}).encode()

    (regel,) = wekelijks.lekken(vraag).regels
    assert regel == f"jinja2 {version('jinja2')}: CVE-a, GHSA-b"
    geen = wekelijks.lekken(lambda inhoud: json.dumps({"results": [{}] * len(wekelijks.versies())}).encode())
    assert geen.tekst() == ""


@pytest.mark.parametrize("antwoord", [b"", b"<p>", b"{}", b'{"results": []}', b'{"results": [1]}', OSError("weg")])
def test_without_an_answer_about_leaks_the_list_says_so(antwoord):
    def vraag(inhoud):
        if isinstance(antwoord, OSError):
            raise antwoord
        return antwoord

    assert "geen antwoord" in wekelijks.lekken(vraag).regels[0]
