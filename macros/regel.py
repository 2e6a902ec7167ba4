"""What rules share: a message in its place, and records by id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.bestand import Pad
from macros.families import FAMILIES, VERWIJZINGEN
from macros.inlezen import Ingelezen, Inlezing
from macros.messages import REGELS
from macros.model import Feit
from macros.verslag import Melding, kort, veldnaam


def melding(
    bron: Ingelezen,
    pad: Pad,
    code: str,
    *,
    nabij: str | None = None,
    hulp: str | None = None,
    ernst: str = "fout",
    goed: str | None = None,
    staat: str | None = None,
    **invul: object,
) -> Melding:
    """A message about the field at `pad` of a record, with the line and the text that stand there."""
    plek = bron.bestand.plek((*bron.pad, *pad))
    kort_pad = tuple(deel for deel in pad if deel != "waarde")
    staat = staat or (kort(plek.ruw) if plek.ruw is not None else "deze gegevens")
    return Melding(
        bron.bestand.naam,
        plek.regel,
        veldnaam(kort_pad),
        staat,
        REGELS[code].format(**invul),
        bedoelt=nabij,
        goed=goed,
        hulp=hulp,
        ernst=ernst,
    )


def verwezen(waarde: Any) -> list[tuple[Pad, str]]:
    """The ids that a reference field holds, with the path of each below the field."""
    if isinstance(waarde, str):
        return [((), waarde)]
    if isinstance(waarde, list):
        return [((n, *pad), kenmerk) for n, deel in enumerate(waarde) for pad, kenmerk in verwezen(deel)]
    if isinstance(waarde, Feit):
        lezingen = [(("waarde",), waarde.waarde)]
        lezingen += [(("waarden", n, "waarde"), lezing.waarde) for n, lezing in enumerate(waarde.waarden or [])]
        return [((*voor, *pad), kenmerk) for voor, deel in lezingen for pad, kenmerk in verwezen(deel)]
    return []


def genoemd(inlezing: Inlezing) -> Iterator[tuple[str, str, Ingelezen, Pad]]:
    """Every reference: the family and the id that it names, the record in which it stands, and where."""
    for bron in [*inlezing.records, *inlezing.losse.values()]:
        for pad, waarde in bron.met_naam(*VERWIJZINGEN):
            for extra, kenmerk in verwezen(waarde):
                yield VERWIJZINGEN[str(pad[-1])], kenmerk, bron, (*pad, *extra)


def bestaat(inlezing: Inlezing, familie: str, kenmerk: str) -> bool:
    """Whether a record is there, be it in a file that could not be read."""
    onleesbaar = familie in inlezing.onleesbaar and not FAMILIES[familie].map_
    return onleesbaar or kenmerk in inlezing.ids[familie] or kenmerk in inlezing.namen[familie]


def weg(inlezing: Inlezing, familie: str) -> set[str]:
    """The ids that are named and are not there: a mistake of its own, and the reason why a rule may find a gap."""
    return {naam for soort, naam, _, _ in genoemd(inlezing) if soort == familie and not bestaat(inlezing, soort, naam)}


def routes(inlezing: Inlezing) -> Iterator[Ingelezen]:
    """Every valid route."""
    return (bron for bron in inlezing.records if bron.familie == "routes")


def bij_id(inlezing: Inlezing, familie: str) -> dict[str, Any]:
    """The records of a family without mistakes of their own, by id: one mistake has no consequences elsewhere."""
    return {bron.record.id: bron.record for bron in inlezing.records if bron.familie == familie and bron.gaaf}
