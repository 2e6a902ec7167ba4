"""The pages that a change touches, before and after, for one HTML file that opens by double-click."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from bs4 import BeautifulSoup
from markupsafe import Markup

from macros.kennisbank import Kennisbank
from macros.messages_wijziging import VOORBEELD_PAGINA
from macros.paginas import PAGINAS
from macros.render import blok
from macros.wijzigingen import zinsverschil

MEEST = 12  # pages that are shown whole; the rest is named
OPVALT = "kb-verandert"


@dataclass(frozen=True)
class Kant:
    """A page as it is, or as it becomes; `html` is made by our own templates. Empty where there is no such page."""

    kop: str
    html: Markup
    niets: str


@dataclass(frozen=True)
class Stuk:
    """A printed value that changes, as plain text on both sides; empty where it is not there."""

    nu: str
    straks: str


@dataclass(frozen=True)
class Pagina:
    """A page that changes."""

    titel: str
    eigen: bool
    stukken: list[Stuk]
    kanten: tuple[Kant, Kant]


@dataclass(frozen=True)
class Voorbeeld:
    """What the template prints: `paginas` whole, `ook` by title only."""

    woorden: dict[str, str]
    paginas: list[Pagina]
    ook: list[str]


def voorbeeld(oud: Kennisbank, nieuw: Kennisbank, dag: date, gewijzigd: set[tuple[str, str]]) -> Voorbeeld:
    """Every page whose text differs; the pages of the records in `gewijzigd` (family, id) come first."""
    voor, na = _alle(oud, dag), _alle(nieuw, dag)
    anders = [sleutel for sleutel in {**na, **voor} if voor.get(sleutel, ("", ""))[1] != na.get(sleutel, ("", ""))[1]]
    paginas = [_pagina(voor.get(sleutel), na.get(sleutel), sleutel in gewijzigd) for sleutel in anders]
    paginas.sort(key=lambda pagina: not pagina.eigen)
    return Voorbeeld(VOORBEELD_PAGINA, paginas[:MEEST], [pagina.titel for pagina in paginas[MEEST:]])


def _alle(kb: Kennisbank, dag: date) -> dict[tuple[str, str], tuple[str, str]]:
    """(family, id) or (name of the page, "") → title and HTML of every page."""
    gemaakt = {}
    for naam, pagina in PAGINAS.items():
        kenmerken: list[tuple[Any, ...]] = [(k,) for k in getattr(kb, pagina.familie)] if pagina.familie else [()]
        for kenmerk in kenmerken:
            html, view = blok(naam, kb, dag, "pagina/", *kenmerk)
            gemaakt[pagina.familie or naam, *(kenmerk or ("",))] = (view.titel, html)
    return gemaakt


def _pagina(oud: tuple[str, str] | None, nieuw: tuple[str, str] | None, eigen: bool) -> Pagina:
    kanten = [BeautifulSoup(kant[1] if kant else "", "html.parser") for kant in (oud, nieuw)]
    for hier, daar in (kanten, kanten[::-1]):
        _merk(hier, daar)
    woorden, stukken = VOORBEELD_PAGINA, _stukken(*kanten) if oud and nieuw else []
    voor = Kant(woorden["nu"], _los(kanten[0]), woorden["nieuw"])
    na = Kant(woorden["straks"], _los(kanten[1]), woorden["weg"])
    return Pagina((nieuw or oud or ("", ""))[0], eigen, stukken, (voor, na))


def _merk(hier: BeautifulSoup, daar: BeautifulSoup) -> None:
    """Marks each printed value that the other side does not have with the same text."""
    bekend: dict[str, set[str]] = {}
    for deel in daar.select("[data-herkomst]"):
        bekend.setdefault(str(deel["data-herkomst"]), set()).add(deel.get_text(" ", strip=True))
    for deel in hier.select("[data-herkomst]"):
        if deel.get_text(" ", strip=True) not in bekend.get(str(deel["data-herkomst"]), ()):
            deel["class"] = [*deel.get("class", []), OPVALT]


def _stukken(voor: BeautifulSoup, na: BeautifulSoup) -> list[Stuk]:
    """The smallest marked parts of both sides, paired by where their value comes from."""
    per_plek: dict[str, list[list[str]]] = {}
    for nummer, kant in enumerate((voor, na)):
        for deel in kant.select(f".{OPVALT}:not(:has(.{OPVALT}))"):
            per_plek.setdefault(str(deel["data-herkomst"]), [[], []])[nummer].append(deel.get_text(" ", strip=True))
    paren = (zip_longest(*kanten, fillvalue="") for kanten in per_plek.values())
    return [Stuk(*zinsverschil(nu, straks)) for paar in paren for nu, straks in paar]


def _los(pagina: BeautifulSoup) -> Markup:
    """The page without what cannot work in a file of its own: addresses, scripts, pictures from the site, ids.

    The list of sections goes too: its links lead nowhere here, and beside it half a page leaves no room for values.
    """
    for deel in pagina.select("script, img, form, iframe"):
        deel.decompose()
    for deel in pagina.find_all(True):
        for weg in ("href", "id", "src", "aria-labelledby", "aria-describedby", "hidden"):
            deel.attrs.pop(weg, None)
    for deel in pagina.select(".kb-met-script, .kb-woorden, .kb-sprong, .kb-acties, .kb-kern-factsheet"):
        deel.decompose()
    return Markup(re.sub(r"\n+", "\n", str(pagina)))
