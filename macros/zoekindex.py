"""The search index: terms of every page with what each is worth there.

Words are folded, stemmed and taken apart here, so that the browser only looks up and adds.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import snowballstemmer

# BM25F: what a word is worth per field, how much a long field counts against it, how soon repetition stops to count.
GEWICHT = {"titel": 12.0, "namen": 9.0, "koppen": 2.5, "tekst": 1.0}
LENGTE = {"titel": 0.3, "namen": 0.1, "koppen": 0.4, "tekst": 0.7}
VERZADIGING = 6.0
FIJN = 80  # steps in which worth is rounded: with few, common words give ties
DEEL = 0.55  # what a part of a compound is worth beside the word itself
MEEST = 60  # pages a term; more nobody reads, and the index stays small with many routes
KORTST = 4  # letters of a part of a compound
WOORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
NIET_ASCII = re.compile(r"[^\x00-\x7f]")  # few letters are, so that asking them all costs more
LETTERS = re.compile(r"\b([^\W\d_]) ?(?:&| en ) ?([^\W\d_])\b")  # H & B and h en b are H&B
# A participle of a verb that comes apart (in-ge-schreven), and the vowels that change in some.
DEELWOORD = re.compile(r"(aan|af|bij|door|in|mee|na|om|op|over|samen|toe|uit|voor|weg)ge(\w{3,})$")
STERK = {"schreven": "schrijven", "sloten": "sluiten", "nomen": "nemen", "bracht": "brengen", "keken": "kijken",
         "sproken": "spreken", "bleven": "blijven", "koppeld": "koppelen", "stroomd": "stromen"}  # fmt: skip
KLINKER = re.compile(r"(\w?)([aeou])([^aeiou\W])en$")  # uren is a form of uur
STOP = frozenset(
    "aan al alle als bij dan dat de deze die dit door een en er ga gaan gaat geen had heb hebben heeft het hij hoe hun "
    "ik in is je kan kom komen komt krijg krijgen krijgt kunnen kunt maar mag mee met mij mijn moet moeten mogen na "
    "naar niet nog of om ons onze ook op over sta staan staat te tot u uit uw van veel voor waar wanneer was wat we "
    "wel welk welke wie wij wil willen wilt worden wordt zal ze zich zij zijn zit zitten zo zou zullen hoeveel doe "
    "doen doet nodig".split()
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
    voorrang: float = 1.0  # below 1 for pages that are not for who looks for a route


@dataclass
class Index:
    """`paginas` in their order; `stam_van`: word → stem; `stukken`: see `stuk_van` → stem → ([other forms], [page,
    worth, page, worth …])."""

    paginas: list[Pagina]
    stam_van: dict[str, str]
    stukken: dict[str, dict[str, tuple[list[str], list[int]]]] = field(default_factory=dict)


def vouw(tekst: str) -> str:
    """Small letters without accents."""
    ontleed = unicodedata.normalize("NFD", tekst.lower())
    return NIET_ASCII.sub(lambda teken: "" if unicodedata.combining(teken[0]) else teken[0], ontleed)


def woorden(tekst: str) -> list[str]:
    """The words of a text, folded; `H&B` is one word, also when written `h en b`."""
    return WOORD.findall(LETTERS.sub(r"\1&\2", vouw(tekst)))


_stem = snowballstemmer.stemmer("dutch_porter")


@cache
def stam(woord: str) -> str:
    """The stem of a folded word, by Porter's stemmer for Dutch, which keeps the first letter."""
    return _stem.stemWord(woord)


def stammen(vormen: Iterable[str]) -> dict[str, str]:
    """Word → stem. Porter leaves `routes`, `uren`, `betaalt` and `ingeschreven` alone; here they get the stem of
    `route`, `uur`, `betalen` and `inschrijven`, where the site has those."""
    gewoon = {vorm: stam(vorm) for vorm in vormen}
    bekend = set(gewoon.values())
    return {vorm: next((s for s in _verwant(vorm, gewoon) if s in bekend), s0) for vorm, s0 in gewoon.items()}


def _verwant(vorm: str, gewoon: dict[str, str]) -> Iterator[str]:
    """The stems that a word may share with another form of it, the likeliest first."""
    kort, eind = vorm[:-1], vorm[-1]
    if deelwoord := DEELWOORD.match(vorm):
        kern = STERK.get(deelwoord[2], deelwoord[2])
        yield stam(deelwoord[1] + kern)
        yield stam(deelwoord[1] + kern[:-1])  # aangemeld → aanmel, aangepast → aanpas
    if meervoud := KLINKER.match(vorm):
        enkel = meervoud[1] + 2 * meervoud[2] + meervoud[3]
        yield from [gewoon[enkel]] if enkel in gewoon else []
    if len(vorm) <= KORTST or kort in STOP:
        return
    if vorm.startswith("ge") and eind in "td":  # geleerd is a form of leren
        yield stam(kort[2:])
    if eind == "s" and kort in gewoon:
        yield gewoon[kort]
    if eind in "td" and kort[-1] not in "des":  # not `geldt` with `geld`, nor `tekst` with `teken`
        yield stam(kort)


def maak(paginas: list[Pagina]) -> Index:
    """The index of these pages."""
    velden = [{veld: woorden(tekst) for veld, tekst in pagina.velden.items()} for pagina in paginas]
    vormen = Counter(woord for per_veld in velden for lijst in per_veld.values() for woord in lijst)
    stam_van = stammen(vormen)
    delen = {woord: {stam_van[deel] for deel in _delen(woord, vormen)} - {stam_van[woord]} for woord in vormen}
    gemiddeld = {
        veld: max(1.0, sum(len(per_veld.get(veld, ())) for per_veld in velden) / max(1, len(velden)))
        for veld in GEWICHT
    }
    keer = [_keren(per_veld, stam_van, delen, gemiddeld) for per_veld in velden]
    index = Index(paginas, stam_van)
    posten: dict[str, list[tuple[int, int]]] = defaultdict(list)
    aantal = Counter(term for termen in keer for term in termen)
    for nummer, termen in enumerate(keer):
        for term, tf in termen.items():
            idf = math.log(1 + (len(paginas) - aantal[term] + 0.5) / (aantal[term] + 0.5))
            waard = paginas[nummer].voorrang * idf * tf / (VERZADIGING + tf)
            posten[term].append((nummer, max(1, round(FIJN * waard))))
    vorm_bij = defaultdict(list)
    for vorm in sorted(vormen):
        vorm_bij[stam_van[vorm]].append(vorm)
    for term in sorted(posten):
        beste = sorted(posten[term], key=lambda post: (-post[1], post[0]))[:MEEST]
        anders = [vorm for vorm in vorm_bij[term] if vorm != term]
        stuk = index.stukken.setdefault(stuk_van(term), {})
        stuk[term] = (anders, [getal for post in beste for getal in post])
    return index


def stuk_van(woord: str) -> str:
    """The part of the index in which a word stands: its first two letters, each `0` where it is none of a to z."""
    return "".join(teken if "a" <= teken <= "z" else "0" for teken in woord[:2].ljust(2))


def _keren(
    per_veld: dict[str, list[str]], stam_van: dict[str, str], delen: dict[str, set[str]], gemiddeld: dict[str, float]
) -> dict[str, float]:
    """Stem → how often it stands on a page, weighed by field and by the length of the field."""
    tf: dict[str, float] = defaultdict(float)
    for veld, lijst in per_veld.items():
        deler = 1 - LENGTE[veld] + LENGTE[veld] * len(lijst) / gemiddeld[veld]
        for woord, keer in Counter(lijst).items():
            waard = GEWICHT[veld] * keer / deler
            tf[stam_van[woord]] += waard
            for deel in delen[woord]:
                tf[deel] += DEEL * waard
    return tf


def _delen(woord: str, vormen: Iterable[str]) -> list[str]:
    """The words that a compound is made of, where all of them stand on the site."""
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
