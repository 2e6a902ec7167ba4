"""Remarks and issues in the repository, through GitHub's own command line program `gh`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any


class Githubfout(Exception):
    """`gh` could not do it; the message is what it said."""


def gh(*opdracht: str, invoer: str | None = None) -> str:
    """What `gh` answers. It reads its key from GH_TOKEN. Raises Githubfout."""
    try:
        uit = subprocess.run(["gh", *opdracht], input=invoer, capture_output=True, text=True, check=False)
    except OSError as fout:
        raise Githubfout(str(fout)) from None
    if uit.returncode:
        raise Githubfout(uit.stderr.strip())
    return uit.stdout


def _api(pad: str, methode: str = "GET", **velden: Any) -> Any:
    invoer = json.dumps(velden) if velden else None
    extra = ["--input", "-"] if velden else ["--paginate", "--slurp"]
    return json.loads(
        gh("api", f"repos/{{owner}}/{{repo}}/{pad}", "--method", methode, *extra, invoer=invoer) or "null"
    )


def _alle(pad: str) -> list[dict[str, Any]]:
    return [deel for bladzij in _api(pad) for deel in bladzij]


def plaats_opmerking(nummer: int, tekst: str, merk: str) -> None:
    """One remark at a pull request: that of an earlier run, known by `merk`, is replaced."""
    eigen = [deel for deel in _alle(f"issues/{nummer}/comments") if deel["body"].startswith(merk)]
    if eigen:
        _api(f"issues/comments/{eigen[0]['id']}", "PATCH", body=tekst)
    else:
        _api(f"issues/{nummer}/comments", "POST", body=tekst)


def plaats_issue(titel: str, tekst: str, merk: str) -> None:
    """One open issue, known by `merk`: made, rewritten, or closed when there is nothing to say (`tekst` empty)."""
    open_ = [deel for deel in _alle("issues?state=open") if (deel.get("body") or "").startswith(merk)]
    if open_ and tekst:
        _api(f"issues/{open_[0]['number']}", "PATCH", title=titel, body=f"{merk}\n{tekst}")
    elif open_:
        _api(f"issues/{open_[0]['number']}", "PATCH", state="closed")
    elif tekst:
        _api("issues", "POST", title=titel, body=f"{merk}\n{tekst}")


def plaats_versie(versie: str, kop: str, tekst: str, bestanden: list[Path]) -> None:
    """A release with these files, and its tag at the commit `kop`."""
    gh("release", "create", versie, *map(str, bestanden), "--target", kop, "--title", versie, "--notes", tekst)


def haal_versie(versie: str, map_: Path) -> None:
    """The files of a release, in `map_`."""
    map_.mkdir(parents=True, exist_ok=True)
    gh("release", "download", versie, "--dir", str(map_), "--clobber")
