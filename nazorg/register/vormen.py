"""The form of the files: their JSON Schemas, and how a value is written."""

from typing import Any

from nazorg.editing import as_scalar


def schema_names() -> tuple[str, ...]:
    """The kinds of file that have a schema."""
    return ("dossier", "overleg", "instellingen")


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of the kind of file ``name`` (one of ``schema_names``)."""
    from nazorg.reading.schema import json_schema as make

    return make(name)


__all__ = ["as_scalar", "json_schema", "schema_names"]
