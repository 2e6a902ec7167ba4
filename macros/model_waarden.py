"""The value types of the model: what one value may be, and the code of the message when it is not.

A value type refuses with a code (`aantal`, `datum` …); messages.py holds the Dutch text that belongs to that code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

MAX_TEKST = 2000


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
    vorm = re.compile(patroon, re.ASCII)  # or a digit of another script would pass, as it does not in the browser
    return lambda w: w if isinstance(w, str) and vorm.fullmatch(w) else None


def _schooljaar(waarde: Any) -> str | None:
    gevonden = re.fullmatch(r"((?:19|20)\d\d)-((?:19|20)\d\d)", waarde, re.ASCII)
    return waarde if gevonden and int(gevonden[2]) == int(gevonden[1]) + 1 else None


def als_datum(waarde: Any) -> date | None:
    """A day as jaar-maand-dag, and no other form that Python happens to read; None for anything else."""
    if not isinstance(waarde, str) or not re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", waarde, re.ASCII):
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def _maanddag(waarde: Any) -> str | None:
    """A day of any year as maand-dag; 29 February is not one, for it is not there every year."""
    vorm = isinstance(waarde, str) and re.fullmatch(r"\d\d-\d\d", waarde, re.ASCII)
    return waarde if vorm and date.fromisoformat(f"2001-{waarde}") else None


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


def _waarde(soort: type, test: Callable[[Any], Any], code: str, **vorm: Any) -> Any:
    """A value type: how it is checked, and (`vorm`, JSON schema) what an editor's program knows of it."""
    return Annotated[soort, _type(test, code), WithJsonSchema({"x-code": code, **vorm})]


def _woord(patroon: str, code: str, voorbeeld: str) -> Any:
    return _waarde(str, _patroon(patroon), code, type="string", pattern=f"^({patroon})$", examples=[voorbeeld])


def _cijfers(soort: type, laagste: float, hoogste: float, code: str, voorbeeld: float) -> Any:
    test, naam = (_heel, "integer") if soort is int else (_getal, "number")
    grenzen = {"minimum": laagste, "maximum": hoogste}
    return _waarde(soort, test(laagste, hoogste), code, type=naam, **grenzen, examples=[voorbeeld])


SCHOOLJAAR = r"(19|20)\d\d-(19|20)\d\d"
# A site's name in plain letters: no user before it, no number or port, no letters that look like others (also not
# packed as xn--); then an address without marks that another reader takes for the end of it.
URL = (
    r"https://((?!xn--)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?!xn--)[A-Za-z]{2,24}"
    r"([/?#][^\s<>\"'\\^`{|}]{0,500})?"
)
ID = r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*"
Id = _woord(ID, "id", "een-kenmerk")
Adres = _woord("[a-z0-9-]+(/[a-z0-9-]+)*/?", "adres", "leerroutes/typen/")
Tekst = Annotated[
    str,
    BeforeValidator(_tekst),
    WithJsonSchema({"x-code": "tekst", "type": "string", "minLength": 1, "maxLength": MAX_TEKST}),
]
Naam = Tekst
Url = _woord(URL, "url", "https://www.voorbeeld.nl/route")
Postvak = _woord(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "postvak", "leerroutes@voorbeeld.nl")
Aantal = _cijfers(int, 0, 1_000_000, "aantal", 136)
Niveau = _cijfers(int, 1, 4, "niveau", 2)
Leerjaarnummer = _cijfers(int, 1, 8, "leerjaar", 3)
Jaren = _cijfers(float, 1, 8, "jaren", 3.5)
Percentage = _cijfers(float, 0, 100, "percentage", 11.5)
Breedtegraad = _cijfers(float, 50.5, 54, "breedtegraad", 52.3561)
Lengtegraad = _cijfers(float, 3, 8, "lengtegraad", 4.8315)
Datum = _waarde(date, als_datum, "datum", type="string", pattern=r"^(19|20)\d\d-\d\d-\d\d$", examples=["2026-11-21"])
MaandDag = _waarde(str, _maanddag, "maanddag", type="string", pattern=r"^\d\d-\d\d$", examples=["10-01"])
Schooljaar = _waarde(str, _schooljaar, "schooljaar", type="string", pattern=f"^{SCHOOLJAAR}$", examples=["2020-2021"])
Jaar = _waarde(
    str,
    _jaar,
    "jaar",
    type=["integer", "string"],
    pattern=f"^{SCHOOLJAAR}$",
    minimum=1950,
    maximum=2100,
    examples=["2020-2021"],
)
SchooljaarOfOnbekend = _waarde(
    str,
    _schooljaar_of_onbekend,
    "schooljaar",
    type="string",
    pattern=f"^({SCHOOLJAAR}|onbekend)$",
    examples=["2020-2021"],
)
Postcode = _woord(r"[1-9]\d{3}[A-Z]{2}", "postcode", "1025KN")
Vestigingsnummer = _woord(r"\d{2}[A-Z]{2}\d{2}", "vestigingsnummer", "17VF02")
Leerweg = keuze("basis", "kader", "gemengd", "theoretisch")
Richting = keuze(
    "zorg-en-welzijn", "economie", "dienstverlening", "horeca", "media-en-ict", "techniek", "groen", "sport"
)
JaNee = keuze("ja", "nee")
