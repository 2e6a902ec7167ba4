"""What a director reads of the law: what must, what may, of which day, and what nobody could verify."""

from datetime import date

import pytest

from macros.kennisbank import kennisbank
from tests.builders import a_kader, a_step, kennis, page

PUNT = {"tekst": "Beide besturen tekenen."}


def een(**anders):
    return page("kader", kaders=[a_kader(**anders)])


def test_moet_mag_and_afspraak_stand_below_headings_in_words():
    pagina = een(moet=[PUNT], mag=[PUNT], afspraak=[PUNT])
    koppen = [kop.get_text() for kop in pagina.select("h2")]
    assert [kop for kop in koppen if kop.startswith("Dit")] == ["Dit moet", "Dit mag", "Dit spreekt u zelf af"]


def test_the_day_of_the_text_that_was_read_stands_on_top_and_at_the_article():
    pagina = een()
    assert "Wettekst van 1 augustus 2024." in pagina.select_one(".kb-status").get_text()
    artikel = pagina.select_one(".kb-artikelen li").get_text(" ")
    assert "WVO 2020, artikel 2.107h" in artikel
    assert "Gelezen in de tekst van 1 augustus 2024" in artikel


def test_texts_of_different_days_are_both_named():
    een_dag = {"wet": "WVO 2020", "artikel": "2.107h", "gaat_over": "uren", "tekst_van": "2024-08-01"}
    ander = {"wet": "WEB", "artikel": "9.1.10", "gaat_over": "uren", "tekst_van": "2026-01-01"}
    status = een(artikelen=[een_dag, ander]).select_one(".kb-status").get_text()
    assert "1 augustus 2024" in status
    assert "1 januari 2026" in status


def test_an_article_that_nobody_read_says_so_with_the_reason():
    artikel = {"wet": "WMS", "artikel": "10", "gaat_over": "instemming", "niet_gelezen": "Wij hadden geen tekst."}
    pagina = een(artikelen=[artikel], onzeker=[{"tekst": "Of instemming nodig is."}])
    assert "Wij lazen hiervoor geen wettekst" in pagina.select_one(".kb-status").get_text()
    assert "Niet gelezen: Wij hadden geen tekst." in pagina.select_one(".kb-artikelen").get_text(" ").replace("  ", " ")
    assert "Of instemming nodig is." in pagina.select_one(".kb-onzeker").get_text()


@pytest.mark.parametrize(
    ("gewijzigd", "zin"),
    [("ja", "Veranderd sinds"), ("nee", "Niet veranderd sinds"), ("onbekend", "konden wij niet nagaan")],
)
def test_whether_the_rule_changed_stands_in_words(gewijzigd, zin):
    assert zin in een(gewijzigd=gewijzigd).select_one(".kb-status").get_text()


def test_then_and_now_stand_below_each_other_with_their_sources():
    pagina = een(toen=[{"tekst": "Toen negen."}], nu=[{"tekst": "Nu tien."}])
    tekst = pagina.get_text(" ")
    assert tekst.index("Toen negen.") < tekst.index("Nu tien.")
    assert len(pagina.select(".kb-lijst-toen .kb-bron")) == len(pagina.select(".kb-lijst-nu .kb-bron")) == 1


def test_the_answer_per_kind_of_route_is_a_word_with_its_condition():
    rij = een().select_one(".kb-rij")
    assert rij.select_one(".kb-antwoord").get_text() == "Moet"
    assert "Alleen als de route is gemeld." in rij.get_text()
    assert rij.dt.a["href"].endswith("leerroutes/typen/#doorlopende-leerroute")


def test_a_step_that_names_a_kader_links_to_it_and_the_kader_to_the_step():
    stap = a_step(wet=[{"tekst": "Genoeg uren.", "kader": "onderwijstijd"}])
    kb = kennis(stappen=[stap])
    assert page("stap", kb=kb).select_one("a.kb-naar")["href"].endswith("kaders/onderwijstijd/")
    assert "Stap 1: Bepaal het doel" in page("kader", kb=kb).get_text()


def test_every_row_of_a_table_stands_below_the_same_heads():
    tabel = {"naam": "Duur", "koppen": ["Opleiding", "Jaren"], "rijen": [["niveau 2", "3 tot 4"]]}
    pagina = een(tabellen=[tabel])
    assert pagina.select_one("#tabel-1-bijschrift").get_text() == "Duur"
    assert pagina.select_one("td[data-label=Jaren]").get_text(strip=True) == "3 tot 4"


def test_the_overview_shows_kinds_against_subjects_and_where_the_rules_are():
    pagina = page("moet_en_mag")
    assert [kop.get_text() for kop in pagina.select("thead th")] == [
        "Onderwerp",
        "Doorlopende leerroute vmbo-mbo",
        "Artikel",
    ]
    rij = pagina.select_one("tbody tr")
    assert rij.th.a["href"].endswith("kaders/onderwijstijd/")
    assert "tekst van 1 augustus 2024" in rij.get_text()


# --- the real frameworks

KB = kennisbank()
OVERZICHT = [kader for kader in KB.kaders.values() if kader.in_overzicht]


@pytest.mark.parametrize("kader", KB.kaders.values(), ids=lambda kader: kader.id)
def test_every_kader_has_an_article_with_a_date_or_says_what_was_not_verified(kader):
    assert any(deel.tekst_van for deel in kader.artikelen) or kader.onzeker
    assert all(deel.tekst_van is None or deel.tekst_van <= date(2026, 11, 23) for deel in kader.artikelen)


@pytest.mark.parametrize("kader", KB.kaders.values(), ids=lambda kader: kader.id)
def test_every_kader_says_what_to_do_and_what_changed(kader):
    assert kader.moet or kader.mag or kader.afspraak
    assert kader.gewijzigd == "onbekend" or kader.nu or kader.toen


@pytest.mark.parametrize("kenmerk", KB.kaders)
def test_every_statement_of_a_kader_has_its_source(kenmerk):
    pagina = page("kader", kenmerk, kb=KB)
    zonder = [li.get_text(" ")[:60] for li in pagina.select(".kb-punten > li") if not li.select_one(".kb-bron a")]
    assert not zonder
    assert "geen juridisch advies" in pagina.get_text()


def test_the_agreement_has_the_ten_subjects_of_the_law():
    delen = KB.kaders["samenwerkingsovereenkomst"].delen
    assert [deel.kenmerk for deel in delen if deel.kenmerk] == list("abcdefghij")


def test_the_overview_answers_for_the_four_kinds_and_nothing_is_left_open_without_a_word():
    assert len(OVERZICHT) >= 9
    for kader in OVERZICHT:
        assert {deel.type for deel in kader.geldt_voor} == {
            "doorlopende-leerroute",
            "geintegreerde-route",
            "gestapeld",
            "gedeeltelijk",
        }


def test_every_step_leads_to_a_kader():
    for stap in KB.stappen.values():
        punten = [punt for deel in (stap, *stap.onderdelen) for punt in deel.wet]
        assert all(punt.kader for punt in punten), stap.id
