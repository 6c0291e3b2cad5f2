"""JSON Schema out of the models, for editors: Dutch help, choices described one by one, empty optional keys allowed.

It describes what an editor's YAML 1.2 makes of the text; this program itself reads every value as text.
"""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from nazorg.begrippen import keuzes
from nazorg.begrippen.keuzes import LEEFGEBIEDEN, Keuze
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.overleg import Overleg

MODELLEN: dict[str, type] = {"dossier": Dossier, "overleg": Overleg, "instellingen": Instellingen}
"""The models that have a schema, by the name that a person gives."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LEEG = {"type": "null"}


def json_schema(name: str) -> dict[str, Any]:
    """The schema of the model ``name`` (a key of ``MODELLEN``)."""
    raw = TypeAdapter(MODELLEN[name]).json_schema(schema_generator=GenerateJsonSchema)
    definitions = {key: _object(value) for key, value in raw.pop("$defs", {}).items()}
    top = _object(raw)
    top["$defs"] = definitions
    return {"$schema": DIALECT, "title": f"nazorg: {name}", **{key: value for key, value in top.items() if key != "title"}}


def _object(schema: dict[str, Any]) -> dict[str, Any]:
    """A model: no other keys, and every key that is not required may be left empty."""
    if "enum" in schema:
        return _choices(schema)
    required = schema.get("required", [])
    properties = {
        key: _property(key, value, optional=key not in required) for key, value in schema.get("properties", {}).items()
    }
    kept = {key: value for key, value in schema.items() if key not in ("title", "properties")}
    return {**kept, "properties": properties, "additionalProperties": False}


def _property(key: str, schema: dict[str, Any], *, optional: bool) -> dict[str, Any]:
    kept = {name: value for name, value in schema.items() if name not in ("title", "default")}
    if key == "leefgebieden" and "additionalProperties" in kept:
        kept["properties"] = {
            naam: {"description": f"Leefgebied {words}.", **_nullable(kept["additionalProperties"])} for naam, words in LEEFGEBIEDEN.items()
        }
    if isinstance(kept.get("additionalProperties"), dict):
        kept["additionalProperties"] = _nullable(kept["additionalProperties"])
        kept.pop("propertyNames", None)
    return _nullable(kept) if optional else kept


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """The same, or nothing at all; ``description`` and ``examples`` stay outside, where editors look for them."""
    if _LEEG in schema.get("anyOf", ()):
        return schema
    outside = {name: schema[name] for name in ("description", "examples") if name in schema}
    inside = {name: value for name, value in schema.items() if name not in outside}
    return {**outside, "anyOf": [inside, _LEEG]}


def _choices(schema: dict[str, Any]) -> dict[str, Any]:
    """Choices with a description for each, in the form that yaml-language-server and VS Code read."""
    kind: type[Keuze] = getattr(keuzes, schema["title"])
    words = [member.omschrijving for member in kind]
    listed = "\n".join(f"- `{member}`: {member.omschrijving}" for member in kind)
    return {
        "type": "string",
        "enum": [str(member) for member in kind],
        "description": f"{kind.__doc__}\n\n{listed}",
        "enumDescriptions": words,
        "markdownEnumDescriptions": words,
    }
