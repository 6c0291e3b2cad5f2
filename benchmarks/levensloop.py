"""The course of an invented detention: dates that agree with each other and with the status of the dossier."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")

PEILDATUM = date(2026, 11, 23)
"""The day on which the generated werkmap is looked at."""

LAATSTE_FEIT = date(2026, 11, 20)
"""Nothing has happened after this day, so that no fact lies in the future of a run on or after it."""

STATUSSEN = {
    "aangemeld": 5,
    "in_detentie": 42,
    "extramuraal": 6,
    "nazorg": 29,
    "afgesloten": 12,
    "overgedragen": 3,
    "geen_nazorg": 3,
}
"""How often each status occurs, in hundredths."""

_SOORTEN = {
    "gevangenisstraf": 60,
    "voorlopige_hechtenis": 20,
    "vervangende_hechtenis": 10,
    "isd": 6,
    "gijzeling": 2,
    "jeugddetentie": 2,
}


@dataclass(frozen=True, slots=True)
class Levensloop:
    """When what happened, or is expected to.

    ``fasering`` holds soort, vanaf and tot of each step; ``einde`` is the day of closing or handing over.
    """

    status: str
    soort: str
    zekerheid: str
    ingesloten: date
    binnenkomst: date
    aanmelding: date
    beoordeling: date | None = None
    dr_plan: date | None = None
    zitting: date | None = None
    vroegst: date | None = None
    verwacht: date | None = None
    feitelijk: date | None = None
    fasering: tuple[tuple[str, date, date], ...] = ()
    nazorg_tot: date | None = None
    einde: date | None = None

    @property
    def laatste_dag(self) -> date:
        """The last day on which something can have happened in this dossier."""
        return self.einde or LAATSTE_FEIT

    def anker(self, naam: str, terug: bool) -> date | None:
        """The day from which a term counts, forward or back (``terug``); ``None`` when it is not known."""
        if naam in ("ingesloten", "binnenkomst", "aanmelding"):
            found: date = getattr(self, naam)
            return found
        buiten = [vanaf for soort, vanaf, _ in self.fasering if soort != "reintegratieverlof"]
        if naam == "buiten" and buiten:
            return min(buiten)
        if self.feitelijk is not None or not terug:
            return self.feitelijk or self.verwacht
        return self.zitting or self.vroegst or self.verwacht


def days(count: int) -> timedelta:
    """``count`` calendar days."""
    return timedelta(days=count)


def draw(random: Random, weights: dict[Choice, int]) -> Choice:
    """One of the keys, by its weight."""
    return random.choices(tuple(weights), tuple(weights.values()))[0]


def live(random: Random) -> Levensloop:
    """The course of one detention, drawn with ``random``."""
    status = draw(random, STATUSSEN)
    if status in ("nazorg", "afgesloten"):
        return _released(random, status)
    if status == "extramuraal":
        return _outside(random)
    return _inside(random, status)


def _arrival(random: Random, aanmelding: date) -> tuple[date, date]:
    """First day of detention and day of arrival, before ``aanmelding``."""
    binnenkomst = aanmelding - days(random.randint(1, 6))
    return binnenkomst - days(random.randint(0, 5)), binnenkomst


def _assessed(random: Random, aanmelding: date) -> tuple[date | None, date | None]:
    """Day of assessment and day on which the D&R-plan came, as far as they lie in the past."""
    beoordeling = aanmelding + days(random.randint(1, 8))
    plan = aanmelding + days(random.randint(18, 40))
    return _past(beoordeling), _past(plan)


def _past(day: date) -> date | None:
    return day if day <= LAATSTE_FEIT else None


def _inside(random: Random, status: str) -> Levensloop:
    """Still in detention: reported, in detention, handed over, or no aftercare."""
    ago = random.randint(3, 12) if status == "aangemeld" else random.randint(45, 320)
    aanmelding = PEILDATUM - days(ago)
    ingesloten, binnenkomst = _arrival(random, aanmelding)
    beoordeling, dr_plan = (None, None) if status == "aangemeld" else _assessed(random, aanmelding)
    einde = LAATSTE_FEIT - days(random.randint(0, 20)) if status == "overgedragen" else None
    soort = draw(random, _SOORTEN)
    zitting = vroegst = verwacht = None
    fasering: tuple[tuple[str, date, date], ...] = ()
    zekerheid = "onbekend"
    if soort == "voorlopige_hechtenis":
        zitting = PEILDATUM + days(random.randint(3, 75))
    elif random.random() < 0.95:
        verwacht = PEILDATUM + days(random.randint(4, 220))
        zekerheid = random.choice(("verwacht", "verwacht", "vast"))
        if soort == "gevangenisstraf" and verwacht > PEILDATUM + days(30) and zekerheid == "verwacht":
            vroegst = verwacht - days(14)
            fasering = (("eindverlof", vroegst, verwacht),) if random.random() < 0.4 else ()
    return Levensloop(
        status, soort, zekerheid, ingesloten, binnenkomst, aanmelding, beoordeling, dr_plan, zitting, vroegst, verwacht,
        fasering=fasering, einde=einde,
    )  # fmt: skip


def _outside(random: Random) -> Levensloop:
    """Living outside while the sentence or measure goes on."""
    vanaf = PEILDATUM - days(random.randint(10, 80))
    verwacht = PEILDATUM + days(random.randint(10, 120))
    aanmelding = vanaf - days(random.randint(60, 200))
    ingesloten, binnenkomst = _arrival(random, aanmelding)
    soort, stap = random.choice((("gevangenisstraf", "pp"), ("gevangenisstraf", "pp"), ("isd", "isd_laatste_fase")))
    verlof = vanaf - days(random.randint(12, 30))
    fasering = (("reintegratieverlof", verlof, verlof + days(2)), (stap, vanaf, verwacht))
    return Levensloop(
        "extramuraal", soort, "verwacht", ingesloten, binnenkomst, aanmelding, *_assessed(random, aanmelding),
        verwacht=verwacht, fasering=fasering, nazorg_tot=verwacht + days(182),
    )  # fmt: skip


def _released(random: Random, status: str) -> Levensloop:
    """Free: the agreed time of aftercare runs, or is over."""
    closed = status == "afgesloten"
    feitelijk = PEILDATUM - days(random.randint(190, 420) if closed else random.randint(4, 165))
    aanmelding = feitelijk - days(random.randint(45, 300))
    ingesloten, binnenkomst = _arrival(random, aanmelding)
    einde = feitelijk + days(random.randint(150, 186)) if closed else None
    soort = draw(random, _SOORTEN)
    return Levensloop(
        status, soort, "vast", ingesloten, binnenkomst, aanmelding, *_assessed(random, aanmelding),
        verwacht=feitelijk, feitelijk=feitelijk, nazorg_tot=feitelijk + days(182), einde=einde,
    )  # fmt: skip
