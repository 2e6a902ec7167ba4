"""The status line: the first thing a reader sees of a route, and how old it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import datum
from macros.kennisbank import Kennisbank
from macros.model_route import Route


@dataclass(frozen=True)
class Status:
    """`soort` is the actualiteit, `woord` its name, `zin` the whole line with its year."""

    soort: str
    woord: str
    zin: str
    schooljaar: str


def ouder_dan_een_jaar(dag: date, vandaag: date) -> bool:
    """Whether more than twelve months lie between the two days."""
    return (vandaag.year - dag.year, vandaag.month, vandaag.day) > (1, dag.month, dag.day)


def status(kb: Kennisbank, route: Route, vandaag: date) -> Status:
    """The status of a route as it reads on `vandaag`."""
    zinnen = kb.weergave.status
    bevestigd = route.bevestigd_door_aanbieder_op.waarde
    delen = [zinnen[route.actualiteit]]
    if bevestigd and ouder_dan_een_jaar(bevestigd, vandaag):
        delen.append(zinnen["lang-niet-bevestigd"])
    if ouder_dan_een_jaar(route.gecontroleerd_op, vandaag):
        delen.append(zinnen["lang-niet-gecontroleerd"])
    # replace and not str.format: these sentences come from data/ and must not reach into objects
    zin = " ".join(delen).replace("{schooljaar}", route.schooljaar)
    zin = zin.replace("{bevestigd_op}", datum(bevestigd) if bevestigd else "")
    zin = zin.replace("{gecontroleerd_op}", datum(route.gecontroleerd_op))
    return Status(route.actualiteit, kb.weergave.waarden[route.actualiteit], zin, route.schooljaar)
