"""``Werkblad``: one dossier on the table, with all that a change of it needs to know."""

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from nazorg.begrippen.ids import new_id
from nazorg.dossier import Actie, Dossier
from nazorg.errors import UsageError
from nazorg.instellingen import Instellingen
from nazorg.reading import items_without_id
from nazorg.termijnen import Werkkalender
from nazorg.yamltext import Document


@dataclass(frozen=True)
class Plaats:
    """Where an action stands, and what it says."""

    leefgebied: str
    plaats: int
    actie: Actie

    @property
    def route(self) -> tuple[str | int, ...]:
        return ("leefgebieden", self.leefgebied, "acties", self.plaats)


@dataclass(frozen=True)
class Werkblad:
    """A readable dossier with its text, the region's settings, the day, and new ids."""

    document: Document
    dossier: Dossier
    instellingen: Instellingen
    kalender: Werkkalender
    vandaag: date
    random: Random
    _taken: set[str] = field(init=False, default_factory=set)

    def new_id(self, vast: str = "") -> str:
        """An id that nothing in this dossier has.

        With ``vast`` it follows from that text: two people who each add the same thing give it the same id, so that it
        is one thing when their work comes together.
        """
        if not self._taken and self.document.root is not None:
            self._taken.update(items_without_id(self.document.root)[1])
        fresh = new_id(Random(vast) if vast else self.random, self._taken)  # noqa: S311 - an id is no secret
        self._taken.add(fresh)
        return fresh

    def on(self, dag: date) -> "Werkblad":
        """The same dossier on another day; an id that one of the two gave out, the other does not give again."""
        other = replace(self, vandaag=dag)
        object.__setattr__(other, "_taken", self._taken)
        return other

    def actie(self, begin: str) -> Plaats:
        """The one action whose id starts with ``begin``. Raises ``UsageError`` when there is none or more than one."""
        wanted = begin.strip().casefold()
        every = [Plaats(naam, place, actie) for naam, place, actie in self.dossier.acties()]
        found = [one for one in every if one.actie.id and one.actie.id.startswith(wanted)] if wanted else []
        exact = [one for one in found if one.actie.id == wanted]
        if len(found) == 1 or len(exact) == 1:
            return (exact or found)[0]
        if found:
            names = ", ".join(str(one.actie.id) for one in found)
            raise UsageError(f"'{begin}' past op {len(found)} acties: {names}.", "Geef meer van het id.")
        known = ", ".join(one.actie.id for one in every if one.actie.id and one.actie.is_onaf)
        nummer = self.dossier.dossier
        if not known and any(one.actie.id is None for one in every):
            raise UsageError(
                "De acties van dit dossier hebben nog geen id.", "Geef ze er een: nazorg controleer --vul-aan"
            )
        raise UsageError(
            f"{nummer} heeft geen actie '{begin}'.",
            f"Nog niet af: {known}." if known else f"Alle acties staan in: nazorg toon {nummer}",
        )
