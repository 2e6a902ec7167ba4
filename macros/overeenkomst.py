"""The model agreements: the list of them, and each as a whole with its blanks, choices and consequences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.checks_overeenkomst import PLEK
from macros.feiten import Bronregel, Verwijzing, bronnen_van, bronregel, datum, opsomming
from macros.kennisbank import Kennisbank
from macros.model_overeenkomst import ONDERWERPEN, Artikel, Optie, Overeenkomst
from macros.model_overeenkomst import Veld as VeldRecord
from macros.punten import PuntRegel, punten
from macros.schrijver import Schrijver

# What the script says, from weergave.yml as `overeenkomst-<naam>`; {…} is filled in.
TEKSTEN = tuple(
    "leeg geregeld nog klaar kies niet-nodig bewaard bewaart-niet gewist gelezen mislukt verschil gelijk geen-verschil "
    "stap-klaar stap-open antwoord-leeg wijzig vraag-wissen concept".split()
)


@dataclass(frozen=True)
class Stuk:
    """A piece of a text: words, or the blank of a field."""

    tekst: str
    veld: str = ""


@dataclass(frozen=True)
class VeldRegel:
    """A blank to fill, with the words for its control."""

    id: str
    naam: str
    soort: str
    hulp: str
    uit_route: str
    nodig: bool

    @property
    def label(self) -> str:
        """The name with a capital, for the control."""
        return self.naam[:1].upper() + self.naam[1:]


@dataclass(frozen=True)
class OptieRegel:
    """An answer to a choice."""

    id: str
    naam: str
    gevolg: str
    let_op: str
    leden: list[list[Stuk]]
    velden: list[VeldRegel]


@dataclass(frozen=True)
class KeuzeRegel:
    """A choice with its answers."""

    id: str
    vraag: str
    opties: list[OptieRegel]


@dataclass(frozen=True)
class ArtikelRegel:
    """A clause with its number, why it is there, and what the law asks."""

    id: str
    nummer: int
    kop: str
    onderwerp: str
    onderwerp_naam: str
    onderdelen: str
    waarom: str
    leden: list[list[Stuk]]
    velden: list[VeldRegel]
    keuzes: list[KeuzeRegel]
    toen: list[PuntRegel]
    niet_bij: str
    bron: Bronregel | None
    herkomst: str


@dataclass(frozen=True)
class VariantRegel:
    """A form of the cooperation; `onderwerpen` are the letters that the law asks for, with a space between."""

    id: str
    naam: str
    uitleg: str
    onderwerpen: str
    leden: list[list[Stuk]]


@dataclass(frozen=True)
class OvereenkomstPagina:
    """A model as a whole."""

    id: str
    titel: str
    omschrijving: str
    herkomst: str
    voor: str
    versie: str
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
    wijzigingen: list[str]
    onzeker: list[PuntRegel]
    routes: list[tuple[str, str, dict[str, str]]]
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
        titel=model.naam,
        omschrijving=model.voor,
        herkomst=kb.herkomst("overeenkomst", model, "naam"),
        voor=model.voor,
        versie=versie(model),
        wet_gelezen=datum(model.wet_gelezen),
        vervangen_door=Verwijzing(nieuwer.naam, f"overeenkomst/{nieuwer.id}/", "", "") if nieuwer else None,
        varianten=[
            VariantRegel(v.id, v.naam, v.uitleg, " ".join(v.onderwerpen), stukken(v.leden, model))
            for v in model.varianten
        ],
        aanhef=stukken(model.aanhef, model),
        aanhef_velden=_velden(model.aanhef_velden),
        artikelen=[_artikel(kb, model, n, artikel) for n, artikel in enumerate(model.artikelen)],
        slot=stukken(model.slot, model),
        slot_velden=_velden(model.slot_velden),
        botsingen=[(" ".join(botsing.als), botsing.melding) for botsing in model.botsingen],
        tekenaars=list(zip((t.wie for t in model.tekenaars), _punten(kb, model, "tekenaars"), strict=True)),
        onderwerpen={letter: waarden[letter] for letter in ONDERWERPEN},
        wijzigingen=[f"Versie {v.versie}, {datum(v.datum)}: {v.wat}" for v in model.versies],
        onzeker=_punten(kb, model, "onzeker"),
        routes=[_uit_route(kb, route) for route in kb.routes],
        teksten={naam: kb.weergave.teksten[f"overeenkomst-{naam}"] for naam in TEKSTEN},
        bronnen=bronnen_van(kb, model),
        gecontroleerd=datum(model.gecontroleerd_op),
        kruimels=(("overeenkomst/", "Modelovereenkomsten"), ("", model.korte_naam)),
    )


def stukken(leden: Iterable[str], model: Overeenkomst) -> list[list[Stuk]]:
    """Texts in pieces; a blank gets the name of its field."""
    namen = {veld.id: veld.naam for veld in alle_velden(model)}
    gevonden = []
    for lid in leden:
        delen = PLEK.split(lid)
        gevonden.append(
            [Stuk(namen[deel], deel) if n % 2 else Stuk(deel) for n, deel in enumerate(delen) if n % 2 or deel]
        )
    return gevonden


def alle_velden(model: Overeenkomst) -> list[VeldRecord]:
    """Every blank of a model, in order."""
    velden = [*model.aanhef_velden]
    for artikel in model.artikelen:
        velden += [*artikel.velden, *(v for keuze in artikel.keuzes for optie in keuze.opties for v in optie.velden)]
    return [*velden, *model.slot_velden]


def _velden(velden: list[VeldRecord]) -> list[VeldRegel]:
    return [VeldRegel(v.id, v.naam, v.soort, v.hulp or "", v.uit_route or "", v.nodig == "ja") for v in velden]


def _artikel(kb: Kennisbank, model: Overeenkomst, n: int, artikel: Artikel) -> ArtikelRegel:
    return ArtikelRegel(
        artikel.id,
        n + 1,
        artikel.kop,
        artikel.onderwerp or "",
        kb.weergave.waarden[artikel.onderwerp] if artikel.onderwerp else "",
        opsomming([kb.weergave.waarden[deel] for deel in artikel.onderdelen]),
        artikel.waarom,
        stukken(artikel.leden, model),
        _velden(artikel.velden),
        [KeuzeRegel(k.id, k.vraag, [_optie(model, optie) for optie in k.opties]) for k in artikel.keuzes],
        punten(kb, artikel.toen, kb.herkomst("overeenkomst", model, f"artikelen.{n}.toen")),
        " ".join(artikel.niet_bij),
        bronregel(kb, artikel),
        kb.herkomst("overeenkomst", model, f"artikelen.{n}"),
    )


def _optie(model: Overeenkomst, optie: Optie) -> OptieRegel:
    return OptieRegel(
        optie.id, optie.naam, optie.gevolg, optie.let_op or "", stukken(optie.leden, model), _velden(optie.velden)
    )


def _punten(kb: Kennisbank, model: Overeenkomst, veld: str) -> list[PuntRegel]:
    return punten(kb, getattr(model, veld), kb.herkomst("overeenkomst", model, veld))


def _uit_route(kb: Kennisbank, kenmerk: str) -> tuple[str, str, dict[str, str]]:
    """What a route can fill in beforehand: its id, its name, and a text per field."""
    route = kb.routes[kenmerk]
    schrijver = Schrijver(kb, "routes", route)
    namen = ", ".join(kb.opleidingen[d.opleiding].naam for d in route.opleidingen if d.aangeboden == "ja")
    velden = {
        veld: schrijver.waarde(veld).tekst for veld in ("school", "instelling", "leerwegen", "mbo_niveau", "duur")
    }
    velden["duur"] = velden["duur"].split(" ")[0]
    return kenmerk, route.naam, {**velden, "opleidingen": namen}
