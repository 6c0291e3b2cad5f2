"""Faults to put in what decides what a partner may know: each has to be caught by the campaign of canaries."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from unittest import mock

from nazorg.agenda.inzage import STUKKEN, VELDEN, Over
from nazorg.agenda.model import Besluitpunt, Leefgebiedpunt, Verandering

FOUTEN: dict[str, Callable[[], AbstractContextManager[object]]] = {
    "a ground that is not for this kind of partner": lambda: mock.patch(
        "nazorg.grondslagen.grond.Grond.is_for", return_value=True
    ),
    "a leefgebied that the ground does not give": lambda: mock.patch(
        "nazorg.grondslagen.inzage.Recht.gives", lambda right, soort, _: soort in right.soorten
    ),
    "a kind of data that the ground does not give": lambda: mock.patch(
        "nazorg.grondslagen.inzage.Recht.gives", lambda right, _, naam: naam is None or naam in right.leefgebieden
    ),
    "a consent that holds no more, or the other way": lambda: mock.patch(
        "nazorg.grondslagen.toestemming.why_not", return_value=""
    ),
    "a convenant that takes something away": lambda: mock.patch(
        "nazorg.grondslagen.inzage.narrowed", lambda domains, kinds, _: (domains, kinds)
    ),
    "a convenant that is over": lambda: mock.patch("nazorg.grondslagen.inzage.holds_on", return_value=True),
    "who is at the table": lambda: mock.patch("nazorg.agenda.partner.any", return_value=True, create=True),
    "a decision about all of a dossier": lambda: mock.patch.dict(STUKKEN, {Besluitpunt: lambda *_: True}),
    "what a change is about": lambda: mock.patch.dict(STUKKEN, {Verandering: lambda *_: True}),
    "a situation as data of its own kind": lambda: mock.patch.dict(
        VELDEN, {Leefgebiedpunt: {**VELDEN[Leefgebiedpunt], "situatie": Over.ZAAK}}
    ),
    "the ground of a rappel": lambda: mock.patch(
        "nazorg.rappel.opbouw.inzage_of", return_value=mock.Mock(may=lambda *_: True)
    ),
}
"""By what is ignored."""
