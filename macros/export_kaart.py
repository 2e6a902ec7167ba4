"""The script of the interactive map, made with folium, and Leaflet itself: nothing comes from another site."""

from __future__ import annotations

import json
import re
from itertools import count
from pathlib import Path

from macros.kaart import TEKSTEN
from macros.kennisbank import Kennisbank
from macros.keuring import gekeurd
from macros.plattegrond import Tekening, tekening

NAAM = "leerroutes"  # the element on the page is map_leerroutes
# What npm's leaflet 1.9.3 holds too: the version that folium 0.20 is written for.
LEAFLET_SHA256 = {
    "leaflet.js": "5819285cec137b229c94e1ee5ad73e8b6b84345a4367d60f75fe477fe0fb7b03",
    "leaflet.css": "90b693d86392a4779c861b28cf307e7e59c3fb35328c4d8b95f58f814d38c722",
}


def schrijf(kb: Kennisbank, doel: Path) -> None:
    """Writes kaart.js and Leaflet's files into `doel` (docs/assets/vendor/kaart); what is right is left alone."""
    doel.mkdir(parents=True, exist_ok=True)
    for naam, inhoud in {**_leaflet(), "kaart.js": script(kb).encode()}.items():
        if not (doel / naam).exists() or (doel / naam).read_bytes() != inhoud:
            (doel / naam).write_bytes(inhoud)


def _leaflet() -> dict[str, bytes]:
    from xstatic.pkg import leaflet

    return {
        naam: gekeurd(Path(leaflet.BASE_DIR, naam).read_bytes(), verwacht, "XStatic-Leaflet", naam)
        for naam, verwacht in LEAFLET_SHA256.items()
    }


def script(kb: Kennisbank) -> str:
    """What folium makes of the map, with names that are the same in every build, and the handles for kaart.js."""
    import folium
    from branca.element import Element

    nummers = count(1)
    eigen = Element._generate_id
    Element._generate_id = classmethod(lambda cls: str(next(nummers)))
    try:
        return _script(kb, folium)
    finally:
        Element._generate_id = eigen


def _script(kb: Kennisbank, folium) -> str:
    beeld = tekening(kb, "")
    blad = folium.Map(
        tiles=None, zoom_control=False, attribution_control=False, scroll_wheel_zoom=False, zoom_snap=0.25
    )
    blad._id = NAAM
    gebieden = _gebieden(kb, beeld, folium).add_to(blad)
    groepen = {soort: folium.FeatureGroup(soort).add_to(blad) for soort in ("nummer", "mbo", "school")}
    punten, namen = {}, {}
    for gebied in beeld.gebieden:
        sleutel = f"nummer:{gebied.id}"
        punten[sleutel], namen[sleutel] = _punt(folium, _plek(kb, gebied.id), sleutel, str(gebied.aantal)), gebied.naam
    for stip in beeld.stippen:
        sleutel = f"{stip.soort}:{stip.id}"
        punten[sleutel], namen[sleutel] = _punt(folium, (stip.breedte, stip.lengte), sleutel, ""), stip.naam
    for sleutel, punt in punten.items():
        punt.add_to(groepen[sleutel.partition(":")[0]])
    blad.fit_bounds(gebieden.get_bounds())
    wortel = blad.get_root()
    wortel.render()
    handvatten = {sleutel: punt.get_name() for sleutel, punt in punten.items()}
    woorden = {naam: kb.weergave.teksten[f"kaart-{naam}"] for naam in TEKSTEN}
    vast = (blad.get_name(), gebieden.get_name(), groepen["mbo"].get_name())
    return _module(_met_namen(wortel.script.render(), namen), *vast, handvatten, woorden)


def _gebieden(kb: Kennisbank, beeld: Tekening, folium):
    """The areas as GeoJSON; a class says the number, so that the style sheet has the colours."""
    vormen = [
        {
            "type": "Feature",
            "properties": {"id": gebied.id, "klasse": gebied.klasse},
            "geometry": {"type": "Polygon", "coordinates": [[list(punt) for punt in _gesloten(kb, gebied.id)]]},
        }
        for gebied in beeld.gebieden
    ]
    return folium.GeoJson(
        {"type": "FeatureCollection", "features": vormen},
        style_function=lambda vorm: {"className": f"kb-gebied kb-klasse-{vorm['properties']['klasse']}"},
    )


def _gesloten(kb: Kennisbank, gebied: str) -> list[tuple[float, float]]:
    omtrek = kb.stadsdelen[gebied].omtrek
    return [*omtrek, omtrek[0]]


def _plek(kb: Kennisbank, gebied: str) -> tuple[float, float]:
    from macros.omtrek import vlak

    punt = vlak(kb.stadsdelen[gebied]).representative_point()
    return punt.y, punt.x


def _punt(folium, plek: tuple[float, float], sleutel: str, tekst: str):
    """A point on the map. The list beside the map is for the keyboard, so points are no stops of their own.

    Its title is the key for now: folium takes what it printed as a template once more, and would run a name.
    """
    soort = sleutel.partition(":")[0]
    maat = (24, 24) if soort == "nummer" else (16, 16)
    icoon = folium.DivIcon(html=tekst, class_name=f"kb-punt kb-punt-{soort}", icon_size=maat)
    return folium.Marker(plek, icon=icoon, title=sleutel, keyboard=False, interactive=soort != "nummer")


def _met_namen(script: str, namen: dict[str, str]) -> str:
    """The script with the name of each point in the place of its key."""
    return re.sub(r'"title": "([a-z]+:[a-z0-9-]+)"', lambda plek: f'"title": {json.dumps(namen[plek[1]])}', script)


def _module(script: str, blad: str, gebieden: str, mbo: str, punten: dict[str, str], woorden: dict[str, str]) -> str:
    """The script as a module with its handles, and with zoom buttons in Dutch."""
    zoom = json.dumps({"zoomInTitle": woorden["groter"], "zoomOutTitle": woorden["kleiner"]}, ensure_ascii=False)
    delen = ", ".join(f"{json.dumps(sleutel)}: {naam}" for sleutel, naam in punten.items())
    regels = [regel.strip() for regel in script.splitlines() if regel.strip()]
    return "\n".join(
        [
            "// Made with folium from data/; not to be changed by hand.",
            'import "./leaflet.js";',
            "export function teken() {",
            *regels,
            f"L.control.zoom({zoom}).addTo({blad});",
            f"return {{ kaart: {blad}, gebieden: {gebieden}, mbo: {mbo}, punten: {{ {delen} }} }};",
            "}",
            "",
        ]
    )
