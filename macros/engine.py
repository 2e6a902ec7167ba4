"""MkDocs as a library: the whole site, or one page of it (for `serve`)."""

from __future__ import annotations

import io
import logging
import os
from pathlib import Path

from mkdocs.commands.build import build as bouw_alles
from mkdocs.commands.build import get_context, set_exclusions
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.blokken import Blokken

WORTEL = Path(__file__).resolve().parent.parent
INSTELLINGEN = str(WORTEL / "mkdocs.yml")


class Weigering(Exception):
    """MkDocs refuses the site; the message is what it said."""


def bouw(site: Path) -> None:
    """Runs MkDocs on docs/; its warnings are mistakes. Raises Weigering."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    gezegd = io.StringIO()
    luisteraar = logging.StreamHandler(gezegd)
    luisteraar.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(luisteraar)
    logger.propagate = False
    try:
        config = _instellingen(strict=True, site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        bouw_alles(config)
    except Abort as fout:
        raise Weigering(f"{gezegd.getvalue()}{fout}") from None
    finally:
        logger.removeHandler(luisteraar)


def _instellingen(**anders: object) -> MkDocsConfig:
    config = load_config(INSTELLINGEN, **anders)
    config.markdown_extensions.append(Blokken())
    return config


class Engine:
    """MkDocs with the pages of docs/ at hand, to make one at a time."""

    def __init__(self) -> None:
        """Reads the settings, the theme and the list of pages; raises Datafout on a mistake in data/."""
        config = _instellingen()
        config.plugins.on_startup(command="serve", dirty=False)
        self.config = config.plugins.on_config(config)
        omgeving = config.theme.get_env()
        files = get_files(config)
        files.add_files_from_theme(omgeving, config)
        self.files = config.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        self.nav = config.plugins.on_nav(get_navigation(self.files, config), config=config, files=self.files)
        self.omgeving = config.plugins.on_env(omgeving, config=config, files=self.files)
        self.per_adres = {file.url.removeprefix("./"): file for file in self.files.documentation_pages()}

    def ververs(self) -> None:
        """Takes over what changed in data/, for the pages that are there."""
        self.config = self.config.plugins.on_config(self.config)

    def pagina(self, adres: str) -> str | None:
        """The page at an address (`leerroutes/x/`, or empty) as it is now; None when there is no such page."""
        file = self.per_adres.get(adres)
        return self._maak(file) if file else None

    def _maak(self, file: File) -> str:
        config, files = self.config, self.files
        page = file.page or Page(None, file, config)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        page.render(config, files)
        page.active = True
        context = get_context(self.nav, files, config, page)
        html = self.omgeving.get_template("main.html").render(context)
        page.active = False
        return html
