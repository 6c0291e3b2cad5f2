"""Make or change the file of a consultation, as one commit."""

from collections.abc import Callable
from dataclasses import dataclass

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import id_of
from nazorg.controles import Overlegzaak, check_overleg, check_tekst
from nazorg.diagnostics import Diagnostic, Severity, by_place
from nazorg.editing import Bewerking, EditError, edit
from nazorg.errors import UsageError
from nazorg.historie import Wijziging
from nazorg.overleg import Overleg
from nazorg.reading import Gelezen, key_order, read_overleg
from nazorg.register.inzicht import Register
from nazorg.register.wijziging.dossier import schrijver_of
from nazorg.register.wijziging.toets import GeweigerdError
from nazorg.register.wijziging.uitwerking import changed
from nazorg.transactie import Bestandswijziging, Hersteld, Operatie, Schrijver, Vastgelegd
from nazorg.yamltext import Document, read_document


@dataclass(frozen=True)
class Overlegwijziging:
    """The change of a consultation's file: its text before and after, and what is to be minded now."""

    pad: str
    voor: Document
    na: Document
    overleg: Overleg
    wijzigingen: tuple[Wijziging, ...] = ()
    bevindingen: tuple[Diagnostic, ...] = ()
    vastgelegd: Vastgelegd | None = None
    hersteld: Hersteld | None = None

    @property
    def is_niets(self) -> bool:
        """Whether the text stays as it is."""
        return self.voor.data == self.na.data

    @property
    def bestand(self) -> Bestandswijziging:
        """The file as it is to be written."""
        return Bestandswijziging(self.pad, self.voor.digest if self.voor.data else None, self.na.data)


def create_overleg(register: Register, pad: str, data: bytes) -> Overlegwijziging:
    """Put a new consultation at ``pad``. Raises ``GeweigerdError``, and what ``transactie`` raises."""
    after = read_overleg(Bestand(pad, data))
    made = _worked_out(register, read_document(Bestand(pad, b"")), after)
    with schrijver_of(register) as schrijver:
        return _written(schrijver, made, f"overleg {id_of(pad)}: nieuw")


def change_overleg(
    register: Register, pad: str, plan: Callable[[Overleg], list[Bewerking]], onderwerp: str, *, droog: bool = False
) -> Overlegwijziging:
    """Do to the consultation at ``pad`` what ``plan`` says of it as it stands; with ``droog`` only say what that is.

    What a person had changed in it by hand is committed first. Raises as ``change`` does.
    """
    if droog:
        return edit_overleg(register, pad, plan)
    with schrijver_of(register) as schrijver:
        made = edit_overleg(register, pad, plan)
        if made.is_niets:
            return made
        if schrijver.is_unsaved(pad):
            save_overleg(register, schrijver, pad)
        return _written(schrijver, made, f"overleg {id_of(pad)}: {onderwerp}")


def edit_overleg(register: Register, pad: str, plan: Callable[[Overleg], list[Bewerking]]) -> Overlegwijziging:
    """What ``plan`` makes of the consultation at ``pad``; nothing is written. Raises ``GeweigerdError``."""
    gelezen = register.overleg(pad)
    if gelezen.waarde is None:
        raise GeweigerdError(
            f"{pad} is niet te lezen, dus ook niet te wijzigen.",
            f"Herstel het in uw editor: {pad}",
            gelezen.diagnostics,
        )
    try:
        document = edit(gelezen.document, plan(gelezen.waarde), lambda route: key_order(route, Overleg))
    except EditError:
        raise UsageError(
            f"{pad} is op deze plek te bijzonder opgemaakt om zo te wijzigen.", "Doe het in uw editor."
        ) from None
    return _worked_out(register, gelezen.document, read_overleg(Bestand(pad, document.data)))


def save_overleg(register: Register, schrijver: Schrijver, pad: str) -> None:
    """Commit what a person had changed by hand in the consultation at ``pad``, as a change of its own."""
    gelezen = register.overleg(pad)
    _refuse_fouten(register, gelezen)
    bestand = Bestandswijziging(pad, gelezen.document.digest, gelezen.document.data)
    schrijver.write(Operatie((bestand,), f"bewaar {id_of(pad)}"))


def _written(schrijver: Schrijver, made: Overlegwijziging, onderwerp: str) -> Overlegwijziging:
    from dataclasses import replace

    vastgelegd = schrijver.write(Operatie((made.bestand,), onderwerp))
    return replace(made, vastgelegd=vastgelegd, hersteld=schrijver.hersteld)


def _worked_out(register: Register, before: Document, after: Gelezen[Overleg]) -> Overlegwijziging:
    found = _refuse_fouten(register, after)
    assert after.waarde is not None  # what holds no fout has been read
    return Overlegwijziging(after.path, before, after.document, after.waarde, changed(before, after.document), found)


def _refuse_fouten(register: Register, gelezen: Gelezen[Overleg]) -> tuple[Diagnostic, ...]:
    """What there is to say of a consultation. Raises ``GeweigerdError`` when a ``fout`` is among it."""
    found = [*gelezen.diagnostics, *check_tekst(gelezen.document, Overleg)]
    if gelezen.waarde is not None:
        settings = register.gelezen_instellingen
        found += check_overleg(Overlegzaak(gelezen.document, gelezen.waarde, settings.waarde if settings else None))
    fouten = [one for one in found if one.severity is Severity.FOUT]
    if fouten:
        raise GeweigerdError(
            f"In {gelezen.path} staat dan een fout; daarom is er niets geschreven.", "Geef iets anders op.", fouten
        )
    return tuple(sorted(found, key=by_place))
