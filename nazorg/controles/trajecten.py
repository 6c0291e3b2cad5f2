"""Trajecten: a step waits for steps that exist, none wait in a circle, and a name stands for one traject."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from nazorg.controles.regel import Samenhang, Trajectzaak
from nazorg.controles.volgorde import MOST_CIRCLES, find_circles
from nazorg.controles.woorden import hint, in_a_row
from nazorg.diagnostics import Finding
from nazorg.traject import Traject


def check_na(trajectzaak: Trajectzaak) -> Iterator[Finding]:
    """NZ901: what a step waits for is a step of this traject."""
    steps = trajectzaak.traject.stappen
    strangers = [
        (("stappen", sleutel, "na", place), wanted)
        for sleutel, stap in steps.items()
        for place, wanted in enumerate(stap.na)
        if wanted not in steps
    ]
    for nth, (route, wanted) in enumerate(strangers):
        yield Finding(
            "NZ901",
            route,
            "Deze stap komt na een stap die niet in dit traject staat.",
            f"{hint(nth, wanted, steps)}Schrijf de sleutel van een stap uit dit traject, of haal die weg.",
        )


def check_kring(trajectzaak: Trajectzaak) -> Iterator[Finding]:
    """NZ902: steps that wait for each other in a circle; each circle once, where it closes."""
    steps = trajectzaak.traject.stappen
    waits = {sleutel: tuple(dict.fromkeys(stap.na)) for sleutel, stap in steps.items()}
    for circle in islice(find_circles(waits), MOST_CIRCLES):
        last, first = circle[-1], circle[0]
        yield Finding(
            "NZ902",
            ("stappen", last, "na", steps[last].na.index(first)),
            f"Hier wachten stappen in een kring op elkaar ({len(circle)}).",
            "Haal een van de verwijzingen bij 'na' weg; anders kan geen van deze stappen beginnen.",
            ook=tuple((("stappen", sleutel), "deze stap doet mee") for sleutel in circle[:-1][:MOST_SHOWN]),
        )


MOST_SHOWN = 6
"""Of a long circle no more is pointed at."""


def check_dubbel(samenhang: Samenhang) -> Iterator[tuple[str, Finding]]:
    """NZ903: two files with the same traject; said in each of them."""
    paths: dict[str, list[str]] = defaultdict(list)
    for path, traject in samenhang.trajecten.items():
        paths[traject.traject].append(path)
    for same in paths.values():
        for path in same if len(same) > 1 else ():
            yield path, _twice(samenhang.trajecten[path], [other for other in same if other != path])


def _twice(traject: Traject, others: list[str]) -> Finding:
    return Finding(
        "NZ903",
        ("traject",),
        f"Traject {traject.traject} staat ook in {in_a_row(others)}.",
        "Houd een van de twee, of geef een van de twee een andere naam.",
    )
