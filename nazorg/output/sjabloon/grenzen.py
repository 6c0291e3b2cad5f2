"""How long a template may take and how much memory it may use, in the process that renders it."""

import signal
from contextlib import suppress
from typing import NoReturn

from nazorg.output.sjabloon.fouten import Sjabloonfout

SECONDEN = 1.0
"""Of the processor, for one text. The built-in agenda of 40 dossiers takes a tenth."""

GEHEUGEN = 256 * 1024 * 1024
"""In bytes, on top of what the program itself has."""

LANGSTE = 8 * 1024 * 1024
"""In signs, of the text that comes out."""


def set_limits() -> None:
    """Hold this process to the limits from now on, as far as the system knows them.

    Past the time ``Sjabloonfout`` is raised where the template is; past the memory ``MemoryError``. What does not
    listen (one long step of a library) the system ends a second later. Windows knows neither: there the parent waits.
    """
    try:
        import resource
    except ImportError:
        return
    signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDEN)
    used = resource.getrusage(resource.RUSAGE_SELF)
    stop = int(used.ru_utime + used.ru_stime + SECONDEN) + 1
    _limit(resource.RLIMIT_CPU, stop)
    _limit(resource.RLIMIT_AS, _size() + GEHEUGEN)


def _limit(kind: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    with suppress(ValueError, OSError):  # a system that will not have it; the parent waits there too
        resource.setrlimit(kind, (value, hard))


def _size() -> int:
    """How much address space this process has, in bytes; a generous guess where that cannot be read."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * 4096
    except OSError:
        return 1024 * 1024 * 1024


def _too_long(number: int, frame: object) -> NoReturn:
    del number, frame
    raise Sjabloonfout("het sjabloon duurt te lang; kijk of een lus wel ophoudt")
