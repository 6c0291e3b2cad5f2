"""A repository of an attacker: whatever it brings along, none of its programs runs under any command of ours.

Each attack is shown to be one: git itself, asked plainly, does run the program.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from fabriek_git import commit, git

from nazorg.cli.opdrachten import INGANGEN, OPDRACHTEN

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"
HAKEN = (
    *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-merge-commit", "post-merge", "pre-push"),
    *("post-checkout", "post-index-change", "reference-transaction", "post-rewrite", "pre-rebase", "pre-auto-gc"),
    *("fsmonitor-watchman", "applypatch-msg", "push-to-checkout", "proc-receive", "update", "pre-receive"),
)
WOORDEN = {
    "toon": ["k7f3", "--herkomst"],
    "waarom": ["k7f3"],
    "zoek": ["k7f3"],
    "agenda": ["--datum", "2026-11-26", "--gemeente", "Leiden", "--soort", "casusoverleg"],
    "plan": ["k7f3"],
    "nieuw": ["--gemeente", "Leiden", "--regisseur", "m.bakker"],
    "traject": ["pas-toe", "k7f3", "kort-gestraft"],
    "actie": ["k7f3", "onderdak", "Bellen", "--eigenaar", "pi-alphen", "--uiterlijk", "2027-02-01"],
    "gedaan": ["k7f3", "h8sb"],
    "stel-uit": ["k7f3", "w4hn", "2027-02-01"],
    "deel-toe": ["k7f3", "w4hn", "pi-alphen"],
    "zet": ["k7f3", "onderdak.situatie=x"],
    "logboek": ["k7f3", "Gebeld"],
    "ontslagdatum": ["k7f3", "2027-02-01"],
    "vrij": ["q8dj", "2026-11-23"],
    "draag-over": ["b4wn", "--naar", "Gouda"],
    "sluit-af": ["b4wn", "--reden", "x", "--vervallen"],
    "bewerk": ["k7f3"],
    "geschiedenis": ["k7f3"],
    "verschil": ["HEAD"],
    "init": ["nieuw", "--regio", "R", "--gemeente", "Leiden", "--regisseur", "x", "--mail", "x@example.org"],
    "haak": ["pre-commit"],
}
"""What each command is given; another is called as it is."""

ALLE = [opdracht.naam for groep in OPDRACHTEN.values() for opdracht in groep if opdracht.naam != "demo"]
MET_GIT = ("te-laat", "geschiedenis", "verschil", "logboek", "bijwerken", "bewaar")
"""Those that ask git in ways of their own."""


@dataclass(frozen=True)
class Aanval:
    """``bereid`` puts it in the repository, given the program; ``bewijs`` is the plain git that runs that."""

    bereid: Callable[[Path, str], None]
    bewijs: tuple[str, ...] = ()


def instelling(*pairs):
    def bereid(root, kanarie):
        for name, value in pairs:
            git(root, "config", "--replace-all", name.replace("KANARIE", kanarie), value.replace("KANARIE", kanarie))

    return bereid


def samen(*steps):
    def bereid(root, kanarie):
        for step in steps:
            step(root, kanarie)

    return bereid


def hooks(folder):
    def bereid(root, kanarie):
        for name in HAKEN:
            hook = root / folder / name
            hook.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(kanarie, hook)

    return bereid


def attribuut(line, path=".git/info/attributes"):
    def bereid(root, _):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(f"{line}\n", encoding="utf-8")

    return bereid


def bestand(path, text):
    def bereid(root, kanarie):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text.replace("KANARIE", kanarie), encoding="utf-8")

    return bereid


def signed(root, _):
    """A last commit that says that it is signed: git asks the program whether that is so."""
    tree, parent = git(root, "rev-parse", "HEAD^{tree}").strip(), git(root, "rev-parse", "HEAD").strip()
    who = "M. Bakker <m.bakker@example.org> 1790000000 +0000"
    sign = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----\n"
    raw = f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n{sign}\nx\n"
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        cwd=root,
        input=raw,
        check=True,
        capture_output=True,
        text=True,
    )
    git(root, "update-ref", "refs/heads/main", made.stdout.strip())


STATUS = ("status",)
COMMIT = ("commit", "--allow-empty", "--message", "x")
FETCH = ("fetch", "origin")
AANVALLEN = {
    "fsmonitor": Aanval(instelling(("core.fsmonitor", "KANARIE")), STATUS),
    "hooks": Aanval(hooks(".git/hooks"), COMMIT),
    "hooksPath": Aanval(samen(hooks("haken"), instelling(("core.hooksPath", "haken"))), COMMIT),
    "filter clean": Aanval(samen(instelling(("filter.x.clean", "KANARIE")), attribuut("* filter=x")), ("add", ".")),
    "filter smudge": Aanval(
        samen(instelling(("filter.x.smudge", "KANARIE")), attribuut("* filter=x")),
        ("checkout-index", "-f", "--all", "--prefix=elders/"),
    ),
    "filter process": Aanval(samen(instelling(("filter.x.process", "KANARIE")), attribuut("* filter=x")), ("add", ".")),
    "filter in the tree": Aanval(
        samen(instelling(("filter.x.clean", "KANARIE")), attribuut("* filter=x", ".gitattributes")), ("add", ".")
    ),
    "diff external": Aanval(instelling(("diff.external", "KANARIE")), ("diff",)),
    "diff command": Aanval(samen(instelling(("diff.x.command", "KANARIE")), attribuut("* diff=x")), ("diff",)),
    "textconv": Aanval(samen(instelling(("diff.x.textconv", "KANARIE")), attribuut("* diff=x")), ("log", "-p")),
    "merge driver": Aanval(
        samen(instelling(("merge.x.driver", "KANARIE")), attribuut("* merge=x")), ("merge", "--no-edit", "origin/main")
    ),
    "merge driver that is called as ours": Aanval(
        samen(instelling(("merge.nazorg.driver", "KANARIE")), attribuut("* merge=nazorg")),
        ("merge", "--no-edit", "origin/main"),
    ),
    "sshCommand": Aanval(
        instelling(("core.sshCommand", "KANARIE"), ("remote.origin.url", "ssh://git.example.org/x")), FETCH
    ),
    "ext": Aanval(instelling(("protocol.ext.allow", "always"), ("remote.origin.url", "ext::KANARIE")), FETCH),
    "ext alone": Aanval(instelling(("remote.origin.url", "ext::KANARIE"))),
    "branch that goes to ext": Aanval(instelling(("branch.main.remote", "ext::KANARIE"))),
    "uploadpack": Aanval(instelling(("remote.origin.uploadpack", "KANARIE")), FETCH),
    "receivepack": Aanval(instelling(("remote.origin.receivepack", "KANARIE")), ("push", "origin", "HEAD:nieuw")),
    "insteadOf": Aanval(instelling(("protocol.ext.allow", "always"), ("url.ext::KANARIE .insteadOf", "..")), FETCH),
    "askPass": Aanval(instelling(("core.askPass", "KANARIE"), ("remote.origin.url", "https://localhost:1/x"))),
    "credential": Aanval(instelling(("credential.helper", "!KANARIE"), ("remote.origin.url", "https://localhost:1/x"))),
    "proxy": Aanval(instelling(("core.gitProxy", "KANARIE"), ("remote.origin.url", "git://localhost/x")), FETCH),
    "alternate refs": Aanval(
        samen(
            instelling(("core.alternateRefsCommand", "KANARIE")),
            bestand(".git/objects/info/alternates", "../../../centraal.git/objects\n"),
        ),
        FETCH,
    ),
    "pager": Aanval(instelling(("core.pager", "KANARIE"), ("pager.log", "KANARIE")), ("--paginate", "log")),
    "editor": Aanval(
        instelling(("core.editor", "KANARIE"), ("sequence.editor", "KANARIE")), ("commit", "--allow-empty")
    ),
    "alias": Aanval(instelling(("alias.st", "!KANARIE"), ("alias.log", "!KANARIE")), ("st",)),
    "include": Aanval(
        samen(bestand(".git/meer", "[core]\n\tfsmonitor = KANARIE\n"), instelling(("include.path", "meer"))), STATUS
    ),
    "includeIf": Aanval(
        samen(
            bestand(".git/meer", "[core]\n\tfsmonitor = KANARIE\n"),
            instelling(("includeIf.onbranch:main.path", "meer")),
        ),
        STATUS,
    ),
    "settings of the work tree": Aanval(
        samen(
            instelling(("extensions.worktreeConfig", "true")),
            bestand(".git/config.worktree", "[core]\n\tfsmonitor = KANARIE\n"),
        ),
        STATUS,
    ),
    "gpg": Aanval(instelling(("gpg.program", "KANARIE"), ("commit.gpgsign", "true")), COMMIT),
    "gpg of a log": Aanval(
        samen(instelling(("gpg.program", "KANARIE"), ("log.showSignature", "true")), signed), ("log",)
    ),
    "submodule": Aanval(
        samen(
            bestand(".gitmodules", '[submodule "x"]\n\tpath = x\n\turl = ../centraal.git\n\tupdate = !KANARIE\n'),
            instelling(("submodule.x.update", "!KANARIE"), ("submodule.recurse", "true")),
        )
    ),
    "trailer": Aanval(instelling(("trailer.dossier.command", "KANARIE"), ("trailer.dossier.cmd", "KANARIE"))),
    "garbage": Aanval(instelling(("gc.auto", "1"), ("gc.recentObjectsHook", "KANARIE"))),
    "difftool": Aanval(instelling(("diff.tool", "x"), ("difftool.x.cmd", "KANARIE"), ("merge.tool", "x"))),
    "helper of a remote": Aanval(instelling(("remote.origin.vcs", "kanarie"))),
    "interactive": Aanval(instelling(("interactive.diffFilter", "KANARIE"))),
}


@pytest.fixture
def kanarie(tmp_path):
    """A program that sings: it leaves a file."""
    program = tmp_path / "kanarie"
    program.write_text(f"#!/bin/sh\necho sang >> '{tmp_path}/gezang'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture
def root(klein, tmp_path, monkeypatch):
    """A clone that is not level with the place it shares with, and has work that is not saved."""
    monkeypatch.setenv("EDITOR", "true")
    commit(klein, {})
    git(tmp_path, "clone", "--quiet", "--bare", "regio", "centraal.git")
    git(klein, "remote", "add", "origin", "../centraal.git")
    git(klein, "fetch", "--quiet", "origin")
    text = (klein / PAD).read_text(encoding="utf-8")
    commit(klein, {PAD: f"{text}# van ons\n"})
    git(tmp_path, "clone", "--quiet", "centraal.git", "ander")
    commit(tmp_path / "ander", {PAD: f"{text}# van hen\n"})
    git(tmp_path / "ander", "push", "--quiet")
    git(klein, "fetch", "--quiet", "origin")
    other = klein / "dossiers/2026/NZ-2026-q8dj4s.yaml"
    other.write_text(f"{other.read_text(encoding='utf-8')}# nog niet bewaard\n", encoding="utf-8")
    return klein


def sang(tmp_path):
    return (tmp_path / "gezang").exists()


@pytest.mark.parametrize("naam", [naam for naam, aanval in AANVALLEN.items() if aanval.bewijs])
def test_attack_is_one(root, kanarie, tmp_path, naam):
    AANVALLEN[naam].bereid(root, str(kanarie))
    env = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_AUTHOR_NAME": "x", "GIT_COMMITTER_NAME": "x"}
    env = {name: value for name, value in env.items() if name not in ("GIT_PAGER", "PAGER", "GIT_EDITOR", "EDITOR")}
    ours, theirs = os.openpty()  # a pager comes on a terminal only
    subprocess.run(
        ["git", *AANVALLEN[naam].bewijs], cwd=root, env=env, check=False, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(ours)
    os.close(theirs)
    assert sang(tmp_path)


@pytest.mark.parametrize("naam", AANVALLEN)
def test_program_of_the_repository_does_not_run(root, kanarie, tmp_path, nazorg, naam):
    AANVALLEN[naam].bereid(root, str(kanarie))
    for opdracht in MET_GIT:
        done = nazorg(*filter(None, [opdracht]), *WOORDEN.get(opdracht, []), cwd=root)
        assert done.code in (0, 1, 2, 3, 4), (opdracht, done.err)
        assert not sang(tmp_path), opdracht


@pytest.mark.parametrize("naam", AANVALLEN)
def test_what_mends_and_wipes_runs_no_program_of_the_repository(root, kanarie, tmp_path, nazorg, naam):
    AANVALLEN[naam].bereid(root, str(kanarie))
    for words in (["zelftest", "--herstel"], ["zelftest", "--wis"], ["los-op"], ["controleer", "--vul-aan"]):
        done = nazorg(*words, cwd=root)
        assert done.code in (0, 1, 2, 3, 4), (words, done.err)
        assert not sang(tmp_path), words


@pytest.mark.parametrize("naam", AANVALLEN)
def test_merge_that_waits_is_decided_without_a_program_of_the_repository(root, kanarie, tmp_path, nazorg, naam):
    git(root, "checkout", "--", ".")
    text = (root / PAD).read_text(encoding="utf-8")
    commit(root, {PAD: text.replace("kader: vrijwillig", "kader: justitieel")})
    git(tmp_path / "ander", "pull", "--quiet")
    there = (tmp_path / "ander" / PAD).read_text(encoding="utf-8")
    commit(tmp_path / "ander", {PAD: there.replace("kader: vrijwillig", "kader: onbekend")})
    git(tmp_path / "ander", "push", "--quiet")
    assert nazorg("bijwerken", cwd=root).code == 4
    assert (root / ".git/MERGE_HEAD").exists()
    AANVALLEN[naam].bereid(root, str(kanarie))
    for words in (["los-op"], ["los-op", "--opnieuw"], ["los-op", "--alles", "mijn"], ["bijwerken"]):
        done = nazorg(*words, cwd=root)
        assert done.code in (0, 1, 2, 3, 4), (words, done.err)
        assert not sang(tmp_path), words


@pytest.mark.parametrize("opdracht", ["", *ALLE, *INGANGEN])
def test_no_command_runs_a_program_of_the_repository(root, kanarie, tmp_path, nazorg, opdracht):
    for naam in ("gpg of a log", "fsmonitor", "filter clean", "textconv", "diff external", "merge driver", "hooks"):
        AANVALLEN[naam].bereid(root, str(kanarie))
    attribuut("* filter=x diff=x merge=x")(root, "")
    done = nazorg(*filter(None, [opdracht]), *WOORDEN.get(opdracht, []), cwd=root)
    assert done.code in (0, 1, 2, 3, 4), done.err
    assert not sang(tmp_path)


@pytest.mark.parametrize("opdracht", ["", *ALLE, *INGANGEN])
def test_no_command_calls_a_hook(root, kanarie, tmp_path, nazorg, opdracht):
    AANVALLEN["hooks"].bereid(root, str(kanarie))
    done = nazorg(*filter(None, [opdracht]), *WOORDEN.get(opdracht, []), cwd=root)
    assert done.code in (0, 1, 2, 3, 4), done.err
    assert not sang(tmp_path)


def test_object_that_is_replaced_is_read_as_it_was_committed(root, nazorg):
    git(root, "checkout", "--", ".")
    old = git(root, "rev-parse", f"HEAD:{PAD}").strip()
    text = (root / PAD).read_text(encoding="utf-8").replace("gemeente: Leiden", "gemeente: Gouda")
    new = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], cwd=root, input=text, check=True, capture_output=True, text=True
    ).stdout.strip()
    git(root, "replace", old, new)
    assert "Leiden" in nazorg("--versie", "HEAD", "toon", "k7f3", cwd=root).out
    assert len(nazorg("verschil", cwd=root).out.splitlines()) == 1
