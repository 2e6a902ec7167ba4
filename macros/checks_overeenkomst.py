"""Rules about the model agreements: every subject of the law is there, and every blank and choice is what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.bestand import Pad
from macros.inlezen import Ingelezen, Inlezing
from macros.model_overeenkomst import ONDERWERPEN, Artikel, Overeenkomst, Veld
from macros.regel import melding
from macros.verslag import Melding

PLEK = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")


def _modellen(inlezing: Inlezing) -> list[Ingelezen]:
    return [bron for bron in inlezing.records if bron.familie == "overeenkomst"]


def onderwerpen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A model for the law regulates every part of every subject that a variant asks for."""
    for bron in _modellen(inlezing):
        for n, artikel in enumerate(bron.record.artikelen):
            eigen = ONDERWERPEN.get(artikel.onderwerp or "", ())
            afgekeurd = not artikel.onderwerp and not bron.gaaf  # the model refused it, and said so
            fout = set(artikel.onderdelen) - set(eigen) or (artikel.onderwerp and not artikel.onderdelen)
            if fout and not afgekeurd:
                letter, delen = artikel.onderwerp or "(geen)", ", ".join(eigen) or "geen"
                yield melding(bron, ("artikelen", n, "onderdelen"), "overeenkomst_deel", letter=letter, delen=delen)
        if bron.record.wettelijk == "ja":
            yield from _ontbreekt(bron)


def _ontbreekt(bron: Ingelezen) -> Iterator[Melding]:
    for n, variant in enumerate(bron.record.varianten):
        geregeld = {
            deel
            for artikel in bron.record.artikelen
            if variant.id not in artikel.niet_bij
            for deel in artikel.onderdelen
        }
        for letter in variant.onderwerpen:
            for deel in ONDERWERPEN[letter]:
                if deel not in geregeld:
                    pad = ("varianten", n, "onderwerpen")
                    yield melding(bron, pad, "overeenkomst_onderwerp", letter=letter, deel=deel, variant=variant.id)


def plekken(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Every blank in a text is declared beside it, every field is used, and no id comes twice in a model."""
    for bron in _modellen(inlezing):
        gezien: set[str] = set()
        for pad, leden, velden_pad, velden in _blokken(bron.record):
            bekend = {veld.id for veld in velden}
            gebruikt = set()
            for n, lid in enumerate(leden):
                gebruikt |= set(PLEK.findall(lid))
                for plek in set(PLEK.findall(lid)) - bekend:
                    yield melding(bron, (*pad, n), "overeenkomst_plek", veld=plek)
                if re.search("[{}]", PLEK.sub("", lid)):
                    yield melding(bron, (*pad, n), "overeenkomst_accolade")
            for n, veld in enumerate(velden):
                if veld.id not in gebruikt:
                    yield melding(bron, (*velden_pad, n, "id"), "overeenkomst_ongebruikt", veld=veld.id)
                if veld.id in gezien:
                    yield melding(bron, (*velden_pad, n, "id"), "dubbel_id", ander="dit model")
                gezien.add(veld.id)


def _blokken(model: Overeenkomst) -> Iterator[tuple[Pad, list[str], Pad, list[Veld]]]:
    """Every list of texts with the fields that belong to it, and the paths of both."""
    yield ("aanhef",), model.aanhef, ("aanhef_velden",), model.aanhef_velden
    for n, artikel in enumerate(model.artikelen):
        yield ("artikelen", n, "leden"), artikel.leden, ("artikelen", n, "velden"), artikel.velden
        for k, keuze in enumerate(artikel.keuzes):
            for o, optie in enumerate(keuze.opties):
                pad = ("artikelen", n, "keuzes", k, "opties", o)
                yield (*pad, "leden"), optie.leden, (*pad, "velden"), optie.velden
    # the board's name in the closing is that of the heading
    boven = {veld.id for veld in model.aanhef_velden}
    slot = [PLEK.sub(lambda plek: "" if plek[1] in boven else plek[0], lid) for lid in model.slot]
    yield ("slot",), slot, ("slot_velden",), model.slot_velden


def keuzes(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A clash and a variant name choices that exist; no article or choice has the id of another."""
    for bron in _modellen(inlezing):
        varianten = {variant.id for variant in bron.record.varianten}
        bekend = {f"variant={kenmerk}" for kenmerk in varianten} | set(_opties(bron.record.artikelen))
        for n, botsing in enumerate(bron.record.botsingen):
            for m, keuze in enumerate(botsing.als):
                if keuze not in bekend:
                    yield melding(bron, ("botsingen", n, "als", m), "overeenkomst_keuze")
        gezien: set[str] = set()
        for n, artikel in enumerate(bron.record.artikelen):
            for m, kenmerk in enumerate(artikel.niet_bij):
                if kenmerk not in varianten:
                    yield melding(bron, ("artikelen", n, "niet_bij", m), "overeenkomst_variant")
            if artikel.id in gezien:
                yield melding(bron, ("artikelen", n, "id"), "dubbel_id", ander="dit model")
            gezien.add(artikel.id)


def oude_versies(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Of every earlier version of a model the text is still there: a record that the model has replaced."""
    modellen = _modellen(inlezing)
    if len(modellen) < len(inlezing.namen["overeenkomst"]) or not all(bron.gaaf for bron in modellen):
        return  # the text may stand in a file that has a mistake of its own
    bewaard = {(bron.record.vervangen_door, bron.record.versies[0].datum) for bron in modellen if bron.record.versies}
    for bron in modellen:
        if bron.record.vervangen_door:
            continue
        for n, versie in enumerate(bron.record.versies[1:], 1):
            if (bron.record.id, versie.datum) not in bewaard:
                dag, kenmerk = versie.datum.isoformat(), bron.record.id
                yield melding(bron, ("versies", n, "datum"), "overeenkomst_versie", dag=dag, id=kenmerk)


def _opties(artikelen: list[Artikel]) -> Iterator[str]:
    for artikel in artikelen:
        for keuze in artikel.keuzes:
            yield from (f"{keuze.id}={optie.id}" for optie in keuze.opties)
