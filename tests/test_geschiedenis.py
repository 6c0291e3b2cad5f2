"""What a history is asked of: whose, since when, how much, and of which part of a dossier."""

from datetime import date

from fabriek_git import commit, git, merge
from historie.fabriek import PAD, actie, dossier, historie, write

from nazorg.geschiedenis import Vraag, removed_dossiers, tell_history


def ask(folder, **asked):
    return tell_history(historie(folder), Vraag(**asked))


def kinds(verhaal):
    return [(str(one.wijziging.soort), "/".join(map(str, one.wijziging.weg))) for one in verhaal.gebeurtenissen]


def test_events_are_those_of_the_days_asked_for_both_included(tmp_path):
    write(tmp_path, dossier(), dossier(status="nazorg"), dossier(status="afgesloten"), dossier(status="nazorg"))
    verhaal = ask(tmp_path, pad=PAD, sinds=date(2026, 10, 2), tot=date(2026, 10, 3))
    assert [one.herkomst.op.day for one in verhaal.gebeurtenissen] == [3, 2]


def test_events_of_a_colleague_are_found_by_name_or_address_and_so_are_those_that_were_overridden(tmp_path):
    commit(tmp_path, {PAD: dossier(actie())})
    git(tmp_path, "checkout", "--quiet", "-b", "zij")
    commit(tmp_path, {PAD: dossier(actie("gedaan"))}, op="2026-10-02T12:00:00", door="S. Yilmaz")
    git(tmp_path, "checkout", "--quiet", "main")
    merge(tmp_path, "zij", {}, door="R. Haddad")
    for who in ("s. yilmaz", "s.yilmaz@example.org"):
        verhaal = ask(tmp_path, door=frozenset({who}))
        assert [(one.samenvoeging, one.herkomst.door) for one in verhaal.gebeurtenissen] == [
            ("overschreven", "R. Haddad"),
            ("", "S. Yilmaz"),
        ]


def test_no_more_events_are_given_than_asked_and_it_says_so(tmp_path):
    write(tmp_path, dossier(), dossier(status="nazorg"), dossier(status="afgesloten"))
    assert (len(ask(tmp_path, aantal=2).gebeurtenissen), ask(tmp_path, aantal=2).meer) == (2, True)
    assert (len(ask(tmp_path, aantal=3).gebeurtenissen), ask(tmp_path, aantal=3).meer) == (3, False)
    assert ask(tmp_path).meer is False


def test_action_and_leefgebied_narrow_what_is_told(tmp_path):
    write(tmp_path, dossier(actie()), dossier(actie(), status="nazorg"), dossier(actie("gedaan"), status="nazorg"))
    way = "leefgebieden/onderdak/acties/w4hn"
    assert kinds(ask(tmp_path, pad=PAD, actie="w4hn")) == [("gewijzigd", f"{way}/status"), ("toegevoegd", way)]
    assert kinds(ask(tmp_path, leefgebied="onderdak")) == [
        ("gewijzigd", f"{way}/status"),
        ("toegevoegd", "leefgebieden/onderdak"),
    ]
    assert kinds(ask(tmp_path, pad=PAD, actie="k7r2")) == []


def test_dossiers_that_were_taken_away_are_known(tmp_path):
    write(tmp_path, dossier())
    assert removed_dossiers(historie(tmp_path)) == []
    commit(tmp_path, {PAD: None})
    assert removed_dossiers(historie(tmp_path)) == [PAD]
