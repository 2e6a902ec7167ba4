"""Sources, kinds of route, the site's own words, and who publishes."""

from __future__ import annotations

from pydantic import Field

from macros.model import BronRecord, Feit, FeitTekst, Model, Record, Teksten
from macros.model_waarden import Adres, Datum, Id, JaNee, Leerweg, Naam, Niveau, Postvak, Tekst, Url, keuze


class Bron(Record):
    """A source: what it is, of when, who made it, where it can be found."""

    korte_naam: Naam
    """De naam in een bronregel, zoals "Verkenning 2021"."""
    soort: keuze("rapport", "convenant", "flyer", "brochure", "artikel", "wet", "register", "geodata", "website")
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
    dode_links: list[DodeLink] = Field(default_factory=list)
    """Adressen in de bron die niet meer werken."""
    kanttekening: Tekst | None = None
    """Wat de lezer moet weten over de grenzen van deze bron."""


class DodeLink(Model):
    """An address that a source names and that leads nowhere any more."""

    adres: Tekst
    """Het adres zoals de bron het noemt."""
    toelichting: Tekst
    """Wat wij vonden, en wanneer."""


class Paar(Model):
    """A combination of leerweg and mbo-niveau that the law knows."""

    leerweg: Leerweg
    """De vmbo-leerweg: basis, kader, gemengd of theoretisch."""
    niveau: Niveau
    """Het mbo-niveau."""


class Type(BronRecord):
    """A kind of route: in the words of the 2021 exploration, or a form in the law."""

    soort: keuze("verkenning", "wettelijk", "overig")
    """verkenning: een type uit de verkenning van 2021. wettelijk: een vorm uit de wet. overig: andere samenwerking."""
    korte_naam: Naam
    """De naam in een tabel."""
    uitleg: FeitTekst
    """Wat het is, in één of twee zinnen."""
    voor_wie: FeitTekst | None = None
    """Voor welke leerlingen het is."""
    vmbo_diploma: FeitTekst
    """Welk diploma leerlingen halen."""
    docenten: FeitTekst | None = None
    """Wie lesgeeft."""
    overeenkomst: FeitTekst | None = None
    """Of een overeenkomst en een melding nodig zijn."""
    vorm_in_de_wet: FeitTekst | None = None
    """Hoe dit zich verhoudt tot de wet."""
    programmas: Feit[Teksten] | None = None
    """De programma's die eronder vallen, als de bron ze noemt."""
    artikel: FeitTekst | None = None
    """Het artikel in de wet, voor een wettelijke vorm."""
    paren: list[Paar] = Field(default_factory=list)
    """De combinaties van leerweg en niveau die de wet kent."""
    diploma_in_route: keuze("behouden", "mag-vervallen") | None = None
    """Voor een vorm in de wet: behouden, of mag-vervallen als de school het vmbo-examen niet hoeft aan te bieden."""


class Standpunt(Model):
    """What one source says in a contradiction."""

    tekst: Tekst
    """Wat de bron zegt, in eigen woorden."""
    bron: Id
    """Bestandsnaam (zonder .yml) uit data/bronnen/."""
    plaats: Tekst
    """Hoofdstuk, bladzijde of artikel, zodat een ander het terugvindt."""


class Verschil(Record):
    """A contradiction between or within sources that is not one fact of one record, or a spelling we corrected."""

    soort: keuze("tegenspraak", "let-op", "schrijfwijze")
    """tegenspraak: bronnen zeggen iets anders. let-op: wel iets om te weten. schrijfwijze: een spelling."""
    standpunten: list[Standpunt]
    """Wat de bronnen zeggen."""
    keuze: Tekst
    """Wat wij kiezen."""
    toelichting: Tekst
    """Waarom wij dat kiezen."""
    gecontroleerd_op: Datum
    """De dag waarop wij de bronnen naast elkaar legden."""
    routes: list[Id] = Field(default_factory=list)
    """Routes waar dit over gaat: bestandsnamen uit data/routes/."""


class Uitgever(Model):
    """Who publishes the site: one setting, printed everywhere."""

    naam: Naam
    """De naam van de uitgever."""
    postvak: Postvak | None = None
    """Een functioneel postvak, geen adres van een persoon."""
    repository: Url | None = None
    """Het adres van de repository met de data."""
    licentie: Tekst | None = None
    """Onder welke licentie anderen de gegevens mogen gebruiken. Laat weg zolang dat niet vaststaat."""
    voorlopig: JaNee
    """ja zolang de uitgever nog niet vaststaat. Publiceren wordt dan geweigerd."""


class Label(Model):
    """A word of the site itself."""

    id: Adres
    """Waar het woord bij hoort."""
    naam: Tekst
    """Het woord zoals een bezoeker het ziet."""
    zoekwoorden: list[Tekst] = Field(default_factory=list)
    """Voor een pagina: woorden waarmee mensen die zoeken."""


class Weergave(Model):
    """The site's own words: a label for each field and each choice, and the order of the sections."""

    paginas: list[Label]
    """De pagina's zonder eigen record, met hun adres, voor de lijst op de zoekpagina."""
    secties: list[Label]
    """De onderdelen van een routepagina, in volgorde."""
    velden: dict[str, Tekst]
    """Het opschrift van elk veld."""
    waarden: dict[str, Tekst]
    """Hoe een keuze, zoals niet-bevestigd, op de site staat."""
    kort: dict[str, Tekst]
    """Hoe een keuze in een tabel staat, als dat korter kan."""
    enkelvouden: dict[str, Tekst] = Field(default_factory=dict)
    """Hoe een eenheid heet als er één van is."""
    eenheden: dict[str, Tekst]
    """De eenheid achter een getal, per veld."""
    status: dict[str, Tekst]
    """De zin van de statusregel, per actualiteit."""
    teksten: dict[str, Tekst]
    """Losse woorden en zinnen van de site."""
