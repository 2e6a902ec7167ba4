"""Which macro on a page shows which view in which template. Adding a page is one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros import (
    begrippen,
    beslisnotitie,
    bronnen,
    cijfers,
    convenant,
    factsheets,
    formulier,
    jaarronde,
    kaart,
    kaders,
    lessen,
    logboek,
    meewerken,
    mijn_plan,
    moet_en_mag,
    onderhoud,
    open_data,
    overeenkomst,
    overzicht,
    rekenmodel,
    routes,
    scholen,
    stappenplan,
    start,
    tijdlijn,
    typen,
    urencheck,
    veldengids,
    vergelijken,
    verschillen,
    wijzer,
)


@dataclass(frozen=True)
class Pagina:
    """`view` takes the Kennisbank, today, and the id where there is one; `familie` makes a stub page per record.

    `scripts` and `stijlen` are the modules and style sheets that the page loads, relative to docs/.
    """

    view: Callable[..., Any]
    sjabloon: str
    familie: str | None = None
    map_: str | None = None
    scripts: tuple[str, ...] = ()
    stijlen: tuple[str, ...] = ()


PAGINAS = {
    "start": Pagina(start.start, "start"),
    "leerroutes": Pagina(overzicht.overzicht, "overzicht", scripts=("javascripts/filters.js",)),
    "route": Pagina(routes.route_pagina, "route", "routes", "leerroutes"),
    "kaart": Pagina(kaart.kaart, "kaart"),
    "cijfers": Pagina(cijfers.cijfers, "cijfers"),
    "wijzer": Pagina(wijzer.wijzer, "wijzer"),
    "vergelijken": Pagina(vergelijken.vergelijken, "vergelijken"),
    "typen": Pagina(typen.typen, "typen"),
    "scholen": Pagina(scholen.scholen_lijst, "scholen"),
    "school": Pagina(scholen.school_pagina, "school", "scholen", "scholen"),
    "stadsdeel": Pagina(scholen.stadsdeel_pagina, "stadsdeel", "stadsdelen", "stadsdelen"),
    "verschillen": Pagina(verschillen.verschillen, "verschillen"),
    "bronnen": Pagina(bronnen.bronnen, "blokken"),
    "zoeken": Pagina(start.paginalijst, "zoeken"),
    "stappenplan": Pagina(stappenplan.stappenplan, "stappenplan"),
    "stap": Pagina(stappenplan.stap, "stap", "stappen", "stappenplan", ("javascripts/vinkjes.js",)),
    "kaders": Pagina(kaders.kaders, "kaders"),
    "kader": Pagina(kaders.kader, "kader", "kaders", "kaders"),
    "moet_en_mag": Pagina(moet_en_mag.moet_en_mag, "moet_en_mag"),
    "tijdlijn": Pagina(tijdlijn.tijdlijn, "tijdlijn"),
    "urencheck": Pagina(urencheck.urencheck, "urencheck"),
    "begrippen": Pagina(begrippen.begrippen, "begrippen"),
    "lessen": Pagina(lessen.lessen, "lessen"),
    "leerlab": Pagina(lessen.leerlab, "lessen"),
    "logboek": Pagina(logboek.logboek, "logboek"),
    "meewerken": Pagina(meewerken.meewerken, "meewerken"),
    "formulier": Pagina(formulier.formulier, "formulier", scripts=("javascripts/formulier.js",)),
    "onderhoud": Pagina(onderhoud.onderhoud, "onderhoud"),
    "jaarronde": Pagina(jaarronde.jaarronde, "jaarronde", "scholen", "onderhoud"),
    "open_data": Pagina(open_data.open_data, "open_data"),
    "velden": Pagina(veldengids.velden, "velden"),
    "convenant": Pagina(convenant.convenant, "convenant"),
    "rekenmodel": Pagina(rekenmodel.rekenmodel, "rekenmodel", scripts=("javascripts/rekenmodel.js",)),
    "factsheets": Pagina(factsheets.factsheets, "factsheets"),
    "factsheet_selectie": Pagina(factsheets.selectie, "factsheet_selectie", scripts=("javascripts/selectie.js",)),
    "overeenkomsten": Pagina(overeenkomst.overeenkomsten, "overeenkomsten"),
    "overeenkomst": Pagina(
        overeenkomst.overeenkomst,
        "overeenkomst",
        "overeenkomst",
        "overeenkomst",
        ("javascripts/overeenkomst.js",),
        ("stylesheets/overeenkomst.css",),
    ),
    "mijn_plan": Pagina(mijn_plan.mijn_plan, "mijn_plan"),
    "beslisnotitie": Pagina(beslisnotitie.beslisnotitie, "beslisnotitie", scripts=("javascripts/beslisnotitie.js",)),
}
