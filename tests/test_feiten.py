"""How a fact reads on the page: number, range, unknown, readings that differ, choice, date, and its source."""

import pytest

from tests.builders import a_route, a_source, conflict, kennis, page, unknown


@pytest.fixture
def veld():
    """The row of a field on the page of a route."""

    def _veld(pad, waarde, **anders):
        velden = {pad: waarde}
        if "." in pad:
            sectie, naam = pad.split(".")
            velden = {sectie: {naam: waarde}}
        bronnen = [a_source(), a_source(naam="Andere bron", id="andere-bron", korte_naam="Andere bron")]
        html = page("route", routes=[a_route(**velden, **anders)], bronnen=bronnen)
        rijen = html.select(f'section [data-herkomst="data/routes/voorbeeld.yml#{pad}"]')
        assert len(rijen) == 1
        return rijen[0]

    return _veld


def tekst(element):
    return " ".join(element.text.split())


@pytest.mark.parametrize(
    ("pad", "waarde", "staat"),
    [
        ("leerlingen", 50, "50 leerlingen"),
        ("leerlingen", 1280, "1.280 leerlingen"),
        ("leerlingen", 0, "0 leerlingen"),
        ("leerlingen", {"van": 40, "tot": 60}, "40 tot 60 leerlingen"),
        ("leerlingen", {"waarde": 50, "aanduiding": "ongeveer"}, "ongeveer 50 leerlingen"),
        ("duur", 3.5, "3,5 schooljaren"),
        ("duur", 3, "3 schooljaren"),
        ("uitkomsten.uitval", 5.25, "5,25 %"),
        ("leerwegen", ["basis"], "vmbo-basis"),
        ("leerwegen", ["basis", "gemengd", "theoretisch"], "vmbo-basis, vmbo-gemengd en vmbo-theoretisch"),
        ("overeenkomst_datum", "2019-03-01", "1 maart 2019"),
        ("colleges", ["college-noord"], "College Noord"),
        ("type_verkenning", "geintegreerd", "Geïntegreerde leerroute"),
        ("gemeld_bij_duo", "nee", "nee"),
    ],
)
def test_a_value_reads_as_dutch_writes_it(veld, pad, waarde, staat):
    anders = {"wettelijke_vorm": unknown("Nog niet geduid.")} if pad == "leerwegen" else {}
    assert tekst(veld(pad, waarde, **anders).select_one("dd p")) == staat


def test_a_choice_reads_in_the_words_of_the_site(veld):
    assert "behouden" not in tekst(veld("vmbo_diploma", "behouden"))
    assert "vmbo-diploma" in tekst(veld("vmbo_diploma", "behouden").dd)


def test_a_fact_shows_source_place_and_year(veld):
    rij = veld("leerlingen", {"waarde": 50, "plaats": "tabel 2"})
    assert "Voorbeeldbron, tabel 2" in tekst(rij)
    assert rij.select_one('a[href$="bronnen/#verkenning-2021"]')
    assert "2020-2021" in tekst(rij)


def test_a_fact_of_a_source_without_a_year_shows_the_date_of_the_source(veld):
    rij = veld("leerlingen", {"waarde": 50, "bron": "andere-bron", "plaats": "p. 2"})
    assert "2020-2021" not in tekst(rij)
    assert "april 2021" in tekst(rij)


def test_a_year_that_the_source_does_not_give_is_not_filled_in(veld):
    rij = veld("leerlingen", {"waarde": 50, "schooljaar": "onbekend"})
    assert "2020-2021" not in tekst(rij)
    assert "onbekend" not in tekst(rij)


def test_an_unknown_fact_shows_its_reason(veld):
    rij = veld("leerlingen", unknown("De verkenning laat dit leeg."))
    assert "De verkenning laat dit leeg." in tekst(rij.select_one(".kb-onbekend"))


def test_what_the_record_leaves_out_is_unknown_too():
    kb = kennis()
    label = kb.weergave.velden["route.overeenkomst_datum"]
    onbekend = page("route", kb=kb).select(".kb-onbekend")
    assert [stuk for stuk in onbekend if label.lower() in tekst(stuk).lower()]


def test_readings_that_differ_are_both_shown_with_our_choice_first(veld):
    lezingen = conflict(
        {"waarde": 70, "plaats": "bijlage 1"},
        {"waarde": 90, "bron": "andere-bron", "plaats": "p. 9"},
        keuze=2,
        toelichting="Wij nemen het latere cijfer.",
    )
    rij = veld("leerlingen", lezingen)
    eerste, tweede = rij.select(".kb-verschil li")
    assert "90 leerlingen" in tekst(eerste)
    assert "onze keuze" in tekst(eerste)
    assert "Andere bron" in tekst(eerste)
    assert "70 leerlingen" in tekst(tweede)
    assert "onze keuze" not in tekst(tweede)
    assert "bijlage 1" in tekst(tweede)
    assert "Wij nemen het latere cijfer." in tekst(rij)


def test_an_explanation_stands_with_its_fact(veld):
    assert "Geteld in oktober." in tekst(veld("leerlingen", {"waarde": 50, "toelichting": "Geteld in oktober."}))


def test_a_list_of_texts_becomes_a_list(veld):
    rij = veld("ambities", ["Meer diploma's.", "Minder uitval."])
    assert [tekst(punt) for punt in rij.select("li")] == ["Meer diploma's.", "Minder uitval."]
