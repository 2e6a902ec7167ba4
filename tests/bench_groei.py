"""How the work grows with the number of routes, beside plain Material and Zensical: python -m tests.bench_groei.

BIG=1 adds 6,000 routes.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from bs4 import BeautifulSoup

from tests.browser import harness
from tests.project import EPOCH, WORTEL
from tests.synthetisch import maak

SIZES = (15, 150, 1500, *((6000,) if os.environ.get("BIG") else ()))
ZENSICAL_SIZES = (15, 150)  # at 1,500 its search refuses the long pages
CHANGES = 5
CHECKS, BUILDS = (7, 2), (3, 2)  # of few routes, of many; the least counts, for other work on the machine shows
PEER = """site_name: Plain
theme: {name: material, language: nl}
plugins: [search]
markdown_extensions: [attr_list, tables]
"""
# Seconds are those of the processor, so that other work on the machine does not count.
HEAD = "routes|check|pages and search|plain Material|ratio|Zensical|PDF|whole build|site, MB|peak, MB".split("|")


@dataclass(frozen=True)
class Run:
    """One command: seconds of the processor and the most memory it held, in MB."""

    cpu: float
    memory: float


def run(folder: Path, *command: str) -> Run:
    """Runs `python …` in a folder and measures it; raises RuntimeError with its output when it fails."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(WORTEL), "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, *command], cwd=folder, env=environment, stdout=output, stderr=output
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(output.read().decode()[-2000:])
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def least(runs: Iterable[Run]) -> Run:
    """The run that took the least."""
    return min(runs, key=lambda one: one.cpu)


def pages(site: Path) -> None:
    """What our layer adds to MkDocs, and nothing else: reading, checking, stubs, every page, and the search index."""
    from macros import build, export_stubs, export_zoekindex

    build.leg_vast()
    kb = build.kennisbank()
    export_stubs.schrijf(kb, build.WORTEL / "docs")
    build.motor(site)
    build.ruim_op(site)
    export_zoekindex.schrijf(kb, site)


def peer(site: Path, folder: Path) -> None:
    """A plain Material site of the same size: our docs with on every page the article that ours shows there."""
    docs = folder / "docs"
    shutil.copytree(harness.ROOT / "docs", docs)
    for page in docs.rglob("*.md"):
        page.unlink()
    for address in harness.addresses(site):
        if address == harness.NOT_FOUND:
            continue
        article = BeautifulSoup(harness.file_of(site, address).read_text(encoding="utf-8"), "lxml").article
        page = docs / address / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        lines = (line for line in article.decode_contents().splitlines() if line.strip())
        page.write_text("<div>\n" + "\n".join(lines) + "\n</div>\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PEER, encoding="utf-8")


def beside(project: Path, plain: Path, times: int) -> tuple[Run, Run]:
    """Our pages and search, and the same pages as plain Material, in turns."""
    ours, theirs = [], []
    for _ in range(times):
        ours.append(run(project, "-m", "tests.bench_groei", "pages", "paginas"))
        if not plain.exists():
            peer(project / "paginas", plain)
        theirs.append(run(plain, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"))
    return least(ours), least(theirs)


def measure(size: int, folder: Path) -> tuple[list[str], dict[str, float]]:
    """The row of one size, and the seconds that the growth is read from."""
    project, plain = maak(folder / "ours", size), folder / "plain"
    checks, builds = (times[size >= 1000] for times in (CHECKS, BUILDS))
    run(project, "-m", "macros", "check")  # the first also compiles Python
    check = least(run(project, "-m", "macros", "check") for _ in range(checks))
    pdf = run(project, "-m", "macros", "generate")
    ours, theirs = beside(project, plain, builds)
    shutil.copy(WORTEL / "tests/zensical.yml", project / "zensical.yml")
    other = run(project, "-m", "zensical", "build", "--clean", "-f", "zensical.yml") if size in ZENSICAL_SIZES else None
    build = least(run(project, "-m", "macros", "build", "--naar", "klaar") for _ in range(builds))
    megabytes = sum(path.stat().st_size for path in (project / "klaar").rglob("*") if path.is_file()) / 1e6
    row = [
        f"{size:,}",
        f"{check.cpu:.1f}",
        f"{ours.cpu:.1f}",
        f"{theirs.cpu:.1f}",
        f"{ours.cpu / theirs.cpu:.2f}",
        f"{other.cpu:.1f}" if other else "not measured",
        f"{pdf.cpu:.1f}",
        f"{build.cpu:.1f}",
        f"{megabytes:.0f}",
        f"{build.memory:.0f}",
    ]
    return row, {"check": check.cpu, "pages + search": ours.cpu, "PDF": pdf.cpu, "build": build.cpu}


def exponent(few: float, some: float, many: float, sizes: tuple[int, int, int]) -> float:
    """How the part that depends on the number of routes grows: 1 is in step, 2 is with its square."""
    return math.log((many - few) / (some - few)) / math.log((sizes[2] - sizes[0]) / (sizes[1] - sizes[0]))


def from_save_to_page(project: Path) -> float:
    """Seconds from a saved YAML file to the changed page at the address of `serve`; the median of a few."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-m", "macros", "serve", "--poort", str(port)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH}
    server = subprocess.Popen(command, cwd=project, env=environment, text=True, stdout=subprocess.PIPE)
    try:
        while "De site staat op" not in server.stdout.readline():
            pass
        times = [_change(project / "data/routes/calvijn-vakmanschapsroute.yml", port, n) for n in range(CHANGES)]
    finally:
        server.terminate()
        server.wait()
    return statistics.median(times)


def _change(record: Path, port: int, number: int) -> float:
    name = f"Veranderd {number}"
    text = re.sub(r"^naam: .*$", f"naam: {name}", record.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    start = time.perf_counter()
    record.write_text(text, encoding="utf-8")
    while name not in urlopen(f"http://127.0.0.1:{port}/leerroutes/{record.stem}/").read().decode():
        pass
    return time.perf_counter() - start


def report() -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
    """The rows per size, those of the growth, and those of a saved change."""
    rows, cpu, changes = [], {}, []
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
            row, cpu[size] = measure(size, Path(temporary))
        rows.append(row)
        print(f"measured: {' | '.join(row)}", file=sys.stderr)
    for size in (0, 1500):
        with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
            changes.append([f"{size:,}", f"{from_save_to_page(maak(Path(temporary) / 'x', size)):.2f}"])
    last = SIZES[-3:]
    growth = [[what, f"{exponent(*(cpu[size][what] for size in last), last):.2f}"] for what in cpu[last[0]]]
    return rows, growth, changes


if __name__ == "__main__":
    if sys.argv[1:2] == ["pages"]:
        pages(Path(sys.argv[2]).resolve())
    else:
        for part in report():
            print("\n".join(" | ".join(line) for line in part), end="\n\n")
