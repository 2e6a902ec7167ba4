"""The convenant of 2024-2027: what the boards agreed, and the goals with the rule by which we count."""

from __future__ import annotations

from pydantic import Field

from macros.model import BronRecord, FeitTeksten, Herkomst, Model
from macros.model_stap import Punt
from macros.model_waarden import Aantal, Datum, Id, Leerweg, Naam, Niveau, Tekst, keuze


class Afspraak(Punt):
    """An agreement of the convenant."""

    nummer: Aantal
    """Het nummer van de afspraak in het convenant."""
    naam: Naam
    """De afspraak in een paar woorden."""


class Actielijn(Model):
    """A line of action with its agreements."""

    naam: Naam
    """Hoe de actielijn heet."""
    punten: list[Punt] = Field(default_factory=list)
    """Wat de actielijn wil."""
    afspraken: list[Afspraak]
    """De afspraken van deze lijn."""


class Doelstelling(Herkomst):
    """A goal with its baseline; without `leerweg` no route in our data can be counted for it."""

    id: Id
    """Vast kenmerk van het doel."""
    naam: Naam
    """Het doel in een paar woorden."""
    tekst: Tekst
    """Wat het convenant zegt, in eigen woorden."""
    leerweg: Leerweg | None = None
    """De leerweg waarvoor het doel geldt, als wij het in onze routes kunnen tellen."""
    niveau: Niveau | None = None
    """Het mbo-niveau waarvoor het doel geldt."""
    telt: keuze("scholen", "routes") = "scholen"
    """Wat er geteld wordt: scholen of routes."""
    nulmeting: Tekst | None = None
    """De stand op 1 januari 2024, volgens het convenant."""
    doel: Aantal | None = None
    """Het aantal dat in juli 2027 bereikt moet zijn, als het convenant een aantal noemt."""
    regel: Tekst
    """Hoe wij tellen, of waarom wij dat niet kunnen."""


class Convenant(BronRecord):
    """The convenant as a whole."""

    ambitie: FeitTeksten
    """Wat de partners willen."""
    waarom: FeitTeksten
    """Waarom zij dat willen."""
    begrip: FeitTeksten
    """Wat zij onder doorlopend leren verstaan."""
    gebieden: list[Id]
    """Stadsdelen waar het convenant op let: bestandsnamen uit data/stadsdelen/."""
    sectoren: Tekst
    """Sectoren waar het convenant op let."""
    vanaf: Datum
    """Vanaf deze dag telt een bevestigde route mee voor de doelen."""
    lijnen: list[Actielijn]
    """De actielijnen."""
    doelen: list[Doelstelling]
    """De doelen voor juli 2027."""
    sturing: list[Punt]
    """Wie stuurt en wie uitvoert."""
    spanningen: list[Punt]
    """Waar de tekst van het convenant zichzelf tegenspreekt of iets openlaat."""
