"""The kinds of route side by side: the exploration's words, the forms in the law, and other cooperation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.bronnen import Blok
from macros.feiten import Waarde, opsomming
from macros.herkomst import van_record
from macros.kennisbank import Kennisbank
from macros.model_bron import Type
from macros.model_route import Route
from macros.schrijver import Schrijver
from macros.tabellen import Rij, Tabel

GROEPEN = (
    ("verkenning", "Soorten in de verkenning van 2021"),
    ("wettelijk", "Vormen in de wet"),
    ("overig", "Andere samenwerking van vmbo en mbo"),
)
KOLOMMEN = ("voor_wie", "vmbo_diploma", "docenten", "overeenkomst", "vorm_in_de_wet")


@dataclass(frozen=True)
class Typen:
    """The page: a table of all kinds, then each kind in full with its sources."""

    titel: str
    omschrijving: str
    tabel: Tabel
    groepen: tuple[tuple[str, list[Blok]], ...]


def typen(kb: Kennisbank, vandaag: date) -> Typen:
    """The view of /leerroutes/typen/."""
    soorten = [soort for groep, _ in GROEPEN for soort in kb.typen.values() if soort.soort == groep]
    rijen = tuple(rij(kb, soort) for soort in soorten)
    koppen = tuple(cel.label for cel in rijen[0].cellen) if rijen else ()
    tabel = Tabel("soorten", "Soorten leerroutes naast elkaar", "Soort", koppen, rijen)
    groepen = tuple((kop, [blok(kb, soort) for soort in soorten if soort.soort == groep]) for groep, kop in GROEPEN)
    return Typen(
        "Soorten leerroutes",
        "Welke soorten doorlopende leerroutes er zijn, en welke vorm de wet kent.",
        tabel,
        tuple(groep for groep in groepen if groep[1]),
    )


def rij(kb: Kennisbank, soort: Type) -> Rij:
    """One kind as a row; the row head leads to its block on the same page."""
    s = Schrijver(kb, "typen", soort)
    cellen = (*(s.waarde(veld) for veld in KOLOMMEN), voorbeelden(kb, s, soort))
    return Rij(soort.korte_naam, cellen, kb.herkomst("typen", soort, "korte_naam"), f"leerroutes/typen/#{soort.id}")


def blok(kb: Kennisbank, soort: Type) -> Blok:
    """One kind in full, each statement with its source."""
    s = Schrijver(kb, "typen", soort)
    waarden = [s.waarde("uitleg"), *(s.waarde(veld) for veld in KOLOMMEN), s.waarde("programmas"), s.waarde("artikel")]
    if soort.soort == "wettelijk":
        paren = [f"van {kb.weergave.waarden[paar.leerweg]} naar mbo niveau {paar.niveau}" for paar in soort.paren]
        tekst = opsomming(paren) or "De wet noemt hiervoor geen combinaties."
        waarden.append(s.gewoon("paren", tekst, van_record(soort), "Combinaties in de wet"))
    waarden = [waarde for waarde in waarden if not waarde.stil]
    return Blok(soort.id, soort.naam, kb.herkomst("typen", soort, "naam"), [*waarden, voorbeelden(kb, s, soort)])


def voorbeelden(kb: Kennisbank, s: Schrijver, soort: Type) -> Waarde:
    """The Amsterdam routes of this kind, from the data; which form in the law fits is our interpretation."""
    namen = [route.naam for route in kb.routes.values() if soort.id in _soorten(route)]
    duiding = " Welke vorm past, is onze duiding." if namen and soort.soort == "wettelijk" else ""
    tekst = f"{opsomming(namen)}.{duiding}" if namen else "Geen in onze gegevens."
    return s.gewoon("id", tekst, label="Amsterdamse voorbeelden")


def _soorten(route: Route) -> set[str]:
    andere = route.andere_typen.waarde if route.andere_typen else None
    return {route.type_verkenning.waarde, route.wettelijke_vorm.waarde, *(andere or [])}
