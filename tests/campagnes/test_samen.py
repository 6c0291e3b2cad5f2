"""A slice of the campaign of writers at the same time; the whole is ``python -m tests.campagnes.samen``."""

import os

import pytest

from .deel import run_slice

pytestmark = [
    pytest.mark.campagne,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign forks its processes"),
]


def test_changes_of_many_processes_are_all_kept_each_in_its_own_commit(capsys):
    run_slice(capsys, "samen", "--processen", "4", "--aantal", "8")
