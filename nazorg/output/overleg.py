"""Consultations as lines: which there are, and what was proposed for a new one with why."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from nazorg.agenda import Reden, Voorstel
from nazorg.begrippen.datums import datum_in_woorden
from nazorg.begrippen.indeling import Bestandsoort
from nazorg.begrippen.keuzes import Aanleiding
from nazorg.output.gebeurtenissen import sentence
from nazorg.output.gegevens import write_tsv
from nazorg.output.tekst import count, listed
from nazorg.output.wijziging import say, say_kept
from nazorg.overleg import Overleg
from nazorg.register.wijziging import Overlegwijziging

KOLOMMEN = ("overleg", "soort", "datum", "gemeenten", "dossiers", "verslag")
KORTSTE_PUNT = 5
"""In fewer minutes than this a dossier can hardly be talked about."""


def write_overleggen_tsv(out: TextIO, overleggen: Iterable[Overleg]) -> None:
    """Every consultation on a line."""
    write_tsv(
        out,
        KOLOMMEN,
        (
            (one.overleg, one.soort, one.datum, ", ".join(one.gemeenten), len(one.dossiers), one.verslag)
            for one in overleggen
        ),
    )


def overleg_lines(overleggen: Iterable[Overleg]) -> Iterator[str]:
    """Every consultation for a person."""
    for one in overleggen:
        done = f", verslag vastgelegd op {datum_in_woorden(one.verslag)}" if one.verslag else ""
        places = f" ({', '.join(one.gemeenten)})" if one.gemeenten else ""
        yield f"{one.overleg}  {one.soort}, {count(len(one.dossiers), 'dossier', 'dossiers')}{done}{places}"


def proposal_lines(overleg: Overleg, voorstellen: Iterable[Voorstel]) -> Iterator[str]:
    """Why each dossier is on a new consultation, for which the whole table is there, and whether there is time."""
    for one in voorstellen:
        yield f"  {one.dossier}: {', '.join(_reason(reden) for reden in one.redenen)}"
    alone = [one.dossier for one in overleg.dossiers if not one.partners]
    if alone and overleg.partners:
        yield f"Nog niemand van de tafel is betrokken, dus iedereen is erbij: {listed(alone)}."
    many = len(overleg.dossiers)
    if not many:
        yield "  Geen enkel dossier heeft een aanleiding; zet er zelf een op met: nazorg overleg zet-op"
    elif overleg.duur is not None:
        share = overleg.duur // many
        yield f"Dat is {count(share, 'minuut', 'minuten')} per dossier."
        if share < KORTSTE_PUNT:
            yield "Dat is weinig: haal er dossiers af, of neem meer tijd."


def print_overleg(out: TextIO, made: Overlegwijziging, *, stil: bool) -> None:
    """What changed in a consultation."""
    if made.is_niets:
        say(out, [f"{made.overleg.overleg}: er verandert niets."])
        return
    say(out, [made.overleg.overleg])
    if not stil:
        say(out, (f"- {sentence(one, Bestandsoort.OVERLEG)}" for one in made.wijzigingen))
        say(out, (f"  {one.severity} {one.code}: {one.message}" for one in made.bevindingen))
        say_kept(out, made.vastgelegd)


def _reason(reden: Reden) -> str:
    late = count(reden.aantal, "actie", "acties")
    return {
        Aanleiding.TE_LAAT: f"{late} te laat, de oudste van {datum_in_woorden(reden.dag)}",
        Aanleiding.TOEDELEN: f"{reden.aantal} toe te delen",
        Aanleiding.UITSTROOM: f"komt vrij op {datum_in_woorden(reden.dag)}",
        Aanleiding.GEWIJZIGD: f"{count(reden.aantal, 'verandering', 'veranderingen')} sinds het vorige overleg",
        Aanleiding.INGEBRACHT: "ingebracht",
    }[reden.aanleiding]
