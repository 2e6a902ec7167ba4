"""Rules about the stappenplan: numbers without gaps, a checklist of use, examples that are really there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.inlezen import Ingelezen, Inlezing
from macros.messages import Melding
from macros.model import Feit
from macros.regel import bij_id, melding

MINST, MEEST = 6, 12


def _stappen(inlezing: Inlezing) -> list[Ingelezen]:
    return [bron for bron in inlezing.records if bron.familie == "stappen"]


def volgorde(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """The steps are numbered 1, 2, 3 … without gaps or doubles."""
    gezien: dict[int, str] = {}
    aantal = len(inlezing.ids["stappen"])
    for bron in _stappen(inlezing):
        nummer = bron.record.volgorde
        if nummer in gezien:
            yield melding(bron, ("volgorde",), "volgorde_dubbel", ander=gezien[nummer])
        elif not 1 <= nummer <= aantal:
            yield melding(bron, ("volgorde",), "volgorde_gat", aantal=aantal)
        gezien.setdefault(nummer, bron.bestand.naam)


def taken(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A checklist holds 6 to 12 tasks, and no task has the id of another, in any step."""
    gezien: dict[str, str] = {}
    for bron in _stappen(inlezing):
        if not MINST <= len(bron.record.taken) <= MEEST:
            staat = str(len(bron.record.taken))
            yield melding(bron, ("taken",), "taken_aantal", minst=MINST, meest=MEEST, staat=staat)
        for nummer, taak in enumerate(bron.record.taken):
            if taak.id in gezien:
                yield melding(bron, ("taken", nummer, "id"), "dubbel_id", ander=gezien[taak.id])
            gezien.setdefault(taak.id, bron.bestand.naam)


def voorbeelden(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """An example names a field that is filled in the data of its route."""
    routes = bij_id(inlezing, "routes")
    for bron in _stappen(inlezing):
        delen = [((), bron.record), *((("onderdelen", n), deel) for n, deel in enumerate(bron.record.onderdelen))]
        for pad, deel in delen:
            for nummer, voorbeeld in enumerate(deel.voorbeelden):
                route = routes.get(voorbeeld.route)
                if route and not _gevuld(route, voorbeeld.veld):
                    waar = f"data/routes/{voorbeeld.route}.yml"
                    yield melding(bron, (*pad, "voorbeelden", nummer, "veld"), "voorbeeld", waar=waar)


def _gevuld(route: object, veld: str) -> bool:
    """Whether the dotted path leads to a fact that says something."""
    waarde: object = route
    for deel in veld.split("."):
        waarde = getattr(waarde, deel, None)
    return isinstance(waarde, Feit) and not waarde.onbekend
