"""What is locked: every package that the site or its tests are made with."""

from __future__ import annotations

import json
import re
from pathlib import Path

REGEL = re.compile(r"(?m)^([\w.-]+)==([^\s;]+)")


def pakketten(slot: Path) -> list[tuple[str, str]]:
    """Name and version of every package in a lock file of pip, in its order."""
    return REGEL.findall(slot.read_text(encoding="utf-8"))


def npm_pakketten(slot: Path) -> list[tuple[str, str]]:
    """Name and version of every package in a lock file of npm, in its order."""
    alle = json.loads(slot.read_text(encoding="utf-8"))["packages"]
    return [(pad.rpartition("node_modules/")[2], deel["version"]) for pad, deel in alle.items() if pad]
