"""Whether the settings that a repository itself brings start no program and lead nowhere else."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from nazorg.gitrepo.onze_instellingen import REGISTRATIE, as_written

_ALLES = (
    "push pull fetch gc pack index feature color advice column commitgraph i18n receive maintenance rerere status tag"
    " stash transfer"
)
"""Sections of which every setting is harmless."""

_TOCH_NIET = ("gc.recentobjectshook", "fetch.bundleuri", "fetch.bundlecreationtoken", "transfer.bundleuri")
"""But for these: they start a program, or lead elsewhere."""

_VAN = {
    "core": (
        "repositoryformatversion filemode bare logallrefupdates ignorecase precomposeunicode symlinks autocrlf eol"
        " safecrlf quotepath longpaths fsync fsyncmethod fsyncobjectfiles preloadindex untrackedcache sharedrepository"
        " protecthfs protectntfs abbrev commentchar whitespace hidedotfiles compression loosecompression"
        " bigfilethreshold checkstat trustctime splitindex commitgraph multipackindex"
    ),
    "user": "name email signingkey",
    "author": "name email",
    "committer": "name email",
    "remote": "pushdefault",
    "extensions": "objectformat worktreeconfig refstorage",
    "init": "defaultbranch",
    "merge": "conflictstyle ff renames renamelimit log stat",
    "rebase": "autosquash autostash stat",
    "commit": "gpgsign status verbose cleanup",
    "log": "date decorate follow showroot",
    "diff": "algorithm renames renamelimit colormoved mnemonicprefix noprefix context indentheuristic",
}
_VAN_EEN_NAAM = {
    "remote": "url pushurl fetch push tagopt prune prunetags mirror skipfetchall",
    "branch": "remote merge rebase pushremote description",
}
"""Settings below a name of one's own: ``remote.origin.url``."""

_ONZE = frozenset(f"{name}={as_written(value)}".encode() for name, value in REGISTRATIE.items())
"""What we put there ourselves, with the values that we give it: another value could be anyone's."""

_MEEST = 1 << 16
_WIT = b" \t\r"


def is_onschuldig(name: str) -> bool:
    """Whether the setting ``name`` starts no program and leads nowhere else. What is unknown here is not harmless."""
    section, _, rest = name.lower().partition(".")
    named, _, key = rest.rpartition(".")
    if section in _ALLES.split():
        return bool(key) and name.lower() not in _TOCH_NIET
    return key in (_VAN_EEN_NAAM if named else _VAN).get(section, "").split()


def are_onschuldig(own: Path, common: Path) -> bool:
    """Whether all settings of the repository ``common``, and those of the work tree ``own`` in it, are harmless.

    Read without git, which may not be started before this is known. What is not wholly plain counts as harmful.
    """
    for place in {common / "config", common / "config.worktree", own / "config.worktree"}:
        try:
            names = list(_names(_read(place)))
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            return False
        if not all(is_onschuldig(name) for name in names):
            return False
    return True


def _read(place: Path) -> bytes:
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):  # git would wait for it
            raise ValueError("no file")
        data = os.read(handle, _MEEST)
    finally:
        os.close(handle)
    if len(data) == _MEEST:
        raise ValueError("more settings than anyone writes")
    return data


def _names(data: bytes) -> Iterator[str]:
    """The names of the settings in the text of a config file, without ours.

    Raises ``ValueError`` for what is not wholly plain.
    """
    section = b""
    for raw in data.split(b"\n"):
        line = raw.strip(_WIT)
        if not line or line[:1] in b"#;":
            continue
        if line[:1] == b"[":
            section = _section(line)
            continue
        key, _, value = line.partition(b"=")
        key = key.strip(_WIT)
        if section + key + b"=" + value.strip(_WIT) in _ONZE:
            continue
        if not section or not key.replace(b"-", b"").isalnum() or value.endswith(b"\\"):
            raise ValueError(line)
        yield (section + key).decode("ascii")


def _section(line: bytes) -> bytes:
    """``core.`` of ``[core]``, and ``remote.x.`` of ``[remote "origin"]``: whose name it is, does not matter."""
    name, _, below = line[1:-1].partition(b" ")
    if line[-1:] != b"]" or not name.isalnum():
        raise ValueError(line)
    if not below:
        return name + b"."
    if line in (b'[merge "nazorg"]', b'[diff "nazorg"]'):
        return name + b".nazorg."
    if len(below) < 2 or below[:1] != b'"' or below[-1:] != b'"' or b'"' in below[1:-1] or b"\\" in below:
        raise ValueError(line)
    return name + b".x."
