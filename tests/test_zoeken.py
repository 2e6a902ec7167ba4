"""The search index: what is in it, and that it is the same for the same pages."""

import os
import subprocess
import sys
from dataclasses import replace

from macros.zoekindex import STOP, Pagina, maak, stam, stammen, stuk_van, vouw, woorden
from tests.project import WORTEL, afdruk
from tests.zoekmeting import VRAGEN, meting, rang


def pagina(titel, tekst="", namen="", koppen=""):
    return Pagina(
        titel.lower(), titel, "Pagina", "", {"titel": titel, "namen": namen, "koppen": koppen, "tekst": tekst}
    )


def posten(index, woord):
    """Page → worth, for a word."""
    lijst = index.stukken[stuk_van(woord)][stam(woord)][1]
    return dict(zip(lijst[::2], lijst[1::2], strict=True))


def test_words_are_folded_and_an_ampersand_keeps_a_name_together():
    assert woorden("Geïntegreerde leerroute bij H&B, vmbo-mbo (2020)") == [
        "geintegreerde", "leerroute", "bij", "h&b", "vmbo", "mbo", "2020",
    ]  # fmt: skip
    assert vouw("Één") == "een"
    assert woorden("h en b") == woorden("H & B") == woorden("H&B") == ["h&b"]


def test_forms_of_a_word_share_a_stem_that_begins_with_the_same_letter():
    assert stam("overeenkomsten") == stam("overeenkomst")
    assert stam("scholen") == stam("school")
    for woord in ("gezag", "geintegreerd", "gestapelde", "begeleiding", "verantwoordelijkheid"):
        assert stam(woord)[0] == woord[0]


def test_a_verb_shares_the_stem_of_its_other_forms_but_geldt_is_no_money():
    gevonden = stammen(["betalen", "betaalt", "betaald", "betaling", "geld", "geldt", "maar", "maart"])
    assert len({gevonden[woord] for woord in ("betalen", "betaalt", "betaald", "betaling")}) == 1
    assert len(set(stammen(["route", "routes"]).values())) == 1
    assert gevonden["geldt"] != gevonden["geld"]
    assert gevonden["maart"] != gevonden["maar"]


def test_a_page_for_editors_comes_after_a_page_that_says_the_same():
    index = maak([replace(pagina("Stage melden"), voorrang=0.6), pagina("Stage lopen"), pagina("Iets")])
    assert posten(index, "stage")[1] > posten(index, "stage")[0]


def test_a_word_stands_in_the_part_of_its_first_two_letters():
    assert [stuk_van(woord) for woord in ("stage", "h&b", "2020", "u", "écht")] == ["st", "h0", "00", "u0", "0c"]


def test_a_title_weighs_more_than_a_text_and_a_rare_word_more_than_a_common_one():
    paginas = [
        pagina("Stage", "Over leren."),
        pagina("Leren", "Over stage."),
        pagina("Iets", "Over leren."),
        pagina("X"),
    ]
    index = maak(paginas)
    assert posten(index, "stage")[0] > posten(index, "stage")[1]
    assert posten(index, "stage")[1] > posten(index, "leren")[2]


def test_a_compound_is_found_by_its_parts_but_comes_after_the_word_itself():
    paginas = [pagina("Samenwerkingsovereenkomst"), pagina("Overeenkomst"), pagina("Samenwerking"), pagina("Examen")]
    index = maak(paginas)
    assert set(posten(index, "overeenkomst")) == {0, 1}
    assert posten(index, "overeenkomst")[1] > posten(index, "overeenkomst")[0]
    assert set(posten(index, "samenwerking")) == {0, 2}


def test_the_same_pages_give_the_same_bytes_whatever_the_order_of_a_set(tmp_path):
    """Python shuffles its sets anew in each process; the index may not show it."""
    opdracht = (
        "import sys; from pathlib import Path; from macros.export_zoekindex import schrijf_index;"
        "from tests.test_zoeken import pagina;"
        "schrijf_index([pagina('Samenwerkingsovereenkomst', 'Praktijkovereenkomst, schoolexamenregeling.'),"
        "pagina('Samenwerking', 'Overeenkomst, praktijk, school, examenregeling, examen, regeling.')],"
        "Path(sys.argv[1]))"
    )
    for zaad in ("1", "2"):
        omgeving = os.environ | {"PYTHONHASHSEED": zaad}
        subprocess.run([sys.executable, "-c", opdracht, tmp_path / zaad], cwd=WORTEL, env=omgeving, check=True)
    assert afdruk(tmp_path / "1") == afdruk(tmp_path / "2")
    assert len(afdruk(tmp_path / "1")) > 5


def test_the_questions_are_enough_of_every_kind_and_a_third_is_kept_apart():
    soorten = [vraag["soort"] for vraag in VRAGEN]
    assert len(VRAGEN) >= 120
    assert len(set(soorten)) == 7
    assert min(map(soorten.count, set(soorten))) >= 15
    assert 0.3 < sum(vraag["apart"] for vraag in VRAGEN) / len(VRAGEN) < 0.4
    assert len({vraag["vraag"] for vraag in VRAGEN}) == len(VRAGEN)


def test_the_measure_counts_what_it_says():
    vragen = [{"goed": ["a"]}, {"goed": ["b", "c"]}, {"goed": ["d"]}]
    gevonden = [["a", "x"], ["x", "y", "z", "c"], ["x"]]
    assert [rang(v["goed"], lijst) for v, lijst in zip(vragen, gevonden, strict=True)] == [1, 4, 0]
    assert meting(vragen, gevonden) == (1 / 3, (1 + 1 / 4) / 3)


def test_stop_words_say_nothing_about_a_subject():
    assert {"de", "het", "een", "wie", "mag"} <= STOP
    assert not STOP & {"geld", "route", "mbo", "examen", "diploma"}
