"""Plain data for a template: dicts, lists, text, numbers and nothing that has methods of ours."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any


def plain(value: object) -> Any:
    """``value`` as dicts, lists, ``str``, ``int``, ``bool`` and ``None``.

    A dataclass becomes a dict of its fields, a day ISO 8601, a time ``10:00``. Raises ``TypeError`` for anything else.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    raise TypeError(f"{type(value).__name__} is no plain data")
