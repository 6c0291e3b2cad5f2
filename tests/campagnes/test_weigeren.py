"""A slice of the campaign of system calls that fail; the whole is ``python -m tests.campagnes.weigeren``."""

import os

import pytest

from .deel import run_slice

pytestmark = [
    pytest.mark.campagne,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign forks its processes"),
]


def test_system_call_that_fails_ends_in_words_and_loses_nothing(capsys):
    run_slice(capsys, "weigeren", "--aantal", "40")
