"""A slice of the campaign of calls that fail in a merge; the whole is ``python -m tests.campagnes.samenkomen``."""

import os

import pytest

from .deel import run_slice

pytestmark = [
    pytest.mark.campagne,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign forks its processes"),
]


def test_work_of_two_people_comes_together_whatever_call_fails(capsys):
    run_slice(capsys, "samenkomen", "--aantal", "20")
