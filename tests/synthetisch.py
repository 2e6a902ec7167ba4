"""The project with many more routes: the real ones over and over, each in a file of its own. For the benchmarks."""

from __future__ import annotations

import re
import sys
from itertools import count, islice
from pathlib import Path

from tests.project import kopie


def maak(map_: Path, aantal: int) -> Path:
    """A copy of the project in `map_` with `aantal` routes beside the real ones; returns it."""
    project = kopie(map_)
    echt = sorted((project / "data/routes").glob("*.yml"))
    teksten = {pad.stem: pad.read_text(encoding="utf-8") for pad in echt}
    namen = (f"{echt[n % len(echt)].stem}-{n:04}" for n in count())
    for naam in islice(namen, aantal):
        (project / f"data/routes/{naam}.yml").write_text(_route(teksten[naam[:-5]], naam), encoding="utf-8")
    return project


def _route(tekst: str, naam: str) -> str:
    """The record of a route under another id and name."""
    tekst = re.sub(r"^id: .*$", f"id: {naam}", tekst, count=1, flags=re.MULTILINE)
    return re.sub(r"^naam: \"?(.*?)\"?$", rf'naam: "\1 {naam[-4:]}"', tekst, count=1, flags=re.MULTILINE)


if __name__ == "__main__":
    maak(Path(sys.argv[1]), int(sys.argv[2]))
