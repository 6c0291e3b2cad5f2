"""Many files are read by several processes: in order, no more at once than needed, whatever becomes of a process."""

import multiprocessing
import os
import signal
from functools import partial

import pytest

from nazorg.begrippen.bron import Bestand
from nazorg.register import Filter, acties_from_index, check_from_index, naast_elkaar
from nazorg.register.naast_elkaar import STUK, read_beside, worth_it
from nazorg.te_laat import group_overdue
from nazorg.werkmap import Werkmap

from .fabriek import PEILDATUM, dossier, onderdak, write

AANTAL = 7 * STUK + 3


def bestanden(taken=None):
    for number in range(AANTAL):
        if taken is not None:
            taken.append(number)
        yield Bestand(f"{number}.yaml", str(number).encode())


def give(work):
    return work


def by(work):
    """Makes ``work`` in a process."""
    return partial(give, work)


def name_of(bestand):
    return bestand.path, bestand.data


def process_of(_bestand):
    return os.getpid()


def die_half_way(bestand):
    if bestand.path == f"{2 * STUK}.yaml" and multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return name_of(bestand)


def fail_always(_bestand):
    raise LookupError


def test_what_comes_of_each_is_told_in_their_order():
    found = list(read_beside(by(name_of), bestanden(), alone=pytest.fail))
    assert found == [name_of(one) for one in bestanden()]


def test_work_is_really_done_elsewhere():
    found = set(read_beside(by(process_of), bestanden(), alone=pytest.fail))
    assert found
    assert os.getpid() not in found


def test_no_more_is_taken_than_is_worked_on(monkeypatch):
    monkeypatch.setattr(naast_elkaar, "_VOORUIT", 1)
    monkeypatch.setattr(naast_elkaar, "_processen", lambda: 2)
    taken = []
    next(read_beside(by(name_of), bestanden(taken), alone=pytest.fail))
    assert len(taken) <= 3 * STUK


def test_what_a_process_that_died_left_is_done_here():
    assert list(read_beside(by(die_half_way), bestanden(), name_of)) == [name_of(one) for one in bestanden()]


def test_where_no_process_can_be_started_all_is_done_here(monkeypatch):
    def refuse(*_, **__):
        raise OSError

    monkeypatch.setattr("concurrent.futures.process.ProcessPoolExecutor.submit", refuse)
    assert list(read_beside(pytest.fail, bestanden(), name_of)) == [name_of(one) for one in bestanden()]


def test_fault_in_the_work_is_a_fault_here_as_well():
    with pytest.raises(LookupError):
        list(read_beside(by(fail_always), bestanden(), alone=pytest.fail))


def test_few_files_are_not_worth_it(monkeypatch):
    monkeypatch.setattr(naast_elkaar, "_processen", lambda: 2)
    assert not worth_it(100)
    assert worth_it(100_000)
    monkeypatch.setattr(naast_elkaar, "_processen", lambda: 1)
    assert not worth_it(100_000)


def test_index_made_by_several_says_what_one_made_by_one_says(tmp_path, monkeypatch):
    several = []
    monkeypatch.setattr(naast_elkaar, "worth_it", lambda _: several.append(True) or multiprocess)
    said = []
    for multiprocess in (True, False):
        folder = write(tmp_path / str(multiprocess), *map(some_dossier, range(260)))
        lijst = acties_from_index(Werkmap(folder), PEILDATUM)
        overdue = group_overdue(lijst, Filter(), 30)
        controle = check_from_index(Werkmap(folder), PEILDATUM)
        said.append(([list(rows) for rows in overdue[1:8]], overdue.onleesbaar, controle))
    assert len(several) >= 2
    assert said[0] == said[1]
    assert said[0][0][0]
    assert said[0][2].bevindingen


def some_dossier(number):
    nummer = f"{number:06d}".translate(str.maketrans("01", "km"))
    pad, text = dossier(nummer, onderdak(f"wat: stap, uiterlijk: 2026-11-{1 + number % 28:02d}"))
    return (pad, "dossier: [\n") if number % 50 == 49 else (pad, text)
