"""Our Jinja environment: the only module that knows templates. Text from data/ is a value here, never a source."""

from __future__ import annotations

import os
import re
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from macros.feiten import Bronregel
from macros.kennisbank import Kennisbank
from macros.paginas import PAGINAS
from macros.woorden import Woorden

# The terms that the page in hand has explained so far.
_uitgelegd: ContextVar[Woorden] = ContextVar("uitgelegd")
SJABLONEN = Path(__file__).parent / "templates"
DOCS = Path(__file__).parent.parent / "docs"


def vandaag() -> date:
    """The day of this build: SOURCE_DATE_EPOCH (seconds, UTC) when set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


@cache
def _omgeving() -> SandboxedEnvironment:
    omgeving = SandboxedEnvironment(
        loader=FileSystemLoader(SJABLONEN),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    omgeving.globals["grootte"] = grootte
    omgeving.filters["woorden"] = lambda tekst: _uitgelegd.get().delen(tekst)
    return omgeving


def grootte(bestand: str) -> str:
    """`, 37 kB`: the size of a file under docs/ that a link leads to; empty when it is not made yet."""
    try:
        return f", {max(1, round((DOCS / bestand).stat().st_size / 1000))} kB"
    except FileNotFoundError:
        return ""


def wortel(adres: str) -> str:
    """The way from a page (`leerroutes/x/`) to the root of the site: `../../`, or `./` from the home page."""
    return "../" * adres.strip("/").count("/") + "../" if adres.strip("/") else "./"


def render(sjabloon: str, wortel: str, **gegevens: Any) -> str:
    """A template as one block of HTML that starts in column 0 and has no blank lines, so Markdown leaves it alone."""
    html = _omgeving().get_template(f"{sjabloon}.html.j2").render(wortel=wortel, **gegevens)
    return "\n".join(regel.strip() for regel in html.splitlines() if regel.strip())


def heel_bestand(sjabloon: str, **gegevens: Any) -> str:
    """A template as a file of its own, with the style sheets of the site inside and nothing asked from elsewhere."""
    bladen = [material_stijl(), DOCS / "stylesheets/kb.css", SJABLONEN / f"{sjabloon}.css"]
    stijl = "\n".join(blad.read_text(encoding="utf-8") for blad in bladen)
    stijl = re.sub(r"@font-face\s*\{[^}]*\}|/\*.*?\*/|^@charset[^;]*;", "", stijl, flags=re.DOTALL)
    return _omgeving().get_template(f"{sjabloon}.html.j2").render(stijl=Markup(stijl), **gegevens)


def material_stijl() -> Path:
    """Material's own style sheet, as installed."""
    bladen = Path(str(files("material"))) / "templates/assets/stylesheets"
    return next(iter(sorted(bladen.glob("main.*.css"))))


def blok(naam: str, kb: Kennisbank, dag: date, adres: str, *kenmerk: str) -> tuple[str, Any]:
    """The HTML of a macro on the page at `adres`, and the view that it printed."""
    view = PAGINAS[naam].view(kb, dag, *kenmerk)
    woorden = Woorden(kb)
    _uitgelegd.set(woorden)
    html = render(PAGINAS[naam].sjabloon, wortel(adres), p=view)
    if uitleg := woorden.uitgelegd():
        html += "\n" + render("onderdelen/woorden", wortel(adres), woorden=uitleg)
    return html, view


def papierregel(view: Any) -> str:
    """What stands below a printed page: how old its facts are, where they come from, and when we checked them."""
    stand, bronnen = getattr(view, "status", None), getattr(view, "bronnen", None)
    nagekeken = getattr(view, "gecontroleerd", "")
    namen = dict.fromkeys(f"{bron.naam} ({bron.jaar})" for bron in bronnen or () if isinstance(bron, Bronregel))
    delen = (
        getattr(stand, "zin", ""),
        f"Bronnen: {'; '.join(namen)}." if namen else "",
        f"Nagekeken op {nagekeken}." if nagekeken else "",
    )
    return " ".join(filter(None, delen))
