"""The holidays of a year are worked out once, and kept in the index; without one they are worked out all the same."""

import sqlite3
from datetime import date

import pytest

from nazorg.index import tabellen
from nazorg.index.bestand import make_index, open_index
from nazorg.index.feestdagen import Feestdagen
from nazorg.index.versie import program_version
from nazorg.termijnen import awt_feestdagen

JAREN = (2024, 2026, 2027)


class Rekenaar:
    """Works holidays out, and remembers for which years it was asked."""

    def __init__(self):
        self.years = []

    def __call__(self, year):
        self.years.append(year)
        return awt_feestdagen(year)


@pytest.fixture
def reken():
    return Rekenaar()


@pytest.fixture
def met_index(tmp_path):
    make_index(tmp_path, program_version()).close()
    return tmp_path


def test_year_that_was_worked_out_is_kept_for_whoever_asks_next(met_index, reken):
    for _ in range(2):
        dagen = Feestdagen(met_index, reken)
        assert {year: dagen(year) for year in JAREN} == {year: awt_feestdagen(year) for year in JAREN}
    assert reken.years == list(JAREN)
    assert Feestdagen(met_index, reken)(2026)[date(2026, 4, 27)] == "Koningsdag"


def test_without_an_index_it_is_worked_out_and_none_is_made(tmp_path, reken):
    for _ in range(2):
        assert Feestdagen(tmp_path, reken)(2026) == awt_feestdagen(2026)
    assert reken.years == [2026, 2026]
    assert open_index(tmp_path, None) is None


def test_index_of_another_program_is_not_believed(tmp_path, reken):
    with make_index(tmp_path, "een ander") as index:
        tabellen.write_gegeven(index, "feestdagen 2026", "2026-11-26 verzonnen")
    index.close()
    assert Feestdagen(tmp_path, reken)(2026) == awt_feestdagen(2026)


@pytest.mark.parametrize("harm", ["geen dag", "2026-13-45 x"])
def test_what_was_harmed_is_worked_out(met_index, reken, harm):
    with open_index(met_index, None) as index:
        tabellen.write_gegeven(index, "feestdagen 2026", harm)
    index.close()
    assert Feestdagen(met_index, reken)(2026) == awt_feestdagen(2026)


def test_while_somebody_else_writes_it_is_told_at_once_and_kept_afterwards(met_index, reken):
    writer = open_index(met_index, None)
    writer.execute("BEGIN IMMEDIATE")
    dagen = Feestdagen(met_index, reken)
    assert dagen(2026) == awt_feestdagen(2026)
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(database_of(writer), timeout=0).execute("BEGIN IMMEDIATE")
    writer.execute("ROLLBACK")
    writer.close()
    dagen.keep()
    assert Feestdagen(met_index, reken)(2026) == awt_feestdagen(2026)
    assert reken.years == [2026]


def database_of(connection):
    return connection.execute("PRAGMA database_list").fetchone()[2]
