"""Which points of the research behind the site are told, and which were left out (python -m tests.dekking)."""

from __future__ import annotations

from pathlib import Path

import yaml

MAP = Path(__file__).parent / "dekking"


def punten() -> list[tuple[str, dict]]:
    """Every point with the name of its list."""
    return [(pad.stem, punt) for pad in sorted(MAP.glob("*.yml")) for punt in yaml.safe_load(pad.read_text("utf-8"))]


def main() -> None:
    """Prints per list how many points are told, and every point that is not, with the reason."""
    for naam in sorted({naam for naam, _ in punten()}):
        alle = [punt for lijst, punt in punten() if lijst == naam]
        weg = [punt for punt in alle if "weg" in punt]
        print(f"{naam}: {len(alle) - len(weg)} of {len(alle)} points told")
        for punt in weg:
            print(f"  left out: {punt['punt']} — {punt['weg']}")


if __name__ == "__main__":
    main()
