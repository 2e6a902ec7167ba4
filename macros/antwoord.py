"""A yearly form that came back → one change of data/, or what an editor still has to do by hand."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from macros.checks import controleer
from macros.formulier_rijen import Rij
from macros.geschiedenis import Stand, nu
from macros.inlezen import lees_alles
from macros.jaarronde import jaarronde
from macros.kennisbank import Kennisbank
from macros.messages_wijziging import ANTWOORD
from macros.model_waarden import als_datum
from macros.splitsen import zet
from macros.verslag import Melding


class Antwoordfout(Exception):
    """The form cannot be used; the message says why."""


@dataclass
class Uitkomst:
    """`stand`: the files that change. `gedaan` and `zelf` are sentences for the editor; `meldingen` are mistakes that
    the change would make, in which case nothing may be written."""

    stand: Stand = field(default_factory=dict)
    gedaan: list[str] = field(default_factory=list)
    zelf: list[str] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)


@dataclass(frozen=True)
class Herkomst:
    """Where a correction comes from: a record in data/bronnen/, the school year, and the day of the answer."""

    bron: str | None
    schooljaar: str | None
    dag: date


def verwerk(kb: Kennisbank, wortel: Path, antwoorden: dict[str, str], herkomst: Herkomst) -> Uitkomst:
    """What the answers (tag → text, from the Word form) change. Raises Antwoordfout when it is no form of ours."""
    scholen = {route.school.waarde for route in kb.routes.values() if f"alles:{route.id}" in antwoorden}
    if len(scholen) != 1:
        raise Antwoordfout(ANTWOORD["geen-formulier"])
    ronde = jaarronde(kb, herkomst.dag, scholen.pop())
    uitkomst, oud = Uitkomst(), nu(wortel)
    bekend = set()
    for route in ronde.routes:
        naam = kb.bestanden["routes", route.id]
        tekst = oud[naam].decode("utf-8")
        for vraag in (vraag for deel in route.delen for vraag in deel.vragen):
            bekend.add(f"nu:{vraag.kenmerk}")
            tekst = _correctie(tekst, vraag.rij, antwoorden, vraag.kenmerk, herkomst, uitkomst, route.naam)
        tekst = _bevestiging(tekst, route.id, route.naam, antwoorden, herkomst, uitkomst)
        if tekst != oud[naam].decode("utf-8"):
            uitkomst.stand[naam] = tekst.encode()
    over = [tag for tag, tekst in antwoorden.items() if tag.startswith("nu:") and tag not in bekend and _vol(tekst)]
    uitkomst.zelf += [ANTWOORD["onbekend"].format(tekst=antwoorden[tag]) for tag in over]
    uitkomst.meldingen = _controle({**oud, **uitkomst.stand}, herkomst.dag)
    return uitkomst


def _vol(tekst: str) -> bool:
    """Whether somebody filled a blank: what we printed there stands between brackets."""
    return bool(tekst) and not tekst.startswith("[")


def _bevestiging(
    tekst: str, route: str, naam: str, antwoorden: dict[str, str], herkomst: Herkomst, uitkomst: Uitkomst
) -> str:
    """The school confirmed all: the day that it wrote, else the day of the answer."""
    if antwoorden.get(f"alles:{route}") != "ja":
        return tekst
    geschreven = antwoorden.get(f"dag:{route}", "")
    dag = als_datum(geschreven) if _vol(geschreven) else herkomst.dag
    if dag is None or dag > herkomst.dag:
        uitkomst.zelf.append(ANTWOORD["dag"].format(route=naam, tekst=geschreven))
        return tekst
    tekst = zet(tekst, ("bevestigd_door_aanbieder_op",), dag.isoformat())
    tekst = zet(tekst, ("actualiteit",), "bevestigd")
    uitkomst.gedaan.append(ANTWOORD["bevestigd"].format(route=naam, dag=dag.isoformat()))
    return tekst


def _correctie(
    tekst: str, rij: Rij, antwoorden: dict[str, str], kenmerk: str, herkomst: Herkomst, uitkomst: Uitkomst, route: str
) -> str:
    """A corrected value with its source; what cannot be written for certain goes to the editor."""
    geschreven = antwoorden.get(f"nu:{kenmerk}", "")
    if not _vol(geschreven):
        return tekst
    waar = {"route": route, "veld": rij.label, "tekst": geschreven}
    waarde = waarde_van(rij, geschreven)
    if waarde is None or rij.soort != "feit":
        uitkomst.zelf.append(ANTWOORD["zelf"].format(**waar))
        return tekst
    if not (herkomst.bron and herkomst.schooljaar):
        uitkomst.zelf.append(ANTWOORD["bron"].format(**waar))
        return tekst
    feit = {
        "waarde": waarde,
        "schooljaar": herkomst.schooljaar,
        "bron": herkomst.bron,
        "plaats": ANTWOORD["plaats"],
        "gecontroleerd_op": herkomst.dag.isoformat(),
    }
    uitkomst.gedaan.append(ANTWOORD["gewijzigd"].format(**waar))
    return zet(tekst, tuple(rij.pad.split(".")), feit)


def waarde_van(rij: Rij, geschreven: str) -> Any:
    """What somebody wrote, as the value of this field; None when it is not certain."""
    schoon = " ".join(geschreven.split())
    if rij.keuzes:
        delen = [deel.strip() for deel in schoon.split(",")] if rij.lijst else [schoon]
        namen = {deel.naam.lower(): deel.id for deel in rij.keuzes} | {deel.id: deel.id for deel in rij.keuzes}
        gekozen = [namen.get(deel.lower()) for deel in delen]
        if None in gekozen:
            return None
        waarden = [int(k) if rij.vorm["code"] == "niveau" else k for k in gekozen]
        return waarden if rij.lijst else waarden[0]
    if rij.lijst:
        return None
    if "minimum" not in rij.vorm:
        return schoon
    kaal = schoon.removesuffix(rij.eenheid).strip()
    try:
        getal = float(kaal.replace(",", ".")) if rij.vorm["type"] == "number" else int(kaal)
    except ValueError:
        return None
    return getal if rij.vorm["minimum"] <= getal <= rij.vorm["maximum"] else None


def _controle(stand: Stand, vandaag: date) -> list[Melding]:
    with tempfile.TemporaryDirectory() as tijdelijk:
        for naam, inhoud in stand.items():
            pad = Path(tijdelijk) / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)
        alle = controleer(lees_alles(Path(tijdelijk) / "data"), vandaag)
    return [melding for melding in alle if melding.ernst == "fout"]
