"""The figures of the exploration made again from our own data, and outcomes with their measure, year and counter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from macros.feiten import Bronregel, Verwijzing, Waarde, bronnen_samen, ingevuld
from macros.filters import herkomsten, kenmerken, label
from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.punten import verwijzing
from macros.route_tabellen import opbouw
from macros.schrijver import Schrijver
from macros.tabellen import Rij, Tabel

# What is counted, in the words of filters.py, with the figure of the exploration that it makes again.
TELLINGEN = (("niveau", "figuur 1"), ("richting", "figuur 2"), ("type", "figuur 3"), ("stadsdeel", ""))
# Outcomes: one measure a table; different measures are never laid beside each other.
MATEN = (
    "diploma_binnen_drie_jaar",
    "mbo_diploma",
    "uitval",
    "doorstroom_niveau_3_4",
    "doorstroom_mbo_partner",
    "diploma_na_doorstroom",
)


@dataclass(frozen=True)
class Staaf:
    """A bar: what it stands for, how many, and which routes those are."""

    naam: str
    aantal: int
    routes: tuple[Verwijzing, ...]


@dataclass(frozen=True)
class Grafiek:
    """A count as a chart with its table; `beeld` is the name of its picture, `alt` says what the picture shows."""

    id: str
    kop: str
    uitleg: str
    staven: list[Staaf]
    alt: str
    bronnen: list[Bronregel]

    @property
    def beeld(self) -> str:
        """The picture's place, without its scheme and ending."""
        return f"assets/vendor/grafieken/{self.id}"


@dataclass(frozen=True)
class Stadscijfer:
    """A figure of the city to lay beside those of a route: who was counted and who was not."""

    naam: str
    waarde: Waarde
    telt: str
    telt_niet: str
    herkomst: str


@dataclass(frozen=True)
class Maat:
    """One measure: what each route reports, with its own year and source."""

    id: str
    kop: str
    regels: list[tuple[Verwijzing, Waarde]]
    stad: list[Stadscijfer]


@dataclass(frozen=True)
class Cijfers:
    """The page /leerroutes/cijfers/."""

    titel: str
    omschrijving: str
    grafieken: list[Grafiek]
    leerlingen: Tabel
    opbouw: list[tuple[Verwijzing, tuple[Tabel, ...]]]
    maten: list[Maat]
    kruimels: tuple[tuple[str, str], ...]


def cijfers(kb: Kennisbank, vandaag: date) -> Cijfers:
    """The view of /leerroutes/cijfers/."""
    geintegreerd = [route for route in in_tabel(kb) if "geintegreerd" in kenmerken(kb, route)["type"]]
    return Cijfers(
        "Leerroutes in cijfers",
        "Hoeveel leerroutes er zijn per niveau, richting, soort en stadsdeel, en wat zij bereikten.",
        grafieken(kb),
        leerlingen(kb),
        [(verwijzing(kb, "routes", route.id), _opbouw(kb, route)) for route in geintegreerd if route.opbouw],
        [maat for maat in (_maat(kb, naam) for naam in MATEN) if maat.regels],
        (("leerroutes/", "Leerroutes"), ("", "Cijfers")),
    )


def _opbouw(kb: Kennisbank, route: Route) -> tuple[Tabel, ...]:
    """The route per leerjaar, with an id and a caption of its own among those of other routes."""
    tabellen = opbouw(Schrijver(kb, "routes", route))
    return tuple(
        replace(tabel, id=f"{route.id}-{tabel.id}", bijschrift=f"{tabel.bijschrift}: {route.naam}")
        for tabel in tabellen
    )


def in_tabel(kb: Kennisbank) -> list[Route]:
    """The practices of table 1 of the exploration."""
    return [route for route in kb.routes.values() if route.in_verkenning == "tabel-1"]


def grafieken(kb: Kennisbank) -> list[Grafiek]:
    """A chart per count, over the practices of table 1."""
    routes = in_tabel(kb)
    gevonden = []
    for naam, figuur in TELLINGEN:
        per_route = {route.id: kenmerken(kb, route)[naam] for route in routes}
        telling = Counter(waarde for waarden in per_route.values() for waarde in waarden)
        staven = [
            Staaf(
                label(kb, naam, waarde),
                aantal,
                tuple(verwijzing(kb, "routes", route) for route, waarden in per_route.items() if waarde in waarden),
            )
            for waarde, aantal in sorted(telling.items(), key=lambda deel: (-deel[1], label(kb, naam, deel[0])))
        ]
        kop = kb.weergave.teksten[f"cijfers-{naam}"]
        zin = kb.weergave.teksten["cijfers-nagebouwd" if figuur else "cijfers-eigen"]
        onder = ingevuld(zin, figuur=figuur, aantal=len(routes))
        alt = f"{kop}. " + "; ".join(f"{staaf.naam}: {staaf.aantal}" for staaf in staven) + "."
        bronnen = bronnen_samen(kb, (deel for route in routes for deel in herkomsten(kb, route, naam)))
        gevonden.append(Grafiek(naam, kop, onder, staven, alt, bronnen))
    return gevonden


def leerlingen(kb: Kennisbank) -> Tabel:
    """How many pupils each route has, as its source counted them."""
    velden = ("leerlingen", "nieuwe_leerlingen")
    rijen = []
    for route in in_tabel(kb):
        s = Schrijver(kb, "routes", route)
        cellen = tuple(s.waarde(veld) for veld in velden)
        if not all(cel.stil or cel.onbekend for cel in cellen):
            rijen.append(Rij(route.naam, cellen, kb.herkomst("routes", route, "naam"), f"leerroutes/{route.id}/"))
    koppen = tuple(kb.weergave.velden[f"route.{veld}"] for veld in velden)
    return Tabel("leerlingen", "Leerlingen per route", "Route", koppen, tuple(rijen))


def _maat(kb: Kennisbank, naam: str) -> Maat:
    stad = [
        Stadscijfer(
            deel.naam,
            Schrijver(kb, "opbrengsten", deel).waarde("waarde"),
            deel.telt,
            deel.telt_niet or "",
            kb.herkomst("opbrengsten", deel, "telt"),
        )
        for deel in kb.op_volgorde("opbrengsten")
        if deel.maat == naam
    ]
    kop = kb.weergave.velden[f"route.uitkomsten.{naam}"]
    return Maat(naam.replace("_", "-"), kop, _per_route(kb, f"uitkomsten.{naam}"), stad)


def _per_route(kb: Kennisbank, pad: str) -> list[tuple[Verwijzing, Waarde]]:
    """What every route reports at a path; a route that reports nothing is left out."""
    waarden = ((route, Schrijver(kb, "routes", route).waarde(pad)) for route in kb.routes.values())
    gevuld = ((route, waarde) for route, waarde in waarden if not waarde.stil and not waarde.onbekend)
    return [(verwijzing(kb, "routes", route.id), waarde) for route, waarde in gevuld]
