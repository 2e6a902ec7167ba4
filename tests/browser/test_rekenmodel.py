"""The rekenmodel in a real browser: the answers of Python, mistakes at the field, the address, files and paper."""

from __future__ import annotations

import csv
import gzip
import json
from io import BytesIO, StringIO
from urllib.parse import parse_qs, urlencode, urlsplit

import pypdfium2
import pytest
from docx import Document

from macros.rekenmodel_som import KEUZES, VELDEN
from tests import kantoor
from tests.browser.harness import ROOT, new_page
from tests.papier import letters

CASES = json.loads((ROOT / "tests/gevallen/rekenmodel.json").read_text(encoding="utf-8"))
EXAMPLE = CASES[0]["velden"]
MODULES = [ROOT / "docs/javascripts" / name for name in ("rekenmodel.js", "rekenmodel-som.js")]
WIDE = next(case["velden"] for case in CASES if case["geval"] == "the largest amounts")
FULL = {
    "leerlingen": "1.234",
    "gewogen": "1.234,56",
    "input": "12.345,67",
    "output": "2.345,67",
    "output-aantal": "1.111,11",
    "overhead": "7,25",
    "overhead-wijze": "elk",
    "overhead-school": "50",
    "examen": "123,45",
    "examen-per": "leerling",
    "administratie": "234,56",
    "administratie-per": "leerling",
    "bpv-tarief": "65,50",
    "bpv-school": "12,5",
    "bpv-mbo": "30,25",
    "bpv-per": "leerling",
    "lesuren-school": "1.012",
    "lesuren-mbo": "1.018",
    "leskosten": "1.234.567,89",
    "per-leerling": "6.535,12",
}


@pytest.fixture
def page(browser, adres):
    with new_page(browser) as page:
        page.goto(adres + "rekenmodel/")
        yield page


def fill(page, fields: dict[str, str]) -> None:
    """Types in every field, and asks for the outcome."""
    for field, text in fields.items():
        place = page.locator(f"#reken-{field}")
        place.select_option(text) if field in KEUZES else place.fill(text)
    page.get_by_role("button", name="Controleer en bereken").click()


def place(page, name: str) -> str:
    return page.locator(f'.kb-rekenblad [data-vul="{name}"]').inner_text()


def test_the_module_answers_what_python_answers(page):
    answers = page.evaluate(
        """async (cases) => {
            const { reken } = await import("../javascripts/rekenmodel-som.js");
            const text = (_, value) => (typeof value === "bigint" ? String(value) : value);
            return cases.map((fields) => JSON.parse(JSON.stringify(reken(fields), text)));
        }""",
        [case["velden"] for case in CASES],
    )
    for case, answer in zip(CASES, answers, strict=True):
        expected = {name: case[name] for name in ("fouten", "uitkomst") if name in case}
        if "uitkomst" in case:
            expected["uitkomst"] = {k: v if v is None else str(v) for k, v in case["uitkomst"].items()}
        assert answer == expected, case["geval"]


def test_the_module_knows_the_same_fields_and_choices(page):
    known = page.evaluate(
        """async () => {
            const { VELDEN, KEUZES } = await import("../javascripts/rekenmodel-som.js");
            return [Object.entries(VELDEN).flat(2), KEUZES];
        }"""
    )
    assert known == [
        [part for name, rest in VELDEN.items() for part in (name, *rest)],
        {name: list(options) for name, options in KEUZES.items()},
    ]


def test_the_modules_are_small():
    assert sum(len(gzip.compress(path.read_bytes(), 6)) for path in MODULES) < 12_000


# --- the sheet


def test_own_numbers_give_every_step_with_those_numbers(page):
    fill(page, EXAMPLE)
    assert place(page, "f-totaal") == "20 × 80,00 + 20 × 20,00"
    assert place(page, "f-rest") == "2.000,00 − 140,00 − 100,00 − 60,00 − 200,00"
    assert place(page, "f-lessen-school") == "1.500,00 × 12 / 30"
    assert [place(page, f"b-{name}") for name in ("totaal", "rest", "lessen-school")] == [
        "2.000,00",
        "1.500,00",
        "600,00",
    ]
    assert [place(page, f"u-samen-{who}") for who in ("school", "mbo")] == ["706,00", "1.294,00"]
    assert place(page, "s-controle") == "706,00 + 1.294,00 = 2.000,00"
    assert place(page, "s-overdracht") == "706,00"
    assert "Bij 17 leerlingen of meer" in place(page, "s-minimum")
    assert place(page, "s-vast") == "De school krijgt 700,00. Het mbo houdt 1.300,00."
    assert place(page, "s-gesloten") == "De school krijgt niets. Het mbo houdt 2.000,00."
    assert place(page, "s-tekort") == "Er is geen tekort."
    assert "De school krijgt 706,00" in page.locator("#reken-status").inner_text()
    assert page.locator("#reken-fouten").is_hidden()


def test_the_sheet_follows_every_key_and_is_never_stale(page):
    fill(page, EXAMPLE)
    page.locator("#reken-examen").fill("200")
    assert place(page, "b-rest") == "1.400,00"
    page.locator("#reken-examen").fill("")
    assert place(page, "b-rest") == "…"
    assert place(page, "v-examen") == "…"
    assert place(page, "v-input") == "80,00"


def test_overhead_by_each_comes_off_what_is_left_for_lessons(page):
    fill(page, EXAMPLE | {"overhead-wijze": "elk"})
    assert place(page, "f-overhead") == "7% × 656,00 + 7% × 984,00"
    assert place(page, "f-lessen-school") == "1.640,00 × 12 / 30 − 45,92"
    assert place(page, "u-lessen-school") == "610,08"


def test_the_example_is_one_click_and_says_that_it_is_one(page):
    assert all(page.locator(f"#reken-{field}").input_value() == "" for field in VELDEN if field not in KEUZES)
    page.get_by_role("button", name="Laad een voorbeeld in rekeneenheden").click()
    assert place(page, "u-samen-school") == "706,00"
    assert "VOORBEELD in rekeneenheden" in place(page, "eenheid")
    assert "geen tarieven" in page.locator("#reken-status").inner_text()


def test_the_example_does_not_cost_what_was_typed(page):
    page.locator("#reken-input").fill("81,5")
    page.get_by_role("button", name="Laad een voorbeeld in rekeneenheden").click()
    page.go_back()
    assert page.locator("#reken-input").input_value() == "81,5"
    assert page.locator("#reken-output").input_value() == ""


# --- mistakes

WRONG = [
    ("leerlingen", "twintig", "geen getal"),
    ("leerlingen", "0", "groter is dan 0"),
    ("leerlingen", "20,5", "heel getal"),
    ("input", "1,000.50", "Schrijf 1.000,50 en niet 1,000.50"),
    ("input", "1.50", "decimalen met een komma"),
    ("examen", "-100", "zonder minteken"),
    ("overhead", "101", "ten hoogste 100"),
    ("administratie", "", "Vul hier een getal in"),
]


@pytest.mark.parametrize(("field", "text", "message"), WRONG)
def test_a_mistake_is_told_at_the_field_and_in_a_summary_that_takes_the_focus(page, field, text, message):
    fill(page, EXAMPLE | {field: text})
    assert message in page.locator(f"#reken-{field}-fout").inner_text()
    mistaken = page.locator(f"#reken-{field}")
    assert mistaken.get_attribute("aria-invalid") == "true"
    assert f"reken-{field}-fout" in mistaken.get_attribute("aria-describedby").split()
    assert mistaken.input_value() == text
    assert page.evaluate("document.activeElement.id") == "reken-fouten"
    assert "één veld" in page.locator("#reken-fouten p").inner_text()
    assert place(page, "b-rest") == "…"
    page.locator("#reken-fouten a").click()
    assert page.evaluate("document.activeElement.id") == f"reken-{field}"
    mistaken.fill(EXAMPLE[field])
    assert mistaken.get_attribute("aria-invalid") is None
    assert page.locator(f"#reken-{field}-fout").inner_text() == ""
    assert place(page, "b-rest") == "1.500,00"


def test_dutch_thousands_and_cents_are_accepted(page):
    fill(page, EXAMPLE | {"examen": "1.000,50"})
    assert place(page, "b-examen") == "1.000,50"
    assert page.locator("#reken-fouten").is_hidden()


def test_all_mistakes_come_at_once_in_the_order_of_the_form(page):
    fill(page, {"leerlingen": "x", "examen": "-1"})
    links = [a.get_attribute("href") for a in page.locator("#reken-fouten a").all()]
    assert links == [f"#reken-{field}" for field, (_, needed) in VELDEN.items() if needed]
    assert "Er zijn 12 velden" in page.locator("#reken-fouten p").inner_text()


def test_costs_above_the_money_are_a_shortage_in_sight_and_told_at_the_largest_cost(page):
    fill(page, EXAMPLE | {"examen": "5.000"})
    assert place(page, "s-tekort") == "3.400,00"
    assert place(page, "b-rest") == "−3.400,00"
    assert place(page, "s-controle") == "106,00 + 5.294,00 − 3.400,00 = 2.000,00"
    assert page.locator("#reken-examen").get_attribute("aria-invalid") == "true"
    assert "3.400,00 hoger dan het geld" in page.locator("#reken-examen-fout").inner_text()
    assert page.evaluate("document.activeElement.id") == "reken-fouten"
    assert page.locator("#reken-fouten a").get_attribute("href") == "#reken-examen"


def test_it_works_by_keyboard_alone(page):
    page.locator("#reken-leerlingen").focus()
    page.keyboard.type("20")
    for field in list(VELDEN)[2:]:
        while page.evaluate("document.activeElement.name") != field:
            page.keyboard.press("Tab")
        if field in EXAMPLE:
            page.keyboard.type(EXAMPLE[field])
    page.keyboard.press("Enter")
    assert place(page, "u-samen-school") == "706,00"


# --- the address


def test_the_address_holds_what_was_typed_and_gives_it_back(page):
    fill(page, EXAMPLE | {"overhead-wijze": "elk", "output": "1,000.5"})
    asked = {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}
    assert asked == EXAMPLE | {"overhead-wijze": "elk", "output": "1,000.5"}
    page.goto(page.url)
    assert page.locator("#reken-output").input_value() == "1,000.5"
    assert page.locator("#reken-output").get_attribute("aria-invalid") == "true"
    assert page.locator("#reken-overhead-wijze").input_value() == "elk"
    page.get_by_role("button", name="Maak alles leeg").click()
    assert urlsplit(page.url).query == ""
    assert page.locator("[aria-invalid]").count() == 0


def test_a_mailed_address_shows_the_outcome_and_a_strange_one_does_no_harm(page, adres):
    page.goto(f"{adres}rekenmodel/?{urlencode(EXAMPLE)}")
    assert place(page, "u-samen-school") == "706,00"
    page.goto(
        f"{adres}rekenmodel/?leerlingen=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&bpv-per=zomaar&vreemd=1&__proto__=1"
    )
    assert page.locator("#reken-leerlingen").input_value() == "<img src=x onerror=alert(1)>"
    assert page.locator("#reken-bpv-per").input_value() == "groep"
    assert page.locator(".kb-rekenmodel img").count() == 0
    page.get_by_role("button", name="Controleer en bereken").click()
    assert page.locator("#reken-fouten a").count() == 12
    assert "geen getal" in page.locator("#reken-leerlingen-fout").inner_text()


# --- files and paper


def download(page, button: str) -> bytes:
    with page.expect_download() as found:
        page.get_by_role("button", name=button).click()
    return found.value.path().read_bytes()


def test_the_annex_in_word_holds_the_numbers_and_leaves_open_what_must_be_agreed(page):
    fill(page, EXAMPLE)
    content = download(page, "Word-bijlage")
    assert kantoor.faults(content) == []
    doc = Document(BytesIO(content))
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for table in doc.tables for row in table.rows}
    assert rows["Inputtarief"] == ["80,00"]
    assert rows["Deel van de overhead voor de school"] == ["niet ingevuld"]
    assert rows["Samen"] == ["706,00", "1.294,00"]
    assert rows["Stap 1: al het geld"][0].endswith("20 × 80,00 + 20 × 20,00")
    assert rows["Examens"] == ["–", "100,00"]
    assert rows["Het mbo draagt over aan de school"] == ["706,00"]
    assert rows["Bestemming van het geld"] == ["[in te vullen]"]
    assert doc.sections[0].header.paragraphs[0].text == "Concept"
    assert any(par.text == "Bedragen\tin euro" for par in doc.paragraphs)


def test_the_csv_holds_fields_steps_and_division(page):
    fill(page, EXAMPLE)
    rows = list(csv.reader(StringIO(download(page, "Tabel (csv)").decode("utf-8-sig")), delimiter=";"))
    assert ["Inputtarief", "80,00"] in rows
    assert ["Stap 3: examens", "100,00", "100,00"] in rows
    assert ["Samen", "706,00", "1.294,00"] in rows
    assert ["Tekort", "Er is geen tekort."] in rows
    assert rows[0] == ["Bedragen", "in euro"]


def test_a_spreadsheet_runs_nothing_of_what_an_address_holds(page, adres):
    typed = {field: f"{sign}HYPERLINK(1)" for field, sign in zip(EXAMPLE, "=+-@\t=+-@\t=+-@\t", strict=False)}
    page.goto(f"{adres}rekenmodel/?{urlencode(typed)}")
    text = download(page, "Tabel (csv)").decode("utf-8-sig")
    assert len(typed) > 10
    assert "Inputtarief" in text
    cells = [cell for row in csv.reader(StringIO(text), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "HYPERLINK" not in text


@pytest.mark.parametrize(
    "fields", [{}, EXAMPLE | {"eenheid": "rekeneenheden"}, FULL, WIDE], ids=["empty", "example", "full", "widest"]
)
def test_the_sheet_prints_on_one_a4(browser, adres, fields):
    with new_page(browser) as page:
        page.goto(f"{adres}rekenmodel/?{urlencode(fields)}")
        paper = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(paper) == 1
    text = letters(paper[0].get_textpage().get_text_range())
    assert letters("Laat uw afspraken toetsen") in text
    assert letters("Waar vindt u dit getal") not in text


def test_without_a_script_an_empty_form_prints_on_one_a4(browser, adres):
    with new_page(browser, java_script_enabled=False) as page:
        page.goto(adres + "rekenmodel/")
        assert page.locator("#reken-formulier").is_hidden()
        assert page.get_by_role("button", name="Word-bijlage").count() == 0
        paper = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(paper) == 1
    text = letters(paper[0].get_textpage().get_text_range())
    assert letters("rest × lesuren school / alle lesuren") in text
