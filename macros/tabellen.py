"""Tables ready to print: heads, and rows of values that know where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from macros.feiten import Waarde


@dataclass(frozen=True)
class Rij:
    """A row: its head, an address for that head, and a cell for every other column."""

    kop: str
    cellen: tuple[Waarde, ...]
    herkomst: str = ""
    adres: str = ""


@dataclass(frozen=True)
class Tabel:
    """`id` is unique on its page; `kop` heads the column of row heads; the other heads are the cells' labels."""

    id: str
    bijschrift: str
    kop: str
    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]
