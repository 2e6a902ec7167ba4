"""What is installed is what was looked at: every package at its version, and every file of it with its hash."""

import json
import re
import subprocess
import sys
from hashlib import sha256
from zipfile import ZipFile

import pytest

from tests.project import WORTEL

REGEL = re.compile(r"([\w.-]+)==([\w.]+)( ; [^\\\n]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")


def pinnen(*namen):
    """Package → version, as people wrote it."""
    tekst = "\n".join((WORTEL / naam).read_text(encoding="utf-8") for naam in namen)
    return {n.lower().replace("_", "-"): v for n, v in re.findall(r"(?m)^([\w.-]+)==([\w.]+)", tekst)}


def slot(naam):
    """Package → version, condition and number of hashes; the file holds nothing else."""
    tekst = (WORTEL / naam).read_text(encoding="utf-8")
    assert REGEL.sub("", tekst) == "", "a line that is no package with hashes"
    return {deel[1].lower(): (deel[2], deel[3], deel[4].count("sha256:")) for deel in REGEL.finditer(tekst)}


@pytest.mark.parametrize(
    ("naam", "bronnen"),
    [
        ("requirements.lock", ["requirements.txt"]),
        ("requirements-dev.lock", ["requirements.txt", "requirements-dev.txt"]),
    ],
)
def test_the_lock_holds_the_versions_that_people_wrote_each_with_hashes(naam, bronnen):
    vast, geschreven = slot(naam), pinnen(*bronnen)
    assert len(vast) > 50
    assert {pakket: versie for pakket, (versie, voorwaarde, _) in vast.items() if not voorwaarde} == geschreven
    # for every system and every Python that it may be installed on, and not only for the one it was made on
    assert all(vast[pakket][2] > 20 for pakket in ("pyyaml", "lxml", "pydantic-core", "watchfiles"))


def test_the_makefile_installs_nothing_without_its_hash():
    regels = re.findall(r"pip install.*-r \S+", (WORTEL / "Makefile").read_text(encoding="utf-8"))
    assert len(regels) == 2
    assert (WORTEL / "Makefile").read_text(encoding="utf-8").count("pip install") == len(regels)
    assert all("--require-hashes -r requirements" in regel and regel.endswith(".lock") for regel in regels)


@pytest.mark.parametrize("map_", ["tests", "tests/lighthouse"])
def test_every_npm_package_has_its_hash(map_):
    alle = json.loads((WORTEL / map_ / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    pakketten = {naam: deel for naam, deel in alle.items() if naam}
    assert pakketten
    assert all(re.fullmatch(r"sha512-[\w+/]{86}==", deel["integrity"]) for deel in pakketten.values())
    assert "npm ci " in (WORTEL / "tests/opzet.sh").read_text(encoding="utf-8")


@pytest.mark.parametrize("anders", [False, True], ids=["de goede", "een bit anders"])
def test_a_file_with_another_hash_is_not_installed(anders, tmp_path):
    wiel = tmp_path / "klein-1.0-py3-none-any.whl"
    with ZipFile(wiel, "w") as zip_:
        zip_.writestr("klein.py", "")
        zip_.writestr("klein-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: klein\nVersion: 1.0\n")
        zip_.writestr("klein-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        zip_.writestr("klein-1.0.dist-info/RECORD", "")
    hash_ = sha256(wiel.read_bytes()).hexdigest()
    hash_ = f"{int(hash_[0], 16) ^ 1:x}{hash_[1:]}" if anders else hash_
    (tmp_path / "klein.lock").write_text(f"klein==1.0 \\\n    --hash=sha256:{hash_}\n")
    opdracht = [sys.executable, "-m", "pip", "install", "--isolated", "--no-index", "--find-links", str(tmp_path)]
    opdracht += ["--target", str(tmp_path / "hier"), "--require-hashes", "-r", str(tmp_path / "klein.lock")]
    uit = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    assert bool(uit.returncode) is anders, uit.stderr
    assert ("DO NOT MATCH" in uit.stderr) is anders
    assert (tmp_path / "hier/klein.py").exists() is not anders
