"""What actions hang together by: ``na`` and decisions name actions that exist, and nobody waits in a circle."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

from nazorg.controles.regel import Zaak
from nazorg.controles.woorden import hint
from nazorg.diagnostics import Finding, Route
from nazorg.dossier import Actie

MOST_CIRCLES = 20
"""One knot of actions can hold more circles than anyone reads; who undoes these sees the rest."""

_IN_WORDS = 6


def check_na(zaak: Zaak) -> Iterator[Finding]:
    """NZ204: what an action waits for is an action of this dossier."""
    acties = _acties(zaak)
    known = {actie.id for _, actie in acties if actie.id is not None}
    strangers = [
        ((*route, "na", place), item_id)
        for route, actie in acties
        for place, item_id in enumerate(actie.na)
        if item_id not in known
    ]
    for nth, (route, item_id) in enumerate(strangers):
        yield Finding(
            "NZ204",
            route,
            f"Deze actie komt na {item_id}, maar een actie met dat id is er niet in dit dossier.",
            f"{hint(nth, item_id, known)}Schrijf het id van een actie uit dit dossier, of haal het weg.",
        )


def check_besluiten(zaak: Zaak) -> Iterator[Finding]:
    """NZ207: the actions that come of a decision are actions of this dossier."""
    known = {actie.id for _, _, actie in zaak.dossier.acties() if actie.id is not None}
    strangers = [
        (("besluiten", number, "acties", place), item_id)
        for number, besluit in enumerate(zaak.dossier.besluiten)
        for place, item_id in enumerate(besluit.acties)
        if item_id not in known
    ]
    for nth, (route, item_id) in enumerate(strangers):
        yield Finding(
            "NZ207",
            route,
            f"Uit dit besluit volgt actie {item_id}, maar een actie met dat id is er niet in dit dossier.",
            f"{hint(nth, item_id, known)}Schrijf het id van een actie uit dit dossier, of haal het weg.",
        )


def check_kring(zaak: Zaak) -> Iterator[Finding]:
    """NZ205: actions that wait for each other in a circle; each circle once, where it closes."""
    if not any(actie.na for _, _, actie in zaak.dossier.acties()):
        return
    acties: dict[str, tuple[Route, Actie]] = {}
    for route, actie in _acties(zaak):
        if actie.id is not None:
            acties.setdefault(actie.id, (route, actie))
    waits = {item_id: tuple(dict.fromkeys(actie.na)) for item_id, (_, actie) in acties.items()}

    def place_of(waiting: str, on: str) -> Route:
        route, actie = acties[waiting]
        return (*route, "na", actie.na.index(on))

    for circle in islice(find_circles(waits), MOST_CIRCLES):
        shown = circle if len(circle) <= _IN_WORDS else [*circle[:_IN_WORDS], "…"]
        steps = islice(pairwise(circle), _IN_WORDS)
        yield Finding(
            "NZ205",
            place_of(circle[-1], circle[0]),
            f"Deze acties wachten in een kring op elkaar: {' na '.join([*shown, circle[0]])}.",
            "Haal een van de verwijzingen bij 'na' weg; anders kan geen van deze acties beginnen.",
            ook=tuple((place_of(waiting, on), f"hier wacht {waiting} op {on}") for waiting, on in steps),
        )


def find_circles(waits: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Circles in ``waits`` (who waits for whom), each as the ids in order of waiting: the last waits for the first.

    Without what they close on, nothing goes round any more. Walks without recursion: a file may chain thousands.
    """
    done: set[str] = set()
    for start in waits:
        if start in done:
            continue
        path = [start]
        on_path = {start: 0}
        todo = [iter(waits[start])]
        while todo:
            step = next(todo[-1], None)
            if step is None:
                todo.pop()
                last = path.pop()
                del on_path[last]
                done.add(last)
            elif step in on_path:
                yield path[on_path[step] :]
            elif step in waits and step not in done:
                on_path[step] = len(path)
                path.append(step)
                todo.append(iter(waits[step]))


def _acties(zaak: Zaak) -> list[tuple[Route, Actie]]:
    return [(("leefgebieden", naam, "acties", place), actie) for naam, place, actie in zaak.dossier.acties()]
