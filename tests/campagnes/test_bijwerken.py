"""A slice of the campaign of three clones; the whole is ``python -m tests.campagnes.bijwerken``."""

import os

import pytest

from .deel import run_slice

pytestmark = [
    pytest.mark.campagne,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign forks its processes"),
]


def test_clones_that_exchange_in_any_order_end_the_same_with_every_edit(capsys):
    run_slice(capsys, "bijwerken", "--aantal", "40", "--seed", "3")
