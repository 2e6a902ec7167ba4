"""How well the search finds: python -m tests.zoekmeting SITE [--apart] [--fout]."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.project import WORTEL

VRAGEN = json.loads((WORTEL / "tests/gevallen/zoekvragen.json").read_text(encoding="utf-8"))


def antwoorden(site: Path, vragen: list[str]) -> dict:
    """What the site's module answers to each question, in Node: `antwoorden`, `bytes` (gzipped) and `duur` (ms)."""
    opdracht = ["node", "zoekmeting.mjs", str(site.resolve())]
    uit = subprocess.run(
        opdracht, cwd=WORTEL / "tests", input=json.dumps(vragen), capture_output=True, text=True, check=True
    )
    return json.loads(uit.stdout)


def rang(goed: list[str], gevonden: list[str]) -> int:
    """The place of the first right page, counted from 1; 0 when it is not among them."""
    return next((n for n, adres in enumerate(gevonden, 1) if adres in goed), 0)


def meting(vragen: list[dict], gevonden: list[list[str]]) -> tuple[float, float]:
    """recall@3 and the mean reciprocal rank (of the first ten)."""
    rangen = [rang(vraag["goed"], lijst) for vraag, lijst in zip(vragen, gevonden, strict=True)]
    return sum(0 < r <= 3 for r in rangen) / len(rangen), sum(1 / r for r in rangen if r) / len(rangen)


def main() -> None:
    """Prints a line per kind of question, and each question that goes wrong."""
    apart = "--apart" in sys.argv
    vragen = [vraag for vraag in VRAGEN if vraag["apart"] == apart]
    uit = antwoorden(Path(sys.argv[1]), [vraag["vraag"] for vraag in vragen])
    for soort in dict.fromkeys(vraag["soort"] for vraag in vragen):
        deel = [n for n, vraag in enumerate(vragen) if vraag["soort"] == soort]
        r3, mrr = meting([vragen[n] for n in deel], [uit["antwoorden"][n] for n in deel])
        print(f"{soort:15} {len(deel):3} recall@3 {r3:.3f}  mrr {mrr:.3f}")
    r3, mrr = meting(vragen, uit["antwoorden"])
    print(f"{'alle':15} {len(vragen):3} recall@3 {r3:.3f}  mrr {mrr:.3f}")
    print(f"bytes before the first hit, gzipped: most {max(uit['bytes'])}, mean {sum(uit['bytes']) // len(vragen)}")
    print(f"ms to rank: most {max(uit['duur']):.1f}")
    if "--fout" in sys.argv:
        for vraag, lijst in zip(vragen, uit["antwoorden"], strict=True):
            if rang(vraag["goed"], lijst) != 1:
                print(rang(vraag["goed"], lijst), vraag["vraag"], "→", lijst[:4])


if __name__ == "__main__":
    main()
