"""Makes small dossiers, overleggen and settings for the rules, and says what the rules find where."""

from datetime import date

from nazorg.begrippen.bron import Bestand
from nazorg.controles import (
    Dag,
    Overlegzaak,
    Samenhang,
    Zaak,
    check_dossier,
    check_instellingen,
    check_overleg,
    check_peildatum,
    check_tekst,
    check_werkmap,
)
from nazorg.diagnostics import Diagnostic, by_place
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.overleg import Overleg
from nazorg.reading import read_dossier, read_instellingen, read_overleg
from nazorg.termijnen import Werkkalender

NUMMER = "NZ-2026-k7f3mq"
PEILDATUM = date(2026, 5, 1)

REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: , Katwijk: {centrumgemeente: Leiden}}
regisseurs: {m.bakker: {gemeenten: [Leiden]}}
partners:
  corporatie-rijnland: {soort: woningcorporatie}
  pi-alphen: {soort: pi}
leefgebieden: [scholing]
termijnen: {intake: {termijn: 2w}}
"""

_VELDEN = {
    "dossier": NUMMER,
    "betrokkene": "p-4q9x2m",
    "aanmelding": "2026-04-20",
    "status": "aangemeld",
    "gemeente": "Leiden",
    "regisseur": "m.bakker",
    "kader": "vrijwillig",
}


def dossier(rest: str = "", **velden: str) -> str:
    """A sound dossier with other values for ``velden``; ``rest`` begins on line 8."""
    return "".join(f"{naam}: {waarde}\n" for naam, waarde in (_VELDEN | velden).items()) + rest


def onderdak(*acties: str) -> str:
    """A leefgebied with actions in flow style; the first stands on line 11 of a dossier, its first key in column 10."""
    return "leefgebieden:\n  onderdak:\n    acties:\n" + "".join(f"      - {{{actie}}}\n" for actie in acties)


def overleg(rest: str = "", naam: str = "2026-05-07-leiden") -> str:
    """A sound overleg; ``rest`` begins on line 4."""
    return f"overleg: {naam}\nsoort: regieoverleg\ndatum: 2026-05-07\n{rest}"


def instellingen(text: str = REGIO) -> Instellingen:
    """The settings in ``text``."""
    waarde = read_instellingen(_bestand("nazorg.yaml", text)).waarde
    assert waarde is not None
    return waarde


def zaak(text: str, path: str = f"dossiers/2026/{NUMMER}.yaml", regio: str | None = REGIO) -> Zaak:
    """The dossier in ``text`` as a rule sees it; it must be readable."""
    gelezen = read_dossier(_bestand(path, text))
    assert gelezen.waarde is not None, gelezen.diagnostics
    return Zaak(gelezen.document, gelezen.waarde, None if regio is None else instellingen(regio))


def overlegzaak(text: str, path: str = "overleggen/2026-05-07-leiden.yaml", regio: str | None = REGIO) -> Overlegzaak:
    """The overleg in ``text`` as a rule sees it; it must be readable."""
    gelezen = read_overleg(_bestand(path, text))
    assert gelezen.waarde is not None, gelezen.diagnostics
    return Overlegzaak(gelezen.document, gelezen.waarde, None if regio is None else instellingen(regio))


def check(here: Zaak | Overlegzaak, peildatum: date = PEILDATUM) -> list[Diagnostic]:
    """Everything that the rules say of one dossier or overleg, in the order of the file."""
    if isinstance(here, Overlegzaak):
        found = [*check_tekst(here.document, Overleg), *check_overleg(here)]
    else:
        found = [*check_tekst(here.document, Dossier), *check_dossier(here)]
        found += check_peildatum(here, Dag(peildatum, Werkkalender()))
    return sorted(found, key=by_place)


def check_regio(text: str) -> list[Diagnostic]:
    """Everything that the rules say of the settings in ``text``."""
    gelezen = read_instellingen(_bestand("nazorg.yaml", text))
    assert gelezen.waarde is not None, gelezen.diagnostics
    return list(check_instellingen(gelezen.document, gelezen.waarde))


def check_samen(*zaken: Zaak | Overlegzaak, ook_bekend: tuple[str, ...] = ()) -> list[Diagnostic]:
    """What the rules say of these files together; ``ook_bekend`` are dossiers that are there besides."""
    documents = {here.document.path: here.document for here in zaken}
    dossiers = {here.document.path: here.dossier for here in zaken if isinstance(here, Zaak)}
    overleggen = {here.document.path: here.overleg for here in zaken if isinstance(here, Overlegzaak)}
    bekend = {dossier.dossier: [path] for path, dossier in dossiers.items()} | {nummer: [] for nummer in ook_bekend}
    return list(check_werkmap(Samenhang(dossiers, overleggen, bekend), documents.__getitem__))


def places(code: str, found: list[Diagnostic]) -> list[str]:
    """Where ``code`` stands, as ``line:column``."""
    return [f"{one.span.line}:{one.span.column}" for one in found if one.code == code]


def also(code: str, found: list[Diagnostic]) -> list[str]:
    """The other places that the findings of ``code`` point at, as ``line:column``."""
    return [f"{ook.span.line}:{ook.span.column}" for one in found if one.code == code for ook in one.related]


def only(code: str, found: list[Diagnostic]) -> Diagnostic:
    """The one finding of ``code``."""
    (diagnostic,) = (one for one in found if one.code == code)
    return diagnostic


def _bestand(path: str, text: str) -> Bestand:
    return Bestand(path, text.encode())
