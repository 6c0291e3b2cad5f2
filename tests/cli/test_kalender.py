"""Terms and releases as a file for a calendar: stable, without names, and never among the dossiers."""

import subprocess
import sys

import pytest
from icalendar import Calendar

from .conftest import PEILDATUM, environment


def events(data):
    return {str(one["uid"]): one for one in Calendar.from_ical(data).events}


def test_calendar_of_a_municipality_in_full(nazorg, regio, snapshot):
    outcome = nazorg("kalender", "--gemeente", "Gouda", cwd=regio)
    assert outcome.code == 0
    assert outcome.out.replace("\r\n", "\n") == snapshot
    assert (
        outcome.err
        == "nazorg: niet in de kalender: 1 actie met een termijn die niet te berekenen is, 1 vrijlating zonder datum.\n"
    )


def test_file_holds_what_a_pipe_gets_byte_for_byte(regio):
    command = [sys.executable, "-m", "nazorg", "--peildatum", PEILDATUM, "kalender"]
    piped = subprocess.run(command, cwd=regio, env=environment({}), capture_output=True, check=True)
    done = subprocess.run([*command, "-o", "t.ics"], cwd=regio, env=environment({}), capture_output=True, check=True)
    assert done.stdout == b""
    assert done.stderr.decode().splitlines()[-1] == "nazorg: 148 dagen staan in t.ics"
    assert (regio / "t.ics").read_bytes() == piped.stdout
    assert piped.stdout.count(b"\r\n") == piped.stdout.count(b"\n")


def test_day_that_moved_keeps_its_uid(nazorg, regio):
    before = events(nazorg("kalender", cwd=regio).out)
    file = regio / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2026-12-18", "2026-12-22"), encoding="utf-8")
    after = events(nazorg("calendar", cwd=regio).out)
    assert before.keys() == after.keys()
    moved = {uid for uid, one in after.items() if one.decoded("dtstart") != before[uid].decoded("dtstart")}
    assert "vrij.NZ-2026-k7f3mq@nazorg" in moved
    assert all("k7f3mq" in uid for uid in moved)


def test_nothing_that_people_wrote_stands_in_it_unasked(nazorg, regio):
    plain = nazorg("kalender", cwd=regio).out
    assert {part for uid in events(plain) for part in uid.split("@")[1:]} == {"nazorg"}
    for word in ("Urgentie", "PI Alphen", "Oom", "bakker", "p-4q9x2m"):
        assert word not in plain
    assert "Urgentieverklaring" in nazorg("kalender", "--met-tekst", cwd=regio).out


def test_each_day_can_have_a_file_of_its_own(nazorg, regio):
    whole = events(nazorg("kalender", "--mijn", cwd=regio).out)
    outcome = nazorg("kalender", "--mijn", "--los", "-o", "los", cwd=regio)
    files = sorted((regio / "los").iterdir())
    assert outcome.code == 0
    assert outcome.err.splitlines()[-1] == f"nazorg: {len(whole)} bestanden staan in los"
    assert [file.name for file in files] == sorted(f"{uid.removesuffix('@nazorg')}.ics" for uid in whole)
    for file in files:
        ((uid, event),) = events(file.read_bytes()).items()
        assert event.to_ical() == whole[uid].to_ical()


@pytest.mark.parametrize("target", ["dossiers/t.ics", "overleggen/t.ics", "templates/t.ics", "trajecten/t.ics"])
def test_calendar_is_not_written_among_the_dossiers(nazorg, regio, target):
    for arguments in ([], ["--los"]):
        outcome = nazorg("kalender", *arguments, "-o", target, cwd=regio)
        assert outcome.code == 2
        assert "hoort bij de dossiers zelf" in outcome.err
    assert not (regio / target).exists()


def test_link_out_of_the_werkmap_is_not_followed(nazorg, regio, tmp_path):
    (regio / "uit").symlink_to(tmp_path)
    outcome = nazorg("kalender", "-o", "uit/t.ics", cwd=regio)
    assert outcome.code == 4
    assert not (tmp_path / "t.ics").exists()


def test_dossier_that_cannot_be_read_is_named(nazorg, regio, kapot):
    outcome = nazorg("kalender", cwd=regio)
    assert outcome.code == 3
    assert f"{kapot} staat er niet bij: NZ004" in outcome.err
    assert not any("k7f3mq" in uid for uid in events(outcome.out))


def test_without_days_nothing_is_written(nazorg, regio):
    outcome = nazorg(
        "kalender", "--eigenaar", "zorgverzekeraar-rijnzorg", "--gemeente", "Gouda", "-o", "t.ics", cwd=regio
    )
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "nazorg: er is geen dag voor in de kalender; er is niets geschreven.\n"
    assert not (regio / "t.ics").exists()


def test_separate_files_need_a_folder(nazorg, regio):
    outcome = nazorg("kalender", "--los", cwd=regio)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Bij --los hoort een map." in outcome.err


def test_quiet_says_only_what_is_needed(nazorg, regio):
    assert nazorg("-q", "kalender", "-o", "t.ics", cwd=regio).err == ""
