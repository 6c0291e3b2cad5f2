"""The one dossier that a person means."""

import pytest

from nazorg.errors import UsageError
from nazorg.werkmap import Werkmap, find_dossier, find_dossier_in

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


@pytest.mark.parametrize("prefix", ["k7", "NZ-2026", "nz-2026-K7f3mq", "2026-b2", "dicht", "x", " k7 ", "", "2026"])
def test_finding_in_a_folder_is_finding_among_all_its_paths(tmp_path, prefix):
    names = ("2026/NZ-2026-k7f3mq", "oud/NZ-2026-k7f3mq", "2025/NZ-2026-b2b2b2", "2026/.NZ-2026-k7")
    for name in (f"{one}.{'YML' if one < '2026' else 'yaml'}" for one in names):
        (tmp_path / "dossiers" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "dossiers" / name).touch()
    (tmp_path / "dossiers/NZ-2026-k8k8k8.txt").touch()
    werkmap = Werkmap(tmp_path)

    def found(find):
        try:
            return find()
        except UsageError as error:
            return error.message

    assert found(lambda: find_dossier_in(werkmap, prefix)) == found(
        lambda: find_dossier(werkmap.paths("dossiers"), prefix)
    )
