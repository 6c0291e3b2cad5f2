"""Which trajecten a dossier asks for, as far as the dossier tells."""

from collections.abc import Iterator
from datetime import timedelta

from nazorg.begrippen.keuzes import DetentieSoort, FaseringSoort, Kader, Veiligheidsplan
from nazorg.dossier import Detentie, Dossier
from nazorg.termijnen import release_date

KORT = timedelta(weeks=4)
"""Who stays no longer than this is kort gestraft. A local agreement, no law."""


def suggest(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The names of trajecten that fit ``dossier``, the first one best, each with why (in Dutch).

    Age stands in no dossier, so nobody is told to be of an age.
    """
    detentie = dossier.detentie or Detentie()
    steps = {step.soort for step in detentie.fasering}
    main = next(_main(dossier, detentie, steps))
    if dossier.veiligheidsplan in (Veiligheidsplan.JA, Veiligheidsplan.IN_VOORBEREIDING):
        return main, (
            "onveilige-terugkeer",
            "er is een veiligheidsplan, of het wordt gemaakt; naast het andere traject",
        )
    return (main,)


def _main(dossier: Dossier, detentie: Detentie, steps: set[FaseringSoort]) -> Iterator[tuple[str, str]]:
    if detentie.soort is DetentieSoort.ISD or FaseringSoort.ISD_LAATSTE_FASE in steps:
        yield "isd-laatste-fase", "het is een ISD-maatregel"
    if FaseringSoort.PP in steps:
        yield "penitentiair-programma", "er staat een penitentiair programma bij de fasering"
    if dossier.kader is Kader.JUSTITIEEL:
        yield "justitieel-kader", "het kader is justitieel"
    released = release_date(detentie, terug=True)
    if detentie.ingesloten and released and released.datum - detentie.ingesloten <= KORT:
        yield (
            "kort-gestraft",
            f"van insluiting tot vrijlating is het {(released.datum - detentie.ingesloten).days} dagen",
        )
    yield "standaard-vrijwillig", "het kader is vrijwillig"
