"""A slice of the campaign of canaries; the whole is ``python -m tests.campagnes.kanarie``."""

import pytest

from .deel import run_slice

pytestmark = pytest.mark.campagne


def test_no_partner_hears_a_canary_that_its_grounds_do_not_give(capsys):
    run_slice(capsys, "kanarie", "--aantal", "250", "--processen", "1", "--fouten", "2")
