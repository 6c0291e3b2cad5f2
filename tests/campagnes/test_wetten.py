"""A slice of the campaign of the laws of a merge; the whole is ``python -m tests.campagnes.wetten``."""

import pytest

from .deel import run_slice

pytestmark = pytest.mark.campagne


def test_what_comes_of_two_sides_keeps_the_laws_of_a_merge(capsys):
    run_slice(capsys, "wetten", "--aantal", "150", "--processen", "1")
