"""The shape of a model: which keys may stand where, and which of them hold free text."""

import dataclasses
import types
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache

from nazorg.begrippen.indeling import Bestandsoort
from nazorg.begrippen.tekstwaarde import Tekstwaarde
from nazorg.begrippen.velden import VrijeTekst
from nazorg.diagnostics import Route
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.overleg import Overleg
from nazorg.traject import Traject
from nazorg.yamltext import Mapping, Node, Scalar, Sequence

MODELLEN: dict[str, type] = {
    Bestandsoort.DOSSIER: Dossier,
    Bestandsoort.OVERLEG: Overleg,
    Bestandsoort.INSTELLINGEN: Instellingen,
    Bestandsoort.TRAJECT: Traject,
}
"""The model of each kind of file."""


_NIET_VAN_MENSEN = "conflicten"
"""The list whose items the program writes, with their ids."""


@dataclasses.dataclass(frozen=True)
class Leaf:
    """A single value; ``keuzes`` where it is one of a few.

    ``lees`` makes it of its text, and raises ``ValueError`` where that is none.
    """

    vrij: bool = False
    keuzes: tuple[str, ...] = ()
    lees: Callable[[str], object] = dataclasses.field(default=str, compare=False)


@dataclasses.dataclass(frozen=True)
class Fields:
    """Known keys, each with a shape of its own; ``required`` are those that ``model`` has no default for."""

    model: type
    fields: dict[str, "Shape"]
    required: frozenset[str]


@dataclasses.dataclass(frozen=True)
class Named:
    """Keys that people choose themselves, each a ``key``, all of one shape."""

    key: Leaf
    item: "Shape"


@dataclasses.dataclass(frozen=True)
class Items:
    """A list, all of one shape."""

    item: "Shape"


Shape = Leaf | Fields | Named | Items


@cache
def shape_of(model: type) -> Fields:
    """The shape of a model class, worked out from its annotations."""
    hints = typing.get_type_hints(model, include_extras=True)
    fields = {field.name: _shape(hints[field.name]) for field in dataclasses.fields(model)}
    return Fields(model, fields, frozenset(required_of(model)))


def required_of(model: type) -> list[str]:
    """The fields of a model class that have no default."""
    missing = dataclasses.MISSING
    return [field.name for field in dataclasses.fields(model) if field.default is field.default_factory is missing]


def shape_at(shape: Shape, route: Route) -> Shape | None:
    """The shape that holds at ``route``, or ``None`` where the model has nothing."""
    here: Shape | None = shape
    for step in route:
        if isinstance(here, Fields):
            here = here.fields.get(str(step))
        elif isinstance(here, Named | Items):
            here = here.item
        else:
            return None
    return here


def key_order(route: Route, model: type = Dossier) -> tuple[str, ...]:
    """The keys that may stand at ``route``, in the order of the model; none where people choose their own."""
    shape = shape_at(shape_of(model), route)
    return tuple(shape.fields) if isinstance(shape, Fields) else ()


def has_shape(model: type, route: Route) -> bool:
    """Whether ``model`` knows a key at ``route``."""
    return shape_at(shape_of(model), route) is not None


def is_free_text(model: type, route: Route) -> bool:
    """Whether people write what they want at ``route``; unknown keys count as free."""
    shape = shape_at(shape_of(model), route)
    return shape is None or (isinstance(shape, Leaf) and shape.vrij)


def _shape(annotation: object) -> Shape:
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if origin is typing.Annotated:
        (waarde,) = (mark for mark in arguments[1:] if isinstance(mark, Tekstwaarde))
        return Leaf(vrij=any(isinstance(mark, VrijeTekst) for mark in arguments[1:]), lees=waarde.lees)
    if origin in (typing.Union, types.UnionType):
        return _shape(next(part for part in arguments if part is not types.NoneType))
    if origin is tuple:
        return Items(_shape(arguments[0]))
    if origin is dict:
        key = _shape(arguments[0])
        assert isinstance(key, Leaf)
        return Named(key, _shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Leaf(keuzes=tuple(str(member.value) for member in annotation), lees=annotation)
    if annotation is str:  # a key that may be anything
        return Leaf()
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        return shape_of(annotation)
    raise TypeError(f"a model cannot hold {annotation!r}")


def items_without_id(root: Mapping, model: type = Dossier) -> tuple[list[Route], set[str]]:
    """The routes of list items that may have an ``id`` and have none, and the ids that are taken."""
    missing: list[Route] = []
    taken: set[str] = set()
    stack: list[tuple[Route, Node, Shape]] = [((), root, shape_of(model))]
    while stack:
        route, node, shape = stack.pop()
        if isinstance(node, Mapping) and isinstance(shape, Fields | Named):
            for name, (_, child) in node.entries.items():
                below = shape.fields.get(name) if isinstance(shape, Fields) else shape.item
                if below is not None and name != _NIET_VAN_MENSEN:
                    stack.append(((*route, name), child, below))
        elif isinstance(node, Sequence) and isinstance(shape, Items):
            for place, item in enumerate(node.items):
                here = (*route, place)
                if isinstance(item, Mapping) and isinstance(shape.item, Fields) and "id" in shape.item.fields:
                    entry = item.entries.get("id")
                    if entry is None or (isinstance(entry[1], Scalar) and entry[1].is_empty):
                        missing.append(here)
                    elif isinstance(entry[1], Scalar):
                        taken.add(entry[1].text)
                stack.append((here, item, shape.item))
    return sorted(missing, key=str), taken
