"""The page /onderhoud/: which school is due, what was checked longest ago, what is unknown, what conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import datum
from macros.kennisbank import Kennisbank
from macros.schrijver import ADRES, Schrijver
from macros.status import ouder_dan_een_jaar
from macros.verschillen import verschillen

MEEST = 20


@dataclass(frozen=True)
class Beurt:
    """A school of which a route is due, and since when it is."""

    naam: str
    adres: str
    herkomst: str
    routes: int
    stand: str
    word: str


@dataclass(frozen=True)
class Post:
    """A record on a list: what it is, where it stands, and what is the matter."""

    naam: str
    adres: str
    bestand: str
    stand: str


@dataclass(frozen=True)
class Onbekend:
    """What we do not know of a route, with our reasons."""

    naam: str
    adres: str
    herkomst: str
    feiten: list[tuple[str, str, str]]

    @property
    def aantal(self) -> int:
        """How many facts."""
        return len(self.feiten)


@dataclass(frozen=True)
class Onderhoud:
    """The view. `tellingen` are the figures on top: how many, of what, and where on the page."""

    titel: str
    omschrijving: str
    tellingen: list[tuple[int, str, str]]
    beurten: list[Beurt]
    nagekeken: list[Post]
    wetteksten: list[Post]
    onbekend: list[Onbekend]
    verschillen: int
    teksten: dict[str, str]
    kruimels: tuple[tuple[str, str], ...]


def onderhoud(kb: Kennisbank, vandaag: date) -> Onderhoud:
    """The view of /onderhoud/, as it is on `vandaag`."""
    teksten = {n.removeprefix("onderhoud-"): w for n, w in kb.weergave.teksten.items() if n.startswith("onderhoud-")}
    beurten = _beurten(kb, vandaag, teksten)
    onbekend = [deel for deel in (_onbekend(kb, route) for route in kb.routes.values()) if deel.feiten]
    aantallen = {soort: len(deel) for soort, _, deel in verschillen(kb, vandaag).groepen}
    tegenspraak = aantallen.get("tegenspraak", 0)
    tellingen = [
        (len(beurten), teksten["tel-beurt"], "beurt"),
        (sum(len(deel.feiten) for deel in onbekend), teksten["tel-onbekend"], "onbekend"),
        (tegenspraak, teksten["tel-verschillen"], "verschillen"),
    ]
    return Onderhoud(
        "Onderhoud",
        "Welke school aan de beurt is, wat lang niet is nagekeken, wat wij niet weten en wat elkaar tegenspreekt.",
        tellingen,
        beurten,
        _nagekeken(kb),
        _wetteksten(kb),
        onbekend,
        tegenspraak,
        teksten,
        (("", "Onderhoud"),),
    )


def _beurten(kb: Kennisbank, vandaag: date, teksten: dict[str, str]) -> list[Beurt]:
    """Schools with a route that was not confirmed for a year or never; the longest ago first."""
    gevonden = []
    for school in kb.scholen.values():
        dagen = [route.bevestigd_door_aanbieder_op.waarde for route in kb.routes_van_school(school.id)]
        if not dagen or all(dag and not ouder_dan_een_jaar(dag, vandaag) for dag in dagen):
            continue
        oudste = min(dag or date.min for dag in dagen)
        stand = teksten["nooit"] if oudste == date.min else teksten["laatst"].replace("{dag}", datum(oudste))
        herkomst, adres = kb.herkomst("scholen", school, "naam"), f"onderhoud/{school.id}/"
        beurt = Beurt(school.naam, adres, herkomst, len(dagen), stand, f"onderhoud/{school.id}.docx")
        gevonden.append((oudste, school.naam, beurt))
    return [beurt for *_, beurt in sorted(gevonden, key=lambda deel: deel[:2])]


def _nagekeken(kb: Kennisbank) -> list[Post]:
    """The records that were laid beside their source longest ago."""
    alle = [
        (record.gecontroleerd_op, record.naam, familie, record)
        for familie, record in kb.alle_records()
        if getattr(record, "gecontroleerd_op", None)
    ]
    oudste = sorted(alle, key=lambda deel: deel[:2])[:MEEST]
    return [_post(kb, familie, record, datum(dag)) for dag, _, familie, record in oudste]


def _wetteksten(kb: Kennisbank) -> list[Post]:
    """The kaders of which the law text was read longest ago."""
    alle = [
        (min(a.tekst_van for a in kader.artikelen if a.tekst_van), kader.naam, kader)
        for kader in kb.kaders.values()
        if any(a.tekst_van for a in kader.artikelen)
    ]
    oudste = sorted(alle, key=lambda deel: deel[:2])[:MEEST]
    return [_post(kb, "kaders", kader, datum(dag)) for dag, _, kader in oudste]


def _post(kb: Kennisbank, familie: str, record: object, stand: str) -> Post:
    adres = ADRES.get(familie, "").format(record.id)
    return Post(record.naam, adres, kb.bestanden[familie, record.id], stand)


def _onbekend(kb: Kennisbank, route: object) -> Onbekend:
    """Every fact of which we say that we do not know it."""
    schrijver = Schrijver(kb, "routes", route)
    waarden = [schrijver.waarde(pad) for pad in schrijver.paden() if schrijver.op(pad).onbekend]
    feiten = [(waarde.label, waarde.onbekend, waarde.herkomst) for waarde in waarden]
    return Onbekend(route.naam, ADRES["routes"].format(route.id), kb.herkomst("routes", route, "naam"), feiten)
