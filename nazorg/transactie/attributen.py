"""The lines of ours in the ``.gitattributes`` of a werkmap: who merges a file, how it is told, its line ends."""

from pathlib import Path

from nazorg.errors import WriteError, in_words
from nazorg.gitrepo.registratie import with_attributes
from nazorg.werkmap import check_inside, replace_file

ATTRIBUTEN = ".gitattributes"


def lacks_attributes(folder: Path) -> bool:
    """Whether a line of ours is missing. Raises ``WriteError``."""
    text = _read(folder)
    return with_attributes(text) != text


def add_attributes(folder: Path) -> bool:
    """Put what is missing into the ``.gitattributes`` of the werkmap in ``folder``; whether anything was.

    Raises ``WriteError``.
    """
    target = folder / ATTRIBUTEN
    check_inside(target, folder)
    text = _read(folder)
    after = with_attributes(text)
    if after != text:
        replace_file(target, after.encode("utf-8", "surrogateescape"), within=folder)
    return after != text


def _read(folder: Path) -> str:
    target = folder / ATTRIBUTEN
    check_inside(target, folder)
    try:
        return target.read_text(encoding="utf-8", errors="surrogateescape") if target.exists() else ""
    except OSError as error:
        raise WriteError(f"{target} kon niet gelezen worden ({in_words(error)}).") from error
