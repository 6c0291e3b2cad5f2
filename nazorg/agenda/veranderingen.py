"""What changed in a dossier since the consultation before, all in all, as far as a table has business with it."""

from collections.abc import Iterator, Mapping

from nazorg.agenda.model import Veranderd, Verandering
from nazorg.begrippen.boom import Boom
from nazorg.begrippen.keuzes import Gegevenssoort
from nazorg.historie import Soort, Wijziging, changes_of
from nazorg.instellingen import Instellingen

_DETENTIE, _TOEZICHT, _STAND = Gegevenssoort.DETENTIE, Gegevenssoort.TOEZICHT, Gegevenssoort.STAND
_VAN_HET_DOSSIER = {"status": (Veranderd.STATUS, _DETENTIE), "toezicht": (Veranderd.TOEZICHT, _TOEZICHT)}
_VAN_EEN_LEEFGEBIED = {
    "stand": (Veranderd.STAND, _STAND),
    "hulpvraag": (Veranderd.HULPVRAAG, _STAND),
    "bewijs": (Veranderd.BEWIJS, _STAND),
    "situatie": (Veranderd.SITUATIE, Gegevenssoort.SITUATIE),
}
_VAN_EEN_ACTIE = {
    "status": Veranderd.ACTIE_STATUS,
    "eigenaar": Veranderd.ACTIE_EIGENAAR,
    "uiterlijk": Veranderd.ACTIE_TERMIJN,
}
_ZEGT_NIETS = frozenset({"id", "gedaan_op", "resultaat", "afgesproken", "stap", "na", "in_plan", "opschorting"})
"""What goes along with another change of an action, or is no business of a table."""

_ONTSLAG = ("verwacht", "vroegst", "feitelijk")
_OPEN = "open"
"""What an action without a status is."""


def changes_since(
    toen: Boom, nu: Boom, dossier: str, instellingen: Instellingen, vorig: str | None
) -> tuple[Verandering, ...]:
    """From the text ``toen`` of ``dossier`` to the text ``nu``; decisions of the consultation ``vorig`` are not told.

    The logboek, goals, consent and what was disclosed are no part of an agenda, and neither are texts in which a
    situation or a result is described: of those only that they changed.
    """
    if not toen:
        return (Verandering(dossier, None, _DETENTIE, Veranderd.NIEUW),)
    maker = _Maker(dossier, instellingen, vorig)
    return tuple(dict.fromkeys(one for change in changes_of(toen, nu) for one in maker.told(change)))


class _Maker:
    """Tells what changed in one dossier."""

    def __init__(self, dossier: str, instellingen: Instellingen, vorig: str | None) -> None:
        self._dossier = dossier
        self._instellingen = instellingen
        self._vorig = vorig

    def told(self, wijziging: Wijziging) -> Iterator[Verandering]:
        """What there is to tell of one change."""
        weg = tuple(str(step) for step in wijziging.weg)
        if weg[:1] == ("leefgebieden",):
            yield from self._of_domains(wijziging, weg)
        elif weg[:1] == ("besluiten",):
            yield from self._of_decision(wijziging)
        elif weg[:1] == ("detentie",):
            yield from self._of_release(wijziging, weg[1:])
        elif weg and weg[0] in _VAN_HET_DOSSIER:
            soort, gegeven = _VAN_HET_DOSSIER[weg[0]]
            with_values = soort is Veranderd.STATUS
            van, naar = (_text(one) if with_values else None for one in (wijziging.oud, wijziging.nieuw))
            yield Verandering(self._dossier, None, gegeven, soort, van=van, naar=naar)

    def _of_release(self, wijziging: Wijziging, weg: tuple[str, ...]) -> Iterator[Verandering]:
        if weg[:1] == ("fasering",):
            yield Verandering(self._dossier, None, _DETENTIE, Veranderd.ONTSLAG, veld="fasering")
        old, new = (_within(one, weg, ("ontslag",)) for one in (wijziging.oud, wijziging.nieuw))
        for veld in _ONTSLAG:
            van, naar = (_text(_within(one, weg[1:] if weg else (), (veld,))) for one in (old, new))
            if van != naar:
                yield Verandering(self._dossier, None, _DETENTIE, Veranderd.ONTSLAG, veld=veld, van=van, naar=naar)

    def _of_domains(self, wijziging: Wijziging, weg: tuple[str, ...]) -> Iterator[Verandering]:
        """A change at or below ``leefgebieden``: one that came or went as a whole is told in parts."""
        if len(weg) == 1:
            for naam in _names(wijziging):
                yield from self._of_domain(naam, (), _at(wijziging.oud, naam), _at(wijziging.nieuw, naam), wijziging)
        else:
            yield from self._of_domain(weg[1], weg[2:], wijziging.oud, wijziging.nieuw, wijziging)

    def _of_domain(
        self, naam: str, weg: tuple[str, ...], oud: Boom, nieuw: Boom, wijziging: Wijziging
    ) -> Iterator[Verandering]:
        if not weg:
            for veld in dict.fromkeys((*_fields(nieuw), *_fields(oud))):
                yield from self._of_domain(naam, (veld,), _at(oud, veld), _at(nieuw, veld), wijziging)
        elif weg[0] in _VAN_EEN_LEEFGEBIED and oud != nieuw:
            soort, gegeven = _VAN_EEN_LEEFGEBIED[weg[0]]
            with_values = gegeven is _STAND and soort is not Veranderd.BEWIJS
            van, naar = (_text(one) if with_values else None for one in (oud, nieuw))
            yield Verandering(self._dossier, naam, gegeven, soort, van=van, naar=naar)
        elif weg[0] == "acties" and len(weg) == 1:
            for came in (True, False):
                for actie in (nieuw if came else oud) or ():
                    yield from self._of_action(naam, _id(actie), (), "" if came else actie, actie if came else "")
        elif weg[0] == "acties" and wijziging.soort is not Soort.VERPLAATST:
            yield from self._of_action(naam, weg[1], weg[2:], oud, nieuw, wijziging.wat)

    def _of_action(
        self, naam: str, actie: str, weg: tuple[str, ...], oud: Boom, nieuw: Boom, wat: str | None = None
    ) -> Iterator[Verandering]:
        def change(soort: Veranderd, van: str | None = None, naar: str | None = None) -> Verandering:
            words = wat or _text(_at(nieuw or oud, "wat"))
            gegeven = Gegevenssoort.ACTIES
            return Verandering(self._dossier, naam, gegeven, soort, actie, words, van=van, naar=naar)

        if not weg:
            if nieuw and (_text(_at(nieuw, "status")) or _OPEN) not in ("gedaan", "vervallen"):
                yield change(Veranderd.ACTIE_NIEUW, naar=self._naam(_text(_at(nieuw, "eigenaar"))))
            elif nieuw:
                yield change(Veranderd.ACTIE_STATUS, naar=_text(_at(nieuw, "status")))
            else:
                yield change(Veranderd.ACTIE_WEG)
        elif weg[0] in _VAN_EEN_ACTIE:
            soort = _VAN_EEN_ACTIE[weg[0]]
            van, naar = _text(oud), _text(nieuw)
            if soort is Veranderd.ACTIE_EIGENAAR:
                van, naar = self._naam(van), self._naam(naar)
            elif soort is Veranderd.ACTIE_STATUS:
                van, naar = van or _OPEN, naar or _OPEN
            yield change(soort, van, naar)
        elif weg[0] not in _ZEGT_NIETS:
            yield change(Veranderd.ACTIE_ANDERS)

    def _of_decision(self, wijziging: Wijziging) -> Iterator[Verandering]:
        """A decision that came; one of the consultation before has its own place on the agenda."""
        items = wijziging.nieuw if isinstance(wijziging.nieuw, list) else [wijziging.nieuw]
        for item in items:
            if isinstance(item, dict) and item.get("besluit") and _text(item.get("overleg", "")) != self._vorig:
                naam = _text(item.get("leefgebied", ""))
                soort = Gegevenssoort.BESLUITEN
                yield Verandering(self._dossier, naam, soort, Veranderd.BESLUIT, wat=_text(item["besluit"]))

    def _naam(self, eigenaar: str | None) -> str | None:
        return self._instellingen.naam_van(eigenaar) if eigenaar else None


def _names(wijziging: Wijziging) -> list[str]:
    return list(dict.fromkeys((*_fields(wijziging.nieuw), *_fields(wijziging.oud))))


def _fields(boom: Boom) -> Mapping[str, Boom]:
    return boom if isinstance(boom, dict) else {}


def _at(boom: Boom, naam: str) -> Boom:
    return _fields(boom).get(naam, "")


def _within(boom: Boom, weg: tuple[str, ...], wanted: tuple[str]) -> Boom:
    """What is at ``wanted`` of a tree that stands at ``weg``: all of it where that leads there, nothing beside it."""
    if weg:
        return boom if weg[0] == wanted[0] else ""
    return _at(boom, wanted[0])


def _text(boom: Boom) -> str | None:
    return boom.strip() or None if isinstance(boom, str) else None


def _id(boom: Boom) -> str:
    return _text(_at(boom, "id")) or ""
