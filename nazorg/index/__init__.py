"""What was read of the dossiers, kept beside them so that it need not be read again. The only user of sqlite3.

Derived: it may be deleted at any moment, and whatever is wrong with it, the answer comes from the files instead. Ask
``nazorg.index.antwoord``, which alone brings SQLite with it; here is what passes in and out, imported when it is first
asked for: a shell that completes a word needs none of it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nazorg.index.inhoud import Actiestand, Inhoud, Keuring, Lezer, Progress, Regio


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from nazorg.index import inhoud

    globals().update({one: getattr(inhoud, one) for one in __all__})
    return globals()[name]


__all__ = ["Actiestand", "Inhoud", "Keuring", "Lezer", "Progress", "Regio"]
