"""Look at everything, and mend on request."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from nazorg.errors import NazorgError
from nazorg.register import Register
from nazorg.transactie.plek import open_plek
from nazorg.werkmap import Werkmap, find_git
from nazorg.zelftest import afgeleid, kloon, machine
from nazorg.zelftest.punt import Kloon, Machine, Oordeel, Punt, good

KLOON: tuple[Callable[[Kloon], Iterator[Punt]], ...] = (
    kloon.check_place,
    kloon.check_settings,
    kloon.check_driver,
    kloon.check_attributes,
    kloon.check_hooks,
    kloon.check_line_ends,
    kloon.check_durability,
    kloon.check_ignored,
    afgeleid.check_filters,
)
"""What is looked at in a clone, in this order."""


def examine(register: Register, here: Machine, *, herstel: bool) -> list[Punt]:
    """Everything that was looked at in the werkmap of ``register``; with ``herstel`` what can be mended is."""
    return [_mended(punt) if herstel else punt for punt in _all(register, here)]


def _all(register: Register, here: Machine) -> Iterator[Punt]:
    assert isinstance(register.bron, Werkmap)
    root = register.bron.root
    yield from afgeleid.check_left_behind(root)
    yield from machine.check_git(root)
    yield from machine.check_identity(root, register)
    yield from machine.check_window(here)
    yield from machine.check_persons()
    yield from _settings(register)
    if find_git(root) is None:
        doe = "Met git hebt u een geschiedenis en kunt u delen: git init, en dan: nazorg zelftest --herstel"
        yield Punt("git-map", Oordeel.LET_OP, "Deze werkmap ligt niet in git.", doe)
    else:
        try:
            werkboom = open_plek(root).werkboom
            assert werkboom is not None  # it lies in git
            own = Kloon(root, werkboom, register)
            for check in KLOON:
                yield from check(own)
        except NazorgError as error:
            yield Punt("git-map", Oordeel.MIS, error.message, error.remedy)
    yield from afgeleid.check_index(root)


def _settings(register: Register) -> Iterator[Punt]:
    gelezen = register.gelezen_instellingen
    if gelezen is not None and gelezen.is_leesbaar:
        yield good("nazorg.yaml", register.instellingen.regio)
    else:
        yield Punt(
            "nazorg.yaml", Oordeel.MIS, "De instellingen zijn er niet, of zijn niet te lezen.", "nazorg controleer"
        )


def _mended(punt: Punt) -> Punt:
    """``punt`` as it is after mending, with what was done; what could not be mended says why."""
    if punt.herstel is None:
        return punt
    try:
        return replace(punt, oordeel=Oordeel.GOED, gedaan=punt.herstel(), doe="", herstel=None)
    except NazorgError as error:
        return replace(punt, gedaan=error.message, doe=error.remedy or punt.doe)
