"""Amsterdam as a picture: the areas by number of routes, and schools and mbo locations at their place."""

from __future__ import annotations

from dataclasses import dataclass

from macros.kennisbank import Kennisbank
from macros.model_school import Locatie, School
from macros.omtrek import BREEDTE, midden, pad, raam
from macros.schrijver import ADRES

# Number of routes → class of colour; the legend prints the numbers.
KLASSEN = ((0, 0), (1, 1), (2, 3), (4, None))


@dataclass(frozen=True)
class Gebied:
    """An area on the picture. `klasse` is its place in KLASSEN."""

    id: str
    naam: str
    adres: str
    pad: str
    x: int
    y: int
    aantal: int
    klasse: int
    gekozen: bool


@dataclass(frozen=True)
class Stip:
    """A school or a mbo location on the picture."""

    id: str
    naam: str
    x: int
    y: int
    lengte: float
    breedte: float
    soort: str
    gekozen: bool


@dataclass(frozen=True)
class Tekening:
    """The picture in whole units."""

    breedte: int
    hoogte: int
    gebieden: list[Gebied]
    stippen: list[Stip]
    titel: str


def tekening(kb: Kennisbank, titel: str, gebied: str = "", school: str = "") -> Tekening:
    """The picture, with one area or one school chosen."""
    beeld = raam(kb)
    gebieden = [
        Gebied(
            deel.id,
            deel.naam,
            ADRES["stadsdelen"].format(deel.id),
            pad(beeld, deel),
            *midden(beeld, deel),
            n := routes_in(kb, deel.id),
            klasse(n),
            deel.id == gebied,
        )
        for deel in kb.stadsdelen.values()
    ]
    gebieden.sort(key=lambda deel: deel.gekozen)  # drawn last, so that its line lies on top
    stippen = [
        Stip(
            deel.id,
            deel.naam,
            *beeld.punt(deel.lengtegraad.waarde, deel.breedtegraad.waarde),
            deel.lengtegraad.waarde,
            deel.breedtegraad.waarde,
            "school",
            deel.id == school,
        )
        for deel in kb.scholen.values()
        if op_kaart(deel) and kb.routes_van_school(deel.id)
    ]
    mbo = [
        Stip(
            kenmerk,
            naam,
            *beeld.punt(plek.lengtegraad, plek.breedtegraad),
            plek.lengtegraad,
            plek.breedtegraad,
            "mbo",
            False,
        )
        for kenmerk, naam, plek, _ in locaties(kb)
    ]
    return Tekening(BREEDTE, beeld.hoogte, gebieden, [*stippen, *mbo], titel)


def locaties(kb: Kennisbank) -> list[tuple[str, str, Locatie, str]]:
    """Every mbo location of which a source tells the place: id, name, place and where it comes from."""
    gevonden = []
    for instelling in kb.instellingen.values():
        if instelling.locatie:
            herkomst = kb.herkomst("instellingen", instelling, "locatie")
            gevonden.append((f"mbo-{instelling.id}", instelling.naam, instelling.locatie, herkomst))
        for n, college in enumerate(instelling.colleges):
            if college.locatie:
                naam = f"{instelling.korte_naam}, {college.naam}"
                herkomst = kb.herkomst("instellingen", instelling, f"colleges.{n}.locatie")
                gevonden.append((f"mbo-{college.id}", naam, college.locatie, herkomst))
    return gevonden


def klasse(n: int) -> int:
    """The class of colour for a number of routes."""
    return next(nummer for nummer, (_, tot) in enumerate(KLASSEN) if tot is None or n <= tot)


def routes_in(kb: Kennisbank, gebied: str) -> int:
    """The number of routes at schools in an area."""
    return sum(len(kb.routes_van_school(school.id)) for school in kb.scholen_in(gebied))


def op_kaart(school: School) -> bool:
    """Whether the place of a school is known."""
    return school.lengtegraad.waarde is not None and school.breedtegraad.waarde is not None


def kaart_van_school(kb: Kennisbank, school: School | None) -> Tekening | None:
    """The picture with one school on it; none where its place is not known."""
    if not school or not op_kaart(school):
        return None
    return tekening(kb, f"Kaart van Amsterdam met {school.naam} erop", school=school.id)
