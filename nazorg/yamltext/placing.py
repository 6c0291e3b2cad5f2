"""From a finding at a route of keys to a diagnostic at a line and a column."""

from nazorg.diagnostics import Diagnostic, Finding, Related, Route, Span
from nazorg.diagnostics.bevinding import FILE_START
from nazorg.diagnostics.codes import severity_of
from nazorg.yamltext.document import Document
from nazorg.yamltext.routes import locate


def place(document: Document, finding: Finding) -> Diagnostic:
    """The finding with its position in ``document``; a document without a tree shows it at its first line."""
    related = tuple(Related(document.path, _span(document, where), words) for where, words in finding.ook)
    span = _span(document, finding.where, at_key=finding.at_key)
    return Diagnostic(
        document.path, span, finding.code, severity_of(finding.code), finding.message, finding.remedy, related
    )


def _span(document: Document, where: Route | Span, *, at_key: bool = False) -> Span:
    if isinstance(where, Span):
        return where
    return locate(document.root, where, at_key=at_key) if document.root is not None else FILE_START
