"""The commands about working together: bijwerken, and zelftest for the clone in which that is done."""

import sys
from typing import TYPE_CHECKING, Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Option
from nazorg.cli.waarden import read_choice
from nazorg.errors import NazorgError, RepositoryError, UsageError

if TYPE_CHECKING:
    from nazorg.bijwerken import Bijgewerkt

GOED, GEWEIGERD = 0, 1


def bijwerken(globaal: Globaal) -> int:
    """Ophalen wat collega's deelden, samenvoegen, nakijken, en delen wat u hebt vastgelegd.

    Zegt wat er binnenkwam en van wie. Staat er een fout in wat u wilt delen, dan gaat dat niet door (en eindigt het met
    1); wat binnenkwam, hebt u dan al. Werkt met uw eigen toegang tot git; nazorg bewaart geen wachtwoord.
    """
    from nazorg.bijwerken import update
    from nazorg.output.bijwerken import print_update

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


VORMEN = ("tekst", "json")


def zelftest(
    globaal: Globaal,
    herstel: Annotated[bool, Option("--herstel", help="Herstel wat hersteld kan worden.")] = False,
    wis: Annotated[bool, Option("--wis", help="Haal weg wat afgeleid is: de index, agenda's en schema's.")] = False,
    vorm: Annotated[str, Option("--vorm", metavar="tekst|json", help="json is voor programma's.")] = "tekst",
) -> int:
    """Wat er aan deze map en deze computer ontbreekt of mis is, en wat u eraan doet.

    Eindigt met 1 als er iets mis is.
    """
    from nazorg.output.zelftest import print_examination, write_examination_json
    from nazorg.register import Register
    from nazorg.werkmap import find_werkmap
    from nazorg.zelftest import Machine, Oordeel, examine, wipe

    form = read_choice("--vorm", vorm, VORMEN)
    werkmap = find_werkmap(globaal.map)  # as it is: what was left half done is one of the things to tell
    punten = examine(Register(werkmap, globaal.peildatum), Machine(_codering()), herstel=herstel)
    gone = wipe(werkmap.root) if wis else []
    if form == "json":
        write_examination_json(sys.stdout, punten, gone)
    else:
        print_examination(sys.stdout, punten, stil=globaal.stil)
        if wis:
            print(f"Weggehaald: {', '.join(gone) or 'niets'}.")
    return GEWEIGERD if any(punt.oordeel is Oordeel.MIS for punt in punten) else GOED


def _codering() -> str:
    """How the window writes letters."""
    if sys.platform == "win32":
        import ctypes

        return f"cp{ctypes.windll.kernel32.GetConsoleOutputCP()}"
    import locale

    return locale.getencoding()
