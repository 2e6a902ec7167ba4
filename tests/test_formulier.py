"""The form for a route: what it changes in the file, and that it changes nothing else."""

import json
import re
import subprocess
import unicodedata
from copy import deepcopy
from functools import cache
from typing import Annotated

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.export_formulier import bestand
from macros.formulier import formulier
from macros.kennisbank import kennisbank
from macros.ligging import ligging
from macros.loader import ONZICHTBAAR, lees
from macros.model import Herkomst, Lezing
from macros.model_route import Route
from macros.vorm import is_model, kaal, langs, naar_lang, stap
from tests.project import WORTEL

DATA = WORTEL / "data"
ROUTES = sorted((DATA / "routes").glob("*.yml"))
# A value of each kind that no route has, as the form hands it over.
NIEUW = {
    "tekst": 'Een nieuwe tekst: met "aanhalingstekens", een # en {{ haken }}. ' * 3,
    "datum": "2026-10-05",
    "schooljaar": "2029-2030",
    "aantal": 4321,
    "percentage": 12.25,
    "jaren": 7.5,
    "niveau": 1,
    "id": "nog-niet-bestaand",
    "keuze": "iets-anders",
    "jaar": "2028-2029",
    "leerjaar": 7,
}
BRON = {
    "schooljaar": "2028-2029",
    "bron": "verkenning-2021",
    "plaats": "tabel 9, rij: 'x'",
    "gecontroleerd_op": "2026-11-24",
}


def splits(gevallen):
    """What the browser's module makes of each case, in one run."""
    invoer = json.dumps([{"bestand": b, "wijzigingen": w} for b, w in gevallen])
    uit = subprocess.run(
        ["node", "splits.mjs"], cwd=WORTEL / "tests", input=invoer, capture_output=True, text=True, check=True
    )
    return json.loads(uit.stdout)


@pytest.fixture(scope="module")
def rijen():
    return [rij for groep in formulier(kennisbank()).groepen for rij in groep.rijen]


@pytest.fixture(scope="module")
def reeksen():
    return [reeks for groep in formulier(kennisbank()).groepen for reeks in groep.reeksen]


def lang(tekst):
    """The plain values of a file in the long form, to be changed at will; fails on any mistake of syntax."""
    return deepcopy(_lang(tekst))


@cache
def _lang(tekst):
    gelezen = lees("x.yml", tekst.encode())
    assert not gelezen.meldingen, [melding.tekst() for melding in gelezen.meldingen]
    return naar_lang(gelezen.waarde, Route)


def zet(record, pad, waarde):
    *ouders, naam = pad.split(".")
    for ouder in ouders:
        record = record.setdefault(ouder, {})
    record[naam] = waarde
    return record


def haal(record, pad):
    for naam in pad.split("."):
        record = (record or {}).get(naam)
    return record


def schoon(waarde):
    """Free text as the model takes it: on one line."""
    if isinstance(waarde, str):
        return " ".join(waarde.split())
    if isinstance(waarde, list):
        return [schoon(deel) for deel in waarde]
    return {naam: schoon(deel) for naam, deel in waarde.items()} if isinstance(waarde, dict) else waarde


def gevallen_van(pad, rijen):
    """Every field of the form with a new value, in every form that a fact can take."""
    gelezen = bestand(f"data/routes/{pad.name}", pad.read_bytes())
    for rij in rijen:
        nieuw = schoon(NIEUW[rij.vorm["code"]])
        nieuw = [nieuw] if rij.lijst else nieuw
        if rij.soort == "veld":
            yield gelezen, rij.pad, nieuw
            continue
        oud = haal(lang(gelezen["tekst"]), rij.pad) or {}
        kern = {n: w for n, w in oud.items() if n not in ("waarde", "van", "tot", "waarden", "keuze", "onbekend")}
        yield (
            gelezen,
            rij.pad,
            {**({"waarde": nieuw} if "waarde" not in oud else {}), **oud, "waarde": nieuw}
            if "waarde" in oud
            else {"waarde": nieuw},
        )
        yield gelezen, rij.pad, {**kern, "waarde": nieuw, **BRON}
        yield gelezen, rij.pad, {"onbekend": 'Wij weten dit niet: "niemand" telde het #1.'}
        if isinstance(nieuw, (int, float)):
            yield gelezen, rij.pad, {"van": 1, "tot": nieuw, "aanduiding": "ongeveer"}


def test_without_a_change_every_file_comes_back_as_it_was():
    alle = [*ROUTES, *sorted((DATA / "scholen").glob("*.yml")), DATA / "_sjabloon/route.yml"]
    for pad, tekst in zip(alle, splits([(bestand(p.name, p.read_bytes()), []) for p in alle]), strict=True):
        assert tekst.encode() == pad.read_bytes(), pad


@pytest.mark.parametrize("pad", ROUTES, ids=lambda pad: pad.stem)
def test_one_change_changes_that_value_and_nothing_else(pad, rijen):
    gevallen = list(gevallen_van(pad, rijen))
    uit = splits([(b, [{"pad": p, "waarde": w, "feit": isinstance(w, dict)}]) for b, p, w in gevallen])
    for (gelezen, veld, waarde), tekst in zip(gevallen, uit, strict=True):
        verwacht = lang(gelezen["tekst"])
        zet(verwacht, veld, waarde)
        assert schoon(lang(tekst)) == schoon(verwacht), (veld, waarde)
        # every line that does not belong to the field stands there as it did, remarks included
        eigen = _regels_van(gelezen, veld)
        over = [regel for nummer, regel in enumerate(gelezen["tekst"].splitlines()) if nummer not in eigen]
        assert _in_volgorde(over, tekst.splitlines()), (veld, waarde)


def _regels_van(gelezen, veld):
    stuk = gelezen["stukken"].get(veld)
    if stuk is None:
        return set()
    _, eind, _, sleutel = stuk
    tekst = gelezen["tekst"]
    return set(range(tekst.count("\n", 0, sleutel), tekst.count("\n", 0, eind) + 1))


def _in_volgorde(regels, tekst):
    rest = iter(tekst)
    return all(any(regel == ander for ander in rest) for regel in regels)


def voorbeeld(reeks, nummer):
    """A new item of a list, with every field that it can have."""
    velden = {}
    for rij in reeks.rijen:
        nieuw = schoon(NIEUW[rij.vorm["code"]])
        velden[rij.naam] = [nieuw, f"Nog een, {nummer}."] if rij.lijst else nieuw
    return velden | ({naam: BRON[naam] for naam in BRON} if reeks.herkomst else {})


def wijzigingen_van(record, reeks):
    """Changes of one list, and what it becomes: an item more, less, both, all gone, and each item changed."""
    oud = haal(record, reeks.pad) or []
    een, twee = voorbeeld(reeks, 1), voorbeeld(reeks, 2)
    alles = list(range(len(oud)))
    for weg, erbij in ([], [een, twee]), ([0], []), ([0], [een]), (alles[-1:], [twee]), (alles, []), (alles, [een]):
        if set(weg) <= set(alles) and (weg or erbij):
            over = [deel for nummer, deel in enumerate(oud) if nummer not in weg] + erbij
            yield {"pad": reeks.pad, "weg": weg, "erbij": erbij, "verplicht": reeks.verplicht}, over
    plat = [rij.naam for rij in reeks.rijen if rij.soort == "veld"]
    namen = [*plat, *(BRON if reeks.herkomst else ())]
    nodig = {rij.naam for rij in reeks.rijen if rij.verplicht}
    for nummer, deel in enumerate(oud):
        for velden in (
            {n: een[n] for n in namen},  # every field other
            {n: w for n, w in deel.items() if n in namen and (n in nodig or n == "plaats")},  # what may go, goes
            {n: w for n, w in deel.items() if n in namen} | {plat[0]: een[plat[0]]},  # the first field only
        ):
            feiten = {n: w for n, w in deel.items() if n not in namen}
            nieuw = [*oud[:nummer], feiten | velden, *oud[nummer + 1 :]]
            yield {"pad": f"{reeks.pad}.{nummer}", "item": velden, "namen": namen}, nieuw


@pytest.mark.parametrize("pad", ROUTES, ids=lambda pad: pad.stem)
def test_a_list_changes_in_that_item_and_nowhere_else(pad, reeksen):
    gelezen = bestand(pad.name, pad.read_bytes())
    gevallen = [(reeks, *deel) for reeks in reeksen for deel in wijzigingen_van(lang(gelezen["tekst"]), reeks)]
    uit = splits([(gelezen, [wijziging]) for _, wijziging, _ in gevallen])
    for (reeks, wijziging, over), tekst in zip(gevallen, uit, strict=True):
        verwacht = lang(gelezen["tekst"])
        *boven, naam = reeks.pad.split(".")
        if not over and not reeks.verplicht:
            del (haal(verwacht, boven[0]) if boven else verwacht)[naam]
        else:
            zet(verwacht, reeks.pad, over)
        assert schoon(lang(tekst)) == schoon(naar_lang(verwacht, Route)), wijziging
        eigen = _regels_van(gelezen, wijziging["pad"])
        oude = [regel for nummer, regel in enumerate(gelezen["tekst"].splitlines()) if nummer not in eigen]
        assert _in_volgorde(oude, tekst.splitlines()), wijziging


OP_REGEL = "id: x\nverwant: [{route: a}, {route: b}, {route: c}]   # drie\nstart: {fase: x}\n"


@pytest.mark.parametrize(
    ("weg", "erbij", "wordt"),
    [
        ([0], [], "[{route: b}, {route: c}]"),
        ([0, 1], [], "[{route: c}]"),
        ([1, 2], [{"route": "d"}], "[{route: a}, {route: d}]"),
        ([1], [{"route": "d"}], "[{route: a}, {route: c}, {route: d}]"),
        ([], [{"route": "d"}], "[{route: a}, {route: b}, {route: c}, {route: d}]"),
    ],
)
def test_a_list_between_brackets_keeps_its_brackets(weg, erbij, wordt):
    wijziging = {"pad": "verwant", "weg": weg, "erbij": erbij, "verplicht": False}
    (tekst,) = splits([(bestand("x.yml", OP_REGEL.encode()), [wijziging])])
    assert tekst == OP_REGEL.replace("[{route: a}, {route: b}, {route: c}]", wordt)


REEKS = """\
id: x
ambities:
  waarde:
    - een   # 1
    - "twee"
    - >-
      drie
      vier
schooljaar: 2020-2021
"""


@pytest.mark.parametrize(
    ("nieuw", "oud_stuk", "nieuw_stuk"),
    [
        (["een", "anders", "drie vier"], '"twee"', "anders"),
        (["een", "drie vier"], '    - "twee"\n', ""),
        (["twee", "drie vier"], "    - een   # 1\n", ""),
        (["een", "twee", "half", "drie vier"], '"twee"\n', '"twee"\n    - half\n'),
        (["nul", "een", "twee", "drie vier"], "    - een", "    - nul\n    - een"),
        (["een", "twee", "drie vier", "vijf"], "      vier\n", "      vier\n    - vijf\n"),
        (["een", "twee", "drie vijf"], "      drie\n      vier\n", "      drie vijf\n"),
    ],
)
def test_in_a_list_of_texts_only_the_line_that_differs_changes(nieuw, oud_stuk, nieuw_stuk):
    wijziging = {"pad": "ambities", "waarde": {"waarde": nieuw}, "feit": True}
    (tekst,) = splits([(bestand("x.yml", REEKS.encode()), [wijziging])])
    assert tekst == REEKS.replace(oud_stuk, nieuw_stuk, 1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_any_changes_together_give_what_each_gives(rijen, reeksen, kans):
    """Lists, items and facts changed at once in one file, as the form hands them over."""
    gevallen = []
    for pad in kans.sample(ROUTES, 3):
        gelezen = bestand(pad.name, pad.read_bytes())
        verwacht, alle = lang(gelezen["tekst"]), []
        for rij in kans.sample([rij for rij in rijen if rij.soort == "feit"], 12):
            feit = {"onbekend": f"Reden {rij.pad}."}
            alle.append({"pad": rij.pad, "waarde": feit, "feit": True})
            zet(verwacht, rij.pad, feit)
        for reeks in reeksen:
            oud = haal(verwacht, reeks.pad) or []
            weg = [nummer for nummer in range(len(oud)) if kans.random() < 0.4]
            erbij = [voorbeeld(reeks, 1)] if kans.random() < 0.5 or (reeks.minst and len(weg) == len(oud)) else []
            blijft = [nummer for nummer in range(len(oud)) if nummer not in weg]
            if blijft and kans.random() < 0.5:
                nummer = kans.choice(blijft)
                velden = {rij.naam: voorbeeld(reeks, 3)[rij.naam] for rij in reeks.rijen if rij.soort == "veld"}
                namen = [rij.naam for rij in reeks.rijen if rij.soort == "veld"]
                alle.append({"pad": f"{reeks.pad}.{nummer}", "item": velden, "namen": namen})
                oud = [*oud[:nummer], {**oud[nummer], **velden}, *oud[nummer + 1 :]]
            if weg or erbij:
                alle.append({"pad": reeks.pad, "weg": weg, "erbij": erbij, "verplicht": reeks.verplicht})
            over = [deel for nummer, deel in enumerate(oud) if nummer not in weg] + erbij
            if over or (haal(verwacht, reeks.pad) is not None and reeks.verplicht):
                zet(verwacht, reeks.pad, over)
            elif haal(verwacht, reeks.pad) is not None:
                *boven, naam = reeks.pad.split(".")
                del (verwacht[boven[0]] if boven else verwacht)[naam]
        kans.shuffle(alle)
        gevallen.append((gelezen, alle, verwacht))
    for (_, alle, verwacht), tekst in zip(gevallen, splits([geval[:2] for geval in gevallen]), strict=True):
        assert schoon(lang(tekst)) == schoon(naar_lang(verwacht, Route)), alle


def test_several_changes_at_once_are_all_made(rijen):
    gelezen = bestand("x.yml", (DATA / "routes/altra-roc-top.yml").read_bytes())
    wijzigingen = [
        {"pad": rij.pad, "waarde": {"onbekend": f"Reden {nummer}."}, "feit": True}
        for nummer, rij in enumerate(rijen)
        if rij.soort == "feit"
    ]
    (tekst,) = splits([(gelezen, wijzigingen)])
    record = lang(tekst)
    for wijziging in wijzigingen:
        assert haal(record, wijziging["pad"]) == wijziging["waarde"]
    assert haal(record, "momenten") == haal(lang(gelezen["tekst"]), "momenten")


BLOK = "id: x\nvangnet: >-\n  Er stond\n  al iets.\nschooljaar: 2020-2021\n"
KLEIN = "id: x\nnaam: Één naam   # opmerking\nlege: {}\nschooljaar: 2020-2021\n\n# nog iets\nleerlingen: 5\n"


@pytest.mark.parametrize(
    ("maak", "naam"),
    [
        (lambda t: t.encode(), "gewoon"),
        (lambda t: t.replace("\n", "\r\n").encode(), "Windows"),
        (lambda t: b"\xef\xbb\xbf" + t.encode(), "met teken vooraan"),
        (lambda t: t.replace("É", "E\u0301").replace("é", "e\u0301").encode(), "losse accenten"),
        (lambda t: t.rstrip("\n").encode(), "zonder laatste regeleinde"),
    ],
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_the_bytes_around_a_change_stay_whatever_they_are(maak, naam):
    inhoud = maak(KLEIN)
    gelezen = bestand("x.yml", inhoud)
    anders, zelfde, erbij = splits(
        [
            (gelezen, [{"pad": "leerlingen", "waarde": {"waarde": 6}, "feit": True}]),
            (gelezen, []),
            (gelezen, [{"pad": "duur", "waarde": {"waarde": 3}, "feit": True}]),
        ]
    )
    assert zelfde.encode() == inhoud
    assert anders.encode() == re.sub(rb"(leerlingen: )5", rb"\g<1>6", inhoud)
    eind = b"\r\n" if b"\r" in inhoud else b"\n"
    slot = eind if inhoud.endswith(b"\n") else b""
    assert erbij.encode() == inhoud.removesuffix(slot) + eind + b"duur: 3" + slot


# what an editor can type: not what the check refuses and the form leaves out
TEKENS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]).filter(
    lambda teken: not ONZICHTBAAR.match(teken)
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    # many texts a time: each time starts the browser's module
    st.lists(st.text(TEKENS, min_size=1), min_size=10, max_size=50)
)
def test_whatever_is_typed_comes_back_from_the_file(teksten):
    teksten = [tekst for tekst in teksten if tekst.strip()] or ["x"]
    op_regel, in_blok = bestand("x.yml", KLEIN.encode()), bestand("x.yml", BLOK.encode())
    gevallen = [(op_regel, [{"pad": "naam", "waarde": tekst, "feit": False}]) for tekst in teksten]
    gevallen += [(in_blok, [{"pad": "vangnet", "waarde": {"waarde": tekst}, "feit": True}]) for tekst in teksten]
    uit = splits(gevallen)
    for tekst, regel, blok in zip(teksten, uit[: len(teksten)], uit[len(teksten) :], strict=True):
        verwacht = schoon(unicodedata.normalize("NFC", tekst))
        assert schoon(lees("x.yml", regel.encode()).waarde["naam"]) == verwacht
        assert schoon(lang(blok)["vangnet"]) == {"waarde": verwacht}


def test_every_value_that_the_loader_knows_has_its_place():
    for pad in sorted(DATA.rglob("*.yml")):
        tekst = pad.read_text(encoding="utf-8")
        gelezen, stukken = lees(pad.name, pad.read_bytes()), ligging(tekst)
        assert stukken.keys() == gelezen.plekken.keys()
        for plek, stuk in stukken.items():
            assert tekst.count("\n", 0, stuk.sleutel if stuk.sleutel >= 0 else 0) + 1 <= gelezen.plekken[plek].regel
            assert tekst[stuk.begin : stuk.eind] == tekst[stuk.begin : stuk.eind].strip()


GEVALLEN = json.loads((WORTEL / "tests/gevallen/formulier.json").read_text(encoding="utf-8"))


def code_van_de_check(rij, invoer):
    """The code of the mistake that reading the file gives for this field; None when it is taken."""
    waarde = lees("x.yml", f"x: {invoer}".encode()).waarde if "minimum" in rij.vorm else {"x": invoer}
    soort = kaal(langs(Route, (*rij.pad.split("."), "waarde") if rij.soort == "feit" else (rij.pad,)))
    ouder = langs(Route, tuple(rij.pad.split(".")))
    veld = (ouder if rij.soort == "feit" else Route).model_fields["waarde" if rij.soort == "feit" else rij.pad]
    annotatie = Annotated[veld.annotation, *veld.metadata] if veld.metadata else veld.annotation
    assert soort
    try:
        TypeAdapter(annotatie).validate_python(waarde["x"] if waarde else "")
    except ValidationError as fout:
        return fout.errors()[0]["type"]
    return None if (waarde or {}).get("x") is not None else "leeg"


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: f"{geval['pad']} {geval['invoer'][:20]}")
def test_the_check_says_of_each_case_what_the_form_must_say(geval, rijen):
    rij = next(rij for rij in rijen if rij.pad == geval["pad"])
    assert code_van_de_check(rij, geval["invoer"]) == geval["fout"]


def keur(rijen, vragen):
    """What the browser's module says of each field and text: {waarde} or {fout}."""
    vormen = {rij.pad: rij.vorm for rij in rijen}
    script = (
        'import { readFileSync } from "node:fs"; import { keur } from "../docs/javascripts/formulier-keur.js";'
        'const vragen = JSON.parse(readFileSync(0, "utf8"));'
        "console.log(JSON.stringify(vragen.map((v) => keur(v.vorm, v.invoer))));"
    )
    uit = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        cwd=WORTEL / "tests",
        input=json.dumps([{"vorm": vormen[pad], "invoer": invoer} for pad, invoer in vragen]),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(uit.stdout)


def test_the_form_says_the_same_in_the_browsers_module(rijen):
    gezegd = keur(rijen, [(geval["pad"], geval["invoer"]) for geval in GEVALLEN])
    assert [antwoord.get("fout") for antwoord in gezegd] == [geval["fout"] for geval in GEVALLEN]


def test_what_comes_along_with_a_copied_text_and_nobody_sees_stays_behind(rijen):
    """A soft hyphen from Word, say: the check refuses it, so the form may not let it in."""
    onzichtbaar = [teken for teken in map(chr, range(0xE1000)) if ONZICHTBAAR.match(teken) and not teken.isspace()]
    assert len(onzichtbaar) > 4000
    assert "\u00ad" in onzichtbaar
    zichtbaar = "Één café – “ja”, 5 € · naïef 日本"
    teksten = [f"samen{''.join(onzichtbaar)}werking \u200b hier", "\u00ad \u200b", zichtbaar]
    gezegd = keur(rijen, [("vangnet", tekst) for tekst in teksten])
    assert gezegd == [{"waarde": "samenwerking hier"}, {"fout": "leeg"}, {"waarde": zichtbaar}]


def test_every_field_of_a_route_is_in_the_form(rijen, reeksen):
    """By walking the model, not the form: each value, fact and list, and each field of the groups in a list."""
    paden = {rij.pad for rij in rijen} | {rij.pad for reeks in reeksen for rij in reeks.rijen}
    bij_feit = set(Herkomst.model_fields)

    def loop(model, boven, in_lijst):
        for naam, veld in model.model_fields.items():
            soort, pad = kaal(veld.annotation), f"{boven}{naam}"
            if is_model(stap(soort, 0)):
                yield from loop(stap(soort, 0), f"{pad}.*.", True)
            elif is_model(soort) and not is_model(soort, Lezing):
                yield from loop(soort, f"{pad}.", False)
            elif not (boven and naam in bij_feit and not pad.startswith("bronnen")):
                yield pad

    assert set(loop(Route, "", False)) == paden
    assert {"leerlingen", "start.toekomst", "start.fasen.*.van", "opleidingen.*.opleiding", "id"} <= paden


def test_what_refers_is_chosen_by_name(rijen):
    per_pad = {rij.pad: rij for rij in rijen}
    assert ("calvijn-college", "Calvijn College") in [(k.id, k.naam) for k in per_pad["school"].keuzes]
    assert {k.id for k in per_pad["wettelijke_vorm"].keuzes} == {
        t.id for t in kennisbank().typen.values() if t.soort == "wettelijk"
    }
    assert [k.id for k in per_pad["mbo_niveau"].keuzes] == ["1", "2", "3", "4"]
