"""Find a dossier by name, pseudonym, number or a partner's reference. Names come from a file outside any repository."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nazorg.dossier import Dossier
from nazorg.personen import Persoon
from nazorg.register import Register


@dataclass(frozen=True, slots=True)
class Treffer:
    """A dossier that was found. ``naam`` and ``contact`` are ``None`` where the persons file has nothing."""

    dossier: str
    naam: str | None
    contact: str | None
    status: str
    gemeente: str
    regisseur: str
    pad: str


def find(register: Register, woorden: str, personen: Mapping[str, Persoon]) -> Iterator[Treffer]:
    """The dossiers, closed ones too, in whose name, pseudonym, number or references every word of ``woorden`` is."""
    wanted = woorden.casefold().split()
    for gelezen, dossier in register.leesbare():
        persoon = personen.get(dossier.betrokkene)
        haystack = " ".join(_texts(dossier, persoon)).casefold()
        if all(word in haystack for word in wanted):
            yield Treffer(
                dossier=dossier.dossier,
                naam=persoon.naam if persoon else None,
                contact=persoon.contact if persoon else None,
                status=dossier.status,
                gemeente=dossier.gemeente,
                regisseur=dossier.regisseur,
                pad=gelezen.path,
            )


def _texts(dossier: Dossier, persoon: Persoon | None) -> Iterator[str]:
    yield dossier.dossier
    yield dossier.betrokkene
    if persoon:
        yield persoon.naam
    yield from (one.kenmerk for one in dossier.betrokken if one.kenmerk)
