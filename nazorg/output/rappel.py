"""Rappels as text, as drafts of e-mail, and as JSON."""

import re
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from nazorg.diagnostics.tekst import visible
from nazorg.errors import UsageError
from nazorg.output.gegevens import onleesbaar_fields, write_json
from nazorg.output.tekst import count
from nazorg.rappel import DERDE, Rappel, Rappellijst, Rol

if TYPE_CHECKING:
    from nazorg.begrippen.bron import Bron

SJABLOON = "rappel"
LANGSTE = 500_000
"""In signs, of one letter: a template that never stops makes one of any length for every owner."""

_ADRES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_GEEN_NAAM = re.compile(r"[^a-z0-9._-]", re.ASCII)


PUNTVELDEN = (
    "soort",
    "verwijzing",
    "actie",
    "wat",
    "uiterlijk",
    "dagen_te_laat",
    "keer",
    "eerder",
    "vervroegd",
    "wacht_op_betrokkene",
    "eigenaar_naam",
    "dossier",
    "pad",
)
"""The fields of a point in JSON, in their order."""


class Brief(NamedTuple):
    """A rappel in words: what it is about in one line, and the text."""

    onderwerp: str
    tekst: str


def render_rappel(rappel: Rappel, bron: "Bron", sjabloon: str = "") -> Brief:
    """The rappel by the template ``sjabloon`` (default: ``rappel``); its first line is the subject.

    Raises ``UsageError`` when there is no such template, or when it is faulty.
    """
    from nazorg.output.sjabloon import TEKST, Sjablonen, plain, render

    sjablonen = Sjablonen(bron, SJABLOON, TEKST)
    file = sjablonen.choose(sjabloon or SJABLOON)
    text = render(sjablonen, file, plain(rappel))
    if len(text) > LANGSTE:
        raise UsageError(f"Sjabloon templates/{file} geeft te veel tekst.", "Kijk of een lus wel ophoudt.")
    subject, _, body = text.lstrip("\n").partition("\n")
    return Brief(subject.strip(), body.lstrip("\n"))


def address_of(rappel: Rappel) -> str | None:
    """The address to send it to; ``None`` where there is none, or none that an e-mail can have."""
    return rappel.mail if rappel.mail and _ADRES.fullmatch(rappel.mail) else None


def draft_name(rappel: Rappel) -> str:
    """The name of its file: ``rappel-corporatie-rijnland.eml``."""
    tail = "" if rappel.rol is Rol.EIGENAAR else f"-{rappel.rol}"
    return f"rappel-{_GEEN_NAAM.sub('-', rappel.voor)}{tail}.eml"


def draft(rappel: Rappel, brief: Brief) -> bytes:
    """The e-mail, not sent: no date, no sender, and the mark by which a mail program opens it to be sent."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = brief.onderwerp
    address = address_of(rappel)
    if address:
        message["To"] = address
    message["X-Unsent"] = "1"
    message.set_content(brief.tekst, cte="quoted-printable")
    return message.as_bytes()


def write_rappel_json(out: TextIO, lijst: Rappellijst) -> None:
    """The rappels as JSON, form ``nazorg.rappel/1``."""
    content = {
        "peildatum": lijst.peildatum,
        "tot": lijst.tot,
        "rappels": [_fields(one) for one in lijst.rappels],
        "al_verteld": lijst.al_verteld,
        "onleesbaar": onleesbaar_fields(lijst.onleesbaar),
    }
    write_json(out, "nazorg.rappel/1", content)


def _fields(rappel: Rappel) -> Mapping[str, Any]:
    head = {name: getattr(rappel, name) for name in ("rol", "voor", "voor_naam", "naam", "mail", "hoogste")}
    return head | {"punten": [{name: getattr(one, name) for name in PUNTVELDEN} for one in rappel.punten]}


def notes(lijst: Rappellijst) -> list[str]:
    """What the coordinator should know besides: half sentences with a full stop, without text of a dossier."""
    lines = []
    if not lijst.rappels:
        lines.append("er is niets om over te rappelleren.")
    if lijst.al_verteld:
        lines.append(f"{count(lijst.al_verteld, 'actie is', 'acties zijn')} kort geleden al verteld.")
    lines += [
        visible(f"{one.naam} heeft geen e-mailadres in nazorg.yaml.")
        for one in lijst.rappels
        if address_of(one) is None
    ]
    lines += [
        visible(f"{one.naam} krijgt het voor de {one.hoogste}e keer; in nazorg.yaml staat geen manager.")
        for one in lijst.rappels
        if one.rol is Rol.EIGENAAR and one.hoogste >= DERDE
    ]
    unnumbered = sum(punt.actie is None for one in lijst.rappels for punt in one.punten)
    if unnumbered:
        lines.append(
            f"{count(unnumbered, 'actie heeft', 'acties hebben')} geen id en wordt niet onthouden: "
            "nazorg controleer --vul-aan"
        )
    return lines
