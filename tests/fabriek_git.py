"""One maker of git repositories for tests, with pinned names and dates."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, op: str = "2026-10-01T12:00:00", door: str = "M. Bakker") -> str:
    """Run git in ``folder`` as ``door`` at the moment ``op``, without anyone's own settings."""
    mail = f"{''.join(sign for sign in door.lower() if sign in 'abcdefghijklmnopqrstuvwxyz.')}@example.org"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": door,
        "GIT_AUTHOR_EMAIL": mail,
        "GIT_COMMITTER_NAME": door,
        "GIT_COMMITTER_EMAIL": mail,
        "GIT_AUTHOR_DATE": op,
        "GIT_COMMITTER_DATE": op,
    }
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


def commit(
    folder: Path, files: dict[str, str | bytes | None], *, op: str = "2026-10-01T12:00:00", door: str = "M. Bakker"
) -> str:
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
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x", op=op, door=door)
    return git(folder, "rev-parse", "HEAD").strip()


def merge(
    folder: Path, branch: str, files: dict[str, str | bytes | None], *, op: str = "2026-10-09T12:00:00", door: str = ""
) -> str:
    """Merge ``branch`` so that ``files`` are the result of it, whatever git would make of them; return the commit."""
    git(folder, "merge", "--quiet", "--no-ff", "--no-commit", "--strategy", "ours", branch, op=op)
    return commit(folder, files, op=op, door=door or "M. Bakker")
