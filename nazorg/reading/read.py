"""Read one file: its document, its value, and its findings."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from nazorg.begrippen.bron import VAN_ALLE_PERSONEN, Bestand
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde
from nazorg.diagnostics import Diagnostic, Finding, Route, Severity, by_place
from nazorg.diagnostics.taal import phrase
from nazorg.dossier import Dossier
from nazorg.instellingen import VERSIE, Instellingen
from nazorg.overleg import Overleg
from nazorg.personen import Gebruiker, Personenbestand
from nazorg.reading.bouwen import build
from nazorg.reading.shape import Fields, Leaf, shape_at, shape_of
from nazorg.reading.values import plain_values
from nazorg.traject import Traject
from nazorg.yamltext import Document, Scalar, node_at, place, read_document

Model = TypeVar("Model")


@dataclass(frozen=True)
class Gelezen(Generic[Model]):
    """What came of reading one file. ``waarde`` is ``None`` when it could not be read; ``diagnostics`` says why."""

    document: Document
    waarde: Model | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def path(self) -> str:
        """The path of the file in its ``Bron``."""
        return self.document.path

    @property
    def reden(self) -> Diagnostic:
        """The finding that weighs most: why it could not be read, in one line. Only for what has findings."""
        return min(self.diagnostics, key=lambda found: (found.severity.rank, by_place(found)))

    @property
    def is_leesbaar(self) -> bool:
        """Whether there is a value to work with."""
        return self.waarde is not None


def read_dossier(bestand: Bestand) -> Gelezen[Dossier]:
    """Read a dossier from the bytes of its file."""
    return _read(Dossier, read_document(bestand))


def read_overleg(bestand: Bestand) -> Gelezen[Overleg]:
    """Read a consultation from the bytes of its file."""
    return _read(Overleg, read_document(bestand))


def read_traject(bestand: Bestand) -> Gelezen[Traject]:
    """Read a traject from the bytes of its file."""
    return _read(Traject, read_document(bestand))


def read_instellingen(bestand: Bestand) -> Gelezen[Instellingen]:
    """Read the region's settings from the bytes of ``nazorg.yaml``; another version's are not read at all."""
    document = read_document(bestand)
    version = node_at(document.root, ("nazorg",)) if document.root else None
    if isinstance(version, Scalar) and version.text.isdecimal() and int(version.text) != VERSIE:
        zin = phrase("andere_versie")
        finding = Finding(zin.code, ("nazorg",), zin.message, zin.remedy)
        return Gelezen(document, None, (*document.diagnostics, place(document, finding)))
    return _read(Instellingen, document)


def read_personen(bestand: Bestand) -> Gelezen[Personenbestand]:
    """Read the persons file from its bytes."""
    return _read(Personenbestand, read_document(bestand, VAN_ALLE_PERSONEN))


def read_gebruiker(bestand: Bestand) -> Gelezen[Gebruiker]:
    """Read the user's own settings from the bytes of their file."""
    return _read(Gebruiker, read_document(bestand))


def _read(model: type[Model], document: Document) -> Gelezen[Model]:
    if document.root is None:
        return Gelezen(document, None, document.diagnostics)
    shape = shape_of(model)  # type: ignore[arg-type]  # mypy knows no hash of a type variable
    values, findings = plain_values(document.root, shape)
    value, errors = _make(model, shape, values, {finding.where for finding in findings})
    diagnostics = (*document.diagnostics, *(place(document, finding) for finding in (*findings, *errors)))
    readable = not any(diagnostic.severity is Severity.FOUT for diagnostic in diagnostics)
    return Gelezen(document, value if readable else None, diagnostics)


def _make(model: type[Model], shape: Fields, values: Any, reported: set[Route]) -> tuple[Model | None, list[Finding]]:
    """The model of plain values, or what is wrong with them; routes in ``reported`` are not said twice."""
    value = build(shape, values)
    if value is not None:
        return value, []
    value, errors = validate(model, values)
    return value, [_finding(shape, detail) for detail in errors if _route(detail["loc"]) not in reported]


_ADAPTERS: dict[type, Any] = {}


def validate(model: type[Model], values: Any) -> tuple[Model | None, list[Any]]:
    """The model of plain values as pydantic makes it, or its errors."""
    from pydantic import TypeAdapter, ValidationError

    if model not in _ADAPTERS:  # made once: that takes a hundred times as long as using it
        _ADAPTERS[model] = TypeAdapter(model)
    try:
        return _ADAPTERS[model].validate_python(values), []
    except ValidationError as error:
        return None, error.errors(include_url=False, include_input=True)


def _route(loc: tuple[str | int, ...]) -> Route:
    """Pydantic marks an error in a key of a mapping with ``[key]``; a route ends at that key."""
    return loc[:-1] if loc and loc[-1] == "[key]" else loc


def _finding(shape: Fields, detail: Any) -> Finding:
    loc = detail["loc"]
    route = _route(loc)
    name = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
    cause = detail.get("ctx", {}).get("error")
    if isinstance(cause, OngeldigeWaarde):
        zin = phrase(cause.soort, **{"veldnaam": name, **cause.feiten})
    elif detail["type"] == "enum":
        leaf = shape_at(shape, route)
        choices = leaf.keuzes if isinstance(leaf, Leaf) else ()
        value = detail["input"] if isinstance(detail["input"], str) else ""
        zin = phrase("geen_keuze", waarde=value, keuzes=", ".join(choices), veld=f" voor '{name}'")
    else:
        zin = phrase(_PYDANTIC_TYPES[detail["type"]], veldnaam=name)
    return Finding(zin.code, route, zin.message, zin.remedy, at_key=loc != route)


_PYDANTIC_TYPES = {
    "missing": "missing",
    "missing_argument": "missing",
    "missing_keyword_only_argument": "missing",
    "dataclass_type": "geen_velden",
    "dict_type": "geen_velden",
    "tuple_type": "geen_lijst",
}
"""The types that are left after ``plain_values``; an unknown one is a fault of the program and must be heard of."""
