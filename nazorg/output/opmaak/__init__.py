"""A rendered text in the forms that people use: one page of HTML, or a document for a word processor."""

from nazorg.output.opmaak.html import as_html
from nazorg.output.opmaak.stukken import read_blocks, title_of

__all__ = ["as_html", "read_blocks", "title_of"]
