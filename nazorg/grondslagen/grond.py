"""``Grond``: what one legal basis gives, to whom, as it holds on a day."""

from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.keuzes import Gegevenssoort, Grondslag, Nagegaan, Partnersoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Grond:
    """One version of a legal basis: it holds from ``geldig_van`` up to and including ``geldig_tot``.

    ``kring`` are the kinds of partner that it is for; empty: every kind. ``leefgebieden`` and ``soorten`` are all that
    it gives; those of a toestemming stand in the toestemming itself. ``nagegaan`` says how well that was verified in
    the text of the law: what was not is an agreement of the region.
    """

    grondslag: Grondslag
    wet: str
    artikel: str
    bron: str
    toelichting: str
    kring: frozenset[Partnersoort]
    leefgebieden: frozenset[str]
    soorten: frozenset[Gegevenssoort]
    nagegaan: Nagegaan
    geldig_van: date | None = None
    geldig_tot: date | None = None

    @property
    def is_afspraak(self) -> bool:
        """Whether its contents were not read in the law, so that it holds here as an agreement of the region."""
        return self.grondslag is not Grondslag.TOESTEMMING and self.nagegaan is not Nagegaan.WETTEKST

    def holds_on(self, day: date) -> bool:
        """Whether this version is the one for what is shared on ``day``."""
        return (self.geldig_van or date.min) <= day <= (self.geldig_tot or date.max)

    def is_for(self, soort: Partnersoort) -> bool:
        """Whether a partner of this kind may be told something on this basis."""
        return not self.kring or soort in self.kring
