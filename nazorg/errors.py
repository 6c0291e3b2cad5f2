"""Operational failures: what stops a command, with the exit code that tells a script why.

Bad input is never an exception (see ``diagnostics``); these are for the rest: no werkmap here,
a file that cannot be written, someone else's change in between.
"""

import errno

_REDENEN = {
    errno.ENOENT: "bestaat niet",
    errno.EEXIST: "bestaat al",
    errno.EACCES: "u mag er niet bij",
    errno.EPERM: "u mag dit niet",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "het is een snelkoppeling",
    errno.ESPIPE: "het is geen gewoon bestand",
    errno.ENXIO: "het is geen gewoon bestand",
}


def in_words(error: OSError) -> str:
    """Why the system refused, in Dutch."""
    return _REDENEN.get(error.errno or 0, f"de computer meldt fout {error.errno}")


class NazorgError(Exception):
    """A failure with Dutch words for the user and an exit code for the shell.

    ``message`` says what is wrong, ``remedy`` what to do about it, ``details`` what else there is to show, a line
    each. None may hold free text of a dossier.
    """

    exit_code = 4

    def __init__(self, message: str, remedy: str = "", details: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.details = details


class UsageError(NazorgError):
    """The command was given something that it cannot use (exit code 2)."""

    exit_code = 2


class RepositoryError(NazorgError):
    """The werkmap or its git repository is not in a state to work with (exit code 4)."""


class WriteError(NazorgError):
    """A file could not be written; what stood there still stands there (exit code 4)."""


class ConcurrentChangeError(NazorgError):
    """The file is no longer what was read: someone else changed it in between (exit code 4)."""
