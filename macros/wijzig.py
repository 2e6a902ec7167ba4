"""How a reader changes what a page shows: the files behind it, and the ways to hand in a change or a mistake."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote, urlencode

from macros.kennisbank import Kennisbank
from macros.model_bron import Uitgever

HERKOMST = re.compile(r'data-herkomst="(data/[^"#]+\.yml)')
TAK = "main"  # the branch that is published


@dataclass(frozen=True)
class Bestand:
    """A file behind a page; `adres` opens it in the editor of the repository, empty where there is none."""

    naam: str
    adres: str


@dataclass(frozen=True)
class Wijzig:
    """What stands below a page. `eigen` is the file of the record that the page is about, where it is about one;
    `formulier` the route that the form opens with."""

    eigen: Bestand | None
    andere: list[Bestand]
    fout: str
    mail: str
    formulier: str

    def als_meta(self) -> dict[str, Any]:
        """As plain values, for both engines keep no others with a page; empty where there is nothing to change."""
        return asdict(self) if self.eigen or self.andere else {}


def wijzig(kb: Kennisbank, html: str, familie: str | None, kenmerk: str, titel: str, adres: str) -> Wijzig:
    """The files of which a page shows values, in the order of the page.

    `adres` is the full address of the page. Without a repository or mailbox of the publisher no address is filled.
    """
    namen = list(dict.fromkeys(HERKOMST.findall(html)))
    eigen = kb.bestanden.get((familie or "", kenmerk)) or (namen[0] if len(namen) == 1 else None)
    wie = kb.uitgever
    andere = [_bestand(wie, naam) for naam in namen if naam != eigen]
    record = eigen or titel
    meld, mail = _fout(wie, record, adres), _mail(wie, record, adres)
    route = kenmerk if familie == "routes" else ""
    return Wijzig(_bestand(wie, eigen) if eigen else None, andere, meld, mail, route)


def _bestand(uitgever: Uitgever, naam: str) -> Bestand:
    return Bestand(naam, f"{uitgever.repository}/edit/{TAK}/{quote(naam)}" if uitgever.repository else "")


def _fout(uitgever: Uitgever, record: str, adres: str) -> str:
    """The issue form with the record and the page filled in; the names are ids of its fields."""
    vooraf = urlencode({"template": "fout-melden.yml", "title": f"Fout: {record}", "record": record, "pagina": adres})
    return f"{uitgever.repository}/issues/new?{vooraf}" if uitgever.repository else ""


def _mail(uitgever: Uitgever, record: str, adres: str) -> str:
    if not uitgever.postvak:
        return ""
    tekst = (
        f"Pagina: {adres}\nGegevens: {record}\n\nWat klopt er niet?\n\n\nWaar staat het goed (bron, plaats, jaar)?\n"
    )
    return f"mailto:{uitgever.postvak}?subject={quote(f'Fout: {record}')}&body={quote(tekst)}"
