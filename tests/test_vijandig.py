"""What somebody with bad intentions may put in a file of data/: refused with one message in Dutch, at once."""

import gc
import json
import re
import sys
import time

import pytest

from macros import __main__ as opdrachten
from macros.geschiedenis import nu
from tests.builders import FILES, geldige_data
from tests.project import WORTEL

GEVALLEN = json.loads((WORTEL / "tests/gevallen/vijandig.json").read_text(encoding="utf-8"))
ROUTE, SCHOOL = FILES["routes/voorbeeld.yml"], FILES["scholen/voorbeeldschool.yml"]
LANG = {"28 tienduizend tekens": "a" * 10_000, "28 lange woorden": ("a" * 199 + " ") * 11}


@pytest.fixture
def data(tmp_path):
    return geldige_data(tmp_path / "data")


@pytest.fixture
def check(data, monkeypatch, capsys):
    """Runs `make check` on the folder: exit status and messages. Refusing takes less than a second (an own demand)."""
    monkeypatch.setattr(sys, "argv", ["macros", "check", "--data", str(data)])

    def _check():
        gc.disable()  # or what all other tests left in this process is swept up in the time of this one
        begin = time.process_time()
        status = opdrachten.main()
        taken = time.process_time() - begin
        gc.enable()
        assert taken < 1
        *meldingen, _ = capsys.readouterr().out.rstrip("\n").split("\n\n")
        return status, [melding for melding in meldingen if melding.startswith("✗")]

    return _check


def geweigerd(uitkomst, bestand):
    """One mistake, that of this file, which says what stands there and what is expected."""
    status, meldingen = uitkomst
    assert status == 1
    assert len(meldingen) == 1, meldingen
    assert re.match(rf"✗ data/{re.escape(bestand)}, regel \d+ — ", meldingen[0])
    assert "Hier staat:" in meldingen[0]
    assert "Verwacht:" in meldingen[0]
    return True


def schrijf(data, bestand, tekst):
    (data / bestand).write_text(tekst, encoding="utf-8")


@pytest.mark.parametrize("geval", GEVALLEN["geweigerde_teksten"] | LANG)
@pytest.mark.parametrize("als_code", [False, True], ids=["gewoon", "als code"])
def test_a_text_that_may_harm_is_refused(geval, als_code, data, check):
    tekst = (GEVALLEN["geweigerde_teksten"] | LANG)[geval]
    # JSON is YAML between double quotes: any character may also be written as a code there
    geschreven = json.dumps(tekst, ensure_ascii=als_code).replace("\\u0000", "\\u0000" if als_code else "\0")
    schrijf(data, "routes/voorbeeld.yml", ROUTE.replace("naam: Voorbeeldroute", f"naam: {geschreven}"))
    assert geweigerd(check(), "routes/voorbeeld.yml")


@pytest.mark.parametrize("adres", GEVALLEN["adressen"])
def test_an_address_that_may_mislead_is_refused(adres, data, check):
    schrijf(data, "scholen/voorbeeldschool.yml", f"{SCHOOL}website: {json.dumps(adres, ensure_ascii=False)}\n")
    assert geweigerd(check(), "scholen/voorbeeldschool.yml")


@pytest.mark.parametrize("adres", GEVALLEN["goede_adressen"])
def test_a_plain_address_is_taken(adres, data, check):
    schrijf(data, "scholen/voorbeeldschool.yml", f"{SCHOOL}website: {json.dumps(adres)}\n")
    assert check() == (0, [])


@pytest.mark.parametrize("kenmerk", GEVALLEN["kenmerken"])
def test_an_id_that_leads_elsewhere_is_refused(kenmerk, data, check):
    # a word that is taken is refused under its own file name, too
    bestand = f"routes/{kenmerk if re.fullmatch('[a-z0-9]+', kenmerk) else 'voorbeeld'}.yml"
    (data / "routes/voorbeeld.yml").unlink()
    geschreven = json.dumps(kenmerk, ensure_ascii="\0" in kenmerk)
    schrijf(data, bestand, ROUTE.replace("id: voorbeeld", f"id: {geschreven}"))
    assert geweigerd(check(), bestand)


@pytest.mark.parametrize("geval", GEVALLEN["waarden"])
def test_a_value_that_programs_read_differently_is_refused(geval, data, check):
    regels = GEVALLEN["waarden"][geval]
    veld = regels.split(":")[0]
    schrijf(data, "routes/voorbeeld.yml", re.sub(rf"(?m)^{veld}: .*$", regels, ROUTE, count=1))
    assert geweigerd(check(), "routes/voorbeeld.yml")


@pytest.mark.parametrize("naar", ["/etc/passwd", "/proc/self/environ", "../../nergens.yml", "../scholen", "/"])
def test_a_link_out_of_the_folder_is_refused_and_never_read(naar, data, check):
    (data / "routes/koppeling.yml").symlink_to(naar)
    uitkomst = check()
    assert geweigerd(uitkomst, "routes/koppeling.yml")
    assert "root:" not in uitkomst[1][0]
    # what a pull request is told is made of this: the text of the link, not what it leads to
    assert nu(data.parent)["data/routes/koppeling.yml"] == naar.encode()
