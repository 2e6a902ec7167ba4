"""The site at http://127.0.0.1:8000, built anew on every change; the last good site stays up."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from macros.build import WORTEL

BEWAAKT = ("data", "docs", "macros", "overrides", "mkdocs.yml")
# What a build itself writes under docs/ is no change.
GEMAAKT = (
    "docs/assets/vendor",
    "docs/factsheets",
    "docs/kaders",
    "docs/leerroutes",
    "docs/onderhoud",
    "docs/overeenkomst",
    "docs/scholen",
    "docs/stappenplan",
    "docs/stadsdelen",
)
MET_DE_HAND = (
    "index typen kaart vergelijken wijzer cijfers moet-en-mag tijdlijn urencheck mijn-plan beslisnotitie selectie"
).split()


class Bediening(SimpleHTTPRequestHandler):
    """Serves files quietly and never from the browser's memory, so that a reload shows the new site."""

    def end_headers(self) -> None:
        """Adds the header that forbids keeping a copy."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal belongs to messages for the editor."""


def serveer(poort: int) -> int:
    """Builds, serves and watches until Ctrl+C. A build is a new process, so a change in Python counts at once."""
    with tempfile.TemporaryDirectory(prefix="leerroutes-") as tijdelijk:
        site = Path(tijdelijk) / "site"
        site.mkdir()
        shutil.copy(WORTEL / "macros" / "templates" / "nog-geen-site.html", site / "index.html")
        try:
            server = ThreadingHTTPServer(("127.0.0.1", poort), functools.partial(Bediening, directory=str(site)))
        except OSError:
            print(
                f"Poort {poort} is al in gebruik. Stop het andere programma, of kies een poort: make serve POORT=8001"
            )
            return 1
        threading.Thread(target=server.serve_forever, daemon=True).start()
        gewijzigd = threading.Event()
        threading.Thread(target=_bewaak, args=(gewijzigd,), daemon=True).start()
        try:
            while True:
                _bouw(site, poort)
                gewijzigd.wait()
                gewijzigd.clear()
        except KeyboardInterrupt:
            server.shutdown()
    return 0


def _bewaak(gewijzigd: threading.Event) -> None:
    """Watches in a thread of its own, so that a change made during a build is not lost."""
    for _ in watch(*(WORTEL / naam for naam in BEWAAKT), watch_filter=_telt, raise_interrupt=False):
        gewijzigd.set()


def _telt(_: object, pad: str) -> bool:
    """Whether a changed file is one that people write."""
    plaats = Path(pad).relative_to(WORTEL).as_posix()
    met_de_hand = tuple(f"{naam}.md" for naam in MET_DE_HAND)
    gemaakt = plaats.startswith(GEMAAKT) and not plaats.endswith(met_de_hand)
    return not gemaakt and "__pycache__" not in plaats and not plaats.endswith(("~", ".swp"))


def _bouw(site: Path, poort: int) -> None:
    """One build in a process of its own; its messages go to the terminal."""
    gelukt = subprocess.run([sys.executable, "-m", "macros", "build", "--naar", str(site)], cwd=WORTEL, check=False)
    oordeel = "De site staat op" if gelukt.returncode == 0 else "De vorige versie staat nog op"
    print(f"{oordeel} http://127.0.0.1:{poort}  (stoppen: Ctrl+C)", flush=True)
