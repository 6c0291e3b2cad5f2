"""The kinds of field that the models are made of: each a type, how it is read, and what an editor is told."""

from datetime import date, time
from typing import Annotated, Any

from nazorg.begrippen import ids
from nazorg.begrippen.datums import ISO_DATUM, read_datum, read_tijd
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde, Tekstwaarde
from nazorg.begrippen.termen import (
    DUUR_PATROON,
    REGELTERM_PATROON,
    TERM_PATROON,
    Duur,
    Regelterm,
    Term,
    read_ankerterm,
    read_duur,
    read_herhaling,
    read_uiterlijk,
)


class VrijeTekst:
    """Marks a field in which people write what they want: masked on screen, searched for what must not stand there."""


def hulp(omschrijving: str, *voorbeelden: str) -> dict[str, Any]:
    """Metadata of a field: the Dutch help that an editor shows beside it, and examples."""
    return (
        {"description": omschrijving, "examples": list(voorbeelden)} if voorbeelden else {"description": omschrijving}
    )


def read_getal(text: str) -> int:
    """A whole number that is not negative. Raises ``OngeldigeWaarde`` ``geen_getal``."""
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise OngeldigeWaarde("geen_getal", waarde=text)
    return int(text)


def _read_tekst(text: str) -> str:
    stripped = text.strip()
    if not stripped:
        raise OngeldigeWaarde("missing")
    return stripped


# YAML 1.2 makes a number or a truth value of a text that looks like one; to us it stays the text.
_TEKST_SCHEMA = {"type": ["string", "number", "boolean"]}

Datum = Annotated[date, Tekstwaarde(read_datum, {"type": "string", "format": "date", "pattern": f"^{ISO_DATUM}$"})]
Tijd = Annotated[time, Tekstwaarde(read_tijd, {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"})]
Getal = Annotated[
    int,
    Tekstwaarde(
        read_getal, {"type": ["integer", "string"], "minimum": 0, "maximum": 999999, "pattern": "^[0-9]{1,6}$"}
    ),
]
HerhalingVeld = Annotated[
    Duur, Tekstwaarde(read_herhaling, {"type": "string", "pattern": f"^(?!0+[a-z]){DUUR_PATROON}$"})
]
DuurVeld = Annotated[Duur, Tekstwaarde(read_duur, {"type": "string", "pattern": f"^{DUUR_PATROON}$"})]
UiterlijkVeld = Annotated[
    date | Term | Regelterm,
    Tekstwaarde(read_uiterlijk, {"type": "string", "pattern": f"^(?:{ISO_DATUM}|{TERM_PATROON}|{REGELTERM_PATROON})$"}),
]
AnkertermVeld = Annotated[Term, Tekstwaarde(read_ankerterm, {"type": "string", "pattern": f"^{TERM_PATROON}$"})]
ItemId = Annotated[str, Tekstwaarde(ids.read_item_id, {"type": "string", "pattern": f"^{ids.ITEM_ID}$"})]
DossierId = Annotated[str, Tekstwaarde(ids.read_dossier_id, {"type": "string", "pattern": f"^{ids.DOSSIER_ID}$"})]
OverlegId = Annotated[str, Tekstwaarde(ids.read_overleg_id, {"type": "string", "pattern": f"^{ids.OVERLEG_ID}$"})]
# Where a pseudonym belongs, a name is what people write by mistake.
Pseudoniem = Annotated[
    str, Tekstwaarde(ids.read_pseudoniem, {"type": "string", "pattern": f"^{ids.PSEUDONIEM}$"}), VrijeTekst()
]
Sleutel = Annotated[str, Tekstwaarde(ids.read_sleutel, {"type": "string", "pattern": f"^{ids.SLEUTEL}$"})]
StapVeld = Annotated[str, Tekstwaarde(ids.read_stap, {"type": "string", "pattern": f"^{ids.STAP}$"})]
Tekst = Annotated[str, Tekstwaarde(_read_tekst, _TEKST_SCHEMA)]
Vrij = Annotated[str, Tekstwaarde(_read_tekst, _TEKST_SCHEMA), VrijeTekst()]
