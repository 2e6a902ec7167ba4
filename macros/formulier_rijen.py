"""The fields of the form for a route, made from the editor schema: one value, one fact, or a list of groups."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from macros.kennisbank import Kennisbank
from macros.model import Herkomst, Lezing, Model
from macros.model_route import Route
from macros.schema import kern, schema
from macros.vorm import is_model, kaal, stap

BOVENAAN = ("id", "naam", "actualiteit", "schooljaar", "gecontroleerd_op", "in_verkenning", "nummer_tabel_1")
BIJ_FEIT = ("bron", "plaats", "schooljaar", "gecontroleerd_op")
TYPEN = {"type_verkenning": "verkenning", "wettelijke_vorm": "wettelijk"}  # which types such a field may name
KEUR = ("type", "pattern", "minimum", "maximum", "maxLength", "enum")


@dataclass(frozen=True)
class Keuze:
    """A value that may be chosen, and how it is called."""

    id: str
    naam: str
    herkomst: str = ""


@dataclass(frozen=True)
class Rij:
    """A field of the form. `soort`: feit or veld; `vorm` is what the browser judges a value by.

    In a list of groups `pad` has a `*` in the place of the number.
    """

    pad: str
    label: str
    uitleg: str
    soort: str
    vorm: dict[str, Any]
    lijst: bool
    keuzes: list[Keuze]
    eenheid: str
    verplicht: bool

    @property
    def vorm_json(self) -> str:
        """What the browser judges by, as text."""
        return json.dumps(self.vorm, ensure_ascii=False)

    @property
    def attribuut(self) -> str:
        """The name of the field as a data attribute."""
        return self.pad.replace("_", "-")

    @property
    def naam(self) -> str:
        """The name of the field within its group."""
        return self.pad.rpartition(".")[2]


@dataclass(frozen=True)
class Reeks:
    """A list of groups, such as the phases of a route. `herkomst`: whether each has a source of its own.

    A list that is `verplicht` stays in the file when it is empty; `minst` is how many it holds at least.
    """

    pad: str
    label: str
    uitleg: str
    verplicht: bool
    minst: int
    herkomst: bool
    rijen: list[Rij]


@dataclass(frozen=True)
class Groep:
    """The fields of one section of a route's page."""

    id: str
    naam: str
    rijen: list[Rij]
    reeksen: list[Reeks] = field(default_factory=list)


def groepen(kb: Kennisbank) -> list[Groep]:
    """Every field of a route, in the sections of its page."""
    maak, vorm = Rijen(kb), schema("route")
    velden = {naam: kaal(veld.annotation) for naam, veld in Route.model_fields.items()}
    boven = [naam for naam, soort in velden.items() if naam in BOVENAAN or is_model(soort, Lezing)]
    alle = [Groep("kort", _sectie(kb, "kort"), [maak.rij(vorm, (naam,)) for naam in boven])]
    for naam, soort in velden.items():
        if is_reeks(Route, naam):
            alle.append(Groep(naam, _sectie(kb, naam), [], [maak.reeks(vorm, Route, (naam,))]))
        elif naam not in boven:
            feiten = [n for n, deel in soort.model_fields.items() if is_model(kaal(deel.annotation), Lezing)]
            reeksen = [maak.reeks(vorm, soort, (naam, n)) for n in soort.model_fields if is_reeks(soort, n)]
            alle.append(Groep(naam, _sectie(kb, naam), [maak.rij(vorm, (naam, n)) for n in feiten], reeksen))
    return alle


def is_reeks(model: type[Model], naam: str) -> bool:
    """Whether a field is a list of groups."""
    return is_model(stap(stap(model, naam), 0))


def _sectie(kb: Kennisbank, naam: str) -> str:
    namen = {sectie.id: sectie.naam for sectie in kb.weergave.secties}
    return namen.get(naam, naam.capitalize())


class Rijen:
    """Makes the fields of the form out of the schema of a route."""

    def __init__(self, kb: Kennisbank):
        self.kb, self.defs = kb, schema("route")["$defs"]

    def rij(self, vorm: dict[str, Any], pad: tuple[str, ...], boven: str = "") -> Rij:
        """The field at a path below `vorm`, which itself stands below `boven`."""
        deel = ouder = vorm
        for naam in pad:
            ouder = self._heel(deel)
            deel = ouder["properties"][naam]
        een, heel = kern(deel, self.defs), self._heel(deel)
        volledig = f"{boven}{'.'.join(pad)}"
        sleutel = f"route.{volledig.replace('.*', '')}"
        return Rij(
            volledig,
            self.kb.weergave.velden.get(sleutel, pad[-1].replace("_", " ").capitalize()),
            deel.get("description", ""),
            "feit" if "anyOf" in heel else "veld",
            {"code": een.get("x-code", "keuze"), **{naam: een[naam] for naam in KEUR if naam in een}},
            heel.get("anyOf", [heel])[0].get("type") == "array",
            self._keuzes(pad[-1], deel.get("x-verwijst"), een),
            self.kb.weergave.eenheden.get(sleutel, ""),
            pad[-1] in ouder.get("required", ()),
        )

    def reeks(self, vorm: dict[str, Any], model: type[Model], pad: tuple[str, ...]) -> Reeks:
        """The list of groups at a path below `vorm`; the last name of the path is a field of `model`."""
        ouder = vorm
        for naam in pad[:-1]:
            ouder = self._heel(ouder["properties"][naam])
        deel = self._heel(ouder["properties"][pad[-1]])
        volledig, soort = ".".join(pad), stap(stap(model, pad[-1]), 0)
        met_herkomst = issubclass(soort, Herkomst)
        eigen = [n for n in soort.model_fields if not (met_herkomst and n in Herkomst.model_fields)]
        return Reeks(
            volledig,
            self.kb.weergave.velden.get(f"route.{volledig}", pad[-1].replace("_", " ").capitalize()),
            deel.get("description", ""),
            pad[-1] in ouder.get("required", ()),
            int(pad[-1] == "bronnen"),
            met_herkomst,
            [self.rij(self._heel(deel["items"]), (naam,), f"{volledig}.*.") for naam in eigen],
        )

    def _heel(self, deel: dict[str, Any]) -> dict[str, Any]:
        return self.defs[deel["$ref"].removeprefix("#/$defs/")] if "$ref" in deel else deel

    def _keuzes(self, veld: str, familie: str | None, een: dict[str, Any]) -> list[Keuze]:
        """What may be chosen: the values of the schema, or the records that the field refers to, by name."""
        if familie:
            soort = TYPEN.get(veld)
            records = getattr(self.kb, familie).values()
            return [Keuze(r.id, r.naam) for r in records if soort is None or r.soort == soort]
        if veld == "colleges":
            alle = self.kb.instellingen.values()
            return [Keuze(c.id, f"{c.naam} ({i.korte_naam})") for i in alle for c in i.colleges]
        if een.get("x-code") == "niveau":
            return [Keuze(str(n), str(n)) for n in range(een["minimum"], een["maximum"] + 1)]
        return [Keuze(waarde, self.kb.weergave.waarden.get(waarde, waarde)) for waarde in een.get("enum", [])]
