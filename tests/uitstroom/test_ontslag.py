"""Can, is expected to, or will: what the first day outside is."""

from datetime import date

import pytest

from nazorg.begrippen.keuzes import Status
from nazorg.termijnen import Werkkalender
from nazorg.uitstroom import has_left, how_sure, release_of

from .fabriek import dossier

PEILDATUM = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("inside", "soort", "hoe", "days"),
    [
        ({"verwacht": "2026-12-18"}, "verwacht", "verwacht", ["2026-12-18"]),
        ({"verwacht": "2026-12-18", "zekerheid": "vast"}, "verwacht", "vast", ["2026-12-18"]),
        ({"vroegst": "2026-12-04"}, "vroegst", "kan", ["2026-12-04"]),
        ({"vroegst": "2026-12-04", "verwacht": "2026-12-18"}, "vroegst", "kan", ["2026-12-04", "2026-12-18"]),
        ({"vroegst": "2026-12-04", "verwacht": "2026-12-18", "zekerheid": "vast"}, "verwacht", "vast", ["2026-12-18"]),
        ({"soort": "voorlopige_hechtenis", "zitting": "2026-12-09"}, "zitting", "kan", ["2026-12-09"]),
        (
            {"soort": "voorlopige_hechtenis", "zitting": "2026-12-20", "verwacht": "2026-12-10"},
            "zitting",
            "kan",
            ["2026-12-10", "2026-12-20"],
        ),
        (
            {"fasering": [("pp", "2026-12-01")], "verwacht": "2027-02-01"},
            "fasering",
            "kan",
            ["2026-12-01", "2027-02-01"],
        ),
        ({"feitelijk": "2026-12-01", "vroegst": "2026-11-25"}, "feitelijk", "vast", ["2026-12-01"]),
        ({"zekerheid": "onbekend"}, "onbekend", "onbekend", []),
    ],
)
def test_first_day_is_called_by_what_it_is(inside, soort, hoe, days):
    dag = release_of(dossier(**inside), Werkkalender(), PEILDATUM)
    assert dag is not None
    assert (dag.soort, how_sure(dag)) == (soort, hoe)
    assert [str(day) for day in dag.dagen] == days


def test_person_without_detention_has_no_day():
    assert release_of(dossier(), Werkkalender(), PEILDATUM) is None
    assert how_sure(None) == "onbekend"


@pytest.mark.parametrize(
    ("status", "inside", "left"),
    [
        (Status.IN_DETENTIE, {"verwacht": "2026-11-01"}, False),
        (Status.IN_DETENTIE, {"feitelijk": "2026-11-23"}, True),
        (Status.IN_DETENTIE, {"feitelijk": "2026-11-24"}, False),
        (Status.AANGEMELD, {}, False),
        (Status.EXTRAMURAAL, {"verwacht": "2026-12-01"}, True),
        (Status.NAZORG, {}, True),
    ],
)
def test_who_is_still_inside_has_not_left(status, inside, left):
    assert has_left(dossier(status=status, **inside), PEILDATUM) is left
