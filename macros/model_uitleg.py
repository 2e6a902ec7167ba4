"""What explains: the terms, the lessons, and the moments of the timeline."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from macros.model import BronRecord, FeitPercentage, FeitTekst, Herkomst, Record
from macros.model_stap import Punt
from macros.model_waarden import Aantal, Datum, Id, Jaar, Naam, Tekst, keuze, weiger


class Begrip(Record, Herkomst):
    """A term or an abbreviation: `naam` is the word as the site writes it."""

    voluit: Tekst | None = None
    """Waar een afkorting voor staat."""
    uitleg: Tekst
    """Wat het betekent, in één of twee korte zinnen."""
    vormen: list[Tekst] = Field(default_factory=list)
    """Andere vormen in lopende tekst, zoals het meervoud. Met een hoofdletter erin telt de schrijfwijze precies."""
    zoekwoorden: list[Tekst] = Field(default_factory=list)
    """Woorden waarmee mensen dit zoeken, zoals stage voor bpv."""
    kader: Id | None = None
    """Bestandsnaam (zonder .yml) uit data/kaders/ met de regels hierover."""
    zonder_bron: Tekst | None = None
    """Waarom hier geen bron bij staat. Alleen als `bron` er niet is."""
    gecontroleerd_op: Datum
    """De dag waarop wij de uitleg naast de bron legden."""

    @model_validator(mode="after")
    def _has_a_source_or_says_why_not(self) -> Self:
        if (self.bron is None) == (self.zonder_bron is None) or (self.bron and not self.plaats):
            raise weiger("begrip_bron")
        return self


class Lespunt(Punt):
    """One thing learned, with the routes it is about."""

    kop: Naam | None = None
    """Een paar woorden vooraf."""
    routes: list[Id] = Field(default_factory=list)
    """Routes waar dit over gaat: bestandsnamen uit data/routes/."""


class Les(BronRecord):
    """A group of lessons: a section of /lessen/ or /lessen/leerlab/."""

    volgorde: Aantal
    """De plek op de pagina: de kleinste staat bovenaan."""
    pagina: keuze("lessen", "leerlab")
    """lessen of leerlab: op welke pagina dit staat."""
    inleiding: FeitTekst | None = None
    """Waar dit over gaat."""
    punten: list[Lespunt]
    """De lessen."""
    kaders: list[Id] = Field(default_factory=list)
    """Kaders om bij te lezen: bestandsnamen uit data/kaders/."""


class Opbrengst(BronRecord):
    """An outcome of the city or of several routes together, to lay beside those of one route."""

    maat: keuze(
        "diploma_binnen_drie_jaar",
        "mbo_diploma",
        "uitval",
        "doorstroom_niveau_3_4",
        "doorstroom_mbo_partner",
        "diploma_na_doorstroom",
    )
    """Bij welke maat dit hoort: dezelfde naam als het veld onder `uitkomsten` van een route."""
    waarde: FeitPercentage
    """Het percentage, met het jaar waarover het gaat."""
    telt: Tekst
    """Wie er geteld zijn, en door wie."""
    telt_niet: Tekst | None = None
    """Wie er niet in zit, als dat uitmaakt."""


class Gebeurtenis(BronRecord):
    """A moment on the timeline of routes and the law."""

    jaar: Jaar
    """Het jaar, voor de volgorde."""
    wanneer: Tekst
    """Wanneer het was, zo precies als de bron is."""
    soort: keuze("proef", "wet", "beleid")
    """proef, wet of beleid."""
    tekst: FeitTekst
    """Wat er gebeurde, en wat dat betekent."""
    kaders: list[Id] = Field(default_factory=list)
    """Kaders om bij te lezen: bestandsnamen uit data/kaders/."""
