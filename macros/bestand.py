"""A file of data/ as it was read: its values, and the line on which each stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros.messages import SCHEMA
from macros.verslag import Melding

Pad = tuple[str | int, ...]


@dataclass(frozen=True)
class Plek:
    """Where a value stands, and the text as it stands there (None for a list or a group)."""

    regel: int
    ruw: str | None = None


@dataclass
class Bestand:
    """A file as read: `waarde` holds plain values only; `plekken` and `sleutels` give the line per path.

    `twijfel` holds messages that give way to what the model says about the same value.
    """

    naam: str
    waarde: Any = None
    plekken: dict[Pad, Plek] = field(default_factory=dict)
    sleutels: dict[Pad, int] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)
    twijfel: list[Melding] = field(default_factory=list)
    regels: list[str] = field(default_factory=list)

    @cached_property
    def met_sjabloontekst(self) -> list[Pad]:
        """The paths at which the text of a blank record still stands."""
        return [pad for pad, plek in self.plekken.items() if (plek.ruw or "").startswith(SCHEMA["vul_in"])]

    def plek(self, pad: Pad) -> Plek:
        """The place of the nearest path that is really there (short facts have no `waarde` of their own)."""
        echt: Pad = ()
        for deel in pad:
            if (*echt, deel) in self.plekken:
                echt = (*echt, deel)
            elif deel != "waarde":
                break
        return self.plekken.get(echt, Plek(1))
