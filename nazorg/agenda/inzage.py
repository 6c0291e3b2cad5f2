"""What of each piece of an agenda a partner may see. What nobody declared here is seen by no one.

A piece is a value of the model. ``STUKKEN`` says when there may be such a piece at all, ``VELDEN`` which of its fields
are about the meeting, about the case as such, or data of a kind; every other field comes out empty.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from nazorg.agenda.model import (
    Actiepunt,
    Agendadossier,
    Deelnemer,
    Leefgebiedpunt,
    Moment,
    Tafelpartner,
    ToeTeDelen,
)
from nazorg.begrippen.keuzes import Gegevenssoort
from nazorg.grondslagen import Inzage

S = Gegevenssoort


class Over(StrEnum):
    """What a field is about when it is no data of a person: the meeting, or that there is a case at all."""

    OVERLEG = "overleg"
    ZAAK = "zaak"
    STUKKEN = "stukken"
    """Other pieces, each of which is looked at by itself."""


Regel = Over | Gegevenssoort
LEEFGEBIED = ("leefgebied", "basisvoorwaarde", "te_bespreken")

VELDEN: Mapping[type, Mapping[str, Regel]] = {
    Agendadossier: {
        **dict.fromkeys(("nummer", "begin", "minuten"), Over.OVERLEG),
        **dict.fromkeys(("dossier", "gemeente", "regisseur"), Over.ZAAK),
        **dict.fromkeys(("status", "ontslag"), S.DETENTIE),
        "kader": S.TOEZICHT,
        **dict.fromkeys(("partners", "leefgebieden", "acties"), Over.STUKKEN),
    },
    Leefgebiedpunt: {
        **dict.fromkeys(LEEFGEBIED, Over.ZAAK),
        **dict.fromkeys(("stand", "hulpvraag", "op_orde", "toe_te_delen", "zonder_actie"), S.STAND),
        "situatie": S.SITUATIE,
        "acties": Over.STUKKEN,
    },
    Actiepunt: {
        **dict.fromkeys(("actie", "leefgebied", "wat", "eigenaar", "eigenaar_naam", "status", "wacht_op"), S.ACTIES),
        **dict.fromkeys(("uiterlijk", "dagen_te_laat", "moment", "snel_succes"), S.ACTIES),
        "opmerking": S.DETENTIE,
    },
    ToeTeDelen: {
        **dict.fromkeys(("nummer", "dossier", "leefgebied"), Over.ZAAK),
        **dict.fromkeys(("stand", "reden"), S.STAND),
        **dict.fromkeys(("wat", "snel_succes", "uiterlijk"), S.ACTIES),
    },
    Tafelpartner: dict.fromkeys(("partner", "naam", "kenmerk"), Over.ZAAK),
    Deelnemer: dict.fromkeys(("partner", "naam", "punten", "alle_punten", "klaar"), Over.OVERLEG),
}
"""``aanleiding``, ``veiligheidsplan`` and who else is at the table are not there, and so are seen by no partner."""


def _own(piece: Tafelpartner, inzage: Inzage) -> bool:
    return piece.partner == inzage.partner


def _actie(piece: Actiepunt, inzage: Inzage) -> bool:
    """An action that lapsed at release tells that there was one."""
    lapsed = piece.moment is Moment.VERVALLEN
    return inzage.may(S.ACTIES, piece.leefgebied) and (not lapsed or inzage.may(S.DETENTIE))


def _toe_te_delen(piece: ToeTeDelen, inzage: Inzage) -> bool:
    return inzage.may(S.STAND if piece.wat is None else S.ACTIES, piece.leefgebied)


STUKKEN: Mapping[type, Callable[[Any, Inzage], bool]] = {
    Agendadossier: lambda _, inzage: bool(inzage),
    Leefgebiedpunt: lambda piece, inzage: any(inzage.may(soort, piece.leefgebied) for soort in S),
    Actiepunt: _actie,
    ToeTeDelen: _toe_te_delen,
    Tafelpartner: _own,
}
"""When a partner may see that there is such a piece."""
