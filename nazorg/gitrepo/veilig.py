"""What every call of git has in common: which program it is, and that nothing of a received repository runs."""

import os
from collections.abc import Mapping

SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "log.showSignature=false")
"""None of a received repository's programs may run under our own calls."""


def environment() -> Mapping[str, str]:
    """The environment for git: nothing that a hook exports, no translations, no replaced history, nothing fetched."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "LC_ALL": "C",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
    }


def program() -> str:
    """Where git is; never a program of the folder that is looked at. Raises ``FileNotFoundError``."""
    if os.name == "nt":
        from shutil import which

        found = which("git")
        if found is not None and os.path.isabs(found):
            return found
        raise FileNotFoundError("git")
    for folder in os.get_exec_path():  # shutil.which does the same, and takes as long to import as git to answer
        full = os.path.join(folder, "git")
        if os.path.isabs(full) and os.path.isfile(full) and os.access(full, os.X_OK):
            return full
    raise FileNotFoundError("git")
