"""Trajecten on a screen and as rows: which there are, the steps of one, and what applying one came to."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any, TextIO

from nazorg.begrippen.keuzes import LEEFGEBIEDEN, JaNee
from nazorg.output.acties import leefgebied_heading
from nazorg.output.bevindingen import print_unreadable
from nazorg.output.dossier import as_plain
from nazorg.output.gegevens import onleesbaar_fields, write_json, write_tsv
from nazorg.output.scherm import cell, make_table, wrapped_cell
from nazorg.register import Onleesbaar, Trajectbron
from nazorg.register.wijziging import Gewijzigd
from nazorg.traject import Trajectstap

if TYPE_CHECKING:
    from rich.console import Console

BREEDTE = 80

STAPKOLOMMEN = (
    "leefgebied",
    "wat",
    "eigenaar",
    "uiterlijk",
    "na",
    "snel_succes",
    "niet_voor",
    "herhaal",
    "in_plan",
    "waarom",
    "bron",
)
"""The fields of a step in TSV, behind its key."""


def print_trajecten(console: "Console", found: Sequence[Trajectbron], files: tuple[Onleesbaar, ...]) -> None:
    """Which trajecten there are, for a person."""
    print_unreadable(console, files)
    table = make_table(
        ("traject", {"no_wrap": True}), ("voor", {"ratio": 1}), ("stappen", {"justify": "right", "no_wrap": True})
    )
    table.expand = True
    for one in found:
        own = " (van uw regio)" if one.pad else ""
        words = wrapped_cell(one.traject.voor + own, 46)
        table.add_row(cell(one.traject.traject), words, cell(str(len(one.traject.stappen))))
    console.print(table)
    console.print(cell("De stappen van een traject: nazorg traject toon NAAM"))


def write_trajecten_tsv(out: TextIO, found: Sequence[Trajectbron]) -> None:
    """Which trajecten there are, as TSV."""
    rows = (
        (one.traject.traject, one.traject.naam, one.traject.voor, len(one.traject.stappen), one.pad) for one in found
    )
    write_tsv(out, ("traject", "naam", "voor", "stappen", "pad"), rows)


def write_trajecten_json(out: TextIO, found: Sequence[Trajectbron], files: tuple[Onleesbaar, ...]) -> None:
    """Every traject with its steps as JSON, form ``nazorg.trajecten/1``."""
    content = {"trajecten": [_fields(one) for one in found], "onleesbaar": onleesbaar_fields(files)}
    write_json(out, "nazorg.trajecten/1", content)


def print_traject(console: "Console", bron: Trajectbron) -> None:
    """One traject for a person: each step with who, when and why."""
    traject = bron.traject
    console.print(cell(f"{traject.naam} ({traject.traject})", "bold"))
    _paragraph(console, "  ", traject.voor)
    _paragraph(console, "  ", f"Uit {bron.pad}." if bron.pad else "Ingebouwd.")
    _paragraph(console, "  ", "Termijnen zijn afspraken; een wetsartikel zegt waarop de reden rust.")
    for leefgebied, steps in _by_leefgebied(traject.stappen).items():
        console.print()
        console.print(cell(leefgebied_heading(leefgebied), "bold"))
        for sleutel, stap in steps.items():
            _paragraph(console, "  - ", f"{stap.wat} [{sleutel}]")
            _paragraph(console, "    ", ", ".join(_facts(stap)))
            _paragraph(console, "    ", f"{stap.waarom} ({stap.bron})")


def write_traject_tsv(out: TextIO, bron: Trajectbron) -> None:
    """The steps of one traject as TSV."""
    rows = (
        (sleutel, *(_text(getattr(stap, name)) for name in STAPKOLOMMEN))
        for sleutel, stap in bron.traject.stappen.items()
    )
    write_tsv(out, ("stap", *STAPKOLOMMEN), rows)


def write_traject_json(out: TextIO, bron: Trajectbron) -> None:
    """One traject as JSON, form ``nazorg.traject/1``."""
    write_json(out, "nazorg.traject/1", _fields(bron))


def applied_lines(gewijzigd: Gewijzigd) -> Iterator[str]:
    """A line for each action that came, in the order of the dossier."""
    for naam, _, actie in gewijzigd.dossier.acties():
        if actie.id in gewijzigd.acties:
            who = actie.eigenaar or "nog toe te delen"
            yield f"  {actie.id}  {_domain(naam)}: {actie.wat} ({who}, {actie.uiterlijk or 'geen datum'})"


def skipped_lines(skipped: Mapping[str, str]) -> Iterator[str]:
    """A line for each leefgebied that got no steps, with why."""
    for naam, why in skipped.items():
        yield f"  {_domain(naam)} overgeslagen: {why}"


def _domain(naam: str) -> str:
    return LEEFGEBIEDEN.get(naam, naam.replace("_", " "))


def _facts(stap: Trajectstap) -> Iterator[str]:
    yield stap.eigenaar or "nog toe te delen"
    yield f"uiterlijk {stap.uiterlijk}" if stap.uiterlijk else "geen datum"
    if stap.niet_voor:
        yield f"niet voor {stap.niet_voor}"
    if stap.na:
        yield f"na {' en '.join(stap.na)}"
    if stap.herhaal:
        yield f"elke {stap.herhaal.in_words()}"
    if stap.snel_succes is JaNee.JA:
        yield "snel succes"
    if stap.in_plan is JaNee.NEE:
        yield "niet in het plan voor de betrokkene"


def _by_leefgebied(steps: Mapping[str, Trajectstap]) -> dict[str, dict[str, Trajectstap]]:
    found: dict[str, dict[str, Trajectstap]] = {}
    for sleutel, stap in steps.items():
        found.setdefault(stap.leefgebied, {})[sleutel] = stap
    return found


def _fields(bron: Trajectbron) -> dict[str, Any]:
    return {"pad": bron.pad or None, **as_plain(bron.traject)}


def _text(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def _paragraph(console: "Console", lead: str, text: str) -> None:
    """``text`` behind ``lead``, wrapped under itself."""
    for place, line in enumerate(wrap(text, BREEDTE - len(lead), break_on_hyphens=False) or [""]):
        console.print(cell((lead if place == 0 else " " * len(lead)) + line), soft_wrap=True)
