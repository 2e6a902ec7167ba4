"""The ground of the model: the fact (`Feit`) and the record.

What a record in data/ may hold is defined here and in the model_<family>.py modules.
"""

from __future__ import annotations

from typing import Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

from macros.model_waarden import (
    Aantal,
    Datum,
    Id,
    Naam,
    Percentage,
    Schooljaar,
    SchooljaarOfOnbekend,
    Tekst,
    keuze,
    weiger,
)

# Words that are pages (or folders) of the site itself, or no file name in Windows: no record can be called so.
GERESERVEERD = frozenset(
    "assets aux begrippen beslisnotitie cijfers com1 com2 com3 com4 com5 com6 com7 com8 com9 con convenant factsheets "
    "formulier index javascripts kaart kaders leerroutes lessen lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 meewerken "
    "mijn-plan moet-en-mag nul onderhoud open-data over overeenkomst prn rekenmodel scholen search stadsdelen "
    "stappenplan stylesheets tijdlijn typen urencheck vergelijken verschillen wijzer zoeken".split()
)

T = TypeVar("T")


class Model(BaseModel):
    """Base of all that data/ may hold: an unknown field is a mistake, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Herkomst(Model):
    """Where a statement comes from. What is left out is taken from the section, then from the record."""

    bron: Id | None = None
    """Bestandsnaam (zonder .yml) uit data/bronnen/, als dit een andere bron heeft dan de rest."""
    plaats: Tekst | None = None
    """Hoofdstuk, bladzijde of artikel, zodat een ander het terugvindt."""
    schooljaar: SchooljaarOfOnbekend | None = None
    """Het schooljaar waarover dit gaat, zoals 2020-2021. 
    Noemt de bron geen schooljaar? Schrijf dan `onbekend`: op de site staat dan de datum van de bron."""
    gecontroleerd_op: Datum | None = None
    """De dag waarop wij dit naast de bron legden, als dat een andere dag is dan de rest."""


class Lezing(Herkomst, Generic[T]):
    """One reading of a fact: a value or a range, with its own source."""

    waarde: T | None = None
    """De waarde zelf, zonder eenheid."""
    van: T | None = None
    """Ondergrens, als de bron een bandbreedte noemt. Vul dan ook `tot` in."""
    tot: T | None = None
    """Bovengrens, als de bron een bandbreedte noemt."""
    aanduiding: keuze("ruim", "ongeveer", "bijna", "minimaal", "maximaal") | None = None
    """Hoe precies de bron is: ruim, ongeveer, bijna, minimaal of maximaal."""

    @model_validator(mode="after")
    def _range_is_complete(self) -> Self:
        if (self.van is None) != (self.tot is None):
            raise weiger("bereik_half")
        if self.van is not None and self.van > self.tot:
            raise weiger("bereik_omgekeerd")
        return self


class Feit(Lezing[T], Generic[T]):
    """A fact: a value, a range, conflicting readings with our choice, or unknown with the reason.

    The loader has brought the short form `leerlingen: 136` to `{waarde: 136}` before this class sees it,
    and kennisbank.py fills in the source, year and check date that the fact leaves to its record.
    """

    waarden: list[Lezing[T]] | None = None
    """Als bronnen verschillen: alle waarden, elk met `bron` of `plaats`."""
    keuze: Aantal | None = None
    """Het nummer (1, 2 …) van de waarde die wij als eerste noemen."""
    toelichting: Tekst | None = None
    """Uitleg in eigen woorden. Verplicht als bronnen verschillen."""
    onbekend: Tekst | None = None
    """Waarom weten we dit (nog) niet? Verschijnt zo op de site."""

    @model_validator(mode="after")
    def _one_form_only(self) -> Self:
        vormen = [self.waarde is not None, self.van is not None, self.waarden is not None, self.onbekend is not None]
        if vormen.count(True) != 1:
            raise weiger("feit_vorm")
        if self.waarden is not None and not (self.keuze and 1 <= self.keuze <= len(self.waarden) and self.toelichting):
            raise weiger("feit_keuze", aantal=len(self.waarden))
        return self

    def lezingen(self) -> list[Lezing[T]]:
        """All readings, our choice first; empty when the fact is unknown."""
        if self.onbekend is not None:
            return []
        if self.waarden is None:
            return [self]
        gekozen = self.waarden[self.keuze - 1]
        return [gekozen, *(lezing for lezing in self.waarden if lezing is not gekozen)]


Teksten = list[Tekst]
FeitTekst = Feit[Tekst]
FeitTeksten = Feit[Teksten]
FeitAantal = Feit[Aantal]
FeitPercentage = Feit[Percentage]


class Bronverwijzing(Model):
    """Source and place that hold for a whole record."""

    bron: Id
    """Bestandsnaam (zonder .yml) uit data/bronnen/."""
    plaats: Tekst
    """Hoofdstuk, bladzijde of artikel, zodat een ander het terugvindt."""


class Record(Model):
    """Base of every record that has an address of its own."""

    id: Id
    """Vast kenmerk, gelijk aan de bestandsnaam. Verandert nooit meer."""
    naam: Naam
    """De naam zoals een bezoeker die ziet."""


class BronRecord(Record):
    """A record whose facts share a source and a check date."""

    gecontroleerd_op: Datum
    """De dag waarop wij de waarden naast de bron legden, zoals 2026-11-21."""
    bronnen: list[Bronverwijzing]
    """De eerste bron geldt voor alles hieronder, tenzij een feit zelf een bron of plaats noemt."""
    schooljaar: Schooljaar | None = None
    """Over dit schooljaar gaan de feiten, tenzij er iets anders bij staat."""

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if not self.bronnen:
            raise weiger("bronnen_leeg")
        return self
