"""What YAML complains about → a mistake that an editor understands, with the corrected line where it can be told."""

from __future__ import annotations

import re

import yaml

from macros.herstel import tekst_waarde

DICHT = re.compile(r"\s*([,:}\]#]|$)")  # what may stand behind a closing quote
TOON = 100  # characters of a line that are shown


class Fout(Exception):
    """A mistake of syntax: after it the file has no values."""

    def __init__(self, code: str, regel: int, staat: str, goed: str | None = None, **invul: object):
        super().__init__(code)
        self.code, self.regel, self.staat, self.goed, self.invul = code, regel, staat, goed, invul


def rond(staat: str, plek: int) -> str:
    """The line, or where it is long the part that begins just before the mistake, so that the mistake is shown."""
    begin = staat.rfind(" ", 0, plek - 1) + 1 if staat[:plek].endswith(": ") else plek
    return staat if len(staat) <= TOON or plek < TOON // 5 else f"… {staat[begin:]}"


def _spaties(aantal: int) -> str:
    return "1 spatie" if aantal == 1 else f"{aantal} spaties" if aantal else ""


class Uitleg:
    """Explains the mistakes of syntax in one text."""

    def __init__(self, tekst: str, regels: list[str]):
        self.tekst, self.regels = tekst, regels

    def bijzonder(self, regel: int, code: str = "bijzonder_teken") -> Fout:
        """Text that should stand between quotes; inside { } or [ ] the place cannot be told, so no corrected line."""
        staat = self.staat(regel)
        gevonden = re.match(r"((?:- )?(?:[\w-]+:\s+)?)([^{\[\s].*?)(\s+#.*)?$", staat)
        goed = gevonden[1] + tekst_waarde(gevonden[2]) if gevonden and code == "bijzonder_teken" else None
        return Fout(code, regel, staat, goed)

    def fout(self, fout: yaml.YAMLError) -> Fout:
        """YAML's own complaint → a code of ours. The Python parser tells more than the C parser, so ask it again."""
        try:
            for _ in yaml.parse(self.tekst, Loader=yaml.SafeLoader):
                pass
        except yaml.YAMLError as tweede:
            fout = tweede
        plek, context = getattr(fout, "problem_mark", None), getattr(fout, "context_mark", None)
        melding = f"{getattr(fout, 'context', '')} {getattr(fout, 'problem', '')}"
        regel = min(plek.line + 1 if plek else 1, len(self.regels))
        eerder = min(context.line + 1, len(self.regels)) if context else regel
        if "escape" in melding:
            return Fout("schuine_streep", regel, self.staat(regel))
        if "quoted scalar" in melding:
            return self._aanhalingsteken(eerder)
        if "cannot start any" in melding and (fout := self._eerder_open(regel)):
            return fout
        if re.search("alias|anchor|cannot start any|block scalar|entries are not allowed|keys are not|tag", melding):
            return self.bijzonder(regel)
        if "flow" in melding:
            return self._open_tekst(eerder, regel) or self._in_haken(eerder)
        if "node content" in melding:
            return self.bijzonder(regel)
        if "could not find expected ':'" in melding:
            return Fout("yaml", eerder, self.staat(eerder))
        return self._eerder_open(regel) or self._kop_en_waarde(regel) or self._inspringen(regel)

    def staat(self, regel: int) -> str:
        """What stands on a line."""
        return self.regels[min(regel, len(self.regels)) - 1].strip()

    def _aanhalingsteken(self, regel: int) -> Fout:
        """A quote that is opened on this line and never closed."""
        staat = self.staat(regel)
        gevonden = re.match(r"(?:- )?(?:[\w-]+:\s+)?([\"'])", staat)
        if not gevonden and (fout := self._open_tekst(regel, regel)):
            return fout
        goed = staat + gevonden[1] if gevonden and staat.count(gevonden[1]) == 1 else None
        return Fout("aanhalingsteken", regel, staat, goed)

    def _eerder_open(self, regel: int) -> Fout | None:
        """A quote that was opened on an earlier line, and closed by one that was to open another text."""
        open_ = [
            n
            for n, tekst in enumerate(self.regels[: regel - 1], 1)
            if tekst.count('"') % 2 or re.search(r"[:-] +'[^']*$", tekst)
        ]
        return self._aanhalingsteken(open_[-1]) if len(open_) % 2 else None

    def _open_tekst(self, eerste: int, laatste: int) -> Fout | None:
        """A quote that is opened between { } or [ ] and not closed where its text ends: the next one opens another."""
        for regel in range(eerste, laatste + 1):
            staat = self.staat(regel)
            tekens = [gevonden.start() for gevonden in re.finditer(r'(?<!\\)"', staat)]
            while tekens:
                begin, *rest = tekens
                if rest and DICHT.match(staat, rest[0] + 1):
                    tekens = rest[1:]
                    continue
                eind = rest[0] if rest else len(staat)
                goed = self._gesloten(staat, begin, eind) if len(rest) % 2 == 0 else None
                return Fout("aanhalingsteken", regel, rond(staat, begin), goed)
        return None

    @staticmethod
    def _gesloten(staat: str, begin: int, eind: int) -> str | None:
        """The line with the quote at the end of the text, where only one end is possible."""
        gevonden = re.fullmatch(r'("[^",:{}\[\]]*)(, (?:\w+: )?|[}\]]+)', staat[begin:eind])
        return f'{staat[:begin]}{gevonden[1]}"{staat[begin + len(gevonden[1]) :]}' if gevonden else None

    def _in_haken(self, regel: int) -> Fout:
        """Something wrong between { } or [ ]: most often a colon in text without quotes."""
        staat = self.staat(regel)
        if gevonden := re.search(r"(\w+: )([^\"'{}\[\],:]+: [^\"'{}\[\],:]+)[,}]", staat):
            goed = staat.replace(gevonden[2], tekst_waarde(gevonden[2].strip()), 1)
            return Fout("dubbele_punt", regel, staat, goed)
        mist = [dicht for open_, dicht in ("[]", "{}") if staat.count(open_) == staat.count(dicht) + 1]
        return Fout("haak", regel, staat, staat + mist[0] if len(mist) == 1 else None)

    def _kop_en_waarde(self, regel: int) -> Fout | None:
        """What can be wrong within `naam: waarde`: quotes around a part, or a colon without quotes."""
        staat = self.staat(regel)
        if gevonden := re.match(r"((?:- )?(?:[\w-]+:\s+)?)([\"'].*)$", staat):
            if staat.count('"') % 2:
                return self._aanhalingsteken(regel)
            return Fout("half_aangehaald", regel, staat, gevonden[1] + tekst_waarde(gevonden[2]))
        if gevonden := re.match(r"((?:- )?[\w-]+):\s+([^{\[].*\w:(?:\s.*)?)$", staat):
            return Fout("dubbele_punt", regel, staat, f"{gevonden[1]}: {tekst_waarde(gevonden[2])}")
        return Fout("haak", regel, staat) if re.search(r":\s+[{\[].*[}\]]\s*[^\s#]", staat) else None

    def _inspringen(self, regel: int) -> Fout:
        """Tells how many spaces stand there, and how many the lines above suggest."""
        ver = [len(r) - len(r.lstrip()) for r in self.regels]
        boven = [n for n in range(regel - 1) if self.regels[n].strip() and not self.regels[n].lstrip().startswith("#")]
        hier, niveaus = ver[regel - 1], {0}
        for n in boven:
            niveaus = {niveau for niveau in niveaus if niveau < ver[n]} | {ver[n]}
        if boven and self.regels[boven[-1]].rstrip().endswith(":"):
            niveaus.add(ver[boven[-1]] + 2)
        kop = boven and not re.search(r"^\s*-|:", self.regels[boven[-1]])
        if kop or not niveaus - {hier}:
            fout = boven[-1] + 1 if kop else regel
            return Fout("yaml", fout, self.staat(fout))
        verwacht = min(niveaus - {hier}, key=lambda niveau: (abs(niveau - hier), niveau))
        return Fout(
            "inspringen",
            regel,
            f"{_spaties(hier) or 'geen spatie'}, en dan: {self.staat(regel)}",
            verwacht=f"met {_spaties(verwacht)}" if verwacht else "zonder spaties",
        )
