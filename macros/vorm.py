"""The shape that the model expects at a path, and the short forms of a fact brought to the long one."""

from __future__ import annotations

import ast
import inspect
import sys
import types
from functools import cache
from itertools import pairwise
from typing import Any, Union, get_args, get_origin

from macros.model import Feit, Lezing, Model

FEIT_VELDEN = frozenset(Feit.model_fields)


@cache
def kaal(annotatie: Any) -> Any:
    """An annotation without `| None` and without Annotated."""
    if get_origin(annotatie) in (Union, types.UnionType):
        return kaal(next(deel for deel in get_args(annotatie) if deel is not type(None)))
    return kaal(get_args(annotatie)[0]) if hasattr(annotatie, "__metadata__") else annotatie


def is_model(annotatie: Any, soort: type = Model) -> bool:
    """Whether the annotation is a model (of this kind)."""
    return isinstance(annotatie, type) and issubclass(annotatie, soort)


@cache
def stap(annotatie: Any, deel: str | int) -> Any:
    """The bare annotation one step down a path; None when the model knows no such step."""
    annotatie = kaal(annotatie)
    if is_model(annotatie):
        veld = annotatie.model_fields.get(deel)
        return kaal(veld.annotation) if veld else None
    inhoud = get_args(annotatie)
    return kaal(inhoud[-1]) if inhoud else None


def langs(model: Any, pad: tuple[str | int, ...]) -> Any:
    """The bare annotation at the end of a path, or None."""
    for deel in pad:
        model = stap(model, deel) if model is not None else None
    return model


def naar_lang(waarde: Any, annotatie: Any) -> Any:
    """Brings every short fact in plain values to its long form: `136` → `{waarde: 136}`."""
    annotatie = kaal(annotatie)
    if is_model(annotatie, Lezing):
        if not isinstance(waarde, dict):
            waarde = {"waarde": waarde}
        if isinstance(waarde.get("waarden"), list):
            lezing = stap(stap(annotatie, "waarden"), 0)
            waarde = {**waarde, "waarden": [naar_lang(deel, lezing) for deel in waarde["waarden"]]}
        return waarde
    if isinstance(waarde, dict):
        return {naam: naar_lang(deel, stap(annotatie, naam)) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [naar_lang(deel, stap(annotatie, 0)) for deel in waarde]
    return waarde


@cache
def beschrijvingen(model: type[Model]) -> dict[str, str]:
    """Field → the Dutch docstring below it, which editors read; of the fields that it inherits too.

    Pydantic can do this as well, but searches for the source anew for every class: half a second at every start.
    """
    gevonden: dict[str, str] = {}
    for klas in reversed(model.__mro__):
        for paar in pairwise(_klassen(klas.__module__).get(klas.__name__, ())):
            match paar:
                case ast.AnnAssign(target=ast.Name(id=naam)), ast.Expr(value=ast.Constant(value=str(uitleg))):
                    gevonden[naam] = inspect.cleandoc(uitleg)
    return gevonden


@cache
def _klassen(module: str) -> dict[str, list[ast.stmt]]:
    """Class → the statements in it, of a module of the model."""
    if not module.startswith("macros.model"):
        return {}
    boom = ast.parse(inspect.getsource(sys.modules[module]))
    return {deel.name: deel.body for deel in boom.body if isinstance(deel, ast.ClassDef)}
