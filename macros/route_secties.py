"""The sections of a route's page: most are a list of facts, some have a table or numbered goals of their own."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.feiten import Bronregel, Verwijzing, Waarde, bronregel, opsomming
from macros.model import Herkomst
from macros.model_onderdelen import OpleidingInRoute
from macros.schrijver import Schrijver
from macros.tabellen import Rij, Tabel

KORT = (
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
        for veld in ("herkomst_leerlingen", "andere_scholen", "andere_typen")
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
            )
            for n, deel in enumerate(schrijver.record.verwant)
        )
    }


def _start(schrijver: Schrijver) -> dict:
    fasen = schrijver.op("start.fasen") or []
    rijen = tuple(
        Rij(
            fase.naam,
            (
                schrijver.gewoon(f"start.fasen.{n}.van", fase.van, fase, "Vanaf"),
                schrijver.gewoon(f"start.fasen.{n}.tot", fase.tot or "geen einde genoemd", label="Tot en met"),
            ),
            herkomst=schrijver.kb.herkomst("routes", schrijver.record, f"start.fasen.{n}.naam"),
        )
        for n, fase in enumerate(fasen)
    )
    tabel = Tabel("fasen", "De geschiedenis van de route in fasen", "Fase", ("Vanaf", "Tot en met"), rijen)
    momenten = _momenten(schrijver)
    return {"waarden": schrijver.sectie("start"), "tabellen": (*((tabel,) if rijen else ()), *momenten)}


def _momenten(schrijver: Schrijver) -> tuple[Tabel, ...]:
    rijen = tuple(
        Rij(
            moment.wanneer,
            (schrijver.gewoon(f"momenten.{n}.stand", moment.stand, moment, "Stand volgens de bron"),),
            herkomst=schrijver.kb.herkomst("routes", schrijver.record, f"momenten.{n}.wanneer"),
        )
        for n, moment in enumerate(schrijver.record.momenten)
    )
    tabel = Tabel("momenten", "De stand van de route, per moment", "Moment", ("Stand volgens de bron",), rijen)
    return (tabel,) if rijen else ()


def _opleidingen(schrijver: Schrijver) -> dict:
    kb, rijen = schrijver.kb, []
    for n, deel in enumerate(schrijver.record.opleidingen):
        pad, opleiding = f"opleidingen.{n}", kb.opleidingen[deel.opleiding]
        namen = ", ".join(dict.fromkeys([*([deel.naam_in_bron] if deel.naam_in_bron else []), *opleiding.andere_namen]))
        rijen.append(
            Rij(
                opleiding.naam,
                (
                    Waarde("Niveau", kb.herkomst("opleidingen", opleiding, "niveau"), f"mbo {opleiding.niveau}"),
                    schrijver.gewoon(f"{pad}.profiel", deel.profiel, label="Uit profiel"),
                    schrijver.gewoon(f"{pad}.aangeboden", aanbod(deel), deel, "Aanbod"),
                    schrijver.gewoon(f"{pad}.naam_in_bron", namen or "geen andere naam", label="Andere namen"),
                ),
                herkomst=kb.herkomst("routes", schrijver.record, f"{pad}.opleiding"),
            )
        )
    tabel = Tabel(
        "opleidingen-tabel",
        "Mbo-opleidingen in deze route",
        "Opleiding",
        ("Niveau", "Uit profiel", "Aanbod", "Andere namen"),
        tuple(rijen),
    )
    return {"waarden": [schrijver.waarde("colleges")], "tabellen": (tabel,) if rijen else ()}


AANBOD = {"ja": "In de route.", "nee": "Gestopt.", "plan": "Volgens plan."}


def aanbod(deel: OpleidingInRoute) -> str:
    """Whether the opleiding is in the route, with the explanation of the record."""
    return " ".join(filter(None, [AANBOD[deel.aangeboden], deel.toelichting]))


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


def _opbouw(schrijver: Schrijver) -> dict:
    rijen = tuple(
        Rij(
            f"Leerjaar {jaar.leerjaar}",
            tuple(
                schrijver.waarde(f"opbouw.{n}.{veld}", kop)
                for veld, kop in (("programma", "Programma"), ("docenten", "Wie en waar"), ("stage", "Stage"))
            ),
            herkomst=schrijver.kb.herkomst("routes", schrijver.record, f"opbouw.{n}.leerjaar"),
        )
        for n, jaar in enumerate(schrijver.record.opbouw)
    )
    tabel = Tabel("opbouw-tabel", "De route per leerjaar", "Leerjaar", ("Programma", "Wie en waar", "Stage"), rijen)
    return {"tabellen": (tabel,) if rijen else ()}


def _uitkomsten(schrijver: Schrijver) -> dict:
    velden = (
        ("gestart", "Begonnen"),
        ("door", "Doorgegaan"),
        ("naar_entree", "Naar een entreeopleiding"),
        ("gedoubleerd", "Blijven zitten"),
        ("vertrokken", "Vertrokken"),
    )
    rijen = tuple(
        Rij(
            cohort.naam,
            (
                *(
                    schrijver.gewoon(
                        f"cohorten.{n}.{veld}",
                        deel(getattr(cohort, veld), cohort.gestart, veld),
                        cohort if veld == "gestart" else None,
                        kop,
                    )
                    for veld, kop in velden
                ),
                schrijver.gewoon(f"cohorten.{n}.toelichting", cohort.toelichting or "geen", label="Toelichting"),
            ),
            herkomst=schrijver.kb.herkomst("routes", schrijver.record, f"cohorten.{n}.naam"),
        )
        for n, cohort in enumerate(schrijver.record.cohorten)
    )
    tabel = Tabel(
        "cohorten-tabel",
        "Getelde groepen; de percentages rekenden wij uit",
        "Groep",
        (*(kop for _, kop in velden), "Toelichting"),
        rijen,
    )
    return {"waarden": schrijver.sectie("uitkomsten"), "tabellen": (tabel,) if rijen else ()}


def deel(aantal: int | None, gestart: int, veld: str) -> str | None:
    """A count with its share of those who began, computed here and nowhere typed: `4 (5,1 %)`."""
    if aantal is None or veld == "gestart" or not gestart:
        return None if aantal is None else str(aantal)
    return f"{aantal} ({100 * aantal / gestart:.1f} %)".replace(".", ",")


def _administratie(schrijver: Schrijver) -> dict:
    rijen = tuple(
        Rij(
            f"Leerjaar {jaar.leerjaar}",
            (
                schrijver.waarde(f"inschrijving.{n}.vmbo", "Vmbo-school"),
                schrijver.waarde(f"inschrijving.{n}.mbo", "Mbo-instelling"),
            ),
            herkomst=schrijver.kb.herkomst("routes", schrijver.record, f"inschrijving.{n}.leerjaar"),
        )
        for n, jaar in enumerate(schrijver.record.inschrijving)
    )
    tabel = Tabel(
        "inschrijving-tabel", "Inschrijving per leerjaar", "Leerjaar", ("Vmbo-school", "Mbo-instelling"), rijen
    )
    return {"waarden": schrijver.sectie("administratie"), "tabellen": (tabel,) if rijen else ()}


BIJZONDER = {
    "verwant": _verwant,
    "kort": _kort,
    "start": _start,
    "opleidingen": _opleidingen,
    "doelen": _doelen,
    "opbouw": _opbouw,
    "uitkomsten": _uitkomsten,
    "administratie": _administratie,
}
