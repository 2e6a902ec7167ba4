"""The legal frameworks: what must, what may, what partners agree, the article now, and what has changed."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from macros.model import BronRecord, FeitTekst, Herkomst, Model, Teksten
from macros.model_stap import Punt
from macros.model_waarden import Aantal, Adres, Datum, Id, Naam, Tekst, keuze, weiger


class Wetsartikel(Herkomst):
    """An article that a framework rests on: read in a text of a known day, or not read, with the reason."""

    wet: Naam
    """De naam van de wet of regeling, zoals WVO 2020."""
    artikel: Naam
    """Het nummer, zoals 2.107b lid 2."""
    gaat_over: Tekst
    """Waar het artikel over gaat, in een paar woorden."""
    tekst_van: Datum | None = None
    """De dag van de wettekst die wij lazen, zoals 2026-01-01."""
    niet_gelezen: Tekst | None = None
    """Waarom wij de tekst zelf niet lazen. Alleen als `tekst_van` er niet is."""

    @model_validator(mode="after")
    def _read_or_not(self) -> Self:
        if (self.tekst_van is None) == (self.niet_gelezen is None):
            raise weiger("artikel_datum")
        return self


class Kaderdeel(Model):
    """A named part of a framework, such as subject a of the agreement."""

    kenmerk: Tekst | None = None
    """De letter of het nummer van dit deel in de wet, zoals a."""
    naam: Naam
    """Het deel in een paar woorden."""
    punten: list[Punt]
    """Wat erin staat."""


class Kadertabel(Herkomst):
    """A small table of a framework; every row has as many cells as there are heads."""

    naam: Naam
    """Het opschrift van de tabel."""
    koppen: Teksten
    """De opschriften van de kolommen."""
    rijen: list[Teksten]
    """De rijen. De eerste cel is de naam van de rij."""

    @model_validator(mode="after")
    def _rows_are_complete(self) -> Self:
        if not self.rijen or any(len(rij) != len(self.koppen) for rij in self.rijen):
            raise weiger("tabel_rijen", aantal=len(self.koppen))
        return self


class Urennorm(Herkomst):
    """The least hours of a route of this length, in klokuren."""

    soort: keuze("bol", "bbl")
    """bol of bbl."""
    jaren: Aantal
    """De cursusduur in jaren, geteld vanaf leerjaar 3."""
    totaal: Aantal
    """Het totaal aantal klokuren."""
    begeleid: Aantal
    """Begeleide onderwijsuren (klokuren)."""
    bpv: Aantal
    """Uren beroepspraktijkvorming (klokuren)."""


class GeldtVoor(Punt):
    """What the framework means for one kind of route."""

    type: Id
    """Bestandsnaam (zonder .yml) uit data/typen/."""
    antwoord: keuze("moet", "mag", "mag-niet", "geldt-niet", "zelf-afspreken", "niet-nagegaan")
    """moet, mag, mag-niet, geldt-niet, zelf-afspreken of niet-nagegaan."""


class Praktijk(Herkomst):
    """An example that a source gives, from outside Amsterdam too."""

    naam: Naam
    """De school of de samenwerking."""
    tekst: Tekst
    """Wat zij deden, in eigen woorden, met het jaar."""


class Kader(BronRecord):
    """A legal framework: one subject on which the law, or an agreement, says something about routes."""

    korte_naam: Naam
    """De naam in een tabel."""
    groep: keuze("vorm", "samenwerking", "programma", "leerling", "mbo")
    """vorm, samenwerking, programma, leerling of mbo."""
    kern: FeitTekst
    """Het antwoord in één of twee zinnen."""
    artikelen: list[Wetsartikel] = Field(default_factory=list)
    """De artikelen waar dit op rust."""
    moet: list[Punt] = Field(default_factory=list)
    """Wat verplicht is."""
    mag: list[Punt] = Field(default_factory=list)
    """Wat de wet toestaat."""
    afspraak: list[Punt] = Field(default_factory=list)
    """Wat partners samen afspreken."""
    delen: list[Kaderdeel] = Field(default_factory=list)
    """Onderdelen die een eigen kop krijgen."""
    tabellen: list[Kadertabel] = Field(default_factory=list)
    """Kleine tabellen."""
    urennormen: list[Urennorm] = Field(default_factory=list)
    """De minimale uren, per soort en duur. De urencheck rekent hiermee."""
    gewijzigd: keuze("ja", "nee", "onbekend")
    """Is de regel veranderd sinds onze bron van 2019 of 2021?"""
    toen: list[Punt] = Field(default_factory=list)
    """Wat de bron van 2019 of 2021 zei."""
    nu: list[Punt] = Field(default_factory=list)
    """Wat er sindsdien veranderde, of dat het gelijk bleef."""
    geldt_voor: list[GeldtVoor] = Field(default_factory=list)
    """Wat dit betekent per soort route."""
    in_overzicht: Aantal | None = None
    """De plek in het overzicht Wat moet en wat mag: 1 staat bovenaan. Laat weg als het daar niet hoort."""
    bij_stappen: list[Id] = Field(default_factory=list)
    """Stappen waar dit bij hoort: bestandsnamen uit data/stappen/."""
    verwante_kaders: list[Id] = Field(default_factory=list)
    """Andere kaders om bij te lezen: bestandsnamen uit data/kaders/."""
    hulpmiddelen: list[Adres] = Field(default_factory=list)
    """Pagina's van deze site die hierbij helpen, zoals overeenkomst/. Kies uit `paginas` in data/weergave.yml."""
    praktijk: list[Praktijk] = Field(default_factory=list)
    """Voorbeelden uit een bron."""
    onzeker: list[Punt] = Field(default_factory=list)
    """Wat wij niet konden nagaan."""
    zoekwoorden: Teksten = Field(default_factory=list)
    """Woorden waarmee mensen dit zoeken, zoals spijbelen voor verzuim."""
