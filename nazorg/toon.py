"""One dossier to look at: how each leefgebied stands, and every action with its deadline and its place in the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from nazorg.dossier import Actie, Dossier, Leefgebied
from nazorg.register import Actieregel, Onleesbaar, Register, dossier_rows, line_of


@dataclass(frozen=True, slots=True)
class Getoond:
    """A dossier with, by leefgebied, each action, its line in the file, and its row where it is still to be done."""

    dossier: Dossier
    pad: str
    leefgebieden: tuple[tuple[str, int, Leefgebied], ...]
    acties: Mapping[str, tuple[tuple[Actie, int, Actieregel | None], ...]]


def show_dossier(register: Register, path: str) -> Getoond | Onleesbaar:
    """The dossier at ``path``, or why it cannot be read."""
    gelezen = register.lijstdossier(path)
    if isinstance(gelezen, Onleesbaar):
        return gelezen
    dossier = gelezen.waarde
    assert dossier is not None  # what can stand in a list has been read
    rows = {(row.leefgebied, row.plaats): row for row in dossier_rows(register, gelezen, dossier)}
    acties: dict[str, list[tuple[Actie, int, Actieregel | None]]] = {naam: [] for naam in dossier.leefgebieden}
    for naam, place, actie in dossier.acties():
        line = line_of(gelezen, ("leefgebieden", naam, "acties", place))
        acties[naam].append((actie, line, rows.get((naam, place))))
    order = {naam: number for number, naam in enumerate(register.instellingen.alle_leefgebieden)}
    names = sorted(dossier.leefgebieden, key=lambda naam: (order.get(naam, len(order)), naam))
    domains = tuple((naam, line_of(gelezen, ("leefgebieden", naam)), dossier.leefgebieden[naam]) for naam in names)
    return Getoond(dossier, path, domains, {naam: tuple(found) for naam, found in acties.items()})
