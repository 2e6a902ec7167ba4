"""The page /meewerken/formulier/: a form for a route, made from the editor schema, that gives back the YAML file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.kennisbank import Kennisbank
from macros.messages import REGELS, VERWACHT
from macros.model import Feit, Lezing
from macros.model_route import Route
from macros.schema import kern, schema
from macros.vorm import is_model, kaal

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
    """A field of the form. `soort`: feit or veld; `vorm` is what the browser judges a value by."""

    pad: str
    label: str
    uitleg: str
    soort: str
    vorm: dict[str, Any]
    lijst: bool
    keuzes: list[Keuze]
    eenheid: str

    @property
    def vorm_json(self) -> str:
        """What the browser judges by, as text."""
        return json.dumps(self.vorm, ensure_ascii=False)

    @property
    def attribuut(self) -> str:
        """The name of the field as a data attribute."""
        return self.pad.replace("_", "-")


@dataclass(frozen=True)
class Groep:
    """The fields of one section of a route's page."""

    id: str
    naam: str
    rijen: list[Rij]


@dataclass(frozen=True)
class Formulier:
    """The view. `elders` names what is changed in the file itself."""

    titel: str
    omschrijving: str
    routes: list[Keuze]
    groepen: list[Groep]
    bij_feit: list[Rij]
    elders: list[str]
    berichten: dict[str, str]
    teksten: dict[str, str]
    repository: str
    postvak: str
    vandaag: str
    kruimels: tuple[tuple[str, str], ...]


def formulier(kb: Kennisbank, vandaag: date) -> Formulier:
    """The view of /meewerken/formulier/."""
    vorm = schema("route")
    maak = _Rijen(kb, vorm["$defs"])
    teksten = {n.removeprefix("formulier-"): w for n, w in kb.weergave.teksten.items() if n.startswith("formulier-")}
    return Formulier(
        "Formulier: wijzig een route",
        "Wijzig een route zonder account en zonder programma's. U krijgt een bestand dat u kunt opsturen.",
        [Keuze(r.id, r.naam, kb.herkomst("routes", r, "naam")) for r in kb.routes.values()],
        groepen(kb),
        [maak.rij(vorm["$defs"]["Fase"], (naam,)) for naam in BIJ_FEIT],
        _elders(),
        {"leeg": REGELS["leeg_verplicht"]} | {c.replace("_", "-"): tekst for c, (tekst, _) in VERWACHT.items()},
        teksten,
        kb.uitgever.repository or "",
        kb.uitgever.postvak or "",
        vandaag.isoformat(),
        (("meewerken/", "Meewerken"), ("", "Formulier")),
    )


def _boven() -> list[str]:
    return [naam for naam, veld in Route.model_fields.items() if naam in BOVENAAN or _is_feit(veld.annotation)]


def groepen(kb: Kennisbank) -> list[Groep]:
    """Every field of a route that holds one value or fact, in the sections of its page."""
    vorm = schema("route")
    maak = _Rijen(kb, vorm["$defs"])
    alle = [Groep("kort", _sectie(kb, "kort"), [maak.rij(vorm, (naam,)) for naam in _boven()])]
    for naam, veld in Route.model_fields.items():
        soort = kaal(veld.annotation)
        if is_model(soort) and not is_model(soort, Feit):
            velden = [n for n, deel in soort.model_fields.items() if _is_feit(deel.annotation)]
            alle.append(Groep(naam, _sectie(kb, naam), [maak.rij(vorm, (naam, n)) for n in velden]))
    return alle


def _elders() -> list[str]:
    """What is no field of the form: lists of groups, and lists within a section."""
    namen = []
    for naam, veld in Route.model_fields.items():
        soort = kaal(veld.annotation)
        if is_model(soort) and not is_model(soort, Feit):
            over = (n for n, deel in soort.model_fields.items() if not _is_feit(deel.annotation) and n not in BIJ_FEIT)
            namen += [f"{naam}.{n}" for n in over]
        elif naam not in _boven():
            namen.append(naam)
    return namen


def _is_feit(annotatie: Any) -> bool:
    return is_model(kaal(annotatie), Lezing)


def _sectie(kb: Kennisbank, naam: str) -> str:
    namen = {sectie.id: sectie.naam for sectie in kb.weergave.secties}
    return namen.get(naam, naam.capitalize())


class _Rijen:
    """Makes the fields of the form out of the schema, whose parts are in `defs`."""

    def __init__(self, kb: Kennisbank, defs: dict[str, Any]):
        self.kb, self.defs = kb, defs

    def rij(self, vorm: dict[str, Any], pad: tuple[str, ...]) -> Rij:
        """The field at a path below `vorm`."""
        deel = vorm
        for naam in pad:
            deel = self._heel(deel)["properties"][naam]
        een, heel = kern(deel, self.defs), self._heel(deel)
        sleutel = f"route.{'.'.join(pad)}"
        return Rij(
            ".".join(pad),
            self.kb.weergave.velden.get(sleutel, pad[-1].replace("_", " ").capitalize()),
            deel.get("description", ""),
            "feit" if "anyOf" in heel else "veld",
            {"code": een.get("x-code", "keuze"), **{naam: een[naam] for naam in KEUR if naam in een}},
            heel.get("anyOf", [heel])[0].get("type") == "array",
            self._keuzes(pad[-1], deel.get("x-verwijst"), een),
            self.kb.weergave.eenheden.get(sleutel, ""),
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
