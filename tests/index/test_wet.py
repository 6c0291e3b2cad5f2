"""The law of the index: whatever happened to the files, it answers as they would."""

import os
import shutil
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from subprocess import CalledProcessError
from unittest.mock import patch

from fabriek_git import commit, git
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from register.fabriek import PEILDATUM

from nazorg.index import antwoord, bijwerken, kijken
from nazorg.index import stempel as stempels
from nazorg.lijst import list_dossiers
from nazorg.overzicht import make_overview
from nazorg.register import Register, check, check_from_index, dossiers_from_files, dossiers_from_index
from nazorg.werkmap import Werkmap

from .fabriek import (
    DETENTIES,
    FILTERS,
    KAPOT,
    REGIOS,
    STATUSSEN,
    TERMIJNEN,
    by_files,
    by_index,
    index_of,
    mark_of,
    text_of,
)

NUMMERS = ("aaaaa1", "bbbbb2", "ccccc3", "ddddd4")
BEVONDEN = (
    "",
    "besluiten: [{besluit: x}]\n",
    "logboek: [{op: 2026-11-25, met: x, kort: bel 06-12345678}]\n",
    "toestemmingen: [{partner: pi-alphen, gegeven: 2026-12-01, tot: 2026-11-01}]\n",
    "beoordeling: {op: 2026-11-24}\nverstrekkingen: [{op: 2026-11-26}]\n",
)
TICK = 20_000_000
"""Nanoseconds: more than a tick of the file system that the tests run on, and less than a step of theirs takes."""


class Wereld:
    """A werkmap to which anything may happen."""

    def __init__(self, folder: Path, draw) -> None:
        self.folder = folder
        self.draw = draw
        commit(folder, {"nazorg.yaml": REGIOS[0], **{self.path(one): self.text(one) for one in NUMMERS[:2]}})

    def path(self, nummer: str, jaar: str = "2026") -> str:
        return f"dossiers/{jaar}/NZ-2026-{nummer}.yaml"

    def text(self, nummer: str) -> str:
        draw = self.draw
        termijnen = tuple(draw(st.lists(st.sampled_from(TERMIJNEN), max_size=5)))
        return text_of(
            nummer,
            draw(st.sampled_from(DETENTIES)),
            draw(st.sampled_from(STATUSSEN)),
            termijnen,
            draw(st.sampled_from(("Leiden", "Gouda"))),
        )

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("dossiers/**/*.yaml") if path.is_file())

    def one(self) -> Path | None:
        files = self.files()
        return self.draw(st.sampled_from(files)) if files else None

    def happen(self, name: str) -> None:
        with suppress(CalledProcessError, OSError):  # what git or the system refuses changes nothing
            getattr(self, name)()

    def write(self) -> None:
        nummer = self.draw(st.sampled_from(NUMMERS))
        file = self.folder / self.path(nummer, self.draw(st.sampled_from(("2025", "2026"))))
        file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # a link in a circle
            file.write_text(self.text(nummer))

    def edit_unseen(self) -> None:
        """The same size, and the same time as far as a program can set it."""
        if file := self.one():
            before = file.stat()
            text = file.read_text()
            file.write_text(text.replace("2026-11-2", "2026-11-1") if "2026-11-2" in text else text.swapcase())
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    def replace_whole(self) -> None:
        if file := self.one():
            fresh = file.with_name("nieuw.tmp")
            fresh.write_text(file.read_text().replace("stap", "slag"))
            os.utime(fresh, ns=(0, file.stat().st_mtime_ns))
            fresh.replace(file)

    def break_file(self) -> None:
        if file := self.one():
            file.write_text(KAPOT)

    def delete(self) -> None:
        if file := self.one():
            file.unlink()

    def rename(self) -> None:
        if file := self.one():
            file.rename(file.with_name(f"NZ-2026-{self.draw(st.sampled_from(NUMMERS))}.yaml"))

    def move(self) -> None:
        if file := self.one():
            target = self.folder / "dossiers/oud/diep"
            target.mkdir(parents=True, exist_ok=True)
            file.rename(target / file.name)

    def copy(self) -> None:
        if file := self.one():
            shutil.copy2(file, file.with_name("NZ-2026-eeeee5.yaml"))

    def link(self) -> None:
        if file := self.one():
            with suppress(FileExistsError):
                file.with_name("NZ-2026-fffff6.yaml").symlink_to(file)

    def link_away(self) -> None:
        outside = self.folder.parent / "buiten.yaml"
        outside.write_text(self.text("ggggg7"))
        with suppress(FileExistsError):
            (self.folder / "dossiers/NZ-2026-ggggg7.yaml").symlink_to(outside)

    def misname(self) -> None:
        if file := self.one():
            file.rename(file.with_suffix(".txt"))

    def make_folder(self) -> None:
        (self.folder / "dossiers/2026/NZ-2026-hhhhh8.yaml").mkdir(parents=True, exist_ok=True)

    def set_time(self) -> None:
        if file := self.one():
            moment = self.draw(st.sampled_from((0, 10**9, 2 * 10**18, 4 * 10**18)))
            os.utime(file, ns=(moment, moment))

    def change_regio(self) -> None:
        file, text = self.folder / "nazorg.yaml", self.draw(st.sampled_from(REGIOS))
        if text is None:
            file.unlink(missing_ok=True)
        else:
            file.write_text(text)

    def save(self) -> None:
        commit(self.folder, {})

    def branch(self) -> None:
        commit(self.folder, {})
        git(self.folder, "checkout", "--quiet", "-B", self.draw(st.sampled_from(("een", "twee"))))

    def checkout(self) -> None:
        git(self.folder, "checkout", "--quiet", "--force", self.draw(st.sampled_from(("main", "een", "twee"))))

    def merge(self) -> None:
        commit(self.folder, {})
        other = self.draw(st.sampled_from(("main", "een", "twee")))
        git(self.folder, "merge", "--quiet", "-X", self.draw(st.sampled_from(("ours", "theirs"))), other)

    def drop_index(self) -> None:
        shutil.rmtree(self.folder / ".git/nazorg", ignore_errors=True)

    def harm_index(self) -> None:
        file = index_of(self.folder)
        if file.exists():
            data = file.read_bytes()
            file.write_bytes(data[: self.draw(st.integers(0, len(data)))])

    def lose_mark(self) -> None:
        mark_of(self.folder).unlink(missing_ok=True)

    def refresh_git(self) -> None:
        git(self.folder, "status")

    def ignore_changes(self) -> None:
        if file := self.one():
            git(self.folder, "update-index", "--assume-unchanged", str(file))

    def stage(self) -> None:
        if file := self.one():
            git(self.folder, "add", str(file))

    def unstage(self) -> None:
        git(self.folder, "reset", "--quiet")

    def stash(self) -> None:
        git(self.folder, "stash", "--quiet")

    def amend(self) -> None:
        git(self.folder, "commit", "--quiet", "--all", "--amend", "--message", "y")

    def gc(self) -> None:
        git(self.folder, "gc", "--quiet", "--prune=now")

    def turn_line_ends(self) -> None:
        if file := self.one():
            data = file.read_bytes()
            file.write_bytes(data.replace(b"\r\n", b"\n") if b"\r" in data else data.replace(b"\n", b"\r\n"))

    def set_attributes(self) -> None:
        (self.folder / ".gitattributes").write_text("*.yaml text eol=lf\n")

    def swap_folders(self) -> None:
        one, two, aside = (self.folder / "dossiers" / name for name in ("2025", "2026", "opzij"))
        one.rename(aside)
        two.rename(one)
        aside.rename(two)


GEBEURTENISSEN = sorted(
    name for name in vars(Wereld) if not name.startswith("_") and name not in ("path", "text", "files", "one", "happen")
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_index_answers_as_the_files_do_whatever_happened_to_them(tmp_path_factory, data):
    wereld = Wereld(tmp_path_factory.mktemp("wet") / "regio", data.draw)
    ahead = data.draw(st.sampled_from((0, 0, 0, -(10**12))))  # a clock that was put back: files of the future
    from_git = data.draw(st.sampled_from((0, kijken.VANAF)))
    with (
        patch.object(stempels, "JONG", TICK),
        patch.object(bijwerken, "time_ns", _clock(ahead)),
        patch.object(kijken, "VANAF", from_git),
        patch.object(antwoord, "VANAF", from_git),
    ):
        for name in data.draw(st.lists(st.sampled_from(GEBEURTENISSEN), max_size=12)):
            wereld.happen(name)
            peildatum = PEILDATUM + timedelta(days=data.draw(st.integers(-30, 40)))
            asked = (peildatum, data.draw(st.sampled_from(FILTERS)), data.draw(st.sampled_from((0, 7, 60))))
            answer = by_index(wereld.folder, *asked) or by_index(wereld.folder, *asked)
            assert answer == by_files(wereld.folder, *asked)
            werkmap = Werkmap(wereld.folder)
            if data.draw(st.booleans()):
                dossiers = dossiers_from_index(werkmap, peildatum) or dossiers_from_index(werkmap, peildatum)
                direct = dossiers_from_files(Register(werkmap, peildatum))
                keuze = asked[1]
                assert list(list_dossiers(dossiers, keuze)) == list(list_dossiers(direct, keuze))
                assert make_overview(dossiers, None) == make_overview(direct, None)
                checked = check_from_index(werkmap, peildatum) or check_from_index(werkmap, peildatum)
                assert checked == check(Register(werkmap, peildatum))
            assert answer is not None
            assert [one.pad for one in answer.onleesbaar] == [
                one.pad for one in Register(werkmap, peildatum).onleesbaar
            ]


def _clock(ahead: int):
    real = bijwerken.time_ns
    return lambda: real() + ahead


@settings(max_examples=60, deadline=None)
@given(
    termijnen=st.lists(st.sampled_from(TERMIJNEN), min_size=1, max_size=6),
    detentie=st.sampled_from(DETENTIES),
    more=st.sampled_from(BEVONDEN),
    regio=st.sampled_from(REGIOS),
    days=st.lists(st.dates(date(2026, 3, 1), date(2027, 2, 1)), min_size=1, max_size=12),
)
def test_findings_are_those_of_the_day_that_is_asked_about(tmp_path_factory, termijnen, detentie, more, regio, days):
    folder = tmp_path_factory.mktemp("keuring")
    (folder / "dossiers").mkdir()
    text = text_of("aaaaa1", detentie, "in_detentie", tuple(termijnen)) + more
    (folder / "dossiers/NZ-2026-aaaaa1.yaml").write_text(text)
    if regio is not None:
        (folder / "nazorg.yaml").write_text(regio)
    answers = [check_from_index(Werkmap(folder), day) for day in days]
    assert answers == [check(Register(Werkmap(folder), day)) for day in days]


@settings(max_examples=150, deadline=None)
@given(
    termijnen=st.lists(st.sampled_from(TERMIJNEN), min_size=1, max_size=6),
    detentie=st.sampled_from(DETENTIES),
    regio=st.sampled_from(REGIOS),
    days=st.lists(st.dates(date(2026, 9, 1), date(2027, 2, 1)), min_size=1, max_size=8),
)
def test_day_that_is_asked_about_is_only_a_parameter(tmp_path_factory, termijnen, detentie, regio, days):
    folder = tmp_path_factory.mktemp("dag")
    (folder / "dossiers").mkdir()
    (folder / "dossiers/NZ-2026-aaaaa1.yaml").write_text(text_of("aaaaa1", detentie, "in_detentie", tuple(termijnen)))
    if regio is not None:
        (folder / "nazorg.yaml").write_text(regio)
    by_index(folder)
    with patch(
        "nazorg.register.indexlezer.IndexLezer.inhouden", side_effect=AssertionError
    ):  # it is known by its bytes
        answers = [by_index(folder, day) for day in days]
    assert answers == [by_files(folder, day) for day in days]
