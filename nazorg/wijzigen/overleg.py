"""A new consultation as a text, and a dossier that is put on one."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.indeling import OVERLEGGEN, id_of
from nazorg.begrippen.keuzes import Aanleiding
from nazorg.dossier import Dossier
from nazorg.editing import Bewerking, VoegToe, as_block
from nazorg.instellingen import Instellingen
from nazorg.overleg import Agendapunt, Overleg
from nazorg.register import Register

_HULP = "# yaml-language-server: $schema=../.nazorg/overleg.schema.json\n"


@dataclass(frozen=True)
class Inbreng:
    """A dossier that is put on a consultation: for how many minutes, and with whom at the table (empty: everyone)."""

    dossier: str
    minuten: int | None = None
    partners: tuple[str, ...] = ()


def name_for(register: Register, datum: date, gemeenten: Sequence[str], soort: str, naam: str = "") -> str:
    """A name that no consultation has yet: the day, with ``naam`` or else the first gemeente behind it."""
    taken = {id_of(path) for path in register.overleg_paths}
    base = f"{datum}-{_slug(naam or gemeenten[0]) or soort}"
    others = (f"{base}-{soort}", *(f"{base}-{soort}-{number}" for number in range(2, 1000)))
    return next(one for one in (base, *others) if one not in taken)


def overleg_text(overleg: Overleg) -> tuple[str, bytes]:
    """The path and the text of a new consultation; what is empty is left out."""
    fields: dict[str, Boom] = {
        "overleg": overleg.overleg,
        "soort": str(overleg.soort),
        "datum": str(overleg.datum),
        "tijd": overleg.tijd.strftime("%H:%M") if overleg.tijd else "",
        "eindtijd": overleg.eindtijd.strftime("%H:%M") if overleg.eindtijd else "",
        "plaats": overleg.plaats or "",
        "gemeenten": list(overleg.gemeenten),
        "voorzitter": overleg.voorzitter or "",
        "partners": list(overleg.partners),
        "dossiers": [_as_fields(punt) for punt in overleg.dossiers],
        "volgende": str(overleg.volgende or ""),
    }
    text = _HULP + as_block({name: value for name, value in fields.items() if value})
    return f"{OVERLEGGEN}/{overleg.overleg}.yaml", text.encode("utf-8")


def put_on(overleg: Overleg, inbreng: Iterable[Inbreng]) -> list[Bewerking]:
    """What it takes to put dossiers behind those that are on ``overleg``; one that is on it already stays as it is."""
    there = {punt.dossier for punt in overleg.dossiers}
    return [VoegToe(("dossiers",), _as_fields(_as_punt(one))) for one in inbreng if one.dossier not in there]


def _as_punt(one: Inbreng) -> Agendapunt:
    return Agendapunt(dossier=one.dossier, aanleiding=Aanleiding.INGEBRACHT, partners=one.partners, minuten=one.minuten)


def involved(dossier: Dossier, instellingen: Instellingen) -> list[str]:
    """The partners that are involved in a dossier or have an action to do in it, in the order of the region."""
    named = {one.partner for one in dossier.betrokken}
    named |= {actie.eigenaar or "" for _, _, actie in dossier.acties() if actie.is_onaf}
    return [partner for partner in instellingen.partners if partner in named]


def _as_fields(punt: Agendapunt) -> dict[str, Boom]:
    fields: dict[str, Boom] = {
        "dossier": punt.dossier,
        "aanleiding": str(punt.aanleiding or ""),
        "partners": list(punt.partners),
        "minuten": str(punt.minuten) if punt.minuten is not None else "",
    }
    return {name: value for name, value in fields.items() if value}


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
