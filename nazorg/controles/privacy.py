"""What may never stand in a dossier or an overleg, wherever it stands: in a value, a key or a comment.

A finding names the place and never the number.
"""

from bisect import bisect_right
from collections.abc import Iterator

from nazorg.controles.persoonsgegevens import BSN, GEBOORTEDATUM, MAIL, TELEFOON, Vondst, find_persoonsgegevens
from nazorg.diagnostics import Finding, Span
from nazorg.reading import is_free_text
from nazorg.yamltext import Document, walk_scalars

_CONTACT = "Haal het weg. Gegevens van de betrokkene horen in het personenbestand, die van een partner in nazorg.yaml."
_ZINNEN = {
    BSN: (
        "Hier staat een nummer dat op een BSN lijkt.",
        "Haal het weg: een BSN hoort hier nooit. Is het een ander nummer, zet er dan een streepje in.",
    ),
    MAIL: ("Hier staat een e-mailadres.", _CONTACT),
    TELEFOON: ("Hier staat een telefoonnummer.", _CONTACT),
    GEBOORTEDATUM: (
        "Hier staat een datum die op een geboortedatum lijkt.",
        "Haal de datum weg; die hoort in het personenbestand. Is het een andere datum, schrijf dan alleen het jaar.",
    ),
}


def check_privacy(document: Document, model: type) -> Iterator[Finding]:
    """NZ701 to NZ704 in the text of a file, readable or not, that is meant to be a ``model``."""
    found = list(find_persoonsgegevens(document.text))
    if any(vondst.iso for vondst in found):
        found = _without_date_fields(document, model, found)
    for vondst in found:
        yield _finding(vondst.code, document.span_at(vondst.start, vondst.end))
    if "\\" in document.text:
        yield from _escaped(document, found)


def _without_date_fields(document: Document, model: type, found: list[Vondst]) -> list[Vondst]:
    """``found`` without the dates that are the value of a field with a meaning of its own, such as an old detention.

    Where the fields cannot be told, no date is one of birth.
    """
    if document.root is None:
        return [vondst for vondst in found if not vondst.iso]
    fields = [
        (scalar.start.index, scalar.end.index)
        for route, scalar in walk_scalars(document.root)
        if not is_free_text(model, route)
    ]

    def in_field(vondst: Vondst) -> bool:
        place = bisect_right(fields, (vondst.start, len(document.text))) - 1
        return place >= 0 and vondst.start < fields[place][1]

    return [vondst for vondst in found if not (vondst.iso and in_field(vondst))]


def _escaped(document: Document, found: list[Vondst]) -> Iterator[Finding]:
    """What an escape in double quotes hides from who reads the text, said at the whole value."""
    if document.root is None:
        return
    for _, scalar in walk_scalars(document.root):
        if scalar.style != '"':
            continue
        span = scalar.span
        if "\\" not in document.text[span.start : span.end]:
            continue
        seen = {vondst.code for vondst in found if span.start <= vondst.start < span.end}
        for code in dict.fromkeys(vondst.code for vondst in find_persoonsgegevens(scalar.text)):
            if code not in seen:
                yield _finding(code, span)


def _finding(code: str, span: Span) -> Finding:
    message, remedy = _ZINNEN[code]
    return Finding(code, span, message, remedy)
