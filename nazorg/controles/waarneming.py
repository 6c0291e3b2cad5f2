"""Who looks after a colleague's dossiers for a while: somebody of the region, and from a day to a later one."""

from collections.abc import Iterator

from nazorg.controles.woorden import hint
from nazorg.diagnostics import Finding
from nazorg.instellingen import Instellingen


def check_waarneming(instellingen: Instellingen) -> Iterator[Finding]:
    """NZ603, NZ401: who stands in is another regisseur of the region, and the last day is not before the first."""
    nth = 0
    for naam, regisseur in instellingen.regisseurs.items():
        waarneming = regisseur.waarneming
        if waarneming is None:
            continue
        route = ("regisseurs", naam, "waarneming")
        others = [one for one in instellingen.regisseurs if one != naam]
        if waarneming.door not in others:
            yield Finding(
                "NZ603",
                (*route, "door"),
                "Wie waarneemt, is geen andere regisseur uit nazorg.yaml.",
                f"{hint(nth, waarneming.door, others)}Schrijf de sleutel van een andere regisseur.",
            )
            nth += 1
        if waarneming.van is not None and waarneming.tot < waarneming.van:
            yield Finding(
                "NZ401",
                (*route, "tot"),
                "De laatste dag van de waarneming ligt voor de eerste.",
                "Kijk na welke van de twee klopt.",
                ook=(((*route, "van"), "de eerste dag"),),
            )
