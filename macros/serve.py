"""The site at http://127.0.0.1:8000: pages as they are now, the rest from the last good build."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchfiles import watch

from macros.build import WORTEL
from macros.export_stubs import is_stub
from macros.messages import SERVE
from macros.render import material_stijl

BEWAAKT = ("data", "docs", "macros", "overrides", "mkdocs.yml")
# A change here is seen by the process that makes pages; any other change needs a new one.
INHOUD = ("data", "docs")
# What a build itself writes under docs/, beside the stubs.
GEMAAKT = ("docs/assets/vendor/", "docs/factsheets/")


class Paginamaker:
    """The process of vers.py as seen from here; one question at a time."""

    def __init__(self) -> None:
        self.slot = threading.Lock()
        self.proces, self.lijn = None, None

    def start(self) -> None:
        """Starts it, anew when it runs: then a change in Python counts."""
        with self.slot:
            self.stop()
            self.lijn, kant = get_context("spawn").Pipe()
            self.proces = get_context("spawn").Process(target=_maak_paginas, args=(kant,), daemon=True)
            self.proces.start()
            kant.close()

    def stop(self) -> None:
        """Ends it."""
        if self.proces:
            self.lijn.close()
            self.proces.terminate()
            self.proces.join()

    def vraag(self, *vraag: str) -> tuple[bool, str | None]:
        """Whether it could answer, and the answer; a traceback where it could not."""
        with self.slot:
            try:
                self.lijn.send(vraag)
                return self.lijn.recv()
            except (EOFError, OSError):
                return False, None


def _maak_paginas(lijn) -> None:
    from macros.vers import werk

    werk(lijn)


class Bediening(SimpleHTTPRequestHandler):
    """Serves quietly and never from the browser's memory, so that a reload shows the new site."""

    def do_GET(self) -> None:
        """A page as it is now; a file that people write as it is now; else what the last good build made."""
        adres = unquote(urlsplit(self.path).path).removeprefix("/").removesuffix("index.html")
        is_pagina = adres == "" or adres.endswith("/")
        gelukt, html = self.server.maker.vraag("pagina", adres) if is_pagina else (True, None)
        if not gelukt and html:
            print(SERVE["pagina"].format(adres=adres, fout=html.splitlines()[-1]), flush=True)
        if not gelukt or html is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(html.encode())

    def translate_path(self, path: str) -> str:
        """The file behind an address: in docs/ where people write it, or in the theme; else in the last good build."""
        for map_ in (WORTEL / "docs", material_stijl().parents[2]):
            self.directory = str(map_)
            if (pad := Path(super().translate_path(path))).is_file() and pad.suffix != ".md":
                return str(pad)
        self.directory = str(self.server.site)
        return super().translate_path(path)

    def end_headers(self) -> None:
        """Adds the header that forbids keeping a copy."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal belongs to messages for the editor."""


def serveer(poort: int) -> int:
    """Serves, watches and builds until Ctrl+C."""
    with tempfile.TemporaryDirectory(prefix="leerroutes-") as tijdelijk:
        try:
            server = ThreadingHTTPServer(("127.0.0.1", poort), Bediening)
        except OSError:
            print(SERVE["bezet"].format(poort=poort))
            return 1
        server.site, server.maker = Path(tijdelijk) / "site", Paginamaker()
        server.site.mkdir()
        shutil.copy(WORTEL / "macros/templates/nog-geen-site.html", server.site / "index.html")
        gewijzigd, bouwen = _Wijzigingen(), threading.Event()
        server.maker.start()
        for taak, gegevens in (
            (server.serve_forever, ()),
            (gewijzigd.bewaak, ()),
            (_bouw, (bouwen, server.site)),
        ):
            threading.Thread(target=taak, args=gegevens, daemon=True).start()
        try:
            while True:
                if _meld(server.maker, poort):
                    bouwen.set()
                if gewijzigd.wacht():
                    server.maker.start()
        except KeyboardInterrupt:
            server.shutdown()
            server.maker.stop()
    return 0


def _meld(maker: Paginamaker, poort: int) -> bool:
    """Has a change taken over, and says in the terminal how that went; whether all is well."""
    gelukt, fout = maker.vraag("ververs")
    if fout:
        print(fout)
    goed = gelukt and not fout
    print(SERVE["staat" if goed else "vorige"].format(poort=poort), flush=True)
    return goed


class _Wijzigingen:
    """What changed on disk since somebody asked."""

    def __init__(self) -> None:
        self.slot, self.iets, self.nieuw_proces = threading.Lock(), threading.Event(), False

    def bewaak(self) -> None:
        """Watches in a thread of its own, so that a change made meanwhile is not lost."""
        for stapel in watch(*(WORTEL / naam for naam in BEWAAKT), watch_filter=_telt, raise_interrupt=False):
            with self.slot:
                paden = [Path(pad).relative_to(WORTEL) for _, pad in stapel]
                self.nieuw_proces |= any(pad.parts[0] not in INHOUD for pad in paden)
                self.iets.set()

    def wacht(self) -> bool:
        """Waits for a change; says whether Python, a template or a setting is in it."""
        self.iets.wait()
        with self.slot:
            self.iets.clear()
            nieuw, self.nieuw_proces = self.nieuw_proces, False
        return nieuw


def _telt(_: object, pad: str) -> bool:
    """Whether a changed file is one that people write."""
    plaats = Path(pad).relative_to(WORTEL).as_posix()
    if plaats.startswith(GEMAAKT) or "__pycache__" in plaats or plaats.endswith(("~", ".swp")):
        return False
    return not (plaats.endswith(".md") and Path(pad).is_file() and is_stub(Path(pad)))


def _bouw(bouwen: threading.Event, site: Path) -> None:
    """The whole site, with what is no page (PDF, Word, search), whenever something changed; only trouble is told."""
    opdracht = [sys.executable, "-m", "macros", "build", "--naar", str(site)]
    while True:
        bouwen.wait()
        bouwen.clear()
        uit = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)
        if not uit.returncode:
            print(SERVE["rest"], flush=True)
        elif not bouwen.is_set():
            print(SERVE["rest-fout"].format(fout=(uit.stdout + uit.stderr).strip()), flush=True)
