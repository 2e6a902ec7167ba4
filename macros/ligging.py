"""Where every value stands in the text of a file: what an editor changes, and nothing beside it, can be replaced."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from macros.bestand import Pad


class Stuk(NamedTuple):
    """A value in the text. `begin` and `eind` are offsets in characters, without the end of the line.

    `soort`: waarde (on its line or lines), blok (free text after `>-` or `|`), groep and lijst (a line each),
    groep-regel and lijst-regel (between brackets). `sleutel`: offset of the name of the field, or of the first
    character of an item; -1 for the whole file.
    """

    begin: int
    eind: int
    soort: str
    sleutel: int


class _Open(NamedTuple):
    """A group or list that is being read: `stand` is [name or index of the next child, offset of that name]."""

    pad: Pad
    begin: int
    groep: bool
    regel: bool
    sleutel: int
    stand: list
    eind: list[int]


def ligging(tekst: str) -> dict[Pad, Stuk]:
    """Every value of a file that the loader accepts, by its path as written (a short fact has no `waarde`).

    `tekst` is the file as it is, without a byte-order mark: line ends and accents are not touched, so that a
    replacement leaves every other character in place.
    """
    stukken: dict[Pad, Stuk] = {}
    stapel: list[_Open] = []
    for event in yaml.parse(tekst, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        begin, eind = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            top = stapel[-1] if stapel else None
            if top and top.groep and top.stand[0] is None:
                top.stand[:] = [event.value, begin]
                continue
            soort = "blok" if event.style in ("|", ">") else "waarde"
            _sluit(stukken, stapel, _pad(stapel), begin, begin + len(tekst[begin:eind].rstrip()), soort)
        elif isinstance(event, yaml.CollectionStartEvent):
            groep = isinstance(event, yaml.MappingStartEvent)
            sleutel = stapel[-1].stand[1] if stapel and stapel[-1].groep else begin if stapel else -1
            regel = bool(event.flow_style)
            stapel.append(_Open(_pad(stapel), begin, groep, regel, sleutel, [None if groep else 0, -1], [begin]))
        elif isinstance(event, yaml.CollectionEndEvent):
            dicht = stapel.pop()
            soort = ("groep" if dicht.groep else "lijst") + ("-regel" if dicht.regel else "")
            _sluit(stukken, stapel, dicht.pad, dicht.begin, eind if dicht.regel else dicht.eind[0], soort)
    return stukken


def _pad(stapel: list[_Open]) -> Pad:
    return (*stapel[-1].pad, stapel[-1].stand[0]) if stapel else ()


def _sluit(stukken: dict[Pad, Stuk], stapel: list[_Open], pad: Pad, begin: int, eind: int, soort: str) -> None:
    """Notes a value that is complete, and moves its container to the next one."""
    if not stapel:
        stukken[pad] = Stuk(begin, eind, soort, -1)
        return
    top = stapel[-1]
    stukken[pad] = Stuk(begin, eind, soort, top.stand[1] if top.groep else begin)
    top.eind[0] = max(top.eind[0], eind)
    top.stand[:] = [None, -1] if top.groep else [top.stand[0] + 1, -1]
