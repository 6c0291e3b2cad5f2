"""From a finding at a route to a diagnostic at a line and a column."""

from nazorg.diagnostics import Finding, Severity
from nazorg.yamltext import place

from .fabriek import PATH, lees

DOCUMENT = lees("a: 1\nb: {c: 2}\n")


def test_finding_gets_the_place_of_its_route_and_the_weight_of_its_code():
    found = place(DOCUMENT, Finding("NZ304", ("b", "c"), "Wat er is.", "Wat te doen."))
    assert (found.path, found.span.line, found.span.column) == (PATH, 2, 8)
    assert found.severity is Severity.WAARSCHUWING
    assert (found.message, found.remedy) == ("Wat er is.", "Wat te doen.")


def test_finding_about_a_key_is_shown_at_the_key():
    found = place(DOCUMENT, Finding("NZ101", ("b", "c"), "Wat er is.", "Wat te doen.", at_key=True))
    assert (found.span.line, found.span.column) == (2, 5)


def test_finding_about_a_stretch_of_text_keeps_it():
    span = DOCUMENT.span_at(3, 4)
    assert place(DOCUMENT, Finding("NZ701", span, "Wat er is.", "Wat te doen.")).span == span


def test_other_places_come_along():
    ook = ((("a",), "en hier"), (DOCUMENT.span_at(8, 9), "en daar"))
    found = place(DOCUMENT, Finding("NZ202", ("b",), "Wat er is.", "Wat te doen.", ook=ook))
    assert [(one.path, one.span.line, one.span.column, one.message) for one in found.related] == [
        (PATH, 1, 4, "en hier"),
        (PATH, 2, 4, "en daar"),
    ]


def test_document_without_a_tree_shows_a_finding_at_its_first_line():
    found = place(lees("a: [\n"), Finding("NZ201", ("dossier",), "Wat er is.", "Wat te doen."))
    assert (found.span.line, found.span.column) == (1, 1)
