"""The fact sheet of a route: one A4 page with the facts of the route's page, most important first.

A sheet holds each text as a list of sentences, so that paper can take the first ones where room is short.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from macros.feiten import Bronregel, Waarde, bronnen_van, bronregel, datum
from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.routes import van_naar
from macros.schrijver import Schrijver
from macros.status import status

# In this order on the sheet: a row's name in weergave.yml (`factsheet-<naam>`) and the fields of the route it tells.
RIJEN = (
    ("voor-wie", ("doelgroep.selectie", "doelgroep.instroom")),
    ("mbo", ("instelling", "colleges")),
    ("duur", ("duur_traject", "duur", "duur_afwijking")),
    ("diploma", ("vmbo_diploma",)),
    ("vangnet", ("vangnet",)),
)
UITKOMSTEN = (
    "diploma_binnen_drie_jaar",
    "mbo_diploma",
    "uitval",
    "doorstroom_niveau_3_4",
    "doorstroom_mbo_partner",
    "diploma_na_doorstroom",
    "eerste_diplomas",
)
WOORDEN = tuple(
    "site soort status-vraag proefversie school stadsdeel opleidingen voor-wie mbo duur diploma vangnet uitkomsten "
    "opbouw leerjaar geen-opbouw meer ruimte contact open-dag stempel bronnen standaard gecontroleerd gemaakt "
    "lees qr inhoud uitgever".split()
)
# Where a sentence of ours ends: a stop, a space and a capital, a number or a quote.
ZINSEINDE = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Þ0-9“\"'])")


@dataclass(frozen=True)
class BladRij:
    """A subject with its sentences. `feiten` are the values that it rests on, as the page of the route prints them."""

    label: str
    zinnen: tuple[str, ...]
    feiten: tuple[Waarde, ...] = ()
    lijst: bool = False


@dataclass(frozen=True)
class BladJaar:
    """A leerjaar of the route."""

    kop: str
    zinnen: tuple[str, ...]
    feiten: tuple[Waarde, ...]


@dataclass(frozen=True)
class Blad:
    """A fact sheet. `stop` marks a route that ended or never began: that is said before anything else."""

    id: str
    titel: str
    adres: str
    van_naar: str
    stop: bool
    status: str
    standaard: str
    rijen: tuple[BladRij, ...]
    opbouw: tuple[BladJaar, ...]
    bronnen: tuple[str, ...]
    gecontroleerd: str


def blad(kb: Kennisbank, vandaag: date, kenmerk: str) -> Blad:
    """The sheet of one route; raises KeyError for an unknown id."""
    route = kb.routes[kenmerk]
    schrijver, stand, teksten = Schrijver(kb, "routes", route), status(kb, route, vandaag), woorden(kb)
    zet = _Zetter(kb, schrijver)
    vraag = "" if stand.soort == "bevestigd" else f" {teksten['status-vraag']}"
    eerste = f"{zet.bron.naam}, {zet.bron.jaar}" if zet.bron else teksten["geen-opbouw"]
    return Blad(
        route.id,
        route.naam,
        f"leerroutes/{route.id}/",
        van_naar(schrijver),
        stand.soort in ("beeindigd", "nooit-gestart"),
        stand.zin + vraag,
        teksten["standaard"].replace("{bron}", eerste),
        (_school(kb, schrijver, route, zet), *_rijen(zet, route), _uitkomsten(zet, route)),
        tuple(_jaar(zet, n) for n in range(len(route.opbouw))),
        bronnen_kort(kb, route),
        teksten["gecontroleerd"].replace("{dag}", datum(route.gecontroleerd_op)),
    )


def woorden(kb: Kennisbank) -> dict[str, str]:
    """The sheet's own words."""
    return {naam: kb.weergave.teksten[f"factsheet-{naam}"] for naam in WOORDEN}


def zinnen(tekst: str) -> tuple[str, ...]:
    """A text of ours in sentences."""
    return tuple(ZINSEINDE.split(tekst.strip())) if tekst.strip() else ()


class _Zetter:
    """Writes the facts of one route as sentences, with the source only where it is not the sheet's main one."""

    def __init__(self, kb: Kennisbank, schrijver: Schrijver):
        self.kb, self.s = kb, schrijver
        self.teksten = kb.weergave.teksten
        feit = schrijver.record.bronnen[0]
        bron = kb.bronnen[feit.bron]
        self.bron = Bronregel(bron.korte_naam, "", None, f"schooljaar {schrijver.record.schooljaar}")

    def feit(self, waarde: Waarde, label: bool = False) -> tuple[str, ...]:
        """A value with its explanation; an unknown one gives its reason."""
        if waarde.onbekend:
            return zinnen(waarde.onbekend)
        if waarde.lezingen:
            tekst = "; ".join(f"{deel.tekst}{self.bij(deel.bron)}" for deel in waarde.lezingen)
        else:
            bij = self.bij(waarde.bron)
            tekst = "; ".join(waarde.punten) or waarde.tekst
            tekst = tekst.removesuffix(".") + bij if bij else tekst
        if label:
            tekst = f"{waarde.label}: {tekst}"
        return tuple(_punt(zin) for zin in (*zinnen(tekst), *zinnen(waarde.toelichting)))

    def bij(self, bron: Bronregel | None) -> str:
        """` (naam, jaar)` where source or year is not the sheet's own."""
        if bron is None or (bron.naam, bron.jaar) == (self.bron.naam, self.bron.jaar):
            return ""
        return f" ({bron.jaar})" if bron.naam == self.bron.naam else f" ({bron.naam}, {bron.jaar})"

    def bekend(self, *paden: str) -> list[Waarde]:
        """The values at these paths that the record tells something about."""
        return [waarde for waarde in map(self.s.waarde, paden) if not waarde.stil]


def _punt(zin: str) -> str:
    return zin if zin[-1] in ".?!:;" else f"{zin}."


def _school(kb: Kennisbank, schrijver: Schrijver, route: Route, zet: _Zetter) -> BladRij:
    """The school with its address and area."""
    feit = schrijver.waarde("school")
    label = zet.teksten["factsheet-school"]
    school = kb.scholen.get(route.school.waarde or "")
    if school is None:
        return BladRij(label, zet.feit(feit), (feit,))
    bij_school = Schrijver(kb, "scholen", school)
    gebied = bij_school.waarde("stadsdeel", zet.teksten["factsheet-stadsdeel"])
    regel = f"{school.naam}{zet.bij(feit.bron)}"
    if plek := adres_van_school(kb, route):
        regel += f". {plek}{zet.bij(bij_school.waarde('straat').bron)}"
    return BladRij(label, (_punt(regel), *zet.feit(gebied, label=True)), (feit, gebied))


def adres_van_school(kb: Kennisbank, route: Route) -> str:
    """`Straat 1, 1000AA Amsterdam`; empty where it is not known."""
    school = kb.scholen.get(route.school.waarde or "")
    if school is None:
        return ""
    straat, postcode, plaats = (
        Schrijver(kb, "scholen", school).waarde(veld).kort() for veld in ("straat", "postcode", "plaats")
    )
    return ", ".join(filter(None, (straat, f"{postcode} {plaats}".strip())))


def bronnen_kort(kb: Kennisbank, route: Route) -> tuple[str, ...]:
    """The sources of a route, for the foot of a sheet."""
    return tuple(
        f"{bron.naam}{f', {bron.plaats}' if bron.plaats else ''} ({bron.jaar})" for bron in bronnen_van(kb, route)
    )


def _rijen(zet: _Zetter, route: Route) -> list[BladRij]:
    rijen = [_rij(zet, naam, paden, route) for naam, paden in RIJEN]
    opleidingen = BladRij(zet.teksten["factsheet-opleidingen"], _opleidingen(zet, route), lijst=bool(route.opleidingen))
    return [*rijen[:2], opleidingen, *rijen[2:]]


def _rij(zet: _Zetter, naam: str, paden: tuple[str, ...], route: Route) -> BladRij:
    feiten = zet.bekend(*paden)
    gezegd = [zin for feit in feiten for zin in zet.feit(feit)] or [zet.teksten["niet-in-bronnen"]]
    if naam == "diploma":
        # what it means comes right after the answer itself
        gezegd.insert(1, zet.teksten[f"factsheet-diploma-{route.vmbo_diploma.waarde or 'onbekend'}"])
    return BladRij(zet.teksten[f"factsheet-{naam}"], tuple(gezegd), tuple(feiten))


def _opleidingen(zet: _Zetter, route: Route) -> tuple[str, ...]:
    """Each opleiding with its niveau, and with its state where it is not simply offered."""
    regels = []
    for deel in route.opleidingen:
        opleiding = zet.kb.opleidingen[deel.opleiding]
        regel = f"{opleiding.naam}, mbo {opleiding.niveau}"
        if deel.aangeboden != "ja":
            regel += f" ({zet.kb.weergave.kort['aangeboden-' + deel.aangeboden].lower()})"
        regels.append(regel + zet.bij(bronregel(zet.kb, deel)))
    return tuple(regels) or (zet.teksten["niet-in-bronnen"],)


def _uitkomsten(zet: _Zetter, route: Route) -> BladRij:
    """Every outcome with its measure, its year and its source."""
    feiten = (
        [replace(feit, toelichting="") for feit in zet.bekend(*(f"uitkomsten.{veld}" for veld in UITKOMSTEN))]
        if route.uitkomsten
        else []
    )
    regels = tuple(f"{feit.label}: {_meting(zet, feit)}" for feit in feiten)
    return BladRij(
        zet.teksten["factsheet-uitkomsten"],
        regels or (zet.teksten["niet-in-bronnen"],),
        tuple(feiten),
        lijst=bool(regels),
    )


def _meting(zet: _Zetter, feit: Waarde) -> str:
    """`85 % (schooljaar 2019-2020)`, always with its year; an unknown one gives its reason."""
    if feit.onbekend:
        return feit.onbekend
    delen = [(feit.tekst, feit.bron), *((deel.tekst, deel.bron) for deel in feit.lezingen)]
    regels = [f"{tekst}{zet.bij(bron) or f' ({bron.jaar})'}" if bron else tekst for tekst, bron in delen if tekst]
    return "; ".join(regels)


def _jaar(zet: _Zetter, n: int) -> BladJaar:
    """What happens in a leerjaar: programme, then stage."""
    feiten = zet.bekend(f"opbouw.{n}.programma", f"opbouw.{n}.stage")
    gezegd = [zin for feit in feiten for zin in zet.feit(feit, label=feit.label == zet.s.label("opbouw.stage"))]
    kop = zet.teksten["factsheet-leerjaar"].replace("{leerjaar}", str(zet.s.record.opbouw[n].leerjaar))
    return BladJaar(kop, tuple(gezegd), tuple(feiten))
