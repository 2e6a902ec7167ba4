"""The change log: what changed in the data, per day, on a page and in a feed."""

import subprocess
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from macros import export_logboek, logboek
from tests.builders import VANDAAG, geldige_data, kennis, page

NS = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def wortel(tmp_path):
    geldige_data(tmp_path / "data")
    git(tmp_path, "init", "-b", "main")
    leg_vast(tmp_path, "2026-11-20", "begin")
    return tmp_path


def git(map_, *opdracht, dag="2026-11-20"):
    wie = ("-c", "user.name=Een Naam", "-c", "user.email=naam@voorbeeld.nl")
    omgeving = {
        "GIT_COMMITTER_DATE": f"{dag}T12:00:00Z",
        "GIT_AUTHOR_DATE": f"{dag}T12:00:00Z",
        "PATH": "/usr/bin:/bin",
    }
    subprocess.run(["git", *wie, *opdracht], cwd=map_, check=True, capture_output=True, env=omgeving)


def leg_vast(map_, dag, zin):
    git(map_, "add", "-A")
    git(map_, "commit", "-m", zin, dag=dag)


def wijzig(wortel, bestand, oud, nieuw, dag):
    pad = wortel / f"data/{bestand}.yml"
    tekst = pad.read_text()
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1))
    leg_vast(wortel, dag, f"geheim bericht over {bestand}")


def test_each_change_is_told_on_its_day_with_names_from_elsewhere(wortel):
    wijzig(wortel, "routes/voorbeeld", "leerlingen: 50", "leerlingen: 64", "2026-11-22")
    wijzig(wortel, "routes/voorbeeld", "school: voorbeeldschool", "school: {onbekend: Weg.}", "2026-11-23")
    wijzig(wortel, "routes/voorbeeld", "leerlingen: 64", "leerlingen: 64  # geteld", "2026-11-24")
    alle = logboek.rondes(wortel)
    assert [(dag, zinnen) for _, dag, zinnen in alle[:2]] == [
        (date(2026, 11, 23), ["Voorbeeldroute, vmbo-school: Voorbeeldschool → onbekend (Weg.)"]),
        (date(2026, 11, 22), ["Voorbeeldroute, leerlingen in de route 2020-2021: 50 leerlingen → 64 leerlingen"]),
    ]
    # only a remark changed: that is no news. The first commit brought every record.
    assert alle[2][1] == date(2026, 11, 20)
    assert "Nieuw: route Voorbeeldroute" in alle[2][2]
    # neither who did it nor what they wrote about it
    assert not any("geheim" in zin or "Naam" in zin for _, _, zinnen in alle for zin in zinnen)


def test_the_page_and_the_feed_say_the_same(wortel, monkeypatch, tmp_path):
    for nummer in range(25):
        oud, nieuw = ("Dorpsstraat 1", "Dorpsstraat 2") if nummer == 0 else (f"leerlingen: {49 + nummer}", "")
        if nummer:
            nieuw = f"leerlingen: {50 + nummer}"
            wijzig(wortel, "routes/voorbeeld", oud, nieuw, "2026-11-22")
        else:
            wijzig(wortel, "scholen/voorbeeldschool", oud, "<b>Dorpsstraat</b> & 2", "2026-11-21")
    monkeypatch.setattr(logboek, "DATA", wortel / "data")
    pagina = page("logboek")
    koppen = [kop.get_text() for kop in pagina.select("h2")]
    assert koppen[0] == "22 november 2026: 1 wijziging"
    assert "<b>Dorpsstraat</b> & 2" in pagina.get_text()  # as text
    laatste = pagina.select(".kb-logboek-ronde")[-1]
    assert len(laatste.select("li")) == logboek.TOON + 1
    assert "en nog" in laatste.select("li")[-1].get_text()
    export_logboek.schrijf(kennis(), tmp_path / "site", "https://leerroutes.voorbeeld.nl/", VANDAAG)
    feed = ET.parse(tmp_path / "site/open-data/wijzigingen.xml").getroot()
    ingangen = feed.findall("a:entry", NS)
    assert [ingang.findtext("a:title", "", NS) for ingang in ingangen] == koppen
    assert len({ingang.findtext("a:id", "", NS) for ingang in ingangen}) == len(ingangen)
    assert feed.findtext("a:updated", "", NS) == "2026-11-22T00:00:00+00:00"
    anker = ingangen[0].find("a:link", NS).get("href").split("#")[1]
    assert pagina.find(id=anker)
    eerst = (tmp_path / "site/open-data/wijzigingen.xml").read_bytes()
    export_logboek.schrijf(kennis(), tmp_path / "site", "https://leerroutes.voorbeeld.nl/", VANDAAG)
    assert (tmp_path / "site/open-data/wijzigingen.xml").read_bytes() == eerst


def test_without_git_the_page_says_why_there_is_no_list(monkeypatch, tmp_path):
    monkeypatch.setattr(logboek, "DATA", tmp_path / "data")
    assert "zonder het geheugen van de gegevens" in page("logboek").get_text()
    export_logboek.schrijf(kennis(), tmp_path, "https://leerroutes.voorbeeld.nl/", VANDAAG)
    assert not ET.parse(tmp_path / "open-data/wijzigingen.xml").getroot().findall("a:entry", NS)
