"""Poison for every text field of data/: hostile text of every class, with a number to find it back by."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from tests.project import WORTEL

GEVALLEN = json.loads((WORTEL / "tests/gevallen/vijandig.json").read_text(encoding="utf-8"))
TEKSTEN: dict[str, list[str]] = GEVALLEN["teksten"] | {"vorm": [*GEVALLEN["teksten"]["vorm"][:2], "l" * 200]}
# Codes, dates, numbers and addresses have a pattern of their own; every other text field is poisoned.
PATROON = re.compile(
    r"[a-z0-9_-]+(/[a-z0-9-]+)*/?|[a-z0-9_]+(\.[a-z0-9_]+)+|\d{4}-\d{2}-\d{2}|\d{4}-\d{4}|\d[\d.]*|https://\S+|[1-9]\d{3}[A-Z]{2}|\d\d[A-Z]{2}\d\d"
)
MERK = r"kanarie\d{5}"  # the mark of a field
# Text fields whose text may be no more than digits or a code.
TEKST_MET_CIJFERS = re.compile(r"(nummer_tabel_1|wanneer|artikel|versie|rijen\.\d+\.\d+)$")
BEPALING = re.compile(r"^data/overeenkomst/.*\.(leden|aanhef|slot)\.\d+$")
# What stands between an editor and a page, and is taken away in the copy: escaping alone must hold there. That the
# gates themselves hold is tested in tests/test_vijandig.py.
POORTEN = (
    ("macros/model_waarden.py", 'raise weiger("opmaak")', "pass"),
    ("macros/model_waarden.py", 'raise weiger("script")', "pass"),
    ("macros/loader.py", "= 64 * 1024,", "= 640 * 1024,"),
    ("macros/templates/papier/onderdelen.typ", 'panic("te vol: " + blad.id)', "nummer = keuzes.len() - 1"),
)


class Vergiftiger:
    """Puts hostile text, and a mark of its own, in every text of a record; `velden` tells where.

    Every text begins as a formula and holds a template and a script; the other classes take turns in the records
    that share a field, and the texts of a class take turns everywhere.
    """

    def __init__(self) -> None:
        self.velden: dict[str, str] = {}
        self.beurt: Counter[str] = Counter()

    def __call__(self, waarde: Any, pad: str) -> Any:
        """The same value, poisoned."""
        if isinstance(waarde, dict):
            return {naam: self(deel, f"{pad}.{naam}") for naam, deel in waarde.items()}
        if isinstance(waarde, list):
            return [self(deel, f"{pad}.{n}") for n, deel in enumerate(waarde)]
        if not isinstance(waarde, str) or (PATROON.fullmatch(waarde) and not TEKST_MET_CIJFERS.search(pad)):
            return waarde
        if pad.startswith("data/overeenkomst/") and ".als." in pad:  # a code
            return waarde
        merk = f"kanarie{len(self.velden):05}"
        gif = self._gif(veld(pad))
        # in the text of a clause braces mark a blank, and any other brace is refused
        gif = [tekst for tekst in gif if not (BEPALING.search(pad) and re.search(r"[{}]", tekst))]
        self.velden[merk] = pad
        return " ".join([gif[0], waarde, *gif[1:], merk])

    def _gif(self, naam: str) -> list[str]:
        n = len(self.velden)
        beurt = self.beurt[naam]
        self.beurt[naam] += 1
        soorten = ["formule", "sjabloon", "script", ("schema", "opmaak", "vorm")[beurt % 3]]
        return [TEKSTEN[soort][n % len(TEKSTEN[soort])] for soort in soorten]


def veld(pad: str) -> str:
    """The field of a path: the same for every record of a family and every item of a list."""
    familie, _, rest = pad.removeprefix("data/").partition(".yml")
    return re.sub(r"\.\d+", "", familie.split("/")[0] + rest)


def vergiftig(project: Path) -> dict[str, str]:
    """Poisons the data of a copy and takes its gates away; returns the field of every mark."""
    for naam, oud, nieuw in POORTEN:
        tekst = (project / naam).read_text(encoding="utf-8")
        assert oud in tekst, (naam, oud)
        (project / naam).write_text(tekst.replace(oud, nieuw), encoding="utf-8")
    gif = Vergiftiger()
    for pad in sorted(pad for pad in (project / "data").rglob("*.yml") if "_sjabloon" not in pad.parts):
        gelezen = yaml.load(pad.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if pad.stem == "weergave":
            gelezen = {groep: gif(deel, f"weergave.{groep}") for groep, deel in gelezen.items()}
        else:
            gelezen = gif(gelezen, str(pad.relative_to(project)))
        pad.write_text(schrijf_yaml(gelezen), encoding="utf-8")
    return gif.velden


def schrijf_yaml(waarde: Any) -> str:
    """YAML in which every text that needs it is quoted and codes and numbers are not."""

    class Schrijver(yaml.SafeDumper):
        pass

    Schrijver.add_representer(
        str, lambda d, s: d.represent_scalar("tag:yaml.org,2002:str", s, style=None if PATROON.fullmatch(s) else '"')
    )
    Schrijver.yaml_implicit_resolvers = {}
    return yaml.dump(waarde, Dumper=Schrijver, allow_unicode=True, sort_keys=False, width=10**6)
