"""Blank records: YAML text per family, made from the model, that passes the check as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.families import FAMILIES, Familie
from macros.messages import SCHEMA, VOORBEELD
from macros.model import Feit, Lezing, Model
from macros.vorm import beschrijvingen, is_model, kaal

VUL_IN = SCHEMA["vul_in"]
# Where the model alone does not say what passes the check: `Model.veld` → the value.
VAST: dict[str, Any] = {
    "Route.actualiteit": "niet-bevestigd",
    "Route.bevestigd_door_aanbieder_op": {"onbekend": "De school heeft deze gegevens nog niet bevestigd."},
    "Route.in_verkenning": "later",
    "Route.opleidingen": [],
    "Stadsdeel.omtrek": [[4.85, 52.35], [4.95, 52.35], [4.9, 52.4]],
    "Stap.volgorde": 9,
    "Stap.taken": [{"id": f"nieuwe-taak-{nummer}", "tekst": VUL_IN} for nummer in range(1, 7)],
    "Begrip.bron": VOORBEELD["bron"],
    "Begrip.plaats": VUL_IN,
    "Overeenkomst.wettelijk": "nee",
    "Kader.onzeker": [{"tekst": VUL_IN}],
}


def sjabloon(naam: str) -> str:
    """The blank record of the family whose schema is called `naam`."""
    familie = next(familie for familie in FAMILIES.values() if familie.schema == naam)
    soort = "" if familie.map_ else "_lijst"
    regels = [f"# yaml-language-server: $schema=../_schema/{naam}.json"]
    regels += [f"# {regel.format(naam=naam, waar=familie.waar())}" for regel in SCHEMA[f"sjabloon{soort}"]]
    velden = list(_velden(familie))
    if not familie.map_:
        velden = [f"{'- ' if nummer == 0 else '  '}{regel}" for nummer, regel in enumerate(velden)]
    return "\n".join([*regels, "", *velden]) + "\n"


def _velden(familie: Familie) -> Iterator[str]:
    """Per field its description, and a line: what is needed as a value, the rest behind a `#`."""
    for naam, veld in familie.model.model_fields.items():
        sleutel = f"{familie.model.__name__}.{naam}"
        nodig = veld.is_required() or sleutel in VAST
        uitleg = " ".join(beschrijvingen(familie.model).get(naam, "").split())
        yield f"## {uitleg} {SCHEMA['verplicht' if nodig else 'mag_weg']}"
        if is_model(groep := kaal(veld.annotation)) and not is_model(groep, Lezing):
            yield f"# {naam}:"
            yield from (f"#   {n}: {_yaml(_waarde(f'{groep.__name__}.{n}', v))}" for n, v in groep.model_fields.items())
            continue
        waarde = f"nieuw-{familie.schema}" if naam == "id" else _waarde(sleutel, veld)
        yield f"{'' if nodig else '# '}{naam}: {_yaml(waarde)}"


def _yaml(waarde: Any) -> str:
    """A value on one line, text between quotes where YAML could read it as something else."""
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{naam}: {_yaml(deel)}" for naam, deel in waarde.items()) + "}"
    if isinstance(waarde, list):
        return f"[{', '.join(map(_yaml, waarde))}]"
    kaal_woord = isinstance(waarde, str) and re.fullmatch(r"[a-z][a-z0-9-]*|\d{4}-\d\d(-\d\d|\d\d)", waarde)
    return waarde if kaal_woord else json.dumps(waarde, ensure_ascii=False)


def _waarde(sleutel: str, veld: FieldInfo) -> Any:
    naam = sleutel.split(".")[1]
    if sleutel in VAST:
        return VAST[sleutel]
    if naam in ("gecontroleerd_op", "gelezen_op", "schooljaar", "bron"):
        return VOORBEELD[naam]
    annotatie = Annotated[veld.annotation, *veld.metadata] if veld.metadata else veld.annotation
    return _van(annotatie, sleutel, veld.is_required())


def _van(annotatie: Any, sleutel: str, nodig: bool) -> Any:
    """A value of this type that the check takes; for a field that may go, one that shows how it is written."""
    soort = kaal(annotatie)
    if is_model(soort, Feit):
        return {"onbekend": VUL_IN} if nodig else _van(soort.model_fields["waarde"].annotation, sleutel, nodig)
    if is_model(soort, Model):
        return {n: _waarde(f"{soort.__name__}.{n}", v) for n, v in soort.model_fields.items() if v.is_required()}
    if get_origin(soort) is list:
        return [_van(get_args(soort)[0], sleutel, nodig)]
    if get_origin(soort) is Literal:
        return get_args(soort)[0]
    return next((vorm["examples"][0] for vorm in _vormen(annotatie) if "examples" in vorm), VUL_IN)


def _vormen(annotatie: Any) -> Iterator[dict[str, Any]]:
    """The JSON schema that stands with a value type, through `| None`."""
    for deel in (annotatie, *get_args(annotatie)):
        yield from (extra.json_schema for extra in getattr(deel, "__metadata__", ()) if hasattr(extra, "json_schema"))
