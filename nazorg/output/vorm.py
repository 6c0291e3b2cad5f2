"""A text that a template made, in the form that was asked for."""

from typing import TYPE_CHECKING

from nazorg.errors import UsageError

if TYPE_CHECKING:
    from nazorg.begrippen.bron import Bron

LANGSTE = 500_000
"""In signs, of a text that becomes a page or a document. An agenda of 40 dossiers has a tenth."""

MEESTE_REGELS = 10_000
"""A document takes a thousandth of a second for each: a template that never stops would keep a person waiting."""


def in_form(text: str, form: str, bron: "Bron", sjabloon: str = "") -> str | bytes:
    """``text`` (markdown) as ``markdown``, ``html`` or ``docx``, all from the same words.

    The name of the template tells the language: ``casusoverleg.en`` is English. Raises ``UsageError`` as the forms do.
    """
    if form == "markdown":
        return text
    if len(text) > LANGSTE or text.count("\n") > MEESTE_REGELS:
        raise UsageError(
            f"Deze tekst is te lang voor {form}: {len(text)} tekens op {text.count(chr(10))} regels.",
            "Kijk bij een eigen sjabloon of een lus wel ophoudt; zijn het echt zoveel dossiers, kies dan markdown.",
        )
    from nazorg.output.opmaak import as_html, read_blocks

    blocks, taal = read_blocks(text), _language(sjabloon)
    if form == "html":
        return as_html(blocks, taal)
    from nazorg.output.opmaak.briefpapier import base_document
    from nazorg.output.opmaak.word import as_docx

    return as_docx(blocks, base_document(bron), {"nl": "nl-NL", "en": "en-GB"}.get(taal, taal))


def _language(sjabloon: str) -> str:
    """``casusoverleg.en`` → ``en``; a name that tells none is Dutch."""
    tail = sjabloon.removesuffix(".md.j2").rpartition(".")
    return tail[2] if tail[1] and len(tail[2]) == 2 and tail[2].isascii() and tail[2].isalpha() else "nl"
