"""A slice of the campaign of full disks; the whole is ``python -m tests.campagnes.vol``."""

import os

import pytest

from .deel import run_slice

pytestmark = [
    pytest.mark.campagne,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign forks its processes"),
]


def test_full_disk_ends_in_words_and_loses_nothing(capsys):
    run_slice(capsys, "vol", "--aantal", "80")
