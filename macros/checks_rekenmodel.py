"""Rules about rekenmodel.yml: the words and the arithmetic know the same fields, choices and steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from macros.bestand import Pad
from macros.inlezen import Ingelezen, Inlezing
from macros.model_rekenmodel import Rekenveld
from macros.regel import melding
from macros.rekenmodel_som import KEUZES, REGELS, VELDEN
from macros.verslag import Melding, bedoelt, kort


def rekenmodel(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Every field and step of the arithmetic has its words once; a choice has exactly the options that are known."""
    bron = inlezing.losse.get("rekenmodel")
    if not bron:
        return
    velden = {
        ("groepen", g, "velden", n): veld
        for g, groep in enumerate(bron.record.groepen)
        for n, veld in enumerate(groep.velden)
    }
    yield from _compleet(bron, [(pad, veld.id) for pad, veld in velden.items()], VELDEN, ("groepen",))
    regels = [(("regels", n), regel.id) for n, regel in enumerate(bron.record.regels)]
    yield from _compleet(bron, regels, REGELS, ("regels",))
    for pad, veld in velden.items():
        yield from _veld(bron, pad, veld)


def _compleet(bron: Ingelezen, delen: list[tuple[Pad, str]], bekend: Iterable[str], lijst: Pad) -> Iterator[Melding]:
    gezien: dict[str, Pad] = {}
    genoemd = [kenmerk for _, kenmerk in delen]
    mist = [kenmerk for kenmerk in bekend if kenmerk not in genoemd]
    onbekend = [kenmerk for kenmerk in genoemd if kenmerk not in bekend]
    for pad, kenmerk in delen:
        if kenmerk not in bekend:
            # each must be there once, so where one is unknown and one is missing they are the same
            nabij = mist[0] if len(mist) == len(onbekend) == 1 else bedoelt(kenmerk, mist)
            yield melding(bron, (*pad, "id"), "reken_onbekend", nabij=nabij)
        elif kenmerk in gezien:
            regel = bron.bestand.plek((*gezien[kenmerk], "id")).regel
            yield melding(bron, (*pad, "id"), "dubbel_id", ander=f"{bron.bestand.naam}, regel {regel}")
        gezien.setdefault(kenmerk, pad)
    # an unknown id is one mistake: the one it was meant to be is then not missing as well
    bedoeld = {bedoelt(kenmerk, mist) for kenmerk in onbekend}
    for kenmerk in mist if len(mist) > len(onbekend) else ():
        if kenmerk not in bedoeld:
            yield melding(bron, lijst, "reken_mist", id=kenmerk, staat=kort(None))


def _veld(bron: Ingelezen, pad: Pad, veld: Rekenveld) -> Iterator[Melding]:
    soort, verplicht = VELDEN.get(veld.id, ("", False))
    opties = KEUZES.get(veld.id, ())
    if soort and tuple(optie.id for optie in veld.opties) != opties:
        plek = (*pad, "opties") if veld.opties else pad
        code = "reken_opties" if opties else "reken_geen_opties"
        staat = ", ".join(optie.id for optie in veld.opties) or kort(None)
        yield melding(bron, plek, code, opties=", ".join(opties), staat=staat)
    elif verplicht and veld.voorbeeld is None and bron.gaaf:
        yield melding(bron, pad, "reken_voorbeeld", id=veld.id, staat=kort(None))
    elif veld.voorbeeld_keuze and veld.voorbeeld_keuze not in opties:
        yield melding(bron, (*pad, "voorbeeld_keuze"), "reken_voorbeeld_keuze", opties=", ".join(opties))
