"""Makes dossiers and actions as values, and computes their deadlines."""

from datetime import date

from nazorg.begrippen.keuzes import DetentieSoort, FaseringSoort, Kader, Status, Zekerheid
from nazorg.begrippen.termen import read_duur, read_uiterlijk
from nazorg.dossier import Actie, Detentie, Dossier, Fasering, Ontslag, Opschorting
from nazorg.instellingen import Gemeente, Instellingen
from nazorg.termijnen import Deadline, Werkkalender, compute_deadline, compute_niet_voor

PEILDATUM = date(2026, 11, 23)
INSTELLINGEN = Instellingen(nazorg=1, regio="Voorbeeld")


def day(text):
    """A date of its text; ``None`` stays ``None``."""
    return date.fromisoformat(text) if isinstance(text, str) else text


def detentie(*, soort=None, zitting=None, ingesloten=None, binnenkomst=None, fasering=(), zekerheid=None, **ontslag):
    """A detention with the days of ``ontslag`` by their name, and with ``fasering`` as pairs of a kind and a day."""
    return Detentie(
        soort=DetentieSoort(soort) if soort else None,
        zitting=day(zitting),
        ingesloten=day(ingesloten),
        binnenkomst=day(binnenkomst),
        fasering=tuple(Fasering(soort=FaseringSoort(kind), vanaf=day(start)) for kind, start in fasering),
        ontslag=Ontslag(
            zekerheid=Zekerheid(zekerheid) if zekerheid else None, **{name: day(one) for name, one in ontslag.items()}
        ),
    )


def dossier(aanmelding="2026-04-20", **inside):
    """A dossier with the days of ``inside``; none inside is no detention at all."""
    return Dossier(
        dossier="NZ-2026-k7f3mq",
        betrokkene="p-4q9x2m",
        aanmelding=day(aanmelding),
        status=Status.IN_DETENTIE,
        gemeente="Leiden",
        regisseur="m.bakker",
        kader=Kader.VRIJWILLIG,
        detentie=detentie(**inside) if inside else None,
    )


def region(*, gemeente=(), **termijnen):
    """Settings with rules of the region by name (``_`` for ``-``), and with what Leiden set: rule and duration."""
    own = {naam: read_duur(duur) for naam, duur in dict(gemeente).items()}
    rules = {naam.replace("_", "-"): regel for naam, regel in termijnen.items()}
    return Instellingen(nazorg=1, regio="X", gemeenten={"Leiden": Gemeente(termijnen=own)}, termijnen=rules)


def actie(uiterlijk=None, afgesproken=None, opschorting=(), niet_voor=None):
    """An action with its terms as text, and with ``opschorting`` as pairs of days (resumed may be ``None``)."""
    return Actie(
        wat="A",
        niet_voor=read_uiterlijk(niet_voor) if niet_voor else None,
        uiterlijk=read_uiterlijk(uiterlijk) if uiterlijk else None,
        afgesproken=day(afgesproken),
        opschorting=tuple(Opschorting(van=day(van), hervat=day(hervat)) for van, hervat in opschorting),
    )


def deadline(
    uiterlijk,
    *,
    afgesproken=None,
    opschorting=(),
    instellingen=INSTELLINGEN,
    kalender=None,
    peildatum=PEILDATUM,
    **days,
) -> Deadline:
    """The deadline of an action with this term in a dossier with these days."""
    return compute_deadline(
        actie(uiterlijk, afgesproken, opschorting),
        dossier(**days),
        instellingen,
        kalender or Werkkalender(),
        day(peildatum),
    )


def niet_voor(term, *, instellingen=INSTELLINGEN, kalender=None, **days) -> Deadline:
    """The day before which an action with this ``niet_voor`` cannot be done."""
    return compute_niet_voor(actie(niet_voor=term), dossier(**days), instellingen, kalender or Werkkalender())
