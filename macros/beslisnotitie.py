"""The beslisnotitie: a memo of one page for the board. What a director fills in never leaves the browser
(docs/javascripts/beslisnotitie.js); this view gives the empty memo and the fields that fill it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from macros.feiten import Bronregel, Verwijzing, bronregel, opsomming
from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model import Herkomst
from macros.model_notitie import Notitiedeel, Ondergrens
from macros.model_stap import Stap
from macros.schrijver import ADRES, Schrijver
from macros.stappenplan import titel


@dataclass(frozen=True)
class Optie:
    """A kind of route to choose, and how the memo writes it."""

    id: str
    naam: str
    tekst: str
    herkomst: str


@dataclass(frozen=True)
class Regel:
    """A risk or a point to settle. `id` is what a saved plan remembers."""

    id: str
    tekst: str
    bron: Bronregel | None
    herkomst: str


@dataclass(frozen=True)
class Grens:
    """A known minimum, and what the memo says when a number is above it, equal to it or below it."""

    getal: int
    tekst: str
    boven: str
    precies: str
    onder: str
    toelichting: str
    bron: Bronregel | None
    herkomst: str


@dataclass(frozen=True)
class AkkoordRegel:
    """Who decides, advises or signs."""

    wie: str
    tekst: str
    bron: Bronregel | None
    herkomst: str


@dataclass(frozen=True)
class Deel:
    """A part of the memo with its field. The `detail` of its step is `stap 2`."""

    id: str
    soort: str
    naam: str
    vraag: str
    hulp: str
    slot: str
    herkomst: str
    bij_stap: str
    stap: Verwijzing | None
    opties: list[Optie]
    grenzen: list[Grens]
    punten: list[Regel]
    risicos: list[tuple[str, list[Regel]]]
    akkoord: list[AkkoordRegel]


@dataclass(frozen=True)
class Beslisnotitie:
    """The page /stappenplan/beslisnotitie/: `kop` are the lines on top of the memo, `delen` all the rest."""

    titel: str
    omschrijving: str
    kop: list[Deel]
    delen: list[Deel]
    akkoord: list[Deel]
    woorden: dict[str, str]
    bronnen: list[Bronregel]
    bronnen_van_risicos: list[Bronregel]
    kruimels: tuple[tuple[str, str], ...]


def beslisnotitie(kb: Kennisbank, vandaag: date) -> Beslisnotitie:
    """The view of /stappenplan/beslisnotitie/."""
    delen = [_deel(kb, deel, n) for n, deel in enumerate(kb.stappenplan.notitie)]
    eigen, van_risicos = _bronnen(kb)
    woorden = {n.removeprefix("notitie-"): t for n, t in kb.weergave.teksten.items() if n.startswith("notitie-")}
    return Beslisnotitie(
        titel=woorden["titel"],
        omschrijving="Maak van uw plan een notitie van één bladzijde voor het bestuur, op papier of in Word.",
        kop=[deel for deel in delen if deel.soort == "regel"],
        delen=[deel for deel in delen if deel.soort not in ("regel", "akkoord")],
        akkoord=[deel for deel in delen if deel.soort == "akkoord"],
        woorden=woorden,
        bronnen=eigen,
        bronnen_van_risicos=van_risicos,
        kruimels=(("stappenplan/", kb.stappenplan.naam), ("", "Beslisnotitie")),
    )


def _deel(kb: Kennisbank, deel: Notitiedeel, nummer: int) -> Deel:
    herkomst = f"data/stappenplan.yml#notitie.{nummer}"
    return Deel(
        id=deel.id,
        soort=deel.soort,
        naam=deel.naam,
        vraag=deel.vraag,
        hulp=deel.hulp,
        slot=deel.slot or "",
        herkomst=herkomst,
        bij_stap=deel.stap or "",
        stap=_naar_stap(kb, kb.stappen[deel.stap]) if deel.stap else None,
        opties=_opties(kb, deel.typen) if deel.typen else [],
        grenzen=[_grens(kb, grens, f"{herkomst}.ondergrenzen.{n}") for n, grens in enumerate(deel.ondergrenzen)],
        punten=[
            Regel(punt.id, punt.tekst, _kort(kb, punt), f"{herkomst}.punten.{n}") for n, punt in enumerate(deel.punten)
        ],
        risicos=[_risicos(kb, stap) for stap in kb.stappen_op_volgorde()] if deel.soort == "risico" else [],
        akkoord=[
            AkkoordRegel(wie.wie, wie.tekst, _kort(kb, wie), f"{herkomst}.akkoord.{n}")
            for n, wie in enumerate(deel.akkoord)
        ],
    )


def _naar_stap(kb: Kennisbank, stap: Stap) -> Verwijzing:
    adres, herkomst = ADRES["stappen"].format(stap.id), kb.herkomst("stappen", stap, "naam")
    return Verwijzing(titel(stap), adres, f"stap {stap.volgorde}", herkomst)


def _opties(kb: Kennisbank, soort: str) -> list[Optie]:
    """The kinds of route of one sort, each with the place where it is defined."""
    opties = []
    for record in (deel for deel in kb.typen.values() if deel.soort == soort):
        bron = bronregel(kb, van_record(record))
        herkomst = kb.herkomst("typen", record, "naam")
        opties.append(Optie(record.id, record.naam, f"{record.naam} ({bron.naam}, {bron.plaats}).", herkomst))
    return opties


def _risicos(kb: Kennisbank, stap: Stap) -> tuple[str, list[Regel]]:
    """The title of a step, and the valkuilen of the step and its parts.

    A valkuil has no id of its own, so its text gives one: a risk that is worded anew is chosen anew.
    """
    regels = []
    for pad, deel in (("", stap), *((f"onderdelen.{n}.", deel) for n, deel in enumerate(stap.onderdelen))):
        for n, valkuil in enumerate(deel.valkuilen):
            kenmerk = f"{stap.id}-{sha256(valkuil.tekst.encode()).hexdigest()[:8]}"
            herkomst = kb.herkomst("stappen", stap, f"{pad}valkuilen.{n}")
            regels.append(Regel(kenmerk, valkuil.tekst, _kort(kb, valkuil), herkomst))
    return titel(stap), regels


def _grens(kb: Kennisbank, grens: Ondergrens, herkomst: str) -> Grens:
    """A minimum in words; checks.py has seen that its routes all hold the same number."""
    routes = [kb.routes[naam] for naam in grens.routes]
    getal = Schrijver(kb, "routes", routes[0]).op(grens.veld).waarde
    scholen = opsomming([kb.scholen[route.school.waarde].naam for route in routes])
    # replace and not str.format: these sentences come from data/ and must not reach into objects
    zinnen = (
        kb.weergave.teksten[f"notitie-{naam}"].replace("{grens}", f"{getal} {grens.telt} bij {scholen}")
        for naam in ("grens", "boven", "precies", "onder")
    )
    return Grens(getal, *zinnen, grens.toelichting or "", _kort(kb, grens), herkomst)


def _kort(kb: Kennisbank, herkomst: Herkomst) -> Bronregel | None:
    """A source as it stands between the lines of the memo: its date stands below, but a school year stays."""
    bron = bronregel(kb, herkomst)
    return replace(bron, jaar=bron.jaar if herkomst.schooljaar else "") if bron else None


def _bronnen(kb: Kennisbank) -> tuple[list[Bronregel], list[Bronregel]]:
    """Every source with its date, once: those of the memo's own lines, and what the risks add."""
    delen, stappen = kb.stappenplan.notitie, kb.stappen_op_volgorde()
    eigen = [regel.bron for deel in delen for regel in (*deel.ondergrenzen, *deel.punten, *deel.akkoord) if regel.bron]
    risicos = [regel.bron for stap in stappen for deel in (stap, *stap.onderdelen) for regel in deel.valkuilen]
    lijsten = ([kb.bronnen[naam] for naam in dict.fromkeys(lijst)] for lijst in (eigen, risicos))
    vast, extra = ([Bronregel(b.korte_naam, f"bronnen/#{b.id}", None, b.datum) for b in lijst] for lijst in lijsten)
    return vast, [bron for bron in extra if bron not in vast]
