"""The drawing of the road: a stop per step on a wave, and an arc for the way back. The list of steps is its text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

AFSTAND, HOOG, LAAG, RAND = 120, 60, 110, 50


@dataclass(frozen=True)
class Halte:
    """A stop on the road: its number and where it stands."""

    nummer: int
    x: int
    y: int


@dataclass(frozen=True)
class Tekening:
    """All that the SVG prints: its size, the stops, the road through them, and the way back when there is one."""

    breedte: int
    hoogte: int
    haltes: list[Halte]
    weg: str
    lus: str


def tekening(aantal: int, van: int | None = None, naar: int | None = None) -> Tekening:
    """The road of `aantal` stops; `van` and `naar` are the numbers between which the road leads back."""
    haltes = [Halte(n, RAND + (n - 1) * AFSTAND, HOOG if n % 2 else LAAG) for n in range(1, aantal + 1)]
    delen = [f"M{haltes[0].x} {haltes[0].y}"] if haltes else []
    for een, ander in pairwise(haltes):
        midden = (een.x + ander.x) // 2
        delen.append(f"C{midden} {een.y} {midden} {ander.y} {ander.x} {ander.y}")
    lus = ""
    if van and naar:
        begin, eind = haltes[van - 1], haltes[naar - 1]
        diep = LAAG + 70
        lus = f"M{begin.x} {begin.y + 22}C{begin.x} {diep} {eind.x} {diep} {eind.x} {eind.y + 26}"
    return Tekening(2 * RAND + AFSTAND * max(aantal - 1, 0), LAAG + 70, haltes, " ".join(delen), lus)
