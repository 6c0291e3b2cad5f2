"""The settings of a repository: may we work with them, and in whose name."""

from collections.abc import Iterable
from dataclasses import dataclass

from nazorg.errors import RepositoryError
from nazorg.gitrepo.onschuldig import is_onschuldig
from nazorg.gitrepo.onze_instellingen import REGISTRATIE
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.werkboom import Werkboom


@dataclass(frozen=True)
class Configuratie:
    """What the settings say that matters to a write: who commits, and whether line ends are converted."""

    naam: str | None
    mail: str | None
    autocrlf: bool


def read_configuratie(werkboom: Werkboom) -> Configuratie:
    """The settings of the user and the repository together.

    Raises ``RepositoryError`` when the repository itself brings a setting that could start a program (a filter, a
    hook, an editor …): such a repository may come from anyone.
    """
    listed = git(werkboom.top, "config", "--list", "--show-scope", "--includes", "-z")
    if listed.returncode:
        raise RepositoryError("De instellingen van git zijn niet te lezen.", "Kijk wat 'git config --list' zegt.")
    last: dict[str, str] = {}
    parts = listed.stdout.split("\0")
    for scope, entry in zip(parts[::2], parts[1::2], strict=False):
        name, _, value = entry.partition("\n")
        if scope in ("local", "worktree"):
            refuse_unknown([(name, value)])
        last[name.lower()] = value
    return Configuratie(
        last.get("author.name") or last.get("user.name") or None,
        last.get("author.email") or last.get("user.email") or None,
        last.get("core.autocrlf", "").lower() in ("true", "input", "1", "yes", "on"),
    )


def refuse_unknown(settings: Iterable[tuple[str, str]], where: str = "De git-map") -> None:
    """Raises ``RepositoryError`` for the first of these settings of a repository that could start a program."""
    for name, value in settings:
        if not is_harmless(name, value):
            raise RepositoryError(
                f"{where} heeft een instelling die hier onbekend is: {name}. Zo'n instelling kan een programma "
                "starten.",
                f"Hoort zij daar niet: git config --local --unset-all {name}. Hoort zij er wel, vraag uw beheerder.",
            )


def is_harmless(name: str, value: str) -> bool:
    """Whether a setting can start nothing but ourselves: of what we registered only the value that we gave it."""
    return is_onschuldig(name) or REGISTRATIE.get(name) == value
