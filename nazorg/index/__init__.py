"""What was read of the dossiers, kept beside them so that it need not be read again. The only user of sqlite3.

Derived: it may be deleted at any moment, and whatever is wrong with it, the answer comes from the files instead. Ask
``nazorg.index.antwoord``, which alone brings SQLite with it; here is what passes in and out.
"""

from nazorg.index.inhoud import Actiestand, Inhoud, Keuring, Lezer, Regio

__all__ = ["Actiestand", "Inhoud", "Keuring", "Lezer", "Regio"]
