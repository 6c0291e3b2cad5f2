"""``Regel``: a rule that sets a term, of the law or the region's own, as it holds for terms that begin on a day."""

from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.keuzes import Gebonden, Nagegaan, Telrichting, Termijnsoort
from nazorg.begrippen.termen import Duur


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One version of a rule: it holds for terms that begin from ``geldig_van`` up to and including ``geldig_tot``.

    ``termijn`` is ``None`` where each gemeente sets its own (``per_gemeente``), at most ``hooguit``. ``nagegaan`` says
    how well a rule of the law was verified; ``None`` is an agreement of the region. ``vanaf`` says in words which day
    to count from, ``toelichting`` what else there is to know, ``geen_awt`` why the Algemene termijnenwet does not hold
    for this rule (empty: it holds), ``opschorting`` on what its suspension rests.
    """

    id: str
    naam: str
    termijn: Duur | None
    bron: str
    bindt: Gebonden | None = None
    soort: Termijnsoort = Termijnsoort.DEADLINE
    richting: Telrichting = Telrichting.VOORUIT
    opschortbaar: bool = False
    opschorting: str = ""
    per_gemeente: bool = False
    hooguit: Duur | None = None
    wet: str = ""
    artikel: str = ""
    vanaf: str = ""
    toelichting: str = ""
    geen_awt: str = ""
    nagegaan: Nagegaan | None = None
    geldig_van: date | None = None
    geldig_tot: date | None = None

    @property
    def is_afspraak(self) -> bool:
        """Whether the region agreed on it, rather than the law."""
        return self.nagegaan is None

    @property
    def is_onzeker(self) -> bool:
        """Whether it is said to be law, and nobody has read it in the law."""
        return self.nagegaan in (Nagegaan.TWEEDE_HAND, Nagegaan.NIET)

    @property
    def vervalt_bij_vrijlating(self) -> bool:
        """Whether its terms lapse at release: those that bind the institution."""
        return self.bindt is Gebonden.PI

    def holds_on(self, start: date) -> bool:
        """Whether a term that begins on ``start`` is judged by this version."""
        return (self.geldig_van or date.min) <= start <= (self.geldig_tot or date.max)
