"""What an editor and the keeper of the site may expect of a build."""

import json
import re
import shutil

import pytest
from bs4 import BeautifulSoup

from tests.project import WORTEL, afdruk, bouw, draai, kopie

NIEUW = """\
id: nieuwe-route-oost
naam: Nieuwe route Oost
actualiteit: niet-bevestigd
in_verkenning: later
gecontroleerd_op: 2026-11-21
bevestigd_door_aanbieder_op: {onbekend: "De school is nog niet gevraagd."}
schooljaar: 2025-2026
bronnen:
  - {bron: verkenning-2021, plaats: voorbeeld in een test}
school: montessori-lyceum-oostpoort
instelling: roc-van-amsterdam
type_verkenning: gestapeld
wettelijke_vorm: geen-wettelijke-vorm
leerwegen: [kader]
mbo_niveau: [3]
vmbo_diploma: behouden
opleidingen: []
"""


def tekst(site, adres):
    return BeautifulSoup((site / adres / "index.html").read_text(encoding="utf-8"), "html.parser").article.get_text(" ")


def test_a_new_route_is_one_new_file_and_leaves_no_page_behind_when_it_goes(project):
    nieuw = project / "data/routes/nieuwe-route-oost.yml"
    nieuw.write_text(NIEUW, encoding="utf-8")
    site = bouw(project)
    assert "Gegevens uit schooljaar 2025-2026" in tekst(site, "leerroutes/nieuwe-route-oost")
    for adres in ("leerroutes", "scholen/montessori-lyceum-oostpoort", "stadsdelen/oost", "zoeken", "."):
        assert "Nieuwe route Oost" in tekst(site, adres), adres
    assert f"{1 + len(list((WORTEL / 'data/routes').glob('*.yml')))} routes op" in tekst(site, "leerroutes")
    paginas = json.loads((site / "zoeken/index.json").read_text())["paginas"]
    assert [adres for adres, titel, *_ in paginas if "nieuwe route" in titel.lower()] == [
        "leerroutes/nieuwe-route-oost/"
    ]
    assert "leerroutes/nieuwe-route-oost/" in (site / "sitemap.xml").read_text()
    nieuw.unlink()
    assert not (bouw(project) / "leerroutes/nieuwe-route-oost").exists()


KAPOT = {
    "2020-2022": ("data/routes/calvijn-vakmanschapsroute.yml", "schooljaar: 2020-2021", "schooljaar: 2020-2022"),
    "bestaat-niet.md": ("docs/over.md", "\n", "\n\n[weg](bestaat-niet.md)\n"),
}


def test_a_failing_build_leaves_the_old_site_untouched(project, site):
    """For a mistake in a record, and for one that only shows while the pages are made."""
    oud = shutil.copytree(site, project / "site")
    voor = afdruk(oud)
    for melding, (pad, goed, fout) in KAPOT.items():
        bestand = project / pad
        inhoud = bestand.read_text(encoding="utf-8")
        assert goed in inhoud
        bestand.write_text(inhoud.replace(goed, fout, 1), encoding="utf-8")
        uit = draai(project, "build")
        assert uit.returncode == 1
        assert "Traceback" not in uit.stdout + uit.stderr
        assert melding in uit.stdout
        assert afdruk(oud) == voor
        assert not list(project.glob(".bouw-*"))
        bestand.write_text(inhoud, encoding="utf-8")


@pytest.mark.parametrize(
    ("module", "naam"), [("export_kaart", "leaflet.js"), ("export_vendor", "SourceSansPro-Regular.ttf")]
)
def test_a_file_of_a_package_that_is_another_one_stops_the_build(module, naam, project):
    bestand = project / f"macros/{module}.py"
    tekst = bestand.read_text(encoding="utf-8")
    hash_ = re.search(r'"(leaflet\.js|Regular)": "([0-9a-f]{64})"', tekst)[2]
    bestand.write_text(tekst.replace(hash_, hash_[::-1]), encoding="utf-8")
    uit = draai(project, "build")
    assert uit.returncode == 1
    assert f"{naam} is een ander bestand dan waarmee deze site is gemaakt" in uit.stdout
    assert "Traceback" not in uit.stdout + uit.stderr
    assert not (project / "site").exists()


def test_two_builds_in_two_folders_are_equal_byte_for_byte(copied_site, tmp_path_factory):
    """One has its fact sheets from an earlier run, the other makes everything."""
    ander = tmp_path_factory.mktemp("een andere map")
    assert afdruk(copied_site) == afdruk(bouw(kopie(ander)))


def test_publishing_is_refused_while_the_publisher_is_not_settled(project):
    uit = draai(project, "build", "--publiceren")
    assert uit.returncode == 1
    assert "uitgever" in uit.stdout
    assert not (project / "site").exists()


def test_a_build_of_a_placeholder_says_so_on_every_page(site):
    paginas = list(site.rglob("*.html"))
    assert len(paginas) > 20
    assert all("Proefversie" in pagina.read_text(encoding="utf-8") for pagina in paginas)
