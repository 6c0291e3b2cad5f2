"""Change one dossier: read it with the turn, plan, edit, check, write, commit; or only say what it would come to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import id_of
from nazorg.diagnostics import Diagnostic
from nazorg.dossier import Dossier
from nazorg.editing import EditError, VoegToe, Zet, edit
from nazorg.errors import UsageError
from nazorg.reading import Gelezen, items_without_id, key_order, read_dossier
from nazorg.register.inzicht import Onleesbaar, Register
from nazorg.register.toets import GeweigerdError, findings_of, is_sound, refuse_fouten
from nazorg.register.verschuiving import Verschuiving, shifts
from nazorg.register.werkblad import Werkblad, Wijziging
from nazorg.transactie import Bestandswijziging, Hersteld, Operatie, Schrijver, Vastgelegd, transactie
from nazorg.verschil import Verschil, differences
from nazorg.werkmap import Werkmap
from nazorg.yamltext import Document, as_boom, read_document

Plan = Callable[[Werkblad], Wijziging]
"""What to do to a dossier as it stands now. Raises ``UsageError`` where that cannot be asked of it."""


@dataclass(frozen=True)
class Gewijzigd:
    """A change and what came of it.

    ``vastgelegd`` is ``None`` when nothing was written, because it was only to be shown or there was nothing to change.
    ``eerst_bewaard``: what had been changed by hand was committed first. ``bevindingen`` are those that were not there
    before.
    """

    pad: str
    kort: str
    voor: Document
    na: Document
    dossier: Dossier
    acties: tuple[str, ...]
    verschillen: tuple[Verschil, ...]
    verschoven: tuple[Verschuiving, ...]
    bevindingen: tuple[Diagnostic, ...]
    vastgelegd: Vastgelegd | None = None
    eerst_bewaard: bool = False
    hersteld: Hersteld | None = None

    @property
    def nummer(self) -> str:
        """The number of the dossier."""
        return id_of(self.pad)


def propose(register: Register, pad: str, plan: Plan, reden: str, random: Random) -> Gewijzigd:
    """What ``plan`` would come to for the dossier at ``pad``; nothing is written. Raises as ``change`` does."""
    return _worked_out(register, _readable(register, pad), plan, reden, random)


def change(register: Register, pad: str, plan: Plan, reden: str, random: Random, opdracht: str) -> Gewijzigd:
    """Do what ``plan`` says to the dossier at ``pad``, as one commit that ``opdracht`` (a verb) is the first word of.

    The dossier is read when the turn is ours, so that no change of another is lost. What a person had changed in it by
    hand is committed first, by itself. ``reden`` goes into its logboek.

    Raises ``GeweigerdError`` when the result, or what was changed by hand, holds a ``fout``; ``UsageError`` from the
    plan or when the text is written in a way that cannot be edited; and what ``transactie`` raises.
    """
    with schrijver_of(register) as schrijver:
        gelezen = _readable(register, pad)
        unsaved = schrijver.is_unsaved(pad)
        gewijzigd = replace(_worked_out(register, gelezen, plan, reden, random), hersteld=schrijver.hersteld)
        if not gewijzigd.verschillen:
            return gewijzigd
        if unsaved:
            refuse_fouten(register, gelezen)
            save_by_hand(schrijver, gelezen.document)
        vastgelegd = schrijver.write(operation(opdracht, gewijzigd))
        return replace(gewijzigd, vastgelegd=vastgelegd, eerst_bewaard=unsaved)


def replace_text(
    register: Register, pad: str, digest: str, data: bytes, reden: str, random: Random, opdracht: str
) -> Gewijzigd:
    """Put ``data``, that a person wrote, in the place of the dossier at ``pad``, which held ``digest`` when they began.

    Raises as ``change`` does, and ``ConcurrentChangeError`` when the dossier is no longer what they began with.
    """
    with schrijver_of(register) as schrijver:
        before = read_dossier(register.bron.read(pad))
        after = read_dossier(Bestand(pad, data))
        refuse_fouten(register, after)
        unsaved = schrijver.is_unsaved(pad)
        gewijzigd = replace(_completed(register, before, after, reden, random), hersteld=schrijver.hersteld)
        if before.document.digest == digest and unsaved and is_sound(register, before):
            save_by_hand(schrijver, before.document)
        operatie = operation(opdracht, gewijzigd)
        bestand = replace(operatie.bestanden[0], oud=digest)
        vastgelegd = schrijver.write(replace(operatie, bestanden=(bestand,)))
        return replace(gewijzigd, vastgelegd=vastgelegd)


def create(register: Register, pad: str, data: bytes, opdracht: str) -> Gewijzigd:
    """Put a new dossier at ``pad``. Raises as ``change`` does."""
    after = read_dossier(Bestand(pad, data))
    found = refuse_fouten(register, after)
    assert after.waarde is not None
    nothing = read_document(Bestand(pad, b""))
    made = Gewijzigd(pad, "aangemaakt", nothing, after.document, after.waarde, (), (), (), found)
    with schrijver_of(register) as schrijver:
        bestand = Bestandswijziging(pad, None, data)
        vastgelegd = schrijver.write(Operatie((bestand,), f"{opdracht} {made.nummer}", (made.nummer,)))
        return replace(made, vastgelegd=vastgelegd, hersteld=schrijver.hersteld)


def operation(opdracht: str, gewijzigd: Gewijzigd) -> Operatie:
    """The operation that writes ``gewijzigd``."""
    few = gewijzigd.acties if len(gewijzigd.acties) <= _MEESTE_ACTIES else ()
    about = " ".join([opdracht, gewijzigd.nummer, *few])
    bestand = Bestandswijziging(gewijzigd.pad, gewijzigd.voor.digest, gewijzigd.na.data)
    subject = subject_of(about, [_field(one) for one in gewijzigd.verschillen])
    return Operatie((bestand,), subject, (gewijzigd.nummer,), gewijzigd.acties)


def save_by_hand(schrijver: Schrijver, document: Document) -> None:
    """Commit what a person had changed in ``document`` by hand, as a change of its own."""
    by_hand = Bestandswijziging(document.path, document.digest, document.data)
    nummer = id_of(document.path)
    schrijver.write(Operatie((by_hand,), f"bewaar {nummer}", (nummer,)))


@contextmanager
def schrijver_of(register: Register) -> Iterator[Schrijver]:
    """The turn to write in the werkmap of ``register``, signed by its regisseur where git knows no name.

    Raises ``UsageError`` for what stood in git, which does not change any more.
    """
    with transactie(root_of(register), register.naam_met) as schrijver:
        yield schrijver


def root_of(register: Register) -> Path:
    """The folder of the werkmap. Raises ``UsageError`` for what stood in git, which does not change any more."""
    if not isinstance(register.bron, Werkmap):
        raise UsageError("Wat er in git stond, verandert niet meer.", "Laat --versie weg.")
    return register.bron.root


def differs(voor: Document, na: Document) -> tuple[Verschil, ...]:
    """What changed from the one text to the other; one that cannot be read says nothing."""
    old, new = (as_boom(one.root) if one.root else "" for one in (voor, na))
    return tuple(differences(old, new))


def subject_of(about: str, names: list[str]) -> str:
    """A line of at most 72 characters: ``about``, and ``names`` as far as they fit."""
    every = list(dict.fromkeys(names))
    shown = list(every)
    while shown and len(f"{about}: {', '.join(shown)} …") > _LANGSTE_ONDERWERP:
        shown.pop()
    if not shown:
        return about
    return f"{about}: {', '.join(shown)}" + (" …" if len(shown) < len(every) else "")


_LANGSTE_ONDERWERP = 72

_MEESTE_ACTIES = 5
"""More ids than this are no help in a line; the commit names them all below it."""


def _readable(register: Register, pad: str) -> Gelezen[Dossier]:
    gelezen = register.lijstdossier(pad)
    if isinstance(gelezen, Onleesbaar):
        raise GeweigerdError(
            f"{pad} is niet te lezen, dus ook niet te wijzigen.",
            f"Herstel het, bijvoorbeeld met: nazorg bewerk {id_of(pad)}",
            gelezen.bevindingen,
        )
    return gelezen


def _worked_out(register: Register, gelezen: Gelezen[Dossier], plan: Plan, reden: str, random: Random) -> Gewijzigd:
    blad = _werkblad(register, gelezen, random)
    wijziging = plan(blad)
    try:
        edited = edit(gelezen.document, wijziging.bewerkingen, key_order)
    except EditError:
        raise UsageError(
            f"{gelezen.path} is op deze plek te bijzonder opgemaakt om zo te wijzigen.",
            f"Doe het met de hand: nazorg bewerk {id_of(gelezen.path)}",
        ) from None
    after = read_dossier(Bestand(gelezen.path, edited.data))
    refuse_fouten(register, after, gelezen)
    made = _completed(register, gelezen, after, reden, random, blad, wijziging.kort)
    return replace(made, kort=wijziging.kort, acties=wijziging.acties)


def _completed(
    register: Register,
    before: Gelezen[Dossier],
    after: Gelezen[Dossier],
    reden: str,
    random: Random,
    blad: Werkblad | None = None,
    kort: str = "bewerkt",
) -> Gewijzigd:
    """The change from ``before`` to ``after``, with the reason in the logboek and an id for everything that has none.

    Raises ``GeweigerdError``.
    """
    changed = differs(before.document, after.document)
    if changed or before.document.data != after.document.data:
        fresh = blad or _werkblad(register, after, random)
        document = _with_reason(after.document, fresh, f"{_capital(kort)}: {reden}" if reden else "")
        document = _with_ids(document, _werkblad(register, read_dossier(Bestand(after.path, document.data)), random))
        after = read_dossier(Bestand(after.path, document.data))
    old = {(one.code, one.message) for one in findings_of(register, before)}
    found = refuse_fouten(register, after, before)
    assert after.waarde is not None  # what holds no fout has been read
    moved = (
        tuple(shifts(_werkblad(register, before, random), _werkblad(register, after, random))) if before.waarde else ()
    )
    return Gewijzigd(
        pad=after.path,
        kort=kort,
        voor=before.document,
        na=after.document,
        dossier=after.waarde,
        acties=(),
        verschillen=differs(before.document, after.document),
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


def _field(verschil: Verschil) -> str:
    """The name of the field that changed: no text of the dossier."""
    names = [step for step in verschil.weg if isinstance(step, str)]
    return names[-1] if names else "dossier"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
