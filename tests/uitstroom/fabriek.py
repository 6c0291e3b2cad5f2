"""Makes dossiers with leefgebieden as values."""

from dataclasses import replace

from termijnen.fabriek import day
from termijnen.fabriek import dossier as plain_dossier

from nazorg.begrippen.keuzes import Actiestatus, Hulpvraag, Stand
from nazorg.begrippen.termen import read_uiterlijk
from nazorg.dossier import Actie, Bewijs, Leefgebied, Opschorting


def actie(item_id=None, *, na=(), status="open", eigenaar=None, niet_voor=None, uiterlijk=None, opgeschort=None):
    """An action with its terms as text; ``opgeschort`` is the day since which its clock stands still."""
    return Actie(
        id=item_id,
        wat="A",
        na=tuple(na),
        status=Actiestatus(status),
        eigenaar=eigenaar,
        niet_voor=read_uiterlijk(niet_voor) if niet_voor else None,
        uiterlijk=read_uiterlijk(uiterlijk) if uiterlijk else None,
        opschorting=(Opschorting(van=day(opgeschort)),) if opgeschort else (),
    )


def leefgebied(*acties, hulpvraag=None, stand=None, geen_actie=None, **bewijs):
    """A leefgebied; ``bewijs`` are the fields of its evidence, days as text."""
    return Leefgebied(
        hulpvraag=Hulpvraag(hulpvraag) if hulpvraag else None,
        stand=Stand(stand) if stand else None,
        geen_actie=geen_actie,
        bewijs=Bewijs(wat=bewijs.pop("wat", None), **{name: day(one) for name, one in bewijs.items()})
        if bewijs
        else None,
        acties=acties,
    )


def dossier(leefgebieden=None, *, status=None, **inside):
    """A dossier with these leefgebieden and the days of ``inside``."""
    made = replace(plain_dossier(**inside), leefgebieden=leefgebieden or {})
    return replace(made, status=status) if status else made
