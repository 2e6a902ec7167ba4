"""Open data, version 1: what every record says, each fact with its source, and where to find it all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.families import FAMILIES, LOSSE_BESTANDEN
from macros.feiten import datum
from macros.formulier_rijen import groepen
from macros.kennisbank import Kennisbank
from macros.model import Feit
from macros.schrijver import ADRES, Schrijver

VERSIE = "v1"
MAP = f"open-data/{VERSIE}"
NIET = {"weergave", "uitgever"}  # words of the site and who publishes: settings, no knowledge
# The outline of an area stays out until its licence is confirmed; its source says so.
GEHEIM = {"stadsdelen": {"omtrek"}}


@dataclass(frozen=True)
class Bestand:
    """A file that can be fetched: its address, what it is, how many records."""

    adres: str
    naam: str
    uitleg: str
    aantal: int


@dataclass(frozen=True)
class OpenData:
    """The view of /open-data/."""

    titel: str
    omschrijving: str
    bestanden: list[Bestand]
    voorbeeld: str
    licentie: str
    naamsvermelding: str
    teksten: dict[str, str]
    kruimels: tuple[tuple[str, str], ...]


def open_data(kb: Kennisbank, vandaag: date) -> OpenData:
    """The view of /open-data/."""
    t = {n.removeprefix("opendata-"): w for n, w in kb.weergave.teksten.items() if n.startswith("opendata-")}
    lijst = [
        Bestand(f"{MAP}/{naam}.json", naam, familie_naam(kb, naam), len(collectie(kb, naam))) for naam in collecties()
    ]
    met_plaats = sum(1 for school in kb.scholen.values() if school.breedtegraad.waarde is not None)
    lijst += [
        Bestand(f"{MAP}/routes.csv", "routes.csv", t["csv"], len(kb.routes)),
        Bestand(f"{MAP}/scholen.geojson", "scholen.geojson", t["geojson"], met_plaats),
        Bestand(f"{MAP}/index.json", "index.json", t["index"], len(lijst) + 3),
    ]
    return OpenData(
        "Open data",
        "Alle gegevens van deze site als JSON, CSV en GeoJSON, met bron, plaats en jaar bij elk gegeven.",
        lijst,
        next(iter(kb.routes), ""),
        licentie(kb),
        naamsvermelding(kb, vandaag),
        t,
        (("", "Open data"),),
    )


def licentie(kb: Kennisbank) -> str:
    """Under which terms the data may be used, as the publisher set it."""
    return kb.uitgever.licentie or kb.weergave.teksten["opendata-geen-licentie"]


def naamsvermelding(kb: Kennisbank, dag: date) -> str:
    """How to name this site when its data are used."""
    zin = kb.weergave.teksten["opendata-naamsvermelding"]
    return zin.replace("{uitgever}", kb.uitgever.naam).replace("{dag}", datum(dag))


def familie_naam(kb: Kennisbank, naam: str) -> str:
    """What a collection holds, in a few words."""
    return kb.weergave.teksten[f"opendata-{naam}"]


def collecties() -> list[str]:
    """The names of all collections."""
    return [*FAMILIES, *(naam for naam in LOSSE_BESTANDEN if naam not in NIET)]


def collectie(kb: Kennisbank, naam: str) -> list[dict[str, Any]]:
    """Every record of a collection, facts in their long form with source, place, year and check date."""
    if naam in LOSSE_BESTANDEN:
        return [record_van(getattr(kb, naam), naam)]
    return [record_van(record, naam) for record in kb.op_volgorde(naam)]


def record_van(record: Any, familie: str) -> dict[str, Any]:
    """A record as plain values; a field that is not filled is left out, never null."""
    return record.model_dump(mode="json", exclude_none=True, exclude=GEHEIM.get(familie))


def routes_tabel(kb: Kennisbank) -> list[list[str]]:
    """The routes as rows of text, the heads first: one column per fact, with its year and source beside a number."""
    rijen = [rij for groep in groepen(kb)[:1] for rij in groep.rijen if rij.soort == "feit"]
    koppen = ["id", "naam", "status", "schooljaar", "gecontroleerd op", "adres op deze site"]
    for rij in rijen:
        koppen += [rij.label, f"{rij.label}: jaar", f"{rij.label}: bron"]
    return [koppen, *(_rij(kb, route, [rij.pad for rij in rijen]) for route in kb.routes.values())]


def _rij(kb: Kennisbank, route: Any, paden: list[str]) -> list[str]:
    schrijver = Schrijver(kb, "routes", route)
    status = kb.weergave.waarden[route.actualiteit]
    cellen = [route.id, route.naam, status, route.schooljaar, route.gecontroleerd_op.isoformat()]
    cellen.append(ADRES["routes"].format(route.id))
    for pad in paden:
        feit: Feit | None = schrijver.op(pad)
        waarde = schrijver.waarde(pad)
        kern = " | ".join(lezing.tekst for lezing in waarde.lezingen) or "; ".join(waarde.punten) or waarde.tekst
        cellen.append(kern or (f"onbekend: {waarde.onbekend}" if feit else ""))
        cellen.append((feit.schooljaar or "") if feit else "")
        cellen.append(f"{feit.bron or ''} {feit.plaats or ''}".strip() if feit else "")
    return cellen


def scholen_kaart(kb: Kennisbank) -> dict[str, Any]:
    """The schools with a known place as GeoJSON (RFC 7946): [longitude, latitude] in degrees, WGS 84."""
    punten = []
    for school in kb.scholen.values():
        oost, noord = school.lengtegraad, school.breedtegraad
        if oost.waarde is None or noord.waarde is None:
            continue
        eigen = {
            "id": school.id,
            "naam": school.naam,
            "precisie": school.precisie,
            "stadsdeel": school.stadsdeel.waarde,
            "bron": noord.bron,
            "plaats": noord.plaats,
            "gecontroleerd_op": noord.gecontroleerd_op.isoformat() if noord.gecontroleerd_op else None,
            "routes": [route.id for route in kb.routes_van_school(school.id)],
        }
        plek = {"type": "Point", "coordinates": [oost.waarde, noord.waarde]}
        punten.append({"type": "Feature", "id": school.id, "geometry": plek, "properties": eigen})
    return {"type": "FeatureCollection", "features": punten}
