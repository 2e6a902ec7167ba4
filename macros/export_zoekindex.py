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
from macros.zoekindex import STOP, Pagina, maak, woorden

# First part of the address → how a hit is labelled.
SOORTEN = {
    "kaders": "Wat moet en mag",
    "lessen": "Lessen",
    "stappenplan": "Stap",
    "leerroutes": "Leerroute",
    "scholen": "School",
    "stadsdelen": "Stadsdeel",
    "overeenkomst": "Document",
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
    """Writes zoeken/: index.json (every page of sitemap.xml and every term, and the words that explain), a file per
    first letter with the terms (t-a.json …), and a file per page with its text (p/0.json …)."""
    # the forms say what the pages of the routes say; an old version what the new one says
    weg = {"zoeken", "begrippen", *(f"onderhoud/{school}" for school in kb.scholen)}
    weg |= {f"overeenkomst/{model.id}" for model in kb.overeenkomst.values() if model.vervangen_door}
    adressen_ = [adres for adres in adressen(site) if adres not in weg]
    zoekwoorden = _zoekwoorden(kb)
    paginas = [_ingang(kb, site, adres, zoekwoorden) for adres in adressen_]
    paginas += [_begrip(begrip) for begrip in kb.begrippen.values()]
    index = maak(paginas)
    doel = site / "zoeken"
    soorten = list(dict.fromkeys(pagina.soort for pagina in paginas))
    hoofd = {
        "soorten": soorten,
        "stop": sorted(STOP),
        "paginas": [
            [p.adres, p.titel, soorten.index(p.soort), *([p.status, *(p.extra or ())] if p.status or p.extra else [])]
            for p in paginas
        ],
        "uitleg": {vorm: nummer for nummer, p in enumerate(paginas) if p.soort == "Begrip" for vorm in _vormen(p)},
        "stukken": "".join(sorted(index.stukken)),
    }
    _json(doel / "index.json", hoofd)
    for letter_, stuk in index.stukken.items():
        _json(doel / f"t-{letter_}.json", stuk)
    for nummer, pagina in enumerate(paginas):
        _json(doel / "p" / f"{nummer}.json", pagina.velden["tekst"])


def _json(pad: Path, inhoud: object) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _vormen(pagina: Pagina) -> list[str]:
    """Every way to write a term, folded, so that a question can be held against it."""
    namen = [pagina.titel, *pagina.velden["namen"].split(" · ")]
    return list(dict.fromkeys(" ".join(woorden(naam)) for naam in namen if naam))


def _zoekwoorden(kb: Kennisbank) -> dict[str, list[str]]:
    """Address of a kader → what people type for it: the words of the terms that it explains."""
    gevonden: dict[str, list[str]] = {}
    for begrip in kb.begrippen.values():
        if begrip.kader:
            namen = [begrip.naam, begrip.voluit or "", *begrip.vormen, *begrip.zoekwoorden]
            gevonden.setdefault(f"kaders/{begrip.kader}", []).extend(filter(None, namen))
    for familie, map_ in (("kaders", "kaders"), ("stappen", "stappenplan")):
        for record in getattr(kb, familie).values():
            gevonden.setdefault(f"{map_}/{record.id}", []).extend(record.zoekwoorden)
    for label in kb.weergave.paginas:
        gevonden.setdefault(label.id.strip("/"), []).extend(label.zoekwoorden)
    return gevonden


def _begrip(begrip: Begrip) -> Pagina:
    namen = " · ".join(filter(None, [begrip.voluit, *begrip.vormen, *begrip.zoekwoorden]))
    velden = {"titel": begrip.naam, "namen": namen, "koppen": "", "tekst": begrip.uitleg}
    return Pagina(ADRES["begrippen"].format(begrip.id), begrip.naam, "Begrip", "", velden)


def _ingang(kb: Kennisbank, site: Path, adres: str, zoekwoorden: dict[str, list[str]]) -> Pagina:
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
    tekst = re.sub(r"\s+", " ", artikel.get_text(" ", strip=True))
    namen = " · ".join(filter(None, [namen, *zoekwoorden.get(adres, ())]))
    velden = {"titel": titel, "namen": namen, "koppen": koppen, "tekst": tekst}
    return Pagina(f"{adres}/" if adres else "", titel, _soort(adres), status, velden, _extra(kb, adres))


def _extra(kb: Kennisbank, adres: str) -> tuple[str, str] | None:
    """The paper that belongs to a page: the sheet of a route, the Word file of a model agreement."""
    map_, _, kenmerk = adres.partition("/")
    if map_ == "leerroutes" and kenmerk in kb.routes:
        return ("Factsheet (pdf)", f"factsheets/{kenmerk}.pdf")
    if map_ == "overeenkomst" and kenmerk in kb.overeenkomst:
        return ("Word-bestand", f"overeenkomst/{kenmerk}.docx")
    return None


def _soort(adres: str) -> str:
    delen = adres.split("/")
    return SOORTEN.get(delen[0], "Pagina") if len(delen) > 1 and delen[1] not in EIGEN else "Pagina"
