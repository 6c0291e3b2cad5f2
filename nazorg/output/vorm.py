"""A text that a template made, in the form that was asked for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nazorg.begrippen.bron import Bron


def in_form(text: str, form: str, bron: "Bron", sjabloon: str = "") -> str | bytes:
    """``text`` (markdown) as ``markdown``, ``html`` or ``docx``, all from the same words.

    The name of the template tells the language: ``casusoverleg.en`` is English. Raises ``UsageError`` as the forms do.
    """
    if form == "markdown":
        return text
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
