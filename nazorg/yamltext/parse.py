"""From text to nodes, at the level of the C parser's events.

Never ``compose`` or ``load``: the C loader's recursion crashes the process on 100 KB of ``[``, and both would
decide types that are the model's to decide.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from nazorg.diagnostics import Span
from nazorg.diagnostics.taal import ZINNEN
from nazorg.yamltext.nodes import Mapping, Node, Scalar, Sequence, span_between

MAX_DEPTH = 12
MAX_NODES = 20_000

_CUT = re.compile(r"\S([ \t]+)#[^\s#!]")


@dataclass(frozen=True)
class Trouble:
    """Something wrong with the text: ``soort`` is a key of ``diagnostics.taal``, ``other`` a second place."""

    soort: str
    span: Span
    facts: dict[str, str] = field(default_factory=dict)
    other: Span | None = None


class _Stop(Exception):
    """Parsing cannot go on."""

    def __init__(self, soort: str, span: Span, **facts: str) -> None:
        super().__init__(soort)
        self.trouble = Trouble(soort, span, facts)


def parse(text: str) -> tuple[Mapping | None, list[Trouble]]:
    """The tree of ``text`` and everything that is wrong with it; the tree is ``None`` when there is none to use."""
    if "\t" in text and not text.strip():
        text = ""
    troubles: list[Trouble] = []
    try:
        root = _Builder(text, troubles).build()
    except _Stop as stop:
        troubles.append(stop.trouble)
        return None, troubles
    except yaml.MarkedYAMLError as error:
        troubles.append(_syntax_trouble(error))
        return None, troubles
    except yaml.YAMLError:
        troubles.append(Trouble("yaml", Span(0, 0, 1, 1, 1, 1)))
        return None, troubles
    if root is not None:
        troubles += _cut_scalars(text, root)
    return root, troubles


class _Builder:
    """Turns the events of one text into nodes; keeps the stack of open collections."""

    def __init__(self, text: str, troubles: list[Trouble]) -> None:
        self._text = text
        self._troubles = troubles
        self._nodes = 0

    def build(self) -> Mapping | None:
        parser = yaml.CSafeLoader(self._text)
        try:
            return self._document(parser)
        finally:
            parser.dispose()

    def _document(self, parser: Any) -> Mapping | None:
        get = parser.get_event
        root: Node | None = None
        documents = 0
        while True:
            event = get()
            kind = type(event)
            if kind is yaml.StreamEndEvent:
                break
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _Stop("tweede_document", span_between(event.start_mark, event.end_mark))
                if event.version or event.tags:
                    raise _Stop("tag", span_between(event.start_mark, event.end_mark))
                root = self._collect(get)
        if root is None or (isinstance(root, Scalar) and root.is_empty):
            raise _Stop("leeg", Span(0, 0, 1, 1, 1, 1))
        if not isinstance(root, Mapping):
            raise _Stop("geen_velden", root.span)
        return root

    def _collect(self, get: Any) -> Node:
        """One node with all that is in it, without recursion: depth is the file's, not the interpreter's."""
        stack: list[Mapping | Sequence] = []
        keys: list[Scalar | None] = []
        while True:
            event = get()
            kind = type(event)
            node: Node
            if kind is yaml.ScalarEvent:
                if event.anchor is not None:
                    raise _Stop("anker", span_between(event.start_mark, event.end_mark))
                if event.tag is not None:
                    raise _Stop("tag", span_between(event.start_mark, event.end_mark))
                style = event.style
                node = Scalar(event.value, event.start_mark, event.end_mark, "" if style is None or style == ":" else style)
                if keys and keys[-1] is None and type(stack[-1]) is Mapping:
                    keys[-1] = self._key(node)
                    continue
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._check_collection(event, stack, keys)
                flow = bool(event.flow_style)
                stack.append(Mapping(event.start_mark, flow) if kind is yaml.MappingStartEvent else Sequence(event.start_mark, flow))
                keys.append(None)
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node = stack.pop()
                keys.pop()
                node.end = event.end_mark if node.flow else _end_of_block(node)
            elif kind is yaml.AliasEvent:
                raise _Stop("anker", span_between(event.start_mark, event.end_mark))
            else:
                raise _Stop("yaml", span_between(event.start_mark, event.end_mark))
            self._nodes += 1
            if self._nodes > MAX_NODES:
                raise _Stop("te_veel", node.span, grens=str(MAX_NODES))
            if not stack:
                return node
            self._place(stack[-1], keys, node)

    def _check_collection(self, event: Any, stack: list[Mapping | Sequence], keys: list[Scalar | None]) -> None:
        span = span_between(event.start_mark, event.end_mark)
        if event.anchor is not None:
            raise _Stop("anker", span)
        if event.tag is not None:
            raise _Stop("tag", span)
        if len(stack) >= MAX_DEPTH:
            raise _Stop("te_diep", span, grens=str(MAX_DEPTH))
        if stack and type(stack[-1]) is Mapping and keys[-1] is None:
            raise _Stop("sleutel_geen_tekst", span)

    def _key(self, scalar: Scalar) -> Scalar:
        if scalar.text == "<<" and not scalar.style:
            raise _Stop("samenvoegsleutel", scalar.span)
        if not scalar.text or "\n" in scalar.text or scalar.style in ("|", ">"):
            raise _Stop("sleutel_geen_tekst", scalar.span)
        return scalar

    def _place(self, parent: Mapping | Sequence, keys: list[Scalar | None], node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = keys[-1]
        assert key is not None  # a value event in a mapping always follows its key
        keys[-1] = None
        first = parent.entries.get(key.text)
        if first is None:
            parent.entries[key.text] = (key, node)
        else:
            self._troubles.append(Trouble("dubbele_sleutel", key.span, {}, first[0].span))


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
    from nazorg.yamltext.routes import walk_scalars

    cuts = {match.start(1) for match in _CUT.finditer(text)}
    if not cuts:
        return []
    return [
        Trouble("afgebroken", scalar.span)
        for _, scalar in walk_scalars(root)
        if not scalar.style and scalar.text and scalar.end.index in cuts
    ]


def _syntax_trouble(error: yaml.MarkedYAMLError) -> Trouble:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Trouble("yaml", Span(0, 0, 1, 1, 1, 1))
    context = error.context_mark
    problem = error.problem or ""
    if problem not in ZINNEN:
        # libyaml puts some problems in the context, and PyYAML keeps only one of the two.
        problem = error.context if (error.context or "") in ZINNEN else "yaml"
    place = context if problem == "found unexpected end of stream" and context is not None else mark
    line, column = place.line + 1, place.column + 1
    return Trouble(str(problem), Span(place.index, place.index + 1, line, column, line, column + 1))
