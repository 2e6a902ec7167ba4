"""The two calls with which we write what python-docx has no words for."""

from __future__ import annotations

from typing import Any


def qn(naam: str) -> str:
    """`w:p` with the namespace written out."""
    from docx.oxml import ns  # slow to import, needed only here

    return ns.qn(naam)


def element(naam: str, **waarden: str) -> Any:
    """An element of Word, its attributes in the namespace of Word."""
    from docx.oxml import OxmlElement

    nieuw = OxmlElement(naam)
    for sleutel, waarde in waarden.items():
        nieuw.set(qn(f"w:{sleutel}"), waarde)
    return nieuw
