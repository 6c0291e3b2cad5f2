"""The door of a room of which each name is imported when it is first asked for: not all who come in need everything."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy_door(room: str, plekken: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The ``__getattr__`` of the package ``room``; ``plekken`` says which names are in which module of it."""
    plek_van = {name: plek for plek, names in plekken.items() for name in names}

    def find(name: str) -> Any:
        plek = plek_van.get(name)
        if plek is None:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        found = getattr(import_module(f"{room}.{plek}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return find
