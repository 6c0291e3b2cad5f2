"""Git: who is at the keyboard, and a repository for a new werkmap."""

import os
import subprocess
from pathlib import Path

from nazorg.errors import RepositoryError

# A received repository is hostile until shown otherwise: none of its programs may run under our own calls.
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")


def user_email(folder: Path) -> str | None:
    """The e-mail address with which git would commit in ``folder``; ``None`` without git or without an address."""
    try:
        found = _git(folder, "config", "--get", "user.email")
    except FileNotFoundError:
        return None
    return found.stdout.strip() or None


def init_repository(folder: Path) -> bool:
    """Make ``folder`` a git repository; ``False`` when git is not installed or it already lies in one.

    Raises ``RepositoryError`` when git refuses.
    """
    try:
        if _git(folder, "rev-parse", "--is-inside-work-tree").stdout.strip() == "true":
            return False
        made = _git(folder, "-c", "init.defaultBranch=main", "init", "--quiet")
    except FileNotFoundError:
        return False
    if made.returncode:
        raise RepositoryError(f"git kon van {folder} geen repository maken.", "Kijk of u in die map mag schrijven.")
    return True


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"LC_ALL": "C", "GIT_NO_REPLACE_OBJECTS": "1"}
    return subprocess.run(
        ["git", *_SAFE, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
