"""Checking a werkmap, a folder or a file: every finding in one run, in order."""

import pytest

from nazorg.diagnostics import Severity
from nazorg.register import check

from .fabriek import KAPOT, dossier, onderdak, open_register

OVERLEG = ("overleggen/2026-11-26-leiden.yaml", "overleg: 2026-11-26-leiden\nsoort: regieoverleg\ndatum: 2026-11-26\n")


def places(controle):
    return [f"{one.path.rpartition('/')[2]}:{one.span.line} {one.code}" for one in controle.bevindingen]


@pytest.fixture
def register(tmp_path):
    return open_register(
        tmp_path,
        dossier("b2xk4w", onderdak("id: a1aa, wat: A, eigenaar: niemand")),
        dossier("a2xk4w", "foo: 1\nbar: 2\n"),
        KAPOT,
        OVERLEG,
        regio="nazorg: 1\nregio: X\ngemeenten: {Leiden: {centrumgemeente: Nergens}}\nregisseurs: {m.bakker: }\n",
    )


ALLES = [
    "NZ-2026-a2xk4w.yaml:8 NZ101",
    "NZ-2026-a2xk4w.yaml:9 NZ101",
    "NZ-2026-b2xk4w.yaml:11 NZ601",
    "NZ-2026-z9zzzz.yaml:2 NZ004",
    "nazorg.yaml:3 NZ604",
]


def test_whole_werkmap_is_checked_in_one_run_and_sorted(register):
    controle = check(register)
    assert (controle.dossiers, controle.overleggen) == (3, 1)
    assert places(controle) == ALLES
    assert controle.count(Severity.FOUT) == 5


@pytest.mark.parametrize(
    ("paths", "dossiers", "found"),
    [
        (["dossiers/2026/NZ-2026-b2xk4w.yaml"], 1, [ALLES[2]]),
        (["dossiers"], 3, ALLES[:4]),
        (["dossiers/2026/"], 3, ALLES[:4]),
        (["nazorg.yaml"], 0, [ALLES[4]]),
        (["overleggen"], 0, []),
        (["dossiers/2026/NZ-2026-b2xk4w.yaml", "nazorg.yaml"], 1, [ALLES[2], ALLES[4]]),
        (["."], 3, ALLES),
        (["dossiers/2026/NZ-2026"], 0, []),  # a beginning of a name is no folder
    ],
)
def test_only_what_was_named_is_checked(register, paths, dossiers, found):
    controle = check(register, paths)
    assert controle.dossiers == dossiers
    assert places(controle) == found


def test_dossier_is_held_against_the_settings_that_were_not_named(register):
    controle = check(register, ["dossiers/2026/NZ-2026-b2xk4w.yaml"])
    assert controle.bevindingen[0].code == "NZ601"


def test_file_elsewhere_in_the_werkmap_is_checked_as_a_dossier(tmp_path):
    register = open_register(tmp_path, ("concept/NZ-2026-k7f3mq.yaml", dossier("k7f3mq", "foo: 1\n")[1]))
    assert places(check(register, ["concept/NZ-2026-k7f3mq.yaml"])) == ["NZ-2026-k7f3mq.yaml:8 NZ101"]
    assert check(register).dossiers == 0


def test_werkmap_without_settings_says_what_cannot_be_checked(tmp_path):
    register = open_register(tmp_path, dossier("k7f3mq"), regio=None)
    controle = check(register)
    assert places(controle) == ["nazorg.yaml:1 NZ606"]
    assert controle.count(Severity.FOUT) == 0


def test_werkmap_in_order_has_no_findings(tmp_path):
    controle = check(open_register(tmp_path, dossier("k7f3mq"), OVERLEG))
    assert controle.bevindingen == ()


def test_progress_is_told_after_each_dossier(register):
    told = []
    check(register, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_same_files_give_the_same_findings(tmp_path):
    files = [dossier(name, "foo: 1\n") for name in ("c2xk4w", "a2xk4w", "b2xk4w")]
    first = check(open_register(tmp_path / "a", *files)).bevindingen
    again = check(open_register(tmp_path / "b", *reversed(files))).bevindingen
    assert first == again
