"""One state of data/, read without validation: plain values in the long form, and the names of all records."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros.bestand import Bestand, Pad
from macros.families import FAMILIES, LOSSE_BESTANDEN
from macros.inlezen import familie_van
from macros.vorm import naar_lang


@dataclass
class Gelezen:
    """One state, read: the file of each record, its plain values in the long form, and all names.

    `elders` is asked for names and words that are not in this state.
    """

    bestanden: dict[str, Bestand]
    elders: Gelezen | None = None
    records: dict[tuple[str, str], tuple[str, Pad, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for naam, bestand in self.bestanden.items():
            familie = familie_van(naam)
            if familie is None or bestand.waarde is None:
                continue
            lijst = familie in FAMILIES and not FAMILIES[familie].map_
            for nummer, waarde in enumerate(bestand.waarde if lijst else [bestand.waarde]):
                if isinstance(waarde, dict):
                    kenmerk = str(waarde.get("id", familie))
                    self.records[familie, kenmerk] = (
                        naam,
                        (nummer,) if lijst else (),
                        naar_lang(waarde, model_van(familie)),
                    )

    @cached_property
    def weergave(self) -> dict[str, dict[str, str]]:
        """The site's own words; empty groups where the file cannot be read."""
        if ("weergave", "weergave") not in self.records and self.elders:
            return self.elders.weergave
        woorden = self.records.get(("weergave", "weergave"), ("", (), {}))[2]
        return {groep: woorden.get(groep) or {} for groep in ("velden", "waarden", "eenheden")}

    def naam(self, familie: str, kenmerk: str) -> str:
        """The name of a record; its id where it has none."""
        gevonden = self.records.get((familie, kenmerk))
        if gevonden is None and self.elders:
            return self.elders.naam(familie, kenmerk)
        return str(gevonden[2].get("naam", kenmerk)) if gevonden else kenmerk


def model_van(familie: str) -> Any:
    """The model of a family or of a file with one setting."""
    return FAMILIES[familie].model if familie in FAMILIES else LOSSE_BESTANDEN[familie]
