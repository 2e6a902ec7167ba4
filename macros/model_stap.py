"""The stappenplan: steps in the order of `volgorde`, and what belongs to the plan as a whole."""

from __future__ import annotations

from pydantic import Field

from macros.model import BronRecord, FeitTekst, FeitTeksten, Herkomst, Model
from macros.model_notitie import Notitiedeel
from macros.model_waarden import Aantal, Adres, Id, Leerweg, MaandDag, Naam, Niveau, Tekst


class Punt(Herkomst):
    """One point with its source: a question, an agreement, a figure, a pitfall."""

    tekst: Tekst
    """Het punt in één of twee korte zinnen."""


class Voorbeeld(Model):
    """How a route did it, read from that route's own data."""

    route: Id
    """Bestandsnaam (zonder .yml) uit data/routes/."""
    veld: Tekst
    """Het veld van die route, zoals geld.model. De tekst komt uit de route zelf."""


class Wetspunt(Punt):
    """What the law says about this step."""

    kader: Id | None = None
    """Bestandsnaam (zonder .yml) uit data/kaders/, als dat kader er is."""


class Taak(Model):
    """A task on the checklist of a step."""

    id: Id
    """Vast kenmerk van de taak. Verandert nooit meer."""
    tekst: Tekst
    """Wat u doet, als opdracht aan de lezer."""


class Inhoud(BronRecord):
    """What a step and a named part of a step have in common."""

    doel: FeitTekst
    """Het doel in één zin."""
    waarom: FeitTeksten | None = None
    """Waarom deze stap nodig is."""
    vragen: list[Punt] = Field(default_factory=list)
    """Vragen om samen te beantwoorden."""
    afspraken: list[Punt] = Field(default_factory=list)
    """Wat u met elkaar vastlegt."""
    cijfers: list[Punt] = Field(default_factory=list)
    """Cijfers om te kennen, met hun jaar."""
    succes: list[Punt] = Field(default_factory=list)
    """Wat in de praktijk hielp."""
    valkuilen: list[Punt] = Field(default_factory=list)
    """Waar het in de praktijk misging."""
    voorbeelden: list[Voorbeeld] = Field(default_factory=list)
    """Velden van routes die laten zien hoe het in Amsterdam gaat."""
    wet: list[Wetspunt] = Field(default_factory=list)
    """Wat de wet zegt, met artikel en datum van de tekst."""


class Deelstap(Inhoud):
    """A named part of a step whose title the source has lost."""


class Stap(Inhoud):
    """One step of the stappenplan."""

    volgorde: Aantal
    """Het nummer van de stap: 1, 2, 3 … zonder gaten."""
    titel_in_bron: Naam
    """De titel zoals de flyer die noemt."""
    wie: FeitTeksten
    """Wie meedoet, als functies."""
    resultaat: FeitTekst
    """Wat u na deze stap in handen hebt."""
    hulpmiddelen: list[Adres] = Field(default_factory=list)
    """Pagina's van deze site die hierbij helpen, zoals overeenkomst/. Kies uit `paginas` in data/weergave.yml."""
    taken: list[Taak]
    """Zes tot twaalf taken voor de checklist."""
    onderdelen: list[Deelstap] = Field(default_factory=list)
    """Onderdelen van deze stap, zoals de examenregeling."""
    zoekwoorden: list[Tekst] = Field(default_factory=list)
    """Woorden waarmee mensen deze stap zoeken."""
    terug_naar: Id | None = None
    """De stap waar deze stap naar terugleidt."""


class Vertrekpunt(Herkomst):
    """A place to start from."""

    naam: Naam
    """Het vertrekpunt in een paar woorden."""
    tekst: Tekst
    """Wat het inhoudt."""
    later: list[Punt] = Field(default_factory=list)
    """Wat er sindsdien bekend werd, elk met een eigen bron."""
    routes: list[Id] = Field(default_factory=list)
    """Routes die hier een voorbeeld van zijn: bestandsnamen uit data/routes/."""
    leerwegen: list[Leerweg] = Field(default_factory=list)
    """Voor welke leerwegen dit past. Laat weg als het voor alle leerwegen kan."""
    niveaus: list[Niveau] = Field(default_factory=list)
    """Naar welke mbo-niveaus dit leidt. Laat weg als de bron geen niveau noemt."""


class VastMoment(Herkomst):
    """A fixed moment, for who plans back from the start."""

    naam: Naam
    """Wat er dan klaar is of gebeurt."""
    wanneer: Tekst
    """Wanneer dat is, zoals: vóór 1 oktober."""
    dag: MaandDag | None = None
    """De dag in het jaar van de start, als maand-dag: 10-01 is 1 oktober. Laat weg als de bron geen dag noemt."""
    uitleg: Tekst
    """Wat u dan regelt, en hoe hard het moment is."""


class Stappenplan(BronRecord):
    """The plan as a whole: what it brings, where to begin, and how the order came about."""

    voordelen: list[Punt]
    """Wat een doorlopende leerroute oplevert."""
    vertrekpunten: list[Vertrekpunt]
    """Waar een school kan beginnen."""
    samenhang: list[Punt]
    """Hoe de stappen samenhangen."""
    over_de_volgorde: FeitTeksten
    """Waarom de stappen in deze volgorde staan, en wat daaraan onze keuze is."""
    momenten: list[VastMoment] = Field(default_factory=list)
    """Vaste momenten om vanaf de start terug te plannen, in volgorde van de tijd."""
    notitie: list[Notitiedeel] = Field(default_factory=list)
    """De onderdelen van de beslisnotitie, in volgorde."""
