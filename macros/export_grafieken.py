"""The charts as pictures (SVG) for a light and a dark page, drawn by Vega-Lite at build time."""

from __future__ import annotations

from pathlib import Path

from macros.cijfers import Grafiek, grafieken
from macros.kennisbank import Kennisbank

# Colours of kb.css per scheme: bars, text, lines.
KLEUREN = {"": ("#0f3b46", "#1b2a2e", "#d8d2c4"), "-donker": ("#a9d8e0", "#e9e6de", "#37464a")}
LETTER = "Source Sans Pro, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"
STAAF = 34  # height of a bar with its room, in pixels
BREEDSTE = 9.5  # pixels of a letter of a label in the widest of these fonts: a picture has the reader's, not ours


def schrijf(kb: Kennisbank, doel: Path) -> None:
    """Writes a picture per chart and scheme into `doel` (docs/assets/vendor/grafieken); what is right is left alone."""
    import vl_convert  # slow to import, needed only here

    doel.mkdir(parents=True, exist_ok=True)
    for grafiek in grafieken(kb):
        for schema, kleuren in KLEUREN.items():
            beeld = vl_convert.vegalite_to_svg(vorm(grafiek, *kleuren))
            pad = doel / f"{grafiek.id}{schema}.svg"
            if not pad.exists() or pad.read_text(encoding="utf-8") != beeld:
                pad.write_text(beeld, encoding="utf-8")


def vorm(grafiek: Grafiek, staaf: str, tekst: str, lijn: str) -> dict:
    """A chart in the words of Vega-Lite: bars in the order of the table, each with its number."""
    waarden = [{"naam": deel.naam, "aantal": deel.aantal} for deel in grafiek.staven]
    ruimte = round(BREEDSTE * max(len(deel.naam) for deel in grafiek.staven))
    y = {
        "field": "naam",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "labelLimit": 320, "minExtent": ruimte, "domain": False, "ticks": False},
    }
    x = {"field": "aantal", "type": "quantitative", "axis": None, "scale": {"domainMin": 0}}
    return {
        "$schema": "vega-lite/v5.json",
        "width": 420,
        "height": STAAF * len(waarden),
        "background": "transparent",
        "data": {"values": waarden},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "color": staaf, "height": {"band": 0.62}}},
            {"mark": {"type": "text", "align": "left", "dx": 6}, "encoding": {"text": {"field": "aantal"}}},
        ],
        "config": {
            "font": LETTER,
            "axis": {"labelColor": tekst, "labelFontSize": 15, "labelPadding": 10, "domainColor": lijn},
            "text": {"color": tekst, "fontSize": 15, "fontWeight": 600},
            "view": {"stroke": None},
        },
    }
