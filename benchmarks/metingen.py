"""What is measured, and what is asked of it: data."""

from dataclasses import dataclass
from enum import StrEnum

KLEIN, STREEK, LAND = 1_200, 10_000, 100_000
"""Dossiers: a region's in a year, in many years, and a country's."""


class Ratio(StrEnum):
    """Which way two times are compared."""

    FASTER = "peer / product"
    SLOWER = "product / peer"


class Map(StrEnum):
    """What is measured in: files in a plain folder, the same in a repository, that with a consultation of forty
    dossiers, or a repository with a long history."""

    PLAT = "plat"
    GIT = "git"
    OVERLEG = "overleg"
    VERLEDEN = "verleden"


@dataclass(frozen=True, slots=True)
class Meting:
    """A product command beside a peer command, run in turn.

    In commands ``{nazorg}``, ``{python}`` (the product's own), ``{map}``, ``{check-jsonschema}`` (``{…-clib}``: with a
    parser in C), ``{yamllint}``, ``{schema}``, ``{git}``, ``{sh}``, ``{env}``, ``{rg}`` and ``{task}`` are filled in,
    with ``{pad}`` and ``{nummer}`` of a dossier, ``{ander}`` the path of another, and ``{beurt}``, another number in
    each run. ``{bestanden}`` becomes every dossier. ``dossiers`` is the size of the folder; of ``Map.VERLEDEN``
    ``commits`` is that too. ``cold``: what the product derived is removed before each of its runs. ``changed``: so many
    dossiers are changed before each of its runs; ``peer_changes``: ``{ander}`` is, before each of the peer's. ``asked``
    is the bound on the median of the pairwise ratios of wall time: a least for ``FASTER``, a most for ``SLOWER``;
    ``None`` where the figure is only worth knowing. ``stretch`` lies beyond that: good to reach, and no failure where
    it is not.
    """

    name: str
    what: str
    product: tuple[str, ...]
    peer_name: str
    peer: tuple[str, ...]
    runs: int
    ratio: Ratio
    asked: float | None = None
    stretch: float | None = None
    map: Map = Map.PLAT
    dossiers: int = KLEIN
    commits: int = 0
    cold: bool = False
    changed: int = 0
    peer_changes: bool = False

    def is_met(self, ratio: float) -> bool:
        """Whether ``ratio`` is within what is asked."""
        return self.asked is None or self._within(ratio, self.asked)

    def is_stretched(self, ratio: float) -> bool:
        """Whether ``ratio`` is within the stretch, where there is one."""
        return self.stretch is not None and self._within(ratio, self.stretch)

    def _within(self, ratio: float, bound: float) -> bool:
        return ratio >= bound if self.ratio is Ratio.FASTER else ratio <= bound


_CONTROLEER = ("{nazorg}", "-C", "{map}", "controleer", "--vorm", "kort")
_TE_LAAT = ("{nazorg}", "-C", "{map}", "te-laat", "--vorm", "tsv", "--peildatum", "2026-11-23")
_VERSION = ("{nazorg}", "--version")
_CHECK_JSONSCHEMA = ("{check-jsonschema}", "--schemafile", "{schema}", "{bestanden}")
_CHECK_JSONSCHEMA_CLIB = ("{check-jsonschema-clib}", *_CHECK_JSONSCHEMA[1:])
_GIT_STATUS = ("{git}", "-C", "{map}", "status")
_TE_LAAT_50 = ("{sh}", "-c", '"$@" | head -n 50', "sh", *_TE_LAAT)
_GESCHIEDENIS = ("{nazorg}", "-C", "{map}", "geschiedenis", "{nummer}")
_LOG_FOLLOW = ("{git}", "-C", "{map}", "log", "--follow", "-p", "--", "{pad}")
_IMPORT_TYPER = ("{python}", "-c", "import typer")
_PASS = ("{python}", "-c", "pass")

METINGEN = (
    Meting(
        "controleer-koud",
        "controleer, {dossiers} dossiers, cold: at least 10 times as fast as check-jsonschema",
        _CONTROLEER,
        "check-jsonschema",
        _CHECK_JSONSCHEMA,
        runs=5,
        ratio=Ratio.FASTER,
        asked=10,
        cold=True,
    ),
    Meting(
        "controleer-warm",
        "controleer, {dossiers} dossiers, once more with nothing changed",
        _CONTROLEER,
        "check-jsonschema",
        _CHECK_JSONSCHEMA,
        runs=3,
        ratio=Ratio.FASTER,
    ),
    Meting(
        "te-laat-koud",
        "te-laat, {dossiers} dossiers, cold",
        _TE_LAAT,
        "import typer",
        _IMPORT_TYPER,
        runs=9,
        ratio=Ratio.SLOWER,
        cold=True,
    ),
    Meting(
        "te-laat-warm",
        "te-laat, {dossiers} dossiers, once more with nothing changed",
        _TE_LAAT,
        "import typer",
        _IMPORT_TYPER,
        runs=15,
        ratio=Ratio.SLOWER,
        asked=1.4,
        stretch=0.5,
    ),
    Meting(
        "te-laat-gewijzigd",
        "te-laat, {dossiers} dossiers, ten of them changed since",
        _TE_LAAT,
        "te-laat, nothing changed",
        _TE_LAAT,
        runs=9,
        ratio=Ratio.SLOWER,
        asked=1.5,
        stretch=1.15,
        changed=10,
    ),
    Meting(
        "agenda",
        "the agenda of 40 dossiers in {dossiers}, beside te-laat with nothing changed",
        ("{nazorg}", "-C", "{map}", "agenda", "2026-11-26-leiden", "--peildatum", "2026-11-23"),
        "te-laat, nothing changed",
        _TE_LAAT,
        runs=15,
        ratio=Ratio.SLOWER,
        asked=3,
        map=Map.OVERLEG,
    ),
    Meting(
        "start",
        "a trivial command (--version): at most 1.2 times python -c 'import typer'",
        _VERSION,
        "import typer",
        _IMPORT_TYPER,
        runs=31,
        ratio=Ratio.SLOWER,
        asked=1.2,
    ),
    Meting(
        "start-kaal",
        "a trivial command (--version) beside a bare python",
        _VERSION,
        "python -c pass",
        _PASS,
        runs=31,
        ratio=Ratio.SLOWER,
    ),
    Meting(
        "geschiedenis",
        "geschiedenis of one dossier in a repository of {commits} commits: at most 2 times git log -p -- file",
        _GESCHIEDENIS,
        "git log -p",
        ("{git}", "-C", "{map}", "log", "-p", "--", "{pad}"),
        runs=31,
        ratio=Ratio.SLOWER,
        asked=2,
        map=Map.VERLEDEN,
        dossiers=400,
        commits=20_000,
    ),
    Meting(
        "controleer-10000",
        "controleer, {dossiers} dossiers, nothing derived yet, beside check-jsonschema as pip installs it",
        _CONTROLEER,
        "check-jsonschema",
        _CHECK_JSONSCHEMA,
        runs=1,
        ratio=Ratio.FASTER,
        asked=60,
        stretch=150,
        dossiers=STREEK,
        cold=True,
    ),
    Meting(
        "controleer-10000-clib",
        "the same, beside check-jsonschema with ruamel's C library",
        _CONTROLEER,
        "check-jsonschema",
        _CHECK_JSONSCHEMA_CLIB,
        runs=1,
        ratio=Ratio.FASTER,
        asked=18,
        stretch=45,
        dossiers=STREEK,
        cold=True,
    ),
    Meting(
        "controleer-yamllint",
        "controleer, {dossiers} dossiers, nothing derived yet, beside yamllint",
        _CONTROLEER,
        "yamllint",
        ("{yamllint}", "-d", "relaxed", "dossiers"),
        runs=1,
        ratio=Ratio.FASTER,
        cold=True,
    ),
    Meting(
        "controleer-leesvloer",
        "controleer, {dossiers} dossiers, nothing derived yet, beside ripgrep through every line of them",
        _CONTROLEER,
        "rg -c .",
        ("{rg}", "--count", ".", "{map}/dossiers"),
        runs=3,
        ratio=Ratio.SLOWER,
        dossiers=STREEK,
        cold=True,
    ),
    Meting(
        "controleer-100000-warm",
        "controleer, nothing changed, {dossiers} dossiers, beside git status and import typer",
        _CONTROLEER,
        "git status; import typer",
        ("{sh}", "-c", 'git -C "$0" status && "$1" -c "import typer"', "{map}", "{python}"),
        runs=5,
        ratio=Ratio.SLOWER,
        asked=1.2,
        stretch=0.8,
        map=Map.GIT,
        dossiers=LAND,
    ),
    Meting(
        "te-laat-10000",
        "te-laat, warm, {dossiers} dossiers in git, the first 50 rows, beside git status",
        _TE_LAAT_50,
        "git status",
        _GIT_STATUS,
        runs=9,
        ratio=Ratio.SLOWER,
        map=Map.GIT,
        dossiers=STREEK,
    ),
    Meting(
        "te-laat-100000",
        "te-laat, warm, {dossiers} dossiers with some 780,000 actions in git, the first 50 rows, beside git status",
        _TE_LAAT_50,
        "git status",
        _GIT_STATUS,
        runs=7,
        ratio=Ratio.SLOWER,
        asked=1.4,
        stretch=0.7,
        map=Map.GIT,
        dossiers=LAND,
    ),
    Meting(
        "te-laat-alle-rijen",
        "te-laat, warm, {dossiers} dossiers, all rows, beside task overdue over the same actions",
        _TE_LAAT,
        "task overdue",
        ("{task}", "rc.verbose=nothing", "rc.gc=off", "overdue"),
        runs=5,
        ratio=Ratio.FASTER,
        asked=8,
        stretch=18,
        dossiers=STREEK,
    ),
    Meting(
        "lijst-10000",
        "a table of 10,000 rows, beside the same rows as plain lines",
        (*_TE_LAAT[:5], "tabel", *_TE_LAAT[6:]),
        "te-laat --vorm tsv",
        _TE_LAAT,
        runs=7,
        ratio=Ratio.SLOWER,
        asked=1.8,
        stretch=1.2,
        dossiers=STREEK,
    ),
    Meting(
        "geschiedenis-100000",
        "geschiedenis of one dossier in a repository of {commits} commits, beside git log --follow -p -- file",
        _GESCHIEDENIS,
        "git log --follow -p",
        _LOG_FOLLOW,
        runs=9,
        ratio=Ratio.FASTER,
        asked=5,
        stretch=30,
        map=Map.VERLEDEN,
        dossiers=2_000,
        commits=100_000,
    ),
    Meting(
        "geschiedenis-100000-koud",
        "the same with nothing derived yet",
        _GESCHIEDENIS,
        "git log --follow -p",
        _LOG_FOLLOW,
        runs=3,
        ratio=Ratio.FASTER,
        map=Map.VERLEDEN,
        dossiers=2_000,
        commits=100_000,
        cold=True,
    ),
    Meting(
        "wijziging-100000",
        "one change of one dossier in a tree of {dossiers}, beside git add and git commit of one",
        ("{nazorg}", "-C", "{map}", "zet", "{nummer}", "onderdak.situatie=Beurt {beurt}"),
        "git add; git commit",
        ("{sh}", "-c", 'cd "$0" && git add -- "$1" && git commit --quiet --message x', "{map}", "{ander}"),
        runs=9,
        ratio=Ratio.SLOWER,
        asked=1.5,
        stretch=0.7,
        map=Map.GIT,
        dossiers=LAND,
        peer_changes=True,
    ),
    Meting(
        "aanvulling-10000",
        "completion of the number of a dossier, {dossiers} dossiers, beside import sqlite3",
        ("{env}", "_NAZORG_COMPLETE=1", "{nazorg}", "-C", "{map}", "toon", "NZ-2026-a"),
        "import sqlite3",
        ("{python}", "-c", "import sqlite3"),
        runs=15,
        ratio=Ratio.SLOWER,
        asked=2.5,
        stretch=1.5,
        dossiers=STREEK,
    ),
)
