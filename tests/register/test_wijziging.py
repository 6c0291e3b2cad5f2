"""A change is one commit of one file, on top of what stands there when its turn comes."""

from dataclasses import replace
from random import Random

import pytest
from fabriek_git import git

from nazorg.errors import ConcurrentChangeError, UsageError
from nazorg.gitrepo import open_revisie
from nazorg.register import Register
from nazorg.register.wijziging import GeweigerdError, change, create, propose, replace_text
from nazorg.transactie import digest_of
from nazorg.werkmap import Werkmap
from nazorg.wijzigen import allot, defer, finish, log, read_toewijzing, set_fields

from .conftest import NUMMER, PAD
from .fabriek import PEILDATUM, dossier, write


def do(register, plan, reden="", opdracht="zet"):
    return change(register, PAD, plan, reden, Random(1), opdracht)


def message(folder, versie="HEAD"):
    return git(folder, "log", "-1", "--format=%an <%ae>%n%B", versie).strip()


def test_change_is_one_commit_with_ids_and_names_of_fields_and_no_text(register, folder):
    made = do(register, finish("w4hn", None, "Geheim resultaat"), "Geheime reden", "gedaan")
    assert message(folder) == (
        "M. Bakker <m.bakker@example.org>\n"
        "gedaan NZ-2026-k7f3mq w4hn: status, gedaan_op, resultaat, logboek\n\n"
        "Dossier: NZ-2026-k7f3mq\nActie: w4hn"
    )
    assert git(folder, "rev-parse", "HEAD").strip() == made.vastgelegd.commit
    assert git(folder, "show", "--format=", "--name-only").split() == [PAD]
    assert git(folder, "status", "--porcelain") == ""


def test_subject_is_never_longer_than_a_line(register, folder):
    many = [f"h8sb.{name}" for name in ("wacht_op=betrokkene", "eigenaar=m.bakker", "afgesproken=2026-11-01")]
    fields = [*many, "w4hn.wat=x", "w4hn.eigenaar=m.bakker", "w4hn.afgesproken=2026-11-01", "status=in_detentie"]
    do(register, set_fields(read_toewijzing(one) for one in [*fields, "gemeente=Gouda", "kader=justitieel"]))
    subject = git(folder, "log", "-1", "--format=%s").strip()
    assert len(subject) <= 72
    assert subject.endswith("…")


def test_what_was_changed_by_hand_is_committed_first_and_by_itself(register, folder, inhoud):
    (folder / PAD).write_text(inhoud.replace("wat: Inschrijven", "wat: Inschrijven bij de corporatie"))
    made = do(register, allot("w4hn", "m.bakker"))
    assert made.eerst_bewaard
    assert git(folder, "log", "--format=%s", "-2").splitlines() == [
        "zet NZ-2026-k7f3mq w4hn: eigenaar",
        "bewaar NZ-2026-k7f3mq",
    ]
    assert "bij de corporatie" in open_revisie(folder, "HEAD~1").read(PAD).data.decode()


def test_dossier_that_was_never_committed_is_committed_first(register, folder):
    pad, text = dossier("a2bcde", betrokkene="p-a2bcde")
    write(folder, (pad, text), regio=None)
    change(register, pad, log("Gebeld", ""), "", Random(1), "logboek")
    assert git(folder, "log", "--format=%s", "-2").splitlines() == [
        "logboek NZ-2026-a2bcde: logboek",
        "bewaar NZ-2026-a2bcde",
    ]


def test_fout_made_by_hand_keeps_the_change_out(register, folder, inhoud):
    (folder / PAD).write_text(inhoud.replace("kader: vrijwillig", "kader: vrijwilig"))
    with pytest.raises(GeweigerdError, match="niet te lezen"):
        do(register, allot("w4hn", "m.bakker"))
    assert git(folder, "rev-list", "--count", "HEAD").strip() == "1"


def test_plan_sees_what_another_wrote_meanwhile(register, folder):
    other = Register(Werkmap(folder), PEILDATUM)
    register.dossier(PAD)
    do(other, defer("w4hn", "2026-12-05"))
    do(register, allot("w4hn", "m.bakker"))
    text = (folder / PAD).read_text()
    assert "uiterlijk: 2026-12-05" in text
    assert "eigenaar: m.bakker" in text


def test_nothing_to_change_is_no_commit(register, folder):
    assert do(register, defer("w4hn", "2026-12-01")).vastgelegd is None
    assert git(folder, "rev-list", "--count", "HEAD").strip() == "1"


def test_only_showing_writes_nothing(register, folder, inhoud):
    made = propose(register, PAD, finish("w4hn", None, ""), "reden", Random(1))
    assert [one.weg[-1] for one in made.wijzigingen if len(one.weg) > 2] == ["status", "gedaan_op"]
    assert made.vastgelegd is None
    assert (folder / PAD).read_text() == inhoud
    assert git(folder, "status", "--porcelain") == ""


def test_what_stood_in_git_does_not_change(folder):
    register = Register(open_revisie(folder, "HEAD"), PEILDATUM)
    with pytest.raises(UsageError, match="verandert niet meer"):
        do(register, allot("w4hn", "m.bakker"))


@pytest.mark.usefixtures("thuis")
def test_plain_folder_keeps_the_change_without_a_commit(tmp_path, inhoud):
    register = Register(Werkmap(write(tmp_path / "gewoon", (PAD, inhoud))), PEILDATUM)
    made = do(register, allot("w4hn", "m.bakker"))
    assert made.vastgelegd.commit is None
    assert "eigenaar: m.bakker" in (tmp_path / "gewoon" / PAD).read_text()


def test_new_dossier_does_not_take_the_place_of_another(register, folder, inhoud):
    with pytest.raises(ConcurrentChangeError):
        create(register, PAD, inhoud.encode(), "nieuw")
    assert git(folder, "status", "--porcelain") == ""


def test_text_from_an_editor_replaces_what_the_person_began_with(register, folder, inhoud):
    data = inhoud.replace("wat: Urgentie", "wat: Urgentie met spoed").encode()
    replace_text(register, PAD, digest_of(inhoud.encode()), data, "Gebeld", Random(1), "bewerk")
    text = (folder / PAD).read_text()
    assert "met spoed" in text
    assert "kort: 'Bewerkt: Gebeld'" in text
    assert message(folder).splitlines()[1] == "bewerk NZ-2026-k7f3mq: wat, logboek"


def test_text_from_an_editor_does_not_undo_what_another_wrote_meanwhile(register, folder, inhoud):
    do(Register(Werkmap(folder), PEILDATUM), allot("w4hn", "m.bakker"))
    data = inhoud.replace("wat: Urgentie", "wat: Urgentie met spoed").encode()
    with pytest.raises(ConcurrentChangeError):
        replace_text(register, PAD, digest_of(inhoud.encode()), data, "", Random(1), "bewerk")
    assert "eigenaar: m.bakker" in (folder / PAD).read_text()
    assert git(folder, "status", "--porcelain") == ""


def test_editor_mends_a_dossier_that_could_not_be_read(register, folder, inhoud):
    broken = inhoud.replace("kader: vrijwillig", "kader: [")
    (folder / PAD).write_text(broken)
    made = replace_text(register, PAD, digest_of(broken.encode()), inhoud.encode(), "", Random(1), "bewerk")
    assert (folder / PAD).read_text() == inhoud
    assert made.nummer == NUMMER


def test_reason_with_personal_details_is_refused(register, folder):
    with pytest.raises(GeweigerdError) as caught:
        do(register, allot("w4hn", "m.bakker"), "mail naar jan@example.org")
    assert [one.code for one in caught.value.bevindingen] == ["NZ702"]
    assert "jan@" not in " ".join([caught.value.message, caught.value.remedy, *caught.value.details])
    assert git(folder, "status", "--porcelain") == ""


def test_name_that_git_knows_signs(register, folder, thuis):
    (thuis / ".gitconfig").write_text("[user]\n  email = m.bakker@example.org\n  name = Mieke\n", encoding="utf-8")
    do(register, allot("w4hn", "m.bakker"))
    assert message(folder).splitlines()[0] == "Mieke <m.bakker@example.org>"


def test_findings_that_come_with_the_change_are_told_and_no_others(register):
    made = do(register, set_fields([read_toewijzing("onderdak.stand=op_orde")]))
    assert [one.code for one in made.bevindingen] == ["NZ305"]
    assert replace(made, bevindingen=()).dossier == made.dossier
