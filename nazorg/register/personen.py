"""The names behind the pseudonyms, from outside any repository."""

from collections.abc import Mapping
from pathlib import Path

from nazorg.begrippen.bron import Bestand
from nazorg.errors import UsageError
from nazorg.personen import Persoon
from nazorg.reading import read_personen
from nazorg.werkmap import is_shared, personen_path


def load_personen() -> Mapping[str, Persoon] | None:
    """The persons file by pseudonym; ``None`` when this machine has none.

    Raises ``UsageError`` when it cannot be read, or when it lies where it would be shared.
    """
    path = personen_path()
    if path is None:
        return None
    if not path.is_file():
        raise UsageError(f"Het personenbestand {path} bestaat niet.", "Kijk NAZORG_PERSONEN na.")
    if is_shared(path):
        raise UsageError(
            f"Het personenbestand {path} ligt in een werkmap of git-map en zou dus gedeeld worden.",
            "Zet het ergens anders, buiten elke werkmap.",
        )
    return _read(path)


def _read(path: Path) -> Mapping[str, Persoon]:
    gelezen = read_personen(Bestand(str(path), path.read_bytes()))
    if gelezen.waarde is None:
        first = gelezen.reden
        raise UsageError(f"{path}, regel {first.span.line}: {first.message}", first.remedy)
    return gelezen.waarde.personen
