"""What the filters of a list need of the settings."""

from collections.abc import Iterator

from nazorg.diagnostics import Diagnostic
from nazorg.index import Regio
from nazorg.instellingen import Instellingen


def regio_of(instellingen: Instellingen, bevindingen: tuple[Diagnostic, ...] = ()) -> Regio:
    """Who and what there is in the region; ``bevindingen`` say why the settings could not be read."""
    return Regio(
        gemeenten=tuple(instellingen.gemeenten),
        regisseurs=tuple(instellingen.regisseurs),
        partners=tuple(instellingen.partners),
        alle_leefgebieden=instellingen.alle_leefgebieden,
        mail=tuple((naam, one.mail) for naam, one in instellingen.regisseurs.items() if one.mail),
        waarneming=tuple(_covered(instellingen)),
        bevindingen=bevindingen,
    )


def _covered(instellingen: Instellingen) -> Iterator[tuple[str, str, int, int]]:
    for naam, regisseur in instellingen.regisseurs.items():
        one = regisseur.waarneming
        if one is not None:
            yield naam, one.door, one.van.toordinal() if one.van else 0, one.tot.toordinal()
