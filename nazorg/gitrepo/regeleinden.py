"""The bytes that git would keep of a file: its line ends as the attributes of the path say."""

from collections.abc import Iterable, Mapping

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.werkboom import Werkboom

_GEVRAAGD = ("text", "crlf", "eol", "filter", "working-tree-encoding", "ident")
_GEEN = ("unspecified", "unset")

Attributen = Mapping[str, str]
"""Of one path: the value of each attribute that was asked for."""


def read_attributen(werkboom: Werkboom, paths: Iterable[str]) -> dict[str, Attributen]:
    """The attributes of each of ``paths`` (from the top).

    Raises ``RepositoryError`` for a path whose content git would pass through a program or another encoding: what we
    would write there is not what git would.
    """
    asked = list(paths)
    listed = git(
        werkboom.top,
        "check-attr",
        "-z",
        "--stdin",
        *_GEVRAAGD,
        stdin="\0".join([*asked, ""]).encode("utf-8", "surrogateescape"),
    )
    if listed.returncode:
        raise RepositoryError("De attributen van git zijn niet te lezen.", "Kijk het bestand .gitattributes na.")
    found: dict[str, dict[str, str]] = {path: {} for path in asked}
    parts = listed.stdout.split("\0")
    for path, name, value in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        found[path][name] = value
    for path, attributen in found.items():
        for name in ("filter", "working-tree-encoding", "ident"):
            if attributen[name] not in _GEEN:
                raise RepositoryError(
                    f"git bewaart {path} niet zoals het er staat ('{name}' in .gitattributes).",
                    "Haal die regel weg, of leg de wijziging zelf vast met git.",
                )
    return dict(found)


def stored_form(data: bytes, attributen: Attributen, previous: bytes | None, *, autocrlf: bool) -> bytes:
    """What git would keep of ``data``: with plain line feeds where the path is text, else as it is.

    A path of which git must find out (``auto``, or ``core.autocrlf``) keeps the line ends of its ``previous`` content.
    """
    if b"\r\n" not in data:
        return data
    text, eol = attributen["text"], attributen["eol"]
    if text == "unspecified":  # what it was called before
        text = {"input": "set"}.get(attributen["crlf"], attributen["crlf"])
    if text == "unset":
        return data
    if text == "set" or (text == "unspecified" and eol in ("lf", "crlf")):
        return data.replace(b"\r\n", b"\n")
    if (text == "auto" or autocrlf) and (previous is None or b"\r\n" not in previous):
        return data.replace(b"\r\n", b"\n")
    return data


def is_ignored(werkboom: Werkboom, paths: Iterable[str]) -> bool:
    """Whether git is told to ignore one of ``paths`` (from the top)."""
    return git(werkboom.top, "check-ignore", "-z", "--stdin", stdin=_listed(paths)).returncode == 0


def _listed(paths: Iterable[str]) -> bytes:
    return "\0".join([*paths, ""]).encode("utf-8", "surrogateescape")
