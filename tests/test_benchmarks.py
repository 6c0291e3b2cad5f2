"""The generator of the benchmarks: what is measured must be what the product would accept."""

import re
import sys
from pathlib import Path
from random import Random

import pytest
import yaml
from fabriek_git import git

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from geschiedenis import write_history
from mappen import make_plaats
from metingen import METINGEN, Map, Meting, Ratio
from snelheid import GRENZEN, write_report
from timing import Cost, Pair
from verslag import Omstandigheden, Uitkomst, as_json
from werkmap import dossier_text, write_werkmap

from nazorg.begrippen.bron import Bestand
from nazorg.reading import read_dossier, read_instellingen

AANTAL = 12


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_werkmap(tmp_path / name, AANTAL, seed)
    assert len(files(tmp_path / "a")) == AANTAL + 1
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a") != files(tmp_path / "c")


def test_dossier_does_not_depend_on_how_many_there_are(tmp_path: Path) -> None:
    write_werkmap(tmp_path / "few", 3, 1)
    write_werkmap(tmp_path / "more", AANTAL, 1)
    assert files(tmp_path / "few").items() <= files(tmp_path / "more").items()


@pytest.mark.parametrize("number", range(AANTAL))
def test_generated_dossier_reads_without_diagnostics(number: int) -> None:
    dossier, text = dossier_text(Random(number), number)
    gelezen = read_dossier(Bestand(f"dossiers/{dossier[3:7]}/{dossier}.yaml", text.encode()))
    assert gelezen.diagnostics == ()
    assert gelezen.waarde is not None
    assert gelezen.waarde.dossier == dossier
    assert 5 <= len(list(gelezen.waarde.acties())) <= 15
    assert 2500 <= len(text.encode()) <= 6 * 1024


def test_generated_dossier_names_only_owners_of_the_region(tmp_path: Path) -> None:
    write_werkmap(tmp_path, AANTAL, 1)
    instellingen = read_instellingen(Bestand("nazorg.yaml", (tmp_path / "nazorg.yaml").read_bytes())).waarde
    assert instellingen is not None
    known = {*instellingen.partners, *instellingen.regisseurs, "betrokkene", None}
    for name, data in files(tmp_path / "dossiers").items():
        dossier = read_dossier(Bestand(name, data)).waarde
        assert dossier is not None
        assert {actie.eigenaar for _, _, actie in dossier.acties()} <= known


@pytest.mark.parametrize("number", range(AANTAL))
def test_generated_dossier_holds_no_number_or_address_of_a_person(number: int) -> None:
    text = dossier_text(Random(number), number)[1]
    assert not re.search(r"@|\d{6}|\b0\d{1,3}[- ]\d{6}", text)


def test_numbers_never_share_an_id() -> None:
    found = {dossier_text(Random(1), number)[0] for number in range(200)}
    assert len(found) == 200


def test_same_seed_gives_the_same_history_with_merges_and_dossiers_that_read(tmp_path: Path) -> None:
    paths = {write_history(tmp_path / name, 90, AANTAL, 1) for name in ("a", "b")}
    heads = {git(tmp_path / name, "rev-parse", "HEAD") for name in ("a", "b")}
    assert len(paths) == len(heads) == 1
    assert git(tmp_path / "a", "rev-list", "--count", "HEAD").strip() == "90"
    assert git(tmp_path / "a", "rev-list", "--count", "--merges", "HEAD").strip() == "2"
    assert (tmp_path / "a/.git/objects/info/commit-graph").is_file()
    for name, data in files(tmp_path / "a" / "dossiers").items():
        assert read_dossier(Bestand(name, data)).waarde is not None


def test_ratio_is_the_median_of_the_pairs() -> None:
    faster, slower = METINGEN[0], next(meting for meting in METINGEN if meting.ratio is Ratio.SLOWER)
    pairs = tuple(Pair(Cost(1, 1, 1), Cost(wall, 1, 1)) for wall in (30, 12, 11))
    assert Uitkomst(faster, "", pairs).ratio == 12
    assert Uitkomst(faster, "", pairs).is_met
    assert Uitkomst(slower, "", pairs).ratio == pytest.approx(1 / 12)
    assert not faster.is_met(9.9)


def uitkomst(meting: Meting, *ratios: float) -> dict[str, object]:
    where = Omstandigheden("machine", 2, "Linux", "2026-11-27 03:00", {"nazorg": "1"}, {"git": "2"})
    slower = meting.ratio is Ratio.SLOWER
    pairs = tuple(Pair(Cost(one if slower else 1, 1, 1), Cost(1 if slower else one, 1, 1)) for one in ratios)
    return as_json(where, [Uitkomst(meting, meting.what, pairs)])


def test_report_keeps_what_was_measured_before_and_says_what_was_reached(tmp_path: Path) -> None:
    asked = [meting for meting in METINGEN if meting.stretch is not None]
    faster, slower = (next(one for one in asked if one.ratio is ratio) for ratio in (Ratio.FASTER, Ratio.SLOWER))
    report = tmp_path / "snelheid.md"
    assert faster.asked is not None
    write_report(report, tmp_path, uitkomst(faster, faster.asked * 1.01))
    write_report(report, tmp_path, uitkomst(slower, 99, 100, 101))
    text = report.read_text()
    rows = {line.split("`")[1]: line for line in text.splitlines() if line.startswith("| `")}
    assert rows[faster.name].endswith("| yes |")
    assert rows[slower.name].endswith("| no |")
    assert "**100.00** (99.00-101.00, n=3; " in rows[slower.name]
    assert all("not measured" in rows[one.name] for one in asked if one not in (faster, slower))
    write_report(report, tmp_path, uitkomst(slower, 0.01))
    assert "yes, stretch too" in report.read_text()


@pytest.mark.parametrize("soort", list(Map))
def test_folder_to_measure_in_is_made_once(tmp_path: Path, soort: Map) -> None:
    meting = Meting("x", "x", (), "x", (), 1, Ratio.FASTER, map=soort, dossiers=AANTAL, commits=60)
    plaats = make_plaats(tmp_path, meting)
    assert plaats.pad != plaats.ander
    assert {plaats.pad, plaats.ander} <= set(plaats.dossiers())
    (plaats.folder / "blijft").touch()
    assert make_plaats(tmp_path, meting) == plaats
    assert (plaats.folder / "blijft").exists()
    if soort is not Map.PLAT:
        assert git(plaats.folder, "status", "--porcelain", "--untracked-files=no") == ""


def test_what_bounds_a_figure_is_said_of_a_measurement_that_there_is() -> None:
    told = yaml.safe_load(GRENZEN.read_text(encoding="utf-8"))
    assert set(told) <= {"algemeen", *(meting.name for meting in METINGEN)}
