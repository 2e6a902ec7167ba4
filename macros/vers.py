"""Pages as they are now, for `serve`: a process of its own that keeps the Kennisbank and MkDocs at hand.

It is started again when Python changes; a mistake in data/ leaves what it had.
"""

from __future__ import annotations

import traceback
from multiprocessing.connection import Connection

from macros import export_stubs
from macros.build import WORTEL, leg_vast
from macros.engine import Engine
from macros.kennisbank import Datafout, Kennisbank, kennisbank
from macros.verslag import verslag


class Vers:
    """The last good Kennisbank, and MkDocs with its pages."""

    def __init__(self) -> None:
        self.kb: Kennisbank | None = None
        self.engine: Engine | None = None
        self.paginas: list[str] = []

    def ververs(self) -> str:
        """Takes over what changed in data/ and docs/; what is wrong, in words, or nothing."""
        try:
            kb = kennisbank()
        except Datafout as fout:
            return verslag(fout.meldingen, fout.bestanden)
        leg_vast()
        if kb is not self.kb:
            export_stubs.schrijf(kb, WORTEL / "docs")
        paginas = sorted(str(pad) for pad in (WORTEL / "docs").rglob("*.md"))
        if self.engine is None or paginas != self.paginas:
            self.engine, self.paginas = Engine(), paginas
        else:
            self.engine.ververs()
        self.kb = kb
        return ""

    def pagina(self, adres: str) -> str | None:
        """The page at an address; None when there is none, or nothing good was read yet."""
        return self.engine.pagina(adres) if self.engine else None


def werk(verbinding: Connection) -> None:
    """Answers ("ververs",) and ("pagina", adres) until the other side hangs up; a crash is an answer too."""
    vers = Vers()
    while True:
        try:
            vraag, *gegevens = verbinding.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            verbinding.send((True, getattr(vers, vraag)(*gegevens)))
        except Exception:
            verbinding.send((False, traceback.format_exc()))
