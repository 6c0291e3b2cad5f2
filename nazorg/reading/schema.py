"""JSON Schema out of the models, for editors: Dutch help, choices described one by one, empty optional keys allowed.

It describes what an editor's YAML 1.2 makes of the text; this program itself reads every value as text. Two words in it
are not JSON Schema's but yaml-language-server's, and mean nothing to others: ``enumDescriptions`` and ``errorMessage``.
"""

import dataclasses
import types
import typing
from typing import Any

from nazorg.begrippen.datums import ISO_DATUM
from nazorg.begrippen.keuzes import LEEFGEBIEDEN, Keuze
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde, Tekstwaarde
from nazorg.diagnostics.taal import phrase
from nazorg.dossier import Leefgebied
from nazorg.reading.shape import MODELLEN, required_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# A day that exists, as far as a pattern can tell: 29 February passes in every year.
_DAG = r"(?:19|2[01])\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)"

Schema = dict[str, Any]

# What else may stand there. It is said as a double denial, because an editor offers null, true and false where a type
# says so plainly, and as one alternative, because its help shows the gaps between more.
_LEEG = ("leeg", ["null"])
_ONWAAR = ("waar_of_onwaar", ["boolean"])
_ONWAAR_OF_LEEG = ("waar_onwaar_of_leeg", ["boolean", "null"])


def json_schema(name: str) -> Schema:
    """The schema of the model ``name`` (a key of ``MODELLEN``).

    It has an ``$id``, by which an editor names the whole, and no ``title``, which would stand above every help.
    """
    definitions = _Definitions()
    top = definitions.model(MODELLEN[name], leeg=False)
    return {"$schema": DIALECT, "$id": f"{name}.schema.json", **top, "$defs": dict(sorted(definitions.found.items()))}


class _Definitions:
    """Makes schemas of annotations, and keeps what has a name; with ``leeg`` a value may be left empty."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def model(self, model: type, *, leeg: bool) -> Schema:
        hints = typing.get_type_hints(model, include_extras=True)
        required = required_of(model)
        properties = {
            field.name: {**field.metadata, **self.schema(hints[field.name], leeg=field.name not in required)}
            for field in dataclasses.fields(model)
        }
        fields = {"properties": properties, "required": required, "additionalProperties": False}
        return {"description": model.__doc__, **self._typed("object", "geen_velden", leeg=leeg), **fields}

    def schema(self, annotation: Any, *, leeg: bool = False) -> Schema:
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            return self._text(next(mark for mark in arguments if isinstance(mark, Tekstwaarde)), leeg=leeg)
        if origin in (typing.Union, types.UnionType):
            return self.schema(next(part for part in arguments if part is not types.NoneType), leeg=leeg)
        if origin is tuple:
            return {**self._typed("array", "geen_lijst", leeg=leeg), "items": self.schema(arguments[0])}
        if origin is dict:
            key, item = arguments
            return {**self._typed("object", "geen_velden", leeg=leeg), **self._named(key, item)}
        if issubclass(annotation, Keuze):
            return self._or_empty(self._choices(annotation), leeg=leeg)
        return self._ref(annotation.__name__, self.model(annotation, leeg=leeg))

    def _named(self, key: Any, item: Any) -> Schema:
        """Keys that people choose themselves; what stands there may be left empty when nothing in it is required."""
        value = self.schema(item, leeg=typing.get_origin(item) is typing.Annotated or not required_of(item))
        if item is Leefgebied:
            known = {naam: {"description": f"Leefgebied {words}.", **value} for naam, words in LEEFGEBIEDEN.items()}
            return {"properties": known, "additionalProperties": value}
        names = {} if key is str else {"propertyNames": self.schema(key)}
        return {**names, "additionalProperties": value}

    def _text(self, mark: Tekstwaarde, *, leeg: bool) -> Schema:
        soort = _complaint(mark)
        schema = {"pattern": r"\S", **mark.schema, "errorMessage": _words(soort)}
        schema["pattern"] = schema["pattern"].replace(ISO_DATUM, _DAG)
        name = soort.removeprefix("geen_")
        if "boolean" not in schema["type"]:
            return self._or_empty(self._ref(name, schema), leeg=leeg)
        schema["type"] = [kind for kind in schema["type"] if kind != "boolean"]
        return self._or(self._ref(name, schema), *(_ONWAAR_OF_LEEG if leeg else _ONWAAR))

    def _choices(self, kind: type[Keuze]) -> Schema:
        values = [str(member) for member in kind]
        words = [member.omschrijving for member in kind]
        fault = _words("geen_keuze", keuzes=", ".join(values))
        schema = {"type": "string", "enum": values, "enumDescriptions": words, "errorMessage": fault}
        return self._ref(kind.__name__, schema)

    def _typed(self, name: str, soort: str, *, leeg: bool) -> Schema:
        """A type, with only that in ``anyOf``: an editor that writes a new key looks for the rest beside it."""
        return self._or_empty({"type": name, "errorMessage": _words(soort)}, leeg=True) if leeg else {"type": name}

    def _or_empty(self, schema: Schema, *, leeg: bool) -> Schema:
        return self._or(schema, *_LEEG) if leeg else schema

    def _or(self, schema: Schema, name: str, kinds: list[str]) -> Schema:
        return {"anyOf": [schema, self._ref(name, {"not": {"not": {"type": kinds}}})]}

    def _ref(self, name: str, schema: Schema) -> Schema:
        assert self.found.setdefault(name, schema) == schema, f"{name} means two things"
        return {"$ref": f"#/$defs/{name}"}


def _complaint(mark: Tekstwaarde) -> str:
    """The type of error that a text gives which is not a value of this kind."""
    try:
        mark.lees("")
    except OngeldigeWaarde as error:
        return "geen_enkele_waarde" if error.soort == "missing" else error.soort
    raise TypeError(f"{mark.lees.__name__} takes an empty text")


def _words(soort: str, **feiten: str) -> str:
    """What ``controleer`` says of it, for the editor to say as well."""
    zin = phrase(soort, **feiten)
    return f"{zin.message} {zin.remedy}"
