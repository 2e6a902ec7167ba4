"""The yearly form of a school as a Word file, with content controls that `antwoord` reads back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from macros import word
from macros.jaarronde import Jaarronde, RouteDeel, jaarronde
from macros.kennisbank import Kennisbank

BREEDTES = (46, 66, 16, 50)


def schrijf(kb: Kennisbank, site: Path, dag: date) -> None:
    """Writes onderhoud/<school-id>.docx for every school with a route."""
    for school in kb.scholen.values():
        if kb.routes_van_school(school.id):
            bestand(kb, dag, school.id, site / "onderhoud")


def bestand(kb: Kennisbank, dag: date, school: str, map_: Path) -> Path:
    """Writes the form of one school in `map_`, and returns it."""
    map_.mkdir(parents=True, exist_ok=True)
    doel = map_ / f"{school}.docx"
    doel.write_bytes(word.inhoud(document(jaarronde(kb, dag, school), dag)))
    return doel


def document(ronde: Jaarronde, dag: date) -> Any:
    """The form: per route a box to confirm all, and per value a box and a blank."""
    doc = word.document(ronde.titel, dag)
    t = ronde.teksten
    doc.add_heading(ronde.titel, 1)
    for zin in ("uitleg", "hoe", "geen-namen"):
        doc.add_paragraph(t[zin])
    doc.add_paragraph(t["terug-mail"].replace("{postvak}", ronde.postvak) if ronde.postvak else t["terug"])
    wie = doc.add_paragraph(f"{t['functie']}: ")
    word.invulplek(wie, "functie", t["vul-in"], t["functie"])
    for route in ronde.routes:
        _route(doc, route, t)
    return doc


def _route(doc: Any, route: RouteDeel, t: dict[str, str]) -> None:
    doc.add_heading(route.naam, 2)
    doc.add_paragraph(f"{route.status.woord}. {route.status.zin}")
    alles = doc.add_paragraph()
    word.vakje(alles, f"alles:{route.id}", t["alles"])
    alles.add_run(f" {t['alles']} {t['dag']}: ")
    word.invulplek(alles, f"dag:{route.id}", t["vul-dag-in"], t["dag"])
    rijen = [(t["gegeven"], t["wij-hebben"], t["klopt"], t["nu"])]
    vragen = [vraag for deel in route.delen for vraag in deel.vragen]
    rijen += [(vraag.label, "\n".join(filter(None, (vraag.nu, vraag.bron))), "", "") for vraag in vragen]
    tabel = word.tabel(doc, BREEDTES, rijen, kop=True)
    for rij, vraag in zip(tabel.rows[1:], vragen, strict=True):
        _, _, klopt, nu = rij.cells
        word.vakje(klopt.paragraphs[0], f"klopt:{vraag.kenmerk}", f"{t['klopt']}: {vraag.label}")
        hulp = f"{t['vul-in']} {vraag.hulp}".strip()
        word.invulplek(nu.paragraphs[0], f"nu:{vraag.kenmerk}", hulp, f"{t['nu']}: {vraag.label}")
