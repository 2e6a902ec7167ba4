"""The rekenmodel as arithmetic: what somebody typed → the split in whole cents. No float ever holds money.

Every field with decimals is kept in hundredths (cents, hundredths of an hour, of a percent). Each amount is rounded
to a cent once, half upwards, and the last cent of a division goes to the largest remainder, so that the parts add up.
The browser answers the same (docs/javascripts/rekenmodel-som.js, tests/gevallen/rekenmodel.json).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

# field → (kind, whether it must be filled in); in the order of the form
VELDEN = {
    "eenheid": ("keuze", False),
    "leerlingen": ("aantal", True),
    "gewogen": ("getal", True),
    "input": ("bedrag", True),
    "output": ("bedrag", True),
    "output-aantal": ("getal", False),
    "overhead": ("procent", True),
    "overhead-wijze": ("keuze", False),
    "overhead-school": ("procent", False),
    "examen": ("bedrag", True),
    "examen-per": ("keuze", False),
    "administratie": ("bedrag", True),
    "administratie-per": ("keuze", False),
    "bpv-tarief": ("bedrag", True),
    "bpv-school": ("uren", True),
    "bpv-mbo": ("uren", True),
    "bpv-per": ("keuze", False),
    "lesuren-school": ("uren", True),
    "lesuren-mbo": ("uren", True),
    "leskosten": ("bedrag", False),
    "per-leerling": ("bedrag", False),
}
# choice → its options; the first holds when nothing was chosen
PER = ("groep", "leerling")
KEUZES = {
    "eenheid": ("euro", "rekeneenheden"),
    "overhead-wijze": ("samen", "elk"),
    "examen-per": PER,
    "administratie-per": PER,
    "bpv-per": PER,
}
# the steps that are printed with their amount, in order
REGELS = ("totaal", "overhead", "examen", "administratie", "bpv", "rest", "lessen-school", "lessen-mbo")
HOOGSTE = 999_999_999  # in hundredths: 9.999.999,99
MEESTE = 10_000  # pupils
POSTEN = ("examen", "administratie", "bpv")

Getallen = dict[str, int | str | None]
HEEL = re.compile(r"\d+|\d{1,3}(\.\d{3})+", re.ASCII)


def lees(tekst: str, soort: str) -> int | str | None:
    """A number as it is written in Dutch, in hundredths (pupils: whole); None when empty; else why it is refused."""
    kaal = tekst.strip()
    if soort == "bedrag":
        kaal = re.sub(r"^€\s*", "", kaal)
    if soort == "procent":
        kaal = re.sub(r"\s*%$", "", kaal)
    kaal = re.sub(r"(?<=\d)\s(?=\d{3}(?!\d))", ".", kaal)  # 1 000 is 1.000
    if not kaal:
        return None
    if kaal[0] in "-−–":
        return "negatief"
    if not re.fullmatch(r"[\d.,]+", kaal, re.ASCII):
        return "letters"
    if re.search(r",.*[,.]", kaal):
        return "engels"
    heel, komma, rest = kaal.partition(",")
    if not HEEL.fullmatch(heel) or (komma and not rest):
        return "punt"
    if soort == "aantal":
        return _begrensd(int(heel.replace(".", "")), soort) if not komma else "heel"
    if len(rest) > 2:
        return "decimalen"
    return _begrensd(int(heel.replace(".", "")) * 100 + int((rest + "00")[:2]), soort)


def _begrensd(getal: int, soort: str) -> int | str:
    if soort == "aantal" and getal == 0:
        return "nul"
    if soort == "procent" and getal > 10_000:
        return "procent"
    return "groot" if getal > (MEESTE if soort == "aantal" else HOOGSTE) else getal


def neem(getypt: dict[str, str]) -> tuple[Getallen, dict[str, str]]:
    """Every field that was read, and per field why it was refused."""
    getallen: Getallen = {}
    fouten: dict[str, str] = {}
    for veld, (soort, verplicht) in VELDEN.items():
        tekst = getypt.get(veld, "")
        if soort == "keuze":
            getallen[veld] = tekst if tekst in KEUZES[veld] else KEUZES[veld][0]
            continue
        gelezen = lees(tekst, soort)
        if isinstance(gelezen, str):
            fouten[veld] = gelezen
        elif gelezen is None and verplicht:
            fouten[veld] = "leeg"
        else:
            getallen[veld] = gelezen
    if getallen.get("gewogen") == 0:
        fouten["gewogen"] = "nul"
    if getallen.get("lesuren-school") == 0 and getallen.get("lesuren-mbo") == 0:
        fouten["lesuren-school"] = "uren"
    return getallen, fouten


def reken(getypt: dict[str, str]) -> dict[str, dict]:
    """`fouten` per field, or `uitkomst` in cents, with beside it which cost is largest where they exceed the money."""
    getallen, fouten = neem(getypt)
    return {"fouten": fouten} if fouten else {"uitkomst": som(getallen)}


def centen(bedrag: Fraction) -> int:
    """A whole number of cents, half upwards."""
    return floor(bedrag + Fraction(1, 2))


def verdeel(bedrag: int, deel: Fraction) -> tuple[int, int]:
    """An amount in two parts of whole cents that add up to it; the last cent goes to the largest remainder."""
    eerste = centen(bedrag * deel)
    return eerste, bedrag - eerste


def som(g: Getallen) -> dict[str, int | None]:
    """The split, in cents. `tekort` is what the costs exceed the money; nobody's part holds it."""
    n, samen = g["leerlingen"], g["overhead-wijze"] == "samen"
    procent, lessen = Fraction(g["overhead"], 10_000), _deel_van_de_lessen(g)
    u = {"input": centen(Fraction(g["gewogen"] * g["input"], 100))}
    u["output"] = centen(Fraction(_output_aantal(g) * g["output"], 100))
    u["totaal"] = u["input"] + u["output"]
    u["examen"] = g["examen"] * _keer(g, "examen")
    u["administratie"] = g["administratie"] * _keer(g, "administratie")
    for wie in ("bpv-school", "bpv-mbo"):
        u[wie] = centen(Fraction(g[wie] * g["bpv-tarief"] * _keer(g, "bpv"), 100))
    pot = centen(u["totaal"] * procent) if samen else 0
    over = u["totaal"] - pot - u["examen"] - u["administratie"] - u["bpv-school"] - u["bpv-mbo"]
    u["rest"], u["tekort"] = over, max(0, -over)
    u["rest-school"], u["rest-mbo"] = verdeel(max(0, over), lessen)
    eigen = g["overhead-school"]
    u["overhead-school"], u["overhead-mbo"] = (
        verdeel(pot, lessen if eigen is None else Fraction(eigen, 10_000))
        if samen
        else (centen(u["rest-school"] * procent), centen(u["rest-mbo"] * procent))
    )
    u["overhead"] = u["overhead-school"] + u["overhead-mbo"]
    for wie in ("school", "mbo"):
        u[f"lessen-{wie}"] = u[f"rest-{wie}"] - (0 if samen else u[f"overhead-{wie}"])
        u[wie] = u[f"lessen-{wie}"] + u[f"overhead-{wie}"] + u[f"bpv-{wie}"]
    u["mbo"] += u["examen"] + u["administratie"]
    u["minimum"] = minimum(g)
    u["vast-school"] = None if g["per-leerling"] is None else g["per-leerling"] * n
    u["vast-mbo"] = None if g["per-leerling"] is None else u["totaal"] - u["vast-school"]
    return u


def _deel_van_de_lessen(g: Getallen) -> Fraction:
    return Fraction(g["lesuren-school"], g["lesuren-school"] + g["lesuren-mbo"])


def _output_aantal(g: Getallen) -> int:
    """What the output rate counts; when it was left open the same weighted number as for the input rate."""
    return g["gewogen"] if g["output-aantal"] is None else g["output-aantal"]


def _keer(g: Getallen, post: str) -> int:
    return g["leerlingen"] if g[f"{post}-per"] == "leerling" else 1


def minimum(g: Getallen) -> int | None:
    """The smallest group of the same make-up of which the money covers the costs; None when no group does."""
    geld = Fraction(g["gewogen"] * g["input"] + _output_aantal(g) * g["output"], 100 * g["leerlingen"])
    bpv = Fraction((g["bpv-school"] + g["bpv-mbo"]) * g["bpv-tarief"], 100)
    posten = dict(zip(POSTEN, (g["examen"], g["administratie"], bpv), strict=True))
    telkens = sum((prijs for post, prijs in posten.items() if g[f"{post}-per"] == "leerling"), Fraction())
    vast = sum((prijs for post, prijs in posten.items() if g[f"{post}-per"] == "groep"), Fraction())
    over, lessen = 1 - Fraction(g["overhead"], 10_000), g["leskosten"] or 0
    if g["overhead-wijze"] == "samen":
        return _kleinste(geld * over - telkens, vast + lessen)
    # each party's own overhead comes off what is left for lessons, so only where lessons cost something
    deel = over if lessen else Fraction(1)
    return _kleinste((geld - telkens) * deel, vast * deel + lessen)


def _kleinste(erbij: Fraction, nodig: Fraction) -> int | None:
    """The smallest whole n ≥ 1 for which n × erbij ≥ nodig."""
    if erbij > 0:
        return max(1, ceil(nodig / erbij))
    return 1 if erbij >= nodig else None


def grootste_kost(u: dict[str, int | None]) -> str:
    """The field of the largest cost: where the message stands when costs exceed the money."""
    kosten: dict[str, Callable[[], int]] = {
        "overhead": lambda: u["overhead"],
        "examen": lambda: u["examen"],
        "administratie": lambda: u["administratie"],
        "bpv-tarief": lambda: u["bpv-school"] + u["bpv-mbo"],
    }
    return max(kosten, key=lambda veld: kosten[veld]())
