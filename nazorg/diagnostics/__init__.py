"""Findings: what is wrong, where, and what to do about it. Bad input is data here, never an exception."""

from nazorg.diagnostics.bevinding import Diagnostic, Finding, Related, Route, Severity, Span, by_place

__all__ = ["Diagnostic", "Finding", "Related", "Route", "Severity", "Span", "by_place"]
