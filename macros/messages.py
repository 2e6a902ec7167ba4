"""Every Dutch text that an editor can be shown, and the form in which it is shown."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

GETALWOORDEN = {woord: n for n, woord in enumerate("nul een twee drie vier vijf zes zeven acht negen tien".split())}


@dataclass(frozen=True)
class Melding:
    """One mistake (`fout`) or one point of attention (`let-op`) in one place."""

    bestand: str
    regel: int
    veld: str
    staat: str
    verwacht: str
    bedoelt: str | None = None
    goed: str | None = None
    hulp: str | None = None
    ernst: str = "fout"

    def tekst(self) -> str:
        """The message as it stands in the terminal."""
        kop = f"{'✗' if self.ernst == 'fout' else '!'} {self.bestand}, regel {self.regel} — {self.veld}"
        regels = [kop, f"    Hier staat:   {self.staat}"]
        regels.append(f"    {'Verwacht:' if self.ernst == 'fout' else 'Let op:':<14}{self.verwacht}")
        for naam, waarde in (("Bedoelt u:", self.bedoelt), ("Zo is het goed:", self.goed), ("Hulp:", self.hulp)):
            if waarde:
                regels.append(f"    {naam:<14}{'  ' if len(naam) > 13 else ''}{waarde}")
        return "\n".join(regels)


def verslag(meldingen: Iterable[Melding], aantal_bestanden: int) -> str:
    """The whole report of `make check`: each message once, in the order of files and lines, then the count."""
    op_volgorde = sorted(set(meldingen), key=lambda m: (m.ernst != "fout", m.bestand, m.regel, m.veld, m.staat))
    fouten = sum(m.ernst == "fout" for m in op_volgorde)
    punten = len(op_volgorde) - fouten
    blokken = [m.tekst() for m in op_volgorde]
    if not op_volgorde:
        return f"✓ {aantal_bestanden} bestanden gecontroleerd, geen fouten."
    telling = f"{_aantal(fouten, 'fout', 'fouten')} en {_aantal(punten, 'aandachtspunt', 'aandachtspunten')}"
    bestanden = len({m.bestand for m in op_volgorde})
    slot = f"{telling} in {_aantal(bestanden, 'bestand', 'bestanden')}."
    if fouten:
        slot += (
            " De site blijft staan zoals hij was.\nKomt u er niet uit? Laat het pull request open en zet er het label"
            ' "hulp nodig" bij.'
        )
    return "\n\n".join([*blokken, slot])


def _aantal(n: int, enkelvoud: str, meervoud: str) -> str:
    return f"{n} {enkelvoud if n == 1 else meervoud}"


def bedoelt(woord: str, kandidaten: Iterable[str]) -> str | None:
    """The candidate nearest to what was written, or None when none is near."""
    klein = {kandidaat.lower(): kandidaat for kandidaat in kandidaten}
    nabij = difflib.get_close_matches(str(woord).lower(), klein, n=1, cutoff=0.6)
    return klein[nabij[0]] if nabij else None


def kort(waarde: object, lengte: int = 100) -> str:
    """A value as an editor recognises it, cut to one line."""
    if waarde is None or waarde == "":
        return "(niets)"
    if isinstance(waarde, dict):
        delen = [str(k) if isinstance(v, (dict, list)) or v is None else f"{k}: {v}" for k, v in waarde.items()]
        return "een groep velden: " + kort(", ".join(delen), lengte)
    if isinstance(waarde, list):
        delen = [kort(deel, 30) for deel in waarde]
        return f"een lijst van {_aantal(len(waarde), 'onderdeel', 'onderdelen')}: {kort(', '.join(delen), lengte)}"
    tekst = " ".join(str(waarde).split())
    return tekst if len(tekst) <= lengte else tekst[: lengte - 1] + "…"


def veldnaam(pad: tuple[str | int, ...]) -> str:
    """A path as an editor reads it: `uitkomsten › uitval`, with items of a list counted from 1."""
    delen = pad[1:] if pad and isinstance(pad[0], int) else pad  # in a file with a list the line says which record
    return " › ".join(str(deel + 1) if isinstance(deel, int) else deel for deel in delen) or "bestand"


def tekst_waarde(tekst: str) -> str:
    """Text between quotes, so that YAML reads it as text whatever it holds."""
    tekst = tekst.replace("\\", "/")
    if len(tekst) > 1 and tekst[0] == tekst[-1] and tekst[0] in "\"'" and tekst.count(tekst[0]) % 2:
        tekst = tekst[1:-1]
    return '"' + tekst.replace('"', "'") + '"'


# --- repairs: from what stands there to what should stand there, or None when it cannot be guessed


def _getal(ruw: str) -> str | None:
    schoon = ruw.strip().strip("\"'").rstrip("%").strip().lower()
    if schoon in GETALWOORDEN:
        return str(GETALWOORDEN[schoon])
    if bereik := re.fullmatch(r"(\d+)\s*(?:-|–|t/m|tot)\s*(\d+)", schoon):
        return f"{{van: {bereik[1]}, tot: {bereik[2]}}}"
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", schoon):
        return schoon.replace(".", "")
    return schoon.lstrip("-") if re.fullmatch(r"-?\d+", schoon) else None


def _kommagetal(ruw: str) -> str | None:
    schoon = ruw.strip().strip("\"'").rstrip("%").strip()
    if re.fullmatch(r"\d+,\d+", schoon):
        return schoon.replace(",", ".")
    return schoon if re.fullmatch(r"\d+\.\d+", schoon) else _getal(ruw)


MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


def _datum(ruw: str) -> str | None:
    schoon = ruw.strip().strip("\"'").lower()
    if delen := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", schoon):
        dag, maand, jaar = delen.groups()
    elif (delen := re.fullmatch(r"(\d{1,2}) ([a-z]+) (\d{4})", schoon)) and delen[2] in MAANDEN:
        dag, maand, jaar = delen[1], str(MAANDEN.index(delen[2]) + 1), delen[3]
    else:
        return None
    return f"{jaar}-{int(maand):02}-{int(dag):02}" if int(maand) <= 12 else None


def _schooljaar(ruw: str) -> str | None:
    jaar = re.search(r"(19|20)\d\d", ruw)
    return f"{jaar[0]}-{int(jaar[0]) + 1}" if jaar else None


def _id(ruw: str) -> str | None:
    schoon = re.sub(r"[^a-z0-9]+", "-", ruw.lower()).strip("-")
    return schoon or None


def _tekst(ruw: str) -> str | None:
    return f'"{ruw}"' if ruw and not ruw.startswith(("[", "{", '"')) else None


def _zonder_opmaak(ruw: str) -> str | None:
    return re.sub(r"<[^>]*>?", "", ruw).strip() or None


# code of the value type → (what is expected, repair)
VERWACHT = {
    "leeg": ("een waarde; weet u die niet, schrijf dan {onbekend: \"waarom we dit niet weten\"}", None),
    "tekst": ("tekst, op één plek", _tekst),
    "opmaak": ("gewone tekst, zonder HTML of andere opmaak", _zonder_opmaak),
    "script": ("gewone tekst, zonder adres dat een script start", None),
    "te_lang": ("tekst van ten hoogste 2000 tekens", None),
    "id": ("een kenmerk van kleine letters, cijfers en streepjes", _id),
    "url": ("een webadres dat met https:// begint, zonder spaties", lambda r: r.replace("http://", "https://", 1)
            if r.startswith("http://") and " " not in r else None),
    "postvak": ("een e-mailadres van een functie of afdeling", None),
    "aantal": ("een heel getal van 0 of meer, in cijfers, zonder punt", _getal),
    "niveau": ("een mbo-niveau: 1, 2, 3 of 4", _getal),
    "leerjaar": ("een leerjaar van 1 t/m 8, in cijfers", _getal),
    "jaren": ("een aantal schooljaren van 1 t/m 8, in cijfers", _kommagetal),
    "percentage": ("een getal van 0 t/m 100, met een punt voor decimalen en zonder %", _kommagetal),
    "breedtegraad": ("een noorderbreedte in graden, zoals 52.3561", _kommagetal),
    "lengtegraad": ("een oosterlengte in graden, zoals 4.8315", _kommagetal),
    "datum": ("een dag die bestaat, als jaar-maand-dag, zoals 2026-11-21", _datum),
    "schooljaar": ("twee jaren die op elkaar volgen, zoals 2020-2021", _schooljaar),
    "jaar": ("een jaar of schooljaar, zoals 2008 of 2020-2021", _schooljaar),
    "postcode": ("een postcode zonder spatie, zoals 1025KN", lambda r: re.sub(r"\s", "", r).upper()
                 if re.fullmatch(r"[1-9]\d{3}\s*[A-Za-z]{2}", r) else None),
    "vestigingsnummer": ("een vestigingsnummer van DUO, zoals 17VF02", None),
    "keuze": ("één van: {keuzes}", None),
    "bereik_half": ("`van` en `tot` samen", None),
    "bereik_omgekeerd": ("eerst het kleinste getal bij `van`, dan het grootste bij `tot`", None),
    "feit_vorm": ("één vorm: `waarde`, óf `van` en `tot`, óf `waarden`, óf `onbekend` met de reden", None),
    "feit_keuze": ("bij `waarden` ook `keuze` (1 t/m {aantal}) en een `toelichting`", None),
    "bronnen_leeg": ("ten minste één bron, met `bron` en `plaats`", None),
}

# pydantic's own codes for the shape of a value
VORM = {
    "list_type": "een lijst: elk onderdeel op een eigen regel, met een streepje en een spatie ervoor",
    "tuple_type": "een punt als [oosterlengte, noorderbreedte]",
    "too_short": "een punt als [oosterlengte, noorderbreedte]",
    "too_long": "een punt als [oosterlengte, noorderbreedte]",
    "model_type": "een groep velden, ingesprongen onder de naam",
    "dict_type": "een groep velden, ingesprongen onder de naam",
}

# syntax: what the reader of YAML text can trip over → (what is expected, help)
SYNTAX = {
    "groot": "een bestand van ten hoogste 64 kB",
    "codering": "een bestand in UTF-8",
    "onzichtbaar": "tekst zonder onzichtbare tekens; haal het teken weg en typ de tekst opnieuw",
    "leeg_bestand": "een record; kopieer een bestaand bestand uit dezelfde map",
    "tab": "spaties aan het begin van de regel, geen tab",
    "conflict": "één versie: kies er een en haal de regels met <<<<<<<, ======= en >>>>>>> weg",
    "streepje": "een spatie na het streepje",
    "spatie_dubbele_punt": "een spatie na de dubbele punt",
    "dubbele_punt": "tekst met een dubbele punt tussen aanhalingstekens",
    "inspringen": "even ver inspringen als de regels ernaast (twee spaties per stap)",
    "aanhalingsteken": "een aanhalingsteken aan het begin én aan het eind",
    "bijzonder_teken": "tekst tussen aanhalingstekens, want hij begint met een teken dat in YAML iets anders betekent",
    "haak": "een haak die ook weer dicht gaat, met komma's tussen de onderdelen",
    "documenten": "één record per bestand, dus geen tweede regel met ---",
    "tag": "gewone waarden, zonder type met een uitroepteken ervoor",
    "samenvoegen": "elk veld uitgeschreven; << kennen we niet",
    "sleutel": "een veldnaam van gewone tekst",
    "dubbel_veld": "elk veld één keer; dit veld staat ook op regel {eerste}",
    "diep": "minder lagen: ten hoogste tien",
    "veel": "minder onderdelen: ten hoogste vierduizend in een bestand",
    "verrassing": "een waarde die elk programma hetzelfde leest: zet tekst tussen aanhalingstekens",
    "hekje": "tekst tussen aanhalingstekens; wat na een spatie en # staat, telt anders niet mee",
    "yaml": "YAML: een veld per regel, als `naam: waarde`",
    "lijst_bestand": "een lijst van records, elk met een streepje en een spatie ervoor",
    "groep_bestand": "een record: velden als `naam: waarde`",
}

REGELS = {
    "onbekend_veld": "een bestaand veld; dit veld kennen we niet",
    "ontbreekt": "het veld `{veld}`: {uitleg}",
    "verwijzing": "een bestaand kenmerk uit {waar}",
    "dubbel_id": "een kenmerk dat nog niet bestaat; dit kenmerk staat ook in {ander}",
    "gereserveerd": "een ander kenmerk; dit woord is al een pagina of map van de site",
    "bestandsnaam": "dezelfde naam als het bestand: {naam}",
    "uitgang": "een bestand dat op .yml eindigt",
    "bestand_onbekend": "een bestand in een map die we kennen: {mappen}",
    "meer_dan_gestart": "niet meer leerlingen dan er begonnen ({gestart})",
    "eind_voor_start": "een laatste schooljaar dat niet vóór het eerste ({van}) ligt",
    "toekomst": "een dag die niet in de toekomst ligt; vandaag is het {vandaag}",
    "wettelijk_paar": "een combinatie die de wet kent: {paren}; of wettelijke_vorm: geen-wettelijke-vorm",
    "soort_type": "een type van de soort {soort}",
    "niveau_opleiding": "een opleiding op niveau {niveaus}, net als `mbo_niveau`",
    "oud": "feiten kijken we elk jaar na. Dit houdt uw wijziging niet tegen.",
    "label": "een opschrift voor `{veld}` onder `{groep}`: het model kent dit veld, de site nog niet",
    "label_over": "een veld dat het model kent; haal deze regel weg",
    "bevestiging": "een datum bij bevestigd_door_aanbieder_op, of actualiteit: niet-bevestigd",
}

BOUW = {
    "voorlopig": "✗ data/uitgever.yml — voorlopig: ja. Vul eerst de echte uitgever in en zet voorlopig op nee. "
                 "Er is niets gepubliceerd.",
    "mislukt": "✗ De site kon niet worden gemaakt. De vorige versie blijft staan. Dit meldt het bouwprogramma:",
    "klaar": "✓ De site is klaar: {routes} routes, in {naar}.",
}
