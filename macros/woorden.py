"""Terms in running text: at its first use on a page a term carries its explanation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from macros.begrippen import BegripRegel, begrip
from macros.kennisbank import Kennisbank


@dataclass(frozen=True)
class Deel:
    """A stretch of text; `begrip` is the id of the term that it is, or empty."""

    tekst: str
    begrip: str = ""


class Woorden:
    """What a page has explained so far; a new one for every page."""

    def __init__(self, kb: Kennisbank):
        self.kb = kb
        self.vormen, self.zoeker = _vormen(_namen(kb))
        self.gebruikt: list[str] = []

    def delen(self, tekst: str) -> list[Deel]:
        """The text in stretches, with each term that this page did not explain before as one of its own."""
        delen, vanaf = [], 0
        for vondst in self.zoeker.finditer(tekst) if self.zoeker else ():
            kenmerk = self.vormen.get(vondst[0]) or self.vormen.get(vondst[0].lower(), "")
            if kenmerk and kenmerk not in self.gebruikt:
                self.gebruikt.append(kenmerk)
                delen += [Deel(tekst[vanaf : vondst.start()]), Deel(vondst[0], kenmerk)]
                vanaf = vondst.end()
        return [deel for deel in (*delen, Deel(tekst[vanaf:])) if deel.tekst]

    def uitgelegd(self) -> list[BegripRegel]:
        """The terms that this page explains, by name."""
        return [begrip(self.kb, record) for kenmerk, record in self.kb.begrippen.items() if kenmerk in self.gebruikt]


def _namen(kb: Kennisbank) -> tuple[tuple[str, str], ...]:
    """Every written form with the id of its term; a form without capitals stands for all its spellings."""
    paren = ((vorm, record.id) for record in kb.begrippen.values() for vorm in (record.naam, *record.vormen))
    return tuple(paren)


@lru_cache(maxsize=2)
def _vormen(namen: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], re.Pattern[str] | None]:
    vormen: dict[str, str] = {}
    for vorm, kenmerk in namen:
        vormen.setdefault(vorm, kenmerk)
    langste_eerst = sorted(vormen, key=len, reverse=True)
    delen = [re.escape(vorm) if vorm != vorm.lower() else f"(?i:{re.escape(vorm)})" for vorm in langste_eerst]
    # a hyphen makes a new word: mbo-docent is no mbo
    return vormen, re.compile(rf"(?<![\w-])(?:{'|'.join(delen)})(?![\w-])") if delen else None
