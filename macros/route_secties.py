"""The sections of a route's page: most are a list of facts, some have a table or numbered goals of their own."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros import route_tabellen
from macros.feiten import Bronregel, Verwijzing, Waarde, bronregel, opsomming
from macros.model import Herkomst
from macros.schrijver import Schrijver
from macros.tabellen import Tabel

KORT = (
    "school",
    "instelling",
    "leerlingen",
    "nieuwe_leerlingen",
    "duur",
    "duur_afwijking",
    "leerwegen",
    "mbo_niveau",
    "vmbo_diploma",
    "type_verkenning",
    "wettelijke_vorm",
    "gemeld_bij_duo",
    "overeenkomst_datum",
    "bevestigd_door_aanbieder_op",
)


@dataclass(frozen=True)
class Doel:
    """A numbered goal with its lettered parts."""

    naam: str
    onderdelen: tuple[str, ...]
    herkomst: str
    bron: Bronregel | None


@dataclass(frozen=True)
class Sectie:
    """A section of the page. `stil` names what the sources are silent about; with nothing else it is `leeg`."""

    id: str
    kop: str
    waarden: list[Waarde] = field(default_factory=list)
    doelen: tuple[Doel, ...] = ()
    tabellen: tuple[Tabel, ...] = ()
    verwant: tuple[Verwijzing, ...] = ()
    stil: str = ""

    @property
    def leeg(self) -> bool:
        """Whether the sources say nothing at all."""
        return not (self.waarden or self.doelen or self.tabellen or self.verwant)


def sectie(schrijver: Schrijver, naam: str, kop: str) -> Sectie:
    """A section by its name in weergave.yml."""
    inhoud = BIJZONDER[naam](schrijver) if naam in BIJZONDER else {"waarden": gewone_sectie(schrijver, naam)}
    waarden = inhoud.pop("waarden", [])
    stil = opsomming([waarde.label[:1].lower() + waarde.label[1:] for waarde in waarden if waarde.stil])
    return Sectie(naam, kop, [waarde for waarde in waarden if not waarde.stil], stil=stil, **inhoud)


def gewone_sectie(schrijver: Schrijver, naam: str) -> list[Waarde]:
    """A section whose model is a list of facts, or one fact."""
    return [schrijver.waarde(naam)] if naam == "vangnet" else schrijver.sectie(naam)


def _kort(schrijver: Schrijver) -> dict:
    record = schrijver.record
    plek = schrijver.kb.weergave.waarden[record.in_verkenning]
    nummer = f" (nummer {record.nummer_tabel_1} in tabel 1)" if record.nummer_tabel_1 else ""
    lijst = schrijver.gewoon("in_verkenning", f"{plek}{nummer}", label="Plaats in de verkenning")
    extra = [
        schrijver.waarde(veld)
        for veld in ("herkomst_leerlingen", "duur_traject", "andere_scholen", "andere_typen")
        if schrijver.op(veld)
    ]
    return {"waarden": [*(schrijver.waarde(veld) for veld in KORT), *extra, lijst]}


def _verwant(schrijver: Schrijver) -> dict:
    kb = schrijver.kb
    return {
        "verwant": tuple(
            Verwijzing(
                kb.routes[deel.route].naam,
                f"leerroutes/{deel.route}/",
                f"{kb.weergave.waarden[deel.soort]}. {deel.toelichting}",
                kb.herkomst("routes", schrijver.record, f"verwant.{n}"),
                bronregel(kb, deel),
            )
            for n, deel in enumerate(schrijver.record.verwant)
        )
    }


def _start(schrijver: Schrijver) -> dict:
    tabellen = (*route_tabellen.fasen(schrijver), *route_tabellen.momenten(schrijver))
    return {"waarden": schrijver.sectie("start"), "tabellen": tabellen}


def _opleidingen(schrijver: Schrijver) -> dict:
    richtingen = [schrijver.waarde("richtingen")] if schrijver.op("richtingen") else []
    return {"waarden": [schrijver.waarde("colleges"), *richtingen], "tabellen": route_tabellen.opleidingen(schrijver)}


def _doelen(schrijver: Schrijver) -> dict:
    record = schrijver.record
    doelen = tuple(
        Doel(
            doel.naam,
            tuple(doel.onderdelen),
            schrijver.kb.herkomst("routes", record, f"doelen.{n}"),
            bronregel(schrijver.kb, doel),
        )
        for n, doel in enumerate(record.doelen)
    )
    waarden = [schrijver.waarde("ambities")] if record.ambities else []
    if record.streefcijfers:
        gevuld = [veld for veld in type(record.streefcijfers).model_fields if schrijver.op(f"streefcijfers.{veld}")]
        waarden += [schrijver.waarde(f"streefcijfers.{veld}") for veld in gevuld if veld not in Herkomst.model_fields]
    return {"waarden": waarden, "doelen": doelen}


BIJZONDER = {
    "kort": _kort,
    "verwant": _verwant,
    "start": _start,
    "opleidingen": _opleidingen,
    "doelen": _doelen,
    "opbouw": lambda s: {"tabellen": route_tabellen.opbouw(s)},
    "uitkomsten": lambda s: {"waarden": s.sectie("uitkomsten"), "tabellen": route_tabellen.cohorten(s)},
    "administratie": lambda s: {"waarden": s.sectie("administratie"), "tabellen": route_tabellen.inschrijving(s)},
}
