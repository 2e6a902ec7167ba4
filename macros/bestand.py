"""A file of data/ as it was read: its values, and the line on which each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros.messages import SCHEMA
from macros.persoonsgegevens import Vondst, gevonden
from macros.verslag import Melding

Pad = tuple[str | int, ...]
_NOTITIE = re.compile(r"(?:^|\s)#(.*)")


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

    @cached_property
    def vondsten(self) -> list[tuple[Pad | None, int, Vondst]]:
        """What may be personal data, with its path and line; in a note after `#` there is no path."""
        # One search of the whole file, as it stands, is enough for a file without; only a code (\u0040) hides there.
        alles = "\n".join(self.regels)
        if "\\" not in alles and not any(gevonden(alles)):
            return []
        in_velden = [
            (pad, plek.regel, vondst) for pad, plek in self.plekken.items() for vondst in gevonden(plek.ruw or "")
        ]
        bekend = {vondst for _, _, vondst in in_velden}  # a text between quotes may hold a #
        notities = ((nummer, _NOTITIE.search(regel)) for nummer, regel in enumerate(self.regels, 1))
        los = [(None, nummer, vondst) for nummer, deel in notities if deel for vondst in gevonden(deel[1])]
        return in_velden + [vondst for vondst in los if vondst[2] not in bekend]

    def plek(self, pad: Pad) -> Plek:
        """The place of the nearest path that is really there (short facts have no `waarde` of their own)."""
        echt: Pad = ()
        for deel in pad:
            if (*echt, deel) in self.plekken:
                echt = (*echt, deel)
            elif deel != "waarde":
                break
        return self.plekken.get(echt, Plek(1))
