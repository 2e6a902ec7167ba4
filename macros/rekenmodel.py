"""The rekenmodel: the form, and the sheet that the browser fills (docs/javascripts/rekenmodel.js).

The page computes nothing here: what somebody fills in stays in the browser and in the address of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Verwijzing, bronnen_van, bronregel, datum
from macros.kennisbank import Kennisbank
from macros.model_rekenmodel import Rekenveld
from macros.punten import PuntRegel, punten, verwijzing
from macros.rekenmodel_som import VELDEN

HERKOMST = "data/rekenmodel.yml#"
# The lines of the division: which party each can be for.
POSTEN = {
    "lessen": ("school", "mbo"),
    "bpv": ("school", "mbo"),
    "overhead": ("school", "mbo"),
    "examen": ("mbo",),
    "administratie": ("mbo",),
    "samen": ("school", "mbo"),
    "per-leerling": ("school", "mbo"),
}
# What stands below the division, each a line of its own.
SLOT = ("tekort", "controle", "overdracht", "minimum", "gesloten", "vast")
# Why a number was refused, and the other words that only the script shows.
FOUTEN = "leeg letters engels punt decimalen heel negatief nul groot procent uren tekort"
SCRIPT = (
    *(f"fout-{naam}" for naam in FOUTEN.split()),
    *"fouten-een fouten-meer fouten-tekort klaar klaar-tekort onvolledig gewist geladen gekopieerd".split(),
    *"niet-gekopieerd word word-fout csv geen-tekort minimum-alles minimum-zonder minimum-nooit".split(),
    *"gesloten vast-ja vast-tekort vast-leeg niet-ingevuld eenheid-euro eenheid-rekeneenheden niet-getypt".split(),
)


@dataclass(frozen=True)
class Optie:
    """One of the options of a choice."""

    id: str
    naam: str
    herkomst: str


@dataclass(frozen=True)
class Veld:
    """A field of the form; `voorbeeld` is what the example fills in."""

    id: str
    soort: str
    verplicht: bool
    naam: str
    eenheid: str
    hulp: str
    waar: str
    aanname: str
    opties: list[Optie]
    voorbeeld: str
    herkomst: str


@dataclass(frozen=True)
class Groep:
    """Fields that belong together."""

    id: str
    naam: str
    velden: list[Veld]
    herkomst: str


@dataclass(frozen=True)
class Regel:
    """A step of the arithmetic: its name and its formula in words."""

    id: str
    naam: str
    formule: str
    bron: Bronregel | None
    herkomst: str


@dataclass(frozen=True)
class Post:
    """A line of the division, with the parties it can be for."""

    id: str
    naam: str
    school: bool
    mbo: bool


@dataclass(frozen=True)
class Rekenblad:
    """The page /rekenmodel/."""

    titel: str
    omschrijving: str
    groepen: list[Groep]
    regels: list[Regel]
    posten: list[Post]
    slot: list[tuple[str, str]]
    woorden: dict[str, str]
    teksten: dict[str, str]
    uitleg: list[PuntRegel]
    keuzes: list[PuntRegel]
    ondergrenzen: list[PuntRegel]
    alternatieven: list[PuntRegel]
    wet: list[PuntRegel]
    routes: list[Verwijzing]
    bronnen: list[Bronregel]
    gecontroleerd: str
    kruimels: tuple[tuple[str, str], ...] = (("", "Rekenmodel"),)


def rekenmodel(kb: Kennisbank, vandaag: date) -> Rekenblad:
    """The view of /rekenmodel/."""
    record = kb.rekenmodel
    woorden = {n.removeprefix("rekenmodel-"): t for n, t in kb.weergave.teksten.items() if n.startswith("rekenmodel-")}
    regels = [
        Regel(regel.id, regel.naam, regel.formule, bronregel(kb, regel), f"{HERKOMST}regels.{n}")
        for n, regel in enumerate(record.regels)
    ]
    lijsten = {
        naam: punten(kb, getattr(record, naam), f"{HERKOMST}{naam}")
        for naam in ("uitleg", "keuzes", "ondergrenzen", "alternatieven", "wet")
    }
    return Rekenblad(
        titel=record.naam,
        omschrijving="Verdeel het geld van leerjaar 5 tussen school en mbo, met uw eigen getallen.",
        groepen=[_groep(kb, n) for n in range(len(record.groepen))],
        regels=regels,
        posten=[Post(n, woorden[f"u-{n}"], "school" in wie, "mbo" in wie) for n, wie in POSTEN.items()],
        slot=[(naam, woorden[f"slot-{naam}"]) for naam in SLOT],
        woorden=woorden,
        teksten={naam: woorden[naam] for naam in SCRIPT},
        routes=[verwijzing(kb, "routes", route) for route in record.routes],
        bronnen=bronnen_van(kb, record),
        gecontroleerd=datum(record.gecontroleerd_op),
        **lijsten,
    )


def _groep(kb: Kennisbank, nummer: int) -> Groep:
    groep, herkomst = kb.rekenmodel.groepen[nummer], f"{HERKOMST}groepen.{nummer}"
    velden = [_veld(veld, f"{herkomst}.velden.{n}") for n, veld in enumerate(groep.velden)]
    return Groep(groep.id, groep.naam, velden, herkomst)


def _veld(veld: Rekenveld, herkomst: str) -> Veld:
    soort, verplicht = VELDEN[veld.id]
    voorbeeld = "" if veld.voorbeeld is None else str(veld.voorbeeld)
    return Veld(
        id=veld.id,
        soort=soort,
        verplicht=verplicht,
        naam=veld.naam,
        eenheid=veld.eenheid or "",
        hulp=veld.hulp,
        waar=veld.waar,
        aanname=veld.aanname or "",
        opties=[Optie(optie.id, optie.naam, f"{herkomst}.opties.{n}") for n, optie in enumerate(veld.opties)],
        voorbeeld=veld.voorbeeld_keuze or voorbeeld,
        herkomst=herkomst,
    )
