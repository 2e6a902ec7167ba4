"""The weekly lists: links that fail, facts that are due, packages with a newer version or a leak, end dates."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from macros import slot
from macros.feiten import datum
from macros.github import Githubfout, gh
from macros.kennisbank import Kennisbank
from macros.messages_wijziging import WEKELIJKS
from macros.model import Feit, Model
from macros.pr import kaal

VOORUIT = timedelta(days=180)
JAAR = timedelta(days=365)
WACHT = 20  # seconds for one address
WORTEL = Path(__file__).parent.parent
WORKFLOWS = WORTEL / ".github" / "workflows"
ACTIE = re.compile(r"uses: ([\w.-]+/[\w.-]+)@[0-9a-f]{40} # (v[\d.]+)")
EINDDATUMS = WORTEL / ".github" / "einddatums.yml"
OSV = "https://api.osv.dev/v1/querybatch"


@dataclass(frozen=True)
class Lijst:
    """One list for one issue; `regels` are Markdown. Without them there is nothing to do: the issue is closed."""

    naam: str
    regels: list[str]

    @property
    def titel(self) -> str:
        """The title of the issue."""
        return WEKELIJKS[f"{self.naam}-titel"]

    @property
    def merk(self) -> str:
        """The first line of the issue, by which it is found again."""
        return f"<!-- wekelijks: {self.naam} -->"

    def tekst(self) -> str:
        """The body of the issue in Markdown; empty without lines."""
        punten = [f"- [ ] {regel}" for regel in self.regels]
        return "\n".join(["", WEKELIJKS[f"{self.naam}-uitleg"], "", *punten]) if punten else ""


def adressen(kb: Kennisbank) -> dict[str, str]:
    """Every address elsewhere that the site prints → the file it stands in."""
    gevonden: dict[str, str] = {}
    for familie, record in kb.alle_records():
        for adres in _adressen(record):
            gevonden.setdefault(adres, kb.bestanden[familie, record.id])
    return gevonden


def _adressen(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, Feit) and isinstance(waarde.waarde, str) and waarde.waarde.startswith("https://"):
        yield waarde.waarde
    elif isinstance(waarde, Model):
        for naam in type(waarde).model_fields:
            yield from _adressen(getattr(waarde, naam))
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _adressen(deel)


def haal(adres: str) -> str:
    """What is wrong with an address, in a few words; empty when it answers."""
    vraag = urllib.request.Request(adres, headers={"User-Agent": "Mozilla/5.0 (linkcontrole leerroutes)"})
    try:
        with urllib.request.urlopen(vraag, timeout=WACHT):  # the address comes from a checked record
            return ""
    except urllib.error.HTTPError as fout:
        return "" if fout.code in (401, 403, 405, 429) else f"antwoord {fout.code}"
    except (OSError, ValueError) as fout:
        return f"geen antwoord ({type(fout).__name__})"


def links(kb: Kennisbank, vraag: Callable[[str], str] = haal) -> Lijst:
    """Addresses that do not answer; one that refuses robots is taken to exist."""
    alle = adressen(kb)
    with ThreadPoolExecutor(8) as tegelijk:
        uitkomsten = dict(zip(alle, tegelijk.map(vraag, alle), strict=True))
    if alle and all(uitkomsten.values()):  # not 50 dead pages, but no network here
        return Lijst("links", [WEKELIJKS["geen-netwerk"]])
    return Lijst("links", [f"<{adres}>: {kaal(fout)} ({alle[adres]})" for adres, fout in uitkomsten.items() if fout])


def feiten(kb: Kennisbank, vandaag: date) -> Lijst:
    """Records that nobody checked for a year, and routes that the school did not confirm for a year."""
    regels = []
    for familie, record in kb.alle_records():
        dag = getattr(record, "gecontroleerd_op", None)
        if dag and vandaag - dag > JAAR:
            regels.append((dag, f"{kaal(record.naam)}: nagekeken op {datum(dag)} ({kb.bestanden[familie, record.id]})"))
    for route in kb.routes.values():
        bevestigd = route.bevestigd_door_aanbieder_op.waarde
        if bevestigd is None or vandaag - bevestigd > JAAR:
            zin = f"bevestigd op {datum(bevestigd)}" if bevestigd else "nooit door de school bevestigd"
            regels.append((bevestigd or date.min, f"{kaal(route.naam)}: {zin} ({kb.bestanden['routes', route.id]})"))
    return Lijst("feiten", [regel for _, regel in sorted(regels)])


def laatste_versie(actie: str) -> str:
    """The newest release of an action; empty where GitHub does not tell."""
    try:
        return gh("api", f"repos/{actie}/releases/latest", "--jq", ".tag_name").strip()
    except Githubfout:
        return ""


def acties(vraag: Callable[[str], str] = laatste_versie) -> list[str]:
    """Actions of the workflows with a newer release: nobody else looks after what is pinned by its hash."""
    staan = {deel for pad in WORKFLOWS.glob("*.yml") for deel in ACTIE.findall(pad.read_text(encoding="utf-8"))}
    nieuw = [(actie, versie, vraag(actie)) for actie, versie in sorted(staan)]
    return [
        f"{kaal(actie)}: {versie} → {kaal(laatst)}" for actie, versie, laatst in nieuw if laatst not in ("", versie)
    ]


def pakketten(lijst: str | None = None, vraag: Callable[[str], str] = laatste_versie) -> Lijst:
    """Packages and actions with a newer version; `lijst` is what `pip list --outdated` printed."""
    if lijst is None:
        opdracht = [sys.executable, "-m", "pip", "list", "--outdated", "--format", "json"]
        lijst = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout
    regels = [f"{kaal(p['name'])}: {p['version']} → {p['latest_version']}" for p in json.loads(lijst)]
    regels = [regel for regel in regels if not regel.startswith(("pip:", "setuptools:"))]
    return Lijst("pakketten", [*regels, *acties(vraag)])


def versies(map_: Path = WORTEL) -> list[tuple[str, str, str]]:
    """Everything that is installed here: its kind, name and version, from the files that lock them."""
    sloten = (map_ / deel / "package-lock.json" for deel in ("tests", "tests/lighthouse"))
    npm = [("npm", *paar) for pad in sloten for paar in slot.npm_pakketten(pad)]
    return [("PyPI", *paar) for paar in slot.pakketten(map_ / "requirements-dev.lock")] + npm


def vraag_osv(vraag: bytes) -> bytes:
    """What the database of known leaks answers; raises OSError without an answer."""
    with urllib.request.urlopen(OSV, vraag, timeout=WACHT) as antwoord:
        return antwoord.read()


def lekken(vraag: Callable[[bytes], bytes] = vraag_osv) -> Lijst:
    """Packages with a known leak in the version that we use."""
    alle = versies()
    vragen = [{"package": {"ecosystem": soort, "name": naam}, "version": versie} for soort, naam, versie in alle]
    try:
        antwoorden = json.loads(vraag(json.dumps({"queries": vragen}).encode()))["results"]
        gevonden = [sorted(lek["id"] for lek in antwoord.get("vulns", ())) for antwoord in antwoorden]
        regels = [
            f"{kaal(naam)} {versie}: {kaal(', '.join(lekken_))}"
            for (_, naam, versie), lekken_ in zip(alle, gevonden, strict=True)
            if lekken_
        ]
    except (OSError, ValueError, KeyError, AttributeError):  # no answer, or no answer to this
        regels = [WEKELIJKS["lekken-geen-netwerk"]]
    return Lijst("lekken", regels)


def einddatums(vandaag: date, bestand: Path = EINDDATUMS) -> Lijst:
    """What its makers stop keeping up within half a year, or have stopped with."""
    alle = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    nabij = sorted((deel for deel in alle if deel["tot"] - vandaag <= VOORUIT), key=lambda deel: deel["tot"])
    regels = [f"{d['naam']}: tot {datum(d['tot'])}. {d['dan']} Bron: {d['bron']}." for d in nabij]
    return Lijst("einddatums", regels)
