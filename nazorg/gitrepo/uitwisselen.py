"""Fetch the branch of others and push one's own, with the user's own access and nothing of the repository's."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from subprocess import CompletedProcess

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.tak import commit_of
from nazorg.gitrepo.verbinding import Verbinding
from nazorg.gitrepo.werkboom import Werkboom

LANGST = 900
"""Seconds that one exchange may take: a first fetch over a slow line is long."""

_VAN_DE_GEBRUIKER = re.compile(r"GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|SSL_\w+|PROXY_SSL_\w+|HTTP_\w+)")
"""Of the user's own environment: how they get in."""

_VEILIG = (
    *("-c", "gc.auto=0", "-c", "maintenance.auto=false"),
    *("-c", "transfer.fsckObjects=true", "-c", "fetch.fsckObjects=true", "-c", "fetch.fsck.badTimezone=ignore"),
    *("-c", "core.fsync=committed,loose-object,reference,index", "-c", "submodule.recurse=false"),
)
"""No cleaning up, which can start a program; and no object that git itself finds wrong comes in."""

_ZONDER_HAKEN = f"git -c core.hooksPath={os.devnull} -c core.fsmonitor=false -c receive.autogc=false"
"""What git starts in a folder on this computer: it would else call the hooks there, in the user's own name."""

_GEEN_TAK = "couldn't find remote ref"
_ANDERE_WAS_EERDER = ("fetch first", "non-fast-forward", "stale info", "failed to update ref", "cannot lock ref")
_TOEGANG = (
    r"authentication failed|permission denied|access denied|\b40[13]\b|terminal prompts disabled"
    r"|could not read (?:username|password)"
)
_GEEN_MAP = r"repository .*not found|does not appear to be a git repository|\b404\b|no such file or directory"
_REDENEN = {
    r"could not resolve host": "het adres is niet te vinden; is er verbinding?",
    r"connection (?:refused|reset)|timed out|network is unreachable|no route to host": "er is geen verbinding",
    r"host key verification failed": "de sleutel van de server is onbekend of veranderd",
    r"dubious ownership": "de gedeelde map is van iemand anders, en git vertrouwt haar niet",
    _GEEN_MAP: "op dat adres is geen git-map",
    r"no space left|disk quota": "er is geen ruimte meer",
    r"protected branch|hook declined|prohibited|denied by": "de server staat het niet toe",
    _TOEGANG: "u komt er niet in (gebruiker, wachtwoord of sleutel)",
    r"ssl|certificate": "het certificaat van de server wordt niet vertrouwd",
}
"""What git says, and what it means; the first that fits."""


def fetch(werkboom: Werkboom, verbinding: Verbinding, inherits: Sequence[int] = ()) -> str | None:
    """Get what others shared; the commit that their branch stands at, ``None`` when they have none.

    Moves nothing but what this clone remembers of that branch. Raises ``RepositoryError``.
    """
    done = _exchange(
        werkboom,
        inherits,
        "fetch",
        *("--quiet", "--no-tags", "--no-prune", "--no-recurse-submodules", "--no-write-fetch-head", "--refmap="),
        *([f"--upload-pack={_ZONDER_HAKEN} upload-pack"] if verbinding.lokaal else []),
        "--end-of-options",
        verbinding.naam,
        f"+{verbinding.tak}:{verbinding.volgt}",
    )
    if done.returncode and _GEEN_TAK in done.stderr:
        return None
    if done.returncode:
        raise _failed("Ophalen lukt niet", done)
    return commit_of(werkboom, verbinding.volgt)


def push(werkboom: Werkboom, verbinding: Verbinding, commit: str, inherits: Sequence[int] = ()) -> bool:
    """Put the branch of others at ``commit``; ``False`` when somebody else was first, and nothing has changed there.

    Raises ``RepositoryError``.
    """
    done = _exchange(
        werkboom,
        inherits,
        "push",
        *("--porcelain", "--quiet", "--no-verify", "--no-follow-tags", "--no-signed", "--recurse-submodules=no"),
        *([f"--receive-pack={_ZONDER_HAKEN} receive-pack"] if verbinding.lokaal else []),
        "--end-of-options",
        verbinding.naam,
        f"{commit}:{verbinding.tak}",
    )
    if done.returncode == 0:
        return True
    refused = [line for line in done.stdout.splitlines() if line.startswith("!")]
    if any(words in line for line in refused for words in _ANDERE_WAS_EERDER):
        return False
    raise _failed("Delen lukt niet", done)


def _exchange(werkboom: Werkboom, inherits: Sequence[int], *arguments: str) -> "CompletedProcess[str]":
    return git(werkboom.top, *_VEILIG, *arguments, extra=_access(), inherits=inherits, langst=LANGST)


def _access() -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if _VAN_DE_GEBRUIKER.fullmatch(name)}
    asks = sys.stdin is not None and sys.stdin.isatty()
    return kept if asks else {**kept, "GIT_TERMINAL_PROMPT": "0"}


def _failed(what: str, done: "CompletedProcess[str]") -> RepositoryError:
    said = f"{done.stderr}\n{done.stdout}".lower()
    why = next((words for pattern, words in _REDENEN.items() if re.search(pattern, said)), "git geeft een fout")
    return RepositoryError(
        f"{what}: {why}.",
        "Er is niets verloren: wat u vastlegde, staat in uw eigen map. Probeer het later opnieuw. Meer zegt: git fetch",
    )
