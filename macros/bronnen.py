"""The sources, and who appears in them: what they are, of when, and where they can be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Waarde, datum, opsomming
from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model import BronRecord
from macros.schrijver import Schrijver


@dataclass(frozen=True)
class Blok:
    """A record as a block with rows; `id` is its anchor."""

    id: str
    titel: str
    herkomst: str
    waarden: list[Waarde]


@dataclass(frozen=True)
class Blokken:
    """A page of blocks, in groups."""

    titel: str
    omschrijving: str
    groepen: tuple[tuple[str, list[Blok]], ...]


def bronnen(kb: Kennisbank, vandaag: date) -> Blokken:
    """The view of /bronnen/: every source, then who appears in them."""
    blokken = []
    for bron in kb.bronnen.values():
        s = Schrijver(kb, "bronnen", bron)
        soort = kb.weergave.waarden[bron.soort]
        waarden = [
            s.gewoon("uitleg", bron.uitleg, label="Wat het is"),
            s.gewoon("soort", f"{soort}, {bron.datum}", label="Soort en datum"),
            s.gewoon("maker", bron.maker, label="Gemaakt door"),
            s.gewoon("gebruikt_voor", bron.gebruikt_voor, label="Wat wij eruit haalden"),
            s.waarde("url"),
            s.gewoon("korte_naam", bron.korte_naam, label="Zo noemen wij de bron"),
            s.gewoon("gelezen_op", datum(bron.gelezen_op), label="Gelezen op"),
        ]
        if bron.dode_links:
            dood = tuple(f"{link.adres}: {link.toelichting}" for link in bron.dode_links)
            waarden.append(
                Waarde("Adressen die wij niet terugvonden", s.gewoon("dode_links", "").herkomst, punten=dood)
            )
        if bron.kanttekening:
            waarden.append(s.gewoon("kanttekening", bron.kanttekening, label="Let op"))
        blokken.append(Blok(bron.id, bron.naam, kb.herkomst("bronnen", bron, "naam"), waarden))
    return Blokken(
        "Bronnen",
        "Waar de gegevens op deze site vandaan komen, met datum en vindplaats.",
        (
            ("Bronnen", blokken),
            ("Mbo-instellingen", _instellingen(kb)),
            ("Besturen", _besturen(kb)),
            ("Opleidingen", _opleidingen(kb)),
        ),
    )


def _instellingen(kb: Kennisbank) -> list[Blok]:
    blokken = []
    for instelling in kb.instellingen.values():
        s = Schrijver(kb, "instellingen", instelling)
        waarden = [s.gewoon("korte_naam", instelling.korte_naam, van_record(instelling), "Korte naam")]
        if instelling.andere_namen:
            namen = tuple(f"{naam.naam}: {naam.toelichting}" for naam in instelling.andere_namen)
            waarden.append(
                Waarde("Andere namen", kb.herkomst("instellingen", instelling, "andere_namen"), punten=namen)
            )
        waarden += [waarde for waarde in [s.waarde("valt_onder")] if not waarde.stil]
        for n, college in enumerate(instelling.colleges):
            waarde = s.waarde(f"colleges.{n}.toelichting", college.naam)
            waarden.append(waarde if not waarde.stil else s.gewoon(f"colleges.{n}.naam", "college", label=college.naam))
        blokken.append(_met_toelichting(kb, s, instelling, "instellingen", waarden))
    return blokken


def _besturen(kb: Kennisbank) -> list[Blok]:
    blokken = []
    for bestuur in kb.besturen.values():
        s = Schrijver(kb, "besturen", bestuur)
        scholen = [school.naam for school in kb.scholen.values() if school.bestuur.waarde == bestuur.id]
        waarden = [s.gewoon("id", opsomming(scholen) or None, label="Scholen in onze gegevens")]
        blokken.append(_met_toelichting(kb, s, bestuur, "besturen", waarden))
    return blokken


def _opleidingen(kb: Kennisbank) -> list[Blok]:
    blokken = []
    for opleiding in kb.opleidingen.values():
        s = Schrijver(kb, "opleidingen", opleiding)
        waarden = [
            s.gewoon("niveau", f"mbo niveau {opleiding.niveau}", van_record(opleiding), "Niveau"),
            s.gewoon("richting", kb.weergave.waarden[opleiding.richting], label="Richting (onze indeling)"),
        ]
        if opleiding.andere_namen:
            waarden.append(s.gewoon("andere_namen", opsomming(list(opleiding.andere_namen)), label="Andere namen"))
        blokken.append(
            Blok(f"opleiding-{opleiding.id}", opleiding.naam, kb.herkomst("opleidingen", opleiding, "naam"), waarden)
        )
    return blokken


def _met_toelichting(kb: Kennisbank, s: Schrijver, record: BronRecord, familie: str, waarden: list[Waarde]) -> Blok:
    toelichting = s.waarde("toelichting")
    if not toelichting.onbekend:
        waarden = [*waarden, toelichting]
    return Blok(f"{s.voor}-{record.id}", record.naam, kb.herkomst(familie, record, "naam"), waarden)
