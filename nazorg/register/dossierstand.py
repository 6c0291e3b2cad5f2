"""How a dossier stands, out of the dossier itself."""

from datetime import date

from nazorg.begrippen.keuzes import BINNEN
from nazorg.dossier import Dossier
from nazorg.reading import Gelezen
from nazorg.register.acties import dossier_rows
from nazorg.register.inzicht import Register
from nazorg.register.lijststand import Dossierstand, Open
from nazorg.termijnen import release_date
from nazorg.uitstroom import first_day_outside, not_in_order


def dossier_stand(register: Register, gelezen: Gelezen[Dossier], dossier: Dossier) -> Dossierstand:
    """How ``dossier`` stands on the register's peildatum."""
    rows = dossier_rows(register, gelezen, dossier)
    return lasting_stand(gelezen.path, dossier)._replace(
        acties=tuple(Open(row.leefgebied, row.eigenaar, row.uiterlijk) for row in rows)
    )


def lasting_stand(pad: str, dossier: Dossier) -> Dossierstand:
    """The same on any day: without actions."""
    detentie = dossier.detentie
    anchor = first_day_outside(dossier)
    return Dossierstand(
        pad=pad,
        dossier=dossier.dossier,
        status=str(dossier.status),
        kader=str(dossier.kader),
        gemeente=dossier.gemeente,
        regisseur=dossier.regisseur,
        inrichting=detentie.inrichting if detentie else None,
        loopt=dossier.loopt,
        is_binnen=dossier.status in BINNEN and detentie is not None,
        ontslag=release_day(dossier),
        buiten=(anchor.datum, anchor.omschrijving) if anchor else None,
        niet_op_orde=not_in_order(dossier),
        acties=(),
    )


def release_day(dossier: Dossier) -> date | None:
    """The day of release as a list shows it: the real one, else the expected, else the earliest."""
    found = release_date(dossier.detentie, terug=False) if dossier.detentie else None
    return found.datum if found else None
