"""Every point of the research behind the site stands on the page that its list names, or was left out with a reason."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.dekking import punten

ALLE = punten()
VERTELD = [(naam, punt) for naam, punt in ALLE if "weg" not in punt]


@pytest.fixture(scope="module")
def tekst(site):
    gelezen = {}

    def _tekst(adres):
        if adres not in gelezen:
            pagina = BeautifulSoup((site / adres / "index.html").read_text(encoding="utf-8"), "html.parser")
            artikel = pagina.select_one("article")
            for woord in artikel.select(".kb-woord"):
                woord.unwrap()
            artikel.smooth()
            gelezen[adres] = re.sub(r"\s+", " ", artikel.get_text(" ")).lower()
        return gelezen[adres]

    return _tekst


@pytest.mark.parametrize(("naam", "punt"), VERTELD, ids=lambda deel: deel["punt"] if isinstance(deel, dict) else deel)
def test_a_point_is_told_on_its_page(naam, punt, tekst):
    pagina = tekst(punt["pagina"])
    assert not [woorden for woorden in punt["staat"] if str(woorden).lower() not in pagina]


def test_every_point_has_a_name_of_its_own_and_a_place_or_a_reason():
    namen = [(naam, punt["punt"]) for naam, punt in ALLE]
    assert len(set(namen)) == len(namen) > 100
    assert all(punt.get("weg") or (punt["pagina"] and punt["staat"]) for _, punt in ALLE)
