"""How well the search finds: python -m tests.zoekmeting SITE [--apart] [--fout] [--routes 1500]."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from macros.export_zoekindex import paginas, schrijf_index
from macros.kennisbank import kennisbank
from macros.zoekindex import Pagina
from tests.project import WORTEL

VRAGEN = json.loads((WORTEL / "tests/gevallen/zoekvragen.json").read_text(encoding="utf-8"))


def antwoorden(site: Path, vragen: list[str]) -> dict:
    """What the site's module answers to each question, in Node: `antwoorden`, `bytes` (gzipped) and `duur` (ms)."""
    opdracht = ["node", "zoekmeting.mjs", str(site.resolve())]
    uit = subprocess.run(
        opdracht, cwd=WORTEL / "tests", input=json.dumps(vragen), capture_output=True, text=True, check=True
    )
    return json.loads(uit.stdout)


def rang(goed: list[str], gevonden: list[str]) -> int:
    """The place of the first right page, counted from 1; 0 when it is not among them."""
    return next((n for n, adres in enumerate(gevonden, 1) if adres in goed), 0)


def meting(vragen: list[dict], gevonden: list[list[str]]) -> tuple[float, float]:
    """recall@3 and the mean reciprocal rank (of the first ten)."""
    rangen = [rang(vraag["goed"], lijst) for vraag, lijst in zip(vragen, gevonden, strict=True)]
    return sum(0 < r <= 3 for r in rangen) / len(rangen), sum(1 / r for r in rangen if r) / len(rangen)


def meer(paginas: list[Pagina], aantal: int) -> list[Pagina]:
    """The pages with `aantal` routes: the real ones over and over, each of a school with a made-up name of its own."""
    routes = [pagina for pagina in paginas if pagina.soort == "Leerroute"]
    erbij = []
    for nummer in range(aantal - len(routes)):
        naam = "".join("bcdfghklmnprstvwz"[(nummer // 5**n + n) % 17] + "aeiou"[nummer // 5**n % 5] for n in range(5))
        route = routes[nummer % len(routes)]
        titel = f"{naam.title()} College: {route.titel}"
        adres, velden = f"leerroutes/{naam}-{nummer}/", {**route.velden, "titel": titel}
        erbij.append(replace(route, adres=adres, titel=titel, velden=velden, extra=("Factsheet (pdf)", f"{adres}pdf")))
    return [*paginas, *erbij]


def gemeten(site: Path, vragen: list[str]) -> dict:
    """The answers of this site, or with --routes of one with that many routes."""
    if "--routes" not in sys.argv:
        return antwoorden(site, vragen)
    with tempfile.TemporaryDirectory() as map_:
        aantal = int(sys.argv[sys.argv.index("--routes") + 1])
        schrijf_index(meer(paginas(kennisbank(), site), aantal), Path(map_) / "zoeken")
        return antwoorden(Path(map_), vragen)


def main() -> None:
    """Prints a line per kind of question, and each question that goes wrong."""
    apart = "--apart" in sys.argv
    vragen = [vraag for vraag in VRAGEN if vraag["apart"] == apart]
    uit = gemeten(Path(sys.argv[1]), [vraag["vraag"] for vraag in vragen])
    for soort in dict.fromkeys(vraag["soort"] for vraag in vragen):
        deel = [n for n, vraag in enumerate(vragen) if vraag["soort"] == soort]
        r3, mrr = meting([vragen[n] for n in deel], [uit["antwoorden"][n] for n in deel])
        print(f"{soort:15} {len(deel):3} recall@3 {r3:.3f}  mrr {mrr:.3f}")
    r3, mrr = meting(vragen, uit["antwoorden"])
    print(f"{'alle':15} {len(vragen):3} recall@3 {r3:.3f}  mrr {mrr:.3f}")
    print(f"bytes before the first hit, gzipped: most {max(uit['bytes'])}, mean {sum(uit['bytes']) // len(vragen)}")
    print(f"ms to rank: most {max(uit['duur']):.1f}")
    if "--fout" in sys.argv:
        for vraag, lijst in zip(vragen, uit["antwoorden"], strict=True):
            if rang(vraag["goed"], lijst) != 1:
                print(rang(vraag["goed"], lijst), vraag["vraag"], "→", lijst[:4])


if __name__ == "__main__":
    main()
