"""Text that was made of the dossiers, on the screen or in a file."""

import os
import sys
from pathlib import Path

from nazorg.cli.globaal import Globaal
from nazorg.errors import UsageError, WriteError, in_words


def write_output(globaal: Globaal, uitvoer: str, text: str, wat: str) -> None:
    """Put ``text`` in the file ``uitvoer``, or on standard output; ``wat`` says what it is (``de agenda``).

    A folder such as ``agendas/`` is made when it is not there yet. Raises ``UsageError`` for a place among the
    dossiers themselves, and ``WriteError``.
    """
    from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, OVERLEGGEN, SJABLONEN, TRAJECTEN
    from nazorg.werkmap import check_inside, replace_file

    if not uitvoer:
        sys.stdout.write(text)
        return
    target = Path(uitvoer)
    inside = globaal.werkmap.path_of(target)
    if inside is not None and inside.split("/")[0] in (DOSSIERS, INSTELLINGEN, OVERLEGGEN, SJABLONEN, TRAJECTEN):
        raise UsageError(
            f"{target} hoort bij de dossiers zelf, niet bij wat ervan gemaakt wordt.",
            "Kies een andere plek, bijvoorbeeld de map agendas.",
        )
    root = globaal.werkmap.root
    lexically_inside = Path(os.path.abspath(target)).is_relative_to(os.path.abspath(root))
    within = root if lexically_inside else None
    if within is not None:
        check_inside(target, within)
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise WriteError(f"De map {target.parent} kon niet gemaakt worden ({in_words(error)}).") from error
    replace_file(target, text.encode("utf-8"), within=within)
    if not globaal.stil:
        print(f"nazorg: {wat} staat in {target}", file=sys.stderr)
