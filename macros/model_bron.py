"""Sources, kinds of route, the site's own words, and who publishes."""

from __future__ import annotations

from pydantic import Field

from macros.model import (
    BronRecord,
    Datum,
    Feit,
    FeitTekst,
    Id,
    JaNee,
    Leerweg,
    Model,
    Naam,
    Niveau,
    Postvak,
    Record,
    Tekst,
    Url,
    keuze,
)


class Bron(Record):
    """A source: what it is, of when, who made it, where it can be found."""

    korte_naam: Naam
    """De naam in een bronregel, zoals "Verkenning 2021"."""
    soort: keuze("rapport", "wet", "register", "geodata", "website")
    """Wat voor bron dit is."""
    maker: Tekst
    """Welke organisatie de bron maakte. Geen namen van mensen."""
    datum: Tekst
    """De datum van de bron, zoals "19 april 2021" of "november 2024"."""
    gelezen_op: Datum
    """De dag waarop wij de bron lazen."""
    uitleg: Tekst
    """Wat voor stuk dit is, in eigen woorden."""
    gebruikt_voor: Tekst
    """Wat wij eruit haalden."""
    url: Feit[Url]
    """Waar de bron te vinden is, of {onbekend: "reden"}."""
    kanttekening: Tekst | None = None
    """Wat de lezer moet weten over de grenzen van deze bron."""


class Paar(Model):
    """A combination of leerweg and mbo-niveau that the law knows."""

    leerweg: Leerweg
    """De vmbo-leerweg: basis, kader, gemengd of theoretisch."""
    niveau: Niveau
    """Het mbo-niveau."""


class Type(BronRecord):
    """A kind of route: in the words of the 2021 exploration, or a form in the law."""

    soort: keuze("verkenning", "wettelijk")
    """verkenning: een type uit de verkenning van 2021. wettelijk: een vorm uit de wet."""
    korte_naam: Naam
    """De naam in een tabel."""
    uitleg: FeitTekst
    """Wat het is, in één of twee zinnen."""
    vmbo_diploma: FeitTekst
    """Of leerlingen een vmbo-diploma halen."""
    artikel: FeitTekst | None = None
    """Het artikel in de wet, voor een wettelijke vorm."""
    paren: list[Paar] = Field(default_factory=list)
    """De combinaties van leerweg en niveau die de wet kent."""


class Uitgever(Model):
    """Who publishes the site: one setting, printed everywhere."""

    naam: Naam
    """De naam van de uitgever."""
    postvak: Postvak | None = None
    """Een functioneel postvak, geen adres van een persoon."""
    repository: Url | None = None
    """Het adres van de repository met de data."""
    voorlopig: JaNee
    """ja zolang de uitgever nog niet vaststaat. Publiceren wordt dan geweigerd."""


class Label(Model):
    """A word of the site itself."""

    id: Id | str
    """Waar het woord bij hoort."""
    naam: Tekst
    """Het woord zoals een bezoeker het ziet."""


class Weergave(Model):
    """The site's own words: a label for each field and each choice, and the order of the sections."""

    secties: list[Label]
    """De onderdelen van een routepagina, in volgorde."""
    velden: dict[str, Tekst]
    """Het opschrift van elk veld."""
    waarden: dict[str, Tekst]
    """Hoe een keuze, zoals niet-bevestigd, op de site staat."""
    kort: dict[str, Tekst]
    """Hoe een keuze in een tabel staat, als dat korter kan."""
    eenheden: dict[str, Tekst]
    """De eenheid achter een getal, per veld."""
    status: dict[str, Tekst]
    """De zin van de statusregel, per actualiteit."""
    teksten: dict[str, Tekst]
    """Losse woorden en zinnen van de site."""
