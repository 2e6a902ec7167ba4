"""All routes in one table, complete and readable without a script."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from macros.feiten import Waarde, bronregel
from macros.filters import Filter, filters, kenmerken, woorden
from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.routes import opleidingen_kort, van_naar
from macros.schrijver import Schrijver
from macros.status import status
from macros.tabellen import Rij, Tabel

KOPPEN = (
    "School",
    "Stadsdeel",
    "Mbo",
    "Van → naar",
    "Opleidingen",
    "Vmbo-diploma",
    "Type",
    "Leerlingen",
    "Status",
    "Bron",
)
# What the script says, from weergave.yml as `filters-<naam>`; {…} is filled in.
TEKSTEN = tuple(
    "kop telling bijschrift gekozen weg wis csv leeg blokkeert sorteer omkeer kies kieskort gekozenroutes vergelijk "
    "print".split()
)


@dataclass(frozen=True)
class Overzicht:
    """The table of all routes with its computed counts."""

    titel: str
    omschrijving: str
    telling: str
    lijst: str
    jaren: str
    tabel: Tabel
    filters: tuple[Filter, ...]
    teksten: dict[str, str]


def overzicht(kb: Kennisbank, vandaag: date) -> Overzicht:
    """The view of /leerroutes/."""
    scholen = {route.school.waarde for route in kb.routes.values()} - {None}
    telling = f"{aantal(len(kb.routes), 'route', 'routes')} op {aantal(len(scholen), 'school', 'scholen')}"
    tabel = Tabel(
        "routes",
        f"Doorlopende leerroutes in Amsterdam: {telling}",
        "Route",
        KOPPEN,
        tuple(rij(kb, route, vandaag) for route in kb.routes.values()),
        tuple(re.sub("[^a-z]+", "-", kop.lower()).strip("-") for kop in ("Route", *KOPPEN)),
    )
    return Overzicht(
        "Leerroutes",
        f"Alle doorlopende leerroutes in Amsterdam in één tabel: {telling}.",
        telling,
        in_lijst(kb),
        jaren(kb),
        tabel,
        filters(kb),
        {naam: kb.weergave.teksten[f"filters-{naam}"] for naam in TEKSTEN},
    )


def in_lijst(kb: Kennisbank) -> str:
    """How many practices and schools the exploration's own list (its table 1) holds, counted in our records."""
    routes = [route for route in kb.routes.values() if route.in_verkenning == "tabel-1"]
    scholen = {route.school.waarde for route in routes} - {None}
    staan = "staat" if len(routes) == 1 else "staan"
    op = aantal(len(scholen), "school", "scholen")
    return f"{len(routes)} daarvan {staan} in de lijst van de verkenning van 2021, op {op}"


def aantal(n: int, enkelvoud: str, meervoud: str) -> str:
    """`1 route`, `4 routes`."""
    return f"{n} {enkelvoud if n == 1 else meervoud}"


def jaren(kb: Kennisbank) -> str:
    """The school years that the routes' facts are about: `2020-2021` or `2020-2021 tot en met 2024-2025`."""
    gevonden = sorted({route.schooljaar for route in kb.routes.values()})
    return " tot en met ".join(dict.fromkeys([gevonden[0], gevonden[-1]])) if gevonden else "onbekend"


def rij(kb: Kennisbank, route: Route, vandaag: date) -> Rij:
    """One route as a row; the row head leads to its page."""
    schrijver, stand = Schrijver(kb, "routes", route), status(kb, route, vandaag)
    cellen = (
        schrijver.waarde("school", "School"),
        stadsdeel(kb, route),
        schrijver.waarde("instelling", "Mbo", kort=True),
        Waarde("Van → naar", kb.herkomst("routes", route, "leerwegen"), van_naar(schrijver)),
        schrijver.gewoon("opleidingen", opleidingen_kort(kb, route) or None, label="Opleidingen"),
        schrijver.waarde("vmbo_diploma", "Vmbo-diploma", kort=True),
        soort(kb, route),
        schrijver.waarde("leerlingen", "Leerlingen"),
        Waarde(
            "Status", kb.herkomst("routes", route, "actualiteit"), f"{stand.woord}, gegevens uit {stand.schooljaar}"
        ),
        Waarde("Bron", kb.herkomst("routes", route, "bronnen"), bron=bronregel(kb, van_record(route))),
    )
    waarden = tuple((naam, " ".join(deel)) for naam, deel in kenmerken(kb, route).items())
    return Rij(
        route.naam,
        cellen,
        kb.herkomst("routes", route, "naam"),
        f"leerroutes/{route.id}/",
        (("route", route.id), *waarden),
    )


def soort(kb: Kennisbank, route: Route) -> Waarde:
    """Every type of the route, as the filter counts them; both readings where sources differ."""
    waarde = Schrijver(kb, "routes", route).waarde("type_verkenning", "Type", kort=True)
    return replace(waarde, tekst=namen, onbekend="") if (namen := woorden(kb, route, "type")) else waarde


def stadsdeel(kb: Kennisbank, route: Route) -> Waarde:
    """The area of the route's school; unknown where the school is."""
    if route.school.waarde is None:
        return Schrijver(kb, "routes", route).waarde("school", "Stadsdeel")
    return Schrijver(kb, "scholen", kb.scholen[route.school.waarde]).waarde("stadsdeel", "Stadsdeel")
