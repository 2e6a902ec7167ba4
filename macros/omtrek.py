"""Places on a flat picture of Amsterdam: the outlines of the areas and points in whole units of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, radians
from typing import TYPE_CHECKING

from macros.kennisbank import Kennisbank
from macros.model_school import Stadsdeel

if TYPE_CHECKING:
    from shapely import Polygon

BREEDTE = 1000  # units of the picture, and so of every path and point


@dataclass(frozen=True)
class Raam:
    """The picture: its corner north-west (degrees), units per degree, and its height."""

    west: float
    noord: float
    per_lengte: float
    per_breedte: float
    hoogte: int

    def punt(self, lengte: float, breedte: float) -> tuple[int, int]:
        """A place (degrees) in units of the picture."""
        return round((lengte - self.west) * self.per_lengte), round((self.noord - breedte) * self.per_breedte)


@lru_cache(maxsize=2)
def _raam(hoeken: tuple[tuple[float, float], ...]) -> Raam:
    lengtes, breedtes = zip(*hoeken, strict=True)
    west, oost, zuid, noord = min(lengtes), max(lengtes), min(breedtes), max(breedtes)
    per_lengte = BREEDTE / (oost - west)
    # a degree of longitude is shorter than one of latitude, by the cosine of the latitude
    per_breedte = per_lengte / cos(radians((zuid + noord) / 2))
    return Raam(west, noord, per_lengte, per_breedte, round((noord - zuid) * per_breedte))


def raam(kb: Kennisbank) -> Raam:
    """The picture that holds all areas."""
    return _raam(tuple(punt for gebied in kb.stadsdelen.values() for punt in gebied.omtrek))


def pad(raam: Raam, gebied: Stadsdeel) -> str:
    """The outline of an area as an SVG path: each point from the one before it, which packs smaller."""
    punten = [raam.punt(*punt) for punt in gebied.omtrek]
    stappen = [f"{x - vorige_x} {y - vorige_y}" for (vorige_x, vorige_y), (x, y) in pairwise(punten)]
    return "M{} {}l".format(*punten[0]) + " ".join(stappen) + "Z"


def midden(raam: Raam, gebied: Stadsdeel) -> tuple[int, int]:
    """A place that surely lies inside an area, for its number."""
    return raam.punt(*_binnenin(tuple(gebied.omtrek)))


@lru_cache(maxsize=64)
def _binnenin(omtrek: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    from shapely import Polygon

    punt = Polygon(omtrek).representative_point()
    return punt.x, punt.y


def vlak(gebied: Stadsdeel) -> Polygon:
    """The outline of an area in degrees, to ask what lies in it."""
    from shapely import Polygon  # slow to import, needed only for a map

    return Polygon(gebied.omtrek)
