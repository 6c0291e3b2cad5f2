"""The dossiers of a werkmap for a list: out of the index where it can tell, else out of the files."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from nazorg.index import Regio
from nazorg.register.actielijst import Actielijst, acties_from_files, acties_in
from nazorg.register.filter import Filter
from nazorg.register.indexlezer import ask_index
from nazorg.register.lijststand import Dossierstand, Open
from nazorg.register.onleesbaar import Onleesbaar

if TYPE_CHECKING:
    from nazorg.gitrepo import Revisie
    from nazorg.index import Inhoud, Progress
    from nazorg.index.antwoord import Antwoord, Opening
    from nazorg.register.inzicht import Register
    from nazorg.werkmap import Werkmap


class Dossierlijst(NamedTuple):
    """What a list of dossiers on a peildatum is made of: those that a filter holds, sorted as the files are."""

    acties: Actielijst
    standen: Callable[[Filter], Iterator[Dossierstand]]

    @property
    def peildatum(self) -> date:
        return self.acties.peildatum

    @property
    def regio(self) -> Regio:
        return self.acties.regio

    def onleesbaar(self) -> tuple[Onleesbaar, ...]:
        """What had to be left out."""
        return self.acties.onleesbaar()


def dossiers_from_index(
    werkmap: "Werkmap",
    peildatum: date,
    opening: "Opening | None" = None,
    progress: "Progress | None" = None,
    revisie: "Revisie | None" = None,
) -> Dossierlijst | None:
    """The dossiers of ``werkmap``, as ``acties_from_index``."""
    antwoord = ask_index(werkmap, revisie, opening, progress)
    if antwoord is None:
        return None
    return Dossierlijst(acties_in(antwoord, peildatum), lambda keuze: _kept(antwoord, keuze, peildatum))


def dossiers_from_files(register: "Register") -> Dossierlijst:
    """The dossiers of ``register``, read anew."""
    from nazorg.register.dossierstand import dossier_stand

    def standen(keuze: Filter) -> Iterator[Dossierstand]:
        for gelezen, dossier in register.leesbare():
            if keuze.has_dossier(dossier):
                yield dossier_stand(register, gelezen, dossier)

    return Dossierlijst(acties_from_files(register), standen)


def _kept(antwoord: "Antwoord", keuze: Filter, peildatum: date) -> Iterator[Dossierstand]:
    for pad, inhoud, acties in antwoord.dossiers(peildatum):
        if keuze.fits_dossier(inhoud.gemeente, inhoud.regisseur, inhoud.inrichting, inhoud.status, inhoud.kader):
            yield _stand(
                pad, inhoud, tuple(Open(leefgebied, eigenaar, _day(day)) for leefgebied, eigenaar, day in acties)
            )


def _stand(pad: str, inhoud: "Inhoud", acties: tuple[Open, ...]) -> Dossierstand:
    buiten = _day(inhoud.buiten)
    return Dossierstand(
        pad,
        inhoud.dossier,
        inhoud.status,
        inhoud.kader,
        inhoud.gemeente,
        inhoud.regisseur,
        inhoud.inrichting,
        bool(inhoud.loopt),
        bool(inhoud.is_binnen),
        _day(inhoud.ontslag),
        (buiten, inhoud.buiten_in_woorden) if buiten else None,
        tuple(filter(None, inhoud.niet_op_orde.split(","))),
        acties,
    )


def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None
