"""Finds what may be personal data in a text: e-mail, telephone, BSN, IBAN, a home address, the name of a person.

A file is searched in a few passes, each of which looks at few characters only: see `gevonden`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Common in the Netherlands, without accents. Not here: what is also a word, a place or a school (Roos, Ben, Wil, Max).
VOORNAMEN = frozenset(
    "abdel abdelkader abdellah abdul achmed achraf adriaan ahmed ahmet aicha alexander ali amina amira anass anil "
    "anja anna annelies annemarie annemiek anouk anton arie arjan arjen astrid ayse aziz bart bas bilal brahim bram "
    "burak busra carla carolien chantal charlotte christiaan cornelis daan daniel david dennis diana dirk driss ebru "
    "edwin elif elisabeth ellen els emine emma emre erik esra esther eva fadma fatiha fatima fatma femke fleur frank "
    "fred gerard gerrit gijs glenn gulsen hakan hamid hamza hanan hanneke hans harry hasan hassan hatice heleen "
    "hendrik henk hicham hind huseyin ibrahim ikram ilias ilse ingrid irene jaap jacqueline jan janneke jasper jayden "
    "jeffrey jelle jeroen jesse joep johan johanna johannes johnny jolanda joost joris joyce judith julia jurgen "
    "karim karin kees kemal kevin khadija khalid klaas kubra lars latifa laura leila lieke linda lisa lisanne lotte "
    "louise lucas lukas maaike maarten malika mandy marcel margriet maria marieke marijke marjan marjolein mark "
    "marloes martijn martin mehmet merve meryem michael michiel miriam moestafa mohamed mohammad mohammed monique "
    "mourad muhammed murat mustafa nadia naima najat naomi natasja nathalie nicole niels nienke noah nordin "
    "noureddine omar osman patricia patrick paul peter petra piet pieter rachel rachid radjesh rajesh ramon rebecca "
    "remco renate rene rianne richard rick rishi rob robert roel ronald rutger ruud said saida samir samira sander "
    "sandra sanjay sanne sara saskia sebastiaan serkan sevda sharmila sheila simone sjoerd sofie soraya soufiane "
    "stefan stephanie sunil suzanne tamara teun theo thijs thomas tim tineke tjeerd tom ton vincent wesley willem wim "
    "winston wouter yasmina youssef yusuf zeynep zohra".split()
)
# A mailbox of which every word is one of these belongs to a function or a department.
FUNCTIES = frozenset(
    "aanmelden aanmelding administratie algemeen balie bestuur bestuursbureau bpv centrum communicatie contact "
    "decanaat directie doorlopende doorstroom examenbureau examens havens helpdesk hulp info inschrijven inschrijving "
    "intake leerroute leerroutes lob loket mail mbo meldpunt nieuwwest noord onderwijs oost post postbus "
    "praktijkonderwijs privacy receptie redactie roc school secretariaat stage stagebureau stages studentenzaken vmbo "
    "vo voorlichting west zuid zuidoost".split()
)
HOOFD = "".join(c for c in map(chr, range(0x250)) if c.isupper())
KLEIN = "".join(c for c in map(chr, range(0x250)) if c.islower())
TUSSEN = (
    r"(?:(?:[Ii]n|[Oo]p|[Aa]an|[Uu]it)\s+(?:de[nr]?|het|['’]t)\s+"
    r"|(?:[Vv]an|[Vv][oa]n|[Dd]e[nr]?|[Tt]e[nr]?|[Hh]et|[EeAa]l|[Aa][iï]t|[Bb][ei]n|[Dd]u|[Ll][ae]|[Dd]a|[Dd]os|['’]t)\s+"
    r"|[DdLl]['’]|[EeAa]l-){0,3}"
)
LETTER = r"[^\W\d_]"
WOORD = rf"[{HOOFD}](?:{LETTER}|['’](?={LETTER}))+(?:-{LETTER}+)*"
TITEL = (
    r"[MmDdIiPpHhJj](?<!\w.)(?:(?<=[Mm])(?:evrouw|eneer|evr|w|r)|(?<=[Hh])eer|(?<=[Dd])(?:hr|rs|r)|(?<=[Ii])(?:ng|r)"
    r"|(?<=[Pp])rof|(?<=[Jj])uf(?:frouw)?)(?:\.\s*|\s+)"
)
VOORLETTERS = rf"(?:[{HOOFD}]\.\s?)"
POSTVAK = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
STREEP = r"(?:\s?[-–/.]\s?|\s)?"
POSTCODE = r"[1-9][0-9]{3}(?:\s?(?!S[ADS])[A-Z]{2}|[a-z]{2})\b"
# A text without a postcode, or this many digits near each other, holds none of the numbers.
CIJFERS = re.compile(rf"{POSTCODE}|[0-9](?:[\s()/.–-]{{0,3}}[0-9]){{8}}")
NUMMERS = {
    "bsn": re.compile(
        r"(?<![\w-])(?<!\d[\s.])"
        r"(?:\d{9}|\d{4}([ .-])\d\d\1\d{3}|\d{3}([ .-])\d{3}\2\d{3}|\d\d([ .-])\d\d\3\d\d\3\d{3})"
        r"(?![\w-]|\.\d|\s\d)"
    ),
    "telefoon": re.compile(
        r"(?<![\w-])(?<!\d\.)(?!\d\d([-/.])\d\d\1(?:19|20)\d\d\b)"
        rf"(?:(?:\+|00)31{STREEP}(?:\(0\){STREEP})?[1-9]|\(?0[1-9])(?:{STREEP}\d|\d?\){STREEP})"
        rf"(?:{STREEP}\d){{6,8}}(?!\s?\d|[.-]\d|\w)"
    ),
    "iban": re.compile(
        r"[A-Z]{2}\d\d(?<!\w.{4})(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b"
        r"|[Nn][Ll]\d\d(?<!\w.{4})[\s.-]?[A-Za-z]{4}(?:[\s.-]?\d{4}){2}[\s.-]?\d\d\b"
    ),
    "adres": re.compile(
        rf"(?<![\w.,-]){POSTCODE}(?:,?\s+|\s?[-/]\s?)(?!(?:19|20)\d\d\b)\d{{1,5}}{LETTER}?\b(?![.,]\d)"
        rf"|(?<!\w){LETTER}+\.?\s+\d{{1,5}}(?:\s?-?\s?{LETTER})?(?:,\s*|\s+){POSTCODE}"
    ),
}
MET_TITEL = re.compile(rf"{TITEL}{VOORLETTERS}{{0,4}}{TUSSEN}{WOORD}(?:\s+{TUSSEN}{WOORD})?")
MET_VOORLETTER = re.compile(
    rf"[{HOOFD}]\.(?<![\w.-]..)(?<!ijlage\s..)\s?{VOORLETTERS}{{0,3}}{TUSSEN}[{HOOFD}][{KLEIN}]{{2,}}"
    rf"(?:-[{HOOFD}][{KLEIN}]+)?\b(?!\s+(?:en|of|van)\s)"
)
# Before a word with a capital; the name itself is looked up, for a search for each of them takes far longer.
VOORNAAM = re.compile(rf"([{HOOFD}](?<!\w.){LETTER}+)(?:-{LETTER}+)?\s+{TUSSEN}(?=[{HOOFD}])")
ACHTERNAAM = re.compile(rf"({WOORD})(?:\s+{TUSSEN}(?:({WOORD})|\d))?")
# Streets and schools are called after people: Jan van Zutphenstraat, Pieter Nieuwland College.
GENOEMD_NAAR = re.compile(
    r".+(?:straat|laan|plein|kade|gracht|plantsoen|singel|dreef|weg|brug|park|school|college|lyceum|mavo)"
)
AANSPREEK = re.compile(r"(?:mevrouw|mevr?|mw|meneer|heer|dhr|juf(?:frouw)?)\b", re.I)
INSTELLING = re.compile(r"\s+(?:college|lyceum|school|gymnasium|mavo|scholengemeenschap|huis|stichting)\b", re.I)


@dataclass(frozen=True)
class Vondst:
    """Something that may be personal data."""

    soort: str
    tekst: str


def gevonden(tekst: str) -> Iterator[Vondst]:
    """Every find in a text. Numbers count only when their check digits are right, mailboxes when not functional."""
    eind = 0
    for begin, slot, soort in sorted(_plekken(tekst), key=lambda plek: (plek[0], -plek[1])):
        if begin >= eind:  # mevrouw Fatima El Amrani is one find
            yield Vondst(soort, tekst[begin:slot])
            eind = slot


def _plekken(tekst: str) -> Iterator[tuple[int, int, str]]:
    if "@" in tekst:
        yield from ((*m.span(), "postvak") for m in POSTVAK.finditer(tekst) if not functioneel(m[0]))
    if CIJFERS.search(tekst):
        for soort, vorm in NUMMERS.items():
            klopt = KLOPT.get(soort, bool)
            yield from ((*m.span(), soort) for m in vorm.finditer(tekst) if klopt(m[0]))
    yield from ((*plek, "naam") for plek in _namen(tekst))


def functioneel(postvak: str) -> bool:
    """Whether the words of a mailbox tell a function or department, as info@ and leerroutes-noord@ do."""
    woorden = _woorden(postvak)
    return bool(woorden) and FUNCTIES.issuperset(woorden)


def persoonlijk(postvak: str) -> bool:
    """Whether a mailbox starts with the name or the initial of a person: what even a field for mailboxes refuses."""
    eerste, *rest = _woorden(postvak) or [""]
    return eerste in VOORNAMEN or (len(eerste) == 1 and bool(rest))


def _woorden(postvak: str) -> list[str]:
    return re.findall(r"[a-z]+", _kaal(postvak.split("@")[0]))


def _kaal(woord: str) -> str:
    """A word in small letters without accents."""
    if woord.isascii():
        return woord.lower()
    los = unicodedata.normalize("NFD", woord.lower().replace("ı", "i"))
    return "".join(c for c in los if not unicodedata.combining(c))


def _elf(nummer: str) -> bool:
    """The test of eleven for a BSN."""
    cijfers = re.sub(r"\D", "", nummer)
    som = sum(int(c) * w for c, w in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return som % 11 == 0 and int(cijfers) > 0


def _iban(nummer: str) -> bool:
    """ISO 13616: the number, turned round and as digits, is 1 modulo 97."""
    kaal = re.sub(r"[\s.-]", "", nummer)
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


KLOPT = {"bsn": _elf, "iban": _iban}


def _namen(tekst: str) -> Iterator[tuple[int, int]]:
    """Where names stand: after a title, after initials, and after a first name that we know."""
    for vorm in (MET_TITEL, MET_VOORLETTER):
        yield from (deel.span() for deel in vorm.finditer(tekst) if not _plek_of_school(tekst, *deel.span()))
    for deel in VOORNAAM.finditer(tekst):
        if _kaal(deel[1]) in VOORNAMEN and (achter := ACHTERNAAM.match(tekst, deel.end())):
            if _plek_of_school(tekst, achter.start(1), achter.end(1)):
                continue
            if deel[1].isupper() and not achter[1].isupper():  # LISA Amsterdam is a register
                continue
            if _kaal(achter[1]) in VOORNAMEN and achter[2]:  # of Jan Willem Brouwersstraat the last two words tell
                continue
            yield deel.start(), achter.end(1)


def _plek_of_school(tekst: str, begin: int, eind: int) -> bool:
    """Whether what looks like a name is that of a street, a square or a school; none of those is a mevrouw."""
    return not AANSPREEK.match(tekst, begin) and bool(
        GENOEMD_NAAR.fullmatch(tekst[begin:eind]) or INSTELLING.match(tekst, eind)
    )
