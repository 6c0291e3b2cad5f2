"""The hooks that git calls in this clone: what stands there, and putting ours there with what stood there kept."""

import os
import re
import secrets
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from nazorg.errors import WriteError, in_words
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.werkboom import Werkboom

HAKEN = ("pre-commit", "pre-merge-commit", "pre-push")
"""Before a commit, before the commit of a merge, before a push."""

EIGEN = ".eigen"
"""What stood there before goes on under this name, and is called first."""

_TEKEN = re.compile(rb"nazorg\b[^\n]* haak ")
_MEEST = 100_000


class Stand(StrEnum):
    """How a hook stands."""

    GOED = "goed"
    ONTBREEKT = "ontbreekt"
    VEROUDERD = "verouderd"
    VAN_EEN_ANDER = "van een ander"
    ELDERS = "elders"


@dataclass(frozen=True)
class Haak:
    """The hook ``naam`` at ``plek``. ``ELDERS``: the user's own settings lead to another folder, for all repositories.

    There we put nothing.
    """

    naam: str
    plek: Path
    stand: Stand


def read_haken(werkboom: Werkboom) -> Iterator[Haak]:
    """How each of our hooks stands in this clone."""
    elsewhere = _chosen_folder(werkboom)
    folder = elsewhere or werkboom.common_dir / "hooks"
    for naam in HAKEN:
        plek = folder / naam
        yield Haak(naam, plek, _stand(naam, plek, elsewhere=elsewhere is not None))


def install_haak(haak: Haak) -> None:
    """Put our hook there; another that stands there is kept, and called first. Raises ``WriteError``.

    One in a folder that the user's own settings lead to, is left as it is.
    """
    if haak.stand in (Stand.GOED, Stand.ELDERS):
        return
    kept = haak.plek.with_name(haak.naam + EIGEN)
    fresh = haak.plek.with_name(f".{haak.naam}.{secrets.token_hex(4)}")
    try:
        if haak.plek.parent.is_symlink():
            raise WriteError(f"{haak.plek.parent} is een snelkoppeling.", "Haal haar weg; daarna lukt het wel.")
        haak.plek.parent.mkdir(exist_ok=True)
        if haak.stand is Stand.VAN_EEN_ANDER:
            if os.path.lexists(kept):
                raise WriteError(
                    f"Naast {haak.plek} staat ook al {kept.name}; een van de twee zou verloren gaan.",
                    "Voeg ze samen, of haal er een weg.",
                )
            os.rename(haak.plek, kept)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o755)
        with os.fdopen(handle, "wb") as file:
            file.write(_script(haak.naam))
        os.replace(fresh, haak.plek)
    except OSError as error:
        raise WriteError(f"{haak.plek} kon niet geschreven worden: {in_words(error)}.", "") from error


def _chosen_folder(werkboom: Werkboom) -> Path | None:
    """Where the user's own settings say that hooks are; ``None`` where that is in the repository itself."""
    for scope in ("--global", "--system"):
        found = git(werkboom.top, "config", scope, "--includes", "--path", "--get", "core.hooksPath").stdout
        if chosen := found.removesuffix("\n"):
            return werkboom.top / chosen
    return None


def _stand(naam: str, plek: Path, *, elsewhere: bool) -> Stand:
    text = _read(plek)
    later = _read(plek.with_name(f"{naam}.legacy"))  # pre-commit, put there later, goes on calling ours so
    calls_us = _TEKEN.search(text or b"") or (text and b"pre-commit" in text and _TEKEN.search(later or b""))
    if elsewhere:
        return Stand.GOED if calls_us else Stand.ELDERS
    if text is None:
        return Stand.ONTBREEKT
    if calls_us and (text == _script(naam) or not text.startswith(_BEGIN)):
        return Stand.GOED if os.access(plek, os.X_OK) else Stand.VEROUDERD
    return Stand.VEROUDERD if text.startswith(_BEGIN) else Stand.VAN_EEN_ANDER


def _read(plek: Path) -> bytes | None:
    try:
        with plek.open("rb") as file:
            return file.read(_MEEST)
    except OSError:
        return b"" if os.path.lexists(plek) else None


_BEGIN = b"#!/bin/sh\n# Van nazorg: kijkt na wat git op het punt staat vast te leggen of te delen.\n"


def _script(naam: str) -> bytes:
    """Our hook ``naam``. It works where ``nazorg`` is on the path, and else with the Python of now, if that is there.

    ``-P``: Python would else take a folder ``nazorg`` in the repository for the program.
    """
    python = shlex.quote(sys.executable.replace("\\", "/"))
    invoer = "printf '%s\\n' \"$invoer\" | " if naam == "pre-push" else ""
    return (
        _BEGIN
        + f"""\
# Opnieuw gemaakt door: nazorg zelftest --herstel. Een eigen haak hoort in het bestand {naam}{EIGEN} hiernaast.
{"invoer=$(cat)" if invoer else ":"}
eigen="$(dirname "$0")/{naam}{EIGEN}"
if [ -x "$eigen" ]; then
  {invoer}"$eigen" "$@" || exit $?
fi
if command -v nazorg >/dev/null 2>&1; then
  {invoer}nazorg haak {naam} "$@"
elif [ -x {python} ] && {python} -P -c 'import nazorg' 2>/dev/null; then
  {invoer}{python} -P -m nazorg haak {naam} "$@"
else
  echo "nazorg: het programma nazorg is hier niet te vinden; wat git gaat vastleggen of delen," >&2
  echo "        is daarom niet nagekeken, en gaat niet door." >&2
  echo "        Doe het in een venster waarin de opdracht nazorg werkt, en geef daar eenmaal:" >&2
  echo "        nazorg zelftest --herstel" >&2
  exit 1
fi
""".encode()
    )
