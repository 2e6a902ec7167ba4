"""What an editor and the keeper of the site may expect of a build."""

import json
import re

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.papier import Pdf, letters
from tests.project import WORTEL, afdruk, bouw, draai, kopie

NIEUW = """\
id: nieuwe-route-oost
naam: Nieuwe route Oost
actualiteit: niet-bevestigd
in_verkenning: later
gecontroleerd_op: 2026-11-21
bevestigd_door_aanbieder_op: {onbekend: "De school is nog niet gevraagd."}
schooljaar: 2025-2026
bronnen:
  - {bron: verkenning-2021, plaats: voorbeeld in een test}
school: montessori-lyceum-oostpoort
instelling: roc-van-amsterdam
type_verkenning: gestapeld
wettelijke_vorm: geen-wettelijke-vorm
leerwegen: [kader]
mbo_niveau: [3]
vmbo_diploma: behouden
opleidingen: []
"""


@pytest.fixture
def project(tmp_path):
    return kopie(tmp_path)


def tekst(site, adres):
    return BeautifulSoup((site / adres / "index.html").read_text(encoding="utf-8"), "html.parser").article.get_text(" ")


def test_a_fifth_route_is_one_new_file(project):
    (project / "data/routes/nieuwe-route-oost.yml").write_text(NIEUW, encoding="utf-8")
    site = bouw(project)
    assert "Gegevens uit schooljaar 2025-2026" in tekst(site, "leerroutes/nieuwe-route-oost")
    for adres in ("leerroutes", "scholen/montessori-lyceum-oostpoort", "stadsdelen/oost", "zoeken", "."):
        assert "Nieuwe route Oost" in tekst(site, adres), adres
    assert f"{1 + len(list((WORTEL / 'data/routes').glob('*.yml')))} routes op" in tekst(site, "leerroutes")
    paginas = json.loads((site / "zoeken/index.json").read_text())["paginas"]
    assert [adres for adres, titel, *_ in paginas if "nieuwe route" in titel.lower()] == [
        "leerroutes/nieuwe-route-oost/"
    ]
    assert "leerroutes/nieuwe-route-oost/" in (site / "sitemap.xml").read_text()


def test_a_route_that_is_gone_leaves_no_page_behind(project):
    extra = project / "data/routes/nieuwe-route-oost.yml"
    extra.write_text(NIEUW, encoding="utf-8")
    bouw(project)
    extra.unlink()
    assert not (bouw(project) / "leerroutes/nieuwe-route-oost").exists()


@pytest.mark.parametrize("kapot", ["record", "pagina"])
def test_a_failing_build_leaves_the_old_site_untouched(project, kapot):
    site = bouw(project)
    voor = afdruk(site)
    if kapot == "record":
        pad = project / "data/routes/calvijn-vakmanschapsroute.yml"
        pad.write_text(
            pad.read_text(encoding="utf-8").replace("schooljaar: 2020-2021", "schooljaar: 2020-2022", 1),
            encoding="utf-8",
        )
    else:
        (project / "docs/over.md").write_text("# Over\n\n[weg](bestaat-niet.md)\n", encoding="utf-8")
    uit = draai(project, "build")
    assert uit.returncode == 1
    assert "Traceback" not in uit.stdout + uit.stderr
    assert ("2020-2022" if kapot == "record" else "bestaat-niet.md") in uit.stdout
    assert afdruk(site) == voor
    assert not list(project.glob(".bouw-*"))


def test_two_builds_in_two_folders_are_equal_byte_for_byte(tmp_path):
    een, ander = tmp_path / "een", tmp_path / "een andere map"
    een.mkdir()
    ander.mkdir()
    assert afdruk(bouw(kopie(een))) == afdruk(bouw(kopie(ander)))


def test_publishing_is_refused_while_the_publisher_is_not_settled(project):
    uit = draai(project, "build", "--publiceren")
    assert uit.returncode == 1
    assert "uitgever" in uit.stdout
    assert not (project / "site").exists()


def test_a_build_of_a_placeholder_says_so_on_every_page(project):
    site = bouw(project)
    paginas = list(site.rglob("*.html"))
    assert len(paginas) > 20
    assert all("Proefversie" in pagina.read_text(encoding="utf-8") for pagina in paginas)


# --- text of an editor never becomes code

GIF = "{{7919*6841}}"
# Codes, dates, numbers and addresses have a pattern of their own; every other text field gets the canary.
PATROON = re.compile(
    r"[a-z0-9_-]+(/[a-z0-9-]+)*/?|[a-z0-9_]+(\.[a-z0-9_]+)+|\d{4}-\d{2}-\d{2}|\d{4}-\d{4}|\d[\d.]*|https://\S+|[1-9]\d{3}[A-Z]{2}|\d\d[A-Z]{2}\d\d"
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
    *(f"waarden.{soort}" for soort in ("opleidingen", "duur")),
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


# Text fields whose text may be no more than digits or a code.
TEKST_MET_CIJFERS = re.compile(r"(nummer_tabel_1|wanneer|artikel|versie|rijen\.\d+\.\d+)$")
BEPALING = re.compile(r"^data/overeenkomst/.*\.(leden|aanhef|slot)\.\d+$")


class Vergiftiger:
    """Puts a canary with a number of its own in every text field of every record."""

    def __init__(self):
        self.velden = {}

    def __call__(self, waarde, pad):
        if isinstance(waarde, dict):
            return {naam: self(deel, f"{pad}.{naam}") for naam, deel in waarde.items()}
        if isinstance(waarde, list):
            return [self(deel, f"{pad}.{n}") for n, deel in enumerate(waarde)]
        if not isinstance(waarde, str) or (PATROON.fullmatch(waarde) and not TEKST_MET_CIJFERS.search(pad)):
            return waarde
        if pad.startswith("data/overeenkomst/") and ".als." in pad:
            return waarde
        merk = f"kanarie{len(self.velden):05}"
        self.velden[merk] = pad
        # in the text of a clause braces mark a blank, and any other brace is refused
        gif = "" if BEPALING.search(pad) else f" {GIF}"
        return f"{waarde}{gif} {merk}"


def vergiftig(project):
    gif = Vergiftiger()
    for pad in sorted(pad for pad in (project / "data").rglob("*.yml") if "_sjabloon" not in pad.parts):
        gelezen = yaml.load(pad.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if pad.stem == "weergave":
            gelezen = {groep: gif(deel, f"weergave.{groep}") for groep, deel in gelezen.items()}
        else:
            gelezen = gif(gelezen, str(pad.relative_to(project)))
        pad.write_text(schrijf_yaml(gelezen), encoding="utf-8")
    return gif.velden


def schrijf_yaml(waarde):
    """YAML in which every text that needs it is quoted and codes and numbers are not."""

    class Schrijver(yaml.SafeDumper):
        pass

    Schrijver.add_representer(
        str, lambda d, s: d.represent_scalar("tag:yaml.org,2002:str", s, style=None if PATROON.fullmatch(s) else '"')
    )
    Schrijver.yaml_implicit_resolvers = {}
    return yaml.dump(waarde, Dumper=Schrijver, allow_unicode=True, sort_keys=False, width=10**6)


def test_template_marks_in_any_text_field_are_printed_and_never_evaluated(project):
    velden = vergiftig(project)
    assert len(velden) > 600
    site = bouw(project)
    alles = "\n".join(
        pad.read_text(encoding="utf-8") for pad in site.rglob("*") if pad.suffix in (".html", ".json", ".xml")
    )
    alles += "".join(letters(Pdf(pad.read_bytes()).tekst()) for pad in (site / "factsheets").glob("*.pdf"))
    assert alles.count("54173879") == 0
    assert alles.count(GIF) > len(velden)
    weg = {pad.removeprefix("weergave.") for merk, pad in velden.items() if merk not in alles}
    print("\n".join(sorted(weg)))
    assert weg <= NIET_GETOOND
