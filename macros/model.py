"""The ground of the model: the value types, the fact (`Feit`) and the record.

What a record in data/ may hold is defined here and in the model_<family>.py modules. A value type
refuses with a code (`aantal`, `datum` …); messages.py holds the Dutch text that belongs to that code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Generic, Literal, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

MAX_TEKST = 2000
# Words that are pages (or folders) of the site itself, so no record can have them as its address.
GERESERVEERD = frozenset(
    "assets begrippen beslisnotitie con cijfers convenant factsheets formulier index javascripts kaart kaders "
    "leerroutes lessen mijn-plan moet-en-mag nul onderhoud open-data overeenkomst over rekenmodel scholen search "
    "stadsdelen stappenplan stylesheets tijdlijn typen urencheck vergelijken verschillen wijzer zoeken".split()
)


def weiger(code: str, **gegevens: object) -> PydanticCustomError:
    """The error for a value that does not fit; `code` is a key of messages.VERWACHT."""
    return PydanticCustomError(code, "kb", gegevens)


def _type(test: Callable[[Any], Any], code: str) -> BeforeValidator:
    """A validator that keeps what `test` returns, and refuses with `code` when it raises or returns None."""

    def valideer(waarde: Any) -> Any:
        try:
            uitkomst = None if waarde is None else test(waarde)
        except (TypeError, ValueError):
            uitkomst = None
        if uitkomst is None:
            raise weiger("leeg" if waarde is None or waarde == "" else code)
        return uitkomst

    return BeforeValidator(valideer)


def _heel(laagste: int, hoogste: int) -> Callable[[Any], int | None]:
    return lambda w: w if type(w) is int and laagste <= w <= hoogste else None


def _getal(laagste: float, hoogste: float) -> Callable[[Any], float | None]:
    return lambda w: w if type(w) in (int, float) and laagste <= w <= hoogste else None


def _patroon(patroon: str) -> Callable[[Any], str | None]:
    vorm = re.compile(patroon)
    return lambda w: w if isinstance(w, str) and vorm.fullmatch(w) else None


def _schooljaar(waarde: Any) -> str | None:
    gevonden = re.fullmatch(r"((?:19|20)\d\d)-((?:19|20)\d\d)", waarde)
    return waarde if gevonden and int(gevonden[2]) == int(gevonden[1]) + 1 else None


def _datum(waarde: Any) -> date | None:
    """A day as jaar-maand-dag, and no other form that Python happens to read."""
    vorm = isinstance(waarde, str) and re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", waarde)
    return date.fromisoformat(waarde) if vorm else None


def _maanddag(waarde: Any) -> str | None:
    """A day of any year as maand-dag; 29 February is not one, for it is not there every year."""
    vorm = isinstance(waarde, str) and re.fullmatch(r"\d\d-\d\d", waarde)
    return waarde if vorm and date.fromisoformat(f"2001-{waarde}") else None


def _url(waarde: Any) -> str | None:
    delen = urlsplit(waarde)
    veilig = delen.scheme == "https" and delen.hostname and "@" not in delen.netloc
    return waarde if veilig and not re.search(r"[\s<>\"']", waarde) else None


def _tekst(waarde: Any) -> str:
    """Plain text: no markup, no script address; Markdown and Jinja marks are harmless, for they are escaped."""
    if not isinstance(waarde, str):
        raise weiger("tekst")
    if not waarde.strip():
        raise weiger("leeg")
    if re.search(r"<[a-zA-Z/!]", waarde):
        raise weiger("opmaak")
    if re.search(r"\b((javascript|vbscript)\s*:\s*[\w(]|data\s*:\s*\w+/)", waarde, re.IGNORECASE):
        raise weiger("script")
    if len(waarde) > MAX_TEKST:
        raise weiger("te_lang", lengte=len(waarde))
    return " ".join(waarde.split())


def _jaar(waarde: Any) -> str | None:
    """A calendar year or a school year, for a source that gives no more than `2008`."""
    if type(waarde) is int:
        return str(waarde) if 1950 <= waarde <= 2100 else None
    return _schooljaar(waarde)


def _schooljaar_of_onbekend(waarde: Any) -> str | None:
    return waarde if waarde == "onbekend" else _schooljaar(waarde)


def keuze(*opties: str) -> Any:
    """A type that admits only `opties`; the message names them and suggests the nearest."""

    def valideer(waarde: Any) -> Any:
        if waarde in opties:
            return waarde
        raise weiger("leeg") if waarde is None else weiger("keuze", keuzes=list(opties))

    return Annotated[Literal[opties], BeforeValidator(valideer)]


Id = Annotated[str, _type(_patroon(r"[a-z0-9]+(-[a-z0-9]+)*"), "id")]
Adres = Annotated[str, _type(_patroon(r"[a-z0-9-]+(/[a-z0-9-]+)*/?"), "adres")]
Tekst = Annotated[str, BeforeValidator(_tekst)]
Naam = Tekst
Url = Annotated[str, _type(_url, "url")]
Postvak = Annotated[str, _type(_patroon(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), "postvak")]
Aantal = Annotated[int, _type(_heel(0, 1_000_000), "aantal")]
Niveau = Annotated[int, _type(_heel(1, 4), "niveau")]
Leerjaarnummer = Annotated[int, _type(_heel(1, 8), "leerjaar")]
Jaren = Annotated[float, _type(_getal(1, 8), "jaren")]
Percentage = Annotated[float, _type(_getal(0, 100), "percentage")]
Breedtegraad = Annotated[float, _type(_getal(50.5, 54), "breedtegraad")]
Lengtegraad = Annotated[float, _type(_getal(3, 8), "lengtegraad")]
Datum = Annotated[date, _type(_datum, "datum")]
MaandDag = Annotated[str, _type(_maanddag, "maanddag")]
Schooljaar = Annotated[str, _type(_schooljaar, "schooljaar")]
Jaar = Annotated[str, _type(_jaar, "jaar")]
SchooljaarOfOnbekend = Annotated[str, _type(_schooljaar_of_onbekend, "schooljaar")]
Postcode = Annotated[str, _type(_patroon(r"[1-9]\d{3}[A-Z]{2}"), "postcode")]
Vestigingsnummer = Annotated[str, _type(_patroon(r"\d{2}[A-Z]{2}\d{2}"), "vestigingsnummer")]
Leerweg = keuze("basis", "kader", "gemengd", "theoretisch")
JaNee = keuze("ja", "nee")

T = TypeVar("T")


class Model(BaseModel):
    """Base of all that data/ may hold: an unknown field is a mistake, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Herkomst(Model):
    """Where a statement comes from. What is left out is taken from the section, then from the record."""

    bron: Id | None = None
    """Bestandsnaam (zonder .yml) uit data/bronnen/, als dit een andere bron heeft dan de rest."""
    plaats: Tekst | None = None
    """Hoofdstuk, bladzijde of artikel, zodat een ander het terugvindt."""
    schooljaar: SchooljaarOfOnbekend | None = None
    """Het schooljaar waarover dit gaat, zoals 2020-2021. 
    Noemt de bron geen schooljaar? Schrijf dan `onbekend`: op de site staat dan de datum van de bron."""
    gecontroleerd_op: Datum | None = None
    """De dag waarop wij dit naast de bron legden, als dat een andere dag is dan de rest."""


class Lezing(Herkomst, Generic[T]):
    """One reading of a fact: a value or a range, with its own source."""

    waarde: T | None = None
    """De waarde zelf, zonder eenheid."""
    van: T | None = None
    """Ondergrens, als de bron een bandbreedte noemt. Vul dan ook `tot` in."""
    tot: T | None = None
    """Bovengrens, als de bron een bandbreedte noemt."""
    aanduiding: keuze("ruim", "ongeveer", "bijna", "minimaal", "maximaal") | None = None
    """Hoe precies de bron is: ruim, ongeveer, bijna, minimaal of maximaal."""

    @model_validator(mode="after")
    def _range_is_complete(self) -> Self:
        if (self.van is None) != (self.tot is None):
            raise weiger("bereik_half")
        if self.van is not None and self.van > self.tot:
            raise weiger("bereik_omgekeerd")
        return self


class Feit(Lezing[T], Generic[T]):
    """A fact: a value, a range, conflicting readings with our choice, or unknown with the reason.

    The loader has brought the short form `leerlingen: 136` to `{waarde: 136}` before this class sees it,
    and kennisbank.py fills in the source, year and check date that the fact leaves to its record.
    """

    waarden: list[Lezing[T]] | None = None
    """Als bronnen verschillen: alle waarden, elk met `bron` of `plaats`."""
    keuze: Aantal | None = None
    """Het nummer (1, 2 …) van de waarde die wij als eerste noemen."""
    toelichting: Tekst | None = None
    """Uitleg in eigen woorden. Verplicht als bronnen verschillen."""
    onbekend: Tekst | None = None
    """Waarom weten we dit (nog) niet? Verschijnt zo op de site."""

    @model_validator(mode="after")
    def _one_form_only(self) -> Self:
        vormen = [self.waarde is not None, self.van is not None, self.waarden is not None, self.onbekend is not None]
        if vormen.count(True) != 1:
            raise weiger("feit_vorm")
        if self.waarden is not None and not (self.keuze and 1 <= self.keuze <= len(self.waarden) and self.toelichting):
            raise weiger("feit_keuze", aantal=len(self.waarden))
        return self

    def lezingen(self) -> list[Lezing[T]]:
        """All readings, our choice first; empty when the fact is unknown."""
        if self.onbekend is not None:
            return []
        if self.waarden is None:
            return [self]
        gekozen = self.waarden[self.keuze - 1]
        return [gekozen, *(lezing for lezing in self.waarden if lezing is not gekozen)]


Teksten = list[Tekst]
FeitTekst = Feit[Tekst]
FeitTeksten = Feit[Teksten]
FeitAantal = Feit[Aantal]
FeitPercentage = Feit[Percentage]


class Bronverwijzing(Model):
    """Source and place that hold for a whole record."""

    bron: Id
    """Bestandsnaam (zonder .yml) uit data/bronnen/."""
    plaats: Tekst
    """Hoofdstuk, bladzijde of artikel, zodat een ander het terugvindt."""


class Record(Model):
    """Base of every record that has an address of its own."""

    id: Id
    """Vast kenmerk, gelijk aan de bestandsnaam. Verandert nooit meer."""
    naam: Naam
    """De naam zoals een bezoeker die ziet."""


class BronRecord(Record):
    """A record whose facts share a source and a check date."""

    gecontroleerd_op: Datum
    """De dag waarop wij de waarden naast de bron legden, zoals 2026-11-21."""
    bronnen: list[Bronverwijzing]
    """De eerste bron geldt voor alles hieronder, tenzij een feit zelf een bron of plaats noemt."""
    schooljaar: Schooljaar | None = None
    """Over dit schooljaar gaan de feiten, tenzij er iets anders bij staat."""

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if not self.bronnen:
            raise weiger("bronnen_leeg")
        return self
