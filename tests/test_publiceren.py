"""Publishing is all or nothing: killed at any moment the folder is the old or the new, and records do not vanish."""

import os
import random
import signal
import subprocess
import sys
from dataclasses import replace
from multiprocessing import get_context

import pytest

from macros import build, publiceren
from tests.builders import geldige_data, kennis
from tests.project import afdruk

KEREN = 20
TIENDE = 4  # of the records in these tests
# What Python reports (PEP 578) when the build touches the disk.
SCHIJF = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree", "ctypes.dlopen"}


def maak_site(map_, inhoud):
    map_.mkdir(parents=True)
    for nummer in range(12):
        (map_ / f"{nummer}.html").write_text(f"{inhoud} {nummer}", encoding="utf-8")


def bouw_en_sterf(doel, moment):
    """Builds a small site by the real build, and is killed at the n-th time it touches the disk."""
    build.genereer = lambda: None
    build.motor = lambda site: maak_site(site, "nieuw")
    for naam in vars(build):
        if naam.startswith("export_"):
            vars(build)[naam].schrijf = lambda *gegevens: None
    teller = iter(range(moment + 1))

    def haak(gebeurtenis, gegevens):
        if gebeurtenis in SCHIJF and next(teller, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(haak)
    build.bouw(doel)


def test_killed_at_any_moment_the_folder_is_the_old_or_the_new(tmp_path):
    maak_site(tmp_path / "oud", "oud")
    maak_site(tmp_path / "nieuw", "nieuw")
    oud, nieuw = afdruk(tmp_path / "oud"), afdruk(tmp_path / "nieuw")
    gezien, gedood = [], 0
    kans = random.Random(2026)
    for keer in range(KEREN):
        doel = tmp_path / f"keer-{keer}" / "site"
        maak_site(doel, "oud")
        proces = get_context("fork").Process(target=bouw_en_sterf, args=(doel, kans.randrange(45)))
        proces.start()
        proces.join()
        gedood += proces.exitcode == -signal.SIGKILL
        gezien.append(afdruk(doel))
    assert all(stand in (oud, nieuw) for stand in gezien)
    assert gedood >= KEREN // 2  # or the moments came too late to try anything
    assert oud in gezien


def test_the_swap_itself_leaves_no_moment_without_a_folder(tmp_path):
    maak_site(tmp_path / "site", "oud")
    maak_site(tmp_path / "aside", "nieuw")
    build.wissel(tmp_path / "aside", tmp_path / "site")
    assert (tmp_path / "site/0.html").read_text() == "nieuw 0"
    # in one move: the old folder stands where the new one was, nothing was moved away first
    assert (tmp_path / "aside/0.html").read_text() == "oud 0"


def test_where_the_system_cannot_exchange_folders_they_are_moved(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "_ruil", lambda een, ander: False)
    maak_site(tmp_path / "site", "oud")
    maak_site(tmp_path / "aside", "nieuw")
    build.wissel(tmp_path / "aside", tmp_path / "site")
    assert (tmp_path / "site/0.html").read_text() == "nieuw 0"


@pytest.fixture
def kb():
    kb = kennis()
    return replace(kb, uitgever=kb.uitgever.model_copy(update={"voorlopig": "nee", "naam": "Werkgroep"}))


@pytest.fixture
def wortel(tmp_path):
    geldige_data(tmp_path / "data")
    for nummer in range(20):
        bron = (tmp_path / "data/bronnen/verkenning-2021.yml").read_text().replace("verkenning-2021", f"bron-{nummer}")
        (tmp_path / f"data/bronnen/bron-{nummer}.yml").write_text(bron)
    wie = ["git", "-c", "user.name=Test", "-c", "user.email=test@voorbeeld.nl"]
    for opdracht in (["init", "-b", "main"], ["add", "-A"], ["commit", "-m", "begin"]):
        subprocess.run([*wie, *opdracht], cwd=tmp_path, check=True, capture_output=True)

    def leg_vast():
        subprocess.run([*wie, "add", "-A"], cwd=tmp_path, check=True)
        subprocess.run([*wie, "commit", "-m", "minder", "--allow-empty"], cwd=tmp_path, check=True, capture_output=True)

    return tmp_path, leg_vast


ADRES = "https://leerroutes.voorbeeld.nl/"


@pytest.mark.parametrize(("weg", "mag"), [(0, True), (TIENDE, True), (TIENDE + 1, False), (12, False)])
def test_records_do_not_vanish_in_numbers_without_a_word(kb, wortel, weg, mag):
    map_, leg_vast = wortel
    totaal = publiceren.aantal(publiceren.nu(map_))
    assert totaal // 10 == TIENDE
    for nummer in range(weg):
        (map_ / f"data/bronnen/bron-{nummer}.yml").unlink()
    leg_vast()
    reden = publiceren.bezwaar(kb, map_, ADRES, minder=False)
    assert (reden is None) == mag
    if not mag:
        assert f"Er zijn {totaal - weg} records, en bij de vorige versie {totaal}" in reden
        assert publiceren.bezwaar(kb, map_, ADRES, minder=True) is None


def test_what_was_refused_stays_refused_after_later_changes(kb, wortel):
    map_, leg_vast = wortel
    subprocess.run(["git", "tag", "v1.1"], cwd=map_, check=True)  # published, and kept
    for nummer in range(12):
        (map_ / f"data/bronnen/bron-{nummer}.yml").unlink()
    for _ in range(3):
        leg_vast()
        assert publiceren.bezwaar(kb, map_, ADRES, minder=False)
    subprocess.run(["git", "tag", "v2.1"], cwd=map_, check=True)  # published by somebody who said that it is right
    leg_vast()
    assert publiceren.bezwaar(kb, map_, ADRES, minder=False) is None


def test_a_publisher_that_is_not_settled_stops_it(wortel):
    assert "voorlopig" in publiceren.bezwaar(kennis(), wortel[0], ADRES, minder=True)


def test_a_name_still_to_be_filled_in_stops_it(kb, wortel):
    kb = replace(kb, uitgever=kb.uitgever.model_copy(update={"naam": "[uitgever nog te bepalen]"}))
    assert "[uitgever nog te bepalen]" in publiceren.bezwaar(kb, wortel[0], ADRES, minder=True)


@pytest.mark.parametrize("adres", ["http://127.0.0.1:8000/", "http://localhost/", "http://[::1]:80/", "", "site/"])
def test_an_address_on_ones_own_computer_stops_it(adres, kb, wortel):
    assert "site_url" in publiceren.bezwaar(kb, wortel[0], adres, minder=True)


def test_a_checkout_without_a_past_can_be_published(kb, tmp_path):
    geldige_data(tmp_path / "data")
    assert publiceren.bezwaar(kb, tmp_path, ADRES, minder=False) is None
