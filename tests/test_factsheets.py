"""The fact sheets on paper: one A4 each, the facts of the page of the route, readable by eye, ear and telephone."""

import json
import re
from dataclasses import replace

import pdfua
import pytest

from macros import export_factsheets as export
from macros.export_factsheets import TeVol, Zetsel, maak_opdrachten, zet, zet_een
from macros.factsheet import blad, zinnen
from macros.factsheet_leerling import leerlingblad
from macros.factsheets import bundels
from macros.kennisbank import kennisbank
from tests.builders import VANDAAG, a_route, a_school, an_opleiding, conflict, kennis, page, unknown
from tests.papier import Pdf, letters, recht
from tests.project import draai

ADRES = "https://leerroutes.example/"
LANG = "Een zin van gewone lengte die zegt wat een leerling in dit leerjaar allemaal doet en leert. "
BEVESTIGD = {"actualiteit": "bevestigd", "bevestigd_door_aanbieder_op": "2026-11-01", "schooljaar": "2026-2027"}


def alle(kb):
    return {opdracht.naam: opdracht for opdracht in maak_opdrachten(kb, ADRES, "versie 1")}


@pytest.fixture(scope="module")
def kb():
    return kennisbank()


@pytest.fixture(scope="module")
def echt(kb):
    """Every PDF of the real site."""
    opdrachten = alle(kb)
    return {naam: Pdf(vel.pdf) for naam, vel in zip(opdrachten, zet(list(opdrachten.values())), strict=True)}


def los(naam="voorbeeld.pdf", **families):
    """One PDF of a small Kennisbank."""
    return Pdf(zet_een(alle(kennis(**families))[naam]).pdf)


def leerling(**families):
    return los("voorbeeld-leerling.pdf", **families)


# --- the real sheets


def test_every_route_has_two_sheets_of_exactly_one_page(kb, echt):
    assert {naam for naam in echt if not naam.startswith(("alle", "stadsdeel", "niveau"))} == {
        f"{route}{soort}.pdf" for route in kb.routes for soort in ("", "-leerling")
    }
    assert {
        naam: pdf.bladen
        for naam, pdf in echt.items()
        if pdf.bladen != 1 and not naam.startswith(("alle", "stadsdeel", "niveau"))
    } == {}


def test_a_sheet_tells_the_facts_of_the_page_of_the_route(kb, echt):
    """Whatever value a sheet rests on stands, in the same words, on the page of the route and in the PDF."""
    mis = []
    for kenmerk in kb.routes:
        pagina = recht(page("route", kenmerk, kb=kb, vandaag=VANDAAG).get_text(" "))
        papier = letters(echt[f"{kenmerk}.pdf"].tekst())
        sheet = blad(kb, VANDAAG, kenmerk)
        for deel in (*sheet.rijen, *sheet.opbouw):
            for feit in deel.feiten:
                for tekst in filter(None, (feit.tekst, *(een.tekst for een in feit.lezingen))):
                    if feit.label != "Stadsdeel" and recht(tekst) not in pagina:
                        mis.append(f"{kenmerk}: not on the page: {tekst}")
                    if (zin := zinnen(tekst)[0].rstrip(".")) and letters(zin) not in papier:
                        mis.append(f"{kenmerk}: not on the sheet: {zin}")
    assert not mis, "\n".join(mis)


def test_the_status_comes_before_the_name_with_its_year(kb, echt):
    for kenmerk, route in kb.routes.items():
        tekst = echt[f"{kenmerk}.pdf"].tekst()
        assert route.schooljaar in tekst[: tekst.index(route.naam)], kenmerk
        assert "Vraag de school hoe het nu is." in tekst


def test_a_sheet_says_where_it_comes_from_and_when_it_was_made(kb, echt):
    for kenmerk in kb.routes:
        tekst = echt[f"{kenmerk}.pdf"].tekst()
        assert "Naast de bronnen gelegd op 2" in tekst
        assert re.search(r"Gemaakt op \d+ \w+ 20\d\d, versie 1\.", tekst)
        assert "Uitgever:" in tekst
        assert "Proefversie" in tekst


def test_the_code_leads_to_the_page_and_is_large_enough(kb, echt):
    for kenmerk in kb.routes:
        for naam in (f"{kenmerk}.pdf", f"{kenmerk}-leerling.pdf"):
            adres, breed = echt[naam].qr()
            assert adres == f"{ADRES}leerroutes/{kenmerk}/"
            assert breed >= 25, naam
            assert letters(adres) in letters(echt[naam].tekst())


def test_letters_are_large_enough_to_read(echt):
    klein = {naam: min(pdf.letters()) for naam, pdf in echt.items() if pdf.bladen == 1 and min(pdf.letters()) < 9}
    assert not klein
    assert all(max(pdf.letters()) >= 16 for naam, pdf in echt.items() if pdf.bladen == 1)


def test_a_screen_reader_gets_language_title_headings_tables_and_pictures_in_order(kb, echt):
    for naam, pdf in echt.items():
        kenmerk = naam.removesuffix(".pdf").removesuffix("-leerling")
        assert str(pdf.doc.Root.Lang) == "nl-NL"
        if kenmerk in kb.routes:
            assert pdf.titel == kb.routes[kenmerk].naam
            assert pdf.koppen()[0] == 1
            assert set(pdf.koppen()[1:]) == {2}
        assert all(tag.alt.startswith("QR-code naar https://") for tag in pdf.tags if tag.soort == "Figure"), naam
        koppen = [tag for tag in pdf.tags if tag.soort == "TH"]
        assert all(tag.scope == "/Column" for tag in koppen)
        if kenmerk in kb.routes and naam == f"{kenmerk}.pdf":
            assert len(koppen) == len(kb.routes[kenmerk].opbouw)


def test_the_text_runs_in_the_order_of_the_sheet(kb, echt):
    for kenmerk in kb.routes:
        tekst, sheet = letters(echt[f"{kenmerk}.pdf"].tekst()), blad(kb, VANDAAG, kenmerk)
        delen = [
            sheet.status,
            sheet.titel,
            *(f"{rij.label} {rij.zinnen[0][:20]}" for rij in sheet.rijen if not rij.lijst),
            "Bronnen",
        ]
        plekken = [tekst.find(letters(deel)) for deel in delen]
        assert -1 not in plekken, (kenmerk, [deel for deel, plek in zip(delen, plekken, strict=True) if plek < 0])
        assert plekken == sorted(plekken), kenmerk


def test_every_pdf_passes_the_checks_of_pdf_ua(echt, tmp_path):
    for naam, pdf in echt.items():
        pad = tmp_path / naam
        pdf.doc.save(pad)
        fouten = [str(vondst) for uitkomst in pdfua.validate(str(pad)).outcomes for vondst in uitkomst.findings]
        assert not fouten, (naam, fouten)


def test_the_pupils_sheet_knows_how_long_a_traject_takes_and_where_it_begins(kb):
    zinnen = {zin for rij in leerlingblad(kb, VANDAAG, "pro-roc").rijen for zin in rij.zinnen}
    assert "Het traject duurt 1 schooljaar." in zinnen
    assert any(zin.startswith("Je begint in het praktijkonderwijs of") for zin in zinnen)
    zinnen = {zin for rij in leerlingblad(kb, VANDAAG, "calvijn-vakmanschapsroute").rijen for zin in rij.zinnen}
    assert any(zin.startswith("Je begint op vmbo-basis.") for zin in zinnen)


def test_the_sheet_for_pupils_is_short_and_says_je(kb, echt):
    for kenmerk in kb.routes:
        sheet = leerlingblad(kb, VANDAAG, kenmerk)
        delen = [sheet.titel, sheet.status, sheet.concept]
        delen += [tekst for rij in sheet.rijen for tekst in (rij.label, *rij.zinnen)]
        woorden = " ".join(delen).split()
        assert 150 <= len(woorden) <= 250, (kenmerk, len(woorden))
        tekst = " ".join(delen)
        assert not re.search(r"\b[Uu]w?\b|\bartikel\b|\bwet\b|%|bekostiging|leerweg\b|WVO|bpv", tekst), kenmerk
        assert "CONCEPT – nog niet bevestigd door de school" in echt[f"{kenmerk}-leerling.pdf"].tekst()


def test_bundles_hold_a_list_and_then_each_sheet_with_a_bookmark(kb, echt):
    for bundel in bundels(kb):
        pdf = echt[f"{bundel.id}.pdf"]
        namen = [recht(kb.routes[kenmerk].naam) for kenmerk in bundel.routes]
        assert pdf.bladen == 1 + len(namen), bundel.id
        assert [naam for naam in pdf.bladwijzers() if naam in namen] == namen
        assert all(naam in pdf.tekst(0) for naam in namen)
        for n, naam in enumerate(namen, 1):
            assert naam in pdf.tekst(n)
            assert pdf.qr(n)[0].startswith(ADRES)
    assert {"alle-routes", "stadsdeel-nieuw-west", "niveau-2"} <= {bundel.id for bundel in bundels(kb)}


# --- records at their worst


UITERSTEN = {
    "a very long name": {
        "naam": "Vakmanschapsroute voor techniek, zorg, welzijn, horeca en dienstverlening " * 2 + "Zuidoost",
        "id": "voorbeeld",
    },
    "nothing known": {
        "school": unknown("Dat staat nergens."),
        "instelling": unknown("Dat staat nergens."),
        "leerwegen": unknown("Dat staat nergens."),
        "mbo_niveau": unknown("Dat staat nergens."),
        "vmbo_diploma": unknown("Dat staat nergens."),
        "type_verkenning": unknown("Dat staat nergens."),
        "wettelijke_vorm": unknown("Dat staat nergens."),
        "opleidingen": [],
    },
    "very long texts": {
        "vangnet": LANG * 18,
        "duur": 3,
        "duur_afwijking": LANG * 18,
        "doelgroep": {"instroom": LANG * 18},
        "opbouw": [{"leerjaar": n, "programma": LANG * 9, "docenten": LANG, "stage": LANG * 9} for n in (3, 4, 5)],
    },
    "sources that differ": {
        "vmbo_diploma": conflict({"waarde": "behouden"}, {"waarde": "vervalt", "plaats": "tabel 9"})
    },
}


@pytest.mark.parametrize("anders", UITERSTEN.values(), ids=UITERSTEN)
@pytest.mark.parametrize("soort", ["voorbeeld.pdf", "voorbeeld-leerling.pdf"])
def test_extreme_records_still_fill_exactly_one_page(soort, anders):
    pdf = los(soort, routes=[a_route(**anders)])
    assert pdf.bladen == 1
    assert pdf.qr()[0] == f"{ADRES}leerroutes/voorbeeld/"
    assert min(pdf.letters()) >= 9


def test_thirty_opleidingen_fit_and_all_are_told():
    opleidingen = [an_opleiding(naam=f"Opleiding nummer {n}") for n in range(30)]
    pdf = los(
        routes=[a_route(opleidingen=[{"opleiding": deel["id"]} for deel in opleidingen])], opleidingen=opleidingen
    )
    assert pdf.bladen == 1
    assert all(f"Opleiding nummer {n}, mbo 2" in pdf.tekst() for n in range(30))


def test_texts_that_are_cut_short_are_marked_and_the_page_is_named():
    anders = UITERSTEN["very long texts"]
    tekst = los(routes=[a_route(**anders)]).tekst()
    assert "…" in tekst
    assert "Meer hierover staat op de webpagina." in tekst
    assert "Meer hierover" not in los(routes=[a_route()]).tekst()


def test_a_sheet_that_cannot_fit_stops_the_build_and_names_the_record():
    zin = "woord " * 330 + "einde."
    anders = {"vangnet": zin, "duur_afwijking": zin, "doelgroep": {"instroom": zin}}
    with pytest.raises(TeVol, match=r"^voorbeeld$"):
        los(routes=[a_route(**anders)])


def test_the_editor_reads_which_route_does_not_fit_and_the_old_site_stays(project):
    (project / "site").mkdir()
    (project / "site/oud.txt").write_text("oud", encoding="utf-8")
    pad = project / "data/routes/pro-roc.yml"
    zin = "woord " * 330 + "einde."
    extra = f"\nvangnet: {zin}\nduur_afwijking: {zin}\n"
    tekst = re.sub(r"(?m)^(vangnet|duur_afwijking):.*\n(  .*\n)*", "", pad.read_text(encoding="utf-8"))
    tekst = re.sub(r"(?m)^doelgroep:\n(  .*\n)*", f"doelgroep:\n  instroom: {zin}\n", tekst)
    pad.write_text(tekst + extra, encoding="utf-8")
    uit = draai(project, "build", "--naar", "site")
    assert uit.returncode == 1
    assert "data/routes/pro-roc.yml — de factsheet past niet op één A4" in uit.stdout, uit.stdout + uit.stderr
    assert [deel.name for deel in (project / "site").iterdir()] == ["oud.txt"]


def test_marks_of_typst_in_a_text_are_printed_as_they_stand():
    naam = "#panic(1) *vet* _x_ $1$ @bron \\ [a] // b"
    pdf = los(routes=[a_route(naam=naam, id="voorbeeld", vangnet="#set text(99pt) en `code` en = Kop")])
    assert recht(naam) in pdf.tekst()
    assert "#set text(99pt) en `code` en = Kop" in pdf.tekst()
    assert max(pdf.letters()) < 30


@pytest.mark.parametrize(
    ("actualiteit", "zin"), [("nooit-gestart", "niet is gestart"), ("beeindigd", "bestaat niet meer")]
)
def test_a_route_that_is_no_more_says_so_first_on_both_sheets(actualiteit, zin):
    route = a_route(actualiteit=actualiteit)
    tekst = los(routes=[route]).tekst()
    assert zin in tekst[: tekst.index("Voorbeeldroute")]
    tekst = leerling(routes=[route]).tekst()
    assert "Let op." in tekst[: tekst.index("Voorbeeldroute")]


def test_once_the_school_confirmed_the_pupils_sheet_is_no_concept_and_nobody_is_told_to_ask():
    route = a_route(**BEVESTIGD)
    assert "CONCEPT" not in leerling(routes=[route]).tekst()
    assert "Vraag de school hoe het nu is." not in los(routes=[route]).tekst()


def test_sources_that_differ_are_both_on_the_sheet_and_a_pupil_is_sent_to_the_school():
    families = {"routes": [a_route(**UITERSTEN["sources that differ"])]}
    tekst = los(**families).tekst()
    assert "Ja, leerlingen halen ook het vmbo-diploma" in tekst
    assert "Nee, leerlingen halen geen vmbo-diploma" in tekst
    assert "Daarover zeggen bronnen niet hetzelfde." in leerling(**families).tekst()


def test_an_outcome_carries_its_year_and_never_reaches_the_pupils_sheet():
    uitkomsten = {"mbo_diploma": {"waarde": 88, "schooljaar": "2019-2020", "plaats": "tabel 2"}}
    route = a_route(uitkomsten=uitkomsten)
    assert "Mbo 2-diploma, zonder termijn: 88 % (schooljaar 2019-2020)" in los(routes=[route]).tekst()
    assert "88" not in leerling(routes=[route]).tekst()


def test_the_address_of_the_school_stands_on_the_sheet():
    assert "Dorpsstraat 1, 1025KN Amsterdam" in los(scholen=[a_school()]).tekst()


# --- making them


def test_equal_records_give_equal_bytes_in_one_process_and_in_two(kb, monkeypatch):
    opdrachten = list(alle(kb).values())[:4]
    alleen = [zet_een(opdracht) for opdracht in opdrachten]
    monkeypatch.setattr(export, "MIN_PER_KERN", 1)
    monkeypatch.setattr(export.os, "cpu_count", lambda: 2)
    assert zet(opdrachten) == alleen


def test_only_what_changed_is_made_anew_and_what_is_gone_is_deleted(tmp_path, monkeypatch):
    gemaakt = []
    monkeypatch.setattr(
        export, "zet", lambda werk: gemaakt.extend(o.naam for o in werk) or [Zetsel(b"pdf", 0)] * len(werk)
    )

    def schrijf(*routes):
        gemaakt.clear()
        export.schrijf(kennis(routes=routes), tmp_path, ADRES, "versie 1")
        return set(gemaakt)

    zorg = a_route(naam="Zorg")
    assert {"voorbeeld.pdf", "zorg.pdf", "zorg-leerling.pdf", "alle-routes.pdf"} <= schrijf(a_route(), zorg)
    assert schrijf(a_route(), zorg) == set()
    bundels_ermee = {"alle-routes.pdf", "stadsdeel-noord.pdf", "niveau-2.pdf"}
    assert schrijf(a_route(vangnet="Anders."), zorg) == {"voorbeeld.pdf"} | bundels_ermee
    schrijf(a_route())
    assert not list(tmp_path.rglob("zorg*"))


def test_a_bundle_has_the_same_sheets_without_measuring_them_again(tmp_path):
    """Also when a sheet was made the time before, and only the bundle is new."""
    routes = [a_route(), a_route(naam="Zorg", **UITERSTEN["very long texts"])]
    kb = kennis(routes=routes)
    gemeten = zet_een(alle(kb)["alle-routes.pdf"]).pdf
    export.schrijf(kb, tmp_path, ADRES, "versie 1")
    assert (tmp_path / "alle-routes.pdf").read_bytes() == gemeten
    (tmp_path / "alle-routes.pdf").unlink()
    export.schrijf(kb, tmp_path, ADRES, "versie 1")
    assert (tmp_path / "alle-routes.pdf").read_bytes() == gemeten
    maten = json.dumps({"voorbeeld": 9, "zorg": 9})
    assert zet_een(replace(alle(kb)["alle-routes.pdf"], maten=maten)).pdf != gemeten, "the sizes given are taken"


def test_the_sheets_of_a_selection_are_the_same_as_on_paper(tmp_path):
    kb = kennis(routes=[a_route()])
    export.schrijf(kb, tmp_path, ADRES, "versie 1")
    gegevens = json.loads((tmp_path / "bladen/voorbeeld.json").read_text(encoding="utf-8"))
    sheet = blad(kb, export.vandaag(), "voorbeeld")
    assert gegevens["status"] == sheet.status
    assert [rij["zinnen"] for rij in gegevens["rijen"]] == [list(rij.zinnen) for rij in sheet.rijen]
    assert (tmp_path / "bladen/voorbeeld.svg").read_text(encoding="utf-8").startswith("<svg")


# --- the list


def test_the_list_names_every_sheet_with_its_status_and_day(kb):
    pagina = page("factsheets", kb=kb)
    adressen = {link["href"].split("factsheets/")[-1] for link in pagina.select("a[href$='.pdf']")}
    assert adressen == set(alle(kb))
    for kenmerk, route in kb.routes.items():
        rij = pagina.select_one(f'a[href$="factsheets/{kenmerk}.pdf"]').find_parent("tr").get_text(" ")
        assert route.schooljaar in rij
        assert "2026" in rij


def test_the_page_of_a_route_leads_to_both_sheets():
    adressen = {link["href"] for link in page("route").select(".kb-kern-factsheet a")}
    assert adressen == {"../../factsheets/voorbeeld.pdf", "../../factsheets/voorbeeld-leerling.pdf"}
