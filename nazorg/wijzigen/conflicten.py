"""Decide conflicts: each field gets what a person chose, and what is decided leaves the list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nazorg.diagnostics import Route
from nazorg.dossier import PLEK_VAN_ACTIE, Dossier
from nazorg.editing import Bewerking, Verwijder, VoegToe, Zet, edit
from nazorg.errors import UsageError
from nazorg.reading import Items, Leaf, key_order, shape_at, shape_of
from nazorg.register import Werkblad
from nazorg.register.wijziging import Plan, Voornemen
from nazorg.verschil import route_of, sleutel_of
from nazorg.wijzigen.velden import set_of_texts
from nazorg.yamltext import Document, Mapping, Sequence, as_boom, node_at

_CONFLICTEN = "conflicten"


@dataclass(frozen=True)
class Keus:
    """What becomes of the conflict with the id ``conflict``: the value of its field, or whether the thing goes."""

    conflict: str
    waarde: str = ""
    weg: bool = False


def settle(keuzes: Iterable[Keus]) -> Plan:
    """Give every field what was chosen for it. Raises, when its turn comes, ``UsageError``."""
    chosen = {one.conflict: one for one in keuzes}

    def plan(blad: Werkblad) -> Voornemen:
        root = blad.document.root
        assert root is not None
        steps: list[Bewerking] = []
        gone: list[Route] = []
        moved: dict[Route, str] = {}
        done: list[int] = []
        acties: dict[str, None] = {}
        for place, conflict in enumerate(blad.dossier.conflicten):
            keus = chosen.get(conflict.id or "")
            if keus is None:
                continue
            done.append(place)
            route = route_of(as_boom(root), conflict.veld)
            if route is None:
                continue  # what it was about is no longer there
            acties |= dict.fromkeys(_actie_on(root, route))
            if conflict.verwijderd:
                gone += [route] if keus.weg and node_at(root, route) is not None else []
            elif _is_place(route):
                moved[route[:-1]] = _goal(keus.waarde, conflict.veld)
            else:
                steps += _set(root, route, keus.waarde, conflict.veld)
        every = done and len(done) == len(blad.dossier.conflicten)
        list_: list[Bewerking] = (
            [Verwijder((_CONFLICTEN,))] if every else [Verwijder((_CONFLICTEN, place)) for place in reversed(done)]
        )
        waits: list[Bewerking] = [step for route in gone for step in _no_longer_waited_for(root, route)]
        moves = _moves(blad.document, [*steps, *waits], moved)
        gone += [step.route for step in moves if isinstance(step, Verwijder)]
        removed: list[Bewerking] = [Verwijder(route) for route in _last_first(gone)]
        many = "1 veld" if len(done) == 1 else f"{len(done)} velden"
        return Voornemen(
            f"{many} gekozen",
            (*steps, *waits, *(step for step in moves if isinstance(step, VoegToe)), *removed, *list_),
            tuple(acties),
        )

    return plan


def _set(root: Mapping, route: Route, value: str, veld: str) -> list[Bewerking]:
    shape = shape_at(shape_of(Dossier), route)
    node = node_at(root, route)
    if isinstance(shape, Leaf):
        return [Zet(route, value)] if value or node is not None else []
    if isinstance(shape, Items) and isinstance(shape.item, Leaf):
        return set_of_texts(node, route, [part.strip() for part in value.split(",") if part.strip()])
    raise UsageError(f"'{veld}' is hier geen veld.", "Haal het conflict met de hand weg: nazorg bewerk")


def _is_place(route: Route) -> bool:
    return len(route) == 5 and route[0] == "leefgebieden" and route[2] == "acties" and route[4] == PLEK_VAN_ACTIE


def _goal(value: str, veld: str) -> str:
    if not value:
        raise UsageError(f"'{veld}' kan niet leeg zijn.", "Een actie staat altijd bij een leefgebied: noem dat.")
    return value


def _moves(document: Document, before: Iterable[Bewerking], moved: dict[Route, str]) -> list[Bewerking]:
    """Put every action of ``moved`` under the leefgebied there, as it is after ``before``, and take it from its own."""
    going = {route: goal for route, goal in moved.items() if route[1] != goal}
    if not going:
        return []
    root = edit(document, before, key_order).root
    assert root is not None
    found: list[Bewerking] = []
    for route, goal in going.items():
        node = node_at(root, route)
        if node is not None:
            found += [VoegToe(("leefgebieden", goal, "acties"), as_boom(node)), Verwijder(route)]
    return found


def _last_first(routes: list[Route]) -> list[Route]:
    """The order in which things can be taken away without moving what is still to go."""
    return sorted(
        routes, key=lambda route: [(str(step), -1) if isinstance(step, str) else ("", -step) for step in route]
    )


def _no_longer_waited_for(root: Mapping, route: Route) -> Iterator[Bewerking]:
    """What waits for an action that goes, waits for it no longer."""
    own = sleutel_of(as_boom(node)) if (node := node_at(root, route)) is not None else ""
    areas = root.entries.get("leefgebieden")
    for naam, (_, area) in areas[1].entries.items() if own and areas and isinstance(areas[1], Mapping) else ():
        acties = node_at(area, ("acties",))
        for place, actie in enumerate(acties.items if isinstance(acties, Sequence) else ()):
            waits = node_at(actie, ("na",))
            here = ("leefgebieden", naam, "acties", place, "na")
            if isinstance(waits, Sequence) and here[:-1] != route:
                texts = [as_boom(item) for item in waits.items]
                yield from (Verwijder((*here, nth)) for nth in reversed(range(len(texts))) if texts[nth] == own)


def _actie_on(root: Mapping, route: Route) -> list[str]:
    """The id of the action that ``route`` leads to or into, if any."""
    if len(route) < 4 or route[2] != "acties":
        return []
    node = node_at(root, route[:4])
    own = sleutel_of(as_boom(node)) if node is not None else ""
    return [own] if own else []
