"""The editor of the person at the keyboard."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from nazorg.errors import UsageError

_OP_REGEL = ("vi", "vim", "nvim", "nano", "emacs", "micro", "joe", "ne", "kak", "mcedit")
_WACHTEND = {"code": ["--wait", "--goto"], "codium": ["--wait", "--goto"], "subl": ["--wait"]}


def run_editor(file: Path, line: int) -> None:
    """Open ``file`` at ``line`` (from 1) and wait until the person closes it. Raises ``UsageError``."""
    command = _command()
    try:
        done = subprocess.run([*command, *_arguments(command[0], file, line)], check=False)
    except OSError:
        raise UsageError(
            f"De editor '{command[0]}' kon niet gestart worden.", "Zeg met EDITOR welke u gebruikt, bijvoorbeeld nano."
        ) from None
    if done.returncode:
        raise UsageError(f"De editor '{command[0]}' eindigde met fout {done.returncode}.", f"Uw tekst staat in {file}.")


def _command() -> list[str]:
    """What ``VISUAL`` or ``EDITOR`` says, else what there is."""
    asked = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if asked and asked.strip():
        try:
            return shlex.split(asked, posix=os.name != "nt")
        except ValueError:
            raise UsageError(f"EDITOR is niet te lezen: {asked}", "Sluit elk aanhalingsteken.") from None
    if os.name == "nt":
        return ["notepad"]
    found = next((name for name in ("nano", "vim", "vi") if shutil.which(name)), None)
    if found is None:
        raise UsageError("Er is geen editor gevonden.", "Zeg met EDITOR welke u gebruikt, bijvoorbeeld: EDITOR=nano")
    return [found]


def _arguments(program: str, file: Path, line: int) -> list[str]:
    name = Path(program).stem.lower()
    if name in _WACHTEND:  # these leave at once, unless they are told to wait
        return [*_WACHTEND[name], f"{file}:{line}"]
    return [f"+{line}", str(file)] if name in _OP_REGEL and line > 1 else [str(file)]
