"""Who and where: school, mbo-instelling, bestuur, opleiding and stadsdeel."""

from __future__ import annotations

from pydantic import Field

from macros.model import BronRecord, Feit, FeitTekst, Herkomst, Model
from macros.model_waarden import (
    Breedtegraad,
    Id,
    Lengtegraad,
    Naam,
    Niveau,
    Postcode,
    Richting,
    Tekst,
    Url,
    Vestigingsnummer,
    keuze,
)


class AndereNaam(Model):
    """A former, present or other name, so that search finds the school under it."""

    naam: Naam
    """De andere naam of schrijfwijze."""
    toelichting: Tekst
    """Wat voor naam dit is: afkorting, vroegere naam, schrijfwijze in een bron."""


class School(BronRecord):
    """A vmbo-school, at the address where pupils go."""

    andere_namen: list[AndereNaam] = Field(default_factory=list)
    """Afkortingen, vroegere namen en schrijfwijzen."""
    bestuur: Feit[Id]
    """Kenmerk uit data/besturen.yml."""
    bestuur_nu: Feit[Id] | None = None
    """Kenmerk uit data/besturen.yml, als de school nu een ander bestuur heeft."""
    bestaat_nu: FeitTekst | None = None
    """Bestaat de school nu nog, en onder welke naam? Met bron en datum."""
    stadsdeel: Feit[Id]
    """Bestandsnaam (zonder .yml) uit data/stadsdelen/."""
    straat: FeitTekst
    """Straat en huisnummer."""
    postcode: Feit[Postcode]
    """Postcode zonder spatie, zoals 1025KN."""
    plaats: FeitTekst
    """De woonplaats in het adres."""
    vestigingsnummer: Feit[Vestigingsnummer]
    """Het nummer van de vestiging bij DUO, zoals 17VF02."""
    breedtegraad: Feit[Breedtegraad]
    """Noorderbreedte in graden, met een punt."""
    lengtegraad: Feit[Lengtegraad]
    """Oosterlengte in graden, met een punt."""
    precisie: keuze("adres", "postcode6", "onbekend")
    """Hoe precies de coördinaten zijn: adres, postcode6 of onbekend."""
    website: Feit[Url] | None = None
    """Adres van de website, met https://."""
    toelichting: FeitTekst | None = None
    """Wat een bezoeker verder over deze school moet weten."""


class Locatie(Herkomst):
    """Where a part of a mbo-instelling stands, for the map."""

    adres: Tekst | None = None
    """Straat en huisnummer. Laat weg als de bron die niet noemt."""
    postcode: Postcode
    """Postcode zonder spatie, zoals 1025KN."""
    breedtegraad: Breedtegraad
    """Noorderbreedte in graden, met een punt."""
    lengtegraad: Lengtegraad
    """Oosterlengte in graden, met een punt."""
    precisie: keuze("adres", "postcode6", "onbekend")
    """Hoe precies de coördinaten zijn: adres, postcode6 of onbekend."""


class College(Model):
    """A part of a mbo-instelling, as the sources name it."""

    id: Id
    """Vast kenmerk binnen de instelling."""
    naam: Naam
    """Naam van het college."""
    locatie: Locatie | None = None
    """Waar dit college staat, als een bron dat zegt."""
    toelichting: FeitTekst | None = None
    """Wat een bezoeker over dit college moet weten, met bron."""


class Instelling(BronRecord):
    """A mbo-instelling with its colleges."""

    korte_naam: Naam
    """De naam in tabellen, zoals ROCvA."""
    andere_namen: list[AndereNaam] = Field(default_factory=list)
    """Afkortingen, vroegere namen en schrijfwijzen."""
    locatie: Locatie | None = None
    """Waar de instelling staat, als een bron dat zegt en zij geen colleges heeft."""
    colleges: list[College] = Field(default_factory=list)
    """De colleges die in onze bronnen voorkomen."""
    valt_onder: FeitTekst | None = None
    """Onder welk bestuur de instelling valt, en sinds wanneer."""
    toelichting: FeitTekst | None = None
    """Wat een bezoeker verder over deze instelling moet weten."""


class Bestuur(BronRecord):
    """A school board (bevoegd gezag)."""

    toelichting: FeitTekst | None = None
    """Wat een bezoeker verder over dit bestuur moet weten."""


class Opleiding(BronRecord):
    """A mbo-opleiding under one agreed name; crebo numbers only where a source gives one."""

    niveau: Niveau
    """Het mbo-niveau: 1, 2, 3 of 4."""
    andere_namen: list[Naam] = Field(default_factory=list)
    """Andere namen voor dezelfde opleiding in de bronnen."""
    richting: Richting
    """De richting, voor groeperen en zoeken."""


class Stadsdeel(BronRecord):
    """One of the nine areas of the map of Amsterdam."""

    soort: keuze("stadsdeel", "stadsgebied", "havengebied")
    """Wat voor gebied dit is: stadsdeel, stadsgebied of havengebied."""
    omtrek: list[tuple[Lengtegraad, Breedtegraad]]
    """Hoekpunten van de omtrek als [oosterlengte, noorderbreedte], niet gesloten."""
    toelichting: FeitTekst | None = None
    """Wat een bezoeker over dit gebied moet weten."""
