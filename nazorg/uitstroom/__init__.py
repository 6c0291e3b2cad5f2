"""What blocks a release: who may leave when, what is not in order, what it waits for. No file, no clock."""

from nazorg.uitstroom.blokkades import Blokkade, Plek, Volgorde, blocks_of, order_of
from nazorg.uitstroom.mogelijk import KORT, can_begin, is_short_stay
from nazorg.uitstroom.ontslag import Hoe, Ontslagdag, Ontslagsoort, first_day_outside, has_left, how_sure, release_of
from nazorg.uitstroom.sluitend import Gat, Gatsoort, gaps_of
from nazorg.uitstroom.voorwaarden import GOED, Oordeel, evidence_day, judge, not_in_order
from nazorg.uitstroom.zonder_actie import ZonderActie, why_nothing

__all__ = [
    "GOED",
    "KORT",
    "Blokkade",
    "Gat",
    "Gatsoort",
    "Hoe",
    "Ontslagdag",
    "Ontslagsoort",
    "Oordeel",
    "Plek",
    "Volgorde",
    "ZonderActie",
    "blocks_of",
    "can_begin",
    "evidence_day",
    "first_day_outside",
    "gaps_of",
    "has_left",
    "how_sure",
    "is_short_stay",
    "judge",
    "not_in_order",
    "order_of",
    "release_of",
    "why_nothing",
]
