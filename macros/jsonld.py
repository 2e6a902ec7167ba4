"""What a search engine may know of a page, in the words of schema.org: only what the page itself shows."""

from __future__ import annotations

from datetime import date
from typing import Any

from macros.kennisbank import Kennisbank
from macros.model_route import Route
from macros.model_school import School
from macros.schrijver import ADRES
from macros.status import status

CONTEXT = "https://schema.org"


def jsonld(kb: Kennisbank, vandaag: date, pagina: str, kenmerk: str, site: str) -> dict[str, Any] | None:
    """The data of a page about a route or a school; None for every other page. `site` is where the site stands."""
    if pagina == "route":
        return _route(kb, vandaag, kb.routes[kenmerk], site)
    return _school(kb.scholen[kenmerk], site) if pagina == "school" else None


def _route(kb: Kennisbank, vandaag: date, route: Route, site: str) -> dict[str, Any]:
    """A route is an EducationalOccupationalProgram: a programme of years that leads to a diploma, not one Course.

    The status line is its description and the school year its temporalCoverage, so that old facts stay old.
    """
    aanbieders = []
    if (school := kb.scholen.get(route.school.waarde or "")) is not None:
        aanbieders.append(
            {"@type": "HighSchool", "name": school.naam, "url": site + ADRES["scholen"].format(school.id)}
        )
    if (instelling := kb.instellingen.get(route.instelling.waarde or "")) is not None:
        aanbieders.append({"@type": "EducationalOrganization", "name": instelling.naam})
    return {
        "@context": CONTEXT,
        "@type": "EducationalOccupationalProgram",
        "@id": site + ADRES["routes"].format(route.id),
        "name": route.naam,
        "url": site + ADRES["routes"].format(route.id),
        "inLanguage": "nl",
        "description": status(kb, route, vandaag).zin,
        "provider": aanbieders,
        "subjectOf": {"@type": "WebPage", "temporalCoverage": route.schooljaar.replace("-", "/")},
    }


def _school(school: School, site: str) -> dict[str, Any]:
    """A school with its address; the place on the map only where it is that of the address."""
    gegevens: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "HighSchool",
        "@id": site + ADRES["scholen"].format(school.id),
        "name": school.naam,
    }
    if school.andere_namen:
        gegevens["alternateName"] = [andere.naam for andere in school.andere_namen]
    adres = {
        "streetAddress": school.straat.waarde,
        "postalCode": school.postcode.waarde,
        "addressLocality": school.plaats.waarde,
    }
    if any(adres.values()):
        gegevens["address"] = {"@type": "PostalAddress", "addressCountry": "NL"} | {n: w for n, w in adres.items() if w}
    if school.precisie == "adres" and school.breedtegraad.waarde and school.lengtegraad.waarde:
        plek = {"latitude": school.breedtegraad.waarde, "longitude": school.lengtegraad.waarde}
        gegevens["geo"] = {"@type": "GeoCoordinates"} | plek
    if school.website and school.website.waarde:
        gegevens["url"] = school.website.waarde
    return gegevens
