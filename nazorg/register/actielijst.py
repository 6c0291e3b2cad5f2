"""The unfinished actions of a werkmap for a list: out of the index where it can tell, else out of the files."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.index import Actiestand, Inhoud, Regio
from nazorg.register.actieregel import Actieregel, Soort, soort_on
from nazorg.register.filter import Filter
from nazorg.register.onleesbaar import Onleesbaar

if TYPE_CHECKING:
    from nazorg.index.antwoord import Antwoord
    from nazorg.register.inzicht import Register
    from nazorg.register.lezer import Registerlezer
    from nazorg.werkmap import Werkmap


class Actielijst(NamedTuple):
    """What a list of actions on ``peildatum`` is made of.

    ``rows`` gives the rows that a filter holds, in the order of the files; those due after the horizon may be missing.
    """

    peildatum: date
    regio: Regio
    rows: Callable[[Filter], Iterator[Actieregel]]
    onleesbaar: Callable[[], tuple[Onleesbaar, ...]]


def acties_from_index(werkmap: "Werkmap", peildatum: date, binnen: int) -> Actielijst | None:
    """The actions of ``werkmap`` with at least those due within ``binnen`` days, out of its index.

    ``None`` when that cannot tell.
    """
    from nazorg.index.antwoord import ask

    antwoord = ask(werkmap, _Lezer(), peildatum, peildatum + timedelta(days=binnen))
    if antwoord is None:
        return None
    return Actielijst(
        peildatum,
        antwoord.regio,
        lambda keuze: _rows(antwoord, keuze, peildatum),
        lambda: _unreadable(antwoord),
    )


def acties_from_files(register: "Register") -> Actielijst:
    """The actions of ``register``, read anew."""
    from nazorg.register.acties import action_rows

    return Actielijst(
        register.peildatum, register.regio, lambda keuze: action_rows(register, keuze), lambda: register.onleesbaar
    )


class _Lezer:
    """The reader of files, imported when the index asks for the first one: mostly it asks for none."""

    def __init__(self) -> None:
        self._real: Registerlezer | None = None

    def regio(self, instellingen: Bestand) -> Regio:
        return self._lezer.regio(instellingen)

    def inhoud(self, instellingen: Bestand, dossier: Bestand) -> Inhoud:
        return self._lezer.inhoud(instellingen, dossier)

    @property
    def _lezer(self) -> "Registerlezer":
        if self._real is None:
            from nazorg.register.lezer import Registerlezer

            self._real = Registerlezer()
        return self._real


def _rows(antwoord: "Antwoord", keuze: Filter, peildatum: date) -> Iterator[Actieregel]:
    for pad, inhoud, acties in antwoord.bestanden:
        if acties and keuze.fits_dossier(
            inhoud.gemeente, inhoud.regisseur, inhoud.inrichting, inhoud.status, inhoud.kader
        ):
            for stand in acties:
                if keuze.fits_actie(stand.leefgebied, stand.eigenaar):
                    yield _row(pad, inhoud, stand, peildatum)


def _row(pad: str, inhoud: Inhoud, stand: Actiestand, peildatum: date) -> Actieregel:
    uiterlijk, niet_voor = _day(stand.uiterlijk), _day(stand.niet_voor)
    return Actieregel(
        soort=Soort(stand.soort) if uiterlijk is None else soort_on(uiterlijk, peildatum),
        dossier=inhoud.dossier,
        leefgebied=stand.leefgebied,
        actie=stand.actie,
        wat=stand.wat,
        eigenaar=stand.eigenaar,
        regisseur=inhoud.regisseur,
        gemeente=inhoud.gemeente,
        status=stand.status,
        wacht_op=stand.wacht_op,
        uiterlijk=uiterlijk,
        dagen_te_laat=(peildatum - uiterlijk).days if uiterlijk else None,
        geteld_vanaf=_day(stand.geteld_vanaf),
        pad=pad,
        regel=stand.regel,
        plaats=stand.plaats,
        snel_succes=bool(stand.snel_succes),
        opmerking=stand.opmerking,
        niet_voor=niet_voor,
        kan_nog_niet=niet_voor is not None and niet_voor > peildatum,
    )


def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None


def _unreadable(antwoord: "Antwoord") -> tuple[Onleesbaar, ...]:
    settings = [Onleesbaar(INSTELLINGEN, antwoord.regio.bevindingen)] if antwoord.regio.bevindingen else []
    files = [Onleesbaar(pad, inhoud.bevindingen) for pad, inhoud, _ in antwoord.bestanden if inhoud.bevindingen]
    return (*settings, *files)
