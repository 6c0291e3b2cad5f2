"""What people do to a dossier in a day, with a command or by hand, chosen by chance."""

from collections.abc import Callable, Iterable
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.ids import new_id
from nazorg.editing import Bewerking, EditError, Verwijder, VoegToe, Zet, edit
from nazorg.reading import items_without_id, key_order, read_dossier
from nazorg.verschil import sleutel_of
from nazorg.yamltext import Document, as_boom, node_at, read_document, walk_entries

WOORDEN = ("Bellen", "Brief gestuurd", "Wacht op antwoord", "Gesprek gehad", "Formulier: getekend", "kamer #12", "'ja'")
DAGEN = tuple(f"2026-{month:02}-{day:02}" for month in (5, 6, 10, 11) for day in (1, 9, 20))
STANDEN = ("acuut", "niet_op_orde", "loopt", "op_orde", "onbekend")
STATUSSEN = ("open", "bezig", "wacht", "vervallen")
LIJSTEN: dict[str, Callable[[Random], dict[str, Boom]]] = {
    "logboek": lambda kans: {"op": kans.choice(DAGEN), "kort": kans.choice(WOORDEN)},
    "doelen": lambda kans: {"wens": kans.choice(WOORDEN), "akkoord": "ja"},
    "besluiten": lambda kans: {"besluit": kans.choice(WOORDEN)},
    "toestemmingen": lambda kans: {"partner": "pi-alphen", "leefgebieden": ["zorg"], "gegeven": kans.choice(DAGEN)},
}
VELDEN: dict[tuple[str, ...], tuple[str, ...]] = {
    ("gemeente",): ("Leiden", "Katwijk", "Gouda"),
    ("regisseur",): ("m.bakker", "s.yilmaz"),
    ("nazorg_tot",): (*DAGEN, ""),
    ("veiligheidsplan",): ("nee", "ja", "onbekend"),
    ("detentie", "inrichting"): ("PI Alphen", "PI Leiden"),
    ("detentie", "ontslag", "uiterst"): ("2027-08-01", "2027-09-01", ""),
    ("beoordeling", "reden"): (*WOORDEN, ""),
    ("overdracht", "naar"): ("Katwijk", ""),
}


Ingreep = Callable[[Random, Document], bytes | None]


def some_day(kans: Random, data: bytes, times: int) -> bytes:
    """``data`` after ``times`` changes."""
    return apply([(kans.choices(INGREPEN, GEWICHTEN)[0], kans.randrange(2**20)) for _ in range(times)], data)


def apply(ingrepen: Iterable[tuple[Ingreep, int]], data: bytes) -> bytes:
    """``data`` after each of ``ingrepen``; what cannot be done to this text, or would make it unsound, is not done."""
    for ingreep, zaad in ingrepen:
        after = ingreep(Random(zaad), _read(data))
        if after is not None and read_dossier(Bestand("", after)).waarde is not None:
            data = after
    return data


def set_field(kans: Random, document: Document) -> bytes | None:
    route = kans.choice(list(VELDEN))
    return _done(document, [Zet(route, kans.choice(VELDEN[route]))])


def set_leefgebied(kans: Random, document: Document) -> bytes | None:
    area = kans.choice(_areas(document) or ["zorg"])
    what, choices = kans.choice(
        [
            ("stand", STANDEN),
            ("hulpvraag", ("ja", "nee", "geweigerd")),
            ("situatie", WOORDEN),
            ("geen_actie", ("", "Nee")),
        ]
    )
    return _done(document, [Zet(("leefgebieden", area, what), kans.choice(choices))])


def new_leefgebied(kans: Random, document: Document) -> bytes | None:
    return _done(document, [Zet(("leefgebieden", kans.choice(["zorg", "netwerk", "schulden"]), "hulpvraag"), "ja")])


def prove(kans: Random, document: Document) -> bytes | None:
    route = ("leefgebieden", kans.choice(_areas(document) or ["zorg"]), "bewijs")
    if node_at(document.root, route) is not None and kans.random() < 0.3:
        return _done(document, [Verwijder(route)])
    return _done(document, [Zet((*route, kans.choice(["gezien", "geldig_tot"])), kans.choice(DAGEN))])


def finish(kans: Random, document: Document) -> bytes | None:
    route = _actie(kans, document)
    return route and _done(document, [Zet((*route, "status"), "gedaan"), Zet((*route, "gedaan_op"), "2026-11-20")])


def change_actie(kans: Random, document: Document) -> bytes | None:
    route = _actie(kans, document)
    what, choices = kans.choice(
        [
            ("uiterlijk", (*DAGEN, "ontslag - 4w")),
            ("eigenaar", ("betrokkene", "pi-alphen", "")),
            ("resultaat", WOORDEN),
            ("wacht_op", ("betrokkene", "")),
            ("afgesproken", ("2026-04-21", "2026-04-22")),
        ]
    )
    return route and _done(document, [Zet((*route, what), kans.choice(choices))])


def set_status(kans: Random, document: Document) -> bytes | None:
    route = _actie(kans, document)
    return route and _done(document, [Zet((*route, "status"), kans.choice(STATUSSEN)), Zet((*route, "gedaan_op"), "")])


def wait_for(kans: Random, document: Document) -> bytes | None:
    route, other = _actie(kans, document), _actie(kans, document)
    own = sleutel_of(_at(document, other)) if other else ""
    if not route or not own or route == other or _at(document, (*route, "na")):
        return None
    return _done(document, [VoegToe((*route, "na"), own)])


def pause(kans: Random, document: Document) -> bytes | None:
    route = _actie(kans, document)
    fresh = {"id": _fresh(kans, document), "van": kans.choice(DAGEN[:3])}
    return route and _done(document, [VoegToe((*route, "opschorting"), fresh)])


def add_actie(kans: Random, document: Document) -> bytes | None:
    item: dict[str, Boom] = {"wat": kans.choice(WOORDEN), "uiterlijk": kans.choice(DAGEN)}
    if kans.random() < 0.8:
        item = {"id": _fresh(kans, document), **item}
    return _done(document, [VoegToe(("leefgebieden", kans.choice(_areas(document) or ["zorg"]), "acties"), item)])


def add_item(kans: Random, document: Document) -> bytes | None:
    name = kans.choice(list(LIJSTEN))
    item = LIJSTEN[name](kans)
    if kans.random() < 0.7:
        item = {"id": _fresh(kans, document), **item}
    return _done(document, [VoegToe((name,), item)])


def remove_item(kans: Random, document: Document) -> bytes | None:
    routes = [
        route
        for route, _, node in walk_entries(document.root)
        if route and isinstance(route[-1], int) and isinstance(as_boom(node), dict) and route[0] != "conflicten"
    ]
    return _done(document, [Verwijder(kans.choice(routes))]) if routes else None


def change_set(kans: Random, document: Document) -> bytes | None:
    items = _at(document, ("toestemmingen",))
    if not isinstance(items, list) or not items:
        return None
    route = ("toestemmingen", kans.randrange(len(items)), "leefgebieden")
    now = _at(document, route)
    area = kans.choice(["zorg", "onderdak", "schulden", "netwerk"])
    if isinstance(now, list) and area in now:
        return _done(document, [Verwijder((*route, now.index(area)))]) if len(now) > 1 else None
    return _done(document, [VoegToe(route, area)])


def move_actie(kans: Random, document: Document) -> bytes | None:
    route = _actie(kans, document)
    if not route:
        return None
    goal = kans.choice(_areas(document))
    item = _at(document, route)
    if goal == route[1] or not sleutel_of(item):
        return None
    return _done(document, [Verwijder(route), VoegToe(("leefgebieden", goal, "acties"), item)])


def fill_in_ids(kans: Random, document: Document) -> bytes | None:
    missing, _ = items_without_id(document.root)
    steps = [Zet((*route, "id"), _fresh(kans, document)) for route in missing]
    return _done(document, steps) if len({step.waarde for step in steps}) == len(steps) else None


def add_comment(kans: Random, document: Document) -> bytes | None:
    lines = document.text.splitlines(keepends=True)
    places = [place for place, line in enumerate(lines) if line.rstrip().endswith(":") or "dossier:" in line]
    place = kans.choice(places)
    indent = " " * (len(lines[place]) - len(lines[place].lstrip(" ")))
    if lines[place].lstrip().startswith("- "):
        return None
    return "".join([*lines[:place], f"{indent}# {kans.choice(WOORDEN)}\n", *lines[place:]]).encode()


def swap_items(kans: Random, document: Document) -> bytes | None:
    """Two lines of a list of one-line items change places."""
    lines = document.text.splitlines(keepends=True)
    places = [
        place
        for place in range(len(lines) - 1)
        if lines[place].startswith("  - {") and lines[place + 1].startswith("  - {")
    ]
    if not places:
        return None
    place = kans.choice(places)
    lines[place : place + 2] = reversed(lines[place : place + 2])
    return "".join(lines).encode()


INGREPEN: tuple[Ingreep, ...] = (
    set_field,
    set_leefgebied,
    new_leefgebied,
    prove,
    finish,
    change_actie,
    set_status,
    wait_for,
    pause,
    add_actie,
    add_item,
    remove_item,
    change_set,
    move_actie,
    fill_in_ids,
    add_comment,
    swap_items,
)
GEWICHTEN = (3, 4, 1, 2, 3, 5, 3, 1, 1, 3, 5, 2, 2, 2, 1, 3, 1)


def _read(data: bytes) -> Document:
    document = read_document(Bestand("", data))
    assert document.root is not None, document.diagnostics
    return document


def _done(document: Document, steps: list[Bewerking]) -> bytes | None:
    try:
        return edit(document, steps, key_order).data
    except EditError:
        return None


def _at(document: Document, route: tuple[str | int, ...]) -> Boom:
    node = node_at(document.root, route)
    return "" if node is None else as_boom(node)


def _areas(document: Document) -> list[str]:
    found = _at(document, ("leefgebieden",))
    return list(found) if isinstance(found, dict) else []


def _actie(kans: Random, document: Document) -> tuple[str | int, ...] | None:
    found: list[tuple[str | int, ...]] = []
    for area in _areas(document):
        items = _at(document, ("leefgebieden", area, "acties"))
        found += [("leefgebieden", area, "acties", place) for place in range(len(items) if items else 0)]
    return kans.choice(found) if found else None


def _fresh(kans: Random, document: Document) -> str:
    """An id; few are drawn from, so that two sides now and then draw the same."""
    taken = items_without_id(document.root)[1]
    pool = [one for one in ("a2b2", "c3c3", "d4d4") if one not in taken]
    return kans.choice(pool) if pool and kans.random() < 0.1 else new_id(kans, taken)
