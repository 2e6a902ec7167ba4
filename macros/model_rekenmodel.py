"""The rekenmodel: its fields, the steps of the arithmetic in words, and what is told beside it.

Which fields and steps there are is decided by rekenmodel_som.py; here stand their words.
"""

from __future__ import annotations

from pydantic import Field

from macros.model import BronRecord, Herkomst, Model
from macros.model_stap import Punt
from macros.model_waarden import Aantal, Id, Naam, Tekst


class Rekenoptie(Model):
    """One of the options of a choice."""

    id: Id
    """Vast kenmerk van de keuze. Het staat in het adres dat mensen mailen."""
    naam: Naam
    """De keuze zoals die op de site staat."""


class Rekenveld(Model):
    """A field of the form."""

    id: Id
    """Vast kenmerk van het veld. Het staat in het adres dat mensen mailen."""
    naam: Naam
    """Het opschrift bij het veld."""
    eenheid: Tekst | None = None
    """Wat het getal telt. Bij een keuze laat u dit weg."""
    hulp: Tekst
    """Wat de lezer invult, in één of twee zinnen."""
    waar: Tekst
    """Waar de lezer dit getal vindt."""
    aanname: Tekst | None = None
    """Wat wij aannemen omdat de bron het openlaat."""
    opties: list[Rekenoptie] = Field(default_factory=list)
    """Bij een keuze: de mogelijkheden. De eerste geldt als er niets is gekozen."""
    voorbeeld: Aantal | None = None
    """Het verzonnen getal in het voorbeeld, in rekeneenheden. Nooit een echt tarief."""
    voorbeeld_keuze: Id | None = None
    """Bij een keuze: de mogelijkheid in het voorbeeld."""


class Rekengroep(Model):
    """Fields that belong together."""

    id: Id
    """Vast kenmerk van de groep."""
    naam: Naam
    """Het kopje boven de velden."""
    velden: list[Rekenveld]
    """De velden, in volgorde."""


class Rekenpunt(Punt):
    """A point with a few words before it, and where to read on."""

    kop: Naam | None = None
    """Waar het punt over gaat, in een paar woorden."""
    kader: Id | None = None
    """Bestandsnaam (zonder .yml) uit data/kaders/, om verder te lezen."""


class Rekenregel(Herkomst):
    """A step of the arithmetic."""

    id: Id
    """Vast kenmerk van de stap in de berekening."""
    naam: Naam
    """De stap in een paar woorden."""
    formule: Tekst
    """De formule in woorden."""


class Rekenmodel(BronRecord):
    """The page with the arithmetic."""

    uitleg: list[Rekenpunt]
    """Wat het model is en waar het vandaan komt."""
    groepen: list[Rekengroep]
    """De velden van het formulier."""
    regels: list[Rekenregel]
    """De stappen van de berekening, in volgorde."""
    keuzes: list[Rekenpunt]
    """Wat wij kozen waar de bron niets zegt."""
    ondergrenzen: list[Rekenpunt]
    """Bekende kleinste aantallen, om naast de uitkomst te leggen."""
    alternatieven: list[Rekenpunt]
    """Andere manieren om te verrekenen."""
    wet: list[Rekenpunt]
    """Wat de wet zegt over overdragen en inschrijven."""
    routes: list[Id] = Field(default_factory=list)
    """Routes die dit model gebruikten: bestandsnamen uit data/routes/."""
