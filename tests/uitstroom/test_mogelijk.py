"""What can be done today, and whether there is little time."""

from datetime import date

import pytest
from termijnen.fabriek import INSTELLINGEN

from nazorg.termijnen import Werkkalender
from nazorg.uitstroom import can_begin, is_short_stay, order_of

from .fabriek import actie, dossier, leefgebied

PEILDATUM = date(2026, 11, 23)


def possible(one, *others, **inside):
    found = dossier({"zorg": leefgebied(one, *others)}, **inside)
    return can_begin(("zorg", 0), found, order_of(found), INSTELLINGEN, Werkkalender(), PEILDATUM)


def test_action_that_waits_for_nothing_can_begin():
    assert possible(actie("a1aa"))
    assert possible(actie("a1aa", na=["b1aa"]), actie("b1aa", status="gedaan"))


def test_action_that_waits_cannot_begin():
    assert not possible(actie("a1aa", na=["b1aa"]), actie("b1aa"))


def test_action_after_an_impossible_one_cannot_begin():
    assert not possible(actie("a1aa", na=["b1aa"]), actie("b1aa", status="niet_mogelijk"))


@pytest.mark.parametrize(
    ("niet_voor", "can"),
    [
        ("2026-11-23", True),
        ("2026-11-24", False),
        ("ontslag - 3w", False),
        ("ontslag - 4w", True),
        ("ontslag + 1d", False),
        ("binnenkomst + 1w", False),  # nobody wrote down when that was
        ("pw-41-4 vanaf 2026-10-26", True),  # a waiting time of the law
        ("pw-41-4 vanaf 2026-10-27", False),
    ],
)
def test_action_begins_on_the_day_of_niet_voor(niet_voor, can):
    assert possible(actie(niet_voor=niet_voor), verwacht="2026-12-18") is can


def test_suspended_action_cannot_begin():
    assert not possible(actie(uiterlijk="2026-12-01", opgeschort="2026-11-20"))


@pytest.mark.parametrize(
    ("first", "ingesloten", "short"),
    [
        ("2026-12-21", None, True),
        ("2026-12-22", None, False),
        ("2027-01-20", "2026-12-23", True),
        ("2027-01-20", "2026-12-22", False),
        ("2026-11-01", "2026-01-01", True),
    ],
)
def test_stay_is_short_from_the_first_day_or_from_today(first, ingesloten, short):
    inside = {"ingesloten": ingesloten} if ingesloten else {}
    assert is_short_stay(dossier(**inside), date.fromisoformat(first), PEILDATUM) is short
