"""Our own merge of dossiers for one merge of git, whether this clone was told of it or not."""

import os
import re
import shlex
import sys
from pathlib import Path

from nazorg.gitrepo.onze_instellingen import REGISTRATIE
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.registratie import ATTRIBUTEN
from nazorg.gitrepo.werkboom import Werkboom

_DRIVER = "merge.nazorg.driver"


def own_driver(werkboom: Werkboom, attributen: Path) -> tuple[str, ...]:
    """Settings by which git merges the files of the werkmap with this very program.

    Which those are, is written to the file ``attributen``, behind what the user's own attributes say; those of the
    repository go before it. Raises ``OSError``.
    """
    command = REGISTRATIE[_DRIVER].replace("nazorg ", f"{_python()} -P -m nazorg ", 1)
    lines = [f"/{_quoted(werkboom.prefix)}{line[1:]}" for line in ATTRIBUTEN if line.startswith("/")]
    attributen.unlink(missing_ok=True)
    with attributen.open("x", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        file.write(_of_the_user(werkboom) + "".join(f"{line}\n" for line in lines))
    return ("-c", f"{_DRIVER}={command}", "-c", f"core.attributesFile={attributen}")


def _python() -> str:
    return shlex.quote(sys.executable.replace("\\", "/"))


def _quoted(prefix: str) -> str:
    """A folder as a pattern that means nothing but that folder."""
    return re.sub(r"[\s\\*?\[\]\"]", "?", prefix)


def _of_the_user(werkboom: Werkboom) -> str:
    """What the user's own attributes say, of all repositories."""
    for scope in ("--global", "--system"):
        chosen = git(
            werkboom.top, "config", scope, "--includes", "--path", "--get", "core.attributesFile"
        ).stdout.strip()
        if chosen:
            place = Path(chosen)
            break
    else:
        place = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "git" / "attributes"
    try:
        text = place.read_text(encoding="utf-8", errors="surrogateescape")
    except (OSError, RuntimeError):
        return ""
    return text if not text or text.endswith("\n") else f"{text}\n"
