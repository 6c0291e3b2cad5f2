"""Change one dossier: read it with the turn, work the change out, write, commit; or only say what it would come to."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import id_of
from nazorg.dossier import Dossier
from nazorg.errors import UsageError
from nazorg.reading import Gelezen, read_dossier
from nazorg.register.inzicht import Register
from nazorg.register.onleesbaar import Onleesbaar
from nazorg.register.wijziging.gewijzigd import Gewijzigd
from nazorg.register.wijziging.toets import GeweigerdError, is_sound, refuse_fouten
from nazorg.register.wijziging.uitwerking import by_hand, by_plan
from nazorg.register.wijziging.voornemen import Plan
from nazorg.transactie import Bestandswijziging, Operatie, Schrijver, transactie
from nazorg.werkmap import Werkmap
from nazorg.yamltext import Document, read_document


def propose(register: Register, pad: str, plan: Plan, reden: str, random: Random) -> Gewijzigd:
    """What ``plan`` would come to for the dossier at ``pad``; nothing is written. Raises as ``change`` does."""
    return by_plan(register, read_readable(register, pad), plan, reden, random)


def change(
    register: Register,
    pad: str,
    plan: Plan,
    reden: str,
    random: Random,
    opdracht: str,
    voorbij: Container[str] = (),
) -> Gewijzigd:
    """Do what ``plan`` says to the dossier at ``pad``, as one commit that ``opdracht`` (a verb) is the first word of.

    The dossier is read when the turn is ours, so that no change of another is lost. What a person had changed in it by
    hand is committed first, by itself; where the plan does away with a ``fout`` of a code in ``voorbij``, it goes along
    with that. ``reden`` goes into its logboek.

    Raises ``GeweigerdError`` when the result, or what was changed by hand, holds a ``fout``; ``UsageError`` from the
    plan or when the text is written in a way that cannot be edited; and what ``transactie`` raises.
    """
    with schrijver_of(register) as schrijver:
        gelezen = read_readable(register, pad)
        gewijzigd = replace(by_plan(register, gelezen, plan, reden, random), hersteld=schrijver.hersteld)
        if gewijzigd.is_niets:
            return gewijzigd
        unsaved = schrijver.is_unsaved(pad)
        if unsaved and not voorbij:
            refuse_fouten(register, gelezen)
            save_by_hand(schrijver, gelezen.document)
        vastgelegd = schrijver.write(gewijzigd.operation(opdracht))
        return replace(gewijzigd, vastgelegd=vastgelegd, eerst_bewaard=unsaved and not voorbij)


def replace_text(
    register: Register, pad: str, digest: str, data: bytes, reden: str, random: Random, opdracht: str
) -> Gewijzigd:
    """Put ``data``, that a person wrote, in the place of the dossier at ``pad``, which held ``digest`` when they began.

    Raises as ``change`` does, and ``ConcurrentChangeError`` when the dossier is no longer what they began with.
    """
    with schrijver_of(register) as schrijver:
        before = read_dossier(register.bron.read(pad))
        after = read_dossier(Bestand(pad, data))
        gewijzigd = replace(by_hand(register, before, after, reden, random), hersteld=schrijver.hersteld)
        if before.document.digest == digest and schrijver.is_unsaved(pad) and is_sound(register, before):
            save_by_hand(schrijver, before.document)
        operatie = gewijzigd.operation(opdracht)
        bestand = replace(operatie.bestanden[0], oud=digest)
        return replace(gewijzigd, vastgelegd=schrijver.write(replace(operatie, bestanden=(bestand,))))


def create(register: Register, pad: str, data: bytes, opdracht: str) -> Gewijzigd:
    """Put a new dossier at ``pad``. Raises as ``change`` does."""
    after = read_dossier(Bestand(pad, data))
    found = refuse_fouten(register, after, nieuw=True)
    assert after.waarde is not None  # what holds no fout has been read
    nothing = read_document(Bestand(pad, b""))
    made = Gewijzigd(pad, "aangemaakt", nothing, after.document, after.waarde, bevindingen=found)
    with schrijver_of(register) as schrijver:
        bestand = Bestandswijziging(pad, None, data)
        vastgelegd = schrijver.write(Operatie((bestand,), f"{opdracht} {made.nummer}", (made.nummer,)))
        return replace(made, vastgelegd=vastgelegd, hersteld=schrijver.hersteld)


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


def save_by_hand(schrijver: Schrijver, document: Document) -> None:
    """Commit what a person had changed in ``document`` by hand, as a change of its own."""
    bestand = Bestandswijziging(document.path, document.digest, document.data)
    nummer = id_of(document.path)
    schrijver.write(Operatie((bestand,), f"bewaar {nummer}", (nummer,)))


def read_readable(register: Register, pad: str) -> Gelezen[Dossier]:
    """The dossier at ``pad``. Raises ``GeweigerdError`` when it cannot be read."""
    gelezen = register.lijstdossier(pad)
    if isinstance(gelezen, Onleesbaar):
        raise GeweigerdError(
            f"{pad} is niet te lezen, dus ook niet te wijzigen.",
            f"Herstel het, bijvoorbeeld met: nazorg bewerk {id_of(pad)}",
            gelezen.bevindingen,
        )
    return gelezen
