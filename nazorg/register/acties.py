"""Every unfinished action of every running dossier, with its deadline on the day that is asked about."""

from collections.abc import Iterator
from datetime import date

from nazorg.begrippen.keuzes import JaNee
from nazorg.diagnostics import Route
from nazorg.dossier import Actie, Dossier
from nazorg.reading import Gelezen
from nazorg.register.actieregel import Actieregel, Soort, soort_on
from nazorg.register.filter import Filter
from nazorg.register.inzicht import Register
from nazorg.register.opmerking import remark
from nazorg.termijnen import Deadline, compute_deadline, compute_niet_voor
from nazorg.yamltext import locate


def action_rows(register: Register, keuze: Filter = Filter()) -> Iterator[Actieregel]:
    """The rows of every running dossier that ``keuze`` holds, in the order of the files."""
    for gelezen, dossier in register.leesbare():
        if keuze.has_dossier(dossier):
            yield from dossier_rows(register, gelezen, dossier, keuze)


def dossier_rows(
    register: Register, gelezen: Gelezen[Dossier], dossier: Dossier, keuze: Filter = Filter()
) -> Iterator[Actieregel]:
    """The rows of one dossier's unfinished actions; none when it does not run."""
    if not dossier.loopt:
        return
    for leefgebied, place, actie in dossier.acties():
        if actie.is_onaf and keuze.has_actie(leefgebied, actie):
            yield action_row(register, gelezen, dossier, leefgebied, place, actie, register.peildatum)


def line_of(gelezen: Gelezen[Dossier], route: Route) -> int:
    """The line in the file at which ``route`` stands; 1 where there is no such place."""
    return locate(gelezen.document.root, route).line if gelezen.document.root else 1


def action_row(
    register: Register,
    gelezen: Gelezen[Dossier],
    dossier: Dossier,
    leefgebied: str,
    place: int,
    actie: Actie,
    peildatum: date,
) -> Actieregel:
    """The row of one unfinished action as it stands on ``peildatum``."""
    deadline = compute_deadline(actie, dossier, register.instellingen, register.kalender, peildatum)
    niet_voor = compute_niet_voor(actie, dossier, register.instellingen, register.kalender)
    day = deadline.datum if deadline else None
    earliest = niet_voor.datum if niet_voor else None
    return Actieregel(
        soort=soort_of(deadline, peildatum),
        dossier=dossier.dossier,
        leefgebied=leefgebied,
        actie=actie.id,
        wat=actie.wat,
        eigenaar=actie.eigenaar,
        regisseur=dossier.regisseur,
        gemeente=dossier.gemeente,
        status=actie.status,
        wacht_op=actie.wacht_op,
        uiterlijk=day,
        dagen_te_laat=(peildatum - day).days if day else None,
        geteld_vanaf=deadline.geteld_vanaf if deadline else None,
        pad=gelezen.path,
        regel=line_of(gelezen, ("leefgebieden", leefgebied, "acties", place)),
        plaats=place,
        snel_succes=actie.snel_succes is JaNee.JA,
        opmerking=remark(deadline, niet_voor, actie, peildatum),
        niet_voor=earliest,
        kan_nog_niet=earliest is not None and earliest > peildatum,
    )


def soort_of(deadline: Deadline | None, peildatum: date) -> Soort:
    """Where an unfinished action with ``deadline`` stands on ``peildatum``."""
    if deadline is None:
        return Soort.ZONDER_UITERLIJK
    if deadline.vervallen:
        return Soort.VERVALLEN
    if deadline.opgeschort:
        return Soort.OPGESCHORT
    return Soort.ONBEPAALD if deadline.datum is None else soort_on(deadline.datum, peildatum)
