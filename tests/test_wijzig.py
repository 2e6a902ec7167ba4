"""Klopt dit niet? From a page to the file behind it, an issue form or a mail."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from macros.paginas import PAGINAS
from macros.render import blok
from macros.wijzig import wijzig
from tests.builders import VANDAAG, kennis
from tests.project import WORTEL

REPO = "https://github.com/voorbeeld/leerroutes"
ADRES = "https://leerroutes.voorbeeld.nl/leerroutes/voorbeeld/"


@pytest.fixture(scope="module")
def kb():
    kb = kennis()
    return replace(kb, uitgever=kb.uitgever.model_copy(update={"repository": REPO, "postvak": "info@voorbeeld.nl"}))


def onder(kb, naam, *kenmerk):
    """What stands below a page, as the theme prints it."""
    html, view = blok(naam, kb, VANDAAG, "x/", *kenmerk)
    gevonden = wijzig(kb, html, PAGINAS[naam].familie, "".join(kenmerk), view.titel, ADRES)
    thema = Environment(loader=FileSystemLoader(WORTEL / "overrides/partials"))
    thema.filters["url"] = lambda adres: adres  # the engine's own
    meta = {"kb_wijzig": gevonden.als_meta()}
    return BeautifulSoup(thema.get_template("wijzig.html").render(meta=meta), "html.parser")


def links(blok):
    return {a.get_text(): a["href"] for a in blok.select("a")}


def test_a_record_leads_to_its_own_file_in_the_editor(kb):
    blok = onder(kb, "route", "voorbeeld")
    assert links(blok)["Wijzig dit bestand"] == f"{REPO}/edit/main/data/routes/voorbeeld.yml"
    assert links(onder(kb, "school", "voorbeeldschool"))["Wijzig dit bestand"].endswith(
        "data/scholen/voorbeeldschool.yml"
    )
    assert links(onder(kb, "begrippen"))["Wijzig dit bestand"].endswith("/data/begrippen.yml")


def test_the_form_opens_with_the_route_of_the_page(kb):
    assert links(onder(kb, "route", "voorbeeld"))["hier"] == "meewerken/formulier/?route=voorbeeld"
    assert links(onder(kb, "school", "voorbeeldschool"))["hier"] == "meewerken/formulier/"


def test_a_mistake_can_be_told_with_the_record_and_the_page_filled_in(kb):
    adres = urlsplit(links(onder(kb, "route", "voorbeeld"))["Meld een fout"])
    vooraf = parse_qs(adres.query)
    assert adres.path == "/voorbeeld/leerroutes/issues/new"
    assert vooraf["template"] == ["fout-melden.yml"]
    assert vooraf["record"] == ["data/routes/voorbeeld.yml"]
    assert vooraf["pagina"] == [ADRES]


def test_who_has_no_account_can_mail(kb):
    mail = links(onder(kb, "route", "voorbeeld"))["Mail ons"]
    assert mail.startswith("mailto:info@voorbeeld.nl?subject=Fout%3A%20data/routes/voorbeeld.yml&body=")
    assert ADRES in unquote(mail)


def test_a_page_of_many_records_names_all_their_files(kb):
    gevonden = links(onder(kb, "leerroutes"))
    assert gevonden["data/routes/voorbeeld.yml"] == f"{REPO}/edit/main/data/routes/voorbeeld.yml"
    assert "data/scholen/voorbeeldschool.yml" in gevonden


def test_without_a_repository_it_says_so_and_names_the_file():
    blok = onder(kennis(), "route", "voorbeeld")
    assert list(links(blok)) == ["meewerken"]
    assert "De uitgever van deze site staat nog niet vast" in blok.get_text()
    assert "data/routes/voorbeeld.yml" in blok.get_text()


@pytest.mark.parametrize("naam", [naam for naam, pagina in PAGINAS.items() if pagina.familie])
def test_every_page_of_a_record_has_its_own_file_below_it(kb, naam):
    familie = PAGINAS[naam].familie
    for kenmerk in getattr(kb, familie):
        assert (
            links(onder(kb, naam, kenmerk))["Wijzig dit bestand"]
            == f"{REPO}/edit/main/{kb.bestanden[familie, kenmerk]}"
        )
