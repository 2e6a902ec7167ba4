"""The search index: one entry per page of the built site, fetched only when somebody searches."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from macros.kennisbank import Kennisbank
from macros.model_uitleg import Begrip
from macros.schrijver import ADRES

# First part of the address → how a hit is labelled.
SOORTEN = {
    "kaders": "Wat moet en mag",
    "lessen": "Lessen",
    "stappenplan": "Stap",
    "leerroutes": "Leerroute",
    "scholen": "School",
    "stadsdelen": "Stadsdeel",
}
# Pages in the folder of a kind that are none of that kind.
EIGEN = "typen cijfers kaart vergelijken wijzer mijn-plan beslisnotitie moet-en-mag tijdlijn urencheck".split()
# Parts of a page that say where a text comes from or repeat it; they are no text to find.
WEG = (
    ".kb-woorden, .kb-bron, .kb-bronregel, .kb-sprong, .kb-controle, .kb-met-script, .kb-alleen-print, form, script, "
    "#zoek-alles"
)


def adressen(site: Path) -> list[str]:
    """The addresses in sitemap.xml, relative to the root of the site."""
    kaart = ElementTree.parse(site / "sitemap.xml")
    paden = [urlsplit(loc.text or "").path.strip("/") for loc in kaart.iterfind(".//{*}loc")]
    basis = min(paden, key=len)
    return sorted(pad.removeprefix(basis).strip("/") for pad in paden)


def schrijf(kb: Kennisbank, site: Path) -> None:
    """Writes zoeken/index.json: `paginas` (title, other names, kind, address, headings and text of every page in
    sitemap.xml, and of every term) and `woorden` (what people type, with the word that this site uses)."""
    ingangen = [
        ingang for adres in adressen(site) if adres not in ("zoeken", "begrippen") and (ingang := _ingang(site, adres))
    ]
    ingangen += [_begrip(begrip) for begrip in kb.begrippen.values()]
    woorden = {woord.lower(): begrip.naam for begrip in kb.begrippen.values() for woord in begrip.zoekwoorden}
    doel = site / "zoeken" / "index.json"
    index = {"paginas": ingangen, "woorden": woorden}
    doel.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _begrip(begrip: Begrip) -> dict[str, str]:
    return {
        "adres": ADRES["begrippen"].format(begrip.id),
        "titel": begrip.naam,
        "namen": " · ".join(filter(None, [begrip.voluit, *begrip.vormen, *begrip.zoekwoorden])),
        "soort": "Begrip",
        "status": "",
        "koppen": "",
        "tekst": begrip.uitleg,
    }


def _ingang(site: Path, adres: str) -> dict[str, str]:
    pagina = BeautifulSoup((site / adres / "index.html").read_text(encoding="utf-8"), "html.parser")
    artikel = pagina.select_one("article.kb-artikel")
    titel = artikel.h1.get_text(" ", strip=True)
    gevonden = artikel.select_one(".kb-status")
    status = gevonden.get_text(" ", strip=True) if gevonden else ""
    koppen = " ".join(kop.get_text(" ", strip=True) for kop in artikel.select("h2, h3, dt, caption"))
    namen = " · ".join(naam.get_text(" ", strip=True) for naam in artikel.select(".kb-naam"))
    for deel in artikel.select(f"h1, .kb-status, {WEG}"):
        deel.decompose()
    for woord in artikel.select(".kb-woord"):
        woord.unwrap()
    artikel.smooth()
    return {
        "adres": f"{adres}/" if adres else "",
        "titel": titel,
        "namen": namen,
        "soort": _soort(adres),
        "status": status,
        "koppen": koppen,
        "tekst": re.sub(r"\s+", " ", artikel.get_text(" ", strip=True)),
    }


def _soort(adres: str) -> str:
    delen = adres.split("/")
    return SOORTEN.get(delen[0], "Pagina") if len(delen) > 1 and delen[1] not in EIGEN else "Pagina"
