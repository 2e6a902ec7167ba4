"""Named rules across records. A rule is a function from the reading (and today) to messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from macros.checks_kaders import gelezen, overzicht, uren
from macros.checks_kenmerk import bestandsnaam, colleges, gereserveerd, uniek, verwijzingen
from macros.checks_overeenkomst import keuzes, onderwerpen, oude_versies, plekken
from macros.checks_persoonsgegevens import persoonsgegevens
from macros.checks_rekenmodel import rekenmodel
from macros.checks_stappen import notitie, taken, volgorde, voorbeelden
from macros.checks_weergave import hulpmiddelen, opschriften, woorden
from macros.inlezen import Inlezing
from macros.messages import HULP
from macros.model import Feit
from macros.regel import bij_id, melding, routes, verwezen
from macros.verslag import Melding


def controleer(inlezing: Inlezing, vandaag: date) -> list[Melding]:
    """Every message of every rule, after those of reading; empty when all is well."""
    regels = (
        bestandsnaam,
        uniek,
        gereserveerd,
        verwijzingen,
        colleges,
        typen,
        wettelijke_paren,
        niveaus,
        aantallen,
        perioden,
        toekomst,
        bevestiging,
        notitie,
        volgorde,
        taken,
        voorbeelden,
        gelezen,
        overzicht,
        uren,
        onderwerpen,
        plekken,
        keuzes,
        oude_versies,
        rekenmodel,
        opschriften,
        hulpmiddelen,
        woorden,
        persoonsgegevens,
        sjabloontekst,
        ouderdom,
    )
    bezet = {(m.bestand, m.regel, m.veld) for m in inlezing.meldingen}
    over = [melding for regel in regels for melding in regel(inlezing, vandaag)]
    # One mistake, one message: a value that reading refused is not judged again by a rule.
    return [*inlezing.meldingen, *(m for m in over if (m.bestand, m.regel, m.veld) not in bezet)]


def typen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """The two type fields refer to types of their own kind."""
    bekend = bij_id(inlezing, "typen")
    for bron in routes(inlezing):
        for veld, soort in (("type_verkenning", "verkenning"), ("wettelijke_vorm", "wettelijk")):
            for extra, kenmerk in verwezen(getattr(bron.record, veld)):
                if kenmerk in bekend and bekend[kenmerk].soort != soort:
                    yield melding(bron, (veld, *extra), "soort_type", soort=soort)


def wettelijke_paren(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Where a route claims a form in the law, every leerweg leads to a niveau that the law knows for it."""
    bekend = bij_id(inlezing, "typen")
    for bron in routes(inlezing):
        vorm = bekend.get(bron.record.wettelijke_vorm.waarde or "")
        if not vorm or not vorm.paren:
            continue
        paren = {(paar.leerweg, paar.niveau) for paar in vorm.paren}
        leerwegen, niveaus = bron.record.leerwegen.waarde or [], bron.record.mbo_niveau.waarde or []
        zonder = [f"van {w} naar niveau {_of(niveaus)}" for w in leerwegen if not any((w, n) in paren for n in niveaus)]
        zonder += [
            f"van {_of(leerwegen)} naar niveau {n}" for n in niveaus if not any((w, n) in paren for w in leerwegen)
        ]
        if leerwegen and niveaus and zonder:
            mag = ", ".join(f"van {w} naar niveau {n}" for w, n in sorted(paren))
            yield melding(bron, ("wettelijke_vorm",), "wettelijk_paar", paren=mag, staat=f"{vorm.id}, {zonder[0]}")


def _of(delen: list[Any]) -> str:
    return " of ".join(map(str, delen))


def niveaus(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """An opleiding that a route offers is at the niveau of the route."""
    bekend = bij_id(inlezing, "opleidingen")
    for bron in routes(inlezing):
        mag = bron.record.mbo_niveau.waarde or []
        for nummer, deel in enumerate(bron.record.opleidingen):
            opleiding = bekend.get(deel.opleiding)
            if opleiding and mag and opleiding.niveau not in mag:
                staat = f"{opleiding.id}, niveau {opleiding.niveau}"
                yield melding(
                    bron, ("opleidingen", nummer, "opleiding"), "niveau_opleiding", niveaus=_of(mag), staat=staat
                )


def aantallen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """No more pupils went on, left or failed than began."""
    for bron in routes(inlezing):
        for nummer, cohort in enumerate(bron.record.cohorten):
            for veld in ("door", "naar_entree", "gedoubleerd", "vertrokken"):
                if (getattr(cohort, veld) or 0) > cohort.gestart:
                    yield melding(bron, ("cohorten", nummer, veld), "meer_dan_gestart", gestart=cohort.gestart)


def perioden(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A phase does not end before it began."""
    for bron in routes(inlezing):
        for nummer, fase in enumerate(bron.record.start.fasen if bron.record.start else []):
            if fase.tot and fase.tot < fase.van:
                yield melding(bron, ("start", "fasen", nummer, "tot"), "eind_voor_start", van=fase.van)


def toekomst(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Nobody checked, read or confirmed a thing after today."""
    dagen = ("gecontroleerd_op", "gelezen_op", "bevestigd_door_aanbieder_op", "overeenkomst_datum")
    for bron in inlezing.records:
        for pad, waarde in bron.met_naam(*dagen):
            dag = waarde.waarde if isinstance(waarde, Feit) else waarde
            if isinstance(dag, date) and dag > vandaag:
                yield melding(bron, pad, "toekomst", vandaag=vandaag.isoformat())


def bevestiging(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """`bevestigd` needs the day on which the school confirmed, and with that day a route is not `niet-bevestigd`."""
    for bron in routes(inlezing):
        dag = bron.record.bevestigd_door_aanbieder_op.waarde
        if bron.record.actualiteit == "bevestigd" and dag is None:
            yield melding(bron, ("actualiteit",), "bevestiging")
        if bron.record.actualiteit == "niet-bevestigd" and dag and dag <= vandaag:
            yield melding(bron, ("actualiteit",), "bevestiging_vergeten")


def ouderdom(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Not checked for twelve months: a point of attention, no mistake."""
    for bron in inlezing.records:
        for pad, waarde in bron.met_naam("gecontroleerd_op"):
            if not isinstance(waarde, date):
                continue
            if (vandaag.year - waarde.year, vandaag.month, vandaag.day) > (1, waarde.month, waarde.day):
                maanden = 12 * (vandaag.year - waarde.year) + vandaag.month - waarde.month - (vandaag.day < waarde.day)
                staat = HULP["maanden"].format(dag=waarde.isoformat(), maanden=maanden)
                yield melding(bron, pad, "oud", ernst="let-op", staat=staat)


def sjabloontekst(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A point of attention where the text of a blank record still stands."""
    bestanden = {bron.bestand.naam: bron for bron in inlezing.records}
    for bron in bestanden.values():
        for pad in bron.bestand.met_sjabloontekst:
            yield melding(replace(bron, pad=()), pad, "sjabloontekst", ernst="let-op")
