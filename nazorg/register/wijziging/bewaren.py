"""Commit what people changed by hand, once it holds no ``fout``."""

from collections.abc import Collection
from dataclasses import dataclass

from nazorg.begrippen.indeling import DOSSIERS, is_kept, is_ours, public_name
from nazorg.diagnostics import Diagnostic, Severity
from nazorg.errors import RepositoryError, UsageError
from nazorg.register.controle import below, check
from nazorg.register.inzicht import Register
from nazorg.register.wijziging.dossier import schrijver_of
from nazorg.register.wijziging.gewijzigd import subject_of
from nazorg.register.wijziging.toets import GeweigerdError
from nazorg.transactie import Bestandswijziging, Hersteld, Operatie, Vastgelegd, digest_of


@dataclass(frozen=True)
class Bewaard:
    """The files that were committed (or would be), those of them that are gone, and what there is to say of them."""

    paden: tuple[str, ...]
    weg: tuple[str, ...]
    bevindingen: tuple[Diagnostic, ...]
    vastgelegd: Vastgelegd | None
    hersteld: Hersteld | None


def save(register: Register, chosen: Collection[str] | None, *, verwijderd: bool, droog: bool = False) -> Bewaard:
    """Commit every file of the werkmap that differs from the last commit, or only those in ``chosen``.

    A file that is gone is committed as such with ``verwijderd`` alone. With ``droog`` nothing is committed.

    Raises ``GeweigerdError`` when one of them holds a ``fout``, ``UsageError`` for a file that is gone, and what
    ``transactie`` raises; ``RepositoryError`` in a plain folder, where there is nothing to commit to.
    """
    with schrijver_of(register) as schrijver:
        if not schrijver.in_git:
            raise RepositoryError(
                "Deze werkmap ligt niet in git; wat in de bestanden staat, is al bewaard.",
                "Wilt u een geschiedenis bijhouden, maak er dan een git-map van: git init",
            )
        changed = [path for path in schrijver.unsaved() if is_kept(path) and (chosen is None or below(path, chosen))]
        data = {path: schrijver.read(path) for path in changed}
        gone = tuple(path for path, content in data.items() if content is None)
        if gone and not verwijderd:
            raise UsageError(
                f"Verdwenen: {', '.join(gone)}.",
                f"Was dat de bedoeling: nazorg bewaar --verwijderd. Anders terughalen: git restore {gone[0]}",
            )
        found = _check(register, [path for path in changed if path not in gone])
        if droog or not changed:
            return Bewaard(tuple(changed), gone, found, None, schrijver.hersteld)
        dossiers = [path for path in changed if path.startswith(f"{DOSSIERS}/") and is_ours(path)]
        numbers = tuple(dict.fromkeys(public_name(path) for path in dossiers))
        others = [public_name(path) for path in changed if path not in dossiers]
        files = tuple(_as_it_is(path, content) for path, content in data.items())
        subject = subject_of("bewaar", [*numbers, *others])
        vastgelegd = schrijver.write(Operatie(files, subject, numbers))
        return Bewaard(tuple(changed), gone, found, vastgelegd, schrijver.hersteld)


def _as_it_is(path: str, content: bytes | None) -> Bestandswijziging:
    return Bestandswijziging(path, digest_of(content), content)


def _check(register: Register, paths: list[str]) -> tuple[Diagnostic, ...]:
    """What there is to say of the YAML among ``paths``. Raises ``GeweigerdError``."""
    yaml = [path for path in paths if path.endswith((".yaml", ".yml"))]
    if not yaml:
        return ()
    controle = check(register, yaml)
    fouten = [one for one in controle.bevindingen if one.severity is Severity.FOUT]
    if fouten:
        files = len({one.path for one in fouten})
        where = "In een bestand staat een fout" if files == 1 else f"In {files} bestanden staan fouten"
        raise GeweigerdError(
            f"{where}; daarom is er niets bewaard.",
            "Herstel ze, of bewaar alleen de andere: nazorg bewaar PAD …",
            fouten,
        )
    return controle.bevindingen
