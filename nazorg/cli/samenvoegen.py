"""The merge driver: what git starts for each dossier that two sides changed. No typer, no terminal."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nazorg.errors import NazorgError
from nazorg.gitrepo.onze_instellingen import MET_CONFLICTEN, SAMENGEVOEGD

NIET_GELUKT = 12
"""Nothing was written: the registered command merges lines instead."""


def drive(arguments: Sequence[str]) -> int:
    """Merge the files that git names: base, ours (which gets the result), theirs, and the path that they are of.

    Whatever goes wrong, nothing is written and git's own merge of lines takes over. Raises nothing.
    """
    try:
        basis, hier, daar, pad = arguments
        return _merge(Path(basis), Path(hier), Path(daar), pad)
    except NazorgError as error:
        print(f"nazorg: {error.message}", file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - git must get an answer, and a person no traceback
        print(f"nazorg: samenvoegen per veld lukte niet ({type(error).__name__}).", file=sys.stderr)
    return NIET_GELUKT


def _merge(basis: Path, hier: Path, daar: Path, pad: str) -> int:
    from nazorg.begrippen.indeling import id_of
    from nazorg.gitrepo.regelgewijs import merge_lines
    from nazorg.gitrepo.zijden import makers
    from nazorg.register.samenvoegen import merge_file

    texts = basis.read_bytes(), hier.read_bytes(), daar.read_bytes()

    def door() -> tuple[str, str]:
        try:
            return makers(Path(), pad, texts[1], texts[2])
        except NazorgError:
            return "", ""

    found = merge_file(pad, *texts, merge_lines, door)
    if found is None:
        return NIET_GELUKT
    fresh = hier.with_name(f"{hier.name}.nazorg")
    try:
        fresh.write_bytes(found.data)
        os.replace(fresh, hier)
    finally:
        fresh.unlink(missing_ok=True)
    if not found.conflicten:
        return SAMENGEVOEGD
    many = "1 veld" if found.conflicten == 1 else f"{found.conflicten} velden"
    print(f"nazorg: {id_of(pad)}: {many} te kiezen. Doe dat met: nazorg los-op {id_of(pad)}", file=sys.stderr)
    return MET_CONFLICTEN
