"""Rules about the stappenplan: numbers without gaps, a checklist of use, examples that are really there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.bestand import Pad
from macros.inlezen import Ingelezen, Inlezing, velden
from macros.messages import HULP
from macros.model import Feit
from macros.model_route import Route
from macros.regel import bij_id, melding, weg
from macros.verslag import Melding, bedoelt

MINST, MEEST = 6, 12


def _stappen(inlezing: Inlezing) -> list[Ingelezen]:
    return [bron for bron in inlezing.records if bron.familie == "stappen"]


def volgorde(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """The steps are numbered 1, 2, 3 … without gaps or doubles."""
    gezien: dict[int, str] = {}
    aantal, missend = len(inlezing.ids["stappen"]), len(weg(inlezing, "stappen"))
    vrij = sorted(set(range(1, aantal + 1)) - {bron.record.volgorde for bron in _stappen(inlezing)})
    # with more than one left, a step that could not be read may hold it
    hulp = HULP["vrij"].format(nummer=vrij[0]) if len(vrij) == 1 else None
    for bron in _stappen(inlezing):
        nummer = bron.record.volgorde
        if nummer in gezien:
            yield melding(bron, ("volgorde",), "volgorde_dubbel", hulp=hulp, ander=gezien[nummer])
        elif not 1 <= nummer <= aantal + missend:
            yield melding(bron, ("volgorde",), "volgorde_gat", hulp=hulp, aantal=aantal)
        gezien.setdefault(nummer, _waar(bron, ("volgorde",)))


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
            gezien.setdefault(taak.id, _waar(bron, ("taken", nummer, "id")))


def voorbeelden(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """An example names a field that is filled in the data of its route."""
    routes = bij_id(inlezing, "routes")
    gevuld: dict[str, list[str]] = {}
    for bron in _stappen(inlezing):
        delen = [((), bron.record), *((("onderdelen", n), deel) for n, deel in enumerate(bron.record.onderdelen))]
        for pad, deel in delen:
            for nummer, voorbeeld in enumerate(deel.voorbeelden):
                if voorbeeld.route not in routes:
                    continue
                if voorbeeld.route not in gevuld:
                    gevuld[voorbeeld.route] = _gevuld(routes[voorbeeld.route])
                if voorbeeld.veld not in gevuld[voorbeeld.route]:
                    waar = f"data/routes/{voorbeeld.route}.yml"
                    nabij = bedoelt(voorbeeld.veld, gevuld[voorbeeld.route])
                    yield melding(bron, (*pad, "voorbeelden", nummer, "veld"), "voorbeeld", nabij=nabij, waar=waar)


def _gevuld(route: Route) -> list[str]:
    """The dotted path of every fact of a route that says something."""
    feiten = ((pad, waarde) for pad, waarde in velden(route) if isinstance(waarde, Feit) and not waarde.onbekend)
    return [".".join(pad) for pad, _ in feiten if all(isinstance(deel, str) for deel in pad)]


def _waar(bron: Ingelezen, pad: Pad) -> str:
    """`data/stappen/x.yml, regel 4`: the place of a field."""
    return f"{bron.bestand.naam}, regel {bron.bestand.plek((*bron.pad, *pad)).regel}"


def notitie(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """No two parts of the beslisnotitie share an id, and every ondergrens is one number in all its routes."""
    plan = inlezing.losse.get("stappenplan")
    if not plan:
        return
    gezien: dict[str, str] = {}
    for nummer, deel in enumerate(plan.record.notitie):
        paden = [("notitie", nummer), *(("notitie", nummer, "punten", n) for n in range(len(deel.punten)))]
        for pad, kenmerk in zip(paden, (deel.id, *(punt.id for punt in deel.punten)), strict=True):
            if kenmerk in gezien:
                yield melding(plan, (*pad, "id"), "dubbel_id", ander=gezien[kenmerk])
            gezien.setdefault(kenmerk, _waar(plan, (*pad, "id")))
        for n in range(len(deel.ondergrenzen)):
            yield from _ondergrens(inlezing, plan, ("notitie", nummer, "ondergrenzen", n))


def _ondergrens(inlezing: Inlezing, plan: Ingelezen, pad: Pad) -> Iterator[Melding]:
    grens = plan.record.notitie[pad[1]].ondergrenzen[pad[3]]
    routes = bij_id(inlezing, "routes")
    getallen = [(naam, _getal(routes[naam], grens.veld)) for naam in grens.routes if naam in routes]
    for naam, getal in getallen:
        if getal is None:
            yield melding(plan, (*pad, "veld"), "ondergrens", waar=f"data/routes/{naam}.yml")
        elif getallen[0][1] not in (None, getal):
            delen = dict(zip(("eerste", "een", "route", "ander"), (*getallen[0], naam, getal), strict=True))
            yield melding(plan, (*pad, "routes"), "ondergrens_verschilt", staat=", ".join(grens.routes), **delen)


def _getal(route: Route, veld: str) -> int | None:
    """The number at a dotted path of a route; None where no number stands."""
    waarde: object = route
    for deel in veld.split("."):
        waarde = getattr(waarde, deel, None)
    getal = waarde.waarde if isinstance(waarde, Feit) else None
    return getal if type(getal) is int else None
