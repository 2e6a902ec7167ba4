"""python -m macros check | schema | diff | pr | generate | build | serve: what the Makefile calls."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from macros import opdrachten_uitgave
from macros.checks import controleer
from macros.export_schema import schrijf, verouderd
from macros.geschiedenis import Gitfout, Stand, nu, splitsing, toen
from macros.github import Githubfout
from macros.inlezen import lees_alles
from macros.kennisbank import DATA, Datafout
from macros.messages import BOUW
from macros.messages_wijziging import ANTWOORD, PR, WEKELIJKS, WIJZIGING
from macros.verslag import bedoelt, verslag


def check(opties: argparse.Namespace) -> int:
    """Checks data/ only and writes nothing; exit 1 when there is a mistake."""
    inlezing = lees_alles(opties.data)
    meldingen = controleer(inlezing, date.today())
    if opties.data == DATA:
        meldingen += verouderd(DATA)
    print(verslag(meldingen, inlezing.bestanden))
    return int(any(melding.ernst == "fout" for melding in meldingen))


def schema(opties: argparse.Namespace) -> int:
    """Renews data/_schema/ and data/_sjabloon/ after a change of the model."""
    schrijf(DATA)
    return 0


def diff(opties: argparse.Namespace) -> int:
    """What changed in data/ since a branch, tag or commit, in words."""
    from macros.wijzigingen import wijzigingen

    zinnen = [wijziging.zin() for wijziging in wijzigingen(*_standen(opties.basis))]
    print("\n".join(zinnen) or WIJZIGING["geen"])
    return 0


def pr(opties: argparse.Namespace) -> int:
    """What a pull request on a branch, tag or commit would be told; exit 1 when there is a mistake."""
    from macros import pr as oordelen

    oordeel = oordelen.beoordeel(*_standen(opties.basis), date.today())
    opties.naar.mkdir(parents=True, exist_ok=True)
    (opties.naar / "opmerking.md").write_text(oordelen.opmerking(oordeel), encoding="utf-8")
    (opties.naar / "voorbeeld.html").write_text(oordelen.pagina(oordeel), encoding="utf-8")
    if samenvatting := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(samenvatting).open("a", encoding="utf-8") as bestand:
            bestand.write(oordelen.opmerking(oordeel))
    if os.environ.get("GITHUB_ACTIONS"):
        print("\n".join(oordelen.aantekeningen(oordeel)))
    print(oordelen.opmerking(oordeel))
    print(PR["klaar"].format(naar=opties.naar) if oordeel.voorbeeld else PR["geen_voorbeeld"])
    return int(bool(oordeel.fouten))


def opmerking(opties: argparse.Namespace) -> int:
    """Places the remark that `pr` wrote at pull request NUMMER; an earlier one is replaced."""
    from macros.github import plaats_opmerking

    plaats_opmerking(opties.nummer, (opties.map / "opmerking.md").read_text(encoding="utf-8"), PR["merk"])
    return 0


def wekelijks(opties: argparse.Namespace) -> int:
    """The weekly lists; with --plaatsen as issues in the repository, else printed."""
    from macros import wekelijks as week
    from macros.github import plaats_issue
    from macros.kennisbank import kennisbank

    kb, vandaag = kennisbank(), date.today()
    lijsten = (week.links(kb), week.feiten(kb, vandaag), week.pakketten(), week.lekken(), week.einddatums(vandaag))
    for lijst in lijsten:
        if opties.plaatsen:
            plaats_issue(lijst.titel, lijst.tekst(), lijst.merk)
        print(WEKELIJKS["klaar"].format(titel=lijst.titel, aantal=len(lijst.regels)))
        print(lijst.tekst())
    return 0


def jaarronde(opties: argparse.Namespace) -> int:
    """Writes the yearly form of SCHOOL (or of all) as a Word file in --naar."""
    from macros.export_jaarronde import bestand
    from macros.kennisbank import kennisbank

    kb = kennisbank()
    if opties.school and opties.school not in kb.scholen:
        nabij = bedoelt(opties.school, kb.scholen)
        vraag = ANTWOORD["bedoelt"].format(school=nabij) if nabij else ""
        print(ANTWOORD["school"].format(school=opties.school, bedoelt=vraag))
        return 1
    scholen = [opties.school] if opties.school else [s for s in kb.scholen if kb.routes_van_school(s)]
    for school in scholen:
        print(ANTWOORD["gemaakt"].format(bestand=bestand(kb, date.today(), school, opties.naar)))
    return 0


def antwoord(opties: argparse.Namespace) -> int:
    """Takes over a yearly form that came back; all or nothing."""
    from macros.antwoord import Antwoordfout, Herkomst, verwerk
    from macros.kennisbank import kennisbank
    from macros.word import antwoorden

    try:
        gegeven = antwoorden(opties.formulier.read_bytes())
    except (OSError, ValueError):
        print(ANTWOORD["geen-word"].format(bestand=opties.formulier))
        return 1
    try:
        herkomst = Herkomst(opties.bron, opties.schooljaar, opties.dag)
        uitkomst = verwerk(kennisbank(), DATA.parent, gegeven, herkomst)
    except Antwoordfout as fout:
        print(f"✗ {fout}")
        return 1
    if uitkomst.meldingen:
        print(verslag(uitkomst.meldingen, 0), ANTWOORD["fout"], sep="\n\n")
        return 1
    for naam, inhoud in uitkomst.stand.items():
        (DATA.parent / naam).write_bytes(inhoud)
    for kop, zinnen in ((ANTWOORD["gedaan"], uitkomst.gedaan), (ANTWOORD["te-doen"], uitkomst.zelf)):
        if zinnen:
            print(kop, *(f"- {zin}" for zin in zinnen), sep="\n")
    if not uitkomst.gedaan and not uitkomst.zelf:
        print(ANTWOORD["niets"])
    return 0


def _standen(basis: str) -> tuple[Stand, Stand]:
    """data/ where this branch left `basis`, and data/ now; raises Gitfout."""
    wortel = DATA.parent
    try:
        return toen(wortel, splitsing(wortel, basis)), nu(wortel)
    except Gitfout as fout:
        raise Gitfout(WIJZIGING["basis"].format(basis=basis, fout=fout)) from None


def generate(opties: argparse.Namespace) -> int:
    """Writes what is generated under docs/."""
    from macros.build import genereer

    genereer()
    return 0


def build(opties: argparse.Namespace) -> int:
    """Builds the whole site in --naar; `--publiceren` refuses a publisher that is not settled."""
    from macros.build import Bouwfout, bouw, site_adres
    from macros.kennisbank import kennisbank
    from macros.publiceren import bezwaar

    if opties.publiceren and (reden := bezwaar(kennisbank(), DATA.parent, site_adres(), opties.minder_records)):
        print(reden)
        return 1
    try:
        kb = bouw(opties.naar.resolve())
    except Bouwfout as fout:
        print(f"{BOUW['mislukt']}\n\n{fout}")
        return 1
    print(BOUW["klaar"].format(routes=len(kb.routes), naar=opties.naar))
    return 0


def serve(opties: argparse.Namespace) -> int:
    """Builds, serves and watches."""
    from macros.serve import serveer

    return serveer(opties.poort)


def main() -> int:
    """Runs one command; mistakes in data/ are printed, never a traceback."""
    lezer = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    opdrachten = lezer.add_subparsers(dest="opdracht", required=True)
    for opdracht in (
        check,
        schema,
        diff,
        pr,
        opmerking,
        wekelijks,
        jaarronde,
        antwoord,
        generate,
        build,
        *opdrachten_uitgave.ALLE,
        serve,
    ):
        deel = opdrachten.add_parser(opdracht.__name__, help=opdracht.__doc__)
        deel.set_defaults(doe=opdracht)
        if opdracht is check:
            deel.add_argument("--data", type=Path, default=DATA)
        if opdracht in (diff, pr):
            deel.add_argument("basis", metavar="BASE")
        if opdracht is pr:
            deel.add_argument("--naar", type=Path, default=Path("pr"))
        if opdracht is opmerking:
            deel.add_argument("nummer", type=int)
            deel.add_argument("--map", type=Path, default=Path("pr"))
        if opdracht is jaarronde:
            wie = deel.add_mutually_exclusive_group(required=True)
            wie.add_argument("school", nargs="?", metavar="SCHOOL")
            wie.add_argument("--alle", action="store_true")
            deel.add_argument("--naar", type=Path, default=Path("jaarronde"))
        if opdracht is antwoord:
            deel.add_argument("formulier", type=Path, metavar="FORMULIER.docx")
            deel.add_argument("--bron")
            deel.add_argument("--schooljaar")
            deel.add_argument("--dag", type=date.fromisoformat, default=date.today())
        if opdracht is wekelijks:
            deel.add_argument("--plaatsen", action="store_true")
        if opdracht is build:
            deel.add_argument("--naar", type=Path, default=Path("site"))
            deel.add_argument("--publiceren", action="store_true")
            deel.add_argument("--minder-records", action="store_true")
        if opdracht in opdrachten_uitgave.ALLE:
            opdrachten_uitgave.argumenten(opdracht, deel)
        if opdracht is serve:
            deel.add_argument("--poort", type=int, default=8000)
    opties = lezer.parse_args()
    try:
        return opties.doe(opties)
    except Datafout as fout:
        print(verslag(fout.meldingen, fout.bestanden))
        return 1
    except Gitfout as fout:
        print(fout)
        return 1
    except Githubfout as fout:
        print(WEKELIJKS["mislukt"].format(fout=fout))
        return 1


if __name__ == "__main__":
    sys.exit(main())
