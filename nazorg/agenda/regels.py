"""The dossiers of a consultation as they are gone through: those that can be read, in the order of its agenda."""

from pathlib import PurePosixPath
from typing import NamedTuple

from nazorg.agenda.model import Ontbrekend
from nazorg.agenda.volgorde import Plaats, fitting_minutes, order_points
from nazorg.begrippen.keuzes import Overlegsoort
from nazorg.dossier import Dossier
from nazorg.overleg import Agendapunt, Overleg
from nazorg.reading import Gelezen
from nazorg.register import Onleesbaar, Register
from nazorg.uitstroom import release_of


class Regel(NamedTuple):
    """A dossier on the agenda: the line of the consultation that puts it there, its file, and how long it lasts."""

    punt: Agendapunt
    gelezen: Gelezen[Dossier]
    dossier: Dossier
    minuten: int | None = None


def points_in_order(register: Register, overleg: Overleg) -> tuple[list[Regel], list[Ontbrekend]]:
    """The dossiers of ``overleg`` in the order of its agenda, and what cannot be read. Reads only those dossiers."""
    found, missing = _readable(register, overleg)
    minutes = fitting_minutes([one.punt.minuten for one in found], overleg.duur)
    places = [
        _place(register, overleg, number, one, length)
        for number, (one, length) in enumerate(zip(found, minutes, strict=True))
    ]
    by_day = overleg.soort is Overlegsoort.ONTSLAGOVERLEG
    ordered = order_points(places, frozenset(overleg.partners or table_of(overleg)), by_day=by_day)
    return [found[place.nummer]._replace(minuten=place.minuten) for place in ordered], missing


def table_of(overleg: Overleg) -> list[str]:
    """Everyone at the table: those of the whole consultation, then those who come for one dossier."""
    extra = [partner for entry in overleg.dossiers for partner in entry.partners]
    return list(dict.fromkeys([*overleg.partners, *extra]))


def unread(onleesbaar: Onleesbaar) -> Ontbrekend:
    """A file that cannot be read, as an agenda names it."""
    name = onleesbaar.pad if "/" not in onleesbaar.pad else PurePosixPath(onleesbaar.pad).stem
    reden = onleesbaar.reden
    return Ontbrekend(name, onleesbaar.pad, reden.span.line, reden.code, reden.message)


def _readable(register: Register, overleg: Overleg) -> tuple[list[Regel], list[Ontbrekend]]:
    paths = {PurePosixPath(path).stem: path for path in register.dossier_paths}
    found: list[Regel] = []
    missing: list[Ontbrekend] = []
    settings = register.gelezen_instellingen
    if settings is not None and not settings.is_leesbaar:
        missing.append(unread(Onleesbaar(settings.path, settings.diagnostics)))
    for entry in overleg.dossiers:
        if entry.dossier not in paths:
            missing.append(Ontbrekend(entry.dossier, "", 0, "NZ803", "Dit dossier staat niet in de werkmap."))
            continue
        gelezen = register.lijstdossier(paths[entry.dossier])
        if isinstance(gelezen, Onleesbaar):
            missing.append(unread(gelezen))
        elif gelezen.waarde is not None:
            found.append(Regel(entry, gelezen, gelezen.waarde))
    return found, missing


def _place(register: Register, overleg: Overleg, number: int, regel: Regel, minutes: int | None) -> Plaats:
    ontslag = release_of(regel.dossier, register.kalender, register.peildatum)
    present = frozenset(regel.punt.partners or overleg.partners)
    return Plaats(number, present, minutes, ontslag.datum if ontslag else None)
