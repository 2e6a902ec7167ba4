"""Repairs: from what an editor wrote to what should stand there, or None when that cannot be guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

GETALWOORDEN = {woord: n for n, woord in enumerate("nul een twee drie vier vijf zes zeven acht negen tien".split())}


def tekst_waarde(tekst: str) -> str:
    """Text between quotes, so that YAML reads it as text whatever it holds."""
    if len(tekst) > 1 and tekst[0] == tekst[-1] and tekst[0] in "\"'" and tekst.count(tekst[0]) % 2:
        tekst = tekst[1:-1]
    if "\\" in tekst:
        return "'" + tekst.replace("'", "''") + "'"
    return '"' + tekst.replace('"', "'") + '"'


def getal(ruw: str) -> str | None:
    """`88%`, `vijf`, `1.280`, `40-60` → 88, 5, 1280, a range."""
    schoon = ruw.strip().strip("\"'").rstrip("%").strip().lower()
    if schoon in GETALWOORDEN:
        return str(GETALWOORDEN[schoon])
    if bereik := re.fullmatch(r"(\d+)\s*(?:-|–|t/m|tot)\s*(\d+)", schoon):
        return "{{van: {}, tot: {}}}".format(*bereik.groups())
    if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+", schoon):
        return schoon.replace(".", "")
    return str(int(schoon)) if re.fullmatch(r"-?\d{1,9}", schoon) else None


def kommagetal(ruw: str) -> str | None:
    """`3,5` → 3.5."""
    schoon = ruw.strip().strip("\"'").rstrip("%").strip()
    if re.fullmatch(r"\d+[,.]\d+", schoon):
        return str(float(schoon.replace(",", ".")))
    return getal(ruw)


Herstel = Callable[[str], str | None]


def tussen(laagste: float, hoogste: float, herstel: Herstel = getal) -> Herstel:
    """A repair that is withheld when the repaired number is still not one that fits."""

    def binnen(ruw: str) -> str | None:
        goed = herstel(ruw)
        getallen = [float(deel) for deel in re.findall(r"-?[\d.]+", goed or "")]
        return goed if getallen and all(laagste <= getal <= hoogste for getal in getallen) else None

    return binnen


MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


def datum(ruw: str) -> str | None:
    """`31-05-2024`, `31 mei 2024` → 2024-05-31."""
    schoon = ruw.strip().strip("\"'").lower()
    if delen := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2}|[a-z]+)[-/. ](\d{4})", schoon):
        dag, maand, jaar = delen.groups()
    elif delen := re.fullmatch(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})", schoon):
        jaar, maand, dag = delen.groups()
    else:
        return None
    try:
        return date(int(jaar), MAANDEN.index(maand) + 1 if maand in MAANDEN else int(maand), int(dag)).isoformat()
    except ValueError:
        return None


def jaar(ruw: str) -> str | None:
    """`mei 2020` → `2020`; a school year in another form is put right."""
    jaren = re.findall(r"\b(?:19|20)\d\d\b", ruw)
    return jaren[0] if len(jaren) == 1 else schooljaar(ruw)


def schooljaar(ruw: str) -> str | None:
    """`2020/2021`, `2020` → 2020-2021."""
    jaar = re.search(r"(19|20)\d\d", ruw)
    return f"{jaar[0]}-{int(jaar[0]) + 1}" if jaar else None


def kenmerk(ruw: str) -> str | None:
    """`Mijn Route_1` → mijn-route-1."""
    schoon = re.sub(r"[^a-z0-9]+", "-", ruw.lower()).strip("-")[:60].rstrip("-")
    return schoon or None


def https(ruw: str) -> str | None:
    """`http://www.school.nl` → `https://www.school.nl`."""
    schoon = re.fullmatch(r"http(://[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]+(/[\w./-]*)?)", ruw)
    return f"https{schoon[1]}" if schoon else None


def zonder_opmaak(ruw: str) -> str | None:
    """Text without its tags; a script is not repaired."""
    schoon = re.sub(r"<[^>]*>?", "", ruw).strip()
    return None if "<script" in ruw.lower() or not schoon else tekst_waarde(schoon)
