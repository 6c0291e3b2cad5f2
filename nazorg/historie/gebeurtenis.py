"""A change with who made it and when: one event in the history of a dossier."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from nazorg.begrippen.indeling import Bestandsoort, id_of, kind_of
from nazorg.gitrepo import Commit
from nazorg.historie.wijziging import Wijziging


class Samenvoeging(StrEnum):
    """What a merge of two lines of history had to do with it, if anything."""

    GEEN = ""
    GEMAAKT = "gemaakt"
    OVERSCHREVEN = "overschreven"


class Herkomst(NamedTuple):
    """Who committed something, when on that person's own clock (with its offset), and in which commit."""

    op: datetime
    door: str
    mail: str
    commit: str


class Gebeurtenis(NamedTuple):
    """A change to the file ``pad`` (its path in the werkmap); ``dossier`` is its number, empty for another file.

    ``samenvoeging``: the merge itself made the change (the result is like no side), or overrode one: ``oud`` is then
    what a side had made of it and ``nieuw`` what came of that; ``eerder`` is whose change it was, where that is known.
    """

    wijziging: Wijziging
    herkomst: Herkomst
    dossier: str
    pad: str
    samenvoeging: Samenvoeging = Samenvoeging.GEEN
    eerder: Herkomst | None = None


def origin_of(commit: Commit) -> Herkomst:
    """Who made ``commit``, and when."""
    return Herkomst(commit.at, commit.author, commit.mail, commit.id)


def number_of(pad: str) -> str:
    """The number of the dossier at ``pad`` in the werkmap; empty for another file."""
    return id_of(pad) if kind_of(pad) is Bestandsoort.DOSSIER else ""
