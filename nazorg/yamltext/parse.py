"""From text to nodes, at the level of the C parser's events.

Never ``compose`` or ``load``: the C loader's recursion crashes the process on 100 KB of ``[``, and both would
decide types that are the model's to decide.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from nazorg.diagnostics import Span
from nazorg.diagnostics.taal import ZINNEN
from nazorg.yamltext.nodes import Mapping, Node, Scalar, Sequence, span_between
from nazorg.yamltext.routes import walk_scalars

MAX_DEPTH = 12

_COMMENT = re.compile(r"#(?<=[ \t]#)[^\s#!]")


class Trouble(NamedTuple):
    """Something wrong with the text: ``soort`` is a key of ``diagnostics.taal``, ``other`` a second place."""

    soort: str
    span: Span
    facts: dict[str, str] = {}  # noqa: RUF012 - nobody writes in it
    other: Span | None = None


class _Stop(Exception):
    """Parsing cannot go on."""

    def __init__(self, soort: str, span: Span, **facts: str) -> None:
        super().__init__(soort)
        self.trouble = Trouble(soort, span, facts)


def parse(text: str, max_nodes: int) -> tuple[Mapping | None, list[Trouble]]:
    """The tree of ``text`` and everything that is wrong with it; the tree is ``None`` when there is none to use.

    ``max_nodes`` is how many values it may have.
    """
    if "\t" in text and not text.strip():
        text = ""
    troubles: list[Trouble] = []
    try:
        root = _build(text, max_nodes, troubles)
    except _Stop as stop:
        troubles.append(stop.trouble)
        return None, troubles
    except yaml.MarkedYAMLError as error:
        troubles.append(_syntax_trouble(error))
        return None, troubles
    except yaml.YAMLError:
        troubles.append(Trouble("yaml", Span(0, 0, 1, 1, 1, 1)))
        return None, troubles
    troubles += _cut_scalars(text, root)
    return root, troubles


def _build(text: str, max_nodes: int, troubles: list[Trouble]) -> Mapping:
    """The tree of the one document in ``text``; double keys go to ``troubles``. Raises ``_Stop`` and PyYAML's own."""
    parser: Any = yaml.CSafeLoader(text)
    try:
        root: Node | None = None
        while type(event := parser.get_event()) is not yaml.StreamEndEvent:
            if type(event) is yaml.DocumentStartEvent:
                if root is not None:
                    raise _Stop("tweede_document", _at(event))
                if event.version or event.tags:
                    raise _Stop("tag", _at(event))
                root = _collect(parser.get_event, max_nodes, troubles)
    finally:
        parser.dispose()
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        raise _Stop("leeg", Span(0, 0, 1, 1, 1, 1))
    if not isinstance(root, Mapping):
        raise _Stop("geen_velden", root.span)
    return root


def _collect(get: Callable[[], Any], max_nodes: int, troubles: list[Trouble]) -> Node:  # noqa: C901 - one loop, for speed
    """One node with all that is in it, without recursion: depth is the file's, not the interpreter's.

    The one loop that every value of every file passes, hence its local names and its few calls. ``key`` is the key that
    waits for its value in the innermost collection; ``stack`` holds the collections around it with theirs.
    """
    stack: list[tuple[Mapping | Sequence | None, Scalar | None]] = []
    parent: Mapping | Sequence | None = None
    key: Scalar | None = None
    left = max_nodes
    while True:
        event = get()
        kind = type(event)
        node: Node
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(event)
            node = Scalar(event.value, event.start_mark, event.end_mark, event.style or "")
            if key is None and type(parent) is Mapping:
                key = node if event.value.isidentifier() else _checked_key(node)
                continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            assert parent is not None  # what ends has begun
            node = parent
            node.end = event.end_mark if node.flow else _end_of_block(node)
            parent, key = stack.pop()
        else:
            if key is None and type(parent) is Mapping:
                raise _Stop("sleutel_geen_tekst", _at(event))
            stack.append((parent, key))
            parent, key = _opened(event, len(stack)), None
            continue
        left -= 1
        if left < 0:
            raise _Stop("te_veel", node.span, grens=str(max_nodes))
        if key is not None:
            first = parent.entries.setdefault(key.text, (key, node))  # type: ignore[union-attr]
            if first[0] is not key:
                troubles.append(Trouble("dubbele_sleutel", key.span, {}, first[0].span))
            key = None
        elif parent is None:
            return node
        else:
            parent.items.append(node)  # type: ignore[union-attr]


def _checked_key(scalar: Scalar) -> Scalar:
    """``scalar`` when it can be the name of a field."""
    if scalar.text == "<<" and not scalar.style:
        raise _Stop("samenvoegsleutel", scalar.span)
    if not scalar.text or "\n" in scalar.text or scalar.style in ("|", ">"):
        raise _Stop("sleutel_geen_tekst", scalar.span)
    return scalar


def _at(event: Any) -> Span:
    return span_between(event.start_mark, event.end_mark)


def _refuse_extras(event: Any) -> None:
    """No anchors, no tags: a value is what stands there."""
    if event.anchor is not None:
        raise _Stop("anker", _at(event))
    if event.tag is not None:
        raise _Stop("tag", _at(event))


def _opened(event: Any, depth: int) -> Mapping | Sequence:
    """The collection that ``event`` begins, as the one at ``depth`` (from 1)."""
    if type(event) is yaml.AliasEvent:
        raise _Stop("anker", _at(event))
    _refuse_extras(event)
    if depth > MAX_DEPTH:
        raise _Stop("te_diep", _at(event), grens=str(MAX_DEPTH))
    kind = Mapping if type(event) is yaml.MappingStartEvent else Sequence
    return kind(event.start_mark, bool(event.flow_style))


def _end_of_block(node: Mapping | Sequence) -> Any:
    """Where the last thing in a block collection ends; the parser's own mark lies at the next token."""
    if isinstance(node, Sequence):
        return node.items[-1].end if node.items else node.start
    if not node.entries:
        return node.start
    key, value = next(reversed(node.entries.values()))
    return key.end if isinstance(value, Scalar) and value.is_empty else value.end


def _cut_scalars(text: str, root: Mapping) -> list[Trouble]:
    """Plain scalars that a `` #`` cut short: ``kamer #12`` reads as ``kamer``."""
    cuts = {_before_blanks(text, match.start()) for match in _COMMENT.finditer(text)}
    if not cuts:
        return []
    return [
        Trouble("afgebroken", scalar.span)
        for _, scalar in walk_scalars(root)
        if not scalar.style and scalar.text and scalar.end.index in cuts
    ]


def _before_blanks(text: str, offset: int) -> int:
    """Where the blanks begin that end at ``offset``."""
    while offset and text[offset - 1] in " \t":
        offset -= 1
    return offset


def _syntax_trouble(error: yaml.MarkedYAMLError) -> Trouble:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Trouble("yaml", Span(0, 0, 1, 1, 1, 1))
    context = error.context_mark
    # libyaml puts some problems in the context, and PyYAML keeps only one of the two.
    problem = next((words for words in (error.problem, error.context) if words in ZINNEN), None) or "yaml"
    place = context if problem == "found unexpected end of stream" and context is not None else mark
    line, column = place.line + 1, place.column + 1
    return Trouble(problem, Span(place.index, place.index + 1, line, column, line, column + 1))
