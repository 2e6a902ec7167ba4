"""The fact sheet for pupils and parents: few plain words made from fixed fields of the route, no texts of the record.

It carries no law and no outcomes, and says that it is a concept until the school has confirmed the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.factsheet import BladRij, adres_van_school, bronnen_kort
from macros.feiten import Waarde, datum
from macros.kennisbank import Kennisbank
from macros.routes import van
from macros.schrijver import Schrijver
from macros.status import status

WOORDEN = tuple(
    "soort concept jaar nooit-gestart beeindigd wat-kop wat van-naar van-niveau op in-het waar school geen-school "
    "adres mbo geen-mbo leren hoelang duur duur-traject diploma behouden vervalt kiezen iedereen-doet-mee "
    "vrije-keuze vragen onbekend verschilt".split()
)
VRAGEN = ("vraag-1", "vraag-2", "vraag-3", "vraag-4", "vraag-5", "vraag-6")


@dataclass(frozen=True)
class LeerlingBlad:
    """The sheet; `stop` as on the other sheet, `concept` is empty once the school has confirmed."""

    id: str
    titel: str
    adres: str
    stop: bool
    status: str
    concept: str
    rijen: tuple[BladRij, ...]
    bronnen: tuple[str, ...]
    gecontroleerd: str


def leerlingblad(kb: Kennisbank, vandaag: date, kenmerk: str) -> LeerlingBlad:
    """The sheet of one route; raises KeyError for an unknown id."""
    route = kb.routes[kenmerk]
    stand = status(kb, route, vandaag)
    stop = stand.soort in ("beeindigd", "nooit-gestart")
    zegger = _Zegger(kb, Schrijver(kb, "routes", route))
    bevestigd = route.bevestigd_door_aanbieder_op.waarde is not None
    return LeerlingBlad(
        route.id,
        route.naam,
        f"leerroutes/{route.id}/",
        stop,
        zegger.t(stand.soort if stop else "jaar", schooljaar=stand.schooljaar),
        "" if bevestigd else zegger.t("concept"),
        zegger.rijen(),
        bronnen_kort(kb, route),
        kb.weergave.teksten["factsheet-gecontroleerd"].replace("{dag}", datum(route.gecontroleerd_op)),
    )


class _Zegger:
    """Says the fields of one route in words for a pupil."""

    def __init__(self, kb: Kennisbank, schrijver: Schrijver):
        self.kb, self.s, self.route = kb, schrijver, schrijver.record

    def t(self, naam: str, **invul: str) -> str:
        """A sentence of the sheet with its blanks filled; `replace`, for the sentences come from data/."""
        tekst = self.kb.weergave.teksten[f"leerling-{naam}"]
        for blanco, woord in invul.items():
            tekst = tekst.replace(f"{{{blanco}}}", woord)
        return tekst

    def rijen(self) -> tuple[BladRij, ...]:
        """Every subject with its sentences."""
        vragen = tuple(self.t(naam) for naam in VRAGEN)
        return (
            BladRij(self.t("wat-kop"), (self.t("wat"), self._niveau())),
            BladRij(self.t("waar"), self._waar()),
            self._leren(),
            BladRij(self.t("hoelang"), (self._duur(),)),
            BladRij(self.t("diploma"), (self._keuze("vmbo_diploma"),)),
            BladRij(self.t("kiezen"), (self._keuze("doelgroep.selectie"),)),
            BladRij(self.t("vragen"), vragen, lijst=True),
        )

    def _niveau(self) -> str:
        naar, school = self.s.waarde("mbo_niveau"), van(self.s)
        # a leerweg is what you sit "op", a kind of onderwijs what you sit "in"
        begin = self.t("in-het" if "onderwijs" in school else "op", van=school) if school else ""
        if not naar.kort() or naar.lezingen:
            return self.t("van-niveau", van=begin) if begin else self.t("onbekend")
        return self.t("van-naar", van=begin or self.t("op", van="school"), naar=naar.kort())

    def _waar(self) -> tuple[str, ...]:
        school, mbo = self.s.waarde("school"), self.s.waarde("instelling")
        adres = adres_van_school(self.kb, self.route)
        zinnen = [self.t("school", school=school.kort()) if _helder(school) else self.t("geen-school")]
        if adres:
            zinnen.append(self.t("adres", adres=adres))
        zinnen.append(self.t("mbo", mbo=mbo.kort()) if _helder(mbo) else self.t("geen-mbo"))
        return tuple(zinnen)

    def _leren(self) -> BladRij:
        namen = tuple(
            f"{self.kb.opleidingen[deel.opleiding].naam} (mbo {self.kb.opleidingen[deel.opleiding].niveau})"
            for deel in self.route.opleidingen
            if deel.aangeboden == "ja" or self.route.actualiteit == "nooit-gestart"
        )
        return BladRij(self.t("leren"), namen or (self.t("onbekend"),), lijst=bool(namen))

    def _duur(self) -> str:
        """How long it takes from leerjaar 3, or else how long a traject takes that is not counted from there."""
        traject = self.s.waarde("duur_traject")
        bekend = self.s.waarde("duur").kort() or not traject.kort()
        return self._een("duur", "duur") if bekend else self._een("duur_traject", "duur-traject")

    def _een(self, veld: str, naam: str) -> str:
        waarde = self.s.waarde(veld)
        if waarde.lezingen:
            return self.t("verschilt")
        return self.t(naam, waarde=waarde.tekst) if waarde.tekst else self.t("onbekend")

    def _keuze(self, veld: str) -> str:
        feit = self.s.op(veld)
        if feit is None or feit.waarde is None:
            return self.t("verschilt" if feit is not None and feit.waarden else "onbekend")
        return self.t(feit.waarde, van=van(self.s) or "je klas")


def _helder(waarde: Waarde) -> bool:
    """Whether there is one value."""
    return bool(waarde.tekst)
