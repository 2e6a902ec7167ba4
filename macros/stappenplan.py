"""The stappenplan: all steps on one page, and a page per step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from macros.feiten import Bronregel, Verwijzing, Waarde, bronnen_van, bronregel, datum
from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model_stap import Inhoud, Stap
from macros.punten import PuntRegel, hulpmiddelen, punten, verwijzing
from macros.schrijver import ADRES, Schrijver
from macros.tekening import Tekening, tekening

# In this order on the page of a step.
LIJSTEN = ("vragen", "afspraken", "cijfers", "succes", "valkuilen")


@dataclass(frozen=True)
class StapRegel:
    """A step in the list: its number and title, where it leads, and whether it is the page itself."""

    titel: str
    adres: str
    doel: str
    hier: bool
    terug: str


@dataclass(frozen=True)
class VertrekpuntRegel:
    """A place to start from, with the routes that did so."""

    naam: str
    punt: PuntRegel
    later: list[PuntRegel]
    routes: tuple[Verwijzing, ...]


@dataclass(frozen=True)
class PlanPagina:
    """The page with all steps."""

    titel: str
    omschrijving: str
    stappen: list[StapRegel]
    tekening: Tekening
    voordelen: list[PuntRegel]
    vertrekpunten: list[VertrekpuntRegel]
    samenhang: list[PuntRegel]
    volgorde: tuple[str, ...]
    volgorde_bron: Bronregel | None
    bronnen: list[Bronregel]


@dataclass(frozen=True)
class VoorbeeldRegel:
    """What a route's own data says, with a link to that route."""

    route: Verwijzing
    waarde: Waarde


@dataclass(frozen=True)
class TaakRegel:
    """A task on a checklist."""

    id: str
    tekst: str
    herkomst: str


@dataclass(frozen=True)
class Blok:
    """A step, or a named part of it, as it is printed."""

    id: str
    titel: str
    doel: Waarde
    waarom: Waarde | None
    lijsten: list[tuple[str, str, list[PuntRegel]]]
    voorbeelden: list[VoorbeeldRegel]
    wet: list[PuntRegel]


@dataclass(frozen=True)
class StapPagina:
    """The page of one step."""

    titel: str
    omschrijving: str
    herkomst: str
    blok: Blok
    onderdelen: list[Blok]
    wie: Waarde
    resultaat: Waarde
    hulpmiddelen: list[Verwijzing]
    taken: list[TaakRegel]
    koppen: dict[str, str]
    stappen: list[StapRegel]
    vorige: StapRegel | None
    volgende: StapRegel | None
    titel_in_bron: Waarde
    bronnen: list[Bronregel]
    gecontroleerd: str
    kruimels: tuple[tuple[str, str], ...]


def stappenplan(kb: Kennisbank, vandaag: date) -> PlanPagina:
    """The view of /stappenplan/."""
    plan = kb.stappenplan
    stappen = regels(kb)
    vertrekpunten = [
        VertrekpuntRegel(
            deel.naam,
            PuntRegel(deel.tekst, bronregel(kb, deel), f"data/stappenplan.yml#vertrekpunten.{n}"),
            punten(kb, deel.later, f"data/stappenplan.yml#vertrekpunten.{n}.later"),
            tuple(verwijzing(kb, "routes", route) for route in deel.routes),
        )
        for n, deel in enumerate(plan.vertrekpunten)
    ]
    return PlanPagina(
        titel=plan.naam,
        omschrijving=f"In {len(stappen)} stappen naar een doorlopende leerroute van vmbo naar mbo.",
        stappen=stappen,
        tekening=_tekening(kb),
        voordelen=punten(kb, plan.voordelen, "data/stappenplan.yml#voordelen"),
        vertrekpunten=vertrekpunten,
        samenhang=punten(kb, plan.samenhang, "data/stappenplan.yml#samenhang"),
        volgorde=tuple(plan.over_de_volgorde.waarde or ()),
        volgorde_bron=bronregel(kb, plan.over_de_volgorde),
        bronnen=bronnen_van(kb, plan),
    )


def _tekening(kb: Kennisbank) -> Tekening:
    """The road, with the way back of the last step that has one."""
    terug = [deel for deel in kb.stappen_op_volgorde() if deel.terug_naar]
    if not terug:
        return tekening(len(kb.stappen))
    return tekening(len(kb.stappen), terug[-1].volgorde, kb.stappen[terug[-1].terug_naar].volgorde)


def stap(kb: Kennisbank, vandaag: date, kenmerk: str) -> StapPagina:
    """The view of one step; raises KeyError for an unknown id."""
    record = kb.stappen[kenmerk]
    schrijver = Schrijver(kb, "stappen", record)
    alle = regels(kb, kenmerk)
    plek = record.volgorde - 1
    onderdelen = [blok(kb, schrijver, deel, f"onderdelen.{n}.") for n, deel in enumerate(record.onderdelen)]
    doel = schrijver.waarde("doel")
    return StapPagina(
        titel=titel(record),
        omschrijving=f"{titel(record)}. {doel.tekst}",
        herkomst=kb.herkomst("stappen", record, "naam"),
        blok=blok(kb, schrijver, record, ""),
        onderdelen=onderdelen,
        wie=schrijver.waarde("wie"),
        resultaat=schrijver.waarde("resultaat"),
        hulpmiddelen=hulpmiddelen(kb, record.hulpmiddelen),
        taken=taken(kb, record),
        koppen={naam: schrijver.label(naam) for naam in ("wie", "voorbeelden", "wet", "resultaat", "taken", "waarom")},
        stappen=alle,
        vorige=alle[plek - 1] if plek else None,
        volgende=alle[plek + 1] if plek + 1 < len(alle) else None,
        titel_in_bron=schrijver.gewoon("titel_in_bron", record.titel_in_bron, van_record(record), ""),
        bronnen=bronnen_van(kb, record, *record.onderdelen),
        gecontroleerd=datum(record.gecontroleerd_op),
        kruimels=(("stappenplan/", kb.stappenplan.naam), ("", titel(record))),
    )


def titel(record: Stap) -> str:
    """`Stap 3: Richt de projectorganisatie in`."""
    return f"Stap {record.volgorde}: {record.naam}"


def regels(kb: Kennisbank, hier: str = "") -> list[StapRegel]:
    """All steps in their order; `hier` is the id of the page itself."""
    return [
        StapRegel(
            titel(deel),
            ADRES["stappen"].format(deel.id),
            Schrijver(kb, "stappen", deel).waarde("doel").tekst,
            deel.id == hier,
            titel(kb.stappen[deel.terug_naar]) if deel.terug_naar else "",
        )
        for deel in kb.stappen_op_volgorde()
    ]


def taken(kb: Kennisbank, record: Stap) -> list[TaakRegel]:
    """The checklist of a step."""
    herkomst = kb.herkomst("stappen", record, "taken")
    return [TaakRegel(taak.id, taak.tekst, f"{herkomst}.{n}") for n, taak in enumerate(record.taken)]


def blok(kb: Kennisbank, schrijver: Schrijver, deel: Inhoud, voor: str) -> Blok:
    """A step or a named part; `voor` is its path in the record, with a full stop at the end."""
    lijsten = [
        (
            f"{deel.id}-{naam}",
            schrijver.label(naam),
            punten(kb, getattr(deel, naam), _herkomst(schrijver, voor + naam)),
        )
        for naam in LIJSTEN
    ]
    waarom = schrijver.waarde(f"{voor}waarom")
    voorbeelden = [
        VoorbeeldRegel(verwijzing(kb, "routes", deel.route), _uit_route(kb, deel.route, deel.veld))
        for deel in deel.voorbeelden
    ]
    return Blok(
        deel.id,
        deel.naam,
        schrijver.waarde(f"{voor}doel"),
        None if waarom.stil else waarom,
        lijsten,
        voorbeelden,
        punten(kb, deel.wet, _herkomst(schrijver, f"{voor}wet")),
    )


def _herkomst(schrijver: Schrijver, pad: str) -> str:
    return schrijver.kb.herkomst("stappen", schrijver.record, pad)


def _uit_route(kb: Kennisbank, kenmerk: str, veld: str) -> Waarde:
    """The value of a route's field, in the route's own words and with its own source."""
    waarde = Schrijver(kb, "routes", kb.routes[kenmerk]).waarde(veld)
    return replace(waarde, label=waarde.label or veld)
