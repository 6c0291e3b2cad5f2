"""What the index holds as text: findings, and what a list needs of the settings."""

import json
from collections.abc import Iterable, Iterator, Sequence

from nazorg.diagnostics import Diagnostic, Related, Severity, Span
from nazorg.index.inhoud import Regio

_ERNST = {str(one): one for one in Severity}


def as_json(bevindingen: Sequence[Diagnostic], pad: str) -> str:
    """Findings about the file at ``pad`` as text, without that path; empty when there are none."""
    found = [
        [one.span, one.code, one.severity, one.message, one.remedy, [[also.span, also.message] for also in one.related]]
        for one in bevindingen
    ]
    assert all(one.path == pad and all(also.path == pad for also in one.related) for one in bevindingen)
    return json.dumps(found) if found else ""


def from_json(text: str, pad: str) -> tuple[Diagnostic, ...]:
    """The findings that ``as_json`` told, about the file at ``pad``."""
    return tuple(many_from_json([(pad, text)] if text else []))


def many_from_json(told: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """The findings that ``as_json`` told, each text with the path of the file that it is about; none is empty."""
    paths, texts = zip(*told, strict=True) if (told := list(told)) else ((), ())
    for pad, bevindingen in zip(paths, json.loads(f"[{','.join(texts)}]"), strict=True):
        for span, code, severity, message, remedy, related in bevindingen:
            also = tuple([Related(pad, Span(*where), words) for where, words in related]) if related else ()
            yield Diagnostic(pad, Span(*span), code, _ERNST[severity], message, remedy, also)


def regio_as_json(regio: Regio, pad: str) -> str:
    """What a list needs of the settings at ``pad``, as text."""
    return json.dumps([*regio[:-1], as_json(regio.bevindingen, pad)])


def regio_from_json(text: str, pad: str) -> Regio:
    """What ``regio_as_json`` told."""
    gemeenten, regisseurs, partners, leefgebieden, mail, waarneming, bevindingen = json.loads(text)
    return Regio(
        tuple(gemeenten),
        tuple(regisseurs),
        tuple(partners),
        tuple(leefgebieden),
        tuple((naam, adres) for naam, adres in mail),
        tuple((naam, door, van, tot) for naam, door, van, tot in waarneming),
        from_json(bevindingen, pad),
    )
