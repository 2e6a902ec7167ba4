"""What text an editor may write, and that the page says the same whatever program wrote the file."""

import json
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.kennisbank import kennisbank
from macros.loader import lees
from macros.render import blok
from tests.builders import FILES, VANDAAG, geldige_data


def waarde(tekst):
    bestand = lees("data/routes/x.yml", tekst.encode("utf-8", "surrogatepass"))
    assert not bestand.meldingen, bestand.meldingen
    return bestand.waarde


def html(data):
    return blok("route", kennisbank(data, VANDAAG), VANDAAG, "leerroutes/voorbeeld/", "voorbeeld")[0]


ANDERS = {
    "BOM": lambda tekst: b"\xef\xbb\xbf" + tekst.encode(),
    "CRLF": lambda tekst: tekst.replace("\n", "\r\n").encode(),
    "losse CR": lambda tekst: tekst.replace("\n", "\r").encode(),
    "losse accenten": lambda tekst: unicodedata.normalize("NFD", tekst).encode(),
    "geen laatste regeleinde": lambda tekst: tekst.rstrip("\n").encode(),
    "spaties achter de regel": lambda tekst: tekst.replace("\n", "  \n").encode(),
}


@pytest.mark.parametrize("anders", ANDERS)
def test_how_a_program_saves_a_file_does_not_change_the_page(anders, tmp_path):
    tekst = FILES["routes/voorbeeld.yml"].replace("Voorbeeldroute", "Geïntegreerde café-route")
    data = geldige_data(tmp_path / "data")
    (data / "routes/voorbeeld.yml").write_text(tekst, encoding="utf-8")
    gewoon = html(data)
    (data / "routes/voorbeeld.yml").write_bytes(ANDERS[anders](tekst))
    assert ANDERS[anders](tekst) != tekst.encode()
    assert "Geïntegreerde café-route" in gewoon
    assert html(data) == gewoon


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_a_mistake_stands_on_the_line_that_the_editor_sees(einde):
    (melding,) = lees("x", einde.join(["# kop", "a: 1", "", "b:2", ""]).encode()).meldingen
    assert melding.regel == 4


@pytest.mark.parametrize(
    ("geschreven", "gelezen"),
    [
        ("50", 50), ("-5", -5), ("3.5", 3.5), ("0", 0), ("true", True), ("", None), ("~", None),
        ("ja", "ja"), ("nee", "nee"), ("2020-2021", "2020-2021"), ("2026-11-21", "2026-11-21"), ('"50"', "50"),
        ("1025KN", "1025KN"), ("17VF02", "17VF02"), ("Zorg & Welzijn", "Zorg & Welzijn"), ("a#b", "a#b"),
        ("tekst  # aantekening", "tekst"), ("[2, 3]", [2, 3]), ("{van: 40, tot: 60}", {"van": 40, "tot": 60}),
        ("'Oost''s school'", "Oost's school"), ("https://example.nl/x", "https://example.nl/x"),
    ],
)  # fmt: skip
def test_a_value_is_what_it_looks_like(geschreven, gelezen):
    assert waarde(f"veld: {geschreven}") == {"veld": gelezen}


def test_a_block_of_text_may_hold_what_a_line_may_not():
    tekst = "veld: >-\n  Let op:dit is -tekst\n  met # en *sterren* en @tekens\nnog: 1\n"
    assert waarde(tekst) == {"veld": "Let op:dit is -tekst met # en *sterren* en @tekens", "nog": 1}


def test_every_value_knows_its_line():
    bestand = lees("x", b"# kop\na: 1\nb:\n  - {c: 2}\n\n  - c: 3\n")
    assert [bestand.plek(pad).regel for pad in (("a",), ("b",), ("b", 0, "c"), ("b", 1, "c"))] == [2, 3, 4, 6]


def test_a_line_of_free_text_does_not_hide_the_mistake_below_it():
    (melding,) = lees("x", b"a: >-\n  vrije\n  tekst\nb:3\n").meldingen
    assert (melding.regel, melding.goed) == (4, "b: 3")


LANG = "een zin die zo lang is dat er op de regel weinig plaats over is voor wat er nog achter staat, zoals een bron"


@pytest.mark.parametrize(
    ("regel", "plaats", "goed"),
    [
        ('a: {b: 1, plaats: "bijlage 1}', '"bijlage 1', 'a: {b: 1, plaats: "bijlage 1"}'),
        ('a: ["Diploma, "Niveau 2", "Niveau 3"]', '"Diploma', 'a: ["Diploma", "Niveau 2", "Niveau 3"]'),
        ('a: {b: "een, c: "twee"}', '"een', 'a: {b: "een", c: "twee"}'),
        ('a: {b: "een, of twee, c: "drie"}', '"een', None),
        (f'a: {{b: "{LANG}", c: "einde}}', 'c: "einde', f'a: {{b: "{LANG}", c: "einde"}}'),
        (f'a: {{b: "{LANG}", c: "ook, d: "einde"}}', 'c: "ook', f'a: {{b: "{LANG}", c: "ook", d: "einde"}}'),
        ('a: "%\nb: "%"', 'a: "%', 'a: "%"'),
    ],
)
def test_a_quote_that_is_not_closed_is_called_so_and_shown(regel, plaats, goed):
    (melding,) = lees("x", f"z: 1\n{regel}\n".encode()).meldingen
    assert (melding.regel, melding.verwacht) == (2, "een aanhalingsteken aan het begin én aan het eind")
    assert (plaats in melding.staat, melding.goed) == (True, goed)


def test_a_bracket_that_is_not_closed_is_still_called_so():
    (melding,) = lees("x", b'a: ["een", "twee"\nb: 1\n').meldingen
    assert melding.verwacht.startswith("een haak")


def test_one_space_is_one_spatie():
    (melding,) = lees("x", b"a:\n b: 1\n  c: 2\n").meldingen
    assert "met 1 spatie ervoor" in melding.verwacht


NEDERLANDS = ("een ", "tekst", "elk", "gewone", "velden", "één", "de ", "minder", "spaties", "gegevens", "twee", "even")


# always the same examples: a gate must not fail on a change that has nothing to do with it
vast = settings(deadline=None, derandomize=True, database=None, max_examples=200)


@vast
@given(st.text())
@example("Zorg & Welzijn: 'één' \"twee\" {{ 7*7 }} \ud800")
def test_any_text_is_read_as_that_text_or_refused_in_dutch(tekst):
    # JSON is YAML, so this is the text between double quotes, with \n and the like written out
    ruw = json.dumps(tekst, ensure_ascii=False).encode("utf-8", "surrogatepass")
    bestand = lees("data/routes/x.yml", b"veld: " + ruw + b"\n")
    if bestand.meldingen:
        assert all(melding.verwacht.startswith(NEDERLANDS) for melding in bestand.meldingen)
    else:
        assert bestand.waarde == {"veld": unicodedata.normalize("NFC", tekst)}


@vast
@given(st.text())
def test_any_text_without_quotes_never_gives_a_traceback(tekst):
    bestand = lees("data/routes/x.yml", b"veld: " + tekst.encode("utf-8", "surrogatepass") + b"\n")
    assert bestand.meldingen or isinstance(bestand.waarde, dict)
    assert all(melding.verwacht.startswith(NEDERLANDS) for melding in bestand.meldingen)


# the marks that mean something in YAML, in every order
@vast
@example("{1")
@example('"')
@given(st.text(alphabet="ab1 \n\t:-#?[]{}\"'|>&*!%@,~<=.\\éß"))
def test_any_order_of_marks_never_gives_a_traceback(tekst):
    bestand = lees("data/routes/x.yml", tekst.encode())
    assert all(melding.verwacht.startswith(NEDERLANDS) for melding in bestand.meldingen)
    assert all(1 <= melding.regel <= tekst.count("\n") + 1 for melding in bestand.meldingen)


@vast
@given(st.binary())
def test_any_bytes_never_give_a_traceback(inhoud):
    assert all(melding.verwacht for melding in lees("data/routes/x.yml", inhoud).meldingen)
