"""What lies on this machine beside the werkmap: the user's own settings, and the persons file."""

import os
from pathlib import Path

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN
from nazorg.errors import UsageError

VARIABLE = "NAZORG_PERSONEN"


def gebruiker_path() -> Path:
    """The file with the user's own settings; it need not exist."""
    if os.name == "nt":
        base = os.environ.get("APPDATA") or "~/AppData/Roaming"
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return _home(base) / "nazorg" / "gebruiker.yaml"


def personen_path() -> Path | None:
    """The persons file: what ``NAZORG_PERSONEN`` names, else what the user's settings do; ``None`` when neither does.

    Raises ``UsageError`` when the settings cannot be read.
    """
    value = os.environ.get(VARIABLE, "")
    if value:
        return _home(value)
    from nazorg.reading import read_gebruiker

    settings = gebruiker_path()
    if not settings.is_file():
        return None
    gelezen = read_gebruiker(Bestand(settings.name, settings.read_bytes()))
    if gelezen.waarde is None:
        first = gelezen.reden
        raise UsageError(f"{settings}, regel {first.span.line}: {first.message}", first.remedy)
    return _home(gelezen.waarde.personen) if gelezen.waarde.personen else None


def _home(path: str) -> Path:
    """``path`` with ``~`` filled in, where there is a home to fill in."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def is_shared(path: Path) -> bool:
    """Whether ``path`` lies in a git repository or in a werkmap, whose content others see."""
    return any(
        (folder / name).exists() for folder in path.resolve().parents for name in (".git", INSTELLINGEN, DOSSIERS)
    )
