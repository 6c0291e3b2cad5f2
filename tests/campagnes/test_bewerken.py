"""A slice of the campaign of edits; the whole is ``python -m tests.campagnes.bewerken``."""

import pytest

from .deel import run_slice

pytestmark = pytest.mark.campagne


def test_edit_in_any_form_of_a_dossier_changes_its_own_field_alone(capsys):
    run_slice(capsys, "bewerken", "--aantal", "5000")
