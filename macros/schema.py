"""JSON schema per record family, for an editor's program: generated from the model, with Dutch words throughout."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from macros.families import FAMILIES, LOSSE_BESTANDEN, VERWIJZINGEN
from macros.messages import SCHEMA, VERWACHT
from macros.model import Lezing, Model
from macros.vorm import beschrijvingen

Schema = dict[str, Any]


class Vorm(GenerateJsonSchema):
    """Pydantic's generator with our short forms: a fact may be its bare value, and nothing may be empty."""

    kort = True  # whether the short form of a fact is told too

    def model_schema(self, schema: Any) -> Schema:
        """A model; a fact also as its bare value."""
        vorm = super().model_schema(schema)
        for weg in ("description", "title"):  # docstrings of classes are English, for developers
            vorm.pop(weg, None)
        for veld, uitleg in beschrijvingen(schema["cls"]).items():
            vorm["properties"][veld]["description"] = uitleg
        if not (self.kort and issubclass(schema["cls"], Lezing)):
            return vorm
        return {"anyOf": [vorm["properties"]["waarde"], vorm]}

    def nullable_schema(self, schema: Any) -> Schema:
        """A field that may go is left out, never null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Schema:
        """What a field is when it is left out is no value to write."""
        return self.generate_inner(schema["schema"])

    def get_title_from_name(self, name: str) -> str:
        """The name of a field as words."""
        return name.replace("_", " ").capitalize()


def namen() -> dict[str, tuple[type[Model], bool]]:
    """Name of the schema → the model, and whether the file is a list of records."""
    families = {familie.schema: (familie.model, not familie.map_) for familie in FAMILIES.values()}
    return families | {naam: (model, False) for naam, model in LOSSE_BESTANDEN.items()}


@cache
def schema(naam: str) -> Schema:
    """The JSON schema of a file of this kind (a name from `namen`)."""
    model, lijst = namen()[naam]
    vorm = model.model_json_schema(schema_generator=Vorm)
    defs = vorm.pop("$defs", {})
    for deel in (vorm, *defs.values()):
        for keuze in deel.get("anyOf", (deel,)):
            for veld, inhoud in keuze.get("properties", {}).items():
                _beschrijf(veld, inhoud, defs)
    kop = {"$schema": "http://json-schema.org/draft-07/schema#", "title": naam, "description": SCHEMA["kop"]}
    vorm = {"type": "array", "items": vorm} if lijst else vorm
    return kop | vorm | ({"$defs": defs} if defs else {})


def _beschrijf(veld: str, inhoud: Schema, defs: Schema) -> None:
    """Adds to a field what may be written there: choices, unit, an example, and what it refers to."""
    een = kern(inhoud, defs)
    delen = [inhoud.get("description", "")]
    if keuzes := een.get("enum"):
        delen.append(SCHEMA["keuzes"].format(keuzes=", ".join(map(str, keuzes))))
    if (code := een.get("x-code", "tekst")) not in ("tekst", "id"):
        delen.append(SCHEMA["verwacht"].format(verwacht=VERWACHT[code][0]))
    if eenheid := SCHEMA["eenheden"].get(een.get("x-code", "")):
        delen.append(SCHEMA["eenheid"].format(eenheid=eenheid))
    inhoud.setdefault("title", veld.replace("_", " ").capitalize())
    if voorbeelden := een.get("examples") or een.get("enum"):
        inhoud.setdefault("examples", voorbeelden[:1])
    if familie := VERWIJZINGEN.get(veld):
        inhoud["x-verwijst"] = familie
    inhoud["description"] = " ".join(filter(None, delen))


def kern(inhoud: Schema, defs: Schema) -> Schema:
    """The schema of one value: through references, the short form of a fact, and the items of a list."""
    while True:
        if "$ref" in inhoud:
            inhoud = defs[inhoud["$ref"].removeprefix("#/$defs/")]
        elif "anyOf" in inhoud:
            inhoud = inhoud["anyOf"][0]
        elif "items" in inhoud:
            inhoud = inhoud["items"]
        else:
            return inhoud
