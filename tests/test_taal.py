"""Plain Dutch: short sentences in everything that a visitor or an editor reads."""

import re
from statistics import mean

import pytest

from macros import messages
from macros.kennisbank import DATA, kennisbank
from macros.model import Model
from tests.project import WORTEL

LANGSTE, GEMIDDELD = 25, 12
# Names, titles and places are no sentences.
GEEN_ZIN = {
    "id",
    "naam",
    "korte_naam",
    "naam_in_bron",
    "voluit",
    "wet",
    "artikel",
    "koppen",
    "vormen",
    "zoekwoorden",
    "wanneer",
    "plaats",
    "bron",
    "maker",
    "datum",
    "url",
    "andere_namen",
    "straat",
}

JONG = "leerling-"  # the words of the sheet for pupils


def zinnen(tekst):
    """The sentences of a text; a full stop inside a number, abbreviation or address does not end one."""
    delen = re.split(r"(?<=[.!?…])\s+(?=[A-Z0-9“\"'(€])|\n+|;\s", tekst.strip())
    return [deel for deel in delen if len(deel.split()) > 2]


def teksten(waarde, pad=""):
    if isinstance(waarde, Model):
        for naam in type(waarde).model_fields:
            if naam not in GEEN_ZIN:
                yield from teksten(getattr(waarde, naam), f"{pad}.{naam}")
    elif isinstance(waarde, list | tuple):
        for deel in waarde:
            yield from teksten(deel, pad)
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from teksten(deel, f"{pad}.{naam}")
    elif isinstance(waarde, str) and " " in waarde:
        yield pad, waarde


def records():
    kb = kennisbank(DATA)
    for familie, record in kb.alle_records():
        yield f"{familie}/{record.id}", [tekst for _, tekst in teksten(record)]
    woorden = kb.weergave.teksten
    yield "weergave", [*kb.weergave.status.values(), *(t for naam, t in woorden.items() if not naam.startswith(JONG))]
    yield "leerling", [tekst for naam, tekst in woorden.items() if naam.startswith(JONG)]
    yield "meldingen", [tekst for tekst in _meldingen() if " " in tekst]


def _meldingen():
    for naam in ("SYNTAX", "REGELS"):
        yield from (tekst for tekst in getattr(messages, naam).values() if isinstance(tekst, str))


def paginas():
    for pad in sorted((WORTEL / "docs").rglob("*.md")):
        tekst = pad.read_text(encoding="utf-8")
        if "{{ route(" in tekst or "gegenereerd" in tekst:
            continue
        tekst = re.sub(r"^---.*?^---$", "", tekst, flags=re.S | re.M)
        tekst = re.sub(r"\{\{.*?\}\}|\{ \..*?\}|^#+ .*$|\]\([^)]*\)|^[-*] |[\[\]*`]", "", tekst, flags=re.M)
        yield pad.name, tekst


ALLES = [*records(), *((naam, [tekst]) for naam, tekst in paginas())]
ALLES.append(
    (
        "CONTRIBUTING.md",
        [re.sub(r"```.*?```|^\|.*$|^#+ .*$", "", (WORTEL / "CONTRIBUTING.md").read_text(), flags=re.S | re.M)],
    )
)


@pytest.mark.parametrize(("naam", "stukken"), ALLES, ids=[naam for naam, _ in ALLES])
def test_no_sentence_is_longer_than_25_words(naam, stukken):
    lang = [zin for stuk in stukken for zin in zinnen(stuk) if len(zin.split()) > LANGSTE]
    assert not lang


def test_the_mean_sentence_has_at_most_12_words():
    alle = [len(zin.split()) for _, stukken in ALLES for stuk in stukken for zin in zinnen(stuk)]
    assert len(alle) > 500
    assert mean(alle) <= GEMIDDELD


def test_pages_address_the_reader_with_u():
    je, u = r"\b(jij|jouw|jullie|je)\b", r"\b(u|uw)\b"
    fout = [n for n, stukken in ALLES if re.search(u if n == "leerling" else je, " ".join(stukken), re.IGNORECASE)]
    assert not fout
