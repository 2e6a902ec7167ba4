"""Every Dutch text an editor can be shown; verslag.py holds the form in which it is shown."""

from __future__ import annotations

import re

from macros.herstel import datum, https, jaar, kenmerk, kommagetal, schooljaar, tekst_waarde, tussen, zonder_opmaak

# What stands in a corrected line for a field that is empty or missing, where no rule of the model gives it.
VOORBEELD = {
    "gecontroleerd_op": "2026-11-21",
    "gelezen_op": "2026-11-21",
    "schooljaar": "2020-2021",
    "bron": "verkenning-2021",
    "plaats": '"bijlage 1"',
    "niveau": "2",
    "leerjaar": "3",
    "bronnen": '[{bron: verkenning-2021, plaats: "bijlage 1"}]',
}
NIET_BEKEND = frozenset(("onbekend", "niet bekend", "geen", "?", "-", "n.v.t.", "nvt", "n.b."))
REDEN = '{onbekend: "waarom we dit niet weten"}'


# code of the value type → (what is expected, repair)
VERWACHT = {
    "tekst": ("tekst; een getal of jaartal zet u hier tussen aanhalingstekens", tekst_waarde),
    "opmaak": ("gewone tekst, zonder HTML of andere opmaak", zonder_opmaak),
    "script": ("gewone tekst, zonder javascript:, vbscript: of data: erin", None),
    "te_lang": ("tekst van ten hoogste 2000 tekens; dit zijn er {lengte}", None),
    "id": ("een kenmerk van kleine letters, cijfers en streepjes, ten hoogste 60 tekens", kenmerk),
    "adres": ("een adres op deze site, zoals leerroutes/typen/", None),
    "url": (
        "een webadres dat met https:// begint, met een gewone sitenaam en zonder spaties",
        https,
    ),
    "postvak": ("een e-mailadres van een functie of afdeling", None),
    "aantal": ("een heel getal van 0 of meer, in cijfers, zonder punt of komma", tussen(0, 1_000_000)),
    "niveau": ("een mbo-niveau: 1, 2, 3 of 4", tussen(1, 4)),
    "leerjaar": ("een leerjaar van 1 t/m 8, in cijfers", tussen(1, 8)),
    "jaren": ("een aantal schooljaren van 1 t/m 8, in cijfers, zoals 3 of 3.5", tussen(1, 8, kommagetal)),
    "percentage": ("een getal van 0 t/m 100, met een punt voor decimalen en zonder %", tussen(0, 100, kommagetal)),
    "breedtegraad": ("een noorderbreedte in graden, zoals 52.3561", tussen(50.5, 54, kommagetal)),
    "lengtegraad": ("een oosterlengte in graden, zoals 4.8315", tussen(3, 8, kommagetal)),
    "datum": ("een dag die bestaat, als jaar-maand-dag, zoals 2026-11-21", datum),
    "maanddag": ("een dag als maand-dag, zoals 10-01 voor 1 oktober", None),
    "schooljaar": ("twee jaren die op elkaar volgen, zoals 2020-2021", schooljaar),
    "jaar": ("een jaar of schooljaar, zoals 2008 of 2020-2021", jaar),
    "postcode": (
        "een postcode zonder spatie, zoals 1025KN",
        lambda r: re.sub(r"\s", "", r).upper() if re.fullmatch(r"[1-9]\d{3}\s*[A-Za-z]{2}", r) else None,
    ),
    "vestigingsnummer": ("een vestigingsnummer van DUO, zoals 17VF02", None),
    "keuze": ("één van: {keuzes}", None),
    "bereik_half": ("`van` en `tot` samen", None),
    "bereik_omgekeerd": ("eerst het kleinste getal bij `van`, dan het grootste bij `tot`", None),
    "feit_vorm": ("één vorm: `waarde`, óf `van` en `tot`, óf `waarden`, óf `onbekend` met de reden", None),
    "feit_keuze": ("bij `waarden` ook `keuze` (1 t/m {aantal}) en een `toelichting`", None),
    "artikel_datum": ("`tekst_van` met de dag van de gelezen wettekst, óf `niet_gelezen` met de reden", None),
    "tabel_rijen": ("in elke rij evenveel cellen als er koppen zijn ({aantal})", None),
    "begrip_bron": ("`bron` met `plaats`, óf `zonder_bron` met de reden", None),
    "notitie_soort": ("bij `soort: {soort}` ook het veld `{veld}`, ingevuld", None),
    "bronnen_leeg": ("ten minste één bron, met `bron` en `plaats`", None),
}

# pydantic's own codes for the shape of a value
VORM = {
    "list_type": "een lijst: elk onderdeel op een eigen regel, met een streepje en een spatie ervoor",
    "tuple_type": "een punt als [oosterlengte, noorderbreedte]",
    "too_short": "een punt als [oosterlengte, noorderbreedte]",
    "too_long": "een punt als [oosterlengte, noorderbreedte]",
    "model_type": "een groep velden, elk op een eigen regel, twee spaties ingesprongen onder de naam",
    "dict_type": "een groep velden, elk op een eigen regel, twee spaties ingesprongen onder de naam",
    "tekst": "één tekst, geen lijst en geen groep velden",
}

# syntax: what the reader of YAML text can trip over → (what is expected, help)
SYNTAX = {
    "groot": "een bestand van ten hoogste 64 kB (ongeveer 30 bladzijden tekst)",
    "codering": "een bestand in UTF-8: kies bij opslaan de codering UTF-8 (op github.com gaat dit vanzelf)",
    "onzichtbaar": "tekst zonder onzichtbare tekens; typ de regel opnieuw in plaats van te plakken",
    "leeg_bestand": "gegevens; kopieer de inhoud van een ander bestand uit dezelfde map, of verwijder dit bestand",
    "tab": "spaties aan het begin van de regel, geen tab; meestal twee spaties per stap",
    "conflict": "één versie: kies er een en haal de regels met <<<<<<<, ======= en >>>>>>> weg",
    "streepje": "een spatie na het streepje",
    "spatie_dubbele_punt": "een spatie na de dubbele punt",
    "dubbele_punt": "tekst met een dubbele punt tussen aanhalingstekens",
    "inspringen": "even ver inspringen als de regels ernaast: hier waarschijnlijk {verwacht} ervoor",
    "aanhalingsteken": "een aanhalingsteken aan het begin én aan het eind",
    "hekje_getal": "een spatie na het hekje, want wat erachter staat is een aantekening",
    "bijzonder_teken": "tekst tussen aanhalingstekens, want het eerste teken heeft hier een andere betekenis",
    "half_aangehaald": "de hele tekst tussen dubbele aanhalingstekens, en daarbinnen alleen enkele",
    "schuine_streep": "tekst zonder \\, of tussen enkele aanhalingstekens",
    "haak": "een haak die ook weer dicht gaat, met komma's ertussen en niets erachter",
    "documenten": "één record per bestand; haal deze regel met --- weg, of maak een tweede bestand",
    "tag": "gewone tekst: haal het woord met ! ervoor weg, of zet alles tussen aanhalingstekens",
    "samenvoegen": "elk veld uitgeschreven; << kennen we niet",
    "sleutel": "een veldnaam van gewone tekst",
    "dubbel_veld": "elk veld één keer; dit staat ook op regel {eerste}. Haal één van de twee weg",
    "diep": "minder lagen: ten hoogste tien",
    "veel": "minder onderdelen: ten hoogste vierduizend in een bestand",
    "verrassing": "tekst tussen aanhalingstekens, want veel programma's lezen dit als iets anders",
    "hekje": "tekst tussen aanhalingstekens, want wat na een spatie en # staat, telt anders niet mee",
    "yaml": "een veld per regel, als `naam: waarde`; hoort dit bij de regel erboven, spring dan twee spaties in",
    "lijst_bestand": "een lijst van records, elk met een streepje en een spatie ervoor",
    "groep_bestand": "velden onder elkaar, elk als `naam: waarde`",
}

REGELS = {
    "onbekend_veld": "een bestaand veld; dit veld kennen we niet",
    "ontbreekt": "het veld `{veld}`, dat hier ontbreekt. {uitleg}",
    "leeg_feit": "een waarde; weten we die niet, schrijf dan waarom",
    "leeg_verplicht": "een waarde; dit veld moet gevuld zijn",
    "leeg_mag_weg": "een waarde; weten we die niet, haal dan de hele regel weg",
    "komma": "tekst met een komma tussen aanhalingstekens",
    "hoort_links": "een veld van `{ouder}`; `{veld}` hoort zonder spaties ervoor aan het begin van de regel",
    "hoort_onder": "een bestaand veld; `{veld}` hoort onder `{ouder}`, met twee spaties ervoor",
    "verwijzing": "{wat}",
    "verwijzing_map": "de naam van een bestand in {waar}, zonder .yml",
    "verwijzing_lijst": "een `id` uit {waar}",
    "dubbel_id": "een kenmerk dat nog niet bestaat; dit staat ook in {ander}",
    "gereserveerd": "een ander kenmerk; dit woord gebruikt de site of de computer zelf al",
    "bestandsnaam": "dezelfde naam als het bestand: {naam}",
    "bestandsnaam_terug": "dezelfde bestandsnaam als het kenmerk: {id}.yml",
    "uitgang": "een bestand dat op .yml eindigt",
    "koppeling": "een gewoon bestand; dit is een verwijzing naar iets anders op een computer",
    "submap": "een bestand direct in {waar}, niet in een map daaronder",
    "bestand_onbekend": "een bestand in een bekende map, zoals data/routes/; verwijder het als het hier niet hoort",
    "bestand_mist": "het bestand {naam}; zonder dit bestand kan de site niet worden gemaakt",
    "bestand_weg": "het bestand {naam}. Het ontbreekt en is {keer} keer genoemd, het eerst in {waar}",
    "record_weg": "een onderdeel met `id: {id}`. Het ontbreekt en is {keer} keer genoemd, het eerst in {waar}",
    "volgorde_dubbel": "een nummer dat nog niet bestaat; dit nummer staat ook in {ander}",
    "volgorde_gat": "een nummer van 1 t/m {aantal}, zonder gaten: er zijn {aantal} stappen",
    "taken_aantal": "{minst} t/m {meest} taken",
    "voorbeeld": "een veld dat in {waar} is ingevuld; een veld in een groep schrijft u als groep.veld",
    "kader_artikel": "een artikel met `tekst_van`, óf een punt bij `onzeker` dat zegt wat niet is nagegaan",
    "overzicht_dubbel": "een plek die nog niet bestaat; deze plek staat ook in {ander}",
    "overzicht_soorten": "dezelfde soorten als de andere kaders in het overzicht: {soorten}",
    "pagina": "het adres van een pagina uit `paginas` in data/weergave.yml, zoals overeenkomst/",
    "overeenkomst_onderwerp": "een artikel voor onderwerp {letter}, deel {deel}, in de variant {variant}; "
    "de wet vraagt dat",
    "overeenkomst_deel": "een deel van onderwerp {letter}: {delen}",
    "overeenkomst_plek": "een veld met `id: {veld}` in dezelfde lijst `velden` als deze tekst",
    "overeenkomst_ongebruikt": "een veld dat in de tekst staat, als {veld} tussen accolades",
    "overeenkomst_accolade": "een veld tussen accolades, zoals {{naam-school}}, en verder geen accolades",
    "overeenkomst_keuze": "een keuze die bestaat, als keuze=optie",
    "overeenkomst_versie": "een bestand met de tekst van die versie: `vervangen_door: {id}`, en bovenaan bij `versies` "
    "de datum {dag}. Zo blijft de oude versie te lezen",
    "overeenkomst_variant": "een `id` uit de lijst `varianten`",
    "uren_mist": "één kader met `urennormen`; de urencheck rekent daarmee",
    "uren_elders": "urennormen in één bestand; ze staan al in {ander}",
    "uren_dubbel": "één norm voor {soort} van {jaren} jaar",
    "meer_dan_gestart": "niet meer leerlingen dan er begonnen ({gestart})",
    "ondergrens": "een veld dat in {waar} een getal heeft; een veld in een groep schrijft u als groep.veld",
    "ondergrens_verschilt": "routes met hetzelfde getal; bij {eerste} staat {een}, bij {route} staat {ander}",
    "reken_onbekend": "een kenmerk dat het rekenmodel kent",
    "reken_mist": "ook `{id}`: het rekenmodel rekent daarmee",
    "reken_opties": "precies deze keuzes, in deze volgorde: {opties}",
    "reken_geen_opties": "een veld zonder `opties`: hier vult de lezer een getal in",
    "reken_voorbeeld": "ook `voorbeeld`, een getal: zonder `{id}` kan het voorbeeld niet rekenen",
    "reken_voorbeeld_keuze": "een van de keuzes van dit veld: {opties}",
    "eind_voor_start": "een laatste schooljaar dat niet vóór het eerste ({van}) ligt",
    "toekomst": "een dag die niet in de toekomst ligt; vandaag is het {vandaag}",
    "wettelijk_paar": "wat de wet bij deze vorm kent: {paren}. Past dat niet, kies dan geen-wettelijke-vorm",
    "soort_type": "een type van de soort {soort}",
    "niveau_opleiding": "een opleiding op niveau {niveaus}, net als `mbo_niveau`",
    "oud": "feiten kijken we elk jaar na. Dit houdt uw wijziging niet tegen.",
    "label": "een opschrift voor `{veld}` onder `{groep}`: het model kent dit veld, de site nog niet",
    "label_over": "een veld dat het model kent; haal deze regel weg",
    "verouderd": "de inhoud die bij het model hoort; dit bestand wordt gemaakt. Maak het opnieuw met: "
    "python -m macros schema",
    "sjabloontekst": "hier staat nog tekst uit het lege bestand. Vul in wat u weet, of haal de regel weg.",
    "bevestiging_vergeten": "bevestigd, want bij bevestigd_door_aanbieder_op staat een datum; of haal die datum weg, "
    'met de reden: {{onbekend: "…"}}',
    "bevestiging": "een datum bij bevestigd_door_aanbieder_op, of actualiteit: niet-bevestigd",
}

# kind of find → (what is expected, how to write it)
PERSOON = {
    "naam": ("een functie, geen naam van een mens", "Schrijf bijvoorbeeld: de decaan, of: een docent van de school"),
    "postvak": (
        "een algemeen postvak, geen e-mailadres van een mens",
        "Schrijf een algemeen postvak, zoals info@ of leerroutes@, of haal het adres weg",
    ),
    "telefoon": ("een tekst zonder telefoonnummer", "Haal het nummer weg, en verwijs naar de website van de school"),
    "bsn": ("een tekst zonder burgerservicenummer", "Haal het nummer weg"),
    "iban": ("een tekst zonder rekeningnummer", "Haal het nummer weg"),
    "adres": (
        "een tekst zonder postcode met huisnummer",
        "Haal het adres weg. Het adres van een school staat alleen in de velden daarvoor, zoals `straat`",
    ),
}
AANTEKENING = "aantekening achter #"

HULP = {
    "nieuw": "Is dit nieuw? Voeg het eerst toe in {waar}",
    "vaker": "Hetzelfde staat in dit bestand ook op regel {regels}",
    "bestand_weg": "Zet het bestand terug. Heet het nu anders, geef het dan zijn oude naam en `id` terug. Moet het "
    "echt weg, haal dan ook alles weg wat ernaar verwijst",
    "record_weg": "Zet het onderdeel terug. Heet het nu anders, geef het dan zijn oude `id` terug. Moet het echt weg, "
    "haal dan ook alles weg wat ernaar verwijst",
    "hernoem": "Hernoem ook het bestand: {naam}.yml",
    "naam_terug": "Geef het bestand die naam, met kleine letters, en laat de regel met `id` zoals hij is",
    "langer": "Kies een langer kenmerk, zoals {id}-noord, en geef het bestand dezelfde naam",
    "vrij": "Alleen nummer {nummer} is nog vrij",
    "maanden": "{dag} ({maanden} maanden geleden)",
}

SERVE = {
    "staat": "De site staat op http://127.0.0.1:{poort}  (stoppen: Ctrl+C)",
    "vorige": "De vorige versie staat nog op http://127.0.0.1:{poort}  (stoppen: Ctrl+C)",
    "rest": "Ook de pdf's, de Word-bestanden en het zoeken zijn nu bij.",
    "rest-fout": "De pdf's, de Word-bestanden en het zoeken blijven zoals ze waren. Dit ging er mis:\n{fout}",
    "pagina": "✗ {adres} — deze pagina kan zo niet worden gemaakt; u ziet de vorige versie. {fout}",
    "bezet": "Poort {poort} is al in gebruik. Stop het andere programma, of kies een poort: make serve POORT=8001",
}
BOUW = {
    "voorlopig": "✗ data/uitgever.yml — voorlopig: ja. Vul eerst de echte uitgever in en zet voorlopig op nee. "
    "Er is niets gepubliceerd.",
    "minder": "✗ Er zijn {nieuw} records, en bij de vorige versie {oud}. Dat is meer dan een tiende minder. "
    "Er is niets gepubliceerd. Is het zo bedoeld? Zet dan een vinkje bij de workflow Publiceren, of gebruik "
    "make publiceren MINDER=ja.",
    "mislukt": "✗ De site kon niet worden gemaakt. De vorige versie blijft staan. Dit meldt het bouwprogramma:",
    "te-vol": "✗ {bestand} — de factsheet past niet op één A4, ook niet met één zin per onderwerp. Maak de langste "
    "teksten korter: de naam van de route, de opleidingen, de resultaten of de bronnen.",
    "zonder-naam": "✗ data/uitgever.yml — naam: {naam}. Dat is nog geen naam. Vul de echte uitgever in. "
    "Er is niets gepubliceerd.",
    "eigen-computer": "✗ mkdocs.yml — site_url: {adres}. Dat adres werkt alleen op een eigen computer. Vul het adres "
    "in waar de site komt te staan, met https:// ervoor. Er is niets gepubliceerd.",
    "versie": "De site zoals hij is gepubliceerd. Terug naar deze versie: start de workflow Terug en vul de tag in.",
    "geen-site": "✗ In {site} staat geen site. Maak hem eerst met make build. Er is niets bewaard.",
    "bewaard": "✓ Deze versie staat in {map}: de site, de lijst van onderdelen en hun controlesommen.",
    "terug": "✓ De bewaarde site staat in {naar}.",
    "archief-leeg": "✗ In {map} staat geen hele bewaarde versie. De site blijft zoals hij was. Dit ging mis: {fout}",
    "archief-anders": "✗ In {map} is {namen} niet het bestand dat bewaard werd. De site blijft zoals hij was. Haal de "
    "versie opnieuw op.",
    "vreemd": "✗ {pakket} — {naam} is een ander bestand dan waarmee deze site is gemaakt. Installeer de pakketten "
    "opnieuw: haal de map .venv weg en doe make build. Is een nieuwe versie bedoeld? Bekijk die dan eerst, en zet de "
    "nieuwe hash in macros/.",
    "ingepakt": "✓ {aantal} bestanden in {site} hebben een ingepakte kopie.",
    "klaar": "✓ De site is klaar: {routes} routes, in {naar}.",
}

# What stands in the editor schema and in the blank records, besides the descriptions of the model.
SCHEMA = {
    "kop": "Gemaakt uit het model. Wijzig dit bestand niet met de hand: python -m macros schema maakt het opnieuw.",
    "keuzes": "Kies uit: {keuzes}.",
    "verwacht": "Verwacht: {verwacht}.",
    "eenheid": "Eenheid: {eenheid}.",
    "eenheden": {
        "percentage": "procent, van 0 tot en met 100",
        "jaren": "schooljaren",
        "breedtegraad": "graden",
        "lengtegraad": "graden",
    },
    "verplicht": "(verplicht)",
    "mag_weg": "(mag weg)",
    "vul_in": "[vul in]",
    "sjabloon": (
        "Leeg bestand voor: {naam}. Kopieer alles naar een nieuw bestand in {waar}.",
        "Vul in wat tussen rechte haken staat. Een regel met twee hekjes (##) is uitleg.",
        "Een regel met één hekje (#) telt nog niet mee: haal het # en de spatie weg, en vul hem in.",
        "Wat u niet weet, laat u weg. Als u klaar bent, mag u de uitleg weghalen.",
    ),
    "sjabloon_lijst": (
        "Leeg onderdeel voor: {naam}. Kopieer alles naar het eind van {waar}.",
        "Vul in wat tussen rechte haken staat. Een regel met twee hekjes (##) is uitleg.",
        "Een regel met één hekje (#) telt nog niet mee: haal het # en de spatie weg, en vul hem in.",
        "Wat u niet weet, laat u weg. Als u klaar bent, mag u de uitleg weghalen.",
    ),
}
