"""What only shows across dossiers: the same number twice, the same person twice."""

from collections import defaultdict
from collections.abc import Iterator

from nazorg.controles.regel import Samenhang
from nazorg.controles.woorden import in_a_row
from nazorg.diagnostics import Finding


def check_dubbel_nummer(samenhang: Samenhang) -> Iterator[tuple[str, Finding]]:
    """NZ801: a dossier number that stands in two files; said in each of them."""
    paths: dict[str, set[str]] = {nummer: set(known) for nummer, known in samenhang.bekend.items()}
    for path, dossier in samenhang.dossiers.items():
        paths.setdefault(dossier.dossier, set()).add(path)
    for path, dossier in samenhang.dossiers.items():
        others = sorted(paths[dossier.dossier] - {path})
        if others:
            yield (
                path,
                Finding(
                    "NZ801",
                    ("dossier",),
                    f"Dossiernummer {dossier.dossier} staat ook in {in_a_row(others)}.",
                    "Is het hetzelfde dossier, voeg ze dan samen; geef anders een van de twee een nieuw nummer.",
                ),
            )


def check_dubbele_betrokkene(samenhang: Samenhang) -> Iterator[tuple[str, Finding]]:
    """NZ802: a person with two running dossiers; said in each of them."""
    running: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, dossier in samenhang.dossiers.items():
        if dossier.loopt:
            running[dossier.betrokkene].append((path, dossier.dossier))
    for same in running.values():
        numbers = dict.fromkeys(nummer for _, nummer in same)
        if len(numbers) > 1:
            for path, nummer in same:
                others = in_a_row(other for other in numbers if other != nummer)
                yield (
                    path,
                    Finding(
                        "NZ802",
                        ("betrokkene",),
                        f"Deze betrokkene heeft nog een lopend dossier: {others}.",
                        "Sluit het oude dossier af, of werk verder in een van de twee.",
                    ),
                )
