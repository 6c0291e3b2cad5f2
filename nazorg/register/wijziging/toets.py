"""Whether a file may be written or committed: no ``fout`` may be in it."""

from collections.abc import Container, Sequence

from nazorg.begrippen.indeling import id_of
from nazorg.controles import Dag, Zaak, check_dossier, check_peildatum, check_tekst
from nazorg.diagnostics import Diagnostic, Severity, by_place
from nazorg.dossier import Dossier
from nazorg.errors import NazorgError
from nazorg.reading import Gelezen
from nazorg.register.inzicht import Register


class GeweigerdError(NazorgError):
    """A file holds a ``fout``, so it is not written or committed (exit code 1). ``bevindingen`` are those."""

    exit_code = 1

    def __init__(self, message: str, remedy: str, bevindingen: Sequence[Diagnostic]) -> None:
        super().__init__(message, remedy, tuple(line for one in bevindingen[:MEESTE] for line in _lines(one)))
        self.bevindingen = tuple(bevindingen)


MEESTE = 10
"""More findings than a person wants to read at a refusal; ``controleer`` gives them all."""


def _lines(found: Diagnostic) -> tuple[str, str]:
    span = found.span
    return f"{found.path}:{span.line}:{span.column} {found.code}: {found.message}", f"→ {found.remedy}"


def refuse_fouten(
    register: Register,
    gelezen: Gelezen[Dossier],
    before: Gelezen[Dossier] | None = None,
    *,
    nieuw: bool = False,
    behalve: Container[str] = (),
) -> tuple[Diagnostic, ...]:
    """What there is to say of a dossier. Raises ``GeweigerdError`` when a ``fout`` is among it.

    With ``before`` the words tell a ``fout`` that stood there already from one that would come; in a dossier that is
    ``nieuw`` every one would. Codes in ``behalve`` are let through.
    """
    found = findings_of(register, gelezen)
    fouten = [one for one in found if one.severity is Severity.FOUT and one.code not in behalve]
    if not fouten:
        return found
    nummer = id_of(gelezen.path)
    known = {(one.code, one.message) for one in findings_of(register, before)} if before else set()
    fresh = [one for one in fouten if (one.code, one.message) not in known]
    if (before is not None or nieuw) and fresh:
        raise GeweigerdError(
            f"Zo komt er een fout in {nummer}; daarom is er niets geschreven.",
            "Geef iets anders op.",
            fresh,
        )
    raise GeweigerdError(
        f"In {nummer} staat een fout; daarom is er niets geschreven.",
        f"Herstel die eerst, bijvoorbeeld met: nazorg bewerk {nummer}",
        fouten,
    )


def findings_of(register: Register, gelezen: Gelezen[Dossier]) -> tuple[Diagnostic, ...]:
    """What the rules of one dossier say of ``gelezen``, on the day of ``register``."""
    found = [*gelezen.diagnostics, *check_tekst(gelezen.document, Dossier)]
    if gelezen.waarde is not None:
        settings = register.gelezen_instellingen
        zaak = Zaak(gelezen.document, gelezen.waarde, settings.waarde if settings else None)
        found += check_dossier(zaak)
        found += check_peildatum(zaak, Dag(register.peildatum, register.kalender))
    return tuple(sorted(found, key=by_place))


def is_sound(register: Register, gelezen: Gelezen[Dossier]) -> bool:
    """Whether no ``fout`` is in ``gelezen``."""
    return not any(one.severity is Severity.FOUT for one in findings_of(register, gelezen))
