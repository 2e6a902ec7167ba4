"""The built site, its address and a browser, for every test that asks for them."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from tests.browser import harness
from tests.project import bouw, draai, kopie


@contextmanager
def once_a_run(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder of both workers, to be made by the first; the second waits for it."""
    root = factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the system lets go of it when a worker dies
        yield root / name


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once per run."""
    with once_a_run(tmp_path_factory, "site") as target:
        if not target.exists():  # the build puts the folder there at once, when all is well
            try:
                harness.build(target)
            except harness.BuildError as error:  # every test gets this, so only the beginning
                pytest.fail("\n".join(str(error).splitlines()[:12]), pytrace=False)
    return target


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its fact sheets, made once a run; for `project`, and to read."""
    with once_a_run(tmp_path_factory, "project") as ready:
        if not ready.exists():
            making = ready.with_name("project-in-the-making")
            shutil.rmtree(making, ignore_errors=True)  # what an earlier test could not finish
            done = draai(kopie(making), "generate")
            assert done.returncode == 0, done.stdout + done.stderr
            making.rename(ready)
    return ready


@pytest.fixture
def project(tmp_path: Path, generated: Path) -> Path:
    """A copy of the project to change and build."""
    return shutil.copytree(generated, tmp_path, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def copied_site(tmp_path_factory: pytest.TempPathFactory, generated: Path) -> Path:
    """The site of such a copy, unchanged and on the fixed day, built once a run."""
    with once_a_run(tmp_path_factory, "copied-site") as folder:
        if not (folder / "site").exists():
            shutil.rmtree(folder, ignore_errors=True)
            bouw(shutil.copytree(generated, folder))
    return folder / "site"


@pytest.fixture(scope="session")
def adres(site: Path) -> Iterator[str]:
    """Where the site can be opened; ends in a slash."""
    with harness.serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, one per worker."""
    with sync_playwright() as playwright:
        chromium = harness.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def paginas(site: Path) -> list[str]:
    """Every page, relative to `adres`: what stands in sitemap.xml, and the page for a wrong address."""
    return harness.addresses(site)


@pytest.fixture(scope="session")
def soups(site: Path, paginas: list[str]) -> dict[str, BeautifulSoup]:
    """The markup of every page, for who only reads it."""
    texts = ((address, harness.file_of(site, address).read_text(encoding="utf-8")) for address in paginas)
    return {address: BeautifulSoup(text, "html.parser") for address, text in texts}


@pytest.fixture(scope="session")
def soorten(site: Path) -> list[str]:
    """One page of each kind, the longest."""
    return harness.kinds(site)
