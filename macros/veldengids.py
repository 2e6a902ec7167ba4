"""The page /meewerken/velden/: every field that a record may hold, from the editor schema."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.families import FAMILIES
from macros.kennisbank import Kennisbank
from macros.schema import Schema, kern, schema


@dataclass(frozen=True)
class Veld:
    """A field: its path, what it means and what may be written, whether it must be there, an example."""

    naam: str
    uitleg: str
    verplicht: bool
    voorbeeld: str


@dataclass(frozen=True)
class Soort:
    """The fields of one kind of file."""

    id: str
    naam: str
    waar: str
    velden: list[Veld]


@dataclass(frozen=True)
class Veldengids:
    """The view."""

    titel: str
    omschrijving: str
    soorten: list[Soort]
    kruimels: tuple[tuple[str, str], ...]


def velden(kb: Kennisbank, vandaag: date) -> Veldengids:
    """The view of /meewerken/velden/."""
    soorten = []
    for familie in FAMILIES.values():
        vorm = schema(familie.schema)
        een = vorm if familie.map_ else vorm["items"]
        lijst = _velden(een, vorm.get("$defs", {}))
        soorten.append(Soort(familie.naam, familie.naam.capitalize(), familie.waar(), lijst))
    return Veldengids(
        "Veldengids",
        "Welke velden een bestand kan hebben, wat zij betekenen en wat u mag schrijven.",
        soorten,
        (("meewerken/", "Meewerken"), ("", "Veldengids")),
    )


def _velden(vorm: Schema, defs: Schema, voor: str = "") -> list[Veld]:
    """The fields of a group, and those of the groups in it, by their path."""
    vorm = _heel(vorm, defs)
    alle = []
    for naam, deel in vorm["properties"].items():
        voorbeelden = kern(deel, defs).get("examples") or kern(deel, defs).get("enum") or [""]
        verplicht = naam in vorm.get("required", ())
        alle.append(Veld(f"{voor}{naam}", deel.get("description", ""), verplicht, str(voorbeelden[0])))
        binnen = _heel(deel.get("items", deel), defs)
        if "properties" in binnen and voor.count(".") < 2:
            alle += _velden(binnen, defs, f"{voor}{naam}.")
    return alle


def _heel(deel: Schema, defs: Schema) -> Schema:
    return defs[deel["$ref"].removeprefix("#/$defs/")] if "$ref" in deel else deel
