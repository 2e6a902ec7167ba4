"""Own hours held against the least hours of the law. The browser answers the same (docs/javascripts/urencheck.js)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Verwijzing
from macros.kaders import kader
from macros.kennisbank import Kennisbank
from macros.model_kader import Urennorm
from macros.punten import PuntRegel, punten, verwijzing
from macros.schrijver import Schrijver
from macros.tabellen import Tabel

VELDEN = ("totaal", "begeleid", "bpv")
# What the form and its answer say, from weergave.yml; {…} is filled in.
TEKSTEN = (
    "urencheck-genoeg",
    "urencheck-te-weinig",
    "urencheck-leeg",
    "urencheck-getal",
    "urencheck-som",
    "urencheck-vergeleken",
    "urencheck-veranderd",
    "urencheck-goed",
    "urencheck-niet-goed",
    "urencheck-onvolledig",
)


@dataclass(frozen=True)
class Normregel:
    """The least hours for one kind and length, with where they come from."""

    soort: str
    jaren: int
    totaal: int
    begeleid: int
    bpv: int
    herkomst: str


@dataclass(frozen=True)
class Urencheck:
    """The page: the form, the norms as tables and the conditions for fewer hours."""

    titel: str
    omschrijving: str
    normen: list[Normregel]
    jaren: list[int]
    soorten: list[tuple[str, str]]
    velden: list[tuple[str, str]]
    teksten: dict[str, str]
    tabellen: list[tuple[Tabel, list[Bronregel]]]
    minder: list[PuntRegel]
    kader: Verwijzing
    kruimels: tuple[tuple[str, str], ...]


def urencheck(kb: Kennisbank, vandaag: date) -> Urencheck:
    """The view of /kaders/urencheck/."""
    record = next(deel for deel in kb.kaders.values() if deel.urennormen)
    s = Schrijver(kb, "kaders", record)
    normen = [
        Normregel(
            norm.soort,
            norm.jaren,
            norm.totaal,
            norm.begeleid,
            norm.bpv,
            kb.herkomst("kaders", record, f"urennormen.{n}"),
        )
        for n, norm in enumerate(record.urennormen)
    ]
    return Urencheck(
        "Urencheck",
        "Vul uw eigen uren in en leg ze naast de minimale uren van de wet.",
        normen,
        sorted({norm.jaren for norm in normen}),
        [(soort, kb.weergave.waarden[soort]) for soort in ("bol", "bbl")],
        [(veld, s.label(f"urennormen.{veld}")) for veld in VELDEN],
        {naam.removeprefix("urencheck-"): kb.weergave.teksten[naam] for naam in TEKSTEN},
        kader(kb, vandaag, record.id).tabellen[-2:],
        punten(kb, record.mag, kb.herkomst("kaders", record, "mag")),
        verwijzing(kb, "kaders", record.id),
        (("kaders/", "Wat moet en wat mag"), ("", "Urencheck")),
    )


def oordeel(norm: Urennorm, uren: dict[str, int | None]) -> list[tuple[str, str, int]]:
    """Per field its verdict (`genoeg`, `te-weinig`, `leeg`) and the difference in klokuren; 0 when left empty.

    `som` follows when guided hours and internship together are more than the total.
    """
    uitkomst = []
    for veld in VELDEN:
        eigen = uren[veld]
        if eigen is None:
            uitkomst.append((veld, "leeg", 0))
        else:
            verschil = eigen - getattr(norm, veld)
            uitkomst.append((veld, "genoeg" if verschil >= 0 else "te-weinig", verschil))
    if None not in uren.values() and uren["begeleid"] + uren["bpv"] > uren["totaal"]:
        uitkomst.append(("totaal", "som", uren["totaal"] - uren["begeleid"] - uren["bpv"]))
    return uitkomst
