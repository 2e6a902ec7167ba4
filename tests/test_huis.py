"""The house rules: imports run one way, no HTML in Python, no logic in templates, nothing from elsewhere."""

import ast
import re
import subprocess

import pytest
from jinja2 import Environment, nodes

from tests.project import WORTEL

# A module imports only from modules that stand before it.
VOLGORDE = (
    "rekenmodel_som herstel verslag messages messages_wijziging model_waarden model model_onderwijs model_onderdelen "
    "model_route model_school model_bron model_notitie model_stap model_overeenkomst model_convenant model_rekenmodel "
    "model_kader model_uitleg families vorm schema sjabloon export_schema uitleg persoonsgegevens bestand loader "
    "ligging splitsen klacht herkomst inlezen regel checks_kenmerk checks_stappen checks_kaders checks_overeenkomst "
    "checks_persoonsgegevens checks_rekenmodel checks_weergave checks kennisbank wijzig geschiedenis feiten standen "
    "wijzigingen logboek vermoedens omtrek schrijver tabellen punten status route_tabellen route_secties plattegrond "
    "routes filters overzicht vergelijken scholen kaart cijfers bronnen typen verschillen onderhoud tekening "
    "stappenplan wijzer kaders moet_en_mag tijdlijn urencheck begrippen lessen convenant formulier_rijen formulier "
    "meewerken veldengids jaarronde open_data jsonld antwoord rekenmodel overeenkomst_delen overeenkomst factsheet "
    "factsheet_leerling factsheets mijn_plan beslisnotitie start paginas woorden zoekindex render voorbeeld pr github "
    "slot wekelijks letters word_xml word_nummers word export_notitie export_open_data export_overeenkomst "
    "export_rekenmodel export_factsheets export_stijl keuring export_stubs export_grafieken export_jaarronde "
    "export_kaart export_formulier export_logboek export_vendor export_zoekindex blokken engine build publiceren "
    "inpakken archief vers serve opdrachten_uitgave __main__ __init__"
).split()
MODULES = sorted((WORTEL / "macros").glob("*.py"))
SJABLONEN = sorted((WORTEL / "macros/templates").rglob("*.j2"))
# Filters that order, choose or compute: work for a view.
LOGICA = {
    "sort",
    "groupby",
    "map",
    "select",
    "reject",
    "selectattr",
    "rejectattr",
    "unique",
    "sum",
    "min",
    "max",
    "round",
    "length",
    "count",
    "batch",
    "slice",
    "dictsort",
    "random",
    "first",
    "last",
    "reverse",
}


def boom(pad):
    return ast.parse(pad.read_text(encoding="utf-8"))


@pytest.mark.parametrize("pad", MODULES, ids=lambda pad: pad.stem)
def test_imports_run_one_way(pad):
    gevraagd = set()
    for knoop in ast.walk(boom(pad)):
        if isinstance(knoop, ast.ImportFrom) and knoop.module and knoop.module.split(".")[0] == "macros":
            onder = knoop.module.split(".")[1:]
            gevraagd.update(onder[:1] or [naam.name for naam in knoop.names])
    plaats = VOLGORDE.index(pad.stem)
    assert not {naam for naam in gevraagd if VOLGORDE.index(naam) >= plaats}


@pytest.mark.parametrize("pad", MODULES, ids=lambda pad: pad.stem)
def test_no_html_in_python(pad):
    teksten = [k.value for k in ast.walk(boom(pad)) if isinstance(k, ast.Constant) and isinstance(k.value, str)]
    # `<id>`, `<family>` stand for a name in comments and docstrings
    teksten = [re.sub(r"<(id|naam|family|view|what)>", "", tekst) for tekst in teksten]
    assert not [tekst for tekst in teksten if re.search(r"</?[a-z][a-z0-9]*(\s[^<>]*)?>", tekst)]


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.name)
def test_no_data_logic_in_templates(pad):
    sjabloon = Environment().parse(pad.read_text(encoding="utf-8"))
    filters = {knoop.name for knoop in sjabloon.find_all(nodes.Filter)}
    assert not filters & LOGICA
    assert not list(sjabloon.find_all((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.Mod, nodes.Pow)))


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.name)
def test_templates_never_switch_escaping_off(pad):
    tekst = pad.read_text(encoding="utf-8")
    assert "|safe" not in tekst.replace(" ", "")
    assert "autoescape" not in tekst


@pytest.mark.parametrize("pad", MODULES, ids=lambda pad: pad.stem)
def test_words_of_an_editor_are_never_a_format(pad):
    # str.format would read attributes of our objects for {naam.__class__}, and trip over any other brace
    assert not re.search(r"(?:teksten|woorden)\[[^\n]*\]\s*\.format", pad.read_text(encoding="utf-8"))


def test_only_one_module_knows_templates():
    kenners = {pad.stem for pad in MODULES if re.search(r"^\s*(import|from) jinja2", pad.read_text(), re.M)}
    assert kenners == {"render"}


def test_files_stay_small():
    lang = {pad.name: n for pad in MODULES if (n := len(pad.read_text(encoding="utf-8").splitlines())) > 270}
    assert not lang
    assert len((WORTEL / "macros/__init__.py").read_text(encoding="utf-8").splitlines()) <= 40
    assert not [pad.name for pad in SJABLONEN if len(pad.read_text(encoding="utf-8").splitlines()) > 60]


def test_no_file_names_a_place_to_download_from():
    uit = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=WORTEL, capture_output=True, text=True, check=True
    )
    delen = (
        "un" + "pkg",
        "jsde" + "livr",
        "cdn" + "js",
        "google" + "apis",
        "py" + r"pi\.org",
        "npm" + r"js\.",
        "pythonhost" + "ed",
    )
    elders = re.compile("|".join(delen))
    fout = []
    for naam in uit.stdout.split():
        pad = WORTEL / naam
        if pad.suffix in (".png", ".woff2") or not pad.is_file():
            continue
        if elders.search(pad.read_text(encoding="utf-8", errors="replace")):
            fout.append(naam)
    assert not fout
