"""Every Dutch text that an editor can be shown, and the form in which it is shown."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

MAX_GOED = 400  # a corrected line that is longer helps nobody


@dataclass(frozen=True)
class Melding:
    """One mistake (`fout`) or one point of attention (`let-op`) in one place."""

    bestand: str
    regel: int
    veld: str
    staat: str
    verwacht: str
    bedoelt: str | None = None
    goed: str | None = None
    hulp: str | None = None
    ernst: str = "fout"

    def tekst(self) -> str:
        """The message as it stands in the terminal."""
        kop = f"{'✗' if self.ernst == 'fout' else '!'} {self.bestand}, regel {self.regel} — {self.veld}"
        regels = [kop, f"    Hier staat:   {self.staat}"]
        regels.append(f"    {'Verwacht:' if self.ernst == 'fout' else 'Let op:':<14}{self.verwacht}")
        for naam, waarde in (("Bedoelt u:", self.bedoelt), ("Zo is het goed:", self.goed), ("Hulp:", self.hulp)):
            if waarde and len(waarde) <= MAX_GOED:
                regels.append(f"    {naam:<14}{'  ' if len(naam) > 13 else ''}{waarde}")
        return "\n".join(regels)


def verslag(meldingen: Iterable[Melding], aantal_bestanden: int) -> str:
    """The whole report of `make check`: each message once, in the order of files and lines, then the count."""
    op_volgorde = sorted(set(meldingen), key=lambda m: (m.ernst != "fout", m.bestand, m.regel, m.veld, m.staat))
    fouten = sum(m.ernst == "fout" for m in op_volgorde)
    punten = len(op_volgorde) - fouten
    blokken = [m.tekst() for m in op_volgorde]
    if not op_volgorde:
        return f"✓ {aantal_bestanden} bestanden gecontroleerd, geen fouten."
    telling = f"{_aantal(fouten, 'fout', 'fouten')} en {_aantal(punten, 'aandachtspunt', 'aandachtspunten')}"
    bestanden = len({m.bestand for m in op_volgorde})
    slot = f"{telling} in {_aantal(bestanden, 'bestand', 'bestanden')}."
    if fouten:
        slot += (
            " De site blijft staan zoals hij was.\nKomt u er niet uit? Laat het pull request open en zet er het label"
            ' "hulp nodig" bij.'
        )
    return "\n\n".join([*blokken, slot])


def _aantal(n: int, enkelvoud: str, meervoud: str) -> str:
    return f"{n} {enkelvoud if n == 1 else meervoud}"


# What other programs and languages write for ja and nee.
JA_NEE = {
    "yes": "ja",
    "y": "ja",
    "true": "ja",
    "on": "ja",
    "aan": "ja",
    "j": "ja",
    "no": "nee",
    "n": "nee",
    "false": "nee",
    "off": "nee",
    "uit": "nee",
    "neen": "nee",
}


def bedoelt(woord: str, kandidaten: Iterable[str]) -> str | None:
    """The candidate nearest to what was written, or None when none is so near that it can only be a slip."""
    kandidaten = list(kandidaten)
    if JA_NEE.get(str(woord).lower()) in kandidaten:
        return JA_NEE[str(woord).lower()]
    klein = {kandidaat.lower(): kandidaat for kandidaat in kandidaten}
    nabij = difflib.get_close_matches(str(woord).lower(), klein, n=5, cutoff=0.8)
    return next((klein[naam] for naam in nabij if _verschil(str(woord).lower(), naam) >= 0.7), None)


def _verschil(een: str, ander: str) -> float:
    """How much two names look alike where they differ: `wvo-2020` and `wpo-2020` share a year and are two laws."""
    delen, andere = (re.split(r"[^a-z0-9]+", naam) for naam in (een, ander))
    while delen and andere and delen[0] == andere[0]:
        delen, andere = delen[1:], andere[1:]
    while delen and andere and delen[-1] == andere[-1]:
        delen, andere = delen[:-1], andere[:-1]
    return difflib.SequenceMatcher(None, " ".join(delen), " ".join(andere)).ratio()


def waarom(geschreven: str, goed: str | None) -> str | None:
    """A suggestion with the reason, where that is a matter of spelling: `uren_mbo   (laag streepje)`."""
    if goed and geschreven.lower() == goed:
        return f"{goed}   (kleine letters)"
    if goed and geschreven.lower().replace("-", "_").replace(" ", "_") == goed:
        return f"{goed}   (laag streepje)"
    return goed


def kort(waarde: object, lengte: int = 100) -> str:
    """A value as an editor recognises it, cut to one line."""
    if waarde is None or (isinstance(waarde, str) and not waarde.strip()):
        return "(niets)"
    if isinstance(waarde, dict):
        delen = [str(k) if isinstance(v, (dict, list)) or v is None else f"{k}: {v}" for k, v in waarde.items()]
        return "een groep velden: " + kort(", ".join(delen), lengte)
    if isinstance(waarde, list):
        delen = [kort(deel, 30) for deel in waarde]
        return f"een lijst van {_aantal(len(waarde), 'onderdeel', 'onderdelen')}: {kort(', '.join(delen), lengte)}"
    tekst = " ".join(str(waarde).split())
    return tekst if len(tekst) <= lengte else tekst[: lengte - 1] + "…"


def veldnaam(pad: tuple[str | int, ...]) -> str:
    """A path as an editor reads it: `uitkomsten › uitval`, with items of a list counted from 1."""
    delen = pad[1:] if pad and isinstance(pad[0], int) else pad  # in a file with a list the line says which record
    alles = "record" if pad else "bestand"
    return " › ".join(str(deel + 1) if isinstance(deel, int) else deel for deel in delen) or alles
