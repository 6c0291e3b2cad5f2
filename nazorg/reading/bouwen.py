"""Make a model of plain values when all of them are right; what is wrong with others is pydantic's to say.

Importing pydantic, and making its validators, takes as long as reading a hundred dossiers, which are nearly always
right. Both make their values by the same readers, and a law holds them equal.
"""

from typing import Any

from nazorg.reading.shape import Fields, Items, Leaf, Named, Shape
from nazorg.reading.values import Plain


def build(shape: Fields, values: dict[str, Plain]) -> Any:
    """The model of ``values``, or ``None`` when one of them is not right, or missing.

    A field that the model does not have is passed over, as pydantic does: who read the values has told of it.
    """
    try:
        return _build(shape, values)
    except ValueError:
        return None


def _build(shape: Shape, value: Plain) -> Any:
    """Raises ``ValueError``."""
    if type(shape) is Leaf and type(value) is str:
        return shape.lees(value)
    if type(shape) is Fields and type(value) is dict:
        if not shape.required <= value.keys():
            raise ValueError
        fields = shape.fields
        return shape.model(**{name: _build(fields[name], one) for name, one in value.items() if name in fields})
    if type(shape) is Items and type(value) is list:
        return tuple([_build(shape.item, one) for one in value])
    if type(shape) is Named and type(value) is dict:
        return {shape.key.lees(name): _build(shape.item, one) for name, one in value.items()}
    raise ValueError
