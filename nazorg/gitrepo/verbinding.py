"""``Verbinding``: where the branch is shared with others, and whether its address is one that we go to."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nazorg.errors import RepositoryError
from nazorg.gitrepo.configuratie import refuse_unknown
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.tak import Tak
from nazorg.gitrepo.werkboom import Werkboom

_NAAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_SCHIJF = re.compile(r"[A-Za-z]:[\\/]")
_SSH = re.compile(r"(?:[\w.+-]+@)?[\w][\w.-]*:(?![:/-])[^\s]+|(?:[\w.+-]+@)?[\w][\w.-]*:/[^\s/][^\s]*")
_KALE_HOST = re.compile(r"\[?[A-Za-z0-9][A-Za-z0-9.:-]*\]?")
_VERSLEUTELD = ("https", "ssh", "git+ssh", "ssh+git")
_OPEN = ("http", "git", "ftp", "ftps")


@dataclass(frozen=True)
class Verbinding:
    """The remote ``naam``; ``tak`` is the branch there, and ``volgt`` what we remember of it.

    ``lokaal``: the folder, where it lies on this computer or a share.
    """

    naam: str
    tak: str
    volgt: str
    lokaal: Path | None


def find_verbinding(werkboom: Werkboom, tak: Tak) -> Verbinding | None:
    """Where ``tak`` is shared; ``None`` when no remote is set.

    The one that git knows for the branch, else the only one there is, else ``origin``. Raises ``RepositoryError`` for
    a name or an address that could start a program, that is not encrypted, or that leads into what was received.
    """
    settings = _settings(werkboom)
    own = tak.ref.removeprefix("refs/heads/")
    remotes = list(dict.fromkeys(name[7:-4] for name, _ in settings if _is_url(name)))
    chosen = dict(settings).get(f"branch.{own}.remote", "")
    if chosen and chosen not in remotes:
        raise RepositoryError(
            "De tak wordt gedeeld met een adres dat geen naam heeft, of die niet bestaat.",
            "Geef de gedeelde plek een naam: git remote add origin ADRES, en dan: git branch --set-upstream-to=…",
        )
    naam = chosen or (remotes[0] if len(remotes) == 1 else "origin")
    if naam not in remotes:
        return None
    if not _NAAM.fullmatch(naam) or ".." in naam or naam.endswith((".", ".lock")):
        raise RepositoryError("De naam van de gedeelde plek deugt niet.", "Geef haar een andere: git remote rename")
    places = {
        check_adres(werkboom.top, value)
        for name, value in settings
        if name in (f"remote.{naam}.url", f"remote.{naam}.pushurl")
    }
    there = dict(settings).get(f"branch.{own}.merge", "") if chosen else ""
    branch = there if there.startswith("refs/heads/") else tak.ref
    lokaal = next(iter(places - {None}), None)
    return Verbinding(naam, branch, f"refs/remotes/{naam}/{branch.removeprefix('refs/heads/')}", lokaal)


def check_adres(top: Path, adres: str) -> Path | None:
    """The folder that ``adres`` names on this computer; ``None`` for one elsewhere.

    Raises ``RepositoryError`` for one that is not encrypted, that could start a program, or that leads into the
    repository of which ``top`` is the highest folder, and for a folder whose own settings could start a program.
    """
    if not adres.isprintable() or not adres.strip() or adres.startswith("-"):
        raise _refused("is geen adres")
    if _SCHIJF.match(adres) or adres.startswith("\\\\"):
        return _checked_folder(top, Path(adres))
    if "://" in adres:
        return _checked_url(top, adres)
    if "::" in adres:
        raise _refused("kan een programma starten")
    if ":" not in adres.split("/", 1)[0]:
        return _checked_folder(top, top / adres)
    if not _SSH.fullmatch(adres):
        raise _refused("is geen adres")
    return None


def _checked_url(top: Path, adres: str) -> Path | None:
    scheme = adres.partition("://")[0].lower()
    if scheme == "file":
        return _checked_folder(top, Path(unquote(urlsplit(adres).path)))
    if scheme in _OPEN:
        raise _refused(f"gaat onversleuteld over het net ({scheme})")
    try:
        host = urlsplit(adres).hostname or ""
    except ValueError:
        host = ""
    if scheme not in _VERSLEUTELD or not _KALE_HOST.fullmatch(host):
        raise _refused("kan een programma starten, of is er geen")
    return None


def _checked_folder(top: Path, folder: Path) -> Path:
    """Git starts programs of its own in such a folder: those of a folder that came along could be anybody's."""
    place = Path(os.path.realpath(folder))
    if place.is_relative_to(os.path.realpath(top)):
        raise _refused("ligt in de git-map zelf")
    inner = place / ".git"
    for settings in (found := inner if inner.is_dir() else place) / "config", found / "config.worktree":
        if settings.exists():
            listed = git(top, "config", "--file", os.fspath(settings), "--no-includes", "--list", "-z")
            if listed.returncode:
                raise _refused("heeft instellingen die niet te lezen zijn")
            refuse_unknown(_pairs(listed.stdout), "De gedeelde map")
    return place


def _settings(werkboom: Werkboom) -> list[tuple[str, str]]:
    listed = git(werkboom.top, "config", "--list", "--includes", "-z")
    return list(_pairs(listed.stdout))


def _pairs(listed: str) -> Iterator[tuple[str, str]]:
    for one in filter(None, listed.split("\0")):
        name, _, value = one.partition("\n")
        yield name, value


def _is_url(name: str) -> bool:
    return name.startswith("remote.") and name.endswith(".url") and len(name) > len("remote..url")


def _refused(why: str) -> RepositoryError:
    return RepositoryError(
        f"Het adres van de gedeelde plek {why}; daar gaat nazorg niet heen.",
        "Kijk wat 'git remote -v' zegt. Een adres begint met https:// of ssh://, of is een map buiten deze.",
    )
