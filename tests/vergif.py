"""Poison for every text field of data/: hostile text of every class, with a number to find it back by."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.families import FAMILIES
from macros.schema import schema
from tests.project import WORTEL

GEVALLEN = json.loads((WORTEL / "tests/gevallen/vijandig.json").read_text(encoding="utf-8"))
TEKSTEN: dict[str, list[str]] = GEVALLEN["teksten"] | {"vorm": [*GEVALLEN["teksten"]["vorm"][:2], "l" * 200]}
ANDER = [tekst for soort in ("schema", "opmaak", "vorm") for tekst in TEKSTEN[soort]]
VOL = 3  # so many texts of a field hold all templates and scripts; in the others, too, they take turns
GETAL = re.compile(r"-?\d+(\.\d+)?")
MERK = r"kanarie\d{5}"  # the mark of a field
# Text by the model, and yet a code: `keuze=optie` in a clash of choices, and the path of a field of a route.
CODE = re.compile(r"^data/overeenkomst/.*\.als\.\d+$|\.(voorbeelden|ondergrenzen)\.\d+\.veld$")
BEPALING = re.compile(r"^data/overeenkomst/.*\.(leden|aanhef|slot)\.\d+$")
# What stands between an editor and a page, and is taken away in the copy: escaping alone must hold there. That the
# gates themselves hold is tested in tests/test_vijandig.py.
POORTEN = (
    ("macros/model_waarden.py", 'raise weiger("opmaak")', "pass"),
    ("macros/model_waarden.py", 'raise weiger("script")', "pass"),
    ("macros/model_waarden.py", 'raise weiger("te_lang", lengte=len(waarde))', "pass"),
    ("macros/loader.py", "= 64 * 1024,", "= 640 * 1024,"),
    ("macros/templates/papier/onderdelen.typ", 'panic("te vol: " + blad.id)', "nummer = keuzes.len() - 1"),
)


class Vergiftiger:
    """Puts hostile text, and a mark of its own, in every text of a record; `velden` tells where.

    What is a text, and no id, choice, day or number, is what the model says. Every text begins as a formula. The
    first texts of a field hold every template and every script, the others one of each in turn, to build in less time;
    those of the other classes take turns everywhere.
    """

    def __init__(self) -> None:
        self.velden: dict[str, str] = {}
        self.begin: dict[str, int] = {}
        self.aantal: Counter[str] = Counter()

    def __call__(self, waarde: Any, pad: str, vorm: Vorm) -> Any:
        """The same value, poisoned; `vorm` is what the model says of it."""
        if isinstance(waarde, dict):
            return {naam: self(deel, f"{pad}.{naam}", vorm.onder(naam)) for naam, deel in waarde.items()}
        if isinstance(waarde, list):
            return [self(deel, f"{pad}.{n}", vorm.deel()) for n, deel in enumerate(waarde)]
        if not vorm.is_tekst() or CODE.search(pad):
            return waarde
        merk = f"kanarie{len(self.velden):05}"
        gif = self._gif(veld(pad))
        # in the text of a clause braces mark a blank, and any other brace is refused
        gif = [tekst for tekst in gif if not (BEPALING.search(pad) and re.search(r"[{}]", tekst))]
        self.velden[merk] = pad
        return " ".join([gif[0], waarde, *gif[1:], merk])

    def _gif(self, naam: str) -> list[str]:
        # a field with one record would always meet the first: each field begins elsewhere
        begin = self.begin.setdefault(naam, len(self.begin))
        n = begin + self.aantal[naam]
        self.aantal[naam] += 1
        soorten = {soort: [lijst[n % len(lijst)]] for soort, lijst in (TEKSTEN | {"ander": ANDER}).items()}
        if self.aantal[naam] <= VOL:
            soorten |= {soort: TEKSTEN[soort] for soort in ("sjabloon", "script")}
        return [tekst for soort in ("formule", "sjabloon", "script", "ander") for tekst in soorten[soort]]


@dataclass(frozen=True)
class Vorm:
    """What the model says of a value: a part of the JSON schema that editors' programs get too."""

    keuzes: tuple[dict[str, Any], ...]
    defs: dict[str, Any]

    @classmethod
    def van(cls, bestand: Path) -> Vorm:
        """That of a file of data/."""
        naam = bestand.stem if bestand.parent.name == "data" else FAMILIES[bestand.parent.name].schema
        return cls((schema(naam),), schema(naam).get("$defs", {}))

    def _alle(self) -> Iterator[dict[str, Any]]:
        wacht = list(self.keuzes)
        while wacht:
            een = wacht.pop()
            wacht += een.get("anyOf", ())
            wacht += [self.defs[een["$ref"].removeprefix("#/$defs/")]] if "$ref" in een else ()
            yield een

    def onder(self, naam: str) -> Vorm:
        """That of a field."""
        return self._met(een.get("properties", {}).get(naam) or een.get("additionalProperties") for een in self._alle())

    def deel(self) -> Vorm:
        """That of an item of a list."""
        return self._met(deel for een in self._alle() for deel in (een.get("items"), *een.get("prefixItems", ())))

    def _met(self, delen: Iterable[Any]) -> Vorm:
        gevonden = tuple(deel for deel in delen if isinstance(deel, dict))
        assert gevonden, "a value that the model does not know"
        return Vorm(gevonden, self.defs)

    def is_tekst(self) -> bool:
        """Whether it is free text."""
        return any(een.get("x-code") == "tekst" for een in self._alle())


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
        gelezen = yaml.load(pad.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        gelezen = gif(gelezen, str(pad.relative_to(project)), Vorm.van(pad))
        pad.write_text(schrijf_yaml(gelezen), encoding="utf-8")
    return gif.velden


def schrijf_yaml(waarde: Any) -> str:
    """YAML in which all is quoted but numbers."""

    class Schrijver(yaml.CSafeDumper):
        pass

    Schrijver.add_representer(
        str, lambda d, s: d.represent_scalar("tag:yaml.org,2002:str", s, style=None if GETAL.fullmatch(s) else '"')
    )
    Schrijver.yaml_implicit_resolvers = {}
    return yaml.dump(waarde, Dumper=Schrijver, allow_unicode=True, sort_keys=False, width=10**6)
