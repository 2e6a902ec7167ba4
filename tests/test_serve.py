"""make serve: a change shows after a reload, a mistake leaves the last good site up and says what is wrong."""

import os
import queue
import re
import socket
import subprocess
import sys
import threading
from urllib.request import urlopen

import pytest

from tests.project import EPOCH

ROUTE = "data/routes/calvijn-vakmanschapsroute.yml"


class Dienst:
    """The running command; `wacht` reads its output until a build has ended."""

    def __init__(self, project):
        with socket.socket() as los:
            los.bind(("127.0.0.1", 0))
            self.poort = los.getsockname()[1]
        self.proces = subprocess.Popen(
            [sys.executable, "-u", "-m", "macros", "serve", "--poort", str(self.poort)],
            cwd=project,
            text=True,
            env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.regels = queue.Queue()
        threading.Thread(target=self._lees, daemon=True).start()

    def _lees(self):
        for regel in self.proces.stdout:
            self.regels.put(regel)

    def wacht(self):
        uit = []
        while not (uit and re.search("De site staat op|De vorige versie", uit[-1])):
            uit.append(self.regels.get(timeout=180))
        return "".join(uit)

    def pagina(self, adres):
        with urlopen(f"http://127.0.0.1:{self.poort}/{adres}", timeout=10) as antwoord:
            return antwoord.read().decode()


@pytest.fixture
def dienst(project):
    dienst = Dienst(project)
    yield dienst
    dienst.proces.terminate()
    dienst.proces.wait(timeout=20)


def wijzig(project, van, naar):
    pad = project / ROUTE
    pad.write_text(pad.read_text(encoding="utf-8").replace(van, naar, 1), encoding="utf-8")


def test_a_change_shows_and_a_mistake_keeps_the_last_good_site(project, dienst):
    adres = "leerroutes/calvijn-vakmanschapsroute/"
    assert "De site staat op" in dienst.wacht()
    assert "Vakmanschapsroute Calvijn College" in dienst.pagina(adres)

    wijzig(project, "naam: Vakmanschapsroute Calvijn College", "naam: Een nieuwe naam")
    assert "De site staat op" in dienst.wacht()
    assert "Een nieuwe naam" in dienst.pagina(adres)

    wijzig(project, "schooljaar: 2020-2021", "schooljaar: 2020-2022")
    uit = dienst.wacht()
    assert f"✗ {ROUTE}, regel" in uit
    assert "2020-2022" in uit
    assert "De vorige versie staat nog op" in uit
    assert "Een nieuwe naam" in dienst.pagina(adres)

    wijzig(project, "schooljaar: 2020-2022", "schooljaar: 2020-2021")
    assert "De site staat op" in dienst.wacht()


def test_a_change_in_python_counts_without_a_restart(project, dienst):
    dienst.wacht()
    pad = project / "macros/overzicht.py"
    pad.write_text(pad.read_text(encoding="utf-8").replace('"Van → naar"', '"Van en naar"'), encoding="utf-8")
    assert "De site staat op" in dienst.wacht()
    assert "Van en naar" in dienst.pagina("leerroutes/")
