"""Laws of a history: its events are the whole story."""

import json
import tempfile
from itertools import chain, groupby
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nazorg.historie import Soort, changes_of
from nazorg.verschil import Onderdeel

from .fabriek import PAD, told, write

WORDS = st.sampled_from(["a", "b", "2026-10-01"])
ACTIES = st.dictionaries(
    st.sampled_from(["w4hn", "k7r2", "z3zz"]),
    st.fixed_dictionaries({"wat": WORDS}, optional={"status": st.sampled_from(["bezig", "gedaan"]), "eigenaar": WORDS}),
    max_size=3,
)
LEEFGEBIEDEN = st.dictionaries(
    st.sampled_from(["onderdak", "zorg"]),
    st.fixed_dictionaries({"stand": WORDS}, optional={"acties": ACTIES}),
    max_size=2,
)


@st.composite
def dossiers(draw):
    """A dossier in which no id occurs twice and no list or mapping is empty."""
    taken, leefgebieden = set(), {}
    for name, fields in draw(LEEFGEBIEDEN).items():
        acties = [{"id": own, **actie} for own, actie in fields.get("acties", {}).items() if own not in taken]
        taken |= {actie["id"] for actie in acties}
        leefgebieden[name] = {"stand": fields["stand"], **({"acties": acties} if acties else {})}
    head = {"dossier": "NZ-2026-k7f3mq", "kader": draw(WORDS)}
    return head | ({"leefgebieden": leefgebieden} if leefgebieden else {})


def replay(tree, change):
    """``tree`` after ``change``: lists as mappings by id."""
    if change.soort is Soort.VERPLAATST:
        old = ("leefgebieden", change.oud, *change.weg[2:])
        item = get(tree, old)
        return put(put(tree, old, None), change.weg, item)
    return put(tree, change.weg, keyed(change.nieuw) or None)


def keyed(boom):
    if isinstance(boom, list):
        return {item["id"]: keyed(item) for item in boom}
    return {name: keyed(value) for name, value in boom.items()} if isinstance(boom, dict) else boom


def get(tree, weg):
    for step in weg:
        tree = tree[str(step)]
    return tree


def put(tree, weg, value):
    """``tree`` with ``value`` at ``weg``; what is left empty goes."""
    if not weg:
        return value
    step = weg[0].id if isinstance(weg[0], Onderdeel) else weg[0]
    below = put((tree or {}).get(step), weg[1:], value)
    found = {**(tree or {}), step: below}
    return {name: one for name, one in found.items() if one not in (None, {})}


def as_yaml(tree):
    return json.dumps(tree)


@given(st.lists(dossiers(), min_size=2, max_size=2))
def test_changes_lead_from_the_old_text_to_the_new(pair):
    oud, nieuw = pair
    tree = keyed(oud)
    for change in changes_of(oud, nieuw):
        tree = replay(tree, change)
    assert tree == keyed(nieuw)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(dossiers(), min_size=1, max_size=5))
def test_events_from_the_first_to_the_last_give_the_dossier_as_it_is(texts):
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), *map(as_yaml, texts))
        tree = None
        commits = [list(events) for _, events in groupby(told(Path(folder), PAD), lambda one: one.herkomst.commit)]
        for event in chain(*reversed(commits)):
            tree = replay(tree, event.wijziging)
    assert tree == keyed(texts[-1])
