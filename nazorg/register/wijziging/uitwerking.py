"""Work a change out: the text after it, with the reason in the logboek and ids where they lacked, checked."""

from collections.abc import Container
from dataclasses import replace
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import id_of
from nazorg.dossier import Dossier
from nazorg.editing import EditError, Verwijder, VoegToe, Zet, edit
from nazorg.errors import UsageError
from nazorg.historie import Wijziging, changes_of
from nazorg.reading import Gelezen, items_without_id, key_order, read_dossier
from nazorg.register.inzicht import Register
from nazorg.register.werkblad import Werkblad
from nazorg.register.wijziging.gewijzigd import Gewijzigd
from nazorg.register.wijziging.toets import findings_of, refuse_fouten
from nazorg.register.wijziging.verschuiving import shifts
from nazorg.register.wijziging.voornemen import Plan
from nazorg.yamltext import Document, as_boom, is_allowed


def by_plan(
    register: Register,
    gelezen: Gelezen[Dossier],
    plan: Plan,
    reden: str,
    random: Random,
    behalve: Container[str] = (),
) -> Gewijzigd:
    """What ``plan`` makes of a dossier that can be read; it may hold a ``fout`` of a code in ``behalve``.

    Raises ``GeweigerdError``, what the plan raises, and ``UsageError`` for a text that cannot be edited there.
    """
    blad = _werkblad(register, gelezen, random)
    voornemen = plan(blad)
    _refuse_hidden(reden, *(one.waarde for one in voornemen.bewerkingen if not isinstance(one, Verwijder)))
    try:
        edited = edit(gelezen.document, voornemen.bewerkingen, key_order)
    except EditError:
        raise UsageError(
            f"{gelezen.path} is op deze plek te bijzonder opgemaakt om zo te wijzigen.",
            f"Doe het met de hand: nazorg bewerk {id_of(gelezen.path)}",
        ) from None
    after = read_dossier(Bestand(gelezen.path, edited.data))
    refuse_fouten(register, after, gelezen, behalve=behalve)
    made = _completed(register, gelezen, after, blad, voornemen.kort, reden, behalve)
    return replace(made, acties=voornemen.acties)


def _refuse_hidden(*values: Boom) -> None:
    """Raises ``UsageError`` for a sign that no file may hold: a person must hear that of what they typed."""
    for value in values:
        if isinstance(value, dict):
            _refuse_hidden(*value.values())
        elif isinstance(value, list):
            _refuse_hidden(*value)
        elif not is_allowed(value):
            raise UsageError(
                "In wat u opgaf, staat een onzichtbaar teken.", "Typ het over in plaats van het te plakken."
            )


def by_hand(
    register: Register, before: Gelezen[Dossier], after: Gelezen[Dossier], reden: str, random: Random
) -> Gewijzigd:
    """What a person made of a dossier, be ``before`` readable or not. Raises ``GeweigerdError``."""
    refuse_fouten(register, after)
    return _completed(register, before, after, _werkblad(register, after, random), "bewerkt", reden)


def changed(voor: Document, na: Document) -> tuple[Wijziging, ...]:
    """What changed from the one text to the other; one that cannot be read says nothing."""
    old, new = (as_boom(one.root) if one.root else "" for one in (voor, na))
    return tuple(changes_of(old, new))


def _completed(
    register: Register,
    before: Gelezen[Dossier],
    after: Gelezen[Dossier],
    blad: Werkblad,
    kort: str,
    reden: str,
    behalve: Container[str] = (),
) -> Gewijzigd:
    """The change from ``before`` to ``after``, with a reason, and an id for everything that has none."""
    if before.document.data != after.document.data:
        document = _with_reason(after.document, blad, f"{kort[:1].upper()}{kort[1:]}: {reden}" if reden else "")
        after = read_dossier(Bestand(after.path, _with_ids(document, blad).data))
    old = {(one.code, one.message) for one in findings_of(register, before)}
    found = refuse_fouten(register, after, before, behalve=behalve)
    assert after.waarde is not None  # what holds no fout has been read
    random = blad.random
    moved = shifts(_werkblad(register, before, random), _werkblad(register, after, random)) if before.waarde else ()
    return Gewijzigd(
        pad=after.path,
        kort=kort,
        voor=before.document,
        na=after.document,
        dossier=after.waarde,
        wijzigingen=changed(before.document, after.document),
        verschoven=tuple(moved),
        bevindingen=tuple(one for one in found if (one.code, one.message) not in old),
    )


def _with_reason(document: Document, blad: Werkblad, kort: str) -> Document:
    if not kort:
        return document
    entry: Boom = {"id": blad.new_id(), "op": str(blad.vandaag), "kort": kort}
    try:
        return edit(document, [VoegToe(("logboek",), entry)], key_order)
    except EditError:
        raise UsageError(
            f"Het logboek van {document.path} is te bijzonder opgemaakt om de reden bij te schrijven.",
            "Laat --reden weg en schrijf haar er zelf bij.",
        ) from None


def _with_ids(document: Document, blad: Werkblad) -> Document:
    """Every write gives ids where they are missing; a text in which that cannot be done stays without."""
    assert document.root is not None
    missing, _ = items_without_id(document.root)
    try:
        return edit(document, [Zet((*route, "id"), blad.new_id()) for route in missing], key_order)
    except EditError:
        return document


def _werkblad(register: Register, gelezen: Gelezen[Dossier], random: Random) -> Werkblad:
    assert gelezen.waarde is not None
    return Werkblad(
        gelezen.document, gelezen.waarde, register.instellingen, register.kalender, register.peildatum, random
    )
