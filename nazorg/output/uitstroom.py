"""Who leaves, and what is not in order, on a screen: a block for each person."""

from typing import TYPE_CHECKING

from nazorg.begrippen.keuzes import LEEFGEBIEDEN, FaseringSoort, Hulpvraag, Stand, Zekerheid
from nazorg.output.acties import in_days
from nazorg.output.bevindingen import print_unreadable
from nazorg.output.scherm import cell, paragraph
from nazorg.output.tekst import count
from nazorg.register import Actieregel
from nazorg.te_laat import NOG_TOE_TE_DELEN
from nazorg.uitstroom import Hoe, Ontslagdag, Ontslagsoort, Oordeel, ZonderActie
from nazorg.vrijkomen import Blok, Voorwaarde, Vrijkomen, Vrijkomer

if TYPE_CHECKING:
    from rich.console import Console

NAAM = max(map(len, LEEFGEBIEDEN.values()))
"""Width of the name of a basisvoorwaarde."""

_REDENEN = {
    ZonderActie.NIET_GEVRAAGD: "nog niet naar gevraagd",
    ZonderActie.GEWEIGERD: "de betrokkene wil geen hulp",
    ZonderActie.GEEN_HULPVRAAG: "de betrokkene vraagt geen hulp",
    ZonderActie.GEEN_ACTIE: "er is geen actie afgesproken",
    ZonderActie.NIETS_OPEN: "er is geen actie meer open",
    ZonderActie.BEWUST: "er hoeft niets te gebeuren, volgens het dossier",
}


def print_uitstroom(console: "Console", lijst: Vrijkomen) -> None:
    """The list for a person: what cannot be read, who leaves by day, and who is inside without a date."""
    print_unreadable(console, lijst.onleesbaar)
    lacking = sum(bool(one.niet_op_orde) for one in lijst.vrij)
    title = f"Vrij tot en met {lijst.tot}, of kan dat: {count(len(lijst.vrij), 'persoon', 'personen')}"
    title += f", {lacking} niet op orde" if lacking else ""
    console.print(cell(title, "bold red" if lacking else "bold green"))
    console.print()
    for one in lijst.vrij:
        _print_person(console, one)
    if lijst.zonder_datum:
        console.print(cell(f"Binnen zonder ontslagdatum ({len(lijst.zonder_datum)}): vraag de PI", "bold"))
        console.print()
        for one in lijst.zonder_datum:
            _print_person(console, one)


def release_words(one: Vrijkomer) -> str:
    """``kan vrij vanaf 2026-12-04 (over 11 dagen); verwacht 2026-12-18``: what is possible, expected, or certain."""
    dag = one.ontslag
    if dag is None or dag.datum is None:
        return "geen datum bekend"
    days = (dag.datum - dag.dagen[0]).days + (one.dagen or 0)
    step = f", {FaseringSoort(dag.fasering).kort}" if dag.fasering else ""
    ahead = f" ({in_days(-days)})" if days >= 0 else ""
    words = f"{_first_day(dag, one.hoe)}{step}{ahead}"
    if dag.verwacht is None:
        return words
    sure = dag.zekerheid == Zekerheid.VAST
    return words + (f"; vrij op {dag.verwacht}, staat vast" if sure else f"; verwacht {dag.verwacht}")


def _first_day(dag: Ontslagdag, hoe: Hoe) -> str:
    if dag.soort is Ontslagsoort.VERWACHT:
        return f"vrij op {dag.datum}, staat vast" if hoe is Hoe.VAST else f"verwacht vrij op {dag.datum}"
    lead = {
        Ontslagsoort.FASERING: "kan naar buiten vanaf",
        Ontslagsoort.VROEGST: "kan vrij vanaf",
        Ontslagsoort.ZITTING: "kan vrij op de zitting van",
    }
    return f"{lead.get(dag.soort, 'vrij op')} {dag.datum}"


def _print_person(console: "Console", one: Vrijkomer) -> None:
    where = ", ".join(part for part in (one.gemeente, one.regisseur, one.inrichting) if part)
    console.print(cell(one.dossier, "bold").append_text(cell(f"  {where}", "not bold")), soft_wrap=True)
    paragraph(console, "  ", release_words(one))
    if one.voorbij:
        paragraph(console, "  ", f"{one.eerste_dag} is voorbij. Nog binnen? Bel de PI.", "red")
    elif one.ontslag and one.ontslag.loketten_dicht:
        paragraph(console, "  ", f"Let op de loketten: {one.ontslag.datum} is {one.ontslag.loketten_dicht}.", "yellow")
    shown: set[tuple[str, int]] = set()
    if one.kan_nu:
        console.print(cell("  Weinig tijd. Dit kan nu nog:", "bold"))
        for row in one.kan_nu:
            _print_actie(console, row, shown, "    ")
    good = [_evidence(voorwaarde) for voorwaarde in one.voorwaarden if voorwaarde.op_orde]
    if good:
        paragraph(console, "  + ", ", ".join(good), "green")
    for voorwaarde in one.niet_op_orde:
        _print_lacking(console, voorwaarde, shown)
    console.print()


def _print_lacking(console: "Console", one: Voorwaarde, shown: set[tuple[str, int]]) -> None:
    paragraph(console, f"  - {LEEFGEBIEDEN[one.leefgebied]:<{NAAM}}  ", _standing(one))
    known = [blok for blok in one.blokkades if _key(blok.actie) in shown and not _after(blok)]
    if known:
        paragraph(console, "      zie boven: ", ", ".join(blok.actie.actie or "----" for blok in known))
    for blok in one.blokkades:
        if blok not in known:
            _print_actie(console, blok.actie, shown, "      ", _after(blok))


def _print_actie(
    console: "Console", row: Actieregel, shown: set[tuple[str, int]], indent: str, after: str = ""
) -> None:
    """An action with who is asked and by when; the second time in a block by its id alone."""
    name = row.actie or "----"
    if _key(row) in shown:
        paragraph(console, f"{indent}{name}  ", f"zie boven{after}")
        return
    shown.add(_key(row))
    late = (row.dagen_te_laat or 0) > 0
    quick = " (snel succes)" if row.snel_succes else ""
    paragraph(console, f"{indent}{name}  ", row.wat + quick + after, "red" if late else "")
    when = f"uiterlijk {row.uiterlijk} ({in_days(row.dagen_te_laat or 0)})" if row.uiterlijk else "geen datum"
    parts = [row.eigenaar or NOG_TOE_TE_DELEN, when]
    parts += [f"wacht op {row.wacht_op}"] if row.wacht_op else []
    parts += [row.opmerking] if row.opmerking else []
    paragraph(console, f"{indent}      ", ", ".join(parts))


def _key(row: Actieregel) -> tuple[str, int]:
    return (row.leefgebied, row.plaats)


def _after(blok: Blok) -> str:
    """What comes after the action, or why it does not come about."""
    ids = [row.actie or "----" for row in blok.weg]
    if blok.kring:
        return f"; deze acties wachten op elkaar: {', '.join(ids)}"
    in_vain = f"; wacht op {', '.join(blok.kan_niet)}, en dat kan niet" if blok.kan_niet else ""
    steps = [f"{row.actie or '----'} ({_domain(row.leefgebied)})" for row in blok.weg[1:]]
    return in_vain + (f"; daarna {', dan '.join(steps)}" if steps else "")


def _domain(naam: str) -> str:
    return LEEFGEBIEDEN.get(naam, naam.replace("_", " "))


def _evidence(one: Voorwaarde) -> str:
    """A basisvoorwaarde that is in order: ``identiteitsbewijs (gezien 2026-05-20, geldig tot 2036-05-19)``."""
    if one.oordeel is Oordeel.NVT:
        return f"{LEEFGEBIEDEN[one.leefgebied]} (niet van toepassing)"
    until = f", geldig tot {one.geldig_tot}" if one.geldig_tot else ""
    return f"{LEEFGEBIEDEN[one.leefgebied]} (gezien {one.gezien}{until})"


def _standing(one: Voorwaarde) -> str:
    """How a basisvoorwaarde that is not in order stands, and why nothing is being done."""
    if one.oordeel is Oordeel.ZONDER_BEWIJS:
        out = f"; dat geldt maar tot {one.geldig_tot}" if one.geldig_tot and one.gezien else ""
        return f"zonder bewijs: op orde volgens het dossier{out}"
    if one.oordeel is Oordeel.GEWEIGERD:
        return f"geweigerd: {_REDENEN[ZonderActie.GEWEIGERD]} ({_stand(one)})"
    if one.stand == Stand.ONBEKEND and one.hulpvraag == Hulpvraag.ONBEKEND and one.reden:
        return _REDENEN[one.reden]
    return _stand(one) + (f"; {_REDENEN[one.reden]}" if one.reden else "")


def _stand(one: Voorwaarde) -> str:
    return "stand niet bekend" if one.stand == Stand.ONBEKEND else Stand(one.stand).kort
