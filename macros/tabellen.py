"""Tables ready to print: heads, and rows of values that know where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from macros.feiten import Waarde


@dataclass(frozen=True)
class Rij:
    """A row: its head, an address for that head, and a cell for every other column.

    `kenmerken` are the values by which a script can choose the row, several with a space between them.
    """

    kop: str
    cellen: tuple[Waarde, ...]
    herkomst: str = ""
    adres: str = ""
    kenmerken: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Tabel:
    """`id` is unique on its page; `kop` heads the column of row heads; the other heads are the cells' labels.

    `kolommen` are the names of all columns for a script, the row heads' first.
    """

    id: str
    bijschrift: str
    kop: str
    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    kolommen: tuple[str, ...] = ()
