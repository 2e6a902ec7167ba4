"""What YAML complains about → a mistake that an editor understands, with the corrected line where it can be told."""

from __future__ import annotations

import re

import yaml

from macros.herstel import tekst_waarde


class Fout(Exception):
    """A mistake of syntax: after it the file has no values."""

    def __init__(self, code: str, regel: int, staat: str, goed: str | None = None, **invul: object):
        super().__init__(code)
        self.code, self.regel, self.staat, self.goed, self.invul = code, regel, staat, goed, invul


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
        if re.search("alias|anchor|cannot start any|block scalar|entries are not allowed|keys are not|tag", melding):
            return self.bijzonder(regel)
        if "flow" in melding:
            return self._in_haken(eerder)
        if "node content" in melding:
            return self.bijzonder(regel)
        if "could not find expected ':'" in melding:
            return Fout("yaml", eerder, self.staat(eerder))
        open_ = [
            n
            for n, tekst in enumerate(self.regels[: regel - 1], 1)
            if tekst.count('"') % 2 or re.search(r"[:-] +'[^']*$", tekst)
        ]
        if len(open_) % 2:
            return self._aanhalingsteken(open_[-1])
        return self._kop_en_waarde(regel) or self._inspringen(regel)

    def staat(self, regel: int) -> str:
        """What stands on a line."""
        return self.regels[min(regel, len(self.regels)) - 1].strip()

    def _aanhalingsteken(self, regel: int) -> Fout:
        """A quote that is opened on this line and never closed."""
        staat = self.staat(regel)
        gevonden = re.match(r"(?:- )?(?:[\w-]+:\s+)?([\"'])", staat)
        goed = staat + gevonden[1] if gevonden and staat.count(gevonden[1]) == 1 else None
        return Fout("aanhalingsteken", regel, staat, goed)

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
        spaties = "1 spatie" if hier == 1 else f"{hier} spaties" if hier else "geen spatie"
        return Fout(
            "inspringen",
            regel,
            f"{spaties}, en dan: {self.staat(regel)}",
            verwacht=f"met {verwacht} spaties" if verwacht else "zonder spaties",
        )
