"""Which kinds of route fit a wish, which routes resemble it, and where to begin. The browser answers the same
(docs/javascripts/wijzer.js, with the cases of tests/gevallen/wijzer.json)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Verwijzing, Waarde
from macros.filters import Filter, filters, kenmerken
from macros.kennisbank import Kennisbank
from macros.model_stap import Vertrekpunt
from macros.punten import PuntRegel, punten, verwijzing
from macros.scholen import naar_route
from macros.schrijver import Schrijver
from macros.stappenplan import StapRegel, regels

# What somebody fills in, in this order; `diploma` may stay open.
LEERWEGEN = ("basis", "kader", "gemengd", "theoretisch")
NIVEAUS = (2, 3, 4)
# How much each likeness counts.
GEWICHT = {"leerweg": 3, "niveau": 3, "diploma": 2, "stadsdeel": 1}
MEEST = 3  # routes shown as most alike; those as much alike as the last of them are shown too
STIL = ("nooit-gestart", "beeindigd")  # come after the routes that run
VELD = "streefcijfers.leerlingen_per_groep"
TEKSTEN = (
    "past", "let-op", "geen-vorm", "genoeg", "te-weinig", "geen-aantal", "lijkt", "niets-lijkt", "getal",
    "reden-leerweg", "reden-niveau", "reden-diploma", "reden-stadsdeel", "klaar", "veranderd",
)  # fmt: skip


@dataclass(frozen=True)
class Vraag:
    """What somebody wants: `diploma` is ja, nee or empty; `leerlingen` (a year) and `stadsdeel` may be left open."""

    leerweg: str
    niveau: int
    diploma: str = ""
    leerlingen: int | None = None
    stadsdeel: str = ""


@dataclass(frozen=True)
class Antwoord:
    """`vormen`: id → past or let-op; `lijkt`: id → why; `minima`: least number → genoeg, te-weinig or geen-aantal."""

    vormen: dict[str, str]
    lijkt: dict[str, list[str]]
    minima: dict[int, str]
    vertrekpunten: list[str]


@dataclass(frozen=True)
class VormRegel:
    """A form in the law: its combinations and what may lapse, for the script, and its rules to read on."""

    id: str
    vorm: Verwijzing
    uitleg: Waarde
    paren: str
    diploma: str
    kaders: list[Verwijzing]


@dataclass(frozen=True)
class MinimumRegel:
    """A least number of pupils that a route holds on to."""

    aantal: int
    route: Verwijzing
    waarde: Waarde


@dataclass(frozen=True)
class VertrekRegel:
    """A place to start from, with what it fits."""

    naam: str
    punt: PuntRegel
    leerwegen: str
    niveaus: str


@dataclass(frozen=True)
class Wijzer:
    """The page /leerroutes/wijzer/."""

    titel: str
    omschrijving: str
    vormen: list[VormRegel]
    overig: list[Verwijzing]
    routes: list[tuple[Verwijzing, tuple[tuple[str, str], ...]]]
    minima: list[MinimumRegel]
    vertrekpunten: list[VertrekRegel]
    stappen: list[StapRegel]
    keuzes: dict[str, Filter]
    leerwegen: list[tuple[str, str]]
    niveaus: tuple[int, ...]
    teksten: dict[str, str]
    kruimels: tuple[tuple[str, str], ...]


def antwoord(kb: Kennisbank, vraag: Vraag) -> Antwoord:
    """The answer to a wish, from the data alone."""
    return Antwoord(
        vormen={
            soort.id: "let-op" if vraag.diploma == "ja" and soort.diploma_in_route == "mag-vervallen" else "past"
            for soort in kb.typen.values()
            if (vraag.leerweg, vraag.niveau) in {(paar.leerweg, paar.niveau) for paar in soort.paren}
        },
        lijkt=_lijkt(kb, vraag),
        minima={minimum: _genoeg(minimum, vraag.leerlingen) for minimum in sorted({m for m, _ in _minima(kb)})},
        vertrekpunten=[deel.naam for deel in kb.stappenplan.vertrekpunten if _begint(deel, vraag)],
    )


def _lijkt(kb: Kennisbank, vraag: Vraag) -> dict[str, list[str]]:
    """The routes most like the wish; a route of another leerweg and another niveau is not like it."""
    wens = {"leerweg": vraag.leerweg, "niveau": str(vraag.niveau), "stadsdeel": vraag.stadsdeel}
    wens["diploma"] = {"ja": "behouden", "nee": "vervalt"}.get(vraag.diploma, "")
    gevonden = {}
    for route in kb.routes.values():
        waarden = kenmerken(kb, route)
        redenen = [naam for naam in GEWICHT if wens[naam] and wens[naam] in waarden[naam]]
        if "leerweg" in redenen or "niveau" in redenen:
            gevonden[route.id] = redenen
    punten = {kenmerk: sum(GEWICHT[naam] for naam in redenen) for kenmerk, redenen in gevonden.items()}

    def plaats(kenmerk: str) -> tuple[bool, int, bool, str]:
        stil = kb.routes[kenmerk].actualiteit in STIL
        return stil, -punten[kenmerk], "leerweg" not in gevonden[kenmerk], kenmerk

    beste = sorted(gevonden, key=plaats)
    grens = [punten[kenmerk] for kenmerk in beste[:MEEST]][-1:]
    gelijk = [kenmerk for kenmerk in beste[MEEST:] if punten[kenmerk] >= grens[0]]
    return {kenmerk: gevonden[kenmerk] for kenmerk in beste[:MEEST] + gelijk}


def _genoeg(minimum: int, leerlingen: int | None) -> str:
    if leerlingen is None:
        return "geen-aantal"
    return "genoeg" if leerlingen >= minimum else "te-weinig"


def _begint(deel: Vertrekpunt, vraag: Vraag) -> bool:
    return (not deel.leerwegen or vraag.leerweg in deel.leerwegen) and (
        not deel.niveaus or vraag.niveau in deel.niveaus
    )


def _minima(kb: Kennisbank) -> list[tuple[int, str]]:
    """The least numbers that routes hold on to, with the route, smallest first."""
    gevonden = []
    for route in kb.routes.values():
        feit = route.streefcijfers.leerlingen_per_groep if route.streefcijfers else None
        if feit and feit.waarde:
            gevonden.append((feit.waarde, route.id))
    return sorted(gevonden)


def wijzer(kb: Kennisbank, vandaag: date) -> Wijzer:
    """The view of /leerroutes/wijzer/: all that the answers are made of, readable without a script."""
    wettelijk = [soort for soort in kb.typen.values() if soort.paren]
    return Wijzer(
        "Wijzer",
        "Welke leerroute past bij uw leerlingen? Met wat de wet kent en welke Amsterdamse routes erop lijken.",
        [_vorm(kb, soort.id) for soort in wettelijk],
        [verwijzing(kb, "typen", kenmerk) for kenmerk in ("gestapeld", "gedeeltelijk") if kenmerk in kb.typen],
        [
            (
                naar_route(kb, route, vandaag),
                (("id", route.id), *((n, " ".join(kenmerken(kb, route)[n])) for n in (*GEWICHT, "actualiteit"))),
            )
            for route in kb.routes.values()
        ],
        [
            MinimumRegel(
                aantal, verwijzing(kb, "routes", route), Schrijver(kb, "routes", kb.routes[route]).waarde(VELD)
            )
            for aantal, route in _minima(kb)
        ],
        _vertrek(kb),
        regels(kb),
        {deel.naam: deel for deel in filters(kb)},
        [(leerweg, kb.weergave.waarden[leerweg]) for leerweg in LEERWEGEN],
        NIVEAUS,
        {naam: kb.weergave.teksten[f"wijzer-{naam}"] for naam in TEKSTEN},
        (("leerroutes/", "Leerroutes"), ("", "Wijzer")),
    )


def _vorm(kb: Kennisbank, kenmerk: str) -> VormRegel:
    soort = kb.typen[kenmerk]
    erbij = [kader for kader in kb.kaders.values() if kader.in_overzicht is not None]
    erbij.sort(key=lambda kader: kader.in_overzicht)
    return VormRegel(
        kenmerk,
        verwijzing(kb, "typen", kenmerk),
        Schrijver(kb, "typen", soort).waarde("uitleg"),
        " ".join(f"{paar.leerweg}-{paar.niveau}" for paar in soort.paren),
        soort.diploma_in_route or "",
        [
            verwijzing(kb, "kaders", kader.id)
            for kader in erbij
            if any(deel.type == kenmerk and deel.antwoord != "geldt-niet" for deel in kader.geldt_voor)
        ],
    )


def _vertrek(kb: Kennisbank) -> list[VertrekRegel]:
    plan = kb.stappenplan
    regels_ = punten(kb, plan.vertrekpunten, "data/stappenplan.yml#vertrekpunten")
    return [
        VertrekRegel(deel.naam, regel, " ".join(deel.leerwegen), " ".join(map(str, deel.niveaus)))
        for deel, regel in zip(plan.vertrekpunten, regels_, strict=True)
    ]
