"""A copy of the project to change and build, so that no test touches the checkout."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
DELEN = ("data", "docs", "macros", "overrides", "mkdocs.yml")
EPOCH = "1795737600"  # 27 November 2026: no record was checked later


def kopie(map_: Path) -> Path:
    """Copies what a build needs to `map_` and returns it."""
    for deel in DELEN:
        if (WORTEL / deel).is_dir():
            shutil.copytree(WORTEL / deel, map_ / deel, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(WORTEL / deel, map_ / deel)
    return map_


def draai(project: Path, *opdracht: str, module: str = "macros") -> subprocess.CompletedProcess[str]:
    """Runs `python -m macros …` (or another module) in the copy, on a fixed day."""
    return subprocess.run(
        [sys.executable, "-m", module, *opdracht],
        cwd=project,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        text=True,
        check=False,
    )


def bouw(project: Path, naar: str = "site") -> Path:
    """Builds the copy and returns its site; fails with the output of the build."""
    uit = draai(project, "build", "--naar", naar)
    assert uit.returncode == 0, uit.stdout + uit.stderr
    return project / naar


def afdruk(site: Path) -> dict[str, str]:
    """Every file with the hash of its bytes."""
    return {
        str(pad.relative_to(site)): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(site.rglob("*"))
        if pad.is_file()
    }
