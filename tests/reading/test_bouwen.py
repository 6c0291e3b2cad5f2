"""What is built without pydantic is what pydantic builds; what it leaves alone, pydantic refuses."""

from contextlib import suppress
from functools import cache

from hypothesis import event, given, settings
from hypothesis import strategies as st

from nazorg.begrippen.bron import Bestand
from nazorg.reading.bouwen import build
from nazorg.reading.read import validate
from nazorg.reading.shape import MODELLEN, Fields, Items, Leaf, Named, shape_of
from nazorg.reading.values import plain_values
from nazorg.yamltext import read_document

from .fabriek import READERS, ontwerp

MODEL_VAN = {"dossier": MODELLEN["dossier"], "nazorg": MODELLEN["instellingen"], "overleg": MODELLEN["overleg"]}
WOORDEN = (
    *("2026-11-26", "NZ-2026-k7f3mq", "2026-11-26-leiden", "p-4q9x2m", "m.bakker", "ja", "w4hn", "8w", "0d", "10:00"),
    *("12", "Leiden", "ontslag - 3w", "pbw-18a vanaf 2026-04-17", "2026-02-30", "10:75", "1", "-1", "", " ", "~"),
)


@cache
def fitting(leaf):
    """The words that ``leaf`` can be made of."""
    found = []
    for word in (*leaf.keuzes, *WOORDEN):
        with suppress(ValueError):
            leaf.lees(word)
            found.append(word)
    return found


def some(shape, draw, chance):
    """Values for ``shape``; one in ``chance`` does not fit, or is missing."""
    if not draw(st.integers(0, chance)):
        return draw(st.sampled_from([None, "x", [], {}, ["x"], {"x": "y"}, *WOORDEN]))
    if isinstance(shape, Leaf):
        return draw(st.sampled_from(fitting(shape)))
    if isinstance(shape, Items):
        return [some(shape.item, draw, chance) for _ in range(draw(st.integers(0, 2)))]
    if isinstance(shape, Named):
        keys = draw(st.lists(st.sampled_from(fitting(shape.key)), max_size=2, unique=True))
        return {key: some(shape.item, draw, chance) for key in keys}
    names = [name for name in shape.fields if name in shape.required or draw(st.booleans())]
    return {name: some(shape.fields[name], draw, chance) for name in names if draw(st.integers(0, chance))}


@settings(max_examples=1200, deadline=None)
@given(st.sampled_from(sorted(MODEL_VAN)), st.data())
def test_values_by_chance_come_to_the_same_with_and_without_pydantic(soort, data):
    shape = shape_of(MODEL_VAN[soort])
    part = data.draw(st.sampled_from([shape, *parts_of(shape)]))
    values = some(part, data.draw, data.draw(st.sampled_from([10, 50, 1000])))
    made, errors = validate(part.model, values)
    built = build(part, values)
    event("wrong" if errors else "right" if built is not None else "left to pydantic")
    assert built in (made, None)
    if not errors and None not in leaves(values):  # what is left out is None to nobody
        assert built is not None


def test_field_that_the_model_does_not_have_is_passed_over_by_both():
    shape = next(one for one in parts_of(shape_of(MODEL_VAN["dossier"])) if not one.required)
    assert build(shape, {"x": "y"}) == build(shape, {}) == validate(shape.model, {"x": "y"})[0]


def leaves(value):
    """The values in ``value`` that hold no others."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return [value] if parts is None else [leaf for one in parts for leaf in leaves(one)]


def parts_of(shape):
    """Every shape with fields below ``shape``."""
    below = shape.fields.values() if isinstance(shape, Fields) else () if isinstance(shape, Leaf) else (shape.item,)
    for one in below:
        if isinstance(one, Fields):
            yield one
        yield from parts_of(one)


def test_files_of_the_design_are_built_without_pydantic():
    for soort in READERS:
        root = read_document(Bestand(f"{soort}.yaml", ontwerp(soort).encode())).root
        shape = shape_of(MODEL_VAN[soort])
        values, findings = plain_values(root, shape)
        assert not findings
        made = build(shape, values)
        assert made is not None
        assert made == validate(MODEL_VAN[soort], values)[0]
