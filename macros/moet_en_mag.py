"""Kinds of route against subjects of the law: does this hold for my route?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Verwijzing, Waarde, datum
from macros.kaders import GeldtRegel, geldt_voor
from macros.kennisbank import Kennisbank
from macros.model_kader import Kader
from macros.punten import verwijzing
from macros.schrijver import ADRES, Schrijver
from macros.typen import voorbeelden


@dataclass(frozen=True)
class Onderwerp:
    """A subject as a row: what it means per kind, and the articles that it rests on."""

    naam: str
    adres: str
    herkomst: str
    cellen: list[GeldtRegel]
    artikelen: str


@dataclass(frozen=True)
class MoetEnMag:
    """The page: the table, and which Amsterdam routes are of which kind."""

    titel: str
    omschrijving: str
    typen: list[Verwijzing]
    onderwerpen: list[Onderwerp]
    voorbeelden: list[tuple[Verwijzing, Waarde]]
    gecontroleerd: str
    kruimels: tuple[tuple[str, str], ...]


def moet_en_mag(kb: Kennisbank, vandaag: date) -> MoetEnMag:
    """The view of /kaders/moet-en-mag/."""
    erin = sorted(
        (kader for kader in kb.kaders.values() if kader.in_overzicht is not None), key=lambda kader: kader.in_overzicht
    )
    soorten = [deel.type for deel in erin[0].geldt_voor] if erin else []
    return MoetEnMag(
        "Geldt dit voor mijn route?",
        "Wat moet en wat mag per soort leerroute, met de voorwaarde en het artikel.",
        [verwijzing(kb, "typen", soort) for soort in soorten],
        [_onderwerp(kb, kader, soorten) for kader in erin],
        [
            (
                verwijzing(kb, "typen", soort),
                voorbeelden(kb, Schrijver(kb, "typen", kb.typen[soort]), kb.typen[soort]),
            )
            for soort in soorten
        ],
        datum(min(kader.gecontroleerd_op for kader in erin)) if erin else "",
        (("kaders/", "Wat moet en wat mag"), ("", "Geldt dit voor mijn route?")),
    )


def _onderwerp(kb: Kennisbank, kader: Kader, soorten: list[str]) -> Onderwerp:
    per_soort = {deel.type: regel for deel, regel in zip(kader.geldt_voor, geldt_voor(kb, kader), strict=True)}
    return Onderwerp(
        kader.korte_naam,
        ADRES["kaders"].format(kader.id),
        kb.herkomst("kaders", kader, "korte_naam"),
        [per_soort[soort] for soort in soorten],
        _artikelen(kader) or kb.weergave.teksten["kader-niet-gelezen"],
    )


def _artikelen(kader: Kader) -> str:
    """The articles that were read, by law and by the day of the text: `WVO 2020: 2.107a, 2.107l (1 januari 2026)`."""
    per_tekst: dict[tuple[str, date], list[str]] = {}
    for deel in kader.artikelen:
        if deel.tekst_van:
            per_tekst.setdefault((deel.wet, deel.tekst_van), []).append(deel.artikel)
    return "; ".join(f"{wet}: {', '.join(welke)} (tekst van {datum(dag)})" for (wet, dag), welke in per_tekst.items())
