"""The legal frameworks: all of them in groups, and a page each with what must, what may and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Verwijzing, Waarde, bronnen_samen, bronnen_van, bronregel, datum, getal, ingevuld
from macros.kennisbank import Kennisbank
from macros.model_kader import Kader
from macros.punten import PuntRegel, hulpmiddelen, punten, verwijzing
from macros.schrijver import ADRES, Schrijver
from macros.stappenplan import titel as staptitel
from macros.tabellen import Rij, Tabel

GROEPEN = ("vorm", "samenwerking", "programma", "leerling", "mbo")
# Lists of a framework, in this order on its page; the first three carry their word as a label.
PLICHTEN = ("moet", "mag", "afspraak")


@dataclass(frozen=True)
class Puntenlijst:
    """A list of points below a heading of its own; `id` is its anchor and `soort` the field it comes from."""

    id: str
    kop: str
    soort: str
    punten: list[PuntRegel]


@dataclass(frozen=True)
class ArtikelRegel:
    """An article, and which text of it was read; `niet_gelezen` holds the reason where none was."""

    naam: str
    gaat_over: str
    tekst_van: str
    niet_gelezen: str
    bron: Bronregel | None
    herkomst: str


@dataclass(frozen=True)
class GeldtRegel:
    """What a framework means for one kind of route."""

    type: Verwijzing
    antwoord: str
    woord: str
    punt: PuntRegel


@dataclass(frozen=True)
class KaderPagina:
    """The page of one framework."""

    titel: str
    omschrijving: str
    herkomst: str
    kern: Waarde
    gewijzigd: str
    artikelen: list[ArtikelRegel]
    gelezen: str
    plichten: list[Puntenlijst]
    delen: list[Puntenlijst]
    tabellen: list[tuple[Tabel, list[Bronregel]]]
    verandering: list[Puntenlijst]
    geldt_voor: list[GeldtRegel]
    praktijk: list[PuntRegel]
    onzeker: list[PuntRegel]
    stappen: list[Verwijzing]
    verwant: list[Verwijzing]
    koppen: dict[str, str]
    bronnen: list[Bronregel]
    gecontroleerd: str
    hulpmiddelen: list[Verwijzing]
    kruimels: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KaderLijst:
    """All frameworks, in groups."""

    titel: str
    omschrijving: str
    groepen: tuple[tuple[str, str, list[Verwijzing]], ...]


def kaders(kb: Kennisbank, vandaag: date) -> KaderLijst:
    """The view of /kaders/."""
    groepen = []
    for groep in GROEPEN:
        erin = [naar_kader(kb, kader) for kader in kb.kaders.values() if kader.groep == groep]
        if erin:
            groepen.append((groep, kb.weergave.waarden[groep], erin))
    omschrijving = f"{len(kb.kaders)} onderwerpen uit de wet, met het artikel en de datum van de tekst die wij lazen."
    return KaderLijst("Wat moet en wat mag", omschrijving, tuple(groepen))


def naar_kader(kb: Kennisbank, record: Kader) -> Verwijzing:
    """A link to a framework with its answer in a sentence."""
    kern = Schrijver(kb, "kaders", record).waarde("kern").kort()
    return Verwijzing(record.naam, ADRES["kaders"].format(record.id), kern, kb.herkomst("kaders", record, "naam"))


def kader(kb: Kennisbank, vandaag: date, kenmerk: str) -> KaderPagina:
    """The view of one framework; raises KeyError for an unknown id."""
    record = kb.kaders[kenmerk]
    s = Schrijver(kb, "kaders", record)
    kern = s.waarde("kern")
    koppen = ("praktijk", "onzeker", "artikelen", "geldt_voor")
    return KaderPagina(
        titel=record.naam,
        omschrijving=f"{record.naam}. {kern.kort()}",
        herkomst=kb.herkomst("kaders", record, "naam"),
        kern=kern,
        gewijzigd=kb.weergave.teksten[f"gewijzigd-{record.gewijzigd}"],
        artikelen=artikelen(kb, record),
        gelezen=_gelezen(kb, record),
        plichten=[_lijst(s, naam) for naam in PLICHTEN if getattr(record, naam)],
        delen=_delen(kb, record),
        tabellen=[*_tabellen(kb, record), *_uren(kb, s, record)],
        verandering=[_lijst(s, naam) for naam in ("toen", "nu") if getattr(record, naam)],
        geldt_voor=geldt_voor(kb, record),
        praktijk=[
            PuntRegel(deel.tekst, bronregel(kb, deel), kb.herkomst("kaders", record, f"praktijk.{n}"), deel.naam)
            for n, deel in enumerate(record.praktijk)
        ],
        onzeker=punten(kb, record.onzeker, kb.herkomst("kaders", record, "onzeker")),
        stappen=_stappen(kb, record),
        verwant=[verwijzing(kb, "kaders", ander) for ander in record.verwante_kaders],
        koppen={naam: s.label(naam) for naam in koppen},
        bronnen=bronnen_van(kb, record),
        gecontroleerd=datum(record.gecontroleerd_op),
        hulpmiddelen=hulpmiddelen(kb, record.hulpmiddelen),
        kruimels=(("kaders/", "Wat moet en wat mag"), ("", record.korte_naam)),
    )


def artikelen(kb: Kennisbank, record: Kader) -> list[ArtikelRegel]:
    """The articles of a framework, each with the day of the text that was read."""
    return [
        ArtikelRegel(
            f"{deel.wet}, artikel {deel.artikel}",
            deel.gaat_over,
            datum(deel.tekst_van) if deel.tekst_van else "",
            deel.niet_gelezen or "",
            bronregel(kb, deel),
            kb.herkomst("kaders", record, f"artikelen.{n}"),
        )
        for n, deel in enumerate(record.artikelen)
    ]


def _gelezen(kb: Kennisbank, record: Kader) -> str:
    """Which texts of the law the framework rests on, for the line below its heading."""
    dagen = sorted({deel.tekst_van for deel in record.artikelen if deel.tekst_van})
    if not dagen:
        return kb.weergave.teksten["kader-niet-gelezen"]
    tekst = datum(dagen[0]) if len(dagen) == 1 else f"{datum(dagen[0])} tot {datum(dagen[-1])}"
    return ingevuld(kb.weergave.teksten["kader-gelezen"], dag=tekst)


def geldt_voor(kb: Kennisbank, record: Kader) -> list[GeldtRegel]:
    """What a framework means per kind of route."""
    regels = punten(kb, record.geldt_voor, kb.herkomst("kaders", record, "geldt_voor"))
    return [
        GeldtRegel(verwijzing(kb, "typen", deel.type), deel.antwoord, kb.weergave.waarden[deel.antwoord], regel)
        for deel, regel in zip(record.geldt_voor, regels, strict=True)
    ]


def _lijst(s: Schrijver, naam: str) -> Puntenlijst:
    regels = punten(s.kb, getattr(s.record, naam), s.kb.herkomst("kaders", s.record, naam))
    return Puntenlijst(naam, s.label(naam), naam, regels)


def _delen(kb: Kennisbank, record: Kader) -> list[Puntenlijst]:
    return [
        Puntenlijst(
            f"deel-{n}",
            f"{deel.kenmerk}. {deel.naam}" if deel.kenmerk else deel.naam,
            "deel",
            punten(kb, deel.punten, kb.herkomst("kaders", record, f"delen.{n - 1}.punten")),
        )
        for n, deel in enumerate(record.delen, 1)
    ]


def _tabellen(kb: Kennisbank, record: Kader) -> list[tuple[Tabel, list[Bronregel]]]:
    tabellen = []
    for n, deel in enumerate(record.tabellen):
        herkomst = kb.herkomst("kaders", record, f"tabellen.{n}")
        rijen = tuple(
            Rij(
                rij[0],
                tuple(Waarde(kop, herkomst, cel) for kop, cel in zip(deel.koppen[1:], rij[1:], strict=True)),
                herkomst,
            )
            for rij in deel.rijen
        )
        tabel = Tabel(f"tabel-{n + 1}", deel.naam, deel.koppen[0], tuple(deel.koppen[1:]), rijen)
        tabellen.append((tabel, bronnen_samen(kb, [deel])))
    return tabellen


def _uren(kb: Kennisbank, s: Schrijver, record: Kader) -> list[tuple[Tabel, list[Bronregel]]]:
    """A table of the least hours for bol and one for bbl, by the length of the route."""
    tabellen = []
    for soort in ("bol", "bbl"):
        normen = [(n, norm) for n, norm in enumerate(record.urennormen) if norm.soort == soort]
        if not normen:
            continue
        velden = ("totaal", "begeleid", "bpv")
        rijen = tuple(
            Rij(
                f"{norm.jaren} jaar",
                (
                    *(s.gewoon(f"urennormen.{n}.{veld}", getal(getattr(norm, veld))) for veld in velden),
                    s.gewoon(f"urennormen.{n}.plaats", norm.plaats, label="Artikel"),
                ),
                kb.herkomst("kaders", record, f"urennormen.{n}.jaren"),
            )
            for n, norm in sorted(normen, key=lambda deel: deel[1].jaren)
        )
        koppen = (*(s.label(f"urennormen.{veld}") for veld in velden), "Artikel")
        kop = f"{kb.weergave.waarden[soort]}: {s.label('urennormen').lower()}"
        tabel = Tabel(f"uren-{soort}", kop, s.label("urennormen.jaren"), koppen, rijen)
        tabellen.append((tabel, bronnen_samen(kb, (norm for _, norm in normen))))
    return tabellen


def _stappen(kb: Kennisbank, record: Kader) -> list[Verwijzing]:
    """The steps that the framework names, and those whose legal points lead to it."""
    genoemd = [
        stap
        for stap in kb.stappen_op_volgorde()
        if stap.id in record.bij_stappen
        or any(punt.kader == record.id for deel in (stap, *stap.onderdelen) for punt in deel.wet)
    ]
    return [
        Verwijzing(staptitel(stap), ADRES["stappen"].format(stap.id), "", kb.herkomst("stappen", stap, "naam"))
        for stap in genoemd
    ]
