"""The record families: which model belongs to which folder or file of data/."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Model
from macros.model_bron import Bron, Type, Uitgever, Verschil, Weergave
from macros.model_convenant import Convenant
from macros.model_kader import Kader
from macros.model_overeenkomst import Overeenkomst
from macros.model_rekenmodel import Rekenmodel
from macros.model_route import Route
from macros.model_school import Bestuur, Instelling, Opleiding, School, Stadsdeel
from macros.model_stap import Stap, Stappenplan
from macros.model_uitleg import Begrip, Gebeurtenis, Les, Opbrengst


@dataclass(frozen=True)
class Familie:
    """A record family. `map_`: one file a record; otherwise one file with a list."""

    naam: str
    model: type[Model]
    map_: bool = True

    def waar(self) -> str:
        """Where an editor finds these records."""
        return f"data/{self.naam}/" if self.map_ else f"data/{self.naam}.yml"

    @property
    def schema(self) -> str:
        """The name of its editor schema and of its blank record, without extension."""
        return self.model.__name__.lower() if self.map_ else self.naam


FAMILIES = {
    familie.naam: familie
    for familie in (
        Familie("routes", Route),
        Familie("scholen", School),
        Familie("instellingen", Instelling),
        Familie("besturen", Bestuur, map_=False),
        Familie("opleidingen", Opleiding, map_=False),
        Familie("stadsdelen", Stadsdeel),
        Familie("typen", Type),
        Familie("bronnen", Bron),
        Familie("stappen", Stap),
        Familie("kaders", Kader),
        Familie("begrippen", Begrip, map_=False),
        Familie("lessen", Les),
        Familie("overeenkomst", Overeenkomst),
        Familie("tijdlijn", Gebeurtenis, map_=False),
        Familie("opbrengsten", Opbrengst, map_=False),
        Familie("verschillen", Verschil),
    )
}
# Files that hold one setting each instead of records.
LOSSE_BESTANDEN: dict[str, type[Model]] = {
    "convenant": Convenant,
    "rekenmodel": Rekenmodel,
    "stappenplan": Stappenplan,
    "weergave": Weergave,
    "uitgever": Uitgever,
}
# Field that refers to another record, wherever it stands in a record → the family it refers to.
VERWIJZINGEN = {
    "bron": "bronnen",
    "school": "scholen",
    "instelling": "instellingen",
    "type_verkenning": "typen",
    "wettelijke_vorm": "typen",
    "andere_scholen": "scholen",
    "andere_typen": "typen",
    "vervangen_door": "overeenkomst",
    "route": "routes",
    "routes": "routes",
    "stap": "stappen",
    "terug_naar": "stappen",
    "gebieden": "stadsdelen",
    "bij_stappen": "stappen",
    "kader": "kaders",
    "kaders": "kaders",
    "verwante_kaders": "kaders",
    "type": "typen",
    "bestuur_nu": "besturen",
    "opleiding": "opleidingen",
    "bestuur": "besturen",
    "stadsdeel": "stadsdelen",
}
