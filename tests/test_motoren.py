"""One tree, two engines: what our blocks say is the same whether MkDocs or Zensical builds the site."""

import shutil
import subprocess
import sys

from bs4 import BeautifulSoup

from tests.project import WORTEL, bouw


def blokken(site):
    """Address → the words of our blocks on that page."""
    gevonden = {}
    for pad in sorted(site.rglob("index.html")):
        pagina = BeautifulSoup(pad.read_text(encoding="utf-8"), "html.parser")
        gevonden[str(pad.parent.relative_to(site))] = [b.get_text(" ", strip=True) for b in pagina.select(".kb-blok")]
    return gevonden


def test_both_engines_print_the_same_words(project):
    mkdocs = blokken(bouw(project, "site-mkdocs"))
    shutil.copy(WORTEL / "tests/zensical.yml", project / "zensical.yml")
    opdracht = [sys.executable, "-m", "zensical", "build", "--clean", "-f", "zensical.yml"]
    uit = subprocess.run(opdracht, cwd=project, capture_output=True, text=True, check=False)
    assert uit.returncode == 0, uit.stdout + uit.stderr
    zensical = blokken(project / "site")
    assert sum(map(len, mkdocs.values())) > 20
    assert zensical == mkdocs
