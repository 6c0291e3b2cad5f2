"""Whether a toestemming holds on a day, and if not, why not."""

from collections.abc import Iterable, Sequence
from datetime import date

from nazorg.begrippen.datums import datum_in_woorden
from nazorg.begrippen.keuzes import Richting
from nazorg.dossier import Toestemming


def valid_toestemmingen(toestemmingen: Iterable[Toestemming], partner: str, day: date) -> list[Toestemming]:
    """Those by which ``partner`` may be told something on ``day``."""
    return [one for one in toestemmingen if one.partner == partner and not why_not(one, day)]


def why_not(toestemming: Toestemming, day: date) -> str:
    """Why nothing may be given by ``toestemming`` on ``day``, in words that go on after "de toestemming"; or nothing.

    A day of giving and a direction have to stand in it: what nobody wrote down gives nothing. On the day on which it is
    withdrawn it holds no more, on its last day it does.
    """
    if toestemming.ingetrokken is not None and toestemming.ingetrokken <= day:
        return f"is ingetrokken op {datum_in_woorden(toestemming.ingetrokken)}"
    if toestemming.tot is not None and toestemming.tot < day:
        return f"gold tot en met {datum_in_woorden(toestemming.tot)}"
    if toestemming.gegeven is None:
        return "heeft geen dag waarop zij gegeven is"
    if toestemming.gegeven > day:
        return f"is pas gegeven op {datum_in_woorden(toestemming.gegeven)}"
    if toestemming.richting is None:
        return "zegt niet welke kant de gegevens op mogen"
    if toestemming.richting is Richting.VAN:
        return "geldt alleen voor gegevens van de partner"
    return "" if toestemming.leefgebieden else "noemt geen leefgebied"


def why_none(toestemmingen: Sequence[Toestemming], partner: str, day: date) -> str:
    """Why ``partner`` has no toestemming on ``day``: a half sentence."""
    own = [one for one in toestemmingen if one.partner == partner]
    if not own:
        return "er is geen toestemming vastgelegd"
    return f"de toestemming {why_not(own[-1], day)}"
