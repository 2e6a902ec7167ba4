"""Valid records with one difference per test, and what a visitor gets to see of them.

`a_route(naam="Zorg")` is a valid route as it stands in a file; `page("leerroutes", routes=[…])` is the HTML of a
view over those records; `geldige_data(map_)` writes a small complete data/ folder, as an editor would.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup

from macros.families import FAMILIES, LOSSE_BESTANDEN
from macros.kennisbank import DATA, Kennisbank, kennisbank
from macros.loader import lees
from macros.paginas import PAGINAS
from macros.rekenmodel_som import KEUZES, REGELS, VELDEN
from macros.render import blok

VANDAAG = date(2026, 11, 21)

ROUTE = """\
id: voorbeeld
naam: Voorbeeldroute
actualiteit: niet-bevestigd
gecontroleerd_op: 2026-11-21
bevestigd_door_aanbieder_op: {onbekend: "De school is nog niet gevraagd."}
schooljaar: 2020-2021
in_verkenning: tabel-1
bronnen:
  - {bron: verkenning-2021, plaats: bijlage 1}
school: voorbeeldschool
instelling: voorbeeld-mbo
type_verkenning: geintegreerd
wettelijke_vorm: doorlopende-leerroute
leerwegen: [basis]
mbo_niveau: [2]
vmbo_diploma: behouden
leerlingen: 50
opleidingen:
  - {opleiding: zorg, aangeboden: ja}
"""
SCHOOL = """\
id: voorbeeldschool
naam: Voorbeeldschool
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: tabel 1}
bestuur: voorbeeldbestuur
stadsdeel: noord
straat: Dorpsstraat 1
postcode: 1025KN
plaats: Amsterdam
vestigingsnummer: 17VF02
breedtegraad: 52.3561
lengtegraad: 4.8315
precisie: adres
"""
INSTELLING = """\
id: voorbeeld-mbo
naam: Voorbeeld-mbo
korte_naam: VMB
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: tabel 1}
colleges:
  - {id: college-noord, naam: College Noord}
"""
BESTUREN = """\
- id: voorbeeldbestuur
  naam: Voorbeeldbestuur
  gecontroleerd_op: 2026-11-21
  bronnen:
    - {bron: verkenning-2021, plaats: tabel 1}
"""
OPLEIDINGEN = """\
- id: zorg
  naam: Helpende
  gecontroleerd_op: 2026-11-21
  bronnen:
    - {bron: verkenning-2021, plaats: tabel 2}
  niveau: 2
  richting: zorg-en-welzijn
"""
STADSDEEL = """\
id: noord
naam: Noord
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: kaart}
soort: stadsdeel
omtrek:
  - [4.90, 52.38]
  - [4.95, 52.38]
  - [4.95, 52.42]
"""
TYPE = """\
id: geintegreerd
naam: Geïntegreerde leerroute
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: paragraaf 3.1}
soort: verkenning
korte_naam: Geïntegreerd
uitleg: School en mbo bieden samen één programma aan.
vmbo_diploma: Verschilt per route.
"""
VORM = """\
id: doorlopende-leerroute
naam: Doorlopende leerroute vmbo-mbo
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: artikel 2.107a}
soort: wettelijk
korte_naam: Doorlopende leerroute
uitleg: Eén programma vanaf leerjaar 3.
vmbo_diploma: Ja.
paren:
  - {leerweg: basis, niveau: 2}
  - {leerweg: kader, niveau: 3}
"""
OVEREENKOMST = """\
id: model
naam: Model van een overeenkomst
korte_naam: Model
volgorde: 1
gecontroleerd_op: 2026-11-21
wet_gelezen: 2026-01-01
wettelijk: ja
voor: Voor een voorbeeld.
bronnen:
  - {bron: verkenning-2021, plaats: bijlage 1}
versies:
  - {versie: "1.0", datum: 2026-11-21, wat: Eerste versie.}
varianten:
  - id: gewoon
    naam: Gewone route
    uitleg: Met twee diploma's.
    onderwerpen: [a, e]
  - id: verticaal
    naam: Onder één bestuur
    uitleg: School en mbo vallen onder één bestuur.
    onderwerpen: [a]
aanhef: ["Partij {school} spreekt dit af."]
aanhef_velden:
  - {id: school, naam: naam van de school, uit_route: school}
artikelen:
  - id: profiel
    kop: Profiel
    onderwerp: a
    onderdelen: [profiel]
    waarom: De wet vraagt dit.
    leden: ["Het profiel is {profiel}.", "Dit geldt altijd."]
    velden:
      - {id: profiel, naam: vmbo-profiel}
  - id: geld
    kop: Geld
    onderwerp: e
    onderdelen: [bekostiging]
    niet_bij: [verticaal]
    waarom: De wet vraagt dit als er geld overgaat.
    keuzes:
      - id: geld
        vraag: Gaat er geld over?
        opties:
          - id: "nee"
            naam: Geen geld
            gevolg: Ieder betaalt zelf.
            leden: [Partijen dragen geen geld over.]
          - id: bedrag
            naam: Een bedrag
            gevolg: Het bedrag ligt vast.
            leden: ["Het bedrag is {bedrag}."]
            velden:
              - {id: bedrag, naam: bedrag, soort: bedrag}
slot: ["Getekend namens {school} op {dag}."]
slot_velden:
  - {id: dag, naam: datum, soort: datum, nodig: nee}
botsingen:
  - als: ["variant=verticaal", "geld=bedrag"]
    melding: Onder één bestuur gaat er geen geld over.
tekenaars:
  - {wie: Bestuur van de school, tekst: Tekent.}
"""
BRON = """\
id: verkenning-2021
naam: Voorbeeldbron over leerroutes
korte_naam: Voorbeeldbron
soort: rapport
maker: Samenwerkingsverband
datum: april 2021
gelezen_op: 2026-11-21
uitleg: Verslag van een onderzoek.
gebruikt_voor: De feiten over de routes.
url: {onbekend: "Wij vonden geen adres."}
"""
STAP = """\
id: {id}
naam: {naam}
volgorde: {volgorde}
titel_in_bron: {naam}
gecontroleerd_op: 2026-11-21
bronnen:
  - {{bron: verkenning-2021, plaats: paragraaf {volgorde}}}
doel: U weet wat u wilt.
vragen:
  - {{tekst: Wat wilt u bereiken?}}
afspraken:
  - {{tekst: Wie wat doet.}}
cijfers:
  - {{tekst: Er waren 34 leerlingen.}}
succes:
  - {{tekst: Begin op tijd.}}
valkuilen:
  - {{tekst: Te laat beginnen.}}
wie: [de directeur]
wet:
  - {{tekst: De route begint in leerjaar 3., plaats: artikel 2.107a}}
resultaat: Een notitie.
taken:
  - {{id: {id}-1, tekst: Lees de bron.}}
  - {{id: {id}-2, tekst: Tel de leerlingen.}}
  - {{id: {id}-3, tekst: Schrijf het plan.}}
  - {{id: {id}-4, tekst: Vraag het team.}}
  - {{id: {id}-5, tekst: Vraag het bestuur.}}
  - {{id: {id}-6, tekst: Schrijf het besluit op.}}
"""
KADER = """\
id: onderwijstijd
naam: Onderwijstijd
korte_naam: Onderwijstijd
groep: programma
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: artikel 2.107h}
kern: De route heeft genoeg uren.
artikelen:
  - {wet: WVO 2020, artikel: 2.107h, gaat_over: uren in de bol, tekst_van: 2024-08-01}
moet:
  - {tekst: De route haalt het minimum.}
mag:
  - {tekst: Minder uren mag als de kwaliteit blijkt.}
gewijzigd: onbekend
urennormen:
  - {soort: bol, jaren: 2, totaal: 2000, begeleid: 1400, bpv: 250}
  - {soort: bbl, jaren: 2, totaal: 1850, begeleid: 900, bpv: 610}
geldt_voor:
  - {type: doorlopende-leerroute, antwoord: moet, tekst: Alleen als de route is gemeld.}
in_overzicht: 1
"""
BEGRIPPEN = """\
- id: bpv
  naam: bpv
  voluit: beroepspraktijkvorming
  uitleg: Leren in een leerbedrijf.
  vormen: [bpv-plek]
  zoekwoorden: [stage]
  bron: verkenning-2021
  plaats: paragraaf 4.1
  gecontroleerd_op: 2026-11-21
"""
LES = """\
id: succes
naam: Wat hielp
volgorde: 1
pagina: lessen
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: paragraaf 4.3}
punten:
  - {kop: Op tijd, tekst: Begin op tijd.}
"""
OPBRENGSTEN = """\
- id: stad-uitval
  naam: Uitval in de stad
  maat: uitval
  gecontroleerd_op: 2026-11-21
  bronnen:
    - {bron: verkenning-2021, plaats: paragraaf 4.2}
  waarde: 11.5
  telt: Alle opleidingen op niveau 2.
"""
CONVENANT = """\
id: convenant-2024-2027
naam: Convenant
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: hele convenant}
ambitie: [Meer leerroutes.]
waarom: [De overstap gaat niet altijd goed.]
begrip: [Doorlopend leren is leerroutes en lob.]
gebieden: [noord]
sectoren: Zorg en techniek.
vanaf: 2024-01-01
lijnen:
  - {naam: Leerroutes, afspraken: [{nummer: 1, naam: Meer, tekst: Er komen meer routes.}]}
doelen:
  - id: vmbo-b
    naam: Vmbo-basis naar niveau 2
    tekst: Twaalf scholen.
    leerweg: basis
    niveau: 2
    telt: scholen
    nulmeting: 4 van de 24 scholen
    doel: 12
    regel: Elke school telt een keer.
  - {id: pro, naam: Pro, tekst: Alle leerlingen., regel: Dit kunnen wij niet tellen.}
sturing:
  - {tekst: De stuurgroep stuurt.}
spanningen:
  - {tekst: De woorden verschillen.}
"""


def _rekenveld(kenmerk: str) -> str:
    opties = ", ".join(f"{{id: {optie}, naam: Optie {optie}}}" for optie in KEUZES.get(kenmerk, ()))
    extra = f"opties: [{opties}]" if opties else "voorbeeld: 1"
    return f"      - {{id: {kenmerk}, naam: Veld {kenmerk}, hulp: Vul dit in., waar: Vraag het mbo., {extra}}}\n"


REKENMODEL = f"""\
id: rekenmodel
naam: Rekenmodel
gecontroleerd_op: 2026-11-21
bronnen:
  - {{bron: verkenning-2021, plaats: paragraaf 3.4}}
uitleg:
  - {{tekst: Het model verdeelt geld.}}
groepen:
  - id: alles
    naam: Alles
    velden:
{"".join(map(_rekenveld, VELDEN))}regels:
{"".join(f"  - {{id: {naam}, naam: Stap {naam}, formule: a × b}}{chr(10)}" for naam in REGELS)}keuzes:
  - {{tekst: Wij ronden af.}}
ondergrenzen:
  - {{tekst: Vijftien leerlingen.}}
alternatieven:
  - {{kop: Gesloten beurzen, tekst: U betaalt elkaar niets.}}
wet:
  - {{tekst: Overdragen mag., kader: onderwijstijd}}
"""
TIJDLIJN = """\
- id: eerste-proef
  naam: Eerste proef
  jaar: 2008
  wanneer: "2008"
  soort: proef
  gecontroleerd_op: 2026-11-21
  bronnen:
    - {bron: verkenning-2021, plaats: paragraaf 2.2}
  tekst: De eerste proef begon.
"""
STAPPENPLAN = """\
id: stappenplan
naam: Stappenplan
gecontroleerd_op: 2026-11-21
bronnen:
  - {bron: verkenning-2021, plaats: paragraaf 5.1}
voordelen:
  - {tekst: Leerlingen kiezen beter.}
vertrekpunten:
  - {naam: Aansluiten, tekst: U doet mee met wat er is.}
samenhang:
  - {tekst: Stap 2 volgt op stap 1.}
over_de_volgorde: [De volgorde is onze keuze.]
"""


def _stap(kenmerk: str, naam: str, volgorde: int) -> str:
    return STAP.format(id=kenmerk, naam=naam, volgorde=volgorde)


Record = dict[str, Any]
FILES = {
    "routes/voorbeeld.yml": ROUTE,
    "scholen/voorbeeldschool.yml": SCHOOL,
    "instellingen/voorbeeld-mbo.yml": INSTELLING,
    "besturen.yml": BESTUREN,
    "opleidingen.yml": OPLEIDINGEN,
    "stadsdelen/noord.yml": STADSDEEL,
    "typen/geintegreerd.yml": TYPE,
    "typen/doorlopende-leerroute.yml": VORM,
    "bronnen/verkenning-2021.yml": BRON,
    "stappen/doel.yml": _stap("doel", "Bepaal het doel", 1),
    "stappen/partners.yml": _stap("partners", "Zoek partners", 2),
    "stappen/start.yml": _stap("start", "Begin de route", 3),
    "stappenplan.yml": STAPPENPLAN,
    "kaders/onderwijstijd.yml": KADER,
    "begrippen.yml": BEGRIPPEN,
    "lessen/succes.yml": LES,
    "overeenkomst/model.yml": OVEREENKOMST,
    "tijdlijn.yml": TIJDLIJN,
    "convenant.yml": CONVENANT,
    "rekenmodel.yml": REKENMODEL,
    "opbrengsten.yml": OPBRENGSTEN,
}


def geldige_data(map_: Path) -> Path:
    """Writes a small, complete and valid data/ folder in `map_`; the site's own words are the real ones."""
    for naam, tekst in FILES.items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_text(tekst, encoding="utf-8")
    for los in LOSSE_BESTANDEN.keys() - {"stappenplan", "convenant", "rekenmodel"}:
        shutil.copyfile(DATA / f"{los}.yml", map_ / f"{los}.yml")
    return map_


def zonder(tekst: str, *velden: str) -> str:
    """The text of a record without some of its fields."""
    blokken = re.split(r"^(?=\w)", tekst, flags=re.MULTILINE)
    return "".join(blok for blok in blokken if blok.split(":")[0] not in velden)


def _record(tekst: str, anders: Record) -> Record:
    record = lees("", tekst.encode()).waarde
    record = record[0] if isinstance(record, list) else record
    if "naam" in anders and "id" not in anders:
        anders = {"id": _kenmerk(anders["naam"]), **anders}
    return {**copy.deepcopy(record), **anders}


def _kenmerk(naam: str) -> str:
    return re.sub("[^a-z0-9]+", "-", naam.lower()).strip("-")


def a_route(**anders: Any) -> Record:
    """A valid route; another `naam` also gives another `id`."""
    return _record(ROUTE, anders)


def a_school(**anders: Any) -> Record:
    """A valid school, of which the route of `a_route` is one."""
    return _record(SCHOOL, anders)


def a_stadsdeel(**anders: Any) -> Record:
    """A valid area."""
    return _record(STADSDEEL, anders)


def a_source(**anders: Any) -> Record:
    """A valid source."""
    return _record(BRON, anders)


def an_opleiding(**anders: Any) -> Record:
    """A valid mbo-opleiding."""
    return _record(OPLEIDINGEN, anders)


def a_step(naam: str = "Bepaal het doel", volgorde: int = 1, **anders: Any) -> Record:
    """A valid step of the stappenplan, with tasks of its own."""
    return _record(_stap(_kenmerk(naam), naam, volgorde), anders)


def a_kader(**anders: Any) -> Record:
    """A valid legal framework, with hours for the urencheck."""
    return _record(KADER, anders)


def a_term(**anders: Any) -> Record:
    """A valid term."""
    return _record(BEGRIPPEN, anders)


def a_lesson(**anders: Any) -> Record:
    """A valid group of lessons."""
    return _record(LES, anders)


def a_moment(**anders: Any) -> Record:
    """A valid moment of the timeline."""
    return _record(TIJDLIJN, anders)


def an_agreement(**anders: Any) -> Record:
    """A valid model agreement with one blank, one choice and two variants."""
    return _record(OVEREENKOMST, anders)


def unknown(reden: str) -> Record:
    """A fact that is not known, with the reason."""
    return {"onbekend": reden}


def conflict(*lezingen: Record, keuze: int = 1, toelichting: str = "Wij kiezen de nieuwste.") -> Record:
    """A fact on which sources differ."""
    return {"waarden": list(lezingen), "keuze": keuze, "toelichting": toelichting}


def schrijf(map_: Path, familie: str, records: list[Record]) -> None:
    """Replaces the records of a family in a data/ folder."""
    if not FAMILIES[familie].map_:
        (map_ / f"{familie}.yml").write_text(_yaml(records), encoding="utf-8")
        return
    for oud in (map_ / familie).glob("*.yml"):
        oud.unlink()
    for record in records:
        (map_ / familie / f"{record['id']}.yml").write_text(_yaml(record), encoding="utf-8")


def _yaml(waarde: Any) -> str:
    # JSON is YAML with every text between quotes: nothing that YAML could read in another way
    return json.dumps(waarde, ensure_ascii=False, indent=1)


def kennis(weergave: Record | None = None, **families: list[Record]) -> Kennisbank:
    """The Kennisbank of a valid data/ folder in which the given families are replaced: `kennis(routes=[a_route()])`.

    `weergave` holds, per group of weergave.yml, the words that differ.
    """
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = geldige_data(Path(tijdelijk) / "data")
        for familie, records in families.items():
            schrijf(map_, familie, records)
        if weergave:
            woorden = yaml.safe_load((map_ / "weergave.yml").read_text(encoding="utf-8"))
            for groep, anders in weergave.items():
                woorden[groep] = {**woorden[groep], **anders}
            (map_ / "weergave.yml").write_text(_yaml(woorden), encoding="utf-8")
        return kennisbank(map_, VANDAAG)


def page(
    naam: str,
    kenmerk: str | None = None,
    *,
    kb: Kennisbank | None = None,
    vandaag: date = VANDAAG,
    woorden: bool = False,
    **families: Any,
) -> BeautifulSoup:
    """What a visitor gets of a view; without `kenmerk` that of the first record.

    Terms stand as plain text, as they are read, unless `woorden` asks for their buttons and explanations.
    """
    kb = kb or kennis(**families)
    pagina = PAGINAS[naam]
    if pagina.familie and kenmerk is None:
        kenmerk = next(iter(getattr(kb, pagina.familie)))
    adres = f"{pagina.map_}/{kenmerk}/" if pagina.familie else f"{naam}/"
    html, _ = blok(naam, kb, vandaag, adres, *([kenmerk] if kenmerk else []))
    pagina = BeautifulSoup(html, "html.parser")
    if not woorden:
        for knop in pagina.select(".kb-woord"):
            knop.unwrap()
        for uitleg in pagina.select(".kb-woorden"):
            uitleg.decompose()
        pagina.smooth()
    return pagina
