"""The one dossier that a person means."""

import pytest

from nazorg.errors import UsageError
from nazorg.werkmap import find_dossier

PADEN = ["dossiers/2026/NZ-2026-k7f3mq.yaml", "dossiers/2026/NZ-2026-k7g4np.yaml", "dossiers/2025/NZ-2025-b4wn7d.yaml"]


@pytest.mark.parametrize("prefix", ["NZ-2026-k7f3mq", "k7f", "K7F3MQ", "2026-k7f", " k7f3mq "])
def test_beginning_of_the_number_is_enough(prefix):
    assert find_dossier(PADEN, prefix) == PADEN[0]


@pytest.mark.parametrize(
    ("prefix", "words"), [("k7", "past op 2 dossiers"), ("z", "Er is geen dossier"), ("", "geen dossier")]
)
def test_what_means_none_or_more_than_one_is_refused(prefix, words):
    with pytest.raises(UsageError, match=words):
        find_dossier(PADEN, prefix)
