"""The whole site, built aside and swapped in at the end: a failed build leaves the old site as it was."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import yaml

from macros import (
    export_factsheets,
    export_formulier,
    export_grafieken,
    export_jaarronde,
    export_kaart,
    export_logboek,
    export_notitie,
    export_open_data,
    export_overeenkomst,
    export_rekenmodel,
    export_stijl,
    export_stubs,
    export_vendor,
    export_zoekindex,
)
from macros.kennisbank import Kennisbank, kennisbank
from macros.keuring import Vreemd
from macros.messages import BOUW
from macros.render import vandaag

WORTEL = Path(__file__).resolve().parent.parent


class Bouwfout(Exception):
    """The site could not be built; the message is for the terminal."""


def genereer(docs: Path = WORTEL / "docs") -> Kennisbank:
    """Writes all that is generated under docs/ (stubs, fonts, map, charts, fact sheets).

    Raises Datafout on mistakes in data/, and Bouwfout when a file of a package is not the one that was looked at or a
    fact sheet does not fit.
    """
    kb = kennisbank()
    try:
        export_stubs.schrijf(kb, docs)
        export_vendor.schrijf(docs / "assets" / "vendor")
        export_grafieken.schrijf(kb, docs / "assets" / "vendor" / "grafieken")
        export_kaart.schrijf(kb, docs / "assets" / "vendor" / "kaart")
        export_factsheets.schrijf(kb, docs / "factsheets", site_adres(), versie())
    except Vreemd as fout:
        raise Bouwfout(str(fout)) from None
    except export_factsheets.TeVol as fout:
        raise Bouwfout(BOUW["te-vol"].format(bestand=f"data/routes/{fout}.yml")) from None
    return kb


def site_adres() -> str:
    """Where the site will stand, as mkdocs.yml says; ends in a slash."""
    return yaml.safe_load((WORTEL / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"]


def _git(*vraag: str) -> str:
    """What git answers; nothing where there is no git or no checkout (a downloaded archive)."""
    try:
        uit = subprocess.run(["git", *vraag], cwd=WORTEL, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return uit.stdout.strip() if uit.returncode == 0 else ""


def dag_van_versie() -> str:
    """Seconds since 1970 of this build: SOURCE_DATE_EPOCH, else the date of HEAD, else of the newest record."""
    nieuwste = max(pad.stat().st_mtime for pad in (WORTEL / "data").rglob("*.yml"))
    return os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct") or str(int(nieuwste))


def versie() -> str:
    """The short hash of HEAD, or words that say there is none."""
    return f"versie {_git('rev-parse', '--short', 'HEAD') or 'zonder nummer'}"


def leg_vast() -> None:
    """The day and the version that every page of this build names."""
    os.environ.update(SOURCE_DATE_EPOCH=dag_van_versie(), KB_VERSIE=versie())


def bouw(doel: Path) -> Kennisbank:
    """Builds the site in `doel`, which changes only when all went well.

    Raises Datafout for mistakes in data/ and Bouwfout when the engine refuses a page.
    """
    leg_vast()
    kb = genereer()
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bouw-", dir=doel.parent) as tijdelijk:
        nieuw = Path(tijdelijk) / "site"
        motor(nieuw)
        export_notitie.schrijf(kb, nieuw)
        export_overeenkomst.schrijf(kb, nieuw)
        export_rekenmodel.schrijf(kb, nieuw)
        export_formulier.schrijf(kb, nieuw)
        export_jaarronde.schrijf(kb, nieuw, vandaag())
        export_open_data.schrijf(kb, nieuw, site_adres(), vandaag(), versie())
        export_logboek.schrijf(kb, nieuw, site_adres(), vandaag())
        ruim_op(nieuw)
        export_stijl.schrijf(nieuw)
        export_zoekindex.schrijf(kb, nieuw)
        wissel(nieuw, doel)
    return kb


def motor(site: Path) -> None:
    """Every page, by MkDocs."""
    from macros.engine import Weigering
    from macros.engine import bouw as bouw_paginas

    try:
        bouw_paginas(site)
    except Weigering as fout:
        raise Bouwfout(str(fout)) from None


def ruim_op(site: Path) -> None:
    """Removes what the theme copies and no page of ours uses: its scripts and source maps."""
    shutil.rmtree(site / "assets" / "javascripts", ignore_errors=True)
    for kaart in (site / "assets").rglob("*.map"):
        kaart.unlink()


def wissel(nieuw: Path, doel: Path) -> None:
    """Puts `nieuw` in the place of `doel` in one move, so that whoever looks, or stops us, finds the old or the new."""
    if not doel.exists():
        nieuw.rename(doel)
    elif not _ruil(nieuw, doel):
        oud = nieuw.with_name("oud")
        doel.rename(oud)
        try:
            nieuw.rename(doel)
        except OSError:
            oud.rename(doel)
            raise


def _ruil(een: Path, ander: Path) -> bool:
    """Exchanges two folders at once, where the system can (Linux: renameat2); says whether it did."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    hier, ruil = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return renameat2(hier, os.fsencode(een), hier, os.fsencode(ander), ruil) == 0
