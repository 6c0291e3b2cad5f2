"""Bring the werkmap up to date with colleagues: fetch, merge, check, push, and what came in from whom."""

from nazorg.bijwerken.binnen import Binnen, Binnengekomen
from nazorg.bijwerken.verloop import Bijgewerkt, update

__all__ = ["Bijgewerkt", "Binnen", "Binnengekomen", "update"]
