"""What a pull request gets: mistakes, questions, the change in words, and the pages before and after.

The same code runs on a laptop (`make pr`) and in the workflow; only the workflow's own lines differ.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.checks import controleer
from macros.geschiedenis import Stand
from macros.inlezen import lees_alles
from macros.kennisbank import Datafout, kennisbank
from macros.messages_wijziging import PR
from macros.render import heel_bestand
from macros.vermoedens import Vermoeden, vermoedens
from macros.verslag import MAX_GOED, Melding
from macros.voorbeeld import Voorbeeld, voorbeeld
from macros.wijzigingen import Vergelijking, Wijziging

TOON, TOON_WIJZIGINGEN = 10, 40


@dataclass(frozen=True)
class Beoordeling:
    """All that is said of a change: `meldingen` in the order of importance, `voorbeeld` only without mistakes."""

    meldingen: list[Melding]
    wijzigingen: list[Wijziging]
    vermoedens: list[Vermoeden]
    voorbeeld: Voorbeeld | None

    @property
    def fouten(self) -> list[Melding]:
        """The mistakes, which stop a change."""
        return [melding for melding in self.meldingen if melding.ernst == "fout"]


def beoordeel(oud: Stand, nieuw: Stand, vandaag: date, met_voorbeeld: bool = True) -> Beoordeling:
    """Judges a change between two states of data/; mistakes in files that changed come first."""
    vergelijking = Vergelijking(oud, nieuw)
    wijzigingen = list(vergelijking.alles())
    with tempfile.TemporaryDirectory() as tijdelijk:
        meldingen = controleer(lees_alles(_zet_neer(nieuw, Path(tijdelijk) / "data")), vandaag)
    meldingen = [melding for melding in meldingen if _telt(melding, vergelijking.anders)]
    elders = {melding.bestand for melding in meldingen}.difference(vergelijking.anders)
    meldingen.sort(key=lambda m: (m.ernst != "fout", m.bestand in elders, m.bestand, m.regel, m.veld))
    fout = any(melding.ernst == "fout" for melding in meldingen)
    vragen = vermoedens(wijzigingen, vergelijking.oud, vergelijking.nieuw)
    pagina = None
    if met_voorbeeld and not fout:
        pagina = _voorbeeld(oud, nieuw, vandaag, {(w.familie, w.kenmerk) for w in wijzigingen})
    return Beoordeling(list(dict.fromkeys(meldingen)), wijzigingen, vragen, pagina)


def _telt(melding: Melding, gewijzigd: list[str]) -> bool:
    """A point of attention counts only in a file that changed; a mistake always."""
    return melding.ernst == "fout" or melding.bestand in gewijzigd


def _zet_neer(stand: Stand, data: Path) -> Path:
    for naam, inhoud in stand.items():
        pad = data.parent / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud)
    return data


def _voorbeeld(oud: Stand, nieuw: Stand, vandaag: date, gewijzigd: set[tuple[str, str]]) -> Voorbeeld | None:
    """The pages before and after; None where the old state holds mistakes by today's rules."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        mappen = [_zet_neer(stand, Path(tijdelijk) / str(n) / "data") for n, stand in enumerate((oud, nieuw))]
        try:
            kennis = [kennisbank(map_, vandaag) for map_ in mappen]
        except Datafout:
            return None
        return voorbeeld(kennis[0], kennis[1], vandaag, gewijzigd)


def pagina(oordeel: Beoordeling) -> str:
    """The file with the pages before and after."""
    return heel_bestand("pr/voorbeeld", p=oordeel.voorbeeld) if oordeel.voorbeeld else ""


def opmerking(oordeel: Beoordeling) -> str:
    """The remark below the pull request, in Markdown; nothing from data/ can be Markdown or a mention there."""
    return "\n\n".join(filter(None, _delen(oordeel))) + "\n"


def _delen(oordeel: Beoordeling) -> Iterator[str]:
    fouten = oordeel.fouten
    yield PR["merk"]
    if not fouten:
        yield PR["goed"]
    else:
        yield PR["fout_een"] if len(fouten) == 1 else PR["fout_meer"].format(aantal=len(fouten))
        yield PR["fout_uitleg"]
        yield from (_fout(melding) for melding in fouten[:TOON])
        if len(fouten) > TOON:
            yield PR["meer"].format(aantal=len(fouten) - TOON, toon=TOON)
    if oordeel.vermoedens:
        yield f"{PR['vermoeden']}\n\n{PR['vermoeden_uitleg']}"
        yield _lijst(v.tekst for v in oordeel.vermoedens)
    if aandacht := [m for m in oordeel.meldingen if m.ernst != "fout"]:
        yield PR["aandacht"]
        yield _lijst(f"{m.bestand}, regel {m.regel}, {m.veld}: {m.verwacht}" for m in aandacht)
    if oordeel.wijzigingen:
        yield PR["wijzigt"]
        yield _lijst(wijziging.zin() for wijziging in oordeel.wijzigingen)
    if oordeel.voorbeeld:
        yield PR["voorbeeld"] if oordeel.voorbeeld.paginas else PR["voorbeeld_geen"]
    if fouten:
        yield PR["hulp"]


def _fout(melding: Melding) -> str:
    regels = [f"**{kaal(melding.bestand)}, regel {melding.regel}, {kaal(melding.veld)}**"]
    regels.append(PR["staat"].format(tekst=code(melding.staat)))
    regels.append(PR["verwacht"].format(tekst=kaal(melding.verwacht.rstrip("."))))
    if melding.bedoelt:
        regels.append(PR["bedoelt"].format(tekst=code(melding.bedoelt)))
    if melding.goed and len(melding.goed) <= MAX_GOED:
        regels.append(PR["zo"].format(tekst=code(melding.goed)))
    if melding.hulp:
        regels.append(kaal(melding.hulp))
    return "  \n".join(regels)


def _lijst(zinnen: Iterable[str]) -> str:
    alle = list(zinnen)
    regels = [f"- {kaal(zin)}" for zin in alle[:TOON_WIJZIGINGEN]]
    if len(alle) > TOON_WIJZIGINGEN:
        regels.append(PR["en_nog"].format(aantal=len(alle) - TOON_WIJZIGINGEN))
    return "\n".join(regels)


def kaal(tekst: str) -> str:
    """Text that stays text in Markdown: no markup, no HTML, no address that becomes a link, nobody called by `@`."""
    tekst = re.sub(r"([\\`*_\[\]<>#!|~&])", r"\\\1", " ".join(tekst.split()))
    return re.sub(r"@|(?<=\w)://|(?<=www)\.", lambda m: f"{m[0][0]}\u200b{m[0][1:]}", tekst)


def code(tekst: str) -> str:
    """Text between backticks, on one line, whatever stands in it."""
    tekst = " ".join(tekst.split())
    rand = "`" * (1 + max((len(rij) for rij in re.findall("`+", tekst)), default=0))
    return f"{rand} {tekst} {rand}" if "`" in tekst else f"`{tekst}`"


def aantekeningen(oordeel: Beoordeling) -> Iterator[str]:
    """Lines that make GitHub show each message at its line in the file."""
    for melding in oordeel.meldingen:
        soort = "error" if melding.ernst == "fout" else "warning"
        zinnen = [melding.verwacht, f"Zo is het goed: {melding.goed}" if melding.goed else ""]
        yield _aantekening(soort, melding.bestand, melding.regel, melding.veld, "\n".join(filter(None, zinnen)))
    for vraag in oordeel.vermoedens:
        yield _aantekening("notice", vraag.bestand, vraag.regel, "Klopt dit?", vraag.tekst)


def _aantekening(soort: str, bestand: str, regel: int, titel: str, tekst: str) -> str:
    kop = ",".join(f"{n}={_veilig(str(w), ':,')}" for n, w in (("file", bestand), ("line", regel), ("title", titel)))
    return f"::{soort} {kop}::{_veilig(tekst)}"


def _veilig(tekst: str, ook: str = "") -> str:
    """Text that cannot begin a command of the workflow."""
    for teken in ("%", "\r", "\n", *ook):
        tekst = tekst.replace(teken, f"%{ord(teken):02X}")
    return tekst
