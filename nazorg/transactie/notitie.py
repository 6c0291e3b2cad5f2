"""A note of our own: on disk before what it tells of, and read with care, for anyone may have put one there."""

import json
import os
from pathlib import Path
from typing import Any

from nazorg.werkmap import sync_folder

_VERSIE = 1


class JournaalKapotError(ValueError):
    """What stands there is no note of ours."""


def write_notitie(place: Path, inhoud: dict[str, Any]) -> None:
    """Put ``inhoud`` at ``place``, on disk when this returns. Raises ``OSError``."""
    fresh = place.with_name(f"{place.name}.nieuw")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)  # never through a link that was put there
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(json.dumps({"versie": _VERSIE, **inhoud}, ensure_ascii=True))
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, place)
    sync_folder(place.parent)


def read_notitie(place: Path) -> dict[str, Any] | None:
    """What stands at ``place``; ``None`` where nothing does. Raises ``JournaalKapotError`` and ``OSError``."""
    if not os.path.lexists(place):
        return None
    if place.is_symlink() or not place.is_file():
        raise JournaalKapotError
    try:
        found = json.loads(place.read_bytes())
        if not isinstance(found, dict) or found.pop("versie") != _VERSIE:
            raise JournaalKapotError
    except (ValueError, KeyError, RecursionError) as error:
        raise JournaalKapotError from error
    return found


def remove_notitie(place: Path) -> None:
    """What it told of is over. Raises ``OSError``."""
    place.unlink(missing_ok=True)
    sync_folder(place.parent)
