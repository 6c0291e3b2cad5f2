"""A random werkmap of 2,000 actions: every row of the list is as the second reading has it."""

import sys
from collections import Counter
from datetime import date, timedelta
from random import Random

from register.fabriek import open_register

from nazorg.register import action_rows

from . import eenvoudig

ACTIES, PER_DOSSIER = 2_000, 10
PEILDATUM = date(2026, 11, 23)
OWN_DAYS = {date(2026, 10, 19), date(2026, 12, 28)}
SHORTEN = (3, "wd")
GEMEENTEN = {"Leiden": {"wgs-4a-3": (6, "w")}, "Katwijk": {"wgs-4a-3": (9, "w")}, "Gouda": {}}
REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: {termijnen: {wgs-4a-3: 6w}}, Katwijk: {termijnen: {wgs-4a-3: 9w}}, Gouda: }
regisseurs: {m.bakker: }
partners: {}
kalender: {gelijkgestelde_dagen: [2026-10-19, 2026-12-28]}
inkorting: 3wd
"""


def near(random: Random, day: date, before: int, after: int) -> date:
    return day + timedelta(days=random.randint(-before, after))


def some_term(random: Random):
    """A day, a rule of the law with its start, or a term from an anchor; or nothing."""
    kind = random.random()
    if kind < 0.05:
        return None
    if kind < 0.25:
        return near(random, PEILDATUM, 60, 60)
    if kind < 0.6:
        return random.choice(list(eenvoudig.LAW)), near(random, PEILDATUM, 120, 30)
    anker = random.choice(["aanmelding", "ingesloten", "binnenkomst", "ontslag", "buiten"])
    unit = random.choice(["d", "w", "m", "wd"])
    return anker, random.choice("+-"), random.randint(0, {"d": 60, "w": 9, "m": 4, "wd": 40}[unit]), unit


def some_stops(random: Random) -> list:
    stops = []
    for _ in range(random.choice([0, 0, 0, 1, 1, 2])):
        van = near(random, PEILDATUM, 90, 30)
        stops.append((van, None if random.random() < 0.3 else near(random, van, 0, 40)))
    return stops


def some_facts(random: Random) -> dict:
    def perhaps(chance: float, day: date) -> date | None:
        return day if random.random() < chance else None

    inside = near(random, PEILDATUM, 200, -30)
    return {
        "aanmelding": near(random, inside, 0, 20),
        "ingesloten": perhaps(0.8, inside),
        "binnenkomst": perhaps(0.8, near(random, inside, 0, 10)),
        "zitting": perhaps(0.3, near(random, PEILDATUM, 0, 60)),
        "soort": random.choice([None, "voorlopige_hechtenis", "gevangenisstraf"]),
        "vroegst": perhaps(0.5, near(random, PEILDATUM, 20, 60)),
        "verwacht": perhaps(0.7, near(random, PEILDATUM, 20, 90)),
        "feitelijk": perhaps(0.3, near(random, PEILDATUM, 60, 0)),
        "zekerheid": random.choice([None, "onbekend", "verwacht", "vast"]),
        "fasering": [(random.choice(["pp", "eindverlof", "vi"]), near(random, PEILDATUM, 10, 60))][
            : random.randint(0, 1)
        ],
    }


def written(term) -> str:
    if term is None or isinstance(term, date):
        return str(term or "")
    return "{} vanaf {}".format(*term) if len(term) == 2 else "{} {} {}{}".format(*term)


def dossier_text(nummer: str, gemeente: str, facts: dict, acties: list) -> str:
    """The dossier as a file has it; what is not known is left empty."""

    def value(name: str) -> str:
        return str(facts[name] or "")

    ontslag = "".join(f"    {name}: {value(name)}\n" for name in ("vroegst", "verwacht", "feitelijk", "zekerheid"))
    inside = "".join(f"  {name}: {value(name)}\n" for name in ("soort", "ingesloten", "binnenkomst", "zitting"))
    steps = "".join(f"    - {{soort: {kind}, vanaf: {day}}}\n" for kind, day in facts["fasering"])
    text = (
        f"dossier: {nummer}\nbetrokkene: p-a2{nummer[-4:]}\naanmelding: {facts['aanmelding']}\nstatus: in_detentie\n"
        f"gemeente: {gemeente}\nregisseur: m.bakker\nkader: vrijwillig\n"
        f"detentie:\n{inside}  ontslag:\n{ontslag}  fasering:\n{steps}leefgebieden:\n  zorg:\n    acties:\n"
    )
    for number, (term, agreed, stops, first) in enumerate(acties):
        pauses = ", ".join(f"{{van: {van}, hervat: {hervat or ''}}}" for van, hervat in stops)
        text += (
            f"      - wat: actie {number}\n        uiterlijk: {written(term)}\n        afgesproken: {agreed or ''}\n"
            f"        niet_voor: {written(first)}\n        opschorting: [{pauses}]\n"
        )
    return text


def expected(facts: dict, gemeente: str, actie: tuple) -> tuple:
    """The kind of row, its day, and the day before which nothing can be done."""
    term, agreed, stops, first = actie
    answer = None
    if term is not None:
        own = GEMEENTEN[gemeente]
        answer = eenvoudig.deadline(term, facts, agreed, stops, OWN_DAYS, SHORTEN, PEILDATUM, own)
    earliest = None if first is None else eenvoudig.not_before(first, facts, OWN_DAYS)
    earliest = earliest if isinstance(earliest, date) else None
    if answer is None:
        return "zonder_uiterlijk", None, earliest
    if isinstance(answer, str):
        return answer, None, earliest
    late = "te_laat" if answer < PEILDATUM else "vandaag" if answer == PEILDATUM else "later"
    return late, answer, earliest


def test_two_thousand_random_actions_are_answered_as_the_second_reading_has_it(tmp_path):
    random = Random(4)
    files, wanted = [], []
    for place in range(ACTIES // PER_DOSSIER):
        nummer, gemeente, facts = f"NZ-2026-a2{place:04}", random.choice(list(GEMEENTEN)), some_facts(random)
        acties = []
        for _ in range(PER_DOSSIER):
            first = some_term(random) if random.random() < 0.3 else None
            if isinstance(first, tuple) and first[0] == "wgs-4a-3":
                first = None  # it differs by gemeente: said of deadlines
            agreed = near(random, PEILDATUM, 90, 0) if random.random() < 0.7 else None
            acties.append((some_term(random), agreed, some_stops(random), first))
        files.append((f"dossiers/2026/{nummer}.yaml", dossier_text(nummer, gemeente, facts, acties)))
        wanted += [expected(facts, gemeente, actie) for actie in acties]
    register = open_register(tmp_path, *files, regio=REGIO, peildatum=PEILDATUM)
    rows = list(action_rows(register))
    assert register.onleesbaar == ()
    found = [(str(row.soort), row.uiterlijk, row.niet_voor) for row in rows]
    kinds = Counter(kind for kind, _, _ in found)
    told = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
    print(f"\n{len(found)} random actions: {told}", file=sys.stderr)
    differ = [
        (row.pad, row.regel, ours, theirs)
        for row, ours, theirs in zip(rows, found, wanted, strict=True)
        if ours != theirs
    ]
    assert differ == []
    assert len(found) == ACTIES
    assert len(kinds) == 7
