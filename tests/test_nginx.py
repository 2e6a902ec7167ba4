"""The site behind a real nginx with deploy/nginx.conf: its headers, its packed files, and what it refuses."""

from __future__ import annotations

import gzip
import http.client
import re
import shutil
import socket
import subprocess
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from macros.inpakken import pak_in
from tests.browser.harness import new_page, settle
from tests.project import WORTEL, afdruk

pytestmark = pytest.mark.xdist_group("nginx")
CONF = WORTEL / "deploy/nginx.conf"
RAAM = """
daemon off; master_process off; worker_processes 1; pid {map}/pid; error_log {map}/fouten warn;
events {{ worker_connections 64; }}
http {{
    include {mime}; default_type application/octet-stream; access_log off;
    client_body_temp_path {map}/a; proxy_temp_path {map}/b; fastcgi_temp_path {map}/c; uwsgi_temp_path {map}/d;
    scgi_temp_path {map}/e;
    include {map}/site.conf;
}}
"""


def nginx():
    return shutil.which("nginx") or "/usr/sbin/nginx"


@pytest.fixture(scope="module")
def ingepakt(site, tmp_path_factory):
    """A copy of the built site with its packed files, and a file that nobody should get."""
    doel = tmp_path_factory.mktemp("nginx") / "site"
    shutil.copytree(site, doel)
    assert pak_in(doel) > 100
    (doel / ".geheim").write_text("geheim")
    (doel / "koppeling.txt").symlink_to("/etc/passwd")
    return doel


@pytest.fixture(scope="module")
def server(ingepakt):
    """The address of a running nginx."""
    map_ = ingepakt.parent
    with closing(socket.socket()) as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    conf = CONF.read_text(encoding="utf-8")
    for oud, nieuw in (
        ("listen 80;", f"listen 127.0.0.1:{poort};"),
        ("root /srv/leerroutes/site;", f"root {ingepakt};"),
    ):
        assert conf.count(oud) == 1
        conf = conf.replace(oud, nieuw)
    (map_ / "site.conf").write_text(conf, encoding="utf-8")
    raam = RAAM.format(map=map_, mime="/etc/nginx/mime.types")
    (map_ / "nginx.conf").write_text(raam, encoding="utf-8")
    opdracht = [nginx(), "-p", str(map_), "-e", str(map_ / "fouten"), "-c", str(map_ / "nginx.conf")]
    goed = subprocess.run([*opdracht, "-t", "-q"], capture_output=True, text=True, check=False)
    assert goed.returncode == 0, goed.stderr
    with subprocess.Popen(opdracht) as proces:
        try:
            for _ in range(10_000):  # until it listens
                with closing(socket.socket()) as proef:
                    if proef.connect_ex(("127.0.0.1", poort)) == 0:
                        break
                assert proces.poll() is None, (map_ / "fouten").read_text()
            yield f"http://127.0.0.1:{poort}/"
        finally:
            proces.terminate()


def haal(server, pad, methode="GET", **koppen):
    """The raw answer: status, heads in small letters, content. The path goes over the line as it is."""
    with closing(http.client.HTTPConnection(urlsplit(server).netloc, timeout=30)) as lijn:
        lijn.putrequest(methode, pad, skip_host="Host" in koppen, skip_accept_encoding=True)
        for naam, waarde in koppen.items():
            lijn.putheader(naam.replace("_", "-"), waarde)
        lijn.endheaders()
        antwoord = lijn.getresponse()
        return antwoord.status, {n.lower(): w for n, w in antwoord.getheaders()}, antwoord.read()


def test_a_page_comes_with_every_head_that_pages_cannot_send(server, ingepakt):
    status, koppen, inhoud = haal(server, "/leerroutes/")
    assert status == 200
    assert inhoud == (ingepakt / "leerroutes/index.html").read_bytes()
    eigen = BeautifulSoup(inhoud, "html.parser").select_one('meta[http-equiv="Content-Security-Policy"]')["content"]
    assert koppen["content-security-policy"] == f"{eigen}; frame-ancestors 'none'"
    assert koppen["content-type"] == "text/html; charset=utf-8"
    assert koppen["x-content-type-options"] == "nosniff"
    assert koppen["x-frame-options"] == "DENY"  # for a browser that does not know frame-ancestors
    assert koppen["referrer-policy"] == "strict-origin"
    assert "camera=()" in koppen["permissions-policy"]
    assert "geolocation=()" in koppen["permissions-policy"]
    assert re.fullmatch(r"max-age=\d{8}", koppen["strict-transport-security"])
    assert koppen["cross-origin-opener-policy"] == koppen["cross-origin-resource-policy"] == "same-origin"
    assert koppen["cache-control"] == "public, max-age=600"
    assert koppen["server"] == "nginx"
    assert "access-control-allow-origin" not in koppen


@pytest.mark.parametrize(
    ("soort", "bewaren", "type_"),
    [
        ("assets/stylesheets/main.*.min.css", "public, max-age=31536000, immutable", "text/css; charset=utf-8"),
        ("assets/vendor/fonts/*.woff2", "public, max-age=2592000", "font/woff2"),
        ("javascripts/menu.js", "public, max-age=600", "application/javascript; charset=utf-8"),
        ("open-data/v1/routes.csv", "public, max-age=600", "text/csv; charset=utf-8"),
        ("open-data/v1/scholen.geojson", "public, max-age=600", "application/geo+json; charset=utf-8"),
        ("open-data/v1/routes.json", "public, max-age=600", "application/json; charset=utf-8"),
        ("factsheets/alle-routes.pdf", "public, max-age=600", "application/pdf"),
        ("assets/vendor/grafieken/*.svg", "public, max-age=600", "image/svg+xml; charset=utf-8"),
    ],
)
def test_a_file_has_its_type_and_its_time_to_be_kept(server, ingepakt, soort, bewaren, type_):
    pad = min(ingepakt.glob(soort))
    status, koppen, inhoud = haal(server, f"/{pad.relative_to(ingepakt)}")
    assert (status, inhoud) == (200, pad.read_bytes())
    assert (koppen["cache-control"], koppen["content-type"]) == (bewaren, type_)
    assert koppen["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in koppen["content-security-policy"]
    open_ = koppen.get("access-control-allow-origin"), koppen["cross-origin-resource-policy"]
    assert open_ == (("*", "cross-origin") if soort.startswith("open-data/") else (None, "same-origin"))


@pytest.mark.parametrize("pad", ["/", "/leerroutes/", "/javascripts/menu.js", "/open-data/v1/routes.json"])
def test_a_browser_that_takes_packed_files_gets_them(server, ingepakt, pad):
    _, koppen, inhoud = haal(server, pad, Accept_Encoding="gzip")
    bestand = ingepakt / pad.strip("/")
    bestand = bestand / "index.html" if bestand.is_dir() else bestand
    assert (koppen["content-encoding"], koppen["vary"]) == ("gzip", "Accept-Encoding")
    assert inhoud == bestand.with_name(f"{bestand.name}.gz").read_bytes()
    assert gzip.decompress(inhoud) == bestand.read_bytes()
    assert len(inhoud) < bestand.stat().st_size


@pytest.mark.parametrize(
    "pad",
    [
        "/bestaat-niet/",
        "/leerroutes/bestaat-niet.html",
        "/.geheim",
        "/koppeling.txt",
    ],
)
def test_a_wrong_address_gets_the_page_of_the_site_and_the_same_heads(server, ingepakt, pad):
    status, koppen, inhoud = haal(server, pad)
    assert status == 404
    assert b"root:x" not in inhoud
    assert koppen["x-content-type-options"] == "nosniff"
    assert inhoud == (ingepakt / "404.html").read_bytes()
    assert koppen["content-security-policy"].startswith("default-src 'none'; script-src 'self'")


@pytest.mark.parametrize(
    "pad",
    [
        "/../../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/leerroutes/..%2f..%2f..%2f..%2fetc/passwd",
        "/\\..\\x",
    ],
)
def test_a_path_out_of_the_folder_is_refused(server, pad):
    status, _, inhoud = haal(server, pad)
    assert status in (400, 404)
    assert b"root:x" not in inhoud


@pytest.mark.parametrize("methode", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_but_reading_is_answered(server, methode):
    status, _, _ = haal(server, "/leerroutes/", methode, Content_Length="0")
    assert status == 405


def test_only_the_heads_are_asked_for(server):
    status, koppen, inhoud = haal(server, "/leerroutes/", "HEAD")
    assert (status, inhoud) == (200, b"")
    assert "content-security-policy" in koppen


def test_a_folder_without_its_slash_leads_to_the_page_and_never_to_another_host(server):
    status, koppen, _ = haal(server, "/leerroutes", Host="kwaad.example")
    assert (status, koppen["location"]) == (301, "/leerroutes/")
    status, koppen, _ = haal(server, "//kwaad.example/..", Host="kwaad.example")
    assert not koppen.get("location", "/").startswith("//")


def test_the_browser_shows_pages_search_and_map_without_a_complaint(server, browser):
    fout = []
    with new_page(browser) as page:
        page.on("console", lambda regel: fout.append(f"{page.url}: {regel.text}"))
        page.on("pageerror", lambda error: fout.append(f"{page.url}: {error}"))
        page.on("response", lambda antwoord: fout.extend([antwoord.url] * (antwoord.status >= 400)))
        page.add_init_script("""document.addEventListener("securitypolicyviolation",
            (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`));""")
        page.goto(server)
        assert page.locator("h1").is_visible()
        page.goto(f"{server}zoeken/?q=route")
        page.locator("li[data-hit]").first.wait_for()
        page.goto(f"{server}leerroutes/kaart/")
        settle(page)
        assert page.locator(".leaflet-container").is_visible()
        assert not fout
        # and no other site can show it in a frame
        page.route(
            "**/raam", lambda route: route.fulfill(body=f"<iframe src='{server}'></iframe>", content_type="text/html")
        )
        page.goto("http://localhost:9/raam")
        page.wait_for_function("frames.length === 1")
        assert any("frame" in regel.lower() for regel in fout) or page.frames[-1].url.startswith("chrome-error")


def test_packing_twice_gives_the_same_bytes_and_forgets_what_is_gone(tmp_path):
    (tmp_path / "a.html").write_text("<p>tekst</p>" * 100)
    (tmp_path / "klein.txt").write_text("kort")
    (tmp_path / "weg.css").write_text("a { color: red }" * 100)
    (tmp_path / "beeld.png").write_bytes(b"x" * 1000)
    assert pak_in(tmp_path) == 2
    eerst = afdruk(tmp_path)
    assert pak_in(tmp_path) == 2
    assert afdruk(tmp_path) == eerst
    assert gzip.decompress((tmp_path / "a.html.gz").read_bytes()) == (tmp_path / "a.html").read_bytes()
    (tmp_path / "weg.css").unlink()
    pak_in(tmp_path)
    assert sorted(pad.name for pad in tmp_path.glob("*.gz")) == ["a.html.gz"]
