"""What the browser tests and the benchmarks share: the built site, a server like the real one, and Chromium."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "tests" / "node_modules"
NOT_FOUND = "404.html"
STUB = "<!-- gegenereerd uit data/"  # a page made per record; pages of one folder that carry it are of one kind
PLAIN = {".woff2", ".png", ".pdf", ".docx", ".gz"}  # packed already
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class BuildError(Exception):
    """The site cannot be built; the message is what the command said."""


def build(target: Path) -> None:
    """The site in `target`, by the command that editors and the publisher use."""
    command = [sys.executable, "-m", "macros", "build", "--naar", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"the site does not build:\n{done.stdout}{done.stderr}")


def _paths(site: Path) -> list[str]:
    places = ElementTree.parse(site / "sitemap.xml").iterfind(".//{*}loc")
    return sorted(urlsplit(place.text or "").path for place in places)


def base(site: Path) -> str:
    """The folder in which the site is published (`/`, or `/name/`): the shortest path in sitemap.xml."""
    return min(_paths(site), key=len)


def addresses(site: Path) -> list[str]:
    """Every page, relative to the base: what stands in sitemap.xml, and the page for a wrong address."""
    start = base(site)
    return [path.removeprefix(start) for path in _paths(site)] + [NOT_FOUND]


def file_of(site: Path, address: str) -> Path:
    """The file behind an address."""
    path = site / address
    return path if address.endswith(".html") else path / "index.html"


def kinds(site: Path) -> list[str]:
    """One page of each kind, the longest: a kind is a page by hand, or all pages made per record in one folder."""
    longest: dict[str, tuple[int, str]] = {}
    for address in addresses(site):
        text = file_of(site, address).read_text(encoding="utf-8")
        kind = address.rstrip("/").rpartition("/")[0] + "/*" if STUB in text else address
        longest[kind] = max(longest.get(kind, (0, "")), (len(text), address))
    return sorted(address for _, address in longest.values())


def routes(site: Path) -> list[str]:
    """Every route page, the longest first."""
    found = [a for a in addresses(site) if 'class="kb-blok kb-route"' in file_of(site, a).read_text(encoding="utf-8")]
    return sorted(found, key=lambda address: -file_of(site, address).stat().st_size)


@cache
def packed(path: Path) -> bytes:
    """A file as it goes over the line to a browser that accepts gzip."""
    content = path.read_bytes()
    return content if path.suffix in PLAIN else gzip.compress(content, 6, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    """Serves `server.site` under `server.base`, packed, with the site's own page for a wrong address."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer waits 40 ms for the browser to confirm its head
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".woff2": "font/woff2", ".js": "text/javascript"}

    def do_GET(self) -> None:
        """Answers one request."""
        path = urlsplit(self.path).path
        inside = path.startswith(self.server.base)
        file = self.server.site / path.removeprefix(self.server.base)
        file = file / "index.html" if path.endswith("/") else file
        known = inside and ".." not in path and file.is_file()
        file = file if known else self.server.site / NOT_FOUND
        packs = "gzip" in self.headers.get("Accept-Encoding", "") and file.suffix not in PLAIN
        content = packed(file) if packs else file.read_bytes()
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")  # what GitHub Pages says
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """The address at which the site can be opened; it ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.site, server.base = site, base(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{server.base}"
    finally:
        server.shutdown()
        server.server_close()


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium with a profile of its own; where it is there, the one without a window: it is lighter."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if not path:
        raise RuntimeError(f"no browser found ({', '.join(names)}); tests/opzet.sh brings one")
    return playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))


@contextmanager
def new_page(browser: Browser, width: int = 1280, height: int = 800, **options: object) -> Iterator[Page]:
    """A page in a fresh profile, with our measuring functions in it as `inPage`.

    Motion is off unless asked for: a colour half-way a transition, or a page still scrolling, measures wrong.
    """
    settings = {"reduced_motion": "reduce", "locale": "nl-NL"} | options
    context = browser.new_context(viewport={"width": width, "height": height}, **settings)
    context.add_init_script(path=Path(__file__).with_name("in_page.js"))
    context.add_init_script(path=Path(__file__).with_name("in_page_use.js"))
    try:
        yield context.new_page()
    finally:
        context.close()


def settle(page: Page) -> None:
    """Waits until fonts and a map are there and nothing moves."""
    if page.locator(".kb-kaart").count():
        page.locator(".kb-kaart[data-klaar]").wait_for()
    page.evaluate("""async () => {
        await document.fonts.ready;
        const ending = (moving) => moving.effect.getComputedTiming().endTime < Infinity;
        await Promise.all(document.getAnimations().filter(ending).map((moving) => moving.finished.catch(() => {})));
    }""")


def html_validate(files: list[Path], waived: Iterable[str] = ()) -> list[str]:
    """What html-validate, standard and for accessibility, says about these files: one line per finding."""
    rules = {"extends": ["html-validate:standard", "html-validate:a11y"], "rules": dict.fromkeys(waived, "off")}
    tool = PACKAGES / "html-validate" / "bin" / "html-validate.mjs"
    with tempfile.NamedTemporaryFile("w", suffix=".json") as settings:
        json.dump({"root": True} | rules, settings)
        settings.flush()
        command = ["node", str(tool), "--config", settings.name, "--formatter", "json", *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout.startswith("["):
        raise RuntimeError(f"html-validate does not run: {done.stderr or done.stdout}")
    return [
        f"{file['filePath']}:{found['line']}: {found['ruleId']}: {found['message']}"
        for file in json.loads(done.stdout)
        for found in file["messages"]
    ]
