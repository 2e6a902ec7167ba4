"""What the national pilots, the Amsterdam routes and the leerlab taught."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from macros.feiten import Bronregel, Verwijzing, Waarde, bronnen_van
from macros.kennisbank import Kennisbank
from macros.model_uitleg import Les
from macros.punten import PuntRegel, punten, verwijzing
from macros.schrijver import Schrijver


@dataclass(frozen=True)
class LesDeel:
    """A group of lessons as a section."""

    id: str
    titel: str
    herkomst: str
    inleiding: Waarde | None
    punten: list[PuntRegel]
    kaders: list[Verwijzing]


@dataclass(frozen=True)
class Lessen:
    """A page of lessons."""

    titel: str
    omschrijving: str
    delen: list[LesDeel]
    bronnen: list[Bronregel]
    kruimels: tuple[tuple[str, str], ...]


def lessen(kb: Kennisbank, vandaag: date) -> Lessen:
    """The view of /lessen/."""
    tekst = "Wat de landelijke proeven en de Amsterdamse routes leerden: wat hielp en waar het misging."
    return _pagina(kb, "lessen", "Lessen", tekst, ())


def leerlab(kb: Kennisbank, vandaag: date) -> Lessen:
    """The view of /lessen/leerlab/."""
    tekst = "Wat het leerlab op IJburg leerde over een leerroute van vmbo naar mbo."
    kruimels = (("lessen/", "Lessen"), ("", "Het leerlab op IJburg"))
    return _pagina(kb, "leerlab", "Het leerlab op IJburg", tekst, kruimels)


def _pagina(
    kb: Kennisbank, pagina: str, titel: str, omschrijving: str, kruimels: tuple[tuple[str, str], ...]
) -> Lessen:
    records = sorted((les for les in kb.lessen.values() if les.pagina == pagina), key=lambda les: les.volgorde)
    delen = []
    for les in records:
        inleiding = Schrijver(kb, "lessen", les).waarde("inleiding")
        delen.append(
            LesDeel(
                les.id,
                les.naam,
                kb.herkomst("lessen", les, "naam"),
                None if inleiding.stil else inleiding,
                punten(kb, les.punten, kb.herkomst("lessen", les, "punten")),
                [verwijzing(kb, "kaders", kader) for kader in les.kaders],
            )
        )
    return Lessen(titel, omschrijving, delen, _bronnen(kb, records), kruimels)


def _bronnen(kb: Kennisbank, records: list[Les]) -> list[Bronregel]:
    """Every source once, with all its places."""
    per_bron: dict[str, list[Bronregel]] = {}
    for regel in bronnen_van(kb, *records):
        per_bron.setdefault(regel.naam, []).append(regel)
    return [
        replace(regels[0], plaats="; ".join(dict.fromkeys(regel.plaats or "" for regel in regels)))
        for regels in per_bron.values()
    ]
