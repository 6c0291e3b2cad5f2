"""What a changing command did, in words: the fields, the deadlines that moved, and what there is to mind."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import fill
from typing import TextIO

from nazorg.diagnostics.tekst import visible
from nazorg.historie import Wijziging
from nazorg.output.gebeurtenissen import sentence
from nazorg.register.wijziging import Bewaard, Gewijzigd, Ongedaan, Verschuiving
from nazorg.transactie import Hersteld, Vastgelegd

BREEDTE = 80
MEESTE_GELIJKE = 3


def print_change(out: TextIO, gewijzigd: Gewijzigd, *, stil: bool, regels: Sequence[str] = ()) -> None:
    """What changed in one dossier, or would change; ``regels`` tell it where field by field would be no help."""
    say(out, _recovered(gewijzigd.hersteld))
    if gewijzigd.is_niets:
        say(out, [f"{gewijzigd.nummer}: er verandert niets.", *(() if stil else regels)])
        return
    if gewijzigd.vastgelegd is None:
        out.write(_diff(gewijzigd))
    say(out, [f"{gewijzigd.nummer}: {gewijzigd.kort}"])
    if stil:
        return
    say(out, regels or _changes(gewijzigd.wijzigingen))
    say(out, _moved(gewijzigd.verschoven))
    say(out, _findings(gewijzigd))
    if gewijzigd.eerst_bewaard:
        say(out, ["Wat u er met de hand in had gewijzigd, is eerst apart vastgelegd."])
    say(out, _kept(gewijzigd.vastgelegd))


def print_saved(out: TextIO, bewaard: Bewaard, *, stil: bool) -> None:
    """Which files were saved."""
    say(out, _recovered(bewaard.hersteld))
    if not bewaard.paden:
        say(out, ["Er is niets gewijzigd sinds de laatste keer."])
        return
    for pad in bewaard.paden:
        say(out, [f"{pad} (verwijderd)" if pad in bewaard.weg else pad])
    if not stil:
        say(out, _kept(bewaard.vastgelegd))


def print_undone(out: TextIO, ongedaan: Ongedaan, *, stil: bool) -> None:
    """What was undone, file by file."""
    say(out, _recovered(ongedaan.hersteld))
    say(out, [f"Ongedaan: {ongedaan.operatie.onderwerp}"])
    if not stil:
        for one in ongedaan.bestanden:
            say(out, [one.pad, *_changes(one.wijzigingen)])
        say(out, _kept(ongedaan.vastgelegd))


def say_changes(out: TextIO, gewijzigd: Gewijzigd) -> None:
    """What changed in one dossier of several: the fields, the deadlines that moved, and what there is to mind."""
    say(out, _changes(gewijzigd.wijzigingen))
    say(out, _moved(gewijzigd.verschoven))
    say(out, _findings(gewijzigd))


def say_kept(out: TextIO, vastgelegd: Vastgelegd | None) -> None:
    """Where it was written, or that it was not."""
    say(out, _kept(vastgelegd))


def _changes(wijzigingen: Iterable[Wijziging]) -> Iterator[str]:
    return (f"- {sentence(one)}" for one in wijzigingen)


def _findings(gewijzigd: Gewijzigd) -> Iterator[str]:
    """What there is to mind; of the same finding over and over only the first few."""
    for code, group in groupby(sorted(gewijzigd.bevindingen, key=lambda one: one.code), key=lambda one: one.code):
        same = list(group)
        for found in same[:MEESTE_GELIJKE]:
            yield f"  {found.severity} {code}: {found.message}"
        if len(same) > MEESTE_GELIJKE:
            yield f"  en nog {len(same) - MEESTE_GELIJKE} keer {code}; zie nazorg controleer {gewijzigd.pad}"


def _moved(verschoven: Iterable[Verschuiving]) -> Iterator[str]:
    rows = list(verschoven)
    if rows:
        yield "Termijnen die verschuiven:" if not any(one.blijft for one in rows) else "Termijnen:"
    for one in rows:
        late = "was al te laat" if one.was_te_laat else "NU TE LAAT"
        notes = [
            *([late] if one.te_laat else []),
            *([f"KAN NIET OP TIJD: mag pas vanaf {one.pas_vanaf}"] if one.pas_vanaf else []),
            *([one.opmerking] if one.opmerking else []),
        ]
        day = f"{_day(one.van)} (blijft)" if one.blijft else f"{_day(one.van)} → {_day(one.naar)}"
        counted = f", geteld vanaf {one.door}" if one.door else ""
        tail = f" ({'; '.join(notes)})" if notes else ""
        yield f"  {one.actie.id}  {day}  {one.actie.wat}{counted}{tail}"


def _day(day: object) -> str:
    return str(day) if day else "geen datum"


def _kept(vastgelegd: Vastgelegd | None) -> Iterator[str]:
    if vastgelegd is None:
        yield "Er is niets geschreven."
        return
    if vastgelegd.commit:
        yield f"Vastgelegd als {vastgelegd.commit[:10]}."
    if vastgelegd.restwerk:
        yield "Alles is bewaard; het opruimen gebeurt bij de volgende opdracht."


def _recovered(hersteld: Hersteld | None) -> list[str]:
    return [hersteld.in_words()] if hersteld else []


def _diff(gewijzigd: Gewijzigd) -> str:
    """The change as lines of text, as git shows them."""
    before, after = (one.text.splitlines(keepends=True) for one in (gewijzigd.voor, gewijzigd.na))
    lines = difflib.unified_diff(before, after, gewijzigd.pad, gewijzigd.pad, n=2)
    return "".join(visible(line.rstrip("\r\n")) + "\n" for line in lines)


def say(out: TextIO, lines: Iterable[str]) -> None:
    """Each line wrapped for a person, what follows of it under itself."""
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        whole = fill(visible(line), BREEDTE, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        out.write(f"{whole}\n")
