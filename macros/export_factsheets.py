"""The fact sheets as PDF: one page a route, and bundles of them, made with Typst from the same views as the pages.

Sheets whose content did not change since the last time are left alone.
"""

from __future__ import annotations

import json
import os
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from macros.factsheet import blad, woorden
from macros.factsheet_leerling import leerlingblad
from macros.factsheets import bundels
from macros.feiten import datum
from macros.kennisbank import Kennisbank
from macros.letters import LETTERS, zetbaar
from macros.render import SJABLONEN, vandaag

PAPIER = SJABLONEN / "papier"
STAND = ".stand.json"
VOL = re.compile(r"te vol: ([a-z0-9-]+)")  # what the template says when nothing helps
MIN_PER_KERN = 12  # below this many sheets a second process costs more time than it saves


class TeVol(Exception):
    """A sheet that does not fit on one page; the message is the id of its route."""


class Zetsel(NamedTuple):
    """A PDF, and which of the text sizes of its template a single sheet has; None in a bundle."""

    pdf: bytes
    maat: int | None


@dataclass(frozen=True)
class Opdracht:
    """One PDF to make: its name, the Typst template, and the JSON that it prints.

    `maten` are the text sizes of sheets by the id of their route, as JSON; a sheet without one is measured.
    """

    naam: str
    sjabloon: str
    gegevens: str
    bundel: bool = False
    maten: str = "{}"

    def sleutel(self) -> str:
        """Changes when anything does that the PDF depends on; a size follows from what is printed."""
        return sha256(f"{_versie_van_sjabloon()}{self.sjabloon}{self.gegevens}".encode()).hexdigest()


@cache
def _versie_van_sjabloon() -> str:
    bronnen = b"".join(pad.read_bytes() for pad in sorted(PAPIER.glob("*.typ")))
    return f"{version('typst')} {sha256(bronnen).hexdigest()}"


def schrijf(kb: Kennisbank, doel: Path, adres: str, versie: str) -> None:
    """Writes every sheet and bundle into `doel` (docs/factsheets) and deletes what is no longer there.

    `adres` is the address of the site, ending in a slash. Raises TeVol when a sheet needs a second page.
    """
    doel.mkdir(parents=True, exist_ok=True)
    opdrachten = list(maak_opdrachten(kb, adres, versie))
    stand = _stand(doel)
    nieuw = {opdracht.naam: opdracht.sleutel() for opdracht in opdrachten}
    werk = [o for o in opdrachten if stand.get(o.naam, [""])[0] != nieuw[o.naam] or not (doel / o.naam).is_file()]
    _maak([opdracht for opdracht in werk if not opdracht.bundel], doel, stand)
    # Measuring costs the most: a bundle takes over what its sheets were found to need.
    maten = json.dumps({kenmerk: stand[f"{kenmerk}.pdf"][1] for kenmerk in kb.routes})
    _maak([replace(opdracht, maten=maten) for opdracht in werk if opdracht.bundel], doel, stand)
    for pad in doel.glob("*.pdf"):
        if pad.name not in nieuw:
            pad.unlink()
    _schrijf_bladen(kb, doel / "bladen", adres, _vast(kb, versie))
    (doel / STAND).write_text(json.dumps({naam: stand[naam] for naam in nieuw}, indent=0), encoding="utf-8")


def _maak(opdrachten: list[Opdracht], doel: Path, stand: dict[str, list]) -> None:
    """Writes these PDFs and notes in `stand` what they depend on and the text size found."""
    for opdracht, zetsel in zip(opdrachten, zet(opdrachten), strict=True):
        (doel / opdracht.naam).write_bytes(zetsel.pdf)
        stand[opdracht.naam] = [opdracht.sleutel(), zetsel.maat]


def maak_opdrachten(kb: Kennisbank, adres: str, versie: str) -> list[Opdracht]:
    """Every PDF of the site with its content."""
    dag = vandaag()
    vast = _vast(kb, versie)
    bladen = {k: _gegevens(blad(kb, dag, k), adres) for k in kb.routes}
    opdrachten = [_opdracht(vast, f"{k}.pdf", "factsheet", b["titel"], [b]) for k, b in bladen.items()]
    for k in kb.routes:
        gegevens = _gegevens(leerlingblad(kb, dag, k), adres)
        opdrachten.append(_opdracht(vast, f"{k}-leerling.pdf", "leerling", gegevens["titel"], [gegevens]))
    for bundel in bundels(kb):
        delen = [bladen[k] for k in bundel.routes]
        opdrachten.append(_opdracht(vast, f"{bundel.id}.pdf", "factsheet", bundel.titel, delen, bundel=True))
    return opdrachten


def _schrijf_bladen(kb: Kennisbank, map_: Path, adres: str, vast: dict) -> None:
    """Each sheet as data and its QR code as a picture, for the print view of a selection."""
    map_.mkdir(exist_ok=True)
    vast = {
        "gemaakt": vast["gemaakt"],
        "uitgeverregel": vast["uitgeverregel"],
        "proefversie": vast["woorden"]["proefversie"] if vast["voorlopig"] else "",
    }
    nodig = {}
    for kenmerk in kb.routes:
        gegevens = _gegevens(blad(kb, vandaag(), kenmerk), adres)
        nodig[f"{kenmerk}.svg"] = qr(gegevens["url"])
        nodig[f"{kenmerk}.json"] = json.dumps(gegevens | vast, ensure_ascii=False)
    for naam, tekst in nodig.items():
        (map_ / naam).write_text(tekst, encoding="utf-8")
    for pad in map_.iterdir():
        if pad.name not in nodig:
            pad.unlink()


def _vast(kb: Kennisbank, versie: str) -> dict:
    """What every sheet says."""
    teksten = woorden(kb)
    return {
        "woorden": teksten | {"leerling-soort": kb.weergave.teksten["leerling-soort"]},
        "site": teksten["site"],
        "voorlopig": kb.uitgever.voorlopig == "ja",
        "uitgever": kb.uitgever.naam,
        "uitgeverregel": teksten["uitgever"].replace("{naam}", kb.uitgever.naam),
        "gemaakt": teksten["gemaakt"].replace("{dag}", datum(vandaag())).replace("{versie}", versie),
    }


def _opdracht(vast: dict, naam: str, sjabloon: str, titel: str, bladen: list[dict], bundel: bool = False) -> Opdracht:
    gegevens = vast | {"titel": titel, "bladen": bladen, "inhoud": bundel}
    return Opdracht(naam, sjabloon, json.dumps(gegevens, ensure_ascii=False, default=str), bundel)


def _gegevens(view: object, adres: str) -> dict:
    """A sheet as JSON, with the whole address of its page."""
    gegevens = asdict(view)
    for deel in (*gegevens["rijen"], *gegevens.get("opbouw", ())):
        deel.pop("feiten")
    gegevens["url"] = adres + gegevens["adres"]
    return gegevens


@lru_cache(maxsize=4096)
def qr(adres: str) -> str:
    """A QR code as SVG with its quiet zone of four modules and error level M."""
    import segno

    uit = BytesIO()
    segno.make(adres, error="m", micro=False).save(uit, kind="svg", border=4, xmldecl=False, nl=False)
    return uit.getvalue().decode()


def codes(gegevens: str) -> str:
    """The QR code of each sheet by its address, as JSON; made in the process that sets the sheet, for it takes long."""
    return json.dumps({blad["url"]: qr(blad["url"]) for blad in json.loads(gegevens)["bladen"]})


def zet(opdrachten: list[Opdracht]) -> list[Zetsel]:
    """The PDFs, in the order asked; over all cores when there are many. Raises TeVol."""
    kernen = min(os.cpu_count() or 1, len(opdrachten) // MIN_PER_KERN)
    if kernen < 2:
        return [zet_een(opdracht) for opdracht in opdrachten]
    # spawn: a forked process hangs in Typst
    with ProcessPoolExecutor(kernen, mp_context=get_context("spawn")) as groep:
        return list(groep.map(zet_een, opdrachten, chunksize=max(1, min(25, len(opdrachten) // kernen // 4))))


def zet_een(opdracht: Opdracht) -> Zetsel:
    """One PDF/UA-1; equal content gives equal bytes. Raises TeVol."""
    import typst

    gegevens = {"gegevens": zetbaar(opdracht.gegevens), "codes": codes(opdracht.gegevens), "maten": opdracht.maten}
    try:
        zetter = typst.Compiler(
            str(PAPIER / f"{opdracht.sjabloon}.typ"),
            root=str(PAPIER),
            font_paths=[str(LETTERS)],
            ignore_system_fonts=True,
            sys_inputs=gegevens,
        )
        pdf = zetter.compile(pdf_standards=["ua-1"], timestamp=0)
        return Zetsel(pdf, None if opdracht.bundel else json.loads(zetter.query("metadata", field="value", one=True)))
    except typst.TypstError as fout:
        if gevonden := VOL.search(str(fout)):
            raise TeVol(gevonden[1]) from None
        raise


def _stand(doel: Path) -> dict[str, list]:
    """The key and the text size of every PDF that is there already, by its name."""
    try:
        return json.loads((doel / STAND).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
