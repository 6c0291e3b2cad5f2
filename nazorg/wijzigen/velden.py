"""``zet``: any field of a dossier, pointed at by its keys and ids."""

from collections.abc import Iterable
from dataclasses import dataclass

from nazorg.begrippen.ids import is_item_id
from nazorg.diagnostics import Route
from nazorg.diagnostics.taal import phrase_typed
from nazorg.dossier import Dossier
from nazorg.editing import Bewerking, Verwijder, VoegToe, Zet
from nazorg.errors import UsageError
from nazorg.reading import Fields, Items, Leaf, Named, Shape, shape_at, shape_of
from nazorg.register import Werkblad
from nazorg.register.wijziging import Plan, Voornemen
from nazorg.yamltext import Mapping, Node, Scalar, Sequence, node_at, walk_entries

_VAST = ("id", "dossier", "conflicten")
"""What never changes, or not by hand."""


@dataclass(frozen=True)
class Toewijzing:
    """A field and its new value; an empty value empties it. ``veld``: keys, and ids of items, with dots between."""

    veld: str
    waarde: str


def read_toewijzing(text: str) -> Toewijzing:
    """``VELD=WAARDE``. Raises ``UsageError`` for what has no ``=``."""
    veld, teken, waarde = text.partition("=")
    if not teken or not veld.strip():
        raise UsageError(
            "Hier hoort een veld met een waarde te staan.", "Bijvoorbeeld: onderdak.stand=loopt of w4hn.status=bezig"
        )
    return Toewijzing(veld.strip(), waarde.strip())


def set_fields(toewijzingen: Iterable[Toewijzing]) -> Plan:
    """Give every field its value. A field may begin at a leefgebied or at the id of an action.

    Raises, when its turn comes, ``UsageError`` for a field that is not there.
    """
    asked = tuple(toewijzingen)

    def plan(blad: Werkblad) -> Voornemen:
        steps: list[Bewerking] = []
        ids: dict[str, None] = {}
        for one in asked:
            route, shape = _Wegwijzer(blad).find(one.veld)
            steps += _set(blad, one, route, shape)
            ids |= dict.fromkeys(_actie_on(blad, route))
        names = ", ".join(one.veld for one in asked)
        return Voornemen(f"{names} gewijzigd", tuple(steps), tuple(ids))

    return plan


def _set(blad: Werkblad, asked: Toewijzing, route: Route, shape: Shape) -> list[Bewerking]:
    assert blad.document.root is not None
    node = node_at(blad.document.root, route)
    if isinstance(shape, Leaf):
        return [Zet(route, asked.waarde)] if asked.waarde or node is not None else []
    if isinstance(shape, Items) and isinstance(shape.item, Leaf):
        return set_of_texts(node, route, [part.strip() for part in asked.waarde.split(",") if part.strip()])
    raise UsageError(
        f"'{asked.veld}' is geen enkel veld.",
        "Noem een veld daarin, of gebruik: nazorg bewerk " + blad.dossier.dossier,
    )


def set_of_texts(node: Node | None, route: Route, wanted: list[str]) -> list[Bewerking]:
    """A list of texts is a set: what is not wanted goes, what is not there comes."""
    items = node.items if isinstance(node, Sequence) else []
    there = [item.text if isinstance(item, Scalar) else "" for item in items]
    gone: list[Bewerking] = [
        Verwijder((*route, place)) for place in reversed(range(len(there))) if there[place] not in wanted
    ]
    return [*gone, *(VoegToe(route, text) for text in wanted if text not in there)]


class _Wegwijzer:
    """From the words of a person to a route: by keys, and by ids where a list stands."""

    def __init__(self, blad: Werkblad) -> None:
        self._blad = blad
        assert blad.document.root is not None
        self._root: Mapping = blad.document.root

    def find(self, veld: str) -> tuple[Route, Shape]:
        """The route of ``veld`` and what may stand there. Raises ``UsageError``."""
        route, shape, steps = self._begin(veld, veld.split("."))
        for step in steps:
            route, shape = self._step(veld, route, shape, step)
        if route and route[-1] in _VAST and (len(route) == 1 or route[-1] == "id"):
            raise UsageError(f"'{veld}' verandert niet.", "")
        return route, shape

    def _begin(self, veld: str, steps: list[str]) -> tuple[Route, Shape, list[str]]:
        """Where the way begins: at the top, at a leefgebied, or at the item that has the first step for its id."""
        top = shape_of(Dossier)
        first = steps[0]
        if first in top.fields:
            return (), top, steps
        if first in self._blad.dossier.leefgebieden or first in self._blad.instellingen.alle_leefgebieden:
            return (), top, ["leefgebieden", *steps]
        for route, _, node in walk_entries(self._root):
            shape = shape_at(top, route) if isinstance(node, Mapping) and _id_of(node) == first else None
            if shape is not None:
                return route, shape, steps[1:]
        if is_item_id(first):
            raise UsageError(
                f"'{veld}': er is geen actie of ander onderdeel '{first}'.",
                f"Bekijk welke er zijn: nazorg toon {self._blad.dossier.dossier}",
            )
        return (), top, steps

    def _step(self, veld: str, route: Route, shape: Shape, step: str) -> tuple[Route, Shape]:
        if isinstance(shape, Fields):
            if step not in shape.fields:
                zin = phrase_typed("unknown_key", waarde=step, keuzes=", ".join(shape.fields))
                raise UsageError(f"'{veld}': het veld '{step}' bestaat hier niet.", zin.remedy)
            return (*route, step), shape.fields[step]
        if isinstance(shape, Named):
            return (*route, step), shape.item
        if isinstance(shape, Items):
            place = self._place(route, step)
            if place is not None:
                return (*route, place), shape.item
            known = ", ".join(self._ids(route))
            raise UsageError(
                f"'{veld}': in '{route[-1]}' staat geen '{step}'.",
                f"Er staan: {known}." if known else "Die lijst is leeg.",
            )
        raise UsageError(f"'{veld}': onder '{route[-1]}' staat niets meer.", "Noem het veld zelf.")

    def _place(self, route: Route, step: str) -> int | None:
        ids = self._ids(route)
        return ids.index(step) if step and step in ids else None

    def _ids(self, route: Route) -> list[str]:
        node = node_at(self._root, route)
        items = node.items if isinstance(node, Sequence) else []
        return [_id_of(item) if isinstance(item, Mapping) else "" for item in items]


def _id_of(item: Mapping) -> str:
    _, value = item.entries.get("id", (None, None))
    return value.text if isinstance(value, Scalar) else ""


def _actie_on(blad: Werkblad, route: Route) -> list[str]:
    """The id of the action that ``route`` leads into, if any."""
    if len(route) < 4 or route[2] != "acties":
        return []
    actie = blad.dossier.leefgebieden[str(route[1])].acties[int(route[3])]
    return [actie.id] if actie.id else []
