"""What was decided in the consultation before this one, and what came of it."""

from nazorg.agenda.leefgebieden import Tijdvak, moment_of
from nazorg.agenda.model import Besluitactie, Besluitpunt
from nazorg.begrippen.keuzes import Stand
from nazorg.dossier import Actie, Besluit, Dossier, Leefgebied
from nazorg.instellingen import Instellingen
from nazorg.register import Actieregel


def decisions_of(
    dossier: Dossier, rows: list[Actieregel], instellingen: Instellingen, overleg: str, tijdvak: Tijdvak
) -> tuple[Besluitpunt, ...]:
    """The decisions about ``dossier`` in the consultation ``overleg``; ``rows`` are its unfinished actions."""
    unfinished = {row.actie: row for row in rows}
    acties = {actie.id: (naam, actie) for naam, _, actie in dossier.acties() if actie.id}

    def point(besluit: Besluit) -> Besluitpunt:
        known = [one for one in besluit.acties if one in acties]
        came = [as_it_stands(*acties[one], unfinished.get(one), instellingen, tijdvak) for one in known]
        domain = dossier.leefgebieden.get(besluit.leefgebied, Leefgebied()) if besluit.leefgebied else None
        return Besluitpunt(
            dossier=dossier.dossier,
            leefgebied=besluit.leefgebied,
            besluit=besluit.besluit,
            stand=(domain.stand or Stand.ONBEKEND) if domain else None,
            acties=tuple(came),
        )

    return tuple(point(one) for one in dossier.besluiten if one.overleg == overleg)


def as_it_stands(
    naam: str, actie: Actie, row: Actieregel | None, instellingen: Instellingen, tijdvak: Tijdvak
) -> Besluitactie:
    """``actie`` under the leefgebied ``naam``, with its ``row`` where it is unfinished."""
    return Besluitactie(
        actie=actie.id or "",
        leefgebied=naam,
        wat=actie.wat,
        eigenaar=actie.eigenaar,
        eigenaar_naam=instellingen.naam_van(actie.eigenaar),
        status=actie.status,
        gedaan_op=actie.gedaan_op,
        uiterlijk=row.uiterlijk if row else None,
        dagen_te_laat=row.dagen_te_laat if row else None,
        moment=moment_of(row.soort, row.uiterlijk, tijdvak) if row else None,
    )
