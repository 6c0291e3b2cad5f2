"""The unfinished actions of a werkmap for a list: out of the index where it can tell, else out of the files."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from nazorg.begrippen.indeling import INSTELLINGEN, in_order
from nazorg.index import Regio
from nazorg.register.actieregel import Actieregel, Soort
from nazorg.register.filter import ALLES, Filter
from nazorg.register.indexlezer import ask_index
from nazorg.register.onleesbaar import Onleesbaar

if TYPE_CHECKING:
    from nazorg.gitrepo import Revisie
    from nazorg.index import Progress
    from nazorg.index.antwoord import Antwoord, Gevonden, Opening, Stuk
    from nazorg.register.inzicht import Register
    from nazorg.werkmap import Werkmap

Rijen = Collection[Actieregel]
"""Rows, the most urgent first, then in the order of the files."""


class Actielijst(NamedTuple):
    """What a list of actions on ``peildatum`` is made of.

    ``rijen`` gives of each kind the rows that a filter holds; those due more than so many days ahead may be missing.
    """

    peildatum: date
    regio: Regio
    rijen: Callable[[Filter, int], Mapping[Soort, Rijen]]
    onleesbaar: Callable[[], tuple[Onleesbaar, ...]]


class Stroom(Collection[Actieregel]):
    """Rows that are read from the index each time they are gone through: they need not fit in memory."""

    def __init__(
        self, antwoord: "Antwoord", peildatum: date, keuze: Filter, soort: Soort, stuk: "Stuk", leefgebied: str = ""
    ) -> None:
        self._asked = (antwoord, peildatum, keuze, soort, stuk)
        self._leefgebied = leefgebied

    def __iter__(self) -> Iterator[Actieregel]:
        antwoord, peildatum, keuze, soort, stuk = self._asked
        found = antwoord.acties(stuk, peildatum, self._leefgebied or None)
        if keuze != ALLES:
            found = (one for one in found if _fits(keuze, one))
        return (_row(soort, one, peildatum) for one in found)

    def __len__(self) -> int:
        antwoord, peildatum, keuze, _, stuk = self._asked
        if keuze == ALLES:  # the index counts without telling them
            return antwoord.aantal_acties(stuk, peildatum, self._leefgebied or None)
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None

    def __contains__(self, row: object) -> bool:
        return any(one == row for one in self)

    def per_leefgebied(self) -> "Iterator[tuple[str, Stroom]]":
        """The same rows, those of each leefgebied by themselves."""
        for naam in self._asked[0].leefgebieden():
            part = Stroom(*self._asked, leefgebied=naam)
            if part:
                yield naam, part


def acties_from_index(
    werkmap: "Werkmap",
    peildatum: date,
    opening: "Opening | None" = None,
    progress: "Progress | None" = None,
    revisie: "Revisie | None" = None,
) -> Actielijst | None:
    """The actions of ``werkmap``, or of what stood in ``revisie``, out of its index. ``None`` when that cannot tell."""
    antwoord = ask_index(werkmap, revisie, opening, progress)
    return None if antwoord is None else acties_in(antwoord, peildatum)


def acties_in(antwoord: "Antwoord", peildatum: date) -> Actielijst:
    """The actions in an index that knows every file."""
    from nazorg.index.antwoord import Stuk

    dag = peildatum.toordinal()

    def rijen(keuze: Filter, binnen: int) -> dict[Soort, Rijen]:
        dated = {
            Soort.TE_LAAT: Stuk(tot=dag),
            Soort.VANDAAG: Stuk(vanaf=dag, tot=dag + 1),
            Soort.LATER: Stuk(vanaf=dag + 1, tot=dag + binnen + 1),
        }
        stukken = {soort: dated.get(soort) or Stuk(str(soort)) for soort in Soort}
        return {soort: Stroom(antwoord, peildatum, keuze, soort, stuk) for soort, stuk in stukken.items()}

    return Actielijst(peildatum, antwoord.regio, rijen, lambda: _unreadable(antwoord))


def acties_from_files(register: "Register") -> Actielijst:
    """The actions of ``register``, read anew."""
    from nazorg.register.acties import action_rows

    def rijen(keuze: Filter, binnen: int) -> dict[Soort, Rijen]:
        horizon = register.peildatum + timedelta(days=binnen)
        rows = sorted(action_rows(register, keuze), key=urgency)
        found = {soort: tuple(row for row in rows if row.soort is soort) for soort in Soort}
        soon = tuple(row for row in found[Soort.LATER] if row.uiterlijk and row.uiterlijk <= horizon)
        return {**found, Soort.LATER: soon}

    return Actielijst(register.peildatum, register.regio, rijen, lambda: register.onleesbaar)


def urgency(row: Actieregel) -> tuple[date, list[str], int]:
    """The key by which rows are sorted: how late, then the order of the files."""
    return (row.uiterlijk or date.max, in_order(row.pad), row.regel)


def _fits(keuze: Filter, one: "Gevonden") -> bool:
    return keuze.fits_dossier(
        one.gemeente, one.regisseur, one.inrichting, one.dossierstatus, one.kader
    ) and keuze.fits_actie(one.leefgebied, one.eigenaar)


def _row(soort: Soort, one: "Gevonden", peildatum: date) -> Actieregel:
    uiterlijk, geteld_vanaf, niet_voor = one.uiterlijk, one.geteld_vanaf, one.niet_voor
    today = peildatum.toordinal()
    return Actieregel(
        soort,
        one.dossier,
        one.leefgebied,
        one.actie,
        one.wat,
        one.eigenaar,
        one.regisseur,
        one.gemeente,
        one.status,
        one.wacht_op,
        uiterlijk=None if uiterlijk is None else _day(uiterlijk),
        dagen_te_laat=None if uiterlijk is None else today - uiterlijk,
        geteld_vanaf=None if geteld_vanaf is None else _day(geteld_vanaf),
        pad=one.pad,
        regel=one.regel,
        plaats=one.plaats,
        snel_succes=bool(one.snel_succes),
        opmerking=one.opmerking,
        niet_voor=None if niet_voor is None else _day(niet_voor),
        kan_nog_niet=niet_voor is not None and niet_voor > today,
    )


_day = lru_cache(maxsize=4096)(date.fromordinal)


def _unreadable(antwoord: "Antwoord") -> tuple[Onleesbaar, ...]:
    settings = [Onleesbaar(INSTELLINGEN, antwoord.regio.bevindingen)] if antwoord.regio.bevindingen else []
    return (*settings, *(Onleesbaar(pad, bevindingen) for pad, bevindingen in antwoord.onleesbaar()))
