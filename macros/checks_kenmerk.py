"""Rules about ids and references: every record has one id of its own, and what a field refers to exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.bestand import Bestand
from macros.families import FAMILIES, VERWIJZINGEN
from macros.inlezen import Inlezing
from macros.messages import HULP, REGELS
from macros.model import GERESERVEERD
from macros.regel import bij_id, melding, routes, verwezen
from macros.verslag import Melding, bedoelt


def _stam(bestand: Bestand) -> str:
    return bestand.naam.rsplit("/", 1)[-1].removesuffix(".yml")


def bestandsnaam(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A file with one record carries the id of that record as its name."""
    for familie, ids in inlezing.ids.items():
        for kenmerk, plaatsen in ids.items():
            for bestand, pad in plaatsen if FAMILIES[familie].map_ and len(plaatsen) == 1 else []:
                if (naam := _stam(bestand)) != kenmerk:
                    verwacht = REGELS["bestandsnaam"].format(naam=naam)
                    regel = bestand.plek((*pad, "id")).regel
                    yield Melding(bestand.naam, regel, "id", kenmerk, verwacht, goed=f"id: {naam}")


def uniek(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """An id occurs once in its family; both files are named, and the file that carries the name is in the right."""
    for familie, ids in inlezing.ids.items():
        for kenmerk, plaatsen in ids.items():
            recht = next((plaats for plaats in plaatsen if _stam(plaats[0]) == kenmerk), plaatsen[0])
            ander = f"{recht[0].naam}, regel {recht[0].plek((*recht[1], 'id')).regel}"
            for bestand, pad in (plaats for plaats in plaatsen if plaats is not recht):
                verwacht = REGELS["dubbel_id"].format(ander=ander)
                goed = f"id: {_stam(bestand)}" if FAMILIES[familie].map_ else None
                yield Melding(bestand.naam, bestand.plek((*pad, "id")).regel, "id", kenmerk, verwacht, goed=goed)


def gereserveerd(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """An id is not the address of a page or folder of the site."""
    for bron in inlezing.records:
        if bron.record.id in GERESERVEERD:
            yield melding(bron, ("id",), "gereserveerd", hulp=HULP["langer"].format(id=bron.record.id))


def verwijzingen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """What a field refers to exists. A file that is there but could not be read does exist."""
    bekend = {naam: inlezing.ids[naam].keys() | inlezing.namen[naam] for naam in FAMILIES}
    for bron in [*inlezing.records, *inlezing.losse.values()]:
        for pad, waarde in bron.met_naam(*VERWIJZINGEN):
            familie = FAMILIES[VERWIJZINGEN[str(pad[-1])]]
            if familie.naam in inlezing.onleesbaar and not familie.map_:
                continue
            for extra, kenmerk in verwezen(waarde):
                if kenmerk not in bekend[familie.naam]:
                    wat = REGELS["verwijzing_map" if familie.map_ else "verwijzing_lijst"]
                    yield melding(
                        bron,
                        (*pad, *extra),
                        "verwijzing",
                        nabij=bedoelt(kenmerk, sorted(bekend[familie.naam])),
                        hulp=HULP["nieuw"].format(waar=familie.waar()),
                        wat=wat.format(waar=familie.waar()),
                    )


def colleges(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A college that a route names belongs to its instelling."""
    instellingen = bij_id(inlezing, "instellingen")
    for bron in routes(inlezing):
        instelling = instellingen.get(bron.record.instelling.waarde or "")
        if not instelling or not bron.record.colleges:
            continue
        bekend = [college.id for college in instelling.colleges]
        for nummer, college in enumerate(bron.record.colleges.waarde or []):
            if college not in bekend:
                yield melding(
                    bron,
                    ("colleges", "waarde", nummer),
                    "verwijzing",
                    nabij=bedoelt(college, bekend),
                    wat=REGELS["verwijzing_lijst"].format(waar=f"data/instellingen/{instelling.id}.yml"),
                )
