"""Lessons and the timeline, as a director reads them."""

from macros.kennisbank import kennisbank
from tests.builders import a_lesson, a_moment, page


def test_a_lesson_has_a_few_words_before_it_and_its_source():
    punt = page("lessen").select_one(".kb-punten li")
    assert punt.strong.get_text() == "Op tijd."
    assert "paragraaf 4.3" in punt.select_one(".kb-bron").get_text()


def test_a_lesson_about_a_route_leads_to_that_route():
    les = a_lesson(punten=[{"tekst": "Begin op tijd.", "routes": ["voorbeeld"]}])
    assert page("lessen", lessen=[les]).select_one("a.kb-naar")["href"].endswith("leerroutes/voorbeeld/")


def test_the_lessons_of_the_leerlab_stand_on_their_own_page():
    lessen = [a_lesson(), a_lesson(naam="Projecttijd", pagina="leerlab")]
    assert [kop.get_text() for kop in page("lessen", lessen=lessen).select("section > h2")][:1] == ["Wat hielp"]
    assert "Projecttijd" not in page("lessen", lessen=lessen).get_text()
    assert "Projecttijd" in page("leerlab", lessen=lessen).get_text()


def test_groups_stand_in_the_order_of_their_numbers():
    lessen = [a_lesson(naam="Begin", volgorde=2), a_lesson(naam="Zomer")]
    koppen = [kop.get_text() for kop in page("lessen", lessen=lessen).select("section > h2")]
    assert koppen[:2] == ["Zomer", "Begin"]


def test_the_timeline_runs_by_year_and_says_what_kind_of_moment_it_is():
    later = a_moment(naam="De wet", jaar=2020, wanneer="1 augustus 2020", soort="wet")
    regels = page("tijdlijn", tijdlijn=[later, a_moment()]).select("ol > li")
    assert [regel.h2.get_text(" ", strip=True) for regel in regels] == ["2008 Eerste proef", "1 augustus 2020 De wet"]
    assert [regel.select_one(".kb-label").get_text() for regel in regels] == ["Proef", "Wet"]


def test_every_lesson_on_the_site_has_a_source():
    for naam in ("lessen", "leerlab"):
        pagina = page(naam, kb=kennisbank())
        assert not [li.get_text()[:60] for li in pagina.select(".kb-punten > li") if not li.select_one(".kb-bron a")]


def test_the_timeline_holds_the_moments_that_the_law_turned_on():
    tekst = page("tijdlijn", kb=kennisbank()).get_text(" ")
    for jaar in ("2008", "2014", "2020", "2022", "2024", "2026"):
        assert jaar in tekst
