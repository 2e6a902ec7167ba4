"""What is kept of every published version: the site in one file, the list of its parts, and the sums of both."""

from __future__ import annotations

import gzip
import hashlib
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from macros.build import wissel
from macros.messages import BOUW
from macros.slot import pakketten

SITE, ONDERDELEN, SOMMEN = "site.tar.gz", "onderdelen.cdx.json", "SHA256SUMS"


class Archieffout(Exception):
    """What is kept is not what was put away; the message is for the terminal."""


def bewaar(site: Path, slot: Path, map_: Path) -> None:
    """Writes three files in `map_`, equal for an equal site: the site, its parts from `slot`, and their SHA-256.

    Raises Archieffout, and writes nothing, where there is no site.
    """
    if not (site / "index.html").is_file():
        raise Archieffout(BOUW["geen-site"].format(site=site))
    map_.mkdir(parents=True, exist_ok=True)
    _pak(site, map_ / SITE)
    (map_ / ONDERDELEN).write_text(onderdelen(slot), encoding="utf-8")
    _tel(map_)


def zet_terug(map_: Path, doel: Path) -> None:
    """Puts the site kept in `map_` in the place of `doel`, all at once.

    Raises Archieffout, with `doel` as it was, when a file is missing or is not the one that was put away.
    """
    controleer(map_)
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".terug-", dir=doel.parent) as tijdelijk:
        try:
            with tarfile.open(map_ / SITE) as tar:
                tar.extractall(tijdelijk, filter=_van_nu)
        except tarfile.TarError as fout:
            raise Archieffout(BOUW["archief-leeg"].format(map=map_, fout=fout)) from None
        wissel(Path(tijdelijk) / "site", doel)


def onderdelen(slot: Path) -> str:
    """The packages of a lock file as CycloneDX 1.6 (JSON), in order of name."""
    from cyclonedx.model.bom import Bom  # only who keeps a version has it installed
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output.json import JsonV1Dot6
    from packageurl import PackageURL

    bom = Bom(serial_number=uuid5(NAMESPACE_URL, slot.read_text(encoding="utf-8")))
    bom.metadata.timestamp = datetime(1980, 1, 1, tzinfo=UTC)  # as in our Word files: equal parts, equal bytes
    for naam, versie in pakketten(slot):
        purl = PackageURL("pypi", name=naam, version=versie)
        deel = Component(name=naam, version=versie, type=ComponentType.LIBRARY, purl=purl, bom_ref=str(purl))
        bom.components.add(deel)
    return JsonV1Dot6(bom).output_as_string(indent=2)


def _pak(site: Path, doel: Path) -> None:
    """A tar file without clock or owner."""
    with (
        doel.open("wb") as uit,
        gzip.GzipFile("", "wb", 6, uit, mtime=0) as zip_,
        tarfile.open(fileobj=zip_, mode="w") as tar,
    ):
        for pad in sorted(pad for pad in site.rglob("*") if pad.is_file()):
            deel = tarfile.TarInfo(f"site/{pad.relative_to(site).as_posix()}")
            deel.size = pad.stat().st_size
            with pad.open("rb") as bestand:
                tar.addfile(deel, bestand)


def _van_nu(deel: tarfile.TarInfo, doel: str) -> tarfile.TarInfo | None:
    """Nothing outside the folder, and the time of now: nginx tells versions apart by it."""
    veilig = tarfile.data_filter(deel, doel)
    return veilig and veilig.replace(mtime=None)


def _tel(map_: Path) -> None:
    sommen = (f"{_som(map_ / naam)}  {naam}\n" for naam in (SITE, ONDERDELEN))  # as `sha256sum --check` reads it
    (map_ / SOMMEN).write_text("".join(sommen), encoding="utf-8")


def _som(pad: Path) -> str:
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def controleer(map_: Path) -> None:
    """Raises Archieffout when a file in `map_` is missing or is not the one that was put away."""
    try:
        sommen = (map_ / SOMMEN).read_text(encoding="utf-8")
        paren = [regel.split("  ", 1) for regel in sommen.splitlines()]
        anders = [naam for som, naam in paren if _som(map_ / naam) != som]
    except (OSError, ValueError) as fout:
        raise Archieffout(BOUW["archief-leeg"].format(map=map_, fout=fout)) from None
    if anders or SITE not in [naam for _, naam in paren]:
        raise Archieffout(BOUW["archief-anders"].format(map=map_, namen=", ".join(anders) or SITE))
