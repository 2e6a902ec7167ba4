"""A pull request: what its author is told, played through the same code as `make pr`."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date

import pytest
from bs4 import BeautifulSoup

from macros import pr
from macros.families import FAMILIES, LOSSE_BESTANDEN
from macros.geschiedenis import nu
from macros.inlezen import familie_van
from macros.verslag import Melding
from macros.voorbeeld import MEEST
from tests.builders import geldige_data
from tests.project import WORTEL

VANDAAG = date(2026, 11, 27)
GEVALLEN = json.loads((WORTEL / "tests/gevallen/pr.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def stand(tmp_path_factory):
    wortel = tmp_path_factory.mktemp("wortel")
    geldige_data(wortel / "data")
    return nu(wortel)


def speel(stand, geval):
    """The state after a change: of a text, of a whole file (`@` copies another one), or without the file."""
    naam, oud, nieuw = f"data/{geval['bestand']}.yml", geval["oud"], geval["nieuw"]
    if oud is not None:
        tekst = stand[naam].decode()
        assert oud in tekst
        keer = -1 if oud == "\n" else 1
        return {**stand, naam: tekst.replace(oud, nieuw, keer).encode()}
    if nieuw is None:
        return {ander: inhoud for ander, inhoud in stand.items() if ander != naam}
    bron, *ruil = [nieuw] if isinstance(nieuw, str) else nieuw
    tekst = stand[f"data/{bron.removeprefix('@')}.yml"].decode()
    return {**stand, naam: (tekst.replace(*ruil, 1) if ruil else tekst).encode()}


def oordeel(stand, geval, met_voorbeeld=False):
    return pr.beoordeel(stand, speel(stand, geval), VANDAAG, met_voorbeeld)


def test_there_are_forty_mistakes_and_fifty_good_changes():
    """Each its own, and in every family of records and every file of settings that an editor may change."""
    families = FAMILIES.keys() | LOSSE_BESTANDEN.keys()
    for soort, minst in (("fout", 40), ("goed", 50)):
        gevallen = GEVALLEN[soort]
        assert len({(geval["bestand"], geval["oud"], str(geval["nieuw"])) for geval in gevallen}) >= minst
        assert len({geval["naam"] for geval in gevallen}) == len(gevallen)
        # settings of the site are few: a mistake in one is a mistake in a record of one file
        gezien = {familie_van(f"data/{geval['bestand']}.yml") for geval in gevallen}
        assert families - gezien <= {"verschillen", "stappenplan", "besturen", "typen"}, families - gezien


def test_the_mistakes_are_of_many_kinds(stand):
    """Not forty times the same: what is expected differs from case to case."""
    verwacht = {oordeel(stand, geval).fouten[0].verwacht for geval in GEVALLEN["fout"]}
    assert len(verwacht) >= 40


ECHT = nu(WORTEL)
EEN_PER_FAMILIE = {familie_van(naam): naam for naam in sorted(ECHT, reverse=True)}


def test_one_mistake_in_every_family_of_the_real_data_is_found_in_its_place():
    kapot = dict(ECHT)
    for familie, naam in EEN_PER_FAMILIE.items():
        marge = b"" if FAMILIES.get(familie) is None or FAMILIES[familie].map_ else b"  "
        kapot[naam] = ECHT[naam].rstrip() + b"\n" + marge + b"tikfoutje: x\n"
    gevonden = pr.beoordeel(ECHT, kapot, VANDAAG, met_voorbeeld=False)
    plekken = {(fout.bestand, kapot[fout.bestand].decode().splitlines()[fout.regel - 1]) for fout in gevonden.fouten}
    assert {bestand for bestand, _ in plekken} == set(EEN_PER_FAMILIE.values())
    assert all("tikfoutje: x" in regel for _, regel in plekken), plekken


def test_a_remark_in_every_family_of_the_real_data_raises_no_alarm():
    anders = {naam: ECHT[naam] + b"# nagekeken\n" for naam in EEN_PER_FAMILIE.values()}
    gevonden = pr.beoordeel(ECHT, {**ECHT, **anders}, VANDAAG, met_voorbeeld=False)
    assert not [melding.tekst() for melding in gevonden.meldingen]
    assert not gevonden.vermoedens
    assert {wijziging.soort for wijziging in gevonden.wijzigingen} == {"opmaak"}


@pytest.mark.parametrize("geval", GEVALLEN["fout"], ids=lambda geval: geval["naam"])
def test_a_mistake_is_named_with_its_file_and_line(stand, geval):
    gevonden = oordeel(stand, geval)
    (fout,) = gevonden.fouten
    regel = geval["regel"]
    waar, regel = regel if isinstance(regel, list) else (geval["bestand"], regel)
    assert fout.bestand == f"data/{waar}.yml"
    inhoud = speel(stand, geval)[fout.bestand].decode().splitlines()
    assert regel in inhoud[fout.regel - 1]
    assert fout.verwacht
    tekst = pr.opmerking(gevonden)
    assert "Er staat 1 fout" in tekst
    assert f"regel {fout.regel}," in tekst
    assert gevonden.voorbeeld is None


@pytest.mark.parametrize("geval", GEVALLEN["goed"], ids=lambda geval: geval["naam"])
def test_a_good_change_raises_no_alarm(stand, geval):
    gevonden = oordeel(stand, geval)
    assert not [melding.tekst() for melding in gevonden.meldingen]
    assert gevonden.wijzigingen
    assert "De gegevens zijn in orde" in pr.opmerking(gevonden)


ROUTE = "routes/voorbeeld"


def anders(stand, oud, nieuw, bestand=ROUTE):
    return speel(stand, {"bestand": bestand, "oud": oud, "nieuw": nieuw})


def test_at_most_ten_mistakes_are_told_at_once(stand):
    regels = "".join(f"veld_{nummer}: x\n" for nummer in range(14))
    gevonden = pr.beoordeel(stand, anders(stand, "leerlingen: 50\n", f"leerlingen: 50\n{regels}"), VANDAAG)
    tekst = pr.opmerking(gevonden)
    assert "Er staan 14 fouten" in tekst
    assert tekst.count("Hier staat:") == 10
    assert "En nog 4. Los eerst deze 10 op." in tekst
    assert len(list(pr.aantekeningen(gevonden))) >= 14


def test_mistakes_in_the_file_that_was_changed_come_first(stand):
    kapot = anders(stand, "niveau: 2", "niveau: 9", "opleidingen")
    gevonden = pr.beoordeel(kapot, anders(kapot, "leerlingen: 50", "leerlingen: veel"), VANDAAG)
    assert [fout.bestand for fout in gevonden.fouten] == ["data/routes/voorbeeld.yml", "data/opleidingen.yml"]


VRAGEN = [
    ("leerlingen: 50", "leerlingen: {waarde: 500, schooljaar: 2025-2026}", "groot verschil. Bedoelt u dit?"),
    ("leerlingen: 50", "leerlingen: {waarde: 5, schooljaar: 2025-2026}", "groot verschil. Bedoelt u dit?"),
    ("schooljaar: 2020-2021", "schooljaar: 2019-2020", "eerder schooljaar. Bedoelt u dit?"),
    ("leerlingen: 50", "leerlingen: 51", "Bron, plaats, schooljaar en controledatum bleven gelijk"),
    (None, None, "actualiteit: beeindigd"),
]


@pytest.mark.parametrize(("oud", "nieuw", "vraag"), VRAGEN)
def test_what_looks_odd_is_asked_and_stops_nothing(stand, oud, nieuw, vraag):
    gevonden = pr.beoordeel(stand, anders(stand, oud, nieuw), VANDAAG, met_voorbeeld=False)
    assert not gevonden.fouten
    (gevraagd,) = gevonden.vermoedens
    assert vraag in gevraagd.tekst
    assert "Klopt dit?" in pr.opmerking(gevonden)


def test_a_careful_change_is_not_asked_about(stand):
    goed = anders(stand, "leerlingen: 50", "leerlingen: {waarde: 54, schooljaar: 2025-2026, plaats: tabel 2}")
    assert not pr.beoordeel(stand, goed, VANDAAG, met_voorbeeld=False).vermoedens


def test_many_subjects_in_one_change_are_asked_about(stand):
    alles = stand
    for bestand, oud in ((ROUTE, "Voorbeeldroute"), ("scholen/voorbeeldschool", "Dorpsstraat 1")):
        alles = anders(alles, oud, f"{oud}x", bestand)
    for stap in ("doel", "partners", "start"):
        alles = anders(alles, "Begin op tijd.", "Begin vroeg.", f"stappen/{stap}")
    vragen = [v.tekst for v in pr.beoordeel(stand, alles, VANDAAG, met_voorbeeld=False).vermoedens]
    assert any("over 5 records" in vraag for vraag in vragen)


VIJANDIG = [
    "<img src=x onerror=alert(1)>",
    "[klik](https://kwaad.voorbeeld)",
    "@iedereen kijk",
    "`code` **vet** _schuin_",
    "# kop",
    "![x](https://kwaad.voorbeeld/x.png)",
    "https://kwaad.voorbeeld/pad",
    "```\nblok",
    "a | b",
]


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_text_from_a_record_stays_text_below_the_pull_request(stand, tekst):
    kaal = pr.kaal(tekst)
    assert not re.search(r"(?<!\\)[<\[`*_#|!]", kaal)
    assert not re.search(r"@\w|://", kaal)
    assert "\n" not in kaal
    code = pr.code(tekst)
    assert "\n" not in code
    rand = re.match("`+", code)[0]
    assert code.endswith(rand)
    assert not re.search(f"(?<!`){rand}(?!`)", code[len(rand) : -len(rand)])


def test_text_from_a_record_cannot_give_the_workflow_an_order(stand):
    melding = Melding("data/a,b.yml", 3, "veld: x", "staat", "een regel\n::error::kwaad 100%")
    regel = pr._aantekening("error", melding.bestand, melding.regel, melding.veld, melding.verwacht)
    assert regel == "::error file=data/a%2Cb.yml,line=3,title=veld%3A x::een regel%0A::error::kwaad 100%25"
    assert "\n" not in regel


def test_the_preview_is_one_file_that_shows_what_changes(stand):
    nieuw = anders(stand, "leerlingen: 50", "leerlingen: {waarde: 64, schooljaar: 2025-2026}")
    gevonden = pr.beoordeel(stand, nieuw, VANDAAG)
    pagina = BeautifulSoup(pr.pagina(gevonden), "html.parser")
    assert pagina.h2.get_text() == "Voorbeeldroute"  # the page of the record itself comes first
    rijen = [[cel.get_text() for cel in rij.select("td")] for rij in pagina.section.select("tr")]
    assert any("50 leerlingen" in nu and "64 leerlingen" in straks for nu, straks in filter(None, rijen))
    assert len(pagina.select(".kb-voorbeeld-pagina")) <= MEEST
    assert pagina.select(".kb-verandert")
    assert not pagina.select(".kb-sprong, .kb-acties, .kb-kern-factsheet")  # links and buttons that lead nowhere here
    # nothing in it asks for anything, runs, or leads away
    assert not pagina.select("script, img, iframe, link, form")
    assert not [deel for deel in pagina.find_all(True) if deel.get("href") or deel.get("src") or deel.get("style")]
    assert "url(" not in re.sub(r"url\(([\"']?)data:", "", pagina.style.get_text())


def test_a_new_page_and_a_page_that_goes_are_shown_too(stand):
    tweede = (
        stand[f"data/{ROUTE}.yml"].replace(b"id: voorbeeld\n", b"id: tweede\n").replace(b"Voorbeeldroute", b"Tweede")
    )
    erbij = {**stand, "data/routes/tweede.yml": tweede}
    for oud, nieuw, zin in ((stand, erbij, "Deze pagina is nieuw."), (erbij, stand, "Deze pagina verdwijnt.")):
        pagina = BeautifulSoup(pr.pagina(pr.beoordeel(oud, nieuw, VANDAAG)), "html.parser")
        assert pagina.h2.get_text() == "Tweede"
        assert zin in pagina.section.get_text()


def test_a_mistake_that_was_there_before_gives_no_preview_but_no_crash(stand):
    kapot = anders(stand, "leerlingen: 50", "leerlingen: veel")
    gevonden = pr.beoordeel(kapot, stand, VANDAAG)
    assert not gevonden.fouten
    assert gevonden.voorbeeld is None
    assert "Zo ziet het eruit" not in pr.opmerking(gevonden)


def test_make_pr_on_a_branch(tmp_path):
    """The command itself: from a branch to the remark, the preview and the exit code."""
    for deel in ("macros", "docs/stylesheets", "docs/assets"):
        shutil.copytree(WORTEL / deel, tmp_path / deel, ignore=shutil.ignore_patterns("__pycache__", "vendor"))
    shutil.copy(WORTEL / "mkdocs.yml", tmp_path)
    geldige_data(tmp_path / "data")

    def git(*opdracht):
        wie = ("-c", "user.name=Test", "-c", "user.email=test@voorbeeld.nl")
        subprocess.run(["git", *wie, *opdracht], cwd=tmp_path, check=True, capture_output=True)

    def maak_pr(basis, **omgeving):
        opdracht = [sys.executable, "-m", "macros", "pr", basis]
        return subprocess.run(opdracht, cwd=tmp_path, env=os.environ | omgeving, capture_output=True, text=True)

    git("init", "-b", "main")
    git("add", "-A")
    git("commit", "-m", "begin")
    git("checkout", "-b", "wijziging")
    route = tmp_path / f"data/{ROUTE}.yml"
    goed = route.read_text().replace("leerlingen: 50", "leerlingen: 64")
    route.write_text(goed)
    uit = maak_pr("main")
    assert uit.returncode == 0, uit.stdout + uit.stderr
    assert "50 leerlingen → 64 leerlingen" in (tmp_path / "pr/opmerking.md").read_text()
    assert "64 leerlingen" in (tmp_path / "pr/voorbeeld.html").read_text()
    route.write_text(goed.replace("leerlingen: 64", "leerlingen: veel"))
    uit = maak_pr("main", GITHUB_ACTIONS="true")
    assert uit.returncode == 1
    assert "::error file=data/routes/voorbeeld.yml,line=17,title=leerlingen::" in uit.stdout
    uit = maak_pr("bestaat-niet")
    assert uit.returncode == 1
    assert "Git kent bestaat-niet niet" in uit.stdout
    assert "Traceback" not in uit.stderr
