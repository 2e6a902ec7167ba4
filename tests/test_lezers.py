"""Every file of data/ is read alike by our loader, by PyYAML (YAML 1.1) and by npm's yaml (YAML 1.2)."""

import json
import subprocess

import pytest
import yaml

from macros.loader import lees
from tests.project import WORTEL


def als_json(waarde):
    """A day that PyYAML recognises is the text that the two others read."""
    return json.dumps(waarde, sort_keys=True, ensure_ascii=False, default=lambda dag: dag.isoformat())


def verschillen(teksten):
    """Name of a file → what each program reads, for the files that are not read alike by all three."""
    opdracht = ["node", "yaml.mjs"]
    invoer = json.dumps(list(teksten.values()))
    uit = subprocess.run(
        opdracht, cwd=WORTEL / "tests", input=invoer, capture_output=True, text=True, encoding="utf-8", check=True
    )
    anders = {}
    for (naam, tekst), npm in zip(teksten.items(), json.loads(uit.stdout), strict=True):
        eigen = lees(naam, tekst.encode()).waarde
        gelezen = [als_json(waarde) for waarde in (eigen, yaml.load(tekst, Loader=yaml.CSafeLoader), npm)]
        if len(set(gelezen)) > 1:
            anders[naam] = gelezen
    return anders


def test_every_file_is_read_alike_by_three_programs():
    bestanden = sorted((WORTEL / "data").rglob("*.yml"))
    assert len(bestanden) > 100
    teksten = {str(pad.relative_to(WORTEL)): pad.read_text(encoding="utf-8") for pad in bestanden}
    assert verschillen(teksten) == {}


@pytest.mark.parametrize("geschreven", ["NO", "yes", "12:30", "0123", "0o17", "1_000", "1e3", "2026-11-21 12:00:00"])
def test_a_value_that_they_read_differently_would_be_found(geschreven):
    assert list(verschillen({"goed": 'a: [50, "NO", 2026-11-21, 2020-2021]', "fout": f"a: {geschreven}"})) == ["fout"]
