"""A slice of the campaign of kills; the whole is ``python -m tests.campagnes.doden``."""

import os

import pytest

from .deel import run_slice

pytestmark = [
    pytest.mark.campagne,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign forks its processes"),
]


def test_no_change_is_lost_or_half_when_its_process_is_killed(capsys):
    run_slice(capsys, "doden", "--aantal", "100")
