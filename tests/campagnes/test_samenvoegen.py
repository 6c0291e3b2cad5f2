"""A slice of the campaign of merges; the whole is ``python -m tests.campagnes.samenvoegen``."""

import pytest

from .deel import run_slice

pytestmark = pytest.mark.campagne


def test_two_days_of_work_come_together_with_far_fewer_conflicts_than_lines_do(capsys):
    run_slice(capsys, "samenvoegen", "--aantal", "60", "--git", "1")
