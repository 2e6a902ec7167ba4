"""The sections of a route that are not teaching: start, doelgroep, goals, outcomes, money, organisation."""

from __future__ import annotations

from pydantic import Field

from macros.model import Feit, FeitAantal, FeitPercentage, FeitTekst, FeitTeksten, Herkomst
from macros.model_waarden import Aantal, Id, Jaar, Leerjaarnummer, Naam, Schooljaar, Tekst, keuze


class Fase(Herkomst):
    """A stretch of the route's history."""

    naam: Naam
    """Hoe deze fase heet, bijvoorbeeld de naam van de landelijke proef."""
    van: Jaar
    """Het eerste jaar of schooljaar van deze fase, zoals 2008 of 2014-2015."""
    tot: Jaar | None = None
    """Het laatste jaar of schooljaar van deze fase. Laat weg als de bron geen einde noemt."""


class Moment(Herkomst):
    """What a source says about the state of the route at one moment."""

    wanneer: Tekst
    """Het moment of schooljaar, zoals "schooljaar 2020-2021" of "1 januari 2024"."""
    stand: Tekst
    """Wat de bron over de stand van de route zegt, in eigen woorden."""


class Verwant(Herkomst):
    """Another route that belongs with this one."""

    route: Id
    """Bestandsnaam (zonder .yml) uit data/routes/."""
    soort: keuze("voorganger", "opvolger", "zelfde-school", "zelfde-aanpak")
    """voorganger, opvolger, zelfde-school of zelfde-aanpak."""
    toelichting: Tekst
    """Hoe de routes samenhangen."""


class Start(Herkomst):
    """How and when the cooperation began."""

    eerste_cohort: Feit[Schooljaar] | None = None
    """Het schooljaar waarin de eerste leerlingen begonnen."""
    fase_tabel_1: Feit[keuze("regulier", "tweede-groep", "eerste-groep", "opstart", "ontwikkeling")] | None = None
    """De fase in tabel 1 van de verkenning: regulier, tweede-groep, eerste-groep, opstart of ontwikkeling."""
    fase: FeitTekst | None = None
    """Hoe ver de samenwerking is."""
    fasen: list[Fase] = Field(default_factory=list)
    """De geschiedenis in fasen, oudste eerst."""
    aanleiding: FeitTekst | None = None
    """Waaruit de route is ontstaan."""
    toekomst: FeitTekst | None = None
    """Plannen in de bron. Een plan is nog geen feit."""


class Doelgroep(Herkomst):
    """For whom the route is and how pupils come in."""

    selectie: Feit[keuze("iedereen-doet-mee", "vrije-keuze")] | None = None
    """Doet iedereen mee, of kiest de leerling? Kies uit de lijst."""
    instroom: FeitTekst | None = None
    """Hoe en wanneer leerlingen instromen."""
    reden: FeitTekst | None = None
    """Waarom de school het zo doet."""
    past_bij: FeitTeksten | None = None
    """Voor welke leerling de school de route bedoelt."""
    uitzondering: FeitTekst | None = None
    """Andere leerlingen die soms meedoen."""


class Doel(Herkomst):
    """A numbered goal with its parts, in the order of the source."""

    naam: Naam
    """Het doel in een paar woorden."""
    onderdelen: list[Tekst]
    """De onderdelen van dit doel, in de volgorde van de bron."""


class Streefcijfers(Herkomst):
    """Goals in figures, to be laid beside the outcomes."""

    diploma_binnen_drie_jaar: FeitPercentage | None = None
    """Percentage leerlingen dat in drie jaar het mbo 2-diploma haalt."""
    diploma_binnen_vier_jaar: FeitPercentage | None = None
    """Percentage leerlingen dat in ten hoogste vier jaar het mbo 2-diploma haalt."""
    doorstroom_niveau_3_4: FeitPercentage | None = None
    """Percentage gediplomeerden dat doorgaat op niveau 3 of 4."""
    uitval: FeitPercentage | None = None
    """Percentage leerlingen dat uitvalt, als bovengrens."""
    leerlingen_per_groep: FeitAantal | None = None
    """Kleinste groep waarmee de route betaalbaar is (leerlingen)."""


class Cohort(Herkomst):
    """Pupils who began together, counted."""

    naam: Naam
    """Welke groep dit is."""
    gestart: Aantal
    """Hoeveel leerlingen begonnen."""
    door: Aantal | None = None
    """Hoeveel leerlingen doorgingen."""
    naar_entree: Aantal | None = None
    """Hoeveel leerlingen naar een entreeopleiding gingen."""
    gedoubleerd: Aantal | None = None
    """Hoeveel leerlingen een jaar overdoen."""
    vertrokken: Aantal | None = None
    """Hoeveel leerlingen de route verlieten."""
    toelichting: Tekst | None = None
    """Uitleg in eigen woorden."""


class Uitkomsten(Herkomst):
    """What the route achieved. Every measure has its own name: different measures are never mixed."""

    diploma_binnen_drie_jaar: FeitPercentage | None = None
    """Percentage leerlingen dat in drie jaar het mbo 2-diploma haalde."""
    mbo_diploma: FeitPercentage | None = None
    """Percentage leerlingen dat het mbo 2-diploma haalde, zonder dat de bron een termijn noemt."""
    uitval: FeitPercentage | None = None
    """Percentage leerlingen dat uitviel."""
    doorstroom_niveau_3_4: FeitPercentage | None = None
    """Percentage gediplomeerden dat doorging op niveau 3 of 4."""
    doorstroom_mbo_partner: FeitPercentage | None = None
    """Percentage vmbo-leerlingen dat doorgaat naar het mbo van de partner."""
    diploma_na_doorstroom: FeitPercentage | None = None
    """Percentage doorstromers dat op niveau 3 of 4 een diploma haalde."""
    vervolgopleidingen: FeitAantal | None = None
    """Aantal verschillende mbo-opleidingen waar doorstromers terechtkwamen."""
    eerste_diplomas: Feit[Schooljaar] | None = None
    """Het schooljaar waarin de eerste leerlingen de route afronden."""
    waardering: FeitTekst | None = None
    """Wat leerlingen ervan vinden."""
    vergelijking: FeitTeksten | None = None
    """Cijfers van de stad om naast te leggen, met hun jaar."""
    toelichting: FeitTekst | None = None
    """Uitleg bij de cijfers."""


class Geld(Herkomst):
    """Agreements on money."""

    model: FeitTekst | None = None
    """Hoe de partners het geld verdelen."""
    stappen: FeitTeksten | None = None
    """De stappen van de verdeling, in volgorde."""
    overhead: FeitPercentage | None = None
    """Percentage voor algemene kosten."""
    bekostiging: FeitTekst | None = None
    """Wie in welk leerjaar de bekostiging krijgt."""
    vroeger: FeitTekst | None = None
    """Hoe het eerder ging."""


class Organisatie(Herkomst):
    """Who steers and who decides."""

    overeenkomst: FeitTekst | None = None
    """Wat de partners hebben vastgelegd."""
    sturing: FeitTekst | None = None
    """Wie de route nu aanstuurt."""
    opbouw: FeitTekst | None = None
    """Hoe de organisatie bij de start was."""
    docenten: FeitTekst | None = None
    """Hoe docenten van beide scholen samenwerken."""


class Inschrijving(Herkomst):
    """Where a pupil is enrolled in one school year, and who is funded."""

    leerjaar: Leerjaarnummer
    """Het leerjaar, geteld vanaf de brugklas."""
    vmbo: Feit[keuze("bekostigd", "onbekostigd", "niet-ingeschreven")]
    """Inschrijving bij de vmbo-school."""
    mbo: Feit[keuze("bekostigd", "onbekostigd", "niet-ingeschreven")]
    """Inschrijving bij de mbo-instelling."""


class Administratie(Herkomst):
    """Registration of pupils and results."""

    resultaten: FeitTekst | None = None
    """In welk systeem de resultaten staan, en wie dat bijhoudt."""
    verzuim: FeitTekst | None = None
    """Wie verzuim en voortijdig schoolverlaten meldt."""
    afspraken: FeitTekst | None = None
    """Andere afspraken over de administratie."""


class OpleidingInRoute(Herkomst):
    """A mbo-opleiding that the route leads to."""

    opleiding: Id
    """Kenmerk uit data/opleidingen.yml."""
    naam_in_bron: Naam | None = None
    """De naam zoals de bron die schrijft, als die anders is."""
    profiel: Tekst | None = None
    """Het vmbo-profiel waaruit leerlingen deze opleiding kiezen."""
    aangeboden: keuze("ja", "nee", "plan") = "ja"
    """ja, nee als de bron zegt dat de opleiding is gestopt, of plan als die nog niet begonnen was."""
    toelichting: Tekst | None = None
    """Uitleg in eigen woorden, bijvoorbeeld waarom de opleiding is gestopt."""
