"""One dossier on a screen or as JSON, and what a search found."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

from nazorg.begrippen.keuzes import Status
from nazorg.dossier import Actie, Detentie, Dossier, Leefgebied
from nazorg.output.acties import in_days, leefgebied_heading, row_fields
from nazorg.output.gegevens import onleesbaar_fields, write_json, write_tsv
from nazorg.output.scherm import GEMEENTE, cell, make_table, paragraph, wrapped_cell
from nazorg.register import Actieregel, Onleesbaar
from nazorg.toon import Getoond
from nazorg.zoek import Treffer

if TYPE_CHECKING:
    from rich.console import Console

    from nazorg.herkomst import Veldherkomst


def as_plain(value: object) -> Any:
    """A value of the model as dictionaries, lists and text; what is empty is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        if type(value).__str__ is not object.__str__:
            return str(value)
        found = {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
        return {name: one for name, one in found.items() if one not in (None, [], {})}
    if isinstance(value, dict):
        return {str(name): as_plain(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [as_plain(one) for one in value]
    return value if value is None or isinstance(value, int) else str(value)


def write_dossier_json(
    out: TextIO, getoond: Getoond, peildatum: date, origins: "Sequence[Veldherkomst] | None" = None
) -> None:
    """The dossier as JSON, form ``nazorg.toon/1``.

    Its own fields, and per action the computed deadline and the line; with ``origins`` where each field comes from.
    """
    unfinished = [
        row_fields(row) for naam, _, _ in getoond.leefgebieden for _, _, row in getoond.acties[naam] if row is not None
    ]
    content = {"peildatum": peildatum, "pad": getoond.pad, "dossier": as_plain(getoond.dossier), "acties": unfinished}
    if origins is not None:
        from nazorg.output.herkomst import origins_fields

        content["herkomst"] = origins_fields(origins)
    write_json(out, "nazorg.toon/1", content | {"onleesbaar": []})


def write_onleesbaar_json(out: TextIO, unread: Onleesbaar, peildatum: date) -> None:
    """A dossier that cannot be read, in the same form: no fields, but the reasons."""
    content = {"peildatum": peildatum, "pad": unread.pad, "dossier": None, "acties": []}
    write_json(out, "nazorg.toon/1", content | {"onleesbaar": onleesbaar_fields([unread])})


def _status(dossier: Dossier) -> str:
    """The status in words; of a dossier that was handed over, to whom and whether they confirmed."""
    over = dossier.overdracht
    if dossier.status is not Status.OVERGEDRAGEN or over is None or over.naar is None:
        return f"{dossier.status}: {dossier.status.omschrijving}"
    when = f" op {over.op}" if over.op else ""
    state = f"bevestigd op {over.bevestigd}" if over.bevestigd else "loopt hier door tot die het bevestigt"
    return f"{dossier.status}: aan {over.naar}{when}; {state}"


def print_dossier(console: "Console", getoond: Getoond, naam: str | None) -> None:
    """The dossier for a person: short facts, then each leefgebied with its actions and their ``path:line``."""
    dossier = getoond.dossier
    console.print(cell(dossier.dossier + (f"  {naam}" if naam else ""), "bold"))
    facts = [
        ("bestand", getoond.pad),
        ("status", _status(dossier)),
        ("gemeente", f"{dossier.gemeente}, regie: {dossier.regisseur}"),
        (
            "kader",
            dossier.kader.kort + (f", door {dossier.toezicht.door}" if dossier.toezicht else ""),
        ),
        ("aanmelding", str(dossier.aanmelding)),
        *_detention(dossier.detentie),
    ]
    if dossier.veiligheidsplan is not None:
        facts.append(("veiligheid", dossier.veiligheidsplan.omschrijving))
    for name, value in facts:
        paragraph(console, f"  {name:<11} ", value)
    for goal in dossier.doelen:
        paragraph(console, f"  {'doel':<11} ", goal.wens)
    console.print()
    for naam_, line, leefgebied in getoond.leefgebieden:
        _print_leefgebied(console, getoond, naam_, line, leefgebied)


def _detention(detentie: Detentie | None) -> list[tuple[str, str]]:
    if detentie is None:
        return []
    kind = detentie.soort.kort if detentie.soort else "soort niet bekend"
    facts = [("detentie", kind + (f", {detentie.inrichting}" if detentie.inrichting else ""))]
    ontslag = detentie.ontslag
    if ontslag is not None:
        names = ("feitelijk", "vroegst", "verwacht", "uiterst")
        known = [f"{name} {getattr(ontslag, name)}" for name in names if getattr(ontslag, name)]
        sure = f" ({ontslag.zekerheid.omschrijving})" if ontslag.zekerheid and not ontslag.feitelijk else ""
        facts.append(("vrij", (", ".join(known) or "geen datum") + sure))
    facts += [("fasering", f"{step.soort.kort} vanaf {step.vanaf or '?'}") for step in detentie.fasering]
    return facts


def _print_leefgebied(console: "Console", getoond: Getoond, naam: str, line: int, leefgebied: Leefgebied) -> None:
    title = leefgebied_heading(naam)
    state = leefgebied.stand.omschrijving if leefgebied.stand else "stand niet bekend"
    question = f"; {leefgebied.hulpvraag.omschrijving}" if leefgebied.hulpvraag else ""
    console.print(cell(title, "bold").append(f"  {state}{question}", style="not bold"), soft_wrap=True)
    if leefgebied.situatie:
        paragraph(console, "  ", leefgebied.situatie)
    if leefgebied.geen_actie:
        paragraph(console, "  geen actie: ", leefgebied.geen_actie)
    for actie, place, row in getoond.acties[naam]:
        _print_actie(console, f"{getoond.pad}:{place}", actie, row)
    if not getoond.acties[naam]:
        console.print(cell(f"  {getoond.pad}:{line}", "dim"), soft_wrap=True)
    console.print()


def _print_actie(console: "Console", place: str, actie: Actie, row: Actieregel | None) -> None:
    late = row is not None and (row.dagen_te_laat or 0) > 0
    mark = "-" if row else "x"
    paragraph(console, f"  {mark} {actie.id or '----'}  ", actie.wat, "red" if late else "")
    parts = [actie.eigenaar or "nog toe te delen"]
    if row is None:
        parts.append(actie.status.kort + (f" op {actie.gedaan_op}" if actie.gedaan_op else ""))
    else:
        parts.append(
            f"uiterlijk {row.uiterlijk} ({in_days(row.dagen_te_laat or 0)})" if row.uiterlijk else "geen datum"
        )
        parts.append(f"wacht op {actie.wacht_op}" if actie.wacht_op else actie.status.kort)
        parts += [row.opmerking] if row.opmerking else []
    paragraph(console, "          ", ", ".join(parts))
    console.print(cell(f"          {place}", "dim"), soft_wrap=True)


def print_treffers(console: "Console", found: Sequence[Treffer]) -> None:
    """What a search found, with names where there are any: for the user's own terminal only."""
    named = any(one.naam for one in found)
    table = make_table(
        ("dossier", {"no_wrap": True}),
        *((("naam", {"overflow": "fold"}), ("contact", {"overflow": "fold"})) if named else ()),
        ("status", {"no_wrap": True}),
        ("gemeente", {}),
        ("regisseur", {"overflow": "fold"}),
    )
    for one in found:
        names = (cell(one.naam or ""), cell(one.contact or "")) if named else ()
        place = wrapped_cell(one.gemeente, GEMEENTE)
        table.add_row(cell(one.dossier), *names, cell(one.status), place, cell(one.regisseur))
    console.print(table)


def write_treffers_tsv(out: TextIO, found: Sequence[Treffer]) -> None:
    """What a search found, without names: what leaves the terminal holds none."""
    columns = ("dossier", "status", "gemeente", "regisseur", "pad")
    write_tsv(out, columns, (tuple(getattr(one, name) for name in columns) for one in found))
