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
    Besluitactie,
    Besluitpunt,
    Deelnemer,
    Leefgebiedpunt,
    Moment,
    Tafelpartner,
    ToeTeDelen,
    Verandering,
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
        **dict.fromkeys(("partners", "leefgebieden", "acties", "veranderingen", "besluiten"), Over.STUKKEN),
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
    Verandering: dict.fromkeys(
        ("dossier", "leefgebied", "gegeven", "soort", "actie", "wat", "veld", "van", "naar"), Over.ZAAK
    ),
    Besluitpunt: {
        **dict.fromkeys(("dossier", "leefgebied", "besluit"), Over.ZAAK),
        "stand": S.STAND,
        "acties": Over.STUKKEN,
    },
    Besluitactie: {
        **dict.fromkeys(("actie", "leefgebied", "wat", "eigenaar", "eigenaar_naam", "status"), S.ACTIES),
        **dict.fromkeys(("gedaan_op", "uiterlijk", "dagen_te_laat", "moment"), S.ACTIES),
    },
    Tafelpartner: dict.fromkeys(("partner", "naam", "kenmerk"), Over.ZAAK),
    Deelnemer: dict.fromkeys(("partner", "naam", "punten", "alle_punten", "klaar"), Over.OVERLEG),
}
"""``aanleiding``, ``veiligheidsplan`` and who else is at the table are not there, and so are seen by no partner."""


def _own(piece: Tafelpartner, inzage: Inzage) -> bool:
    return piece.partner == inzage.partner


def _actie(piece: Actiepunt | Besluitactie, inzage: Inzage) -> bool:
    """An action that lapsed at release tells that there was one."""
    lapsed = piece.moment is Moment.VERVALLEN
    return inzage.may(S.ACTIES, piece.leefgebied) and (not lapsed or inzage.may(S.DETENTIE))


def _toe_te_delen(piece: ToeTeDelen, inzage: Inzage) -> bool:
    return inzage.may(S.STAND if piece.wat is None else S.ACTIES, piece.leefgebied)


def _verandering(piece: Verandering, inzage: Inzage) -> bool:
    """A change of a kind of data tells of that kind; of the dossier as a whole, only days and supervision."""
    if piece.gegeven is None:
        return False
    if piece.leefgebied is None:
        return piece.gegeven in (S.DETENTIE, S.TOEZICHT) and inzage.may(piece.gegeven) and inzage.may(S.VERANDERINGEN)
    return inzage.may(S.VERANDERINGEN, piece.leefgebied) and inzage.may(piece.gegeven, piece.leefgebied)


def _besluit(piece: Besluitpunt, inzage: Inzage) -> bool:
    """A decision about the dossier as a whole may be about anything in it, and is for no partner."""
    return piece.leefgebied is not None and inzage.may(S.BESLUITEN, piece.leefgebied)


STUKKEN: Mapping[type, Callable[[Any, Inzage], bool]] = {
    Agendadossier: lambda _, inzage: bool(inzage),
    Leefgebiedpunt: lambda piece, inzage: any(inzage.may(soort, piece.leefgebied) for soort in S),
    Actiepunt: _actie,
    Besluitactie: _actie,
    Besluitpunt: _besluit,
    Verandering: _verandering,
    ToeTeDelen: _toe_te_delen,
    Tafelpartner: _own,
}
"""When a partner may see that there is such a piece."""
