"""Every published version is kept, and comes back byte for byte, or not at all."""

import io
import json
import os
import subprocess
import sys
import tarfile

import pytest

from macros import archief
from macros.geschiedenis import git
from tests.project import WORTEL, afdruk

# Stands in for the program of GitHub: keeps what it was asked.
GH = """#!{python}
import json, sys
with open({bestand!r}, "a") as b:
    b.write(json.dumps(sys.argv[1:]) + "\\n")
"""
SLOT = WORTEL / "requirements.lock"


@pytest.fixture
def bewaard(tmp_path, site):
    archief.bewaar(site, SLOT, tmp_path / "archief")
    return tmp_path / "archief"


def vorige(map_):
    (map_ / "site").mkdir()
    (map_ / "site/index.html").write_text("de vorige")
    return map_ / "site"


def test_the_site_that_was_kept_comes_back_byte_for_byte(bewaard, site, tmp_path):
    doel = vorige(tmp_path)
    archief.zet_terug(bewaard, doel)
    assert afdruk(doel) == afdruk(site)
    assert min(pad.stat().st_mtime for pad in doel.rglob("*.html")) >= bewaard.stat().st_mtime
    assert [pad.name for pad in tmp_path.iterdir() if pad.name.startswith(".")] == []


def test_what_is_kept_is_equal_for_an_equal_site_and_sha256sum_reads_its_sums(bewaard, site, tmp_path):
    archief.bewaar(site, SLOT, tmp_path / "nog-eens")
    assert afdruk(tmp_path / "nog-eens") == afdruk(bewaard)
    opdracht = ["sha256sum", "--check", archief.SOMMEN]
    uit = subprocess.run(opdracht, cwd=bewaard, capture_output=True, text=True, check=True)
    assert uit.stdout == f"{archief.SITE}: OK\n{archief.ONDERDELEN}: OK\n"


def test_the_list_of_parts_names_every_package_that_is_locked(bewaard):
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    tekst = (bewaard / archief.ONDERDELEN).read_text()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(tekst) is None
    vast = [regel.split()[0] for regel in SLOT.read_text().splitlines() if "==" in regel]
    assert [f"{deel['name']}=={deel['version']}" for deel in json.loads(tekst)["components"]] == vast


def bit(map_):
    inhoud = bytearray((map_ / archief.SITE).read_bytes())
    inhoud[1000] ^= 1
    (map_ / archief.SITE).write_bytes(inhoud)


def buiten(map_):
    """A site that would write beside its folder, with sums that are right."""
    with tarfile.open(map_ / archief.SITE, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("../buiten.txt"), io.BytesIO())
    archief._tel(map_)


@pytest.mark.parametrize(
    ("maak_stuk", "woord"),
    [
        (bit, "site.tar.gz niet het bestand"),
        (lambda map_: (map_ / archief.SITE).unlink(), "geen hele bewaarde versie"),
        (lambda map_: (map_ / archief.SOMMEN).unlink(), "geen hele bewaarde versie"),
        (lambda map_: (map_ / archief.SOMMEN).write_text(""), "site.tar.gz niet het bestand"),
        (lambda map_: (map_ / archief.SOMMEN).write_text("onzin\n"), "geen hele bewaarde versie"),
        (buiten, "geen hele bewaarde versie"),
    ],
    ids=["een bit anders", "geen site", "geen sommen", "lege sommen", "onzin", "buiten de map"],
)
def test_what_is_not_what_was_kept_leaves_the_site_as_it_was(maak_stuk, woord, bewaard, tmp_path):
    doel = vorige(tmp_path)
    maak_stuk(bewaard)
    opdracht = [sys.executable, "-m", "macros", "terug", "--map", str(bewaard), "--naar", str(doel)]
    uit = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)
    assert uit.returncode == 1
    assert woord in uit.stdout
    assert not uit.stderr
    assert (doel / "index.html").read_text() == "de vorige"
    assert not (tmp_path / "buiten.txt").exists()


@pytest.mark.parametrize(
    ("opdracht", "woord"),
    [
        (["archief", "{leeg}", "--naar", "{leeg}/archief"], "staat geen site"),
        (["uitgeven", "v7.1", "--map", "{leeg}"], "geen hele bewaarde versie"),
    ],
    ids=["archief", "uitgeven"],
)
def test_nothing_is_kept_or_given_out_where_there_is_nothing(opdracht, woord, tmp_path):
    opdracht = [deel.format(leeg=tmp_path) for deel in opdracht]
    uit = subprocess.run(
        [sys.executable, "-m", "macros", *opdracht], cwd=WORTEL, capture_output=True, text=True, check=False
    )
    assert uit.returncode == 1
    assert woord in uit.stdout
    assert not uit.stderr
    assert not list(tmp_path.iterdir())


def test_a_version_goes_to_github_with_its_commit_and_is_fetched_by_its_name(bewaard, tmp_path, monkeypatch):
    programma = tmp_path / "bin/gh"
    programma.parent.mkdir()
    programma.write_text(GH.format(python=sys.executable, bestand=str(tmp_path / "gevraagd")))
    programma.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programma.parent}{os.pathsep}{os.environ['PATH']}")
    for opdracht in (["uitgeven", "v7.1"], ["terug", "v7.1", "--naar", str(tmp_path / "site")]):
        opdracht = [sys.executable, "-m", "macros", *opdracht, "--map", str(bewaard)]
        subprocess.run(opdracht, cwd=WORTEL, capture_output=True, check=True)
    kop = git(WORTEL, "rev-parse", "HEAD").decode().strip()
    maak, haal = [json.loads(regel) for regel in (tmp_path / "gevraagd").read_text().splitlines()]
    assert maak[:3] == ["release", "create", "v7.1"]
    assert maak[3:6] == [str(bewaard / naam) for naam in (archief.SOMMEN, archief.ONDERDELEN, archief.SITE)]
    assert maak[6:8] == ["--target", kop]
    assert haal == ["release", "download", "v7.1", "--dir", str(bewaard), "--clobber"]
    assert (tmp_path / "site/index.html").exists()
