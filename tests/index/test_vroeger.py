"""The law of what stood in git: the index tells it as the files of that version do, and reads none of them twice."""

from datetime import date
from unittest.mock import patch

import pytest
from fabriek_git import commit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from register.fabriek import PEILDATUM

from nazorg.gitrepo import open_revisie
from nazorg.index.plaats import index_folder
from nazorg.register import (
    Register,
    acties_from_files,
    acties_from_index,
    dossiers_from_files,
    dossiers_from_index,
)
from nazorg.register.filter import ALLES
from nazorg.te_laat import group_overdue
from nazorg.werkmap import Werkmap

from .fabriek import DETENTIES, FILTERS, KAPOT, REGIOS, STATUSSEN, TERMIJNEN, by_files, by_index, text_of, whole

PADEN = ("dossiers/2026/NZ-2026-aaaaa1.yaml", "dossiers/NZ-2026-bbbbb2.yaml", "dossiers/x/NZ-2026-aaaaa1.yml")
DAGEN = (PEILDATUM, date(2026, 12, 1), date(2027, 3, 1))
teksten = st.builds(
    text_of,
    st.sampled_from(("aaaaa1", "bbbbb2")),
    st.sampled_from(DETENTIES),
    st.sampled_from(STATUSSEN),
    st.lists(st.sampled_from(TERMIJNEN), max_size=3).map(tuple),
) | st.sampled_from((KAPOT, "a: 1\n", None, "x" * 300_000))


def told_by_index(folder, revisie, peildatum, keuze):
    acties = acties_from_index(Werkmap(folder), peildatum, revisie=revisie)
    dossiers = dossiers_from_index(Werkmap(folder), peildatum, revisie=revisie)
    return acties and told(acties, dossiers, keuze)


def told_by_files(revisie, peildatum, keuze):
    return told(*(read(Register(revisie, peildatum)) for read in (acties_from_files, dossiers_from_files)), keuze)


def told(acties, dossiers, keuze):
    return (acties.regio, whole(group_overdue(acties, keuze, 7)), list(dossiers.standen(keuze)), dossiers.onleesbaar())


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_stood_in_git_is_told_as_its_files_tell_it(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("wet") / "regio"
    regio = st.sampled_from([one for one in REGIOS if one is not None])
    versions = [commit(folder, {"nazorg.yaml": data.draw(regio), PADEN[0]: text_of("aaaaa1", "", "in_detentie", ())})]
    for _ in range(data.draw(st.integers(0, 4))):
        changed = {data.draw(st.sampled_from(PADEN)): data.draw(teksten)}
        if data.draw(st.booleans()):
            changed["nazorg.yaml"] = data.draw(regio)
        there = {path: text for path, text in changed.items() if text is not None or (folder / path).exists()}
        versions.append(commit(folder, there))
    for _ in range(4):
        revisie = open_revisie(folder, data.draw(st.sampled_from(versions)))
        peildatum, keuze = data.draw(st.sampled_from(DAGEN)), data.draw(st.sampled_from(FILTERS))
        assert told_by_index(folder, revisie, peildatum, keuze) in (told_by_files(revisie, peildatum, keuze), None)
        if data.draw(st.booleans()):
            assert by_index(folder, peildatum) == by_files(folder, peildatum)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "regio"
    commit(folder, {"nazorg.yaml": REGIOS[0], PADEN[0]: text_of("aaaaa1", "", "in_detentie", TERMIJNEN[:3])})
    commit(folder, {PADEN[0]: text_of("aaaaa1", "", "in_detentie", TERMIJNEN[3:6]), PADEN[1]: KAPOT})
    commit(folder, {PADEN[0]: None, PADEN[1]: text_of("bbbbb2", "", "in_detentie", TERMIJNEN[:2])})
    return folder


@pytest.mark.parametrize("versie", ["HEAD", "HEAD~1", "HEAD~2"])
def test_version_that_was_asked_about_before_reads_no_dossier(folder, versie):
    first = told_by_index(folder, open_revisie(folder, versie), PEILDATUM, ALLES)
    assert first == told_by_files(open_revisie(folder, versie), PEILDATUM, ALLES)
    with patch("nazorg.register.lezer.Registerlezer.inhoud", side_effect=AssertionError("it was read")):
        assert told_by_index(folder, open_revisie(folder, versie), PEILDATUM, ALLES) == first


def test_version_of_which_the_work_tree_holds_the_same_bytes_reads_no_dossier(folder):
    by_index(folder)
    with patch("nazorg.register.lezer.Registerlezer.inhoud", side_effect=AssertionError("it was read")):
        assert told_by_index(folder, open_revisie(folder, "HEAD"), PEILDATUM, ALLES)


def test_work_tree_is_told_as_it_is_after_a_version_was_asked_about(folder):
    for versie in ("HEAD~1", "HEAD~2"):
        told_by_index(folder, open_revisie(folder, versie), PEILDATUM, ALLES)
        assert by_index(folder) == by_files(folder)


def test_folder_that_cannot_be_written_gets_the_answer_all_the_same(folder):
    where = index_folder(folder)
    assert where is not None
    where.write_text("a file stands in the way")
    revisie = open_revisie(folder, "HEAD~1")
    assert told_by_index(folder, revisie, PEILDATUM, ALLES) == told_by_files(revisie, PEILDATUM, ALLES)
