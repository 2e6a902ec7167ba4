"""The theme's style sheet without the rules that no page of ours can meet: four fifths of it."""

from __future__ import annotations

import re
from pathlib import Path

import tinycss2

from macros.render import material_stijl

KLASSE = re.compile(r"\.((?:[\w-]|\\.)+)")
# What a rule says of an element that is not meant does not make it ours.
NIET = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")


def schrijf(site: Path) -> None:
    """Makes the style sheet of the theme in the built site smaller; needs every page to be there."""
    blad = site / "assets/stylesheets" / material_stijl().name
    gebruikt = _gebruikt(site)
    blad.write_text(zonder(blad.read_text(encoding="utf-8"), gebruikt), encoding="utf-8")
    for ander in blad.parent.glob("palette.*.css"):  # our own colours
        ander.unlink()


def zonder(css: str, klassen: set[str]) -> str:
    """A style sheet without the selectors that ask for a class that is not in `klassen`."""
    return _regels(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), klassen)


def _gebruikt(site: Path) -> set[str]:
    """Every class on a page, and every word of our scripts, which may set one."""
    lijsten = (re.findall(r'class="([^"]*)"', pad.read_text(encoding="utf-8")) for pad in site.rglob("*.html"))
    scripts = (re.findall(r"[\w-]+", pad.read_text(encoding="utf-8")) for pad in (site / "javascripts").rglob("*.js"))
    return {k for lijst in lijsten for deel in lijst for k in deel.split()} | {k for lijst in scripts for k in lijst}


def _regels(regels: list, klassen: set[str]) -> str:
    return "".join(_regel(regel, klassen) for regel in regels)


def _regel(regel, klassen: set[str]) -> str:
    if regel.type == "qualified-rule":
        kiezers = _splits(tinycss2.serialize(regel.prelude))
        over = [kiezer for kiezer in kiezers if set(KLASSE.findall(NIET.sub("", kiezer))) <= klassen]
        return f"{','.join(over)}{{{tinycss2.serialize(regel.content)}}}" if over else ""
    if regel.type == "at-rule" and regel.lower_at_keyword in ("media", "supports") and regel.content:
        binnen = _regels(tinycss2.parse_rule_list(regel.content, skip_comments=True, skip_whitespace=True), klassen)
        return f"@{regel.at_keyword}{tinycss2.serialize(regel.prelude)}{{{binnen}}}" if binnen else ""
    return regel.serialize()


def _splits(kiezer: str) -> list[str]:
    """A list of selectors at its commas, but not at those between brackets."""
    delen, diep = [""], 0
    for teken in kiezer:
        diep += (teken == "(") - (teken == ")")
        if teken == "," and not diep:
            delen.append("")
        else:
            delen[-1] += teken
    return delen
