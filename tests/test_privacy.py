"""What the page about privacy says of the browser is what the scripts do, and nobody's data stand in the project."""

import re

import pikepdf
import pytest
from docx import Document
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from macros.kennisbank import kennisbank
from tests.persoonsgegevens import TOEGESTAAN, bestanden, gevonden, makers, uitvoer
from tests.project import WORTEL


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
]


@pytest.mark.parametrize(("tekst", "soort"), GEPLANT)
def test_a_planted_item_is_caught(tekst, soort):
    assert soort in {vondst.soort for vondst in gevonden(tekst)}


@pytest.mark.parametrize(
    "tekst",
    [
        "Artikel 2.107b lid 2 van de WVO 2020, tekst van 2026-01-01",
        "crebo 25655, vestiging 17HB06, 1065KH Amsterdam",
        "Het Calvijn College en het ROC van Amsterdam",
        "leerroutes@voorbeeld.nl",
        "BWBR0044212 en 52.3561, 4.83152",
        "A. Profiel en inrichting",
        "Leerroute Over-Y. Gegevens uit schooljaar 2020-2021",
        "schooljaar 2020-2021, 136 leerlingen, 1.007.050 euro",
    ],
)
def test_what_is_no_personal_data_raises_no_alarm(tekst):
    assert not [vondst for vondst in gevonden(tekst) if vondst.tekst not in TOEGESTAAN]


def test_there_are_twenty_five_planted_items_of_five_kinds():
    assert len(GEPLANT) >= 25
    assert {soort for _, soort in GEPLANT} == {"postvak", "telefoon", "bsn", "iban", "naam"}


def test_no_file_that_editors_or_visitors_see_holds_personal_data():
    gezien, over = set(), []
    for pad in bestanden():
        for vondst in gevonden(pad.read_text(encoding="utf-8")):
            gezien.add(vondst.tekst)
            if vondst.tekst not in TOEGESTAAN:
                over.append(f"{pad.relative_to(WORTEL)}: {vondst.soort}: {vondst.tekst}")
    assert not over, "\n".join(over)
    assert not TOEGESTAAN.keys() - gezien, "the allow-list names what is nowhere any more"


def test_nothing_that_the_site_gives_away_holds_personal_data(site):
    soorten, over = set(), []
    for pad, tekst in uitvoer(site):
        soorten.add(pad.suffix)
        vondsten = [vondst for vondst in gevonden(tekst) if vondst.tekst not in TOEGESTAAN]
        over += [f"{pad.relative_to(site)}: {vondst.soort}: {vondst.tekst}" for vondst in vondsten]
    assert soorten >= {".html", ".json", ".geojson", ".csv", ".xml", ".svg", ".pdf", ".docx"}
    assert not over, "\n".join(over)


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
