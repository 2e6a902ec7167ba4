"""Rules about the legal frameworks: a text that was read or said not to be, one overview, one set of hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.inlezen import Ingelezen, Inlezing
from macros.messages import REGELS
from macros.regel import melding, weg
from macros.verslag import Melding, kort


def _kaders(inlezing: Inlezing) -> list[Ingelezen]:
    return [bron for bron in inlezing.records if bron.familie == "kaders"]


def gelezen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A framework names an article whose text was read, or says what could not be verified."""
    for bron in _kaders(inlezing):
        if not any(deel.tekst_van for deel in bron.record.artikelen) and not bron.record.onzeker:
            yield melding(bron, ("artikelen",), "kader_artikel")
        for nummer, deel in enumerate(bron.record.artikelen):
            if deel.tekst_van and deel.tekst_van > vandaag:
                yield melding(bron, ("artikelen", nummer, "tekst_van"), "toekomst", vandaag=vandaag.isoformat())


def overzicht(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """The rows of the overview have numbers of their own and answer for the same kinds of route."""
    gezien: dict[int, str] = {}
    soorten: list[str] | None = None
    for bron in _kaders(inlezing):
        nummer = bron.record.in_overzicht
        if nummer is None:
            continue
        if nummer in gezien:
            yield melding(bron, ("in_overzicht",), "overzicht_dubbel", ander=gezien[nummer])
        gezien.setdefault(nummer, bron.bestand.naam)
        eigen = sorted(deel.type for deel in bron.record.geldt_voor)
        soorten = eigen if soorten is None else soorten
        if eigen != soorten:
            yield melding(bron, ("geldt_voor",), "overzicht_soorten", soorten=", ".join(soorten))


def uren(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Exactly one framework holds the hours, and once for each kind and length."""
    waar = ""
    for bron in _kaders(inlezing):
        if not bron.record.urennormen:
            continue
        if waar:
            yield melding(bron, ("urennormen",), "uren_elders", ander=waar)
        waar = waar or bron.bestand.naam
        gezien: set[tuple[str, int]] = set()
        for nummer, norm in enumerate(bron.record.urennormen):
            if (norm.soort, norm.jaren) in gezien:
                yield melding(bron, ("urennormen", nummer, "jaren"), "uren_dubbel", soort=norm.soort, jaren=norm.jaren)
            gezien.add((norm.soort, norm.jaren))
    alle = len(inlezing.ids["kaders"]) == len(_kaders(inlezing)) and not weg(inlezing, "kaders")
    if not waar and alle:
        yield Melding("data/kaders/", 1, "urennormen", kort(None), REGELS["uren_mist"])
