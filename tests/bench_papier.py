"""How fast the fact sheets are made: ours, the bare Typst compile of the same template, and WeasyPrint's like sheet."""

from __future__ import annotations

import html
import json
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib.resources import files
from itertools import count, islice
from multiprocessing import get_context

from macros.export_factsheets import MIN_PER_KERN, PAPIER, Opdracht, codes, maak_opdrachten, zet
from macros.kennisbank import Kennisbank, kennisbank

SIZES = (15, 150, 1500)
PEER_SIZES = (15, 150)  # the peer is slower: at 1,500 it would take minutes and say the same
STYLE = (
    "@page { size: A4; margin: 12mm 15mm } body { font: 10pt 'Source Sans Pro' } td { border: 1px solid; width: 33% }"
)


def many(kb: Kennisbank, size: int) -> Kennisbank:
    """The same records with `size` routes: the real ones, over and over, each with an id of its own."""
    real = list(kb.routes.values())
    copies = (real[n % len(real)].model_copy(update={"id": f"{real[n % len(real)].id}-{n}"}) for n in count())
    routes = {route.id: route for route in islice(copies, size)}
    return replace(kb, routes=routes, bestanden=kb.bestanden | {("routes", name): f"{name}.yml" for name in routes})


def sheets(kb: Kennisbank) -> list[Opdracht]:
    """The fact sheets of every route, without the sheets for pupils and the bundles."""
    return [one for one in maak_opdrachten(kb, "https://leerroutes.example/", "bench") if one.naam[:-4] in kb.routes]


def bare(work: tuple[str, str]) -> int:
    """Only the compile, of a sheet and its QR code that are there already."""
    import typst

    return len(
        typst.compile(
            str(PAPIER / "factsheet.typ"),
            root=str(PAPIER),
            font_paths=[str(files("font_source_sans_pro") / "files")],
            ignore_system_fonts=True,
            sys_inputs={"gegevens": work[0], "codes": work[1], "maten": "{}"},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    )


def weasy(work: tuple[str, str]) -> int:
    """The same facts on one A4, tagged too, by the peer."""
    import weasyprint

    sheet = json.loads(work[0])["bladen"][0]
    rows = "".join(f"<h2>{html.escape(r['label'])}</h2><p>{html.escape(' '.join(r['zinnen']))}" for r in sheet["rijen"])
    years = "".join(f"<td>{html.escape(' '.join(year['zinnen']))}" for year in sheet["opbouw"])
    text = (
        f"<html lang=nl><title>{html.escape(sheet['titel'])}</title><style>{STYLE}</style>"
        f"<p>{html.escape(sheet['status'])}"
        f"<h1>{html.escape(sheet['titel'])}</h1>{rows}<table><tr>{years}</table>{json.loads(work[1])[sheet['url']]}"
    )
    return len(weasyprint.HTML(string=text).write_pdf(pdf_variant="pdf/ua-1"))


def pooled(work: Callable[[tuple[str, str]], int], contents: list[tuple[str, str]]) -> list[int]:
    """The work over as many processes as ours uses."""
    cores = min(os.cpu_count() or 1, len(contents) // MIN_PER_KERN)
    if cores < 2:
        return [work(content) for content in contents]
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, contents, chunksize=max(1, min(25, len(contents) // cores // 4))))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rows() -> list[list[str]]:
    """A row per number of sheets: seconds and milliseconds a sheet for all three, and the ratio to the floor."""
    found = []
    for size in SIZES:
        kb = many(kennisbank(), size)
        ours = seconds(lambda kb=kb: zet(sheets(kb)))
        contents = [(sheet.gegevens, codes(sheet.gegevens)) for sheet in sheets(kb)]
        floor = seconds(lambda contents=contents: pooled(bare, contents))
        peer = seconds(lambda contents=contents: pooled(weasy, contents)) if size in PEER_SIZES else None
        found.append(
            [
                f"{size:,}",
                f"{ours:.2f} ({1000 * ours / size:.1f})",
                f"{floor:.2f} ({1000 * floor / size:.1f})",
                f"{ours / floor:.2f}",
                "not measured" if peer is None else f"{peer:.2f} ({1000 * peer / size:.1f})",
            ]
        )
    return found


HEAD = ["sheets", "ours, s (ms a sheet)", "floor: bare Typst", "ratio", "WeasyPrint"]
