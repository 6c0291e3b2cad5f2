"""The JSON Schema for editors: help at every key, choices described, and empty where the reader lets it be empty."""

import dataclasses
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from nazorg.begrippen import keuzes
from nazorg.begrippen.keuzes import LEEFGEBIEDEN, Keuze
from nazorg.dossier import Actie, Dossier
from nazorg.reading import MODELLEN
from nazorg.reading.schema import json_schema

SCHEMAS = {name: json_schema(name) for name in MODELLEN}
EACH = pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside ``schema``; what stands under ``not`` is left out."""
    if isinstance(schema, dict):
        yield schema
        for name, part in schema.items():
            if name in ("properties", "$defs"):
                for one in part.values():
                    yield from parts(one)
            elif name != "not":
                yield from parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part)


def models(schema: dict[str, Any]) -> Iterator[tuple[type, dict[str, Any]]]:
    """Every model in ``schema``, as a class and as its part of the schema."""
    top = next(model for name, model in MODELLEN.items() if schema is SCHEMAS[name])
    yield top, schema
    for module in {sys.modules[model.__module__] for model in MODELLEN.values()}:
        for name, part in schema["$defs"].items():
            model = getattr(module, name, None)
            if dataclasses.is_dataclass(model) and model.__module__ == module.__name__:
                yield model, part


def takes(schema: dict[str, Any], kind: str, definitions: dict[str, Any]) -> bool:
    """Whether a value of the JSON type ``kind`` may stand at ``schema``, as far as types tell."""
    if "$ref" in schema:
        return takes(definitions[schema["$ref"].removeprefix("#/$defs/")], kind, definitions)
    if "anyOf" in schema:
        return any(takes(part, kind, definitions) for part in schema["anyOf"])
    if "not" in schema:
        return not takes(schema["not"], kind, definitions)
    return kind in ([schema["type"]] if isinstance(schema["type"], str) else schema["type"])


def test_every_kind_of_file_that_is_offered_has_a_schema():
    assert list(MODELLEN) == ["dossier", "overleg", "instellingen", "traject"]


@EACH
def test_every_key_has_the_help_of_its_field(schema):
    tried = 0
    for model, part in models(schema):
        fields = {field.name: field.metadata["description"] for field in dataclasses.fields(model)}
        assert {name: key["description"] for name, key in part["properties"].items()} == fields
        assert all(words.endswith(".") for words in fields.values())
        tried += len(fields)
    assert tried > 10


@EACH
def test_every_model_says_what_it_is_and_takes_no_other_keys(schema):
    for model, part in models(schema):
        assert part["description"] == model.__doc__
        assert part["additionalProperties"] is False


@EACH
def test_key_may_be_left_empty_unless_it_is_required(schema):
    for model, part in models(schema):
        unset = dataclasses.MISSING
        required = [
            field.name for field in dataclasses.fields(model) if field.default is field.default_factory is unset
        ]
        assert part["required"] == required
        for name, key in part["properties"].items():
            assert takes(key, "null", schema["$defs"]) is (name not in required), f"{model.__name__}.{name}"


@EACH
def test_item_of_a_list_may_not_be_empty(schema):
    items = [part["items"] for part in parts(schema) if "items" in part]
    assert items
    assert not any(takes(item, "null", schema["$defs"]) for item in items)


def test_partner_may_not_be_empty_and_gemeente_may():
    schema = SCHEMAS["instellingen"]
    named = {name: schema["properties"][name]["additionalProperties"] for name in ("partners", "gemeenten")}
    assert not takes(named["partners"], "null", schema["$defs"])
    assert takes(named["gemeenten"], "null", schema["$defs"])


@EACH
def test_every_choice_is_described(schema):
    choices = {name: part for name, part in schema["$defs"].items() if "enum" in part}
    assert choices
    for name, part in choices.items():
        kind: type[Keuze] = getattr(keuzes, name)
        assert dict(zip(part["enum"], part["enumDescriptions"], strict=True)) == {
            str(choice): choice.omschrijving for choice in kind
        }
        assert all(part["enumDescriptions"])


def test_leefgebied_of_the_region_has_the_shape_of_the_six():
    leefgebieden = SCHEMAS["dossier"]["properties"]["leefgebieden"]
    assert list(leefgebieden["properties"]) == list(LEEFGEBIEDEN)
    assert leefgebieden["properties"]["werk_inkomen"]["description"] == "Leefgebied werk en inkomen."
    assert leefgebieden["additionalProperties"] == {"$ref": "#/$defs/Leefgebied"}
    assert "propertyNames" not in leefgebieden


def test_partner_has_a_key_of_the_form_that_the_reader_asks():
    schema = SCHEMAS["instellingen"]
    assert schema["properties"]["partners"]["propertyNames"] == {"$ref": "#/$defs/sleutel"}
    assert "propertyNames" not in schema["properties"]["gemeenten"]


@EACH
def test_text_may_look_like_a_number_or_a_truth_value(schema):
    for part in parts(schema):
        if {"$ref": "#/$defs/enkele_waarde"} in part.get("anyOf", ()):
            assert all(takes(part, kind, schema["$defs"]) for kind in ("string", "number", "boolean"))
            assert not any(takes(part, kind, schema["$defs"]) for kind in ("array", "object"))


@EACH
def test_no_type_makes_an_editor_offer_null_or_true(schema):
    for part in parts(schema):
        kinds = part.get("type", ())
        assert not {"null", "boolean"} & set([kinds] if isinstance(kinds, str) else kinds)


@EACH
def test_no_title_stands_above_the_help(schema):
    assert not any("title" in part for part in parts(schema))


@EACH
def test_every_reference_leads_somewhere(schema):
    found = {part["$ref"].removeprefix("#/$defs/") for part in parts(schema) if "$ref" in part}
    assert found == set(schema["$defs"])


@EACH
def test_complaints_are_dutch_and_complete(schema):
    words = [part["errorMessage"] for part in parts(schema) if "errorMessage" in part]
    assert words
    assert all(re.fullmatch(r"(Deze|Hier) [^{}]+\.", one) for one in words)


@EACH
def test_examples_fit_their_own_pattern(schema):
    for _, part in models(schema):
        for key in part["properties"].values():
            for example in key.get("examples", ()):
                inner = key["anyOf"][0] if "anyOf" in key else key
                assert re.search(schema["$defs"][inner["$ref"].removeprefix("#/$defs/")]["pattern"], example)


def test_pattern_of_a_day_knows_the_calendar_but_not_the_leap_years():
    pattern = re.compile(SCHEMAS["dossier"]["$defs"]["datum"]["pattern"], re.ASCII)
    term = re.compile(SCHEMAS["dossier"]["$defs"]["term"]["pattern"], re.ASCII)
    leap_year = 2028
    for month in range(15):
        for day in range(40):
            text = f"{leap_year}-{month:02}-{day:02}"
            try:
                date(leap_year, month, day)
            except ValueError:
                exists = False
            else:
                exists = True
            assert bool(pattern.search(text)) is bool(term.search(text)) is exists, text
    for year, exists in {"1899": False, "1900": True, "2199": True, "2200": False, "0206": False}.items():
        assert bool(pattern.search(f"{year}-04-01")) is exists, year


def test_schema_is_the_same_in_every_run():
    code = (
        "import json; from nazorg.reading.schema import *; print(json.dumps([json_schema(name) for name in MODELLEN]))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert json.loads(runs.pop()) == list(SCHEMAS.values())


def test_keys_come_in_the_order_of_the_model():
    keys = list(SCHEMAS["dossier"]["$defs"]["Actie"]["properties"])
    assert keys == [field.name for field in dataclasses.fields(Actie)]
    assert next(iter(SCHEMAS["dossier"]["properties"])) == dataclasses.fields(Dossier)[0].name
