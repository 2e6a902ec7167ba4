"""One tree, two engines: what our blocks say is the same whether MkDocs or Zensical builds the site."""

import shutil

from bs4 import BeautifulSoup

from tests.project import WORTEL, draai


def blokken(site):
    """Address → the words of our blocks on that page."""
    gevonden = {}
    for pad in sorted(site.rglob("index.html")):
        pagina = BeautifulSoup(pad.read_text(encoding="utf-8"), "html.parser")
        gevonden[str(pad.parent.relative_to(site))] = [b.get_text(" ", strip=True) for b in pagina.select(".kb-blok")]
    return gevonden


def test_both_engines_print_the_same_words(project, copied_site):
    mkdocs = blokken(copied_site)
    shutil.copy(WORTEL / "tests/zensical.yml", project / "zensical.yml")
    uit = draai(project, "build", "--clean", "-f", "zensical.yml", module="zensical")
    assert uit.returncode == 0, uit.stdout + uit.stderr
    zensical = blokken(project / "site")
    assert sum(map(len, mkdocs.values())) > 20
    assert zensical == mkdocs
