"""Files that a command makes out of the dossiers, where the user asked for them: ``-o``."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from nazorg.cli.globaal import Globaal
from nazorg.errors import UsageError, WriteError, in_words


def write_made(globaal: Globaal, target: Path, data: bytes) -> None:
    """Put ``data`` in ``target``; a folder such as ``agendas/`` is made when it is not there yet.

    Raises ``UsageError`` among the files of the werkmap, ``WriteError`` when it cannot be written.
    """
    from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, OVERLEGGEN, SJABLONEN, TRAJECTEN, is_kept
    from nazorg.werkmap import check_inside, replace_file

    inside = globaal.werkmap.path_of(target)
    top = inside.split("/")[0] if inside is not None else ""
    if top in (DOSSIERS, INSTELLINGEN, OVERLEGGEN, SJABLONEN, TRAJECTEN) or (inside is not None and is_kept(inside)):
        raise UsageError(
            f"{target} hoort bij de dossiers zelf, niet bij wat ervan gemaakt wordt.",
            "Kies een andere plek, bijvoorbeeld de map agendas.",
        )
    root = globaal.werkmap.root
    lexically_inside = Path(os.path.abspath(target)).is_relative_to(os.path.abspath(root))
    within = root if lexically_inside else None
    if within is not None:
        check_inside(target, within)
    if within is None and not target.parent.is_dir():
        raise WriteError(f"De map {target.parent} bestaat niet.", "Maak haar eerst, of kies een andere plek.")
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise WriteError(f"De map {target.parent} kon niet gemaakt worden ({in_words(error)}).") from error
    replace_file(target, data, within=within)


def say_written(globaal: Globaal, what: str, target: Path) -> None:
    """Say where it is: ``de agenda staat in agendas/leiden.md``."""
    if not globaal.stil:
        print(f"nazorg: {what} in {target}", file=sys.stderr)


def write_bytes(data: bytes) -> None:
    """``data`` to standard output as it is: the line ends of a file do not depend on the system."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_rows(
    globaal: Globaal, form: str, uitvoer: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """The rows of a list in ``form`` (``tsv`` or ``csv``) to standard output, or as CSV in the file ``uitvoer``.

    Raises as ``write_made`` does.
    """
    if form == "tsv":
        from nazorg.output.gegevens import write_tsv

        write_tsv(sys.stdout, columns, rows)
        return
    from nazorg.output.rekenblad import csv_bytes, write_csv

    if not uitvoer:
        sys.stdout.flush()
        write_csv(sys.stdout.buffer, columns, rows)
        return
    write_made(globaal, Path(uitvoer), csv_bytes(columns, rows))
    say_written(globaal, "de lijst staat", Path(uitvoer))


def write_output(globaal: Globaal, uitvoer: str, made: str | bytes, wat: str) -> None:
    """Put ``made`` in the file ``uitvoer``, or on standard output; ``wat`` says what it is (``de agenda``).

    Raises as ``write_made`` does.
    """
    data = made.encode("utf-8") if isinstance(made, str) else made
    if uitvoer:
        write_made(globaal, Path(uitvoer), data)
        say_written(globaal, f"{wat} staat", Path(uitvoer))
    elif isinstance(made, str):
        sys.stdout.write(made)
    else:
        write_bytes(made)
