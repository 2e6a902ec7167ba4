"""The route: one school, one mbo-instelling, one programme. One file a route in data/routes/."""

from __future__ import annotations

from pydantic import Field

from macros.model import BronRecord, Feit, FeitAantal, FeitTekst, FeitTeksten
from macros.model_onderdelen import (
    Administratie,
    Cohort,
    Doel,
    Doelgroep,
    Geld,
    Inschrijving,
    Moment,
    OpleidingInRoute,
    Organisatie,
    Start,
    Streefcijfers,
    Uitkomsten,
    Verwant,
)
from macros.model_onderwijs import Examens, Leerjaar, Lessen, Stage
from macros.model_waarden import Datum, Id, JaNee, Jaren, Leerweg, Niveau, Richting, Schooljaar, Tekst, keuze


class Route(BronRecord):
    """A doorlopende leerroute as a school and a mbo-instelling run it."""

    schooljaar: Schooljaar
    """Over dit schooljaar gaan de feiten hieronder, tenzij er iets anders bij staat."""
    actualiteit: keuze("bevestigd", "niet-bevestigd", "nooit-gestart", "beeindigd")
    """Hoe actueel de route is: bevestigd, niet-bevestigd, nooit-gestart of beeindigd."""
    bevestigd_door_aanbieder_op: Feit[Datum]
    """De dag waarop de school de gegevens bevestigde, of {onbekend: "reden"}."""
    in_verkenning: keuze("tabel-1", "ernaast", "later")
    """tabel-1: staat in de lijst van de verkenning. ernaast: staat er wel in, niet in die lijst. later: latere bron."""
    nummer_tabel_1: Tekst | None = None
    """Het nummer in tabel 1 van de verkenning, zoals 1A."""
    school: Feit[Id]
    """Bestandsnaam (zonder .yml) uit data/scholen/."""
    andere_scholen: Feit[list[Id]] | None = None
    """Andere scholen die meedoen: bestandsnamen uit data/scholen/."""
    instelling: Feit[Id]
    """Bestandsnaam (zonder .yml) uit data/instellingen/."""
    colleges: Feit[list[Id]] | None = None
    """Kenmerken van de colleges van de mbo-instelling die meedoen."""
    type_verkenning: Feit[Id]
    """Het type zoals de verkenning van 2021 het noemt: bestandsnaam uit data/typen/."""
    andere_typen: Feit[list[Id]] | None = None
    """Andere soorten waar deze route ook bij hoort: bestandsnamen uit data/typen/."""
    wettelijke_vorm: Feit[Id]
    """Onze duiding van de vorm in de wet: bestandsnaam uit data/typen/, of {onbekend: "reden"}."""
    gemeld_bij_duo: Feit[JaNee] | None = None
    """Of de route bij DUO is gemeld: ja of nee."""
    overeenkomst_datum: Feit[Datum] | None = None
    """De datum van de samenwerkingsovereenkomst."""
    leerwegen: Feit[list[Leerweg]]
    """Uit welke leerwegen leerlingen komen: basis, kader, gemengd, theoretisch."""
    herkomst_leerlingen: FeitTekst | None = None
    """Waar leerlingen vandaan komen, als dat geen vmbo-leerweg is, zoals praktijkonderwijs."""
    mbo_niveau: Feit[list[Niveau]]
    """Naar welk mbo-niveau de route leidt: een lijst met 1, 2, 3 of 4."""
    vmbo_diploma: Feit[keuze("behouden", "vervalt")]
    """Of leerlingen ook een vmbo-diploma halen: behouden of vervalt."""
    duur: Feit[Jaren] | None = None
    """Duur in schooljaren, geteld vanaf leerjaar 3."""
    duur_traject: Feit[Jaren] | None = None
    """Duur in schooljaren van een traject dat niet vanaf leerjaar 3 telt, zoals een jaar entree."""
    duur_afwijking: FeitTekst | None = None
    """Wanneer de route korter of langer duurt."""
    leerlingen: FeitAantal | None = None
    """Aantal leerlingen in de route."""
    nieuwe_leerlingen: FeitAantal | None = None
    """Aantal leerlingen dat in een jaar begint."""
    opleidingen: list[OpleidingInRoute]
    """De mbo-opleidingen waar de route naartoe leidt."""
    richtingen: Feit[list[Richting]] | None = None
    """De richtingen van de route, als de bron een profiel, programma of vakgebied noemt en geen mbo-opleidingen."""
    verwant: list[Verwant] = Field(default_factory=list)
    """Routes die bij deze horen: een voorganger, een opvolger of een andere route op dezelfde school."""
    momenten: list[Moment] = Field(default_factory=list)
    """Wat bronnen op verschillende momenten over de stand van de route zeggen, oudste eerst."""
    start: Start | None = None
    """Start en geschiedenis."""
    doelgroep: Doelgroep | None = None
    """Doelgroep en instroom."""
    ambities: FeitTeksten | None = None
    """Wat de partners willen bereiken, zonder nummering in de bron."""
    doelen: list[Doel] = Field(default_factory=list)
    """De genummerde doelen, in de volgorde van de bron."""
    streefcijfers: Streefcijfers | None = None
    """Doelen in cijfers."""
    opbouw: list[Leerjaar] = Field(default_factory=list)
    """De opbouw per leerjaar."""
    lessen: Lessen | None = None
    """Wie lesgeeft en begeleidt, en waar."""
    stage: Stage | None = None
    """Stage, ook wel beroepspraktijkvorming (bpv)."""
    examens: Examens | None = None
    """Examens en diploma."""
    uitkomsten: Uitkomsten | None = None
    """Resultaten, elk met de eigen maat."""
    cohorten: list[Cohort] = Field(default_factory=list)
    """Groepen die geteld zijn."""
    vangnet: FeitTekst | None = None
    """Wat er gebeurt als de route niet past of een leerling stopt."""
    geld: Geld | None = None
    """Afspraken over geld."""
    organisatie: Organisatie | None = None
    """Sturing en samenwerking."""
    inschrijving: list[Inschrijving] = Field(default_factory=list)
    """Inschrijving per leerjaar."""
    administratie: Administratie | None = None
    """Registratie en meldingen."""
