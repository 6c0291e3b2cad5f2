"""What is measured, and what is asked of it: data."""

from dataclasses import dataclass
from enum import StrEnum


class Ratio(StrEnum):
    """Which way two times are compared."""

    FASTER = "peer / product"
    SLOWER = "product / peer"


@dataclass(frozen=True, slots=True)
class Meting:
    """A product command beside a peer command, run in turn.

    In commands ``{nazorg}``, ``{python}`` (the product's own), ``{map}``, ``{check-jsonschema}``, ``{schema}`` and
    ``{git}`` are filled in; ``{geschiedenis}`` is a repository of ``COMMITS`` commits, with ``{pad}`` and ``{nummer}``
    of a dossier. ``{bestanden}`` becomes every dossier. ``cold``: what the product derived is removed before each of
    its runs. ``changed``: so many dossiers are changed before each of its runs. ``asked`` is the bound on the median
    of the pairwise ratios of wall time: a least for ``FASTER``, a most for ``SLOWER``; ``None`` where the figure is
    only worth knowing.
    """

    name: str
    what: str
    product: tuple[str, ...]
    peer_name: str
    peer: tuple[str, ...]
    runs: int
    ratio: Ratio
    asked: float | None = None
    cold: bool = False
    changed: int = 0

    def is_met(self, ratio: float) -> bool:
        """Whether ``ratio`` is within what is asked."""
        if self.asked is None:
            return True
        return ratio >= self.asked if self.ratio is Ratio.FASTER else ratio <= self.asked


COMMITS, VAN_DOSSIERS = 20_000, 400
"""The repository whose history is told: so many commits to so many dossiers."""

_CONTROLEER = ("{nazorg}", "-C", "{map}", "controleer", "--vorm", "kort")
_TE_LAAT = ("{nazorg}", "-C", "{map}", "te-laat", "--vorm", "tsv", "--peildatum", "2026-11-23")
_VERSION = ("{nazorg}", "--version")
_CHECK_JSONSCHEMA = ("{check-jsonschema}", "--schemafile", "{schema}", "{bestanden}")
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
        runs=9,
        ratio=Ratio.SLOWER,
    ),
    Meting(
        "te-laat-gewijzigd",
        "te-laat, {dossiers} dossiers, ten of them changed since",
        _TE_LAAT,
        "te-laat, nothing changed",
        _TE_LAAT,
        runs=9,
        ratio=Ratio.SLOWER,
        changed=10,
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
        f"geschiedenis of one dossier in a repository of {COMMITS:,} commits: at most 2 times git log -p -- file",
        ("{nazorg}", "-C", "{geschiedenis}", "geschiedenis", "{nummer}"),
        "git log -p",
        ("{git}", "-C", "{geschiedenis}", "log", "-p", "--", "{pad}"),
        runs=31,
        ratio=Ratio.SLOWER,
        asked=2,
    ),
)
