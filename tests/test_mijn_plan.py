"""The page with a visitor's own plan, as it comes from the server: empty, complete, and ready for paper."""

import re

import pytest

from macros.kennisbank import kennisbank
from macros.model import Model
from macros.model_waarden import MaandDag
from tests.builders import page


@pytest.fixture(scope="module")
def kb():
    return kennisbank()


@pytest.fixture(scope="module")
def html(kb):
    return page("mijn_plan", kb=kb)


def test_every_task_of_every_step_is_there_in_order(kb, html):
    stappen = kb.stappen_op_volgorde()
    assert [deel["data-stap"] for deel in html.select("[data-stap]")] == [stap.id for stap in stappen]
    taken = [(taak.id, taak.tekst) for stap in stappen for taak in stap.taken]
    assert [(li["data-taak"], li.get_text(strip=True)) for li in html.select("[data-taak]")] == taken


def test_every_step_has_room_for_a_date_and_notes_on_paper(kb, html):
    for deel in html.select("[data-stap]"):
        papier = deel.select_one(".kb-alleen-print")
        assert [plek["data-toon"] for plek in papier.select("[data-toon]")] == ["datum", "notitie"]
    assert len(html.select(".kb-plan-papier")) == len(kb.stappen)


def test_what_needs_a_script_is_marked_so(html):
    delen = html.select("button, input, select, textarea")
    assert delen
    assert all(deel.find_parent(class_="kb-met-script") for deel in delen)


def test_every_field_has_a_label_of_its_own(html):
    namen = [html.select_one(f'label[for="{veld["id"]}"]').text for veld in html.select("input, select, textarea")]
    assert len(namen) == len(set(namen))


def test_every_fixed_moment_names_its_source_and_place(kb, html):
    rijen = html.select("#momenten ~ dl > div")
    assert len(rijen) == len(kb.stappenplan.momenten)
    for rij in rijen:
        assert "#momenten." in rij["data-herkomst"]
        assert re.search(r"Bron: .+, .+ · .+", rij.select_one(".kb-bron").text)


def test_a_moment_is_counted_from_the_start_year_only_where_it_has_a_day(kb, html):
    dagen = {rij.dt.text: rij.select_one("[data-dag]") for rij in html.select("#momenten ~ dl > div")}
    pta = next(plek for naam, plek in dagen.items() if naam.startswith("PTA"))
    assert pta["data-dag"] == "10-01"
    assert dagen["Advies van de medezeggenschap"] is None
    op_volgorde = [moment.dag for moment in kb.stappenplan.momenten if moment.dag]
    assert op_volgorde == sorted(op_volgorde)


def test_the_plan_is_linked_from_the_list_of_steps_and_from_every_checklist(kb):
    naar = 'a[href$="stappenplan/mijn-plan/"]'
    assert page("stappenplan", kb=kb).select(naar)
    for stap in kb.stappen:
        assert page("stap", stap, kb=kb).select_one("#taken").find_parent("section").select(naar)


@pytest.mark.parametrize("dag", ["10-01", "02-28"])
def test_a_day_of_the_year_is_written_as_month_and_day(dag):
    class Proef(Model):
        dag: MaandDag

    assert Proef(dag=dag).dag == dag


@pytest.mark.parametrize("dag", ["1 oktober", "13-01", "02-30", "02-29", "1-10", "2027-10-01", 1001])
def test_another_form_or_a_day_that_is_not_there_is_refused(dag):
    class Proef(Model):
        dag: MaandDag

    with pytest.raises(ValueError):
        Proef(dag=dag)
