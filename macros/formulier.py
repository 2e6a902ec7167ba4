"""The page /meewerken/formulier/: a form for a route, made from the editor schema, that gives back the YAML file."""

from __future__ import annotations

from dataclasses import dataclass

from macros.formulier_rijen import BIJ_FEIT, Groep, Keuze, Rij, Rijen, groepen
from macros.kennisbank import Kennisbank
from macros.messages import REGELS, VERWACHT
from macros.schema import schema


@dataclass(frozen=True)
class Formulier:
    """The view. `bij_feit`: where a value comes from; `aanduiding`: how precise a number is."""

    titel: str
    omschrijving: str
    routes: list[Keuze]
    groepen: list[Groep]
    bij_feit: list[Rij]
    aanduiding: Rij
    berichten: dict[str, str]
    teksten: dict[str, str]
    repository: str
    postvak: str
    kruimels: tuple[tuple[str, str], ...]


def formulier(kb: Kennisbank, _: object = None) -> Formulier:
    """The view of /meewerken/formulier/."""
    maak, defs = Rijen(kb), schema("route")["$defs"]
    getal = next(deel["anyOf"][1] for naam, deel in defs.items() if naam.startswith("Feit_Annotated_int"))
    teksten = {n.removeprefix("formulier-"): w for n, w in kb.weergave.teksten.items() if n.startswith("formulier-")}
    return Formulier(
        "Formulier: wijzig een route",
        "Wijzig een route zonder account en zonder programma's. U krijgt een bestand dat u kunt opsturen.",
        [Keuze(r.id, r.naam, kb.herkomst("routes", r, "naam")) for r in kb.routes.values()],
        groepen(kb),
        [maak.rij(defs["Fase"], (naam,)) for naam in BIJ_FEIT],
        maak.rij(getal, ("aanduiding",)),
        {"leeg": REGELS["leeg_verplicht"], "toekomst": REGELS["toekomst"]}
        | {c.replace("_", "-"): tekst for c, (tekst, _) in VERWACHT.items()},
        teksten,
        kb.uitgever.repository or "",
        kb.uitgever.postvak or "",
        (("meewerken/", "Meewerken"), ("", "Formulier")),
    )
