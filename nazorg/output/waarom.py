"""Why deadlines are what they are: for a person, and as JSON."""

from textwrap import wrap
from typing import TYPE_CHECKING, Any, TextIO

from nazorg.begrippen.datums import dag_in_woorden
from nazorg.diagnostics.tekst import visible
from nazorg.output.acties import leefgebied_heading
from nazorg.output.gegevens import onleesbaar_fields, write_json
from nazorg.output.scherm import cell
from nazorg.output.waarom_zinnen import conclusion, told
from nazorg.register import Onleesbaar
from nazorg.termijnen import Deadline, Regel
from nazorg.waarom import Uitleg, Voorganger, Waarom

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

BREEDTE = 80
_LABEL = 16


def print_waarom(console: "Console", waarom: Waarom) -> None:
    """Each action with the rule, the way to its day and what it waits for, a line of the conclusion last."""
    dossier = waarom.dossier
    console.print(cell(f"{dossier.dossier} op {dag_in_woorden(waarom.peildatum)}", "bold"), soft_wrap=True)
    console.print()
    for uitleg in waarom.acties:
        actie = uitleg.actie
        _paragraph(console, f"{actie.id or '----'}  ", actie.wat, "bold")
        place = f"{waarom.pad}:{uitleg.regel}"
        _paragraph(
            console, "      ", f"{leefgebied_heading(uitleg.leefgebied)}, {actie.eigenaar or 'nog toe te delen'}"
        )
        console.print(cell(f"      {place}", "dim"), soft_wrap=True)
        for label, text in told(uitleg):
            _paragraph(console, f"  {label:<{_LABEL - 2}}", text)
        _paragraph(console, f"  {'Dus':<{_LABEL - 2}}", conclusion(waarom, uitleg), "bold")
        console.print()
    if not waarom.acties:
        console.print(cell("Er is geen actie die nog moet.", ""))


def write_waarom_json(out: TextIO, waarom: Waarom) -> None:
    """The explanation as JSON, form ``nazorg.waarom/1``."""
    content = {
        "peildatum": waarom.peildatum,
        "pad": waarom.pad,
        "dossier": waarom.dossier.dossier,
        "loopt": waarom.dossier.loopt,
        "acties": [_fields(waarom, uitleg) for uitleg in waarom.acties],
        "onleesbaar": [],
    }
    write_json(out, "nazorg.waarom/1", content)


def write_onleesbaar_json(out: TextIO, unread: Onleesbaar, peildatum: "date") -> None:
    """A dossier that cannot be read, in the same form."""
    content = {"peildatum": peildatum, "pad": unread.pad, "dossier": None, "loopt": None, "acties": []}
    write_json(out, "nazorg.waarom/1", content | {"onleesbaar": onleesbaar_fields([unread])})


def _fields(waarom: Waarom, uitleg: Uitleg) -> dict[str, Any]:
    actie, deadline = uitleg.actie, uitleg.deadline
    day = deadline.datum if deadline else None
    return {
        "actie": actie.id,
        "leefgebied": uitleg.leefgebied,
        "wat": actie.wat,
        "eigenaar": actie.eigenaar,
        "status": actie.status,
        "regel": uitleg.regel,
        "soort": uitleg.soort,
        "dagen_te_laat": (waarom.peildatum - day).days if day and actie.is_onaf else None,
        "uiterlijk": _deadline_fields(str(actie.uiterlijk), deadline) if deadline else None,
        "niet_voor": _deadline_fields(str(actie.niet_voor), uitleg.niet_voor) if uitleg.niet_voor else None,
        "wacht_op": actie.wacht_op,
        "na": [_before_fields(one) for one in uitleg.voorgangers],
        "uitleg": [{"kop": label, "tekst": text} for label, text in told(uitleg)],
        "dus": conclusion(waarom, uitleg),
    }


def _deadline_fields(written: str, deadline: Deadline) -> dict[str, Any]:
    return {
        "in_dossier": written,
        "datum": deadline.datum,
        "geteld_vanaf": deadline.geteld_vanaf,
        "termijn": str(deadline.duur) if deadline.duur else None,
        "termijnregel": _rule_fields(deadline.regel) if deadline.regel else None,
        "stappen": [
            {"soort": step.soort, "datum": step.datum, "omschrijving": step.omschrijving, "reden": step.reden}
            for step in deadline.stappen
        ],
        "ingekort": deadline.ingekort,
        "opschortbaar": deadline.opschortbaar,
        "opgeschort_sinds": deadline.opgeschort.van if deadline.opgeschort else None,
        "vervalt_bij_vrijlating": deadline.vervalt_bij_vrijlating,
        "vervallen_op": deadline.vervallen,
        "valt_op": deadline.valt_op,
        "geen_awt": deadline.geen_awt,
        "onbepaald": deadline.onbepaald,
        "wat_te_doen": deadline.remedie,
    }


def _rule_fields(regel: Regel) -> dict[str, Any]:
    return {
        "id": regel.id,
        "naam": regel.naam,
        "soort": regel.soort,
        "wet": regel.wet,
        "artikel": regel.artikel,
        "bindt": regel.bindt,
        "bron": regel.bron,
        "afspraak": regel.is_afspraak,
        "nagegaan": regel.nagegaan,
        "geldig_van": regel.geldig_van,
        "geldig_tot": regel.geldig_tot,
    }


def _before_fields(one: Voorganger) -> dict[str, Any]:
    return {
        "actie": one.actie.id,
        "leefgebied": one.leefgebied,
        "wat": one.actie.wat,
        "eigenaar": one.actie.eigenaar,
        "status": one.actie.status,
        "uiterlijk": one.uiterlijk,
        "diepte": one.diepte,
        "wortel": one.wortel,
        "kring": one.kring,
    }


def _paragraph(console: "Console", lead: str, text: str, style: str = "") -> None:
    """``text`` behind ``lead``, wrapped under itself."""
    for place, line in enumerate(wrap(visible(text), BREEDTE - len(lead)) or [""]):
        console.print(cell((lead if place == 0 else " " * len(lead)) + line, style), soft_wrap=True)
