"""Rules about ids and references: every record has one id of its own, and what a field refers to exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.bestand import Bestand, Pad
from macros.families import FAMILIES, Familie
from macros.inlezen import Ingelezen, Inlezing
from macros.messages import HULP, REGELS
from macros.model import GERESERVEERD
from macros.model_waarden import ID
from macros.regel import bestaat, bij_id, genoemd, melding, routes
from macros.verslag import Melding, bedoelt, kort


def _stam(bestand: Bestand) -> str:
    return bestand.naam.rsplit("/", 1)[-1].removesuffix(".yml")


def bestandsnaam(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A file with one record carries the id of that record as its name. Where others know the record by its id, or the
    name can be no id, it is the file that was given another name."""
    bekend = {(familie, kenmerk) for familie, kenmerk, _, _ in genoemd(inlezing)}
    for familie, ids in inlezing.ids.items():
        for kenmerk, plaatsen in ids.items():
            for bestand, pad in plaatsen if FAMILIES[familie].map_ and len(plaatsen) == 1 else []:
                if (naam := _stam(bestand)) == kenmerk or not re.fullmatch(ID, kenmerk, re.ASCII):
                    continue
                regel = bestand.plek((*pad, "id")).regel
                if (familie, kenmerk) in bekend or not re.fullmatch(ID, naam, re.ASCII):
                    verwacht = REGELS["bestandsnaam_terug"].format(id=kenmerk)
                    yield Melding(bestand.naam, regel, "bestand", f"{naam}.yml", verwacht, hulp=HULP["naam_terug"])
                else:
                    verwacht = REGELS["bestandsnaam"].format(naam=naam)
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
    missend: dict[tuple[str, str], list[tuple[Ingelezen, Pad]]] = {}
    for naam, kenmerk, bron, pad in genoemd(inlezing):
        if not bestaat(inlezing, naam, kenmerk):
            # where a file with a list is gone, that is the one mistake
            heel = not FAMILIES[naam].map_ and not inlezing.ids[naam]
            missend.setdefault((naam, "" if heel else kenmerk), []).append((bron, pad))
    for (naam, kenmerk), plaatsen in missend.items():
        nabij = bedoelt(kenmerk, sorted(inlezing.ids[naam].keys() | inlezing.namen[naam]))
        yield _missend(FAMILIES[naam], kenmerk, sorted(plaatsen, key=_plaats), nabij)


def _plaats(verwijzing: tuple[Ingelezen, Pad]) -> tuple[str, int]:
    bron, pad = verwijzing
    return bron.bestand.naam, bron.bestand.plek((*bron.pad, *pad)).regel


def _missend(familie: Familie, kenmerk: str, plaatsen: list[tuple[Ingelezen, Pad]], nabij: str | None) -> Melding:
    """One record that is missing is one mistake, in the file that names it or, where several do, in its own."""
    bestanden, regels = zip(*map(_plaats, plaatsen), strict=True)
    if len(set(bestanden)) == 1 and kenmerk:
        hulp = HULP["nieuw"].format(waar=familie.waar())
        if len(plaatsen) > 1:
            elders = ", ".join(map(str, dict.fromkeys(regels[1:])))
            hulp = f"{hulp}. {HULP['vaker'].format(regels=elders)}"
        wat = REGELS["verwijzing_map" if familie.map_ else "verwijzing_lijst"].format(waar=familie.waar())
        return melding(*plaatsen[0], "verwijzing", nabij=nabij, hulp=hulp, wat=wat)
    soort = "record" if kenmerk and not familie.map_ else "bestand"
    bestand = f"{familie.waar()}{kenmerk}.yml" if familie.map_ else familie.waar()
    waar = f"{bestanden[0]}, regel {regels[0]}"
    verwacht = REGELS[f"{soort}_weg"].format(naam=bestand, id=kenmerk, keer=len(plaatsen), waar=waar)
    return Melding(bestand, 1, soort, kort(None), verwacht, bedoelt=nabij, hulp=HULP[f"{soort}_weg"])


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
