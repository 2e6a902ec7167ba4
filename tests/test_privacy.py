"""What the page about privacy says of the browser is what the scripts do, and nobody's data stand in the project."""

import re
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
import typst
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from macros.checks import controleer
from macros.inlezen import lees_alles
from macros.kennisbank import kennisbank
from macros.model_bron import Uitgever
from macros.persoonsgegevens import Vondst, gevonden
from tests.builders import VANDAAG, geldige_data, kennis
from tests.persoonsgegevens import bestanden, mag, makers, uitvoer
from tests.project import WORTEL, kopie


def test_the_page_names_every_key_that_a_script_keeps_and_no_other():
    scripts = "\n".join(pad.read_text(encoding="utf-8") for pad in (WORTEL / "docs/javascripts").glob("*.js"))
    sleutels = set(re.findall(r"[\"`](leerroutes-[a-z]+-?)(?:\$\{\w+\})?[\"`]", scripts))
    assert "localStorage" in scripts
    assert not re.search(r"document\.cookie|sessionStorage|indexedDB|sendBeacon|XMLHttpRequest|WebSocket", scripts)
    genoemd = set(re.findall(r"`(leerroutes-[a-z-]+)`", (WORTEL / "docs/privacy.md").read_text(encoding="utf-8")))
    assert genoemd == sleutels
    # a key is only ever one of these: nothing is kept under another name
    assert not re.findall(r"localStorage\.\w+\((?!SLEUTEL|sleutel\(model\))", scripts)


GEPLANT = [
    ("Mail naar jan.jansen@voorbeeldschool.nl", "postvak"),
    ("j.de.vries@roc.example.nl is de docent", "postvak"),
    ("Bel 06-12345678", "telefoon"),
    ("Bel 06 12 34 56 78 na vier uur", "telefoon"),
    ("Telefoon 020-1234567", "telefoon"),
    ("tel. +31 6 12345678", "telefoon"),
    ("Bereikbaar op (020) 123 45 67", "telefoon"),
    ("0031612345678", "telefoon"),
    ("bsn 111222333", "bsn"),
    ("Burgerservicenummer: 123456782", "bsn"),
    ("leerling 111222333 uit klas 3", "bsn"),
    ("Rekening NL91ABNA0417164300", "iban"),
    ("IBAN: NL91 ABNA 0417 1643 00", "iban"),
    ("DE89370400440532013000", "iban"),
    ("mevrouw Jansen gaf les", "naam"),
    ("Volgens de heer De Vries klopt dit", "naam"),
    ("dhr. P. Bakker", "naam"),
    ("mw. Van den Berg is decaan", "naam"),
    ("meneer Smit", "naam"),
    ("drs. K. Mulder", "naam"),
    ("J.P. de Boer schreef dit", "naam"),
    ("A. Visser", "naam"),
    ("ir. Van Dijk", "naam"),
    ("mevr. El Amrani", "naam"),
    ("de heer J. van der Meer", "naam"),
    ("Jan Jansen, decaan", "naam"),
    ("Fatima El Amrani", "naam"),
    ("Mentor: Mohammed Yilmaz", "naam"),
    ("docent Piet de Vries", "naam"),
    ("dhr Bakker", "naam"),
    ("mevrouw Çelik", "naam"),
    ("de heer Terlaan", "naam"),
    ("mevrouw Jansen school", "naam"),
    ("M. Özdemir", "naam"),
    ("Büşra Yıldız", "naam"),
    ("Aïcha Aït Ben Haddou", "naam"),
    ("Jan-Willem van 't Hof", "naam"),
    ("Jan Willem de Boer", "naam"),
    ("Radjesh Ramdin en anderen", "naam"),
    ("contactpersoon Sanne O’Brien", "naam"),
    ("JAN JANSEN", "naam"),
    ("juf Sanne", "naam"),
    ("bsn 1112.22.333", "bsn"),
    ("111 222 333", "bsn"),
    ("11.12.22.333", "bsn"),
    ("06 - 12345678", "telefoon"),
    ("06.12.34.56.78", "telefoon"),
    ("tel.06-12345678", "telefoon"),
    ("3A,0612345678,1", "telefoon"),
    ("1,111222333,2", "bsn"),
    ("+31 (0)6 - 1234 5678", "telefoon"),
    ("nl91 abna 0417 1643 00", "iban"),
    ("NL91.ABNA.0417.1643.00", "iban"),
    ("1012 NX 12", "adres"),
    ("1012NX, 12a", "adres"),
    ("1012nx 12", "adres"),
    ("Damrak 12 B, 1012 NX Amsterdam", "adres"),
    ("jan@school.nl", "postvak"),
    ("info.jansen@school.nl", "postvak"),
    ("123456@leerling.school.nl", "postvak"),
]


@pytest.mark.parametrize(("tekst", "soort"), GEPLANT)
def test_a_planted_item_is_caught(tekst, soort):
    # once, as it is: mevrouw Fatima El Amrani is not two people
    assert [vondst.soort for vondst in gevonden(tekst)] == [soort]


@pytest.mark.parametrize(
    "tekst",
    [
        "Artikel 2.107b lid 2 van de WVO 2020, tekst van 2026-01-01",
        "crebo 25655, vestiging 17HB06, 1065KH Amsterdam",
        "Het Calvijn College en het ROC van Amsterdam",
        "leerroutes@voorbeeld.nl, info@school.nl of administratie-vmbo@school.nl",
        "BWBR0044212 en 52.3561, 4.83152",
        "A. Profiel en inrichting",
        "Bijlage A. Leerwerktraject",
        "Jan van Zutphenstraat 60, Pieter Calandlaan 3, het Jan Willem Brouwersplein",
        "Het Pieter Nieuwland College en de Anne Frankschool",
        "Dr. H. Colijnstraat 1, Mr. Visserplein 3, J.C. van Wijckerslootstraat en Prof. Tulpplein",
        "De dr. Aletta Jacobsschool en de Jan Ligthart school",
        "Jan vertelt. Amsterdam luistert. De docent Nederlands en de heer des huizes",
        "LISA Amsterdam",
        "1065KH, 52.3561",
        "In 2020 EN 2021, artikel 2020 en 12",
        "111222334 is geen bsn, 100.000.000 euro, 01-02-2026 10:30",
        "Leerroute Over-Y. Gegevens uit schooljaar 2020-2021",
        "schooljaar 2020-2021, 136 leerlingen, 1.007.050 euro",
    ],
)
def test_what_is_no_personal_data_raises_no_alarm(tekst):
    assert not [*gevonden(tekst)]


def test_there_are_more_than_fifty_planted_items_of_six_kinds():
    assert len(GEPLANT) > 50
    assert {soort for _, soort in GEPLANT} == {"postvak", "telefoon", "bsn", "iban", "naam", "adres"}


def _in_lijst(teksten):
    return "".join(f'  - "{tekst}"\n' for tekst in teksten)


def test_every_planted_item_in_a_record_of_the_real_data_is_a_mistake_on_its_line(tmp_path):
    project = kopie(tmp_path)
    pad = project / "data/routes/cburg-mbo-2.yml"
    voor = pad.read_text(encoding="utf-8")
    assert "ambities:" not in voor
    pad.write_text(f"{voor}ambities:\n{_in_lijst(tekst for tekst, _ in GEPLANT)}", encoding="utf-8")
    eerste = voor.count("\n") + 2
    meldingen = [m for m in controleer(lees_alles(project / "data"), date.today()) if m.ernst == "fout"]
    assert [(m.bestand, m.regel, m.veld) for m in meldingen] == [
        ("data/routes/cburg-mbo-2.yml", eerste + n, f"ambities › {n + 1}") for n in range(len(GEPLANT))
    ]
    assert all(m.staat in tekst and m.verwacht and m.hulp for m, (tekst, _) in zip(meldingen, GEPLANT, strict=True))


def _meldingen(data, bestand, oud, nieuw):
    pad = data / bestand
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    return [(m.bestand, m.regel, m.veld, m.staat) for m in controleer(lees_alles(data), VANDAAG)]


ROUTE, SCHOOL = "routes/voorbeeld.yml", "scholen/voorbeeldschool.yml"
STRAAT = "straat: Dorpsstraat 1\n"
UITGEVER = "voorlopig: "


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "veld", "staat"),
    [
        (ROUTE, "actualiteit:", "# Bel Jan Jansen\nactualiteit:", "aantekening achter #", "Jan Jansen"),
        (ROUTE, "leerlingen: 50", "leerlingen: 50  # jan@school.nl", "aantekening achter #", "jan@school.nl"),
        (ROUTE, "Voorbeeldroute", '"Route \\u004aan Jansen"', "naam", "Jan Jansen"),
        (ROUTE, "Voorbeeldroute", "Route van Jan\n  Jansen", "naam", "Jan Jansen"),
        (ROUTE, "Voorbeeldroute", '"Route # Jan Jansen"', "naam", "Jan Jansen"),
        (ROUTE, "plaats: bijlage 1", "plaats: gesprek met mw Jansen", "bronnen › 1 › plaats", "mw Jansen"),
        (SCHOOL, STRAAT, 'straat: {onbekend: "Dorpsstraat 1, 1025KN"}\n', "straat › onbekend", "Dorpsstraat 1, 1025KN"),
        (SCHOOL, STRAAT, "straat: de heer Jansen, Dorpsstraat 1\n", "straat", "heer Jansen"),
        ("opleidingen.yml", "Helpende", "Helpende bij Jan Jansen", "naam", "Jan Jansen"),
        ("uitgever.yml", UITGEVER, f"postvak: jan.jansen@school.nl\n{UITGEVER}", "postvak", "jan.jansen@school.nl"),
        ("uitgever.yml", UITGEVER, f"postvak: j.jansen@school.nl\n{UITGEVER}", "postvak", "j.jansen@school.nl"),
    ],
)
def test_what_stands_anywhere_in_a_file_of_data_is_found(tmp_path, bestand, oud, nieuw, veld, staat):
    data = geldige_data(tmp_path / "data")
    [melding] = _meldingen(data, bestand, oud, nieuw)
    assert (melding[0], *melding[2:]) == (f"data/{bestand}", veld, staat)
    regels = (data / bestand).read_text(encoding="utf-8").split("\n")
    assert nieuw.strip().split("\n")[0] in regels[melding[1] - 1]


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw"),
    [
        ("uitgever.yml", UITGEVER, f"postvak: samen-leren@school.nl\n{UITGEVER}"),
        (ROUTE, "Voorbeeldroute", "Vraag het leerroutes@school.nl"),
        (SCHOOL, STRAAT, "straat: Dorpsstraat 1, 1025KN\n"),
        (SCHOOL, STRAAT, "straat: {waarde: 'Dorpsstraat 1, 1025KN', bron: verkenning-2021, plaats: tabel 1}\n"),
        (
            SCHOOL,
            STRAAT,
            "straat: {waarden: [{waarde: 'Dam 1, 1025KN', plaats: a}, {waarde: 'Dam 2, 1025KN', plaats: b}], keuze: 1, "
            "toelichting: a is nieuwer}\n",
        ),
    ],
)
def test_a_functional_mailbox_and_the_address_of_a_school_may_stand_in_data(tmp_path, bestand, oud, nieuw):
    assert not _meldingen(geldige_data(tmp_path / "data"), bestand, oud, nieuw)


def test_the_mailbox_of_the_publisher_may_stand_in_other_texts_too(tmp_path):
    data = geldige_data(tmp_path / "data")
    assert not _meldingen(data, "uitgever.yml", UITGEVER, f"postvak: samen@school.nl\n{UITGEVER}")
    assert not _meldingen(data, ROUTE, "Voorbeeldroute", "Vraag het samen@school.nl")
    assert [m[-1] for m in _meldingen(data, ROUTE, "samen@", "ander@")] == ["ander@school.nl"]


def test_no_file_that_editors_or_visitors_see_holds_personal_data():
    over = []
    for pad in bestanden():
        for vondst in gevonden(pad.read_text(encoding="utf-8")):
            over.append(f"{pad.relative_to(WORTEL)}: {vondst.soort}: {vondst.tekst}")
    assert not over, "\n".join(over)


def test_nothing_that_the_site_gives_away_holds_personal_data(site):
    soorten, over, mag_staan = set(), [], mag(kennisbank())
    for pad, tekst in uitvoer(site):
        soorten.add(pad.suffix)
        vondsten = [vondst for vondst in gevonden(tekst) if not mag_staan(vondst)]
        over += [f"{pad.relative_to(site)}: {vondst.soort}: {vondst.tekst}" for vondst in vondsten]
    assert soorten >= {".html", ".json", ".geojson", ".csv", ".xml", ".svg", ".pdf", ".docx"}
    assert not over, "\n".join(over)


def test_only_the_address_of_a_school_and_the_mailbox_of_the_publisher_may_stand_in_what_the_site_gives_away():
    kb = kennis()
    kb = replace(kb, uitgever=Uitgever(naam="U", postvak="samen@school.nl", voorlopig="ja"))
    teksten = ["Dorpsstraat 1, 1025 KN", "Dorpsstraat 2, 1025 KN", "Dorpsstraat 1, 1025KP", "1025KN 1"]
    teksten += ["samen@school.nl", "ander@school.nl", "Jan Jansen"]
    gemogen = [tekst for tekst in teksten for vondst in gevonden(tekst) if mag(kb)(vondst)]
    assert gemogen == ["Dorpsstraat 1, 1025 KN", "1025KN 1", "samen@school.nl"]


GEPLANT_IN_BESTAND = {
    "naam": "Fatima El Amrani",
    "telefoon": "06 - 12345678",
    "adres": "1012 NX 12",
    "bsn": "111 222 333",
}


def test_what_is_planted_in_a_file_of_the_site_is_found(tmp_path):
    alles = ". ".join(GEPLANT_IN_BESTAND.values())
    # a name with a mark in the middle, a letter as an entity, and a mailbox that only a link holds
    opmaak = '<td>mw</td><td>B<b>akk</b>er</td><p>M. &Ouml;zdemir</p><a href="mailto:jan@school.nl">mail</a>'
    (tmp_path / "a.html").write_text(f"<p>{alles}</p>{opmaak}", encoding="utf-8")
    (tmp_path / "b.svg").write_text(f"<svg><text>{alles}</text><text>M. <tspan>Bakker</tspan></text></svg>")
    for soort in ("csv", "json", "geojson", "xml", "txt"):
        (tmp_path / f"c.{soort}").write_text(f'"{alles}"', encoding="utf-8")
    doc = Document()
    doc.add_paragraph(alles)
    doc.add_paragraph().add_run("Pi")
    doc.paragraphs[-1].add_run("et de Vries")
    doc.sections[0].header.paragraphs[0].text = "mevrouw Çelik"
    doc.part.relate_to("mailto:jan@school.nl", RT.HYPERLINK, is_external=True)
    doc.save(str(tmp_path / "d.docx"))
    pdf = typst.compile(f'{alles}. #link("mailto:jan@school.nl")[mail] mevrouw Çelik'.encode())
    (tmp_path / "e.pdf").write_bytes(pdf)
    gezien = {pad.name: {*gevonden(tekst)} for pad, tekst in uitvoer(tmp_path)}
    assert len(gezien) == 9
    geplant = {Vondst(soort, tekst) for soort, tekst in GEPLANT_IN_BESTAND.items()}
    assert not {naam for naam, vondsten in gezien.items() if not vondsten >= geplant}
    postvak, celik = Vondst("postvak", "jan@school.nl"), Vondst("naam", "mevrouw Çelik")
    assert gezien["a.html"] >= {postvak, Vondst("naam", "mw\n\nBakker"), Vondst("naam", "M. Özdemir")}
    assert gezien["b.svg"] >= {Vondst("naam", "M. Bakker")}
    assert gezien["d.docx"] >= {postvak, celik, Vondst("naam", "Piet de Vries")}
    assert gezien["e.pdf"] >= {postvak, celik}


def test_no_file_says_who_made_it_but_for_the_publisher(site):
    bestanden_ = [pad for pad in site.rglob("*") if pad.suffix in (".pdf", ".docx", ".png", ".jpg", ".jpeg", ".webp")]
    assert {pad.suffix for pad in bestanden_} >= {".pdf", ".docx"}
    uitgever = kennisbank().uitgever.naam
    assert not {str(pad.relative_to(site)): wie for pad in bestanden_ if (wie := {*makers(pad)} - {uitgever})}


def test_a_maker_planted_in_a_file_is_found(tmp_path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Author"] = "Jan Jansen"
    pdf.save(tmp_path / "a.pdf")
    doc = Document()
    doc.core_properties.author, doc.core_properties.last_modified_by = "Jan Jansen", "Piet de Vries"
    doc.save(str(tmp_path / "b.docx"))
    merk = PngInfo()
    merk.add_text("Author", "Jan Jansen")
    Image.new("1", (1, 1)).save(tmp_path / "c.png", pnginfo=merk)
    exif = Image.Exif()
    exif[0x013B] = "Jan Jansen"
    Image.new("L", (1, 1)).save(tmp_path / "d.jpg", exif=exif)
    for pad in sorted(tmp_path.iterdir()):
        assert "Jan Jansen" in makers(pad), pad.name
