"""The search index: one entry per page of the built site, fetched only when somebody searches."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import lxml.html
from lxml.etree import XPath

from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.model_uitleg import Begrip
from macros.schrijver import ADRES
from macros.zoekindex import MEEST, STOP, Pagina, maak, woorden

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
# Pages about the site and its data, not about routes, so that they come after what a visitor looks for.
BEHEER = dict.fromkeys("meewerken onderhoud open-data bronnen verschillen over privacy toegankelijkheid".split(), 0.6)


def _kies(*wat: str) -> XPath:
    """Finds what has one of these names, classes (`.kb-x`), ids (`#x`) or attributes (`@x`), in the page's order."""
    soort = {".": "contains(concat(' ', normalize-space(@class), ' '), ' {} ')", "#": "@id = '{}'", "@": "@{}"}
    return XPath(f".//*[{' or '.join(soort.get(w[0], 'self::{}').format(w.lstrip('.#@')) for w in wat)}]")


ARTIKEL, STATUS, NAMEN, WOORDEN = map(_kies, (".kb-artikel", ".kb-status", ".kb-naam", ".kb-woord"))
KOPPEN = _kies("h2", "h3", "dt", "caption")
# What has a field of its own; parts that say where a text comes from or repeat it; terms, each an entry of its own.
WEG = _kies(
    *("h1", "form", "script", "template", "#zoek-alles", "@data-begrip", ".kb-status", ".kb-woorden", ".kb-bron"),
    *(".kb-bronregel", ".kb-sprong", ".kb-controle", ".kb-met-script", ".kb-alleen-print"),
)


def adressen(site: Path) -> list[str]:
    """The addresses in sitemap.xml, relative to the root of the site."""
    kaart = ElementTree.parse(site / "sitemap.xml")
    paden = [urlsplit(loc.text or "").path.strip("/") for loc in kaart.iterfind(".//{*}loc")]
    basis = min(paden, key=len)
    return sorted(pad.removeprefix(basis).strip("/") for pad in paden)


def schrijf(kb: Kennisbank, site: Path) -> None:
    """Writes zoeken/ in the site: the index of its pages and terms."""
    schrijf_index(paginas(kb, site), site / "zoeken")


def paginas(kb: Kennisbank, site: Path) -> list[Pagina]:
    """Every page of sitemap.xml, and every term."""
    # the forms say what the pages of the routes say; an old version what the new one says
    weg = {"zoeken", *(f"onderhoud/{school}" for school in kb.scholen)}
    weg |= {f"overeenkomst/{model.id}" for model in kb.overeenkomst.values() if model.vervangen_door}
    adressen_ = [adres for adres in adressen(site) if adres not in weg]
    zoekwoorden = _zoekwoorden(kb)
    return [_ingang(kb, site, adres, zoekwoorden) for adres in adressen_] + [_begrip(b) for b in kb.begrippen.values()]


def schrijf_index(paginas: list[Pagina], doel: Path) -> None:
    """index.json (the list of pages, and the words that explain), a file per two first letters with the terms
    (t-ab.json …), and a file per page with its text and its other names (p/0.json …)."""
    index = maak(paginas)
    soorten = list(dict.fromkeys(pagina.soort for pagina in paginas))
    hoofd = {
        "soorten": soorten,
        "stop": sorted(STOP),
        "meest": MEEST,
        "paginas": [
            [p.adres, p.titel, soorten.index(p.soort), *([p.status, *(p.extra or ())] if p.status or p.extra else [])]
            for p in paginas
        ],
        "uitleg": {
            vorm: nummer
            for nummer, pagina in enumerate(paginas)
            if pagina.soort == "Begrip"
            for vorm in _vormen(pagina, index.stam_van)
        },
        "stukken": sorted(index.stukken),
    }
    (doel / "p").mkdir(parents=True, exist_ok=True)
    _json(doel / "index.json", hoofd)
    for naam, stuk in index.stukken.items():
        _json(doel / f"t-{naam}.json", stuk)
    for nummer, pagina in enumerate(paginas):
        _json(doel / "p" / f"{nummer}.json", [pagina.velden["tekst"], pagina.velden["namen"]])


def _json(pad: Path, inhoud: object) -> None:
    pad.write_text(json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _vormen(pagina: Pagina, stam_van: dict[str, str]) -> list[str]:
    """Every way to write a term, as stems, so that a question can be held against it; stop words stay as they are."""
    namen = [pagina.titel, *pagina.velden["namen"].split(" · ")]
    vormen = [[woord if woord in STOP else stam_van[woord] for woord in woorden(naam)] for naam in namen if naam]
    return list(dict.fromkeys(" ".join(vorm) for vorm in vormen))


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
    for route in kb.routes.values():
        gevonden[f"leerroutes/{route.id}"] = [*_wie_en_waar(kb, route), *_leerwegen(kb, route)]
    for gebied in kb.stadsdelen.values():
        gevonden[f"stadsdelen/{gebied.id}"] = [gebied.naam]
    return gevonden


def _wie_en_waar(kb: Kennisbank, route: Route) -> list[str]:
    """The names, old ones too, of the school, the area and the mbo-instelling of a route."""
    namen = []
    for record in (kb.scholen.get(route.school.waarde or ""), kb.instellingen.get(route.instelling.waarde or "")):
        if record:
            namen += [record.naam, *(ander.naam for ander in record.andere_namen)]
    school = kb.scholen.get(route.school.waarde or "")
    gebied = kb.stadsdelen.get(school.stadsdeel.waarde or "") if school else None
    return [*namen, gebied.naam] if gebied else namen


def _leerwegen(kb: Kennisbank, route: Route) -> list[str]:
    """What people call the leerwegen from which pupils come: the search words of their terms."""
    lezingen = [route.leerwegen, *(route.leerwegen.waarden or [])]  # also where sources disagree
    vormen = {f"vmbo-{leerweg}" for lezing in lezingen for leerweg in lezing.waarde or []}
    return [woord for begrip in kb.begrippen.values() if vormen & {*begrip.vormen} for woord in begrip.zoekwoorden]


def _begrip(begrip: Begrip) -> Pagina:
    namen = " · ".join(filter(None, [begrip.voluit, *begrip.vormen, *begrip.zoekwoorden]))
    velden = {"titel": begrip.naam, "namen": namen, "koppen": "", "tekst": begrip.uitleg}
    return Pagina(ADRES["begrippen"].format(begrip.id), begrip.naam, "Begrip", "", velden)


def _ingang(kb: Kennisbank, site: Path, adres: str, zoekwoorden: dict[str, list[str]]) -> Pagina:
    pagina = lxml.html.document_fromstring((site / adres / "index.html").read_bytes())
    (artikel,) = ARTIKEL(pagina)
    titel, status = _tekst(artikel.find(".//h1")), " ".join(map(_tekst, STATUS(artikel)))
    for deel in WEG(artikel):
        deel.drop_tree()
    koppen = " ".join(map(_tekst, KOPPEN(artikel)))
    namen = " · ".join(filter(None, [*map(_tekst, NAMEN(artikel)), *zoekwoorden.get(adres, ())]))
    for woord in WOORDEN(artikel):
        woord.drop_tag()
    velden = {"titel": titel, "namen": namen, "koppen": koppen, "tekst": _tekst(artikel)}
    voorrang = BEHEER.get(adres.split("/")[0], 1.0)
    return Pagina(f"{adres}/" if adres else "", titel, _soort(adres), status, velden, _extra(kb, adres), voorrang)


def _tekst(deel: lxml.html.HtmlElement) -> str:
    """The text of an element, a space between its parts."""
    return " ".join(" ".join(deel.itertext()).split())


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
