"""The agenda of an overleg: every dossier on it exists, stands on it once, and there is time for all."""

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


def check_past(overlegzaak: Overlegzaak) -> Iterator[Finding]:
    """NZ806: the points together take longer than the overleg lasts."""
    overleg = overlegzaak.overleg
    needed = sum(punt.minuten or 0 for punt in overleg.dossiers)
    if overleg.duur is not None and needed > overleg.duur:
        yield Finding(
            "NZ806",
            ("eindtijd",),
            f"De punten duren samen {needed} minuten, het overleg {overleg.duur}.",
            "Geef punten minder minuten, haal er een van de agenda, of zet 'eindtijd' later.",
        )


def check_volgorde(overlegzaak: Overlegzaak) -> Iterator[Finding]:
    """NZ807: it ends after it began, the next one comes later, and nothing is recorded before it."""
    overleg = overlegzaak.overleg
    if overleg.tijd is not None and overleg.eindtijd is not None and overleg.eindtijd <= overleg.tijd:
        yield _too_early("eindtijd", "Dit overleg is klaar voor het begint.", "tijd")
    if overleg.volgende is not None and overleg.volgende <= overleg.datum:
        yield _too_early("volgende", "Het volgende overleg ligt niet na dit overleg.", "datum")
    if overleg.verslag is not None and overleg.verslag < overleg.datum:
        yield _too_early("verslag", "Het verslag is vastgelegd voor het overleg er was.", "datum")


def _too_early(veld: str, message: str, begin: str) -> Finding:
    return Finding("NZ807", (veld,), message, f"Kijk '{begin}' en '{veld}' na.", ook=(((begin,), "hier begint het"),))
