"""The beslisnotitie: the parts of the memo for the board, in order, with the words that belong to each."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from macros.model import Herkomst, Model
from macros.model_waarden import Id, Naam, Tekst, keuze, weiger

# soort → the list that it cannot do without
NODIG = {"keuze": "typen", "getal": "ondergrenzen", "punten": "punten", "akkoord": "akkoord"}


class Ondergrens(Herkomst):
    """A known minimum: the number stands in the routes that used it."""

    routes: list[Id]
    """Routes met deze ondergrens: bestandsnamen uit data/routes/. Bij elke route staat hetzelfde getal."""
    veld: Tekst
    """Het veld van die routes met het getal, zoals streefcijfers.leerlingen_per_groep."""
    telt: Tekst
    """Wat het getal telt, zoals: leerlingen per uitstroomrichting."""
    toelichting: Tekst | None = None
    """Wat de lezer erbij moet weten."""


class Notitiepunt(Herkomst):
    """Something that has to be settled."""

    id: Id
    """Vast kenmerk van het punt. Verandert nooit meer."""
    tekst: Tekst
    """Het punt in een paar woorden."""


class Akkoord(Herkomst):
    """Who decides, advises or signs."""

    wie: Naam
    """De functie of de raad. Geen namen van mensen."""
    tekst: Tekst
    """Wat die doet, in één korte zin."""


class Notitiedeel(Model):
    """A part of the memo: what is asked on the screen, and its heading on paper."""

    id: Id
    """Vast kenmerk van het onderdeel. Verandert nooit meer: bewaarde plannen verwijzen ernaar."""
    soort: keuze("regel", "tekst", "keuze", "getal", "punten", "risico", "akkoord")
    """regel en tekst: zelf schrijven. keuze: uit data/typen/. risico: uit de valkuilen van de stappen."""
    naam: Naam
    """Het kopje in de notitie."""
    vraag: Tekst
    """De vraag bij het invulveld."""
    hulp: Tekst
    """Wat de lezer opschrijft, in één of twee zinnen."""
    stap: Id | None = None
    """De stap waar dit bij hoort: bestandsnaam (zonder .yml) uit data/stappen/."""
    slot: Tekst | None = None
    """Een vaste zin onder het onderdeel."""
    typen: keuze("verkenning", "wettelijk", "overig") | None = None
    """Bij een keuze: welke soorten uit data/typen/ u aanbiedt."""
    ondergrenzen: list[Ondergrens] = Field(default_factory=list)
    """Bij een getal: de bekende ondergrenzen om naast te leggen."""
    punten: list[Notitiepunt] = Field(default_factory=list)
    """Bij punten: wat geregeld moet zijn."""
    akkoord: list[Akkoord] = Field(default_factory=list)
    """Bij akkoord: wie beslist, adviseert of tekent."""

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        nodig = NODIG.get(self.soort)
        if nodig and not getattr(self, nodig):
            raise weiger("notitie_soort", soort=self.soort, veld=nodig)
        return self
