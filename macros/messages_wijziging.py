"""Every Dutch text about a change of data/: the change in words, the remark below a pull request, the preview."""

from __future__ import annotations

# A change in words; → wijzigingen.py
WIJZIGING = {
    "nieuw": "Nieuw: {wat} {record}",
    "weg": "Verwijderd: {wat} {record}",
    "anders": "{record}, {veld}: {oud} → {nieuw}",
    "bij_veld": "{record}, {veld}: nieuw, {nieuw}",
    "eraf_veld": "{record}, {veld}: weggehaald, was {oud}",
    "bij": "{record}, {veld}: erbij",
    "eraf": "{record}, {veld}: weggehaald",
    "gewijzigd": "{record}, {veld}: gewijzigd",
    "volgorde": "{record}, {veld}: in een andere volgorde",
    "bijzaak": "{record}, {veld}: {nieuw}",
    "opmaak": "{record}: alleen opmaak, volgorde van regels of een aantekening",
    "onleesbaar": "{record}: niet te lezen, zie de fouten",
    "onbekend": "onbekend ({reden})",
    "bronnen_verschillen": "{lezingen} (bronnen verschillen, wij kiezen nummer {keuze})",
    "niets": "niets",
    "geen": "Er is niets veranderd in data/.",
    "basis": "✗ Git kent {basis} niet. Geef een branch, tag of commit, zoals origin/main. Git meldt: {fout}",
}

# Questions about a change that is allowed; → vermoedens.py
VERMOEDEN = {
    "sprong": "{zin}. Dat is een groot verschil. Bedoelt u dit?",
    "terug": "{zin}. Dat is een eerder schooljaar. Bedoelt u dit?",
    "zonder-bron": "{zin}. Bron, plaats, schooljaar en controledatum bleven gelijk. Staat het nieuwe gegeven in "
    "dezelfde bron? Zet dan de dag van vandaag bij gecontroleerd_op (nu {dag}).",
    "weg-routes": "{zin}. Een route die stopt, houdt haar pagina: wie een oud blad heeft, komt er dan nog. Bedoelt u "
    "`actualiteit: beeindigd`?",
    "weg-scholen": "{zin}. Een school met een nieuwe naam houdt haar bestand: zet de oude naam bij `andere_namen`. "
    "Bedoelt u dit?",
    "onderwerpen": "Deze wijziging gaat over {aantal} records. Eén onderwerp per keer is makkelijker na te kijken. "
    "Horen ze bij elkaar? Dan is het goed.",
}

# What stands below a pull request; → pr.py. Markdown.
PR = {
    "merk": "<!-- controle van de gegevens -->",
    "goed": "## ✓ De gegevens zijn in orde\n\nEen collega kijkt nu mee. Daarna komt uw wijziging op de site.",
    "fout_een": "## ✗ Er staat 1 fout in de gegevens",
    "fout_meer": "## ✗ Er staan {aantal} fouten in de gegevens",
    "fout_uitleg": "De site blijft zoals hij was. Verbeter de regel in hetzelfde pull request. De controle begint dan "
    "vanzelf opnieuw.",
    "meer": "En nog {aantal}. Los eerst deze {toon} op.",
    "staat": "Hier staat: {tekst}",
    "verwacht": "Verwacht: {tekst}.",
    "bedoelt": "Bedoelt u: {tekst}?",
    "zo": "Zo is het goed: {tekst}",
    "wijzigt": "### Dit verandert er",
    "vermoeden": "### Klopt dit?",
    "vermoeden_uitleg": "Dit houdt uw wijziging niet tegen.",
    "aandacht": "### Let op",
    "voorbeeld": "### Zo ziet het eruit\n\nIn `voorbeeld.html` staan de pagina's die veranderen, voor en na. "
    "Download het en open het met een dubbelklik.",
    "voorbeeld_geen": "### Zo ziet het eruit\n\nGeen pagina verandert.",
    "hulp": "Komt u er niet uit? Zet het label **hulp nodig** bij dit pull request.",
    "en_nog": "- en nog {aantal}",
    "klaar": "De opmerking staat in {naar}/opmerking.md, het voorbeeld in {naar}/voorbeeld.html.",
    "geen_voorbeeld": "Er is geen voorbeeld gemaakt: eerst moeten de fouten weg.",
}

# The page with what changes; → voorbeeld.py
VOORBEELD_PAGINA = {
    "titel": "Voorbeeld van uw wijziging",
    "uitleg": "Per pagina ziet u eerst wat er verandert. Daaronder staat de hele pagina, nu en straks. "
    "Wat verandert, heeft daar een gekleurde rand.",
    "heel": "De hele pagina, nu en straks",
    "nu": "Nu",
    "straks": "Straks",
    "nieuw": "Deze pagina is nieuw.",
    "weg": "Deze pagina verdwijnt.",
    "ook": "Deze pagina's veranderen ook",
}

# The issues that are rewritten every week; → wekelijks.py. Markdown.
WEKELIJKS = {
    "links-titel": "Onderhoud: links die niet werken",
    "links-uitleg": "Deze adressen gaven geen antwoord. Zoek het nieuwe adres, of zet erbij dat de pagina weg is.",
    "geen-netwerk": "Geen enkel adres gaf antwoord. Waarschijnlijk lag het netwerk van de controle eruit.",
    "feiten-titel": "Onderhoud: gegevens om na te kijken",
    "feiten-uitleg": "Deze gegevens keek niemand het laatste jaar na. Of de school bevestigde ze niet. Oudste eerst.",
    "pakketten-titel": "Onderhoud: nieuwe versies",
    "pakketten-uitleg": "Van deze onderdelen is een nieuwere versie. Zet het nummer in requirements.txt of "
    "requirements-dev.txt, doe `make slot`, en draai alle tests. Een actie staat in .github/workflows: zet daar de "
    "nieuwe hash en versie.",
    "lekken-titel": "Onderhoud: bekende lekken",
    "lekken-uitleg": "Van deze onderdelen is een lek bekend. Lees het bericht, neem een versie zonder het lek, en "
    "draai alle tests.",
    "lekken-geen-netwerk": "De lijst met bekende lekken gaf geen antwoord. Deze week is niets nagekeken.",
    "einddatums-titel": "Onderhoud: einddatums",
    "einddatums-uitleg": "De makers van deze onderdelen stoppen binnen een half jaar met onderhoud, of zijn gestopt.",
    "klaar": "✓ {titel}: {aantal}",
    "mislukt": "✗ GitHub neemt het niet aan: {fout}",
}

# A yearly form that came back; → antwoord.py
ANTWOORD = {
    "geen-word": "✗ {bestand} is geen Word-bestand dat wij kunnen lezen. Bewaar het formulier als .docx.",
    "geen-formulier": "Dit is geen formulier van de jaarronde, of de routes erin bestaan niet meer. Maak een nieuw "
    "formulier met: python -m macros jaarronde SCHOOL.",
    "school": "✗ De school {school} kennen we niet.{bedoelt} Kies een bestandsnaam uit data/scholen/, zonder .yml.",
    "bedoelt": " Bedoelt u {school}?",
    "gemaakt": "✓ {bestand}",
    "bevestigd": "{route}: bevestigd door de school op {dag}",
    "gewijzigd": "{route}, {veld}: {tekst}",
    "zelf": "{route}, {veld}: de school schrijft „{tekst}”. Pas dit zelf aan.",
    "bron": "{route}, {veld}: de school schrijft „{tekst}”. Maak een bron voor dit antwoord in data/bronnen/ en geef "
    "--bron en --schooljaar.",
    "dag": "{route}: bevestigd, maar de dag „{tekst}” lezen wij niet. Vraag de dag na.",
    "onbekend": "Een gegeven dat nu niet meer bestaat: „{tekst}”.",
    "plaats": "formulier van de jaarronde",
    "gedaan": "Verwerkt:",
    "te-doen": "Zelf doen:",
    "niets": "Er is niets ingevuld. Er is niets gewijzigd.",
    "fout": "✗ Zo kloppen de gegevens niet. Er is niets gewijzigd.",
}
