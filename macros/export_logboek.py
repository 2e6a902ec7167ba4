"""The feed of the change log, for who follows the data: open-data/wijzigingen.xml (Atom, RFC 4287)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from xml.etree import ElementTree as ET

from macros.kennisbank import Kennisbank
from macros.logboek import logboek

NS = "http://www.w3.org/2005/Atom"
BEGIN = date(1970, 1, 1)  # a feed without entries needs a day too


def schrijf(kb: Kennisbank, site: Path, adres: str, dag: date) -> None:
    """Writes the feed; `adres` is where the site stands. An entry keeps its id for ever: the hash of its commit."""
    boek = logboek(kb, dag)
    ET.register_namespace("", NS)
    feed = ET.Element(f"{{{NS}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "nl"})
    pagina = f"{adres}open-data/wijzigingen/"
    _deel(feed, "id", pagina)
    _deel(feed, "title", boek.titel)
    _deel(feed, "updated", _moment(boek.rondes[0].dag if boek.rondes else BEGIN))
    _deel(feed, "link", rel="self", href=f"{adres}{boek.feed}")
    _deel(feed, "link", rel="alternate", href=pagina)
    _deel(_deel(feed, "author"), "name", kb.uitgever.naam)
    for ronde in boek.rondes:
        ingang = _deel(feed, "entry")
        _deel(ingang, "id", f"urn:sha1:{ronde.hash}")
        _deel(ingang, "title", ronde.kop)
        _deel(ingang, "updated", _moment(ronde.dag))
        _deel(ingang, "link", rel="alternate", href=f"{pagina}#w-{ronde.hash}")
        _deel(ingang, "content", "\n".join(filter(None, [*ronde.zinnen, ronde.meer])), type="text")
    ET.indent(feed)
    doel = site / boek.feed
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _moment(dag: date) -> str:
    return datetime.combine(dag, time(), UTC).isoformat()


def _deel(ouder: ET.Element, naam: str, tekst: str | None = None, **kenmerken: str) -> ET.Element:
    deel = ET.SubElement(ouder, f"{{{NS}}}{naam}", kenmerken)
    deel.text = tekst
    return deel
