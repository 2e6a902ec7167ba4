"""What git knows of data/: its files at another commit. Reads only."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from dataclasses import dataclass
from datetime import date
from functools import cache
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
    return {naam: _inhoud(wortel / naam) for naam in namen if is_record(naam)}


def _inhoud(pad: Path) -> bytes:
    """The bytes of a file; of a link the text of the link, as git keeps it, for it may lead out of data/."""
    return os.fsencode(os.readlink(pad)) if pad.is_symlink() else pad.read_bytes()


def toen(wortel: Path, revisie: str) -> Stand:
    """The record files at a commit, branch or tag; raises Gitfout where git does not know it."""
    archief = git(wortel, "archive", "--format=tar", revisie, "--", "data")
    with tarfile.open(fileobj=io.BytesIO(archief)) as tar:
        leden = [lid for lid in tar.getmembers() if lid.isfile() and is_record(lid.name)]
        return {lid.name: tar.extractfile(lid).read() for lid in leden}  # type: ignore[union-attr]


def laatst_gepubliceerd(wortel: Path) -> str | None:
    """The tag of the last version that was published and kept, at or before HEAD; None where there is none yet."""
    try:
        return git(wortel, "describe", "--tags", "--abbrev=0", "--match", "v*").decode().strip()
    except Gitfout:
        return None


def splitsing(wortel: Path, basis: str) -> str:
    """The commit at which this branch left `basis`: what was changed there since is no change of ours."""
    return git(wortel, "merge-base", basis, "HEAD").decode().strip()


@dataclass(frozen=True)
class Stap:
    """A commit that changed records: those files before and after it. Who made it is nobody's business here."""

    hash: str
    dag: date
    oud: Stand
    nieuw: Stand


@cache
def stappen(wortel: Path, kop: str, meest: int) -> list[Stap]:
    """The latest commits up to `kop` that changed records, newest first; merges are told by their parts.

    Raises Gitfout where there is no git.
    """
    opdracht = ("log", f"-{meest}", "--no-merges", "--no-renames", "--raw", "--no-abbrev", "-z")
    ruw = git(wortel, *opdracht, "--format=%x01%H %cs", kop, "--", "data").decode("utf-8", "replace")
    blokken = [blok.split("\0") for blok in ruw.split("\x01")[1:]]
    paren = [(blok[0].split(), _bestanden(blok[1:])) for blok in blokken]
    inhoud = _blobs(wortel, {blob for _, bestanden in paren for paar in bestanden.values() for blob in paar})
    return [
        Stap(
            kop[0],
            date.fromisoformat(kop[1]),
            {naam: inhoud[paar[0]] for naam, paar in bestanden.items() if paar[0] in inhoud},
            {naam: inhoud[paar[1]] for naam, paar in bestanden.items() if paar[1] in inhoud},
        )
        for kop, bestanden in paren
        if bestanden
    ]


def _bestanden(delen: list[str]) -> dict[str, tuple[str, str]]:
    """`:100644 100644 oud nieuw M`, name, … → name of a record file → hash before and after."""
    regels = [deel for deel in delen if deel.strip()]
    paren = zip(regels[::2], regels[1::2], strict=False)
    return {naam: tuple(kop.split()[2:4]) for kop, naam in paren if is_record(naam)}


def _blobs(wortel: Path, hashes: set[str]) -> dict[str, bytes]:
    """The content of every file version, read by one process; what does not exist (all zeros) is left out."""
    vraag = "".join(f"{blob}\n" for blob in sorted(hashes)).encode()
    uit = subprocess.run(
        ["git", "cat-file", "--batch"], cwd=wortel, input=vraag, capture_output=True, check=True
    ).stdout
    inhoud, plek = {}, 0
    while plek < len(uit):
        eind = uit.index(b"\n", plek)
        kop = uit[plek:eind].decode().split()
        plek = eind + 1
        if kop[1] != "missing":
            lengte = int(kop[2])
            inhoud[kop[0]] = uit[plek : plek + lengte]
            plek += lengte + 1
    return inhoud
