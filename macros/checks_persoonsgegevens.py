"""The rule that no personal data stand in data/: git keeps for ever what is once in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.bestand import Pad
from macros.inlezen import Inlezing
from macros.messages import AANTEKENING, PERSOON
from macros.persoonsgegevens import Vondst, persoonlijk
from macros.verslag import Melding, kort, veldnaam

ADRESVELDEN = frozenset(("straat", "adres", "postcode"))  # of a school, or of a building of a mbo-instelling


def persoonsgegevens(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """No text, and no note after a `#`, holds a name, mailbox, number or address of a person."""
    uitgever = inlezing.losse.get("uitgever")
    eigen = uitgever.record.postvak if uitgever else None
    bestanden = {bron.bestand.naam: bron.bestand for bron in (*inlezing.records, *inlezing.losse.values())}
    for bestand in bestanden.values():
        for pad, regel, vondst in bestand.vondsten:
            if not _mag(pad, vondst, eigen):
                verwacht, hulp = PERSOON[vondst.soort]
                veld = AANTEKENING if pad is None else veldnaam(tuple(deel for deel in pad if deel != "waarde"))
                yield Melding(bestand.naam, regel, veld, kort(vondst.tekst), verwacht, hulp=hulp)


def _mag(pad: Pad | None, vondst: Vondst, eigen: str | None) -> bool:
    """Whether a find is no mistake: an address in its own field, the mailbox of the publisher."""
    if vondst.soort == "postvak":
        return vondst.tekst == eigen and not persoonlijk(vondst.tekst)
    return vondst.soort == "adres" and _veld(pad) in ADRESVELDEN


def _veld(pad: Pad | None) -> str:
    """The field of which a text is the value, also where a fact has more than one reading."""
    return next((deel for deel in reversed(pad or ()) if isinstance(deel, str) and not deel.startswith("waarde")), "")
