"""The commands for a site that was built: pack it for a server, keep it, bring an earlier one back."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from macros.kennisbank import DATA
from macros.messages import BOUW


def _meldt(doe: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """The command, with one line and exit 1 where what is kept is not right."""

    @wraps(doe)
    def gedaan(opties: argparse.Namespace) -> int:
        from macros.archief import Archieffout

        try:
            return doe(opties)
        except Archieffout as fout:
            print(fout)
            return 1

    return gedaan


def inpakken(opties: argparse.Namespace) -> int:
    """Packs the text of a built site for a server of your own, see deploy/README.md."""
    from macros.inpakken import pak_in

    print(BOUW["ingepakt"].format(aantal=pak_in(opties.site), site=opties.site))
    return 0


@_meldt
def archief(opties: argparse.Namespace) -> int:
    """Keeps a built site: in one file, with the list of its parts and what they add up to."""
    from macros.archief import bewaar

    bewaar(opties.site, DATA.parent / "requirements.lock", opties.naar)
    print(BOUW["bewaard"].format(map=opties.naar))
    return 0


@_meldt
def uitgeven(opties: argparse.Namespace) -> int:
    """Puts what `archief` kept at GitHub as the release VERSIE."""
    from macros.archief import controleer
    from macros.geschiedenis import git
    from macros.github import plaats_versie

    controleer(opties.map)
    kop = git(DATA.parent, "rev-parse", "HEAD").decode().strip()
    plaats_versie(opties.versie, kop, BOUW["versie"], sorted(opties.map.iterdir()))
    return 0


@_meldt
def terug(opties: argparse.Namespace) -> int:
    """Puts a version that was kept in the place of the site; with VERSIE it is fetched from GitHub first."""
    from macros.archief import zet_terug
    from macros.github import haal_versie

    if opties.versie:
        haal_versie(opties.versie, opties.map)
    zet_terug(opties.map, opties.naar.resolve())
    print(BOUW["terug"].format(naar=opties.naar))
    return 0


ALLE = (inpakken, archief, uitgeven, terug)


def argumenten(opdracht: Any, deel: argparse.ArgumentParser) -> None:
    """What each of these commands is told."""
    if opdracht in (inpakken, archief):
        deel.add_argument("site", type=Path, nargs="?", default=Path("site"))
    if opdracht is archief:
        deel.add_argument("--naar", type=Path, default=Path("archief"))
    if opdracht is uitgeven:
        deel.add_argument("versie")
    if opdracht is terug:
        deel.add_argument("versie", nargs="?")
        deel.add_argument("--naar", type=Path, default=Path("site"))
    if opdracht in (uitgeven, terug):
        deel.add_argument("--map", type=Path, default=Path("archief"))
