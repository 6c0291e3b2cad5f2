"""Which dossiers and actions a list is about."""

from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from nazorg.dossier import Actie, Dossier


class Filter(NamedTuple):
    """Each set that is not empty must hold the dossier's (or the action's) value. Compared without regard to case."""

    gemeente: frozenset[str] = frozenset()
    regisseur: frozenset[str] = frozenset()
    eigenaar: frozenset[str] = frozenset()
    leefgebied: frozenset[str] = frozenset()
    inrichting: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    kader: frozenset[str] = frozenset()

    def with_regisseur(self, regisseur: str, *more: str) -> Self:
        """The same filter, for one regisseur, or those whose lists that one has as well, and no other."""
        return self._replace(regisseur=frozenset(naam.casefold() for naam in (regisseur, *more)))

    def has_dossier(self, dossier: "Dossier") -> bool:
        """Whether the list is about ``dossier``."""
        inrichting = dossier.detentie.inrichting if dossier.detentie else None
        return self.fits_dossier(dossier.gemeente, dossier.regisseur, inrichting, dossier.status, dossier.kader)

    def fits_dossier(self, gemeente: str, regisseur: str, inrichting: str | None, status: str, kader: str) -> bool:
        """Whether the list is about a dossier with these values."""
        return (
            _fits(self.gemeente, gemeente)
            and _fits(self.regisseur, regisseur)
            and _fits(self.inrichting, inrichting)
            and _fits(self.status, status)
            and _fits(self.kader, kader)
        )

    def has_actie(self, leefgebied: str, actie: "Actie") -> bool:
        """Whether the list is about ``actie`` under ``leefgebied``."""
        return self.fits_actie(leefgebied, actie.eigenaar)

    def fits_actie(self, leefgebied: str, eigenaar: str | None) -> bool:
        """Whether the list is about an action of ``eigenaar`` under ``leefgebied``."""
        return _fits(self.leefgebied, leefgebied) and _fits(self.eigenaar, eigenaar)


ALLES = Filter()
"""Leaves nothing out."""


def _fits(wanted: frozenset[str], value: str | None) -> bool:
    return not wanted or (value is not None and value.casefold() in wanted)
