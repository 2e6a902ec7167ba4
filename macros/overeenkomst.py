"""The model agreements: the list of them, and each as a whole with its blanks, choices and consequences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.feiten import Bronregel, Verwijzing, bronnen_van, datum
from macros.kennisbank import Kennisbank
from macros.model_overeenkomst import ONDERWERPEN, Overeenkomst
from macros.overeenkomst_delen import ArtikelRegel, Stuk, VeldRegel, artikelregel, stukken, velden
from macros.punten import PuntRegel, punten
from macros.schrijver import Schrijver
from macros.status import status

# What the script says, from weergave.yml as `overeenkomst-<naam>`; {…} is filled in.
TEKSTEN = tuple(
    "geregeld nog klaar niet-nodig bewaart-niet gewist gelezen gelezen-anders vervallen mislukt verschil verschil-een "
    "gelijk geen-verschil hier bestand stap stap-klaar stap-open volgende controle antwoord-leeg wijzig vraag-wissen "
    "word-fout concept botst botsen ingevuld word-botst route-ingevuld route-leeg route-gebleven route-geen".split()
)


@dataclass(frozen=True)
class VariantRegel:
    """A form of the cooperation; `onderwerpen` are the letters that the law asks for, with a space between."""

    id: str
    naam: str
    uitleg: str
    onderwerpen: str
    leden: list[list[Stuk]]


@dataclass(frozen=True)
class VersieRegel:
    """A version of the model and what changed; `adres` is where the text of an earlier one can be read."""

    tekst: str
    adres: str


@dataclass(frozen=True)
class RouteKeuze:
    """A route to fill in beforehand from: a text per field, and how old those are."""

    id: str
    naam: str
    stand: str
    waarden: dict[str, str]


@dataclass(frozen=True)
class OvereenkomstPagina:
    """A model as a whole."""

    id: str
    stam: str
    titel: str
    omschrijving: str
    herkomst: str
    voor: str
    versie: str
    nummer: str
    wet_gelezen: str
    vervangen_door: Verwijzing | None
    varianten: list[VariantRegel]
    aanhef: list[list[Stuk]]
    aanhef_velden: list[VeldRegel]
    artikelen: list[ArtikelRegel]
    slot: list[list[Stuk]]
    slot_velden: list[VeldRegel]
    botsingen: list[tuple[str, str]]
    tekenaars: list[tuple[str, PuntRegel]]
    onderwerpen: dict[str, str]
    wijzigingen: list[VersieRegel]
    onzeker: list[PuntRegel]
    routes: list[RouteKeuze]
    teksten: dict[str, str]
    bronnen: list[Bronregel]
    gecontroleerd: str
    kruimels: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ModelRegel:
    """A model in the list."""

    id: str
    naam: str
    voor: str
    versie: str
    herkomst: str
    oud: bool


@dataclass(frozen=True)
class Overeenkomsten:
    """The page /overeenkomst/."""

    titel: str
    omschrijving: str
    modellen: list[ModelRegel]
    oude: list[ModelRegel]


def overeenkomsten(kb: Kennisbank, vandaag: date) -> Overeenkomsten:
    """The view of /overeenkomst/."""
    op_volgorde = sorted(kb.overeenkomst.values(), key=lambda model: (model.volgorde, model.id))
    regels = [
        ModelRegel(m.id, m.naam, m.voor, versie(m), kb.herkomst("overeenkomst", m, "naam"), bool(m.vervangen_door))
        for m in op_volgorde
    ]
    return Overeenkomsten(
        "Modelovereenkomsten",
        "Modellen voor de afspraken tussen vmbo en mbo: lezen, invullen en downloaden.",
        [regel for regel in regels if not regel.oud],
        [regel for regel in regels if regel.oud],
    )


def versie(model: Overeenkomst) -> str:
    """`versie 1.0 van 24 november 2026`."""
    return f"versie {model.versies[0].versie} van {datum(model.versies[0].datum)}"


def overeenkomst(kb: Kennisbank, vandaag: date, kenmerk: str) -> OvereenkomstPagina:
    """The view of one model; raises KeyError for an unknown id."""
    model = kb.overeenkomst[kenmerk]
    nieuwer = kb.overeenkomst.get(model.vervangen_door or "")
    waarden = kb.weergave.waarden
    return OvereenkomstPagina(
        id=model.id,
        stam=model.vervangen_door or model.id,
        titel=model.naam,
        omschrijving=f"Oude {versie(model)}. {model.voor}" if nieuwer else model.voor,
        herkomst=kb.herkomst("overeenkomst", model, "naam"),
        voor=model.voor,
        versie=versie(model),
        nummer=model.versies[0].versie,
        wet_gelezen=datum(model.wet_gelezen),
        vervangen_door=Verwijzing(nieuwer.naam, f"overeenkomst/{nieuwer.id}/", "", "") if nieuwer else None,
        varianten=[
            VariantRegel(v.id, v.naam, v.uitleg, " ".join(v.onderwerpen), stukken(v.leden, model))
            for v in model.varianten
        ],
        aanhef=stukken(model.aanhef, model),
        aanhef_velden=velden(model.aanhef_velden),
        artikelen=[artikelregel(kb, model, n, artikel) for n, artikel in enumerate(model.artikelen)],
        slot=stukken(model.slot, model),
        slot_velden=velden(model.slot_velden),
        botsingen=[(" ".join(botsing.als), botsing.melding) for botsing in model.botsingen],
        tekenaars=list(zip((t.wie for t in model.tekenaars), _punten(kb, model, "tekenaars"), strict=True)),
        onderwerpen={letter: waarden[letter] for letter in ONDERWERPEN},
        wijzigingen=_versies(kb, model),
        onzeker=_punten(kb, model, "onzeker"),
        routes=[_uit_route(kb, route, vandaag) for route in kb.routes],
        teksten={naam: kb.weergave.teksten[f"overeenkomst-{naam}"] for naam in TEKSTEN},
        bronnen=bronnen_van(kb, model),
        gecontroleerd=datum(model.gecontroleerd_op),
        kruimels=(("overeenkomst/", "Modelovereenkomsten"), ("", model.korte_naam)),
    )


def _versies(kb: Kennisbank, model: Overeenkomst) -> list[VersieRegel]:
    oude = {
        m.versies[0].datum: f"overeenkomst/{m.id}/" for m in kb.overeenkomst.values() if m.vervangen_door == model.id
    }
    return [VersieRegel(f"Versie {v.versie}, {datum(v.datum)}: {v.wat}", oude.get(v.datum, "")) for v in model.versies]


def _punten(kb: Kennisbank, model: Overeenkomst, veld: str) -> list[PuntRegel]:
    return punten(kb, getattr(model, veld), kb.herkomst("overeenkomst", model, veld))


def _uit_route(kb: Kennisbank, kenmerk: str, vandaag: date) -> RouteKeuze:
    """What a route can fill in beforehand."""
    route = kb.routes[kenmerk]
    schrijver = Schrijver(kb, "routes", route)
    namen = ", ".join(kb.opleidingen[d.opleiding].naam for d in route.opleidingen if d.aangeboden == "ja")
    gevuld = {
        veld: schrijver.waarde(veld).tekst for veld in ("school", "instelling", "leerwegen", "mbo_niveau", "duur")
    }
    gevuld["duur"] = gevuld["duur"].split(" ")[0]
    waarden = {"naam": route.naam, **gevuld, "opleidingen": namen}
    return RouteKeuze(kenmerk, route.naam, status(kb, route, vandaag).zin, waarden)
