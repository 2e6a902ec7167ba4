"""What git knows of data/: its files at another commit. Reads only."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

Stand = dict[str, bytes]
"""Name (`data/routes/x.yml`) → content of every record file at one moment."""


class Gitfout(Exception):
    """Git could not answer; the message is what git said."""


def git(map_: Path, *vraag: str) -> bytes:
    """What git answers in this folder; raises Gitfout."""
    try:
        uit = subprocess.run(["git", *vraag], cwd=map_, capture_output=True, check=False)
    except OSError as fout:
        raise Gitfout(str(fout)) from None
    if uit.returncode:
        raise Gitfout(uit.stderr.decode("utf-8", "replace").strip())
    return uit.stdout


def is_record(naam: str) -> bool:
    """Whether a file below data/ holds what an editor wrote (not a generated file)."""
    return naam.startswith("data/") and naam.endswith(".yml") and not any(d.startswith("_") for d in naam.split("/"))


def nu(wortel: Path) -> Stand:
    """The record files as they lie in the folder `wortel`."""
    namen = (pad.relative_to(wortel).as_posix() for pad in sorted((wortel / "data").rglob("*.yml")))
    return {naam: (wortel / naam).read_bytes() for naam in namen if is_record(naam)}


def toen(wortel: Path, revisie: str) -> Stand:
    """The record files at a commit, branch or tag; raises Gitfout where git does not know it."""
    archief = git(wortel, "archive", "--format=tar", revisie, "--", "data")
    with tarfile.open(fileobj=io.BytesIO(archief)) as tar:
        leden = [lid for lid in tar.getmembers() if lid.isfile() and is_record(lid.name)]
        return {lid.name: tar.extractfile(lid).read() for lid in leden}  # type: ignore[union-attr]


def splitsing(wortel: Path, basis: str) -> str:
    """The commit at which this branch left `basis`: what was changed there since is no change of ours."""
    return git(wortel, "merge-base", basis, "HEAD").decode().strip()
