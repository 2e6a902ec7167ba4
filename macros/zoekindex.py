"""The search index: terms of every page with what each is worth there.

Words are folded, stemmed and taken apart here, so that the browser only looks up and adds.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import snowballstemmer

# BM25F: what a word is worth per field, how much a long field counts against it, how soon repetition stops to count.
GEWICHT = {"titel": 12.0, "namen": 9.0, "koppen": 2.5, "tekst": 1.0}
LENGTE = {"titel": 0.3, "namen": 0.1, "koppen": 0.4, "tekst": 0.7}
VERZADIGING = 6.0
DEEL = 0.55  # what a part of a compound is worth beside the word itself
MEEST = 60  # pages a term; more nobody reads, and the index stays small with many routes
KORTST = 4  # letters of a part of a compound
WOORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
STOP = frozenset(
    "aan al alle als bij dan dat de deze die dit door een en er geen had heb hebben heeft het hij hoe hun ik in is je "
    "kan kunt maar met mij mijn moet moeten na naar niet nog of om ons onze ook op over te tot u uit uw van veel voor "
    "waar wanneer was wat welk welke wel we wie wij worden wordt zal ze zich zij zijn zo zou mag hoeveel doen nodig "
    "krijgen".split()
)


@dataclass(frozen=True)
class Pagina:
    """A page, or a term on a page. `velden`: field of GEWICHT → its text. `extra`: text and address of a file."""

    adres: str
    titel: str
    soort: str
    status: str
    velden: dict[str, str]
    extra: tuple[str, str] | None = None


@dataclass
class Index:
    """`paginas` in their order; `stukken`: first letter → stem → ([other forms], [page, worth, page, worth …])."""

    paginas: list[Pagina]
    stukken: dict[str, dict[str, tuple[list[str], list[int]]]] = field(default_factory=dict)


def vouw(tekst: str) -> str:
    """Small letters without accents."""
    ontleed = unicodedata.normalize("NFD", tekst.lower())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def woorden(tekst: str) -> list[str]:
    """The words of a text, folded; `H&B` is one word."""
    return WOORD.findall(vouw(tekst))


_stem = snowballstemmer.stemmer("dutch_porter")


@cache
def stam(woord: str) -> str:
    """The stem of a folded word, by Porter's stemmer for Dutch, which keeps the first letter."""
    return _stem.stemWord(woord)


def maak(paginas: list[Pagina]) -> Index:
    """The index of these pages."""
    velden = [{veld: woorden(tekst) for veld, tekst in pagina.velden.items()} for pagina in paginas]
    vormen = Counter(woord for per_veld in velden for lijst in per_veld.values() for woord in lijst)
    delen = {woord: _delen(woord, vormen) for woord in vormen}
    gemiddeld = {
        veld: max(1.0, sum(len(per_veld.get(veld, ())) for per_veld in velden) / max(1, len(velden)))
        for veld in GEWICHT
    }
    keer = [_keren(per_veld, delen, gemiddeld) for per_veld in velden]
    index = Index(paginas)
    posten: dict[str, list[tuple[int, int]]] = defaultdict(list)
    aantal = Counter(term for termen in keer for term in termen)
    for nummer, termen in enumerate(keer):
        for term, tf in termen.items():
            idf = math.log(1 + (len(paginas) - aantal[term] + 0.5) / (aantal[term] + 0.5))
            posten[term].append((nummer, max(1, round(20 * idf * tf / (VERZADIGING + tf)))))
    vorm_bij = defaultdict(list)
    for vorm in sorted(vormen):
        vorm_bij[stam(vorm)].append(vorm)
    for term in sorted(posten):
        beste = sorted(posten[term], key=lambda post: (-post[1], post[0]))[:MEEST]
        anders = [vorm for vorm in vorm_bij[term] if vorm != term]
        # a stem that is no word itself, and no form of one, cannot be looked up
        stuk = index.stukken.setdefault(letter(term), {})
        stuk[term] = (anders, [getal for post in beste for getal in post])
    return index


def letter(woord: str) -> str:
    """The part of the index in which a word stands: its first letter, or 0 for everything else."""
    return woord[0] if "a" <= woord[0] <= "z" else "0"


def _keren(
    per_veld: dict[str, list[str]], delen: dict[str, list[str]], gemiddeld: dict[str, float]
) -> dict[str, float]:
    """Stem → how often it stands on a page, weighed by field and by the length of the field."""
    tf: dict[str, float] = defaultdict(float)
    for veld, lijst in per_veld.items():
        deler = 1 - LENGTE[veld] + LENGTE[veld] * len(lijst) / gemiddeld[veld]
        for woord, keer in Counter(lijst).items():
            waard = GEWICHT[veld] * keer / deler
            tf[stam(woord)] += waard
            for deel in {stam(deel) for deel in delen[woord]} - {stam(woord)}:
                tf[deel] += DEEL * waard
    return tf


def _delen(woord: str, vormen: Iterable[str]) -> list[str]:
    """The words that a compound is made of, where all of them stand on the site; else the last one, where it does."""
    if len(woord) < 2 * KORTST or "&" in woord:
        return []
    for plek in range(KORTST, len(woord) - KORTST + 1):
        eerste, rest = woord[:plek], woord[plek:]
        if rest in vormen and any(vorm in vormen for vorm in _zonder_bindletter(eerste)):
            voor = next(vorm for vorm in _zonder_bindletter(eerste) if vorm in vormen)
            return [voor, rest, *_delen(rest, vormen)]
    return []


def _zonder_bindletter(deel: str) -> list[str]:
    """`samenwerkings` → samenwerkings, samenwerking; `leerlingen` stays what it is."""
    return [deel, *([deel[:-1]] if deel.endswith("s") and len(deel) > KORTST else [])]
