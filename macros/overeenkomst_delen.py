"""The clauses of a model agreement: texts in pieces, blanks with their controls, choices with their consequences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.checks_overeenkomst import PLEK
from macros.feiten import Bronregel, bronregel, opsomming
from macros.kennisbank import Kennisbank
from macros.model_overeenkomst import Artikel, Optie, Overeenkomst
from macros.model_overeenkomst import Veld as VeldRecord
from macros.punten import PuntRegel, punten


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
    nummer: int  # 0 for an annex, which is no clause
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


def velden(records: list[VeldRecord]) -> list[VeldRegel]:
    """Blanks with the words for their controls."""
    return [VeldRegel(v.id, v.naam, v.soort, v.hulp or "", v.uit_route or "", v.nodig == "ja") for v in records]


def artikelregel(kb: Kennisbank, model: Overeenkomst, n: int, artikel: Artikel) -> ArtikelRegel:
    """Clause `n` (from 0) of a model, ready to print."""
    clausules = [eerder for eerder in model.artikelen[: n + 1] if eerder.bijlage == "nee"]
    return ArtikelRegel(
        artikel.id,
        len(clausules) if artikel.bijlage == "nee" else 0,
        artikel.kop,
        artikel.onderwerp or "",
        kb.weergave.waarden[artikel.onderwerp] if artikel.onderwerp else "",
        opsomming([kb.weergave.waarden[deel] for deel in artikel.onderdelen]),
        artikel.waarom,
        stukken(artikel.leden, model),
        velden(artikel.velden),
        [KeuzeRegel(k.id, k.vraag, [_optie(model, optie) for optie in k.opties]) for k in artikel.keuzes],
        punten(kb, artikel.toen, kb.herkomst("overeenkomst", model, f"artikelen.{n}.toen")),
        " ".join(artikel.niet_bij),
        bronregel(kb, artikel),
        kb.herkomst("overeenkomst", model, f"artikelen.{n}"),
    )


def _optie(model: Overeenkomst, optie: Optie) -> OptieRegel:
    return OptieRegel(
        optie.id, optie.naam, optie.gevolg, optie.let_op or "", stukken(optie.leden, model), velden(optie.velden)
    )
