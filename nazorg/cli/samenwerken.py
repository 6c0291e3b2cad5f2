"""The command that shares the werkmap with colleagues: bijwerken."""

import sys
from typing import TYPE_CHECKING

import typer

from nazorg.cli.globaal import Globaal
from nazorg.errors import NazorgError, RepositoryError, UsageError

if TYPE_CHECKING:
    from nazorg.bijwerken import Bijgewerkt

GOED, GEWEIGERD = 0, 1


def bijwerken(ctx: typer.Context) -> int:
    """Ophalen wat collega's deelden, samenvoegen, nakijken, en delen wat u hebt vastgelegd.

    Zegt wat er binnenkwam en van wie. Staat er een fout in wat u wilt delen, dan gaat dat niet door (en eindigt het met
    1); wat binnenkwam, hebt u dan al. Werkt met uw eigen toegang tot git; nazorg bewaart geen wachtwoord.
    """
    from nazorg.bijwerken import update
    from nazorg.output.bijwerken import print_update

    globaal: Globaal = ctx.obj
    if globaal.versie:
        raise UsageError("Wat er in git stond, verandert niet meer.", "Laat --versie weg.")
    done = update(globaal.register)
    print_update(sys.stdout, done, stil=globaal.stil)
    sys.stdout.flush()
    return _outcome(done)


def _outcome(done: "Bijgewerkt") -> int:
    """Exit 1 for what others must not get. Raises ``NazorgError`` for what is not shared for another reason."""
    if done.mislukt is not None:
        raise done.mislukt
    if done.open:
        raise _open(done.open)
    if done.fouten:
        from nazorg.output.haken import print_refusal

        print_refusal(sys.stderr, done.fouten, deelt=True)
        return GEWEIGERD
    return GOED


def _open(paths: tuple[str, ...]) -> NazorgError:
    from nazorg.begrippen.indeling import id_of

    names = tuple(id_of(path) if path.endswith(".yaml") else path for path in paths)
    return RepositoryError(
        "U en een collega veranderden hetzelfde; daarover moet u samen beslissen. Er is nog niets gedeeld.",
        "Kies per veld met: nazorg los-op. Daarna: nazorg bijwerken",
        names,
    )
