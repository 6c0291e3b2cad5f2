"""The choices: each is a text with a meaning that an editor can show."""

import inspect

import pytest

from nazorg.begrippen import keuzes
from nazorg.begrippen.ids import read_sleutel
from nazorg.begrippen.keuzes import BASISVOORWAARDEN, LEEFGEBIEDEN, ONAF, Actiestatus, Keuze

KEUZES = [one for _, one in inspect.getmembers(keuzes, inspect.isclass) if issubclass(one, Keuze) and one is not Keuze]


@pytest.mark.parametrize("soort", KEUZES)
def test_every_keuze_is_its_own_text_and_has_a_meaning(soort):
    assert soort.__doc__
    for member in soort:
        assert str(member) == member.value == f"{member}"
        assert member.omschrijving
        assert read_sleutel(member) == member  # ASCII, no capitals


def test_action_is_unfinished_when_it_is_open_busy_or_waiting():
    assert {str(one) for one in ONAF} == {"open", "bezig", "wacht"}
    assert {str(one) for one in Actiestatus} - ONAF == {"gedaan", "vervallen", "niet_mogelijk"}


def test_network_is_a_leefgebied_but_no_basisvoorwaarde():
    assert tuple(LEEFGEBIEDEN) == (*BASISVOORWAARDEN, "netwerk")
