"""The commits that touched a file, with what differs from each parent, and nobody's programs run."""

import os
import stat
from datetime import timedelta
from itertools import islice

import pytest
from fabriek_git import commit, git, merge

from nazorg.errors import RepositoryError
from nazorg.gitrepo import Objectlezer, find_repository, read_commits, removed_paths, renamed_from


def commits(folder, *paths):
    repository = find_repository(folder)
    return list(read_commits(repository, repository.head, paths))


def test_commit_has_its_author_moment_and_blobs(tmp_path):
    first = commit(tmp_path, {"a.yaml": "1"})
    last = commit(tmp_path, {"a.yaml": "2", "b.yaml": "1"}, op="2026-11-19T14:02:00-05:30", door='Ünal, "Ö" [red]x')
    newest, oldest = commits(tmp_path, "a.yaml")
    assert (newest.id, newest.parents, oldest.id, oldest.parents) == (last, (first,), first, ())
    assert (newest.author, newest.at.isoformat()) == ('Ünal, "Ö" [red]x', "2026-11-19T14:02:00-05:30")
    ((wissel,),) = newest.against
    blobs = [git(tmp_path, "rev-parse", f"{one}:a.yaml").strip() for one in (first, last)]
    assert [wissel.path, wissel.old, wissel.new] == ["a.yaml", *blobs]
    assert oldest.against[0][0].old is None


def test_merge_is_held_against_every_side_that_it_differs_from(tmp_path):
    commit(tmp_path, {"a.yaml": "1", "b.yaml": "1"})
    git(tmp_path, "checkout", "--quiet", "-b", "zij")
    side = commit(tmp_path, {"a.yaml": "2"})
    git(tmp_path, "checkout", "--quiet", "main")
    main = commit(tmp_path, {"b.yaml": "2"})
    merged = merge(tmp_path, "zij", {})
    found = commits(tmp_path, "a.yaml", "b.yaml")[0]
    assert (found.id, found.parents) == (merged, (main, side))
    assert [[one.path for one in group] for group in found.against] == [["a.yaml", "b.yaml"]]
    assert [len(one.against) for one in commits(tmp_path, "b.yaml") if one.id == merged] == [1]


def test_commit_comes_after_all_that_build_on_it_whatever_the_clocks_said(tmp_path):
    names = [commit(tmp_path, {"a.yaml": str(day)}, op=f"2026-10-{day:02}T12:00:00") for day in (9, 3, 7)]
    assert [one.id for one in commits(tmp_path, "a.yaml")] == names[::-1]


def test_git_is_stopped_when_no_more_is_asked_for(tmp_path):
    for number in range(3):
        commit(tmp_path, {"a.yaml": str(number)})
    repository = find_repository(tmp_path)
    found = read_commits(repository, repository.head, ["a.yaml"])
    assert len(list(islice(found, 1))) == 1
    found.close()


def test_history_that_is_damaged_is_not_taken_for_a_whole_one(tmp_path):
    first = commit(tmp_path, {"a.yaml": "1"})
    commit(tmp_path, {"a.yaml": "2"})
    lost = tmp_path / ".git/objects" / first[:2] / first[2:]
    lost.chmod(stat.S_IWUSR)
    lost.unlink()
    with pytest.raises(RepositoryError):
        commits(tmp_path, "a.yaml")


def test_name_of_before_is_found_in_the_commit_that_changed_it(tmp_path):
    commit(tmp_path, {"oud/a b.yaml": "dossier: x\nstatus: y\n"})
    blob = git(tmp_path, "rev-parse", "HEAD:oud/a b.yaml").strip()
    last = commit(tmp_path, {"oud/a b.yaml": None, "nieuw/[a].yaml": "dossier: x\nstatus: y\nkader: z\n"})
    repository = find_repository(tmp_path)
    assert renamed_from(repository, last, "nieuw/[a].yaml") == ("oud/a b.yaml", blob)
    assert renamed_from(repository, last, "elders.yaml") is None


def test_what_was_taken_away_is_known_by_name(tmp_path):
    commit(tmp_path, {"regio/dossiers/a.yaml": "1", "regio/dossiers/b.yaml": "1", "x.yaml": "1"})
    commit(tmp_path, {"regio/dossiers/a.yaml": None, "x.yaml": None})
    repository = find_repository(tmp_path / "regio")
    assert removed_paths(repository, repository.head, "regio/dossiers") == {"regio/dossiers/a.yaml"}


def test_programs_and_settings_of_the_repository_have_no_say(tmp_path):
    repo, trace = tmp_path / "repo", tmp_path / "gedraaid"
    program = tmp_path / "kwaad"
    program.write_text(f"#!/bin/sh\ntouch '{trace}'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    commit(repo, {"a.yaml": "1", "b.yaml": "x", ".gitattributes": "*.yaml diff=kwaad\n"}, door="M. Bakker")
    commit(repo, {"a.yaml": "2"})
    plain = commits(repo, "a.yaml", "b.yaml")
    (repo / ".mailmap").write_text("Iemand Anders <x@example.org> <m.bakker@example.org>\n", encoding="utf-8")
    for name, value in {
        "log.showSignature": "true",
        "gpg.program": str(program),
        "diff.external": str(program),
        "diff.kwaad.textconv": str(program),
        "diff.kwaad.command": str(program),
        "core.fsmonitor": str(program),
        "core.pager": str(program),
        "pager.log": "true",
        "log.mailmap": "true",
        "mailmap.file": ".mailmap",
        "log.follow": "true",
        "log.diffMerges": "off",
        "log.showRoot": "false",
        "log.decorate": "full",
        "log.date": "relative",
        "diff.renames": "copies",
        "diff.relative": "true",
        "diff.noprefix": "true",
        "diff.orderFile": "order",
        "diff.ignoreSubmodules": "none",
        "format.pretty": "fuller",
        "format.notes": "*",
        "i18n.logOutputEncoding": "latin1",
        "color.ui": "always",
        "core.quotePath": "true",
        "core.abbrev": "4",
        "alias.log": f"!{program}",
    }.items():
        git(repo, "config", name, value)
    (repo / "order").write_text("b.yaml\n", encoding="utf-8")
    signed = git(repo, "cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n", 1
    )
    (tmp_path / "signed").write_text(signed, encoding="utf-8")
    name = git(repo, "hash-object", "-t", "commit", "-w", str(tmp_path / "signed")).strip()
    git(repo, "update-ref", "HEAD", name)
    assert [(one.author, one.mail, one.against) for one in commits(repo, "a.yaml", "b.yaml")] == [
        (one.author, one.mail, one.against) for one in plain
    ]
    renamed_from(find_repository(repo), name, "a.yaml")
    assert not trace.exists()


def test_moment_that_no_clock_can_say_is_the_beginning_of_time(tmp_path):
    commit(tmp_path, {"a.yaml": "1"})
    odd = git(tmp_path, "cat-file", "commit", "HEAD").splitlines()
    odd[1] = "author X <x> 99999999999999999 +9999"
    (tmp_path / "odd").write_text("\n".join([*odd, ""]), encoding="utf-8")
    name = git(tmp_path, "hash-object", "--literally", "-t", "commit", "-w", str(tmp_path / "odd")).strip()
    git(tmp_path, "update-ref", "HEAD", name)
    (found,) = commits(tmp_path, "a.yaml")
    assert (found.at.year, found.at.utcoffset()) == (1970, timedelta())


def test_path_may_hold_any_sign_but_nul(tmp_path):
    odd = "\na\x01:\t\\é"
    commit(tmp_path, {odd: "1", b"\xff.yaml".decode(errors="surrogateescape"): "1"})
    found = {one.path for commit in commits(tmp_path, ".") for group in commit.against for one in group}
    assert {os.fsencode(path) for path in found} == {os.fsencode(odd), b"\xff.yaml"}


def test_object_that_is_elsewhere_is_not_fetched_with_a_program_of_the_repository(tmp_path):
    trace = tmp_path / "gedraaid"
    commit(tmp_path / "repo", {"a.yaml": "1"})
    commit(tmp_path / "repo", {"a.yaml": "2", "b.yaml": "x"})
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::touch {trace}",
        "remote.origin.promisor": "true",
        "protocol.ext.allow": "always",
    }.items():
        git(tmp_path / "repo", "config", name, value)
    blob = git(tmp_path / "repo", "rev-parse", "HEAD~1:a.yaml").strip()
    lost = tmp_path / "repo/.git/objects" / blob[:2] / blob[2:]
    lost.chmod(stat.S_IWUSR)
    lost.unlink()
    found = commits(tmp_path / "repo", "a.yaml")
    assert len(found) == 2
    assert Objectlezer(tmp_path / "repo").read(blob) is None
    renamed_from(find_repository(tmp_path / "repo"), found[0].id, "b.yaml")
    assert not trace.exists()
