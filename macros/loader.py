"""YAML text → plain values with the line of each field, in a strict dialect.

Strict means that every program reads the file alike: no anchors, tags, merge keys, second documents,
duplicate keys or words that YAML 1.1 turns into something else. A byte-order mark, CRLF and decomposed
accents are no mistake and give the same values.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

import yaml

from macros.bestand import Bestand, Pad, Plek
from macros.herstel import tekst_waarde
from macros.messages import SYNTAX
from macros.uitleg import Fout, Uitleg
from macros.verslag import Melding, kort, veldnaam

MAX_BYTES, MAX_DIEPTE, MAX_KNOPEN, MAX_REGELFOUTEN = 64 * 1024, 10, 4000, 20
ONZICHTBAAR = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
VERRASSING = re.compile(
    r"(?i:y|n|yes|no|on|off)|[-+]?0\d+|[-+]?0[xXbBoO][0-9a-fA-F_]+|[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?|[-+]?\d+_[\d_]*"
    r"|[-+]?\d+(\.\d*)?[eE][-+]?\d+|\.\d+|[-+]?\.(?i:inf|nan)|\+\d+"
)


# Mistakes that concern the file, and not the field on the line where they show.
VAN_BESTAND = frozenset("groot codering leeg_bestand conflict documenten veel diep".split())


def lees(naam: str, inhoud: bytes) -> Bestand:
    """Reads one file. Mistakes come in `meldingen`; after a mistake of syntax `waarde` is None."""
    bestand = Bestand(naam)
    try:
        bestand.regels = _tekst(inhoud).split("\n")
        fouten = list(islice(_regels(bestand.regels), MAX_REGELFOUTEN))
        if not fouten:
            _Bouwer(bestand).bouw()
    except Fout as fout:
        fouten = [fout]
    for fout in fouten:
        bestand.waarde = None
        veld = "bestand" if fout.code in VAN_BESTAND else _veld(bestand.regels, fout.regel)
        bestand.meldingen.append(_melding(naam, fout.code, fout.regel, veld, fout.staat, fout.goed, **fout.invul))
    return bestand


@lru_cache(maxsize=4096)
def lees_eens(naam: str, inhoud: bytes) -> Bestand:
    """As `lees`, but the same text is read once; nobody may change what it returns."""
    return lees(naam, inhoud)


def _veld(regels: list[str], nummer: int) -> str:
    """The name of the field on a line, or of the list that the line is an item of."""
    for regel in reversed(regels[:nummer]):
        if gevonden := re.match(r"[\s-]*([A-Za-z_][\w-]*)\s*:", regel):
            return gevonden[1]
        if not regel.lstrip().startswith("-"):
            break
    return "schrijfwijze"


def _melding(
    naam: str, code: str, regel: int, veld: str, staat: str, goed: str | None = None, **invul: object
) -> Melding:
    return Melding(naam, regel, veld, kort(staat), SYNTAX[code].format(**invul), goed=goed)


def _tekst(inhoud: bytes) -> str:
    """Bytes → text with \\n line ends and composed accents."""
    if len(inhoud) > MAX_BYTES:
        raise Fout("groot", 1, f"{len(inhoud) // 1024} kB")
    if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Fout("codering", 1, "tekst in UTF-16")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        staat = inhoud.splitlines()[regel - 1].decode("utf-8", "replace").strip()
        raise Fout("codering", regel, f"{staat}   (op de plaats van \ufffd staat een onleesbaar teken)") from fout
    return unicodedata.normalize("NFC", tekst.replace("\r\n", "\n").replace("\r", "\n"))


def _regels(regels: list[str]) -> Iterator[Fout]:
    """Mistakes that show in a single line, and that YAML itself explains badly or accepts."""
    blok = None  # indentation of the line that opened a block of free text
    for nummer, regel in enumerate(regels, 1):
        if fout := _onzichtbaar(regel, nummer, ONZICHTBAAR.sub("", regel).strip() or None):
            yield fout
        inspringing = len(regel) - len(regel.lstrip())
        if blok is not None and (not regel.strip() or inspringing > blok):
            continue
        blok = inspringing if re.search(r"[:-]\s+[|>][-+\d]*\s*(#.*)?$", regel) else None
        if regel.startswith("<<<<<<<"):
            yield Fout("conflict", nummer, regel)
            return
        if "\t" in regel[:inspringing]:
            yield Fout("tab", nummer, "een tab, en dan: " + regel.strip())
        elif gevonden := re.match(r"\s*-(?![\s-]|\d|$)(.*)", regel):
            yield Fout("streepje", nummer, regel.strip(), f"- {gevonden[1]}")
        elif gevonden := re.match(r"\s*((?:- )?[a-z][a-z0-9_]*):(?!//)(\S.*)", regel):
            yield Fout("spatie_dubbele_punt", nummer, regel.strip(), f"{gevonden[1]}: {gevonden[2]}")


def _onzichtbaar(tekst: str, regel: int, goed: str | None = None) -> Fout | None:
    gevonden = ONZICHTBAAR.search(tekst)
    return Fout("onzichtbaar", regel, f"het onzichtbare teken U+{ord(gevonden[0]):04X}", goed) if gevonden else None


class _Bouwer:
    """Builds plain values from YAML events, without recursion, so that depth is a number and not a crash."""

    def __init__(self, bestand: Bestand):
        self.bestand, self.regels, self.tekst = bestand, bestand.regels, "\n".join(bestand.regels)
        self.uitleg = Uitleg(self.tekst, self.regels)
        self.stapel: list[list[Any]] = []  # [container, path, pending key or next index]

    def bouw(self) -> None:
        """Fills `bestand`; raises Fout at the first mistake of syntax."""
        documenten = knopen = 0
        try:
            for event in yaml.parse(self.tekst, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
                knopen += isinstance(event, yaml.NodeEvent)
                documenten += isinstance(event, yaml.DocumentStartEvent)
                if documenten > 1:
                    raise Fout("documenten", event.start_mark.line + 1, "---")
                if knopen > MAX_KNOPEN:
                    raise Fout("veel", event.start_mark.line + 1, f"meer dan {MAX_KNOPEN} onderdelen")
                self._event(event)
        except yaml.YAMLError as fout:
            raise self.uitleg.fout(fout) from fout
        if self.bestand.waarde is None:
            raise Fout("leeg_bestand", 1, "een leeg bestand")

    def _event(self, event: yaml.Event) -> None:
        regel = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.uitleg.bijzonder(regel)
        if getattr(event, "tag", None):
            raise self.uitleg.bijzonder(regel, "tag" if event.tag != "!" else "bijzonder_teken")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, regel)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], regel)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stapel.pop()

    def _scalar(self, event: yaml.ScalarEvent, regel: int) -> None:
        top = self.stapel[-1] if self.stapel else None
        if fout := _onzichtbaar(event.value, regel):  # written between double quotes as a code: \u202e
            raise fout
        if top and isinstance(top[0], dict) and top[2] is None:
            self._sleutel(top, event.value, regel)
            return
        plain = event.style is None or event.style == ""
        pad = self._plaats(self._gewoon(event, regel) if plain else event.value, Plek(regel, event.value))
        if plain:
            self._keur(event, regel, pad)

    def _sleutel(self, top: list[Any], naam: str, regel: int) -> None:
        pad = (*top[1], naam)
        if naam == "<<":
            raise Fout("samenvoegen", regel, self.uitleg.staat(regel))
        if naam in top[0]:
            eerste, staat = self.bestand.sleutels[pad], self.uitleg.staat(regel)
            self.bestand.meldingen.append(
                _melding(self.bestand.naam, "dubbel_veld", regel, veldnaam(pad), staat, eerste=eerste)
            )
        self.bestand.sleutels.setdefault(pad, regel)
        top[2] = naam

    def _open(self, container: dict | list, regel: int) -> None:
        if self.stapel and isinstance(self.stapel[-1][0], dict) and self.stapel[-1][2] is None:
            raise Fout("sleutel", regel, self.uitleg.staat(regel))
        if len(self.stapel) >= MAX_DIEPTE:
            raise Fout("diep", regel, f"meer dan {MAX_DIEPTE} lagen")
        pad = self._plaats(container, Plek(self.bestand.sleutels.get(self._pad(), regel)))
        self.stapel.append([container, pad, None if isinstance(container, dict) else 0])

    def _pad(self) -> Pad:
        return (*self.stapel[-1][1], self.stapel[-1][2]) if self.stapel else ()

    def _plaats(self, waarde: Any, plek: Plek) -> Pad:
        """Puts a value in its container and returns its path."""
        pad = self._pad()
        self.bestand.plekken.setdefault(pad, plek)
        if not self.stapel:
            self.bestand.waarde = waarde
            return pad
        top = self.stapel[-1]
        if isinstance(top[0], dict):
            top[0].setdefault(top[2], waarde)
            top[2] = None
        else:
            top[0].append(waarde)
            top[2] += 1
        return pad

    @staticmethod
    def _gewoon(event: yaml.ScalarEvent, regel: int) -> Any:
        """An unquoted scalar by the rules of YAML 1.2: number, true, false, nothing, else text."""
        ruw = event.value
        if ruw in ("", "~", "null", "Null", "NULL"):
            return None
        if ruw in ("true", "false"):
            return ruw == "true"
        if re.fullmatch(r"-?(0|[1-9]\d{0,15})", ruw, re.ASCII):
            return int(ruw)
        return float(ruw) if re.fullmatch(r"-?(0|[1-9]\d{0,15})\.\d{1,15}", ruw, re.ASCII) else ruw

    def _keur(self, event: yaml.ScalarEvent, regel: int, pad: Pad) -> None:
        """Refuses unquoted text that another program reads as something else, or that a `#` cuts short."""
        eind = event.end_mark
        rest = self.regels[eind.line][eind.column :] if eind.line < len(self.regels) else ""
        sleutel = f"{pad[-1]}: " if pad and isinstance(pad[-1], str) else ""
        if VERRASSING.fullmatch(event.value):
            melding = self._over(pad, "verrassing", regel, event.value, f'{sleutel}"{event.value}"')
            self.bestand.twijfel.append(melding)
        elif event.value and (gevonden := re.match(r"\s+#([^\s#].*)", rest)):
            volledig = f"{event.value} #{gevonden[1].strip()}"
            getal = re.fullmatch(r"[\d.-]+", event.value)
            goed = f"{event.value}  # {gevonden[1].strip()}" if getal else tekst_waarde(volledig)
            code = "hekje_getal" if getal else "hekje"
            self.bestand.meldingen.append(self._over(pad, code, regel, volledig, sleutel + goed))

    def _over(self, pad: Pad, code: str, regel: int, staat: str, goed: str) -> Melding:
        return _melding(self.bestand.naam, code, regel, veldnaam(pad), staat, goed)
