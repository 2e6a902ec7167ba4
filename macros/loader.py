"""YAML text → plain values with the line of each field, in a strict dialect.

Strict means that every program reads the file alike: no anchors, tags, merge keys, second documents,
duplicate keys or words that YAML 1.1 turns into something else. A byte-order mark, CRLF and decomposed
accents are no mistake and give the same values.
"""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.messages import SYNTAX, Melding, kort

MAX_BYTES, MAX_DIEPTE, MAX_KNOPEN = 64 * 1024, 10, 4000
ONZICHTBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
VERRASSING = re.compile(
    r"(?i:y|n|yes|no|on|off)|[-+]?0\d+|[-+]?0[xXbBoO][0-9a-fA-F_]+|[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?|[-+]?\d+_[\d_]*"
    r"|[-+]?\d+(\.\d*)?[eE][-+]?\d+|\.\d+|[-+]?\.(?i:inf|nan)|\+\d+"
)
Pad = tuple[str | int, ...]


@dataclass(frozen=True)
class Plek:
    """Where a value stands, and the text as it stands there (None for a list or a group)."""

    regel: int
    ruw: str | None = None


@dataclass
class Bestand:
    """A file as read: `waarde` holds plain values only; `plekken` and `sleutels` give the line per path."""

    naam: str
    waarde: Any = None
    plekken: dict[Pad, Plek] = field(default_factory=dict)
    sleutels: dict[Pad, int] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)

    def plek(self, pad: Pad) -> Plek:
        """The place of the nearest path that is really there (short facts have no `waarde` of their own)."""
        echt: Pad = ()
        for deel in pad:
            if (*echt, deel) in self.plekken:
                echt = (*echt, deel)
            elif deel != "waarde":
                break
        return self.plekken.get(echt, Plek(1))


class _Fout(Exception):
    """A mistake that makes reading on pointless."""

    def __init__(self, code: str, regel: int, staat: str, goed: str | None = None):
        super().__init__(code)
        self.code, self.regel, self.staat, self.goed = code, regel, staat, goed


def lees(naam: str, inhoud: bytes) -> Bestand:
    """Reads one file. Mistakes come in `meldingen`; after a mistake of syntax `waarde` is None."""
    bestand = Bestand(naam)
    try:
        tekst = _tekst(inhoud)
        _Bouwer(bestand, tekst).bouw()
    except _Fout as fout:
        bestand.waarde = None
        bestand.meldingen.append(_melding(bestand.naam, fout.code, fout.regel, fout.staat, fout.goed))
    return bestand


def _melding(naam: str, code: str, regel: int, staat: str, goed: str | None = None, **invul: object) -> Melding:
    return Melding(naam, regel, "schrijfwijze", kort(staat), SYNTAX[code].format(**invul), goed=goed)


def _tekst(inhoud: bytes) -> str:
    """Bytes → text with \\n line ends and composed accents."""
    if len(inhoud) > MAX_BYTES:
        raise _Fout("groot", 1, f"{len(inhoud) // 1024} kB")
    if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _Fout("codering", 1, "UTF-16")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise _Fout("codering", regel, f"een teken dat geen UTF-8 is (byte {inhoud[fout.start]:#04x})") from fout
    tekst = unicodedata.normalize("NFC", tekst.replace("\r\n", "\n"))
    if gevonden := ONZICHTBAAR.search(tekst):
        regel = tekst.count("\n", 0, gevonden.start()) + 1
        raise _Fout("onzichtbaar", regel, f"het onzichtbare teken U+{ord(gevonden[0]):04X}")
    _regels(tekst)
    return tekst


def _regels(tekst: str) -> None:
    """Mistakes that show in a single line, and that YAML itself explains badly or accepts."""
    blok = None  # indentation of the line that opened a block of free text
    for nummer, regel in enumerate(tekst.split("\n"), 1):
        inspringing = len(regel) - len(regel.lstrip())
        if blok is not None and (not regel.strip() or inspringing > blok):
            continue
        blok = inspringing if re.search(r"[:-]\s+[|>][-+]?\s*$", regel) else None
        if regel.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            raise _Fout("conflict", nummer, regel)
        if "\t" in regel[:inspringing]:
            raise _Fout("tab", nummer, "een tab", regel.replace("\t", "  ").rstrip())
        if gevonden := re.match(r"(\s*)-(?![\s-]|\d|$)(.*)", regel):
            raise _Fout("streepje", nummer, regel.strip(), f"- {gevonden[2]}")
        if gevonden := re.match(r"\s*(?:- )?([a-z][a-z0-9_]*):(?!//)(\S.*)", regel):
            raise _Fout("spatie_dubbele_punt", nummer, regel.strip(), f"{gevonden[1]}: {gevonden[2]}")


class _Bouwer:
    """Builds plain values from YAML events, without recursion, so that depth is a number and not a crash."""

    def __init__(self, bestand: Bestand, tekst: str):
        self.bestand, self.tekst, self.regels = bestand, tekst, tekst.split("\n")
        self.stapel: list[list[Any]] = []  # [container, path, pending key or next index]

    def bouw(self) -> None:
        """Fills `bestand`; raises _Fout at the first mistake of syntax."""
        documenten = knopen = 0
        try:
            for event in yaml.parse(self.tekst, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
                knopen += isinstance(event, yaml.NodeEvent)
                documenten += isinstance(event, yaml.DocumentStartEvent)
                if documenten > 1:
                    raise _Fout("documenten", event.start_mark.line + 1, "---")
                if knopen > MAX_KNOPEN:
                    raise _Fout("veel", event.start_mark.line + 1, f"meer dan {MAX_KNOPEN} onderdelen")
                self._event(event)
        except yaml.YAMLError as fout:
            raise self._uitleg(fout) from fout
        if self.bestand.waarde is None:
            raise _Fout("leeg_bestand", 1, "een leeg bestand")

    def _event(self, event: yaml.Event) -> None:
        regel = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._bijzonder(regel)
        if getattr(event, "tag", None) and event.tag != "!":
            raise _Fout("tag", regel, self.regels[regel - 1].strip())
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, regel)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], regel)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stapel.pop()

    def _scalar(self, event: yaml.ScalarEvent, regel: int) -> None:
        top = self.stapel[-1] if self.stapel else None
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
            raise _Fout("samenvoegen", regel, self.regels[regel - 1].strip())
        if naam in top[0]:
            eerste = self.bestand.sleutels[pad]
            self.bestand.meldingen.append(_melding(self.bestand.naam, "dubbel_veld", regel, naam, eerste=eerste))
        self.bestand.sleutels.setdefault(pad, regel)
        top[2] = naam

    def _open(self, container: dict | list, regel: int) -> None:
        if self.stapel and isinstance(self.stapel[-1][0], dict) and self.stapel[-1][2] is None:
            raise _Fout("sleutel", regel, self.regels[regel - 1].strip())
        if len(self.stapel) >= MAX_DIEPTE:
            raise _Fout("diep", regel, f"meer dan {MAX_DIEPTE} lagen")
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
        if re.fullmatch(r"-?(0|[1-9]\d{0,15})", ruw):
            return int(ruw)
        return float(ruw) if re.fullmatch(r"-?(0|[1-9]\d{0,15})\.\d{1,15}", ruw) else ruw

    def _keur(self, event: yaml.ScalarEvent, regel: int, pad: Pad) -> None:
        """Refuses unquoted text that another program reads as something else, or that a `#` cuts short."""
        rest = self.regels[event.end_mark.line][event.end_mark.column :]
        veld = next((deel for deel in reversed(pad) if isinstance(deel, str)), "")
        if VERRASSING.fullmatch(event.value):
            code, volledig = "verrassing", event.value
        elif event.value and re.match(r"\s+#[^\s#]", rest):
            code, volledig = "hekje", f"{event.value} {rest.strip()}"
        else:
            return
        goed = f'{veld}: "{volledig}"' if veld else f'"{volledig}"'
        self.bestand.meldingen.append(_melding(self.bestand.naam, code, regel, volledig, goed))

    def _bijzonder(self, regel: int) -> _Fout:
        staat = self.regels[regel - 1].strip()
        gevonden = re.match(r"(- |[\w-]+:\s+)(.*)", staat)
        return _Fout("bijzonder_teken", regel, staat, f'{gevonden[1]}"{gevonden[2]}"' if gevonden else None)

    def _uitleg(self, fout: yaml.YAMLError) -> _Fout:
        """YAML's own complaint → a code of ours. The Python parser tells more than the C parser, so ask it again."""
        try:
            for _ in yaml.parse(self.tekst, Loader=yaml.SafeLoader):
                pass
        except yaml.YAMLError as tweede:
            fout = tweede
        plek = getattr(fout, "problem_mark", None)
        context = getattr(fout, "context_mark", None)
        melding = f"{getattr(fout, 'context', '')} {getattr(fout, 'problem', '')}"
        regel = min(plek.line + 1 if plek else 1, len(self.regels))
        if "quoted scalar" in melding:
            regel = context.line + 1
            return _Fout("aanhalingsteken", regel, self.regels[regel - 1].strip())
        staat = self.regels[regel - 1].strip()
        if "alias" in melding or "anchor" in melding or "cannot start any token" in melding:
            return self._bijzonder(regel)
        if "flow" in melding:
            regel = context.line + 1 if context else regel
            return _Fout("haak", regel, self.regels[regel - 1].strip())
        if gevonden := re.match(r"((?:- )?[\w-]+):\s+(.*\w:(?:\s.*)?)$", staat):
            tekst = gevonden[2].replace('"', "'")
            return _Fout("dubbele_punt", regel, staat, f'{gevonden[1]}: "{tekst}"')
        if "block" in melding or "mapping values" in melding or "simple key" in melding:
            return _Fout("inspringen", regel, staat)
        return _Fout("yaml", regel, staat)
