"""The model agreements: clauses in order, with their blanks and choices, and the statutory subject of each."""

from __future__ import annotations

from pydantic import Field

from macros.model import BronRecord, Herkomst, Model, Teksten
from macros.model_stap import Punt
from macros.model_waarden import Aantal, Datum, Id, JaNee, Naam, Tekst, keuze

# The ten subjects of WVO 2020 art. 2.107b lid 2 (text of 1 January 2026) with the parts that the law names apart.
ONDERWERPEN = {
    "a": ("profiel",),
    "b": ("samenstelling", "benoeming", "taken"),
    "c": ("verantwoording",),
    "d": ("inrichting",),
    "e": ("bekostiging",),
    "f": ("overstap",),
    "g": ("bedrijfsleven",),
    "h": ("geschil",),
    "i": ("toetreding", "opzegging", "wijziging"),
    "j": ("medezeggenschap",),
}
ONDERDELEN = tuple(deel for delen in ONDERWERPEN.values() for deel in delen)


class Veld(Model):
    """A blank in a clause."""

    id: Id
    """Vast kenmerk. In de tekst staat het tussen accolades: {naam-school}."""
    naam: Naam
    """Wat iemand invult. Het staat als [in te vullen: …] in de tekst."""
    soort: keuze("tekst", "lang", "datum", "getal", "bedrag") = "tekst"
    """tekst, lang (meer regels), datum, getal of bedrag."""
    hulp: Tekst | None = None
    """Uitleg bij het invullen, of waar iemand dit vindt."""
    uit_route: keuze("naam", "school", "instelling", "leerwegen", "mbo_niveau", "opleidingen", "duur") | None = None
    """Het veld van een route waarmee dit vooraf gevuld kan worden."""
    nodig: JaNee = "ja"
    """Moet dit gevuld zijn voordat het onderwerp geregeld is? ja of nee."""


class Optie(Model):
    """One of the answers to a choice, with its text and its consequence."""

    id: Id
    """Vast kenmerk van deze mogelijkheid."""
    naam: Naam
    """De mogelijkheid in een paar woorden."""
    gevolg: Tekst
    """Wat het gevolg is, in één zin."""
    leden: Teksten = Field(default_factory=list)
    """De leden die in de overeenkomst komen. Laat leeg als er geen tekst bij hoort."""
    velden: list[Veld] = Field(default_factory=list)
    """Wat in deze leden wordt ingevuld."""
    let_op: Tekst | None = None
    """Waarschuwing bij deze keuze, bijvoorbeeld omdat de wet iets anders vraagt."""


class Keuze(Model):
    """A choice that the parties make."""

    id: Id
    """Vast kenmerk van de keuze."""
    vraag: Tekst
    """De vraag aan de partijen."""
    opties: list[Optie]
    """De mogelijkheden."""


class Artikel(Herkomst):
    """A clause. Its text is that of `leden` and then that of the chosen options, numbered on."""

    id: Id
    """Vast kenmerk van het artikel."""
    kop: Naam
    """De kop van het artikel."""
    onderwerp: keuze(*ONDERWERPEN) | None = None
    """De letter van het onderwerp in WVO 2020 artikel 2.107b lid 2, als het artikel dat regelt."""
    onderdelen: list[keuze(*ONDERDELEN)] = Field(default_factory=list)
    """Welke delen van dat onderwerp dit artikel regelt."""
    waarom: Tekst
    """Waarom dit artikel er staat, in één of twee zinnen."""
    toen: list[Punt] = Field(default_factory=list)
    """Wat een oud model hierover zei, als geschiedenis. Nooit vooraf ingevuld."""
    leden: Teksten = Field(default_factory=list)
    """De tekst. Een veld staat tussen accolades."""
    velden: list[Veld] = Field(default_factory=list)
    """Wat in deze leden wordt ingevuld."""
    keuzes: list[Keuze] = Field(default_factory=list)
    """Wat de partijen kiezen."""
    niet_bij: list[Id] = Field(default_factory=list)
    """Varianten waarin dit artikel niet staat."""
    bijlage: JaNee = "nee"
    """Hoort dit bij een bijlage? ja of nee."""


class Variant(Model):
    """A form of the cooperation for which the model differs."""

    id: Id
    """Vast kenmerk van de variant."""
    naam: Naam
    """De variant in een paar woorden."""
    uitleg: Tekst
    """Wanneer u deze kiest."""
    onderwerpen: list[keuze(*ONDERWERPEN)]
    """De onderwerpen die hier verplicht zijn."""
    leden: Teksten = Field(default_factory=list)
    """Tekst die alleen in deze variant onder de aanhef staat."""


class Botsing(Model):
    """Choices that do not go together: `keuze=optie` each."""

    als: list[Tekst]
    """De keuzes, zoals geld=vast-bedrag. Alle moeten gekozen zijn."""
    melding: Tekst
    """Wat er niet klopt, en wat iemand kan doen."""


class Tekenaar(Punt):
    """Who must agree or sign, in order."""

    wie: Naam
    """De rol of het orgaan."""


class Versie(Model):
    """A version of the model with what changed."""

    versie: Tekst
    """Het nummer, zoals 1.0."""
    datum: Datum
    """De dag van deze versie."""
    wat: Tekst
    """Wat er veranderde."""


class Overeenkomst(BronRecord):
    """A model agreement."""

    korte_naam: Naam
    """De naam in een lijst."""
    volgorde: Aantal
    """De plek in de lijst: 1 staat bovenaan."""
    voor: Tekst
    """Wanneer u dit model gebruikt."""
    wet_gelezen: Datum
    """De dag van de wettekst waarmee dit model is gemaakt."""
    versies: list[Versie]
    """De versies, nieuwste eerst."""
    vervangen_door: Id | None = None
    """Bestandsnaam van de nieuwere versie, als dit een oude is. De oude blijft te lezen."""
    wettelijk: JaNee
    """Moet dit model alle tien onderwerpen van artikel 2.107b regelen? ja of nee."""
    varianten: list[Variant] = Field(default_factory=list)
    """De varianten. De eerste staat vooraf gekozen."""
    aanhef: Teksten
    """De tekst boven de artikelen."""
    aanhef_velden: list[Veld] = Field(default_factory=list)
    """Wat in de aanhef wordt ingevuld."""
    artikelen: list[Artikel]
    """De artikelen, in de volgorde van het stuk."""
    slot: Teksten
    """De tekst onder de artikelen."""
    slot_velden: list[Veld] = Field(default_factory=list)
    """Wat in het slot wordt ingevuld."""
    botsingen: list[Botsing] = Field(default_factory=list)
    """Keuzes die niet samengaan."""
    tekenaars: list[Tekenaar]
    """Wie moet instemmen en tekenen, in volgorde."""
    onzeker: list[Punt] = Field(default_factory=list)
    """Wat wij niet konden nagaan."""
