"""The agenda of an overleg: every dossier on it exists, and stands on it once."""

from collections.abc import Iterator

from nazorg.controles.regel import Overlegzaak, Samenhang
from nazorg.diagnostics import Finding, Route


def check_dossiers(samenhang: Samenhang) -> Iterator[tuple[str, Finding]]:
    """NZ803: an overleg names a dossier that is not there; one that cannot be read is there."""
    for path, overleg in samenhang.overleggen.items():
        for place, punt in enumerate(overleg.dossiers):
            if punt.dossier not in samenhang.bekend:
                yield (
                    path,
                    Finding(
                        "NZ803",
                        ("dossiers", place, "dossier"),
                        f"Dossier {punt.dossier} bestaat niet in deze werkmap.",
                        "Kijk het nummer na, of haal het van de agenda.",
                    ),
                )


def check_dubbel_op_agenda(overlegzaak: Overlegzaak) -> Iterator[Finding]:
    """NZ804: a dossier that stands on one agenda twice."""
    first: dict[str, Route] = {}
    for place, punt in enumerate(overlegzaak.overleg.dossiers):
        route: Route = ("dossiers", place, "dossier")
        if punt.dossier in first:
            yield Finding(
                "NZ804",
                route,
                f"Dossier {punt.dossier} staat al op deze agenda.",
                "Voeg de twee agendapunten samen.",
                ook=((first[punt.dossier], "hier staat het ook"),),
            )
        else:
            first[punt.dossier] = route
