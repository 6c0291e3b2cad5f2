"""A past in which anything may happen to dossiers, to the history of them, and to what was kept of it."""

import shutil
from contextlib import suppress
from pathlib import Path
from subprocess import CalledProcessError

from fabriek_git import commit, git, merge
from historie.fabriek import PAD, actie, dossier
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

PADEN = (PAD, "dossiers/2026/NZ-2026-b2b2b2.yaml", "dossiers/NZ-2026-c3c3c3.yaml")
BUITEN = "LEESMIJ.md"

wet = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # each step is several runs of git: to shrink takes too long
)
"""How a law about such a past is tried."""


class Verleden:
    """A repository in which anything may happen to dossiers and to the history of them."""

    def __init__(self, folder: Path, draw) -> None:
        self.folder = folder
        self.draw = draw
        self.turn = 0
        self.starts = [commit(folder, {PAD: dossier(actie())})]

    def one(self) -> str:
        return self.draw(st.sampled_from(PADEN))

    def text(self) -> str:
        if self.draw(st.integers(0, 5)) == 0:
            return "a: [\n"
        draw = self.draw
        names = draw(st.lists(st.sampled_from(("w4hn", "k7r2")), unique=True, max_size=2))
        acties = [actie(draw(st.sampled_from(("open", "bezig"))), naam) for naam in names]
        return dossier(*acties, status=draw(st.sampled_from(("aangemeld", "nazorg", "afgesloten"))))

    def moment(self) -> str:
        self.turn += 1
        wrong = self.draw(st.sampled_from((0, 0, 0, 1, -9)))  # a clock that stood still, or was put back
        return f"2026-10-{max(1, 10 + self.turn // 4 + wrong):02}T12:00:00"

    def happen(self, name: str) -> None:
        with suppress(CalledProcessError, OSError):  # what git or the system refuses changes nothing
            getattr(self, name)()
        self.starts.append(git(self.folder, "rev-parse", "HEAD").strip())

    def change(self) -> None:
        commit(self.folder, {self.one(): self.text()}, op=self.moment())

    def change_several(self) -> None:
        commit(self.folder, {path: self.text() for path in PADEN}, op=self.moment(), door="S. Yilmaz")

    def change_elsewhere(self) -> None:
        commit(self.folder, {BUITEN: f"{self.turn}"}, op=self.moment())

    def delete(self) -> None:
        commit(self.folder, {self.one(): None}, op=self.moment())

    def rename(self) -> None:
        here, there = self.one(), self.one()
        text = (self.folder / here).read_text()
        if here != there:
            commit(self.folder, {here: None, there: text + "kader: vrijwillig\n"}, op=self.moment())

    def branch(self) -> None:
        git(self.folder, "checkout", "--quiet", "-B", self.draw(st.sampled_from(("een", "twee"))))

    def checkout(self) -> None:
        git(self.folder, "checkout", "--quiet", "--force", self.draw(st.sampled_from(("main", "een", "twee"))))

    def merge(self) -> None:
        other = self.draw(st.sampled_from(("main", "een", "twee")))
        files = {self.one(): self.text()} if self.draw(st.booleans()) else {}
        merge(self.folder, other, files, op=self.moment())

    def merge_clean(self) -> None:
        other = self.draw(st.sampled_from(("main", "een", "twee")))
        git(self.folder, "merge", "--quiet", "--no-ff", "-X", "theirs", other, op=self.moment())

    def join_strangers(self) -> None:
        git(self.folder, "checkout", "--quiet", "--orphan", f"vreemd{self.turn}")
        commit(self.folder, {self.one(): self.text()}, op=self.moment())
        git(self.folder, "merge", "--quiet", "-s", "ours", "--allow-unrelated-histories", "main", op=self.moment())

    def amend(self) -> None:
        (self.folder / self.one()).write_text(self.text())
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--amend", "--allow-empty", "--message", "y", op=self.moment())

    def reset(self) -> None:
        git(self.folder, "reset", "--quiet", "--hard", f"HEAD~{self.draw(st.integers(1, 3))}")

    def forget_old(self) -> None:
        git(self.folder, "reflog", "expire", "--expire=now", "--all")
        git(self.folder, "gc", "--quiet", "--prune=now")

    def drop_file(self) -> None:
        shutil.rmtree(self.folder / ".git/nazorg", ignore_errors=True)

    def harm_file(self) -> None:
        found = [one for one in sorted((self.folder / ".git/nazorg").glob("*.sqlite")) if one.stat().st_size]
        if not found:
            return
        path = self.draw(st.sampled_from(found))
        data = bytearray(path.read_bytes())
        place = self.draw(st.integers(0, len(data) - 1))
        if path.name.startswith("index-"):  # another letter in a text of the index is another letter in the answer
            path.write_bytes(data[:place])
            return
        data[place] ^= 1 << self.draw(st.integers(0, 7))
        path.write_bytes(data[: self.draw(st.sampled_from((len(data), place)))])


GEBEURTENISSEN = sorted(
    name
    for name in vars(Verleden)
    if not name.startswith("_") and name not in ("one", "text", "moment", "happen", "forget_old")
)
