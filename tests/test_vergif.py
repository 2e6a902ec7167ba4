"""Hostile text in every text field: printed as it stands, and nothing more, in every file that the site gives away."""

import csv
import io
import json
import re
import subprocess
from zipfile import ZipFile

import pikepdf
import pytest
import yaml
from docx import Document
from lxml import etree

from macros.export_open_data import FORMULE, tabel
from tests.browser import harness
from tests.browser.states import STATES
from tests.browser.test_veilig import TRY_ALL, to_fill_in
from tests.papier import Pdf, letters
from tests.project import DELEN, WORTEL, bouw, kopie
from tests.vergif import MERK, TEKSTEN, veld, vergiftig

pytestmark = pytest.mark.xdist_group("vergif")  # one build for all of them
UITKOMST = "54173879"
# A value that is no text: an id or another code, an address of a page, a path of a field, a day, a number, a link.
GEEN_TEKST = re.compile(
    r"[a-z0-9_-]+(/[a-z0-9-]+)*/?|[a-z0-9_]+(\.[a-z0-9_]+)+|[a-z-]+=[a-z0-9-]+|\d[\d.]*|https://\S+"
    r"|[1-9]\d{3}[A-Z]{2}|\d\d[A-Z]{2}\d\d"
)
# Words of the site that no page needs with today's records (a route of another kind shows them).
NIET_GETOOND = {
    "velden.stap.doel",
    "velden.kader.kern",
    "velden.les.inleiding",
    "velden.gebeurtenis.tekst",
    "velden.opbrengst.waarde",
    "waarden.mag-niet",
    "waarden.niet-nagegaan",
    "waarden.mag-vervallen",
    "waarden.diploma_binnen_drie_jaar",
    "waarden.mbo_diploma",
    "waarden.uitval",
    "waarden.doorstroom_niveau_3_4",
    "waarden.doorstroom_mbo_partner",
    "waarden.diploma_na_doorstroom",
    "waarden.postcode6",
    "waarden.niet-ingeschreven",
    "waarden.let-op",
    "waarden.plan",
    "waarden.overig",
    "waarden.verkenning",
    "waarden.wettelijk",
    "waarden.tegenspraak",
    "waarden.schrijfwijze",
    *(f"waarden.{pagina}" for pagina in "routes scholen lessen leerlab".split()),
    *(f"waarden.{richting}" for richting in "groen horeca techniek".split()),
    "waarden.bevestigd",
    "waarden.nooit-gestart",
    "waarden.beeindigd",
    "status.bevestigd",
    "status.nooit-gestart",
    "status.beeindigd",
    "status.lang-niet-bevestigd",
    "status.lang-niet-gecontroleerd",
    # kinds of blanks, and fields of a route, in the model of an agreement
    *(f"waarden.{soort}" for soort in "tekst lang datum getal bedrag school instelling leerwegen mbo_niveau".split()),
    *(f"waarden.{soort}" for soort in ("opleidingen", "duur", "naam")),
    # looked up by the plural, and that is poisoned
    *(f"enkelvouden.{soort}" for soort in ("schooljaren", "leerlingen", "opleidingen")),
    "teksten.convenant-stand",
    "teksten.leerling-beeindigd",
    "teksten.leerling-verschilt",
    "teksten.sectie-leeg",
    "teksten.niet-in-bronnen",
    # a copy without git has no change log; nobody is due or was ever confirmed; a publisher has no mailbox yet
    *(f"teksten.logboek-{naam}" for naam in "alles een meer volgen".split()),
    *(f"teksten.onderhoud-{naam}" for naam in ("laatst", "niemand")),
    *(f"teksten.ronde-{naam}" for naam in ("terug-mail", "vul-in", "vul-dag-in")),  # the last two: in Word only
}


@pytest.fixture(scope="module")
def vergif(tmp_path_factory):
    """A build of poisoned data: the copy of the project, its site, and the field of every mark."""
    project = kopie(tmp_path_factory.mktemp("vergif") / "project")
    velden = vergiftig(project)
    return project, bouw(project), velden


@pytest.fixture(scope="module")
def site_(vergif):
    return vergif[1]


def teksten(site):
    """Every file that is text, and the text of the PDFs and Word files."""
    for pad in sorted(site.rglob("*")):
        if pad.suffix in (".html", ".json", ".geojson", ".xml", ".svg", ".js", ".csv", ".txt", ".css"):
            yield pad, pad.read_text(encoding="utf-8")
        elif pad.suffix == ".docx":
            with ZipFile(pad) as zip_:
                yield pad, "".join(zip_.read(n).decode() for n in zip_.namelist() if n.endswith((".xml", ".rels")))
        elif pad.suffix == ".pdf":
            yield pad, letters(Pdf(pad.read_bytes()).tekst())


def test_no_template_is_evaluated_no_file_is_read_and_every_text_is_there(vergif):
    project, site, velden = vergif
    assert len(velden) > 600
    alles = "\n".join(tekst for _, tekst in teksten(site))
    assert UITKOMST not in alles
    assert "root:x:0" not in alles
    assert "__subclasses__() %}" in alles
    assert alles.count("7919*6841") > len(velden)
    gezien = set(re.findall(MERK, alles))  # once through all that is given away, not once per mark
    weg = {pad.removeprefix("data/weergave.yml.") for merk, pad in velden.items() if merk not in gezien}
    print("\n".join(sorted(weg)))
    assert weg <= NIET_GETOOND
    assert {pad.name for pad in project.iterdir()} == {*DELEN, "site"}, "something is written beside the site"
    assert not [pad for pad in project.parent.iterdir() if pad != project]


def gezien_gif(tekst):
    """The scripts and templates in a text; one that is part of another counts only where it stands by itself."""
    gezien = set()
    for gif in sorted(TEKSTEN["script"] + TEKSTEN["sjabloon"], key=len, reverse=True):
        if gif in tekst:
            gezien.add(gif)
            tekst = tekst.replace(gif, " ")
    return gezien


def test_every_text_field_meets_every_script_and_every_template(vergif):
    """Counted in the poisoned files, by the mark in each text; what has no mark must look like no text at all."""
    project, _, velden = vergif
    per_veld = {}
    zonder = set()
    for pad in sorted(pad for pad in (project / "data").rglob("*.yml") if "_sjabloon" not in pad.parts):
        for waarde in waarden(yaml.load(pad.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)):
            if merk := re.search(MERK, waarde):
                per_veld.setdefault(veld(velden[merk[0]]), set()).update(gezien_gif(waarde))
            else:
                zonder.add(waarde)
    assert len(per_veld) > 1200
    assert {"overeenkomst.slot_velden.naam", "weergave.waarden.basis", "begrippen.zoekwoorden"} <= per_veld.keys()
    alle = {*TEKSTEN["script"], *TEKSTEN["sjabloon"]}
    assert len(alle) >= 18
    # braces in the text of a clause are blanks, and no others pass
    bepaling = {gif for gif in alle if not re.search("[{}]", gif)}
    assert len(bepaling) >= 10
    clausules = {naam for naam in per_veld if re.search(r"^overeenkomst\..*(leden|aanhef|slot)$", naam)}
    gemist = {n: (bepaling if n in clausules else alle) - gezien for n, gezien in per_veld.items()}
    assert {naam: gif for naam, gif in gemist.items() if gif} == {}
    assert sorted(waarde for waarde in zonder if not GEEN_TEKST.fullmatch(waarde)) == []


def waarden(gelezen):
    """Every value of a file."""
    if isinstance(gelezen, str):
        yield gelezen
    else:
        for deel in gelezen.values() if isinstance(gelezen, dict) else gelezen:
            yield from waarden(deel)


def test_a_pdf_leads_to_pages_only(site_):
    """Text in a PDF may become a link or something that runs when it is opened or pressed."""
    eigen = yaml.safe_load((WORTEL / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"]
    bestanden = list(site_.rglob("*.pdf"))
    assert {pad.parent.name for pad in bestanden} == {"factsheets", "overeenkomst"}
    adressen = set()
    for pad in bestanden:
        doc = pikepdf.open(pad)
        assert not {"/OpenAction", "/AA", "/AcroForm"} & doc.Root.keys(), pad.name
        assert not {"/JavaScript", "/EmbeddedFiles"} & doc.Root.get("/Names", {}).keys(), pad.name
        for plek in (plek for blad in doc.pages for plek in blad.get("/Annots", ())):
            assert plek.Subtype == "/Link", pad.name
            if "/A" in plek:  # without: a place in the document itself
                assert plek.A.S in ("/URI", "/GoTo"), (pad.name, plek.A.S)
                adressen |= {str(plek.A.URI)} if "/URI" in plek.A else set()
    assert len(adressen) >= 18
    assert [adres for adres in adressen if not adres.startswith((eigen, "https://", "mailto:", "tel:"))] == []


LOOK = """() => {
    const wrong = window.__x === undefined ? [] : ["a script ran"];
    const loads = ["href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"];
    for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
            if (name.startsWith("on") || name === "srcdoc") wrong.push(`${element.tagName} ${name}`);
            if (!loads.includes(name) || element.rel === "canonical") continue;
            const url = new URL(value, location);
            const ours = url.origin === location.origin || ["https:", "mailto:", "tel:"].includes(url.protocol);
            const image = element.tagName === "IMG" && url.protocol === "data:";
            if (!ours && !image) wrong.push(`${element.tagName} ${name}=${value}`);
        }
    }
    const data = "application/ld+json";
    for (const script of document.querySelectorAll("script:not([src])")) {
        if (script.type !== data) wrong.push("a script of its own");
        else if (/[<>&]/.test(script.textContent) || !JSON.parse(script.textContent)) wrong.push("json");
    }
    for (const made of document.querySelectorAll("iframe, object, embed, [src='x'], [src*='passwd'], [autofocus]"))
        wrong.push(`made: ${made.outerHTML.slice(0, 80)}`);
    return wrong;
}"""


def test_nothing_runs_on_any_page_even_without_the_policy(browser, site_):
    """The policy would stop what got through; here it is off, so that escaping alone must hold."""
    wrong = []
    paginas = sorted(str(pad.relative_to(site_)) for pad in site_.rglob("*.html"))
    assert len(paginas) > 100
    with harness.serve(site_) as adres, harness.new_page(browser, bypass_csp=True) as page:
        page.on("dialog", lambda dialog: wrong.append(f"{page.url}: dialog"))
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        for naam in paginas:
            page.goto(adres + naam, wait_until="load")
            wrong += [f"{naam}: {fout}" for fout in page.evaluate(LOOK)]
    assert not wrong, "\n".join(wrong[:40])


def test_nothing_runs_while_a_page_is_used(browser, site_):
    """What our own scripts make of the texts: in every state, on the map, and where all is filled in and pressed."""
    wrong = []
    invullen = to_fill_in(site_, harness.kinds(site_))

    def op_fout(error):
        wrong.append(f"error: {error}")

    assert len(invullen) >= 8
    with harness.serve(site_) as adres:
        for pad, doe in (STATES | GEBRUIK).values():
            with harness.new_page(browser, bypass_csp=True) as page:  # nothing is kept of the state before
                page.on("pageerror", op_fout)
                page.goto(adres + pad)
                doe(page)
                wrong += [f"{pad}, {doe.__name__}: {fout}" for fout in page.evaluate(LOOK)]
        with harness.new_page(browser, bypass_csp=True, accept_downloads=True) as page:
            page.on("dialog", lambda dialog: dialog.accept())
            page.on("pageerror", op_fout)
            for pad in invullen:
                page.goto(adres + pad)
                for press in (False, True):
                    page.evaluate(TRY_ALL, press)
                    page.wait_for_load_state()
                    wrong += [f"{pad}, all filled in: {fout}" for fout in page.evaluate(LOOK)]
    assert not wrong, "\n".join(wrong[:40])


def _zoek(page):
    page.locator("li[data-hit]").first.wait_for()


def _punten(page):
    harness.settle(page)
    for punt in page.locator(".leaflet-marker-icon.kb-punt-school").all()[:5]:
        punt.dispatch_event("click")
        assert page.evaluate(LOOK) == []


# What is done with a page beside the states of tests/browser/states.py.
GEBRUIK = {
    "a mark that is searched for": ("zoeken/?q=kanarie00001+onerror+leerroute", _zoek),
    "points of the map": ("leerroutes/kaart/", _punten),
    "two routes compared": (
        "leerroutes/vergelijken/?routes=calvijn-vakmanschapsroute,cburg-mbo-2",
        lambda page: page.locator("#vergelijk-status:not(:empty)").wait_for(),
    ),
}


def test_a_page_with_a_script_in_it_would_be_found(browser):
    """The look itself, on a page where everything went wrong."""
    payloads = [tekst for tekst in TEKSTEN["script"] if tekst.startswith("<img")]
    with harness.new_page(browser, bypass_csp=True) as page:
        kapot = f"<p>{payloads[0]}<a href='javascript:1'>k</a><a href='data:text/html,1'>k</a>"
        page.route("**/*", lambda route: route.fulfill(body=kapot, content_type="text/html"))
        page.goto("http://127.0.0.1/")
        page.wait_for_function("window.__x === 1")
        gevonden = page.evaluate(LOOK)
    assert gevonden[0] == "a script ran"
    assert {"IMG onerror", "A href=javascript:1", "A href=data:text/html,1"} <= set(gevonden)


def test_pictures_and_feeds_hold_no_script(site_):
    bestanden = [pad for pad in site_.rglob("*") if pad.suffix in (".svg", ".xml")]
    assert len(bestanden) > 10
    for pad in bestanden:
        for element in etree.parse(pad).iter(etree.Element):
            kenmerken = {etree.QName(naam).localname: waarde for naam, waarde in element.attrib.items()}
            assert etree.QName(element).localname not in {"script", "foreignObject", "iframe", "image"}, pad
            assert not [naam for naam in kenmerken if naam.startswith("on")], pad
            assert not re.match(r"(?i)\s*(javascript|vbscript|data|file):", kenmerken.get("href", "")), pad


def test_every_data_file_is_read_by_its_own_program(site_):
    for pad in site_.rglob("*.*json"):
        json.loads(pad.read_text(encoding="utf-8"))
    bestanden = list(site_.rglob("*.docx"))
    assert bestanden
    for pad in bestanden:
        doc = Document(str(pad))
        assert doc.element.body is not None
        velden = [deel.text for deel in doc.element.iter("{*}instrText")]
        velden += [deel.get(deel.tag.replace("fldSimple", "instr")) for deel in doc.element.iter("{*}fldSimple")]
        assert all(re.fullmatch(r"\s*(PAGE|NUMPAGES)\s*", veld or "") for veld in velden), (pad.name, velden)
        doelen = [r.target_ref for deel in doc.part.package.iter_parts() for r in deel.rels.values() if r.is_external]
        assert all(re.match("https://|mailto:", doel) for doel in doelen), (pad.name, doelen)


def formules(map_, naam, inhoud):
    """The formulas that LibreOffice Calc sees in a CSV file; formulas are looked for as eagerly as it can."""
    (map_ / naam).write_bytes(inhoud)
    profiel = f"-env:UserInstallation=file://{map_ / 'profiel'}"
    filter_ = "--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,-1,true"
    opdracht = ["soffice", profiel, "--headless", filter_, "--convert-to", "fods", "--outdir", str(map_), naam]
    subprocess.run(opdracht, cwd=map_, capture_output=True, check=True)
    uit = etree.parse(map_ / f"{naam.removesuffix('.csv')}.fods", etree.XMLParser(huge_tree=True))
    gevonden = list(uit.iter("{*}table-cell"))
    assert gevonden
    return [deel.get(naam) for deel in gevonden for naam in deel.attrib if naam.endswith("}formula")]


def test_no_cell_of_a_table_is_a_formula(site_, tmp_path):
    bestanden = list(site_.rglob("*.csv"))
    assert bestanden
    for pad in bestanden:
        inhoud = pad.read_bytes()
        cellen = [cel for rij in csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";") for cel in rij]
        assert not [cel for cel in cellen if cel.startswith(FORMULE)]
        assert {cel[1] for cel in cellen if cel.startswith("'")} == set("=+-@"), "the poison is not in this table"
        blad = formules(tmp_path, pad.name.replace(".csv", "-t.csv"), inhoud)
        assert blad == []


def test_every_formula_is_made_harmless_and_would_run_otherwise(tmp_path):
    alle = TEKSTEN["formule"]
    los = "\r\n".join('"' + tekst.replace('"', '""') + '"' for tekst in alle).encode()
    assert len(formules(tmp_path, "los.csv", los)) >= 3
    assert formules(tmp_path, "veilig.csv", tabel([[tekst] for tekst in alle])) == []
