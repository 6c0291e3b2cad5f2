"""Take away what is derived: it can be made again at will, and holds personal data as the dossiers do."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from nazorg.errors import WriteError, in_words
from nazorg.werkmap import AFGELEID
from nazorg.zelftest.afgeleid import index_files, spoor_files

_AGENDAS = "agendas"


def wipe(root: Path) -> list[str]:
    """Remove the index, what was read of history, the agendas and the schemas of the werkmap in ``root``.

    Gives what was removed, in words. The text of a dossier that somebody is still working on in an editor stays.
    Raises ``WriteError``.
    """
    said = []
    for what, files in (
        ("de index", index_files(root)),
        ("wat de geschiedenis snel doorzoekt", spoor_files(root)),
        ("bestanden in agendas", list(_below(root / _AGENDAS))),
        ("schema's voor de editor", [path for path in _below(root / AFGELEID) if path.name.endswith(".schema.json")]),
    ):
        for path in files:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise WriteError(f"{path} kon niet weggehaald worden: {in_words(error)}.") from error
        if files:
            said.append(f"{what} ({len(files)})")
    with suppress(OSError):  # not empty: something else is in it
        (root / _AGENDAS).rmdir()
    return said


def _below(folder: Path) -> Iterator[Path]:
    """Files in ``folder`` itself; a folder that is a link is not looked into."""
    if folder.is_symlink() or not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield Path(entry.path)
