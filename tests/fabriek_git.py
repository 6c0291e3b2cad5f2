"""One maker of git repositories for tests, with pinned names and dates."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, op: str = "2026-10-01T12:00:00") -> str:
    """Run git in ``folder`` as a fixed person at the moment ``op``, without anyone's own settings."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "M. Bakker",
        "GIT_AUTHOR_EMAIL": "m.bakker@example.org",
        "GIT_COMMITTER_NAME": "M. Bakker",
        "GIT_COMMITTER_EMAIL": "m.bakker@example.org",
        "GIT_AUTHOR_DATE": op,
        "GIT_COMMITTER_DATE": op,
    }
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, files: dict[str, str | bytes | None], *, op: str = "2026-10-01T12:00:00") -> str:
    """Write ``files`` (``None`` takes one away), commit all, and return the commit; makes the repository."""
    if not (folder / ".git").exists():
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "--quiet")
    for path, content in files.items():
        target = folder / path
        if content is None:
            target.unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x", op=op)
    return git(folder, "rev-parse", "HEAD").strip()
