"""Routes side by side, as a director reads them."""

from macros.kennisbank import kennisbank
from macros.vergelijken import vergelijken
from tests.builders import VANDAAG, a_route, page, unknown

TABEL_1 = {"fase_tabel_1": "regulier"}


def twee(**anders):
    return page(
        "vergelijken", routes=[a_route(naam="Zorg", start=TABEL_1), a_route(naam="Bouw", start=TABEL_1, **anders)]
    )


def rij(pagina, kop):
    return next(tr for tr in pagina.select("tbody tr") if tr.th.get_text().startswith(kop))


def test_a_difference_is_told_in_words():
    pagina = twee(leerlingen=60)
    assert rij(pagina, "Leerlingen in de route").select_one("th .kb-label").get_text() == "verschilt"
    assert rij(pagina, "Vmbo-diploma").select_one("th .kb-label").get_text() == "gelijk"


def test_what_is_not_known_is_a_cell_with_its_reason_and_no_difference_by_its_reason():
    pagina = twee(leerlingen=unknown("Volgt in mei."))
    assert "Nog niet bekend. Volgt in mei." in " ".join(rij(pagina, "Leerlingen in de route").get_text(" ").split())
    pagina = page(
        "vergelijken",
        routes=[
            a_route(naam="Zorg", start=TABEL_1, leerlingen=unknown("Volgt.")),
            a_route(naam="Bouw", start=TABEL_1, leerlingen=unknown("Onbekend.")),
        ],
    )
    assert rij(pagina, "Leerlingen in de route").select_one("th .kb-label").get_text() == "gelijk"


def test_the_status_with_its_year_is_the_first_row():
    eerste = twee().select("tbody tr")[0]
    assert eerste.th.get_text().startswith("Status")
    assert "schooljaar 2020-2021" in eerste.td.get_text()


def test_without_a_choice_the_four_integrated_routes_show():
    blad = vergelijken(kennisbank(), VANDAAG)
    assert [kolom.id for kolom in blad.kolommen if kolom.vooraf] == [
        "noorderlicht-zorg-en-welzijn",
        "oostpoort-leerroutes",
        "bindelmeer-vakmanschapsroute",
        "calvijn-vakmanschapsroute",
    ]


def test_every_route_has_a_cell_in_every_row():
    pagina = page("vergelijken", kb=kennisbank())
    aantal = len(pagina.select("thead th"))
    assert {len(tr.find_all(["th", "td"], recursive=False)) for tr in pagina.select("tbody tr")} == {aantal}
    assert all(td.get_text(strip=True) for td in pagina.select("tbody td"))


def test_a_route_page_leads_to_a_comparison():
    assert page("route").select_one('a[href$="leerroutes/vergelijken/?routes=voorbeeld"]')
