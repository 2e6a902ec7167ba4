"""Named rules across records. A rule is a function from the reading (and today) to messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from macros.families import FAMILIES, VERWIJZINGEN
from macros.inlezen import Ingelezen, Inlezing
from macros.loader import Bestand, Pad
from macros.messages import HULP, REGELS, Melding, bedoelt, kort, veldnaam
from macros.model import GERESERVEERD, Feit, Model
from macros.vorm import is_model, kaal


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
        opschriften,
        ouderdom,
    )
    bezet = {(m.bestand, m.regel, m.veld) for m in inlezing.meldingen}
    over = [melding for regel in regels for melding in regel(inlezing, vandaag)]
    # One mistake, one message: a value that reading refused is not judged again by a rule.
    return [*inlezing.meldingen, *(m for m in over if (m.bestand, m.regel, m.veld) not in bezet)]


def _velden(waarde: Any, pad: Pad = ()) -> Iterator[tuple[Pad, Any]]:
    """Every field below a model with its path, facts as one."""
    if isinstance(waarde, Model):
        for naam in type(waarde).model_fields:
            deel = getattr(waarde, naam)
            yield (*pad, naam), deel
            yield from _velden(deel, (*pad, naam))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _velden(deel, (*pad, nummer))


def _melding(
    bron: Ingelezen,
    pad: Pad,
    code: str,
    *,
    nabij: str | None = None,
    hulp: str | None = None,
    ernst: str = "fout",
    goed: str | None = None,
    staat: str | None = None,
    **invul: object,
) -> Melding:
    plek = bron.bestand.plek((*bron.pad, *pad))
    kort_pad = tuple(deel for deel in pad if deel != "waarde")
    staat = staat or (kort(plek.ruw) if plek.ruw is not None else "deze gegevens")
    return Melding(
        bron.bestand.naam,
        plek.regel,
        veldnaam(kort_pad),
        staat,
        REGELS[code].format(**invul),
        bedoelt=nabij,
        goed=goed,
        hulp=hulp,
        ernst=ernst,
    )


def _stam(bestand: Bestand) -> str:
    return bestand.naam.rsplit("/", 1)[-1].removesuffix(".yml")


def bestandsnaam(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A file with one record carries the id of that record as its name."""
    for familie, ids in inlezing.ids.items():
        for kenmerk, plaatsen in ids.items():
            for bestand, pad in plaatsen if FAMILIES[familie].map_ and len(plaatsen) == 1 else []:
                if (naam := _stam(bestand)) != kenmerk:
                    verwacht = REGELS["bestandsnaam"].format(naam=naam)
                    regel = bestand.plek((*pad, "id")).regel
                    yield Melding(bestand.naam, regel, "id", kenmerk, verwacht, goed=f"id: {naam}")


def uniek(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """An id occurs once in its family; both files are named, and the file that carries the name is in the right."""
    for familie, ids in inlezing.ids.items():
        for kenmerk, plaatsen in ids.items():
            recht = next((plaats for plaats in plaatsen if _stam(plaats[0]) == kenmerk), plaatsen[0])
            ander = f"{recht[0].naam}, regel {recht[0].plek((*recht[1], 'id')).regel}"
            for bestand, pad in (plaats for plaats in plaatsen if plaats is not recht):
                verwacht = REGELS["dubbel_id"].format(ander=ander)
                goed = f"id: {_stam(bestand)}" if FAMILIES[familie].map_ else None
                yield Melding(bestand.naam, bestand.plek((*pad, "id")).regel, "id", kenmerk, verwacht, goed=goed)


def gereserveerd(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """An id is not the address of a page or folder of the site."""
    for bron in inlezing.records:
        if bron.record.id in GERESERVEERD:
            yield _melding(bron, ("id",), "gereserveerd", hulp=HULP["langer"].format(id=bron.record.id))


def _verwezen(waarde: Any) -> list[tuple[Pad, str]]:
    """The ids that a reference field holds, with the path of each below the field."""
    if isinstance(waarde, str):
        return [((), waarde)]
    if isinstance(waarde, list):
        return [((n, *pad), kenmerk) for n, deel in enumerate(waarde) for pad, kenmerk in _verwezen(deel)]
    if isinstance(waarde, Feit):
        lezingen = [(("waarde",), waarde.waarde)]
        lezingen += [(("waarden", n, "waarde"), lezing.waarde) for n, lezing in enumerate(waarde.waarden or [])]
        return [((*voor, *pad), kenmerk) for voor, deel in lezingen for pad, kenmerk in _verwezen(deel)]
    return []


def verwijzingen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """What a field refers to exists. A file that is there but could not be read does exist."""
    for bron in inlezing.records:
        for pad, waarde in _velden(bron.record):
            familie = VERWIJZINGEN.get(str(pad[-1]), "")
            if not familie or (familie in inlezing.onleesbaar and not FAMILIES[familie].map_):
                continue
            bekend = inlezing.ids[familie].keys() | inlezing.namen[familie]
            waar = FAMILIES[familie].waar()
            wat = REGELS["verwijzing_map" if FAMILIES[familie].map_ else "verwijzing_lijst"].format(waar=waar)
            for extra, kenmerk in _verwezen(waarde):
                if kenmerk not in bekend:
                    yield _melding(
                        bron,
                        (*pad, *extra),
                        "verwijzing",
                        nabij=bedoelt(kenmerk, sorted(bekend)),
                        hulp=HULP["nieuw"].format(waar=waar),
                        wat=wat,
                    )


def _routes(inlezing: Inlezing) -> Iterator[Ingelezen]:
    return (bron for bron in inlezing.records if bron.familie == "routes")


def _bij_id(inlezing: Inlezing, familie: str) -> dict[str, Any]:
    return {bron.record.id: bron.record for bron in inlezing.records if bron.familie == familie}


def colleges(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A college that a route names belongs to its instelling."""
    instellingen = _bij_id(inlezing, "instellingen")
    for bron in _routes(inlezing):
        instelling = instellingen.get(bron.record.instelling.waarde or "")
        if not instelling or not bron.record.colleges:
            continue
        bekend = [college.id for college in instelling.colleges]
        for nummer, college in enumerate(bron.record.colleges.waarde or []):
            if college not in bekend:
                yield _melding(
                    bron,
                    ("colleges", "waarde", nummer),
                    "verwijzing",
                    nabij=bedoelt(college, bekend),
                    wat=REGELS["verwijzing_lijst"].format(waar=f"data/instellingen/{instelling.id}.yml"),
                )


def typen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """The two type fields refer to types of their own kind."""
    bekend = _bij_id(inlezing, "typen")
    for bron in _routes(inlezing):
        for veld, soort in (("type_verkenning", "verkenning"), ("wettelijke_vorm", "wettelijk")):
            for extra, kenmerk in _verwezen(getattr(bron.record, veld)):
                if kenmerk in bekend and bekend[kenmerk].soort != soort:
                    yield _melding(bron, (veld, *extra), "soort_type", soort=soort)


def wettelijke_paren(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Where a route claims a form in the law, every leerweg leads to a niveau that the law knows for it."""
    bekend = _bij_id(inlezing, "typen")
    for bron in _routes(inlezing):
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
            yield _melding(bron, ("wettelijke_vorm",), "wettelijk_paar", paren=mag, staat=f"{vorm.id}, {zonder[0]}")


def _of(delen: list[Any]) -> str:
    return " of ".join(map(str, delen))


def niveaus(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """An opleiding that a route offers is at the niveau of the route."""
    bekend = _bij_id(inlezing, "opleidingen")
    for bron in _routes(inlezing):
        mag = bron.record.mbo_niveau.waarde or []
        for nummer, deel in enumerate(bron.record.opleidingen):
            opleiding = bekend.get(deel.opleiding)
            if opleiding and mag and opleiding.niveau not in mag:
                staat = f"{opleiding.id}, niveau {opleiding.niveau}"
                yield _melding(
                    bron, ("opleidingen", nummer, "opleiding"), "niveau_opleiding", niveaus=_of(mag), staat=staat
                )


def aantallen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """No more pupils went on, left or failed than began."""
    for bron in _routes(inlezing):
        for nummer, cohort in enumerate(bron.record.cohorten):
            for veld in ("door", "naar_entree", "gedoubleerd", "vertrokken"):
                if (getattr(cohort, veld) or 0) > cohort.gestart:
                    yield _melding(bron, ("cohorten", nummer, veld), "meer_dan_gestart", gestart=cohort.gestart)


def perioden(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A phase does not end before it began."""
    for bron in _routes(inlezing):
        for nummer, fase in enumerate(bron.record.start.fasen if bron.record.start else []):
            if fase.tot and fase.tot < fase.van:
                yield _melding(bron, ("start", "fasen", nummer, "tot"), "eind_voor_start", van=fase.van)


def toekomst(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Nobody checked, read or confirmed a thing after today."""
    velden = ("gecontroleerd_op", "gelezen_op", "bevestigd_door_aanbieder_op", "overeenkomst_datum")
    for bron in inlezing.records:
        for pad, waarde in _velden(bron.record):
            dag = waarde.waarde if isinstance(waarde, Feit) else waarde
            if pad[-1] in velden and isinstance(dag, date) and dag > vandaag:
                yield _melding(bron, pad, "toekomst", vandaag=vandaag.isoformat())


def bevestiging(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """`bevestigd` needs the day on which the school confirmed."""
    for bron in _routes(inlezing):
        if bron.record.actualiteit == "bevestigd" and bron.record.bevestigd_door_aanbieder_op.waarde is None:
            yield _melding(bron, ("actualiteit",), "bevestiging")


def feitvelden(model: type[Model], pad: str) -> Iterator[str]:
    """The path of every fact in a model, through its sections; lists have column heads of their own."""
    for naam, veld in model.model_fields.items():
        soort = kaal(veld.annotation)
        if is_model(soort, Feit):
            yield f"{pad}.{naam}"
        elif is_model(soort):
            yield from feitvelden(soort, f"{pad}.{naam}")


def opschriften(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Every fact of the model has a heading in weergave.yml, and every heading a fact."""
    weergave = inlezing.losse.get("weergave")
    if not weergave:
        return
    nodig = {pad for familie in FAMILIES.values() for pad in feitvelden(familie.model, familie.model.__name__.lower())}
    for veld in sorted(nodig - weergave.record.velden.keys()):
        yield _melding(
            weergave, ("velden", veld), "label", veld=veld, groep="velden", goed=f"{veld}: …", staat=kort(None)
        )
    for veld in sorted(weergave.record.velden.keys() - nodig):
        yield _melding(weergave, ("velden", veld), "label_over", nabij=bedoelt(veld, nodig))


def ouderdom(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Not checked for twelve months: a point of attention, no mistake."""
    for bron in inlezing.records:
        for pad, waarde in _velden(bron.record):
            if pad[-1] != "gecontroleerd_op" or not isinstance(waarde, date):
                continue
            if (vandaag.year - waarde.year, vandaag.month, vandaag.day) > (1, waarde.month, waarde.day):
                maanden = 12 * (vandaag.year - waarde.year) + vandaag.month - waarde.month - (vandaag.day < waarde.day)
                staat = HULP["maanden"].format(dag=waarde.isoformat(), maanden=maanden)
                yield _melding(bron, pad, "oud", ernst="let-op", staat=staat)
