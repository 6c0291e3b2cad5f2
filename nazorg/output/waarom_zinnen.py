"""The sentences of an explanation: what a coordinator can tell a lawyer about a deadline, in the order of the count."""

from collections.abc import Iterator
from datetime import date

from nazorg.begrippen.datums import dag_in_woorden, datum_in_woorden
from nazorg.begrippen.keuzes import Telrichting
from nazorg.begrippen.termen import Regelterm, Term
from nazorg.output.acties import in_days
from nazorg.output.tekst import count
from nazorg.termijnen import Deadline, Regel, Stap, Stapsoort
from nazorg.waarom import Uitleg, Voorganger, Waarom

Rij = tuple[str, str]
"""A label, and what there is to say under it."""

_KOPPEN = {
    Stapsoort.BEGIN: "Begin",
    Stapsoort.HOOGUIT: "Begrensd",
    Stapsoort.TELLING: "Geteld",
    Stapsoort.INGEKORT: "Ingekort",
    Stapsoort.OPGESCHORT: "Opgeschort",
    Stapsoort.AWT: "Verlengd",
    Stapsoort.VERVALLEN: "Vervallen",
}
_ZONDER_DAG = frozenset({Stapsoort.HOOGUIT, Stapsoort.AWT, Stapsoort.VERVALLEN})
"""Steps whose words name the day themselves, or have none of their own."""


def told(uitleg: Uitleg) -> Iterator[Rij]:
    """Everything there is to say of ``uitleg`` but the conclusion."""
    actie, deadline = uitleg.actie, uitleg.deadline
    if deadline is not None:
        yield "Er staat", f"uiterlijk: {actie.uiterlijk}"
        yield from _rule(deadline)
        yield from _count(uitleg, deadline)
        yield from _suspension(uitleg, deadline)
        yield from _awt(deadline)
        if deadline.vervalt_bij_vrijlating:
            yield "Vervalt", "bij vrijlating: de termijn bindt de inrichting."
    if uitleg.niet_voor is not None:
        yield "Niet voor", _not_before(uitleg)
    if actie.wacht_op:
        yield "Wacht op", actie.wacht_op
    for one in uitleg.voorgangers:
        yield "Komt na", _before(one, deadline.datum if deadline else None)


def conclusion(waarom: Waarom, uitleg: Uitleg) -> str:
    """What it all comes to, in one line."""
    actie, deadline = uitleg.actie, uitleg.deadline
    if not actie.is_onaf:
        return _finished(uitleg)
    if deadline is None:
        return f"er is geen uiterste dag afgesproken{_not_yet(waarom, uitleg)}."
    if deadline.onbepaald:
        return f"er is geen dag te noemen: {deadline.onbepaald}. {deadline.remedie}"
    if deadline.vervallen:
        return "de termijn is vervallen bij de vrijlating; de actie is niet te laat."
    if deadline.opgeschort:
        since = datum_in_woorden(deadline.opgeschort.van)
        return f"er is nu geen uiterste dag: de termijn staat stil sinds {since} en is nog niet hervat."
    assert deadline.datum is not None  # every other deadline has a day
    days = in_days((waarom.peildatum - deadline.datum).days)
    ends = f"uiterlijk {dag_in_woorden(deadline.datum)} ({days}){_not_yet(waarom, uitleg)}"
    return ends + (
        "." if waarom.dossier.loopt else "; het dossier loopt niet meer, dus de actie telt niet als te laat."
    )


def _finished(uitleg: Uitleg) -> str:
    actie = uitleg.actie
    if actie.gedaan_op is None:
        return f"de actie hoeft niet meer: {actie.status.kort}."
    day = uitleg.deadline.datum if uitleg.deadline else None
    done = f"gedaan op {dag_in_woorden(actie.gedaan_op)}"
    if day is None:
        return f"{done}."
    late = (actie.gedaan_op - day).days
    when = f"{count(late, 'dag', 'dagen')} na" if late > 0 else "op tijd voor"
    return f"{done}: {when} de uiterste dag, {dag_in_woorden(day)}."


def _not_yet(waarom: Waarom, uitleg: Uitleg) -> str:
    first = uitleg.niet_voor.datum if uitleg.niet_voor else None
    return f", en niet voor {dag_in_woorden(first)}" if first and first > waarom.peildatum else ""


def _rule(deadline: Deadline) -> Iterator[Rij]:
    """Which rule sets the term, on what it rests, and who is bound."""
    regel = deadline.regel
    if regel is None:
        if deadline.stappen:
            kind = "een termijn" if deadline.duur else "een datum"
            yield "Regel", f"{kind} die in dit dossier is afgesproken; geen termijn van de wet."
        return
    yield "Regel", f"{regel.id}: {regel.naam}{', een afspraak van de regio' if regel.is_afspraak else ''}."
    if regel.artikel:
        yield "Artikel", f"{regel.artikel}."
    checked = f"; {regel.nagegaan.omschrijving}" if regel.nagegaan else ""
    yield "Bron", f"{regel.bron}{checked}."
    if regel.toelichting:
        yield "Let op", f"{regel.toelichting}."
    if regel.geldig_van or regel.geldig_tot:
        yield "Geldig", _valid(regel)
    if regel.bindt:
        yield "Bindt", f"{regel.bindt.omschrijving}."


def _valid(regel: Regel) -> str:
    since = f"vanaf {datum_in_woorden(regel.geldig_van)}" if regel.geldig_van else ""
    until = f"tot en met {datum_in_woorden(regel.geldig_tot)}" if regel.geldig_tot else ""
    return f"deze termijn geldt voor wat begint {' '.join(filter(None, (since, until)))}."


def _count(uitleg: Uitleg, deadline: Deadline) -> Iterator[Rij]:
    """The start and the count, and that it was shortened."""
    for step in deadline.stappen:
        if step.soort is Stapsoort.BEGIN and deadline.duur is None:
            agreed = uitleg.actie.afgesproken
            when = f", afgesproken op {datum_in_woorden(agreed)}" if agreed else ""
            yield "Datum", f"{dag_in_woorden(step.datum)}{when}."
        elif step.soort is Stapsoort.BEGIN:
            yield _KOPPEN[step.soort], _start(uitleg.actie.uiterlijk, deadline, step)
        elif step.soort not in (Stapsoort.OPGESCHORT, Stapsoort.AWT, Stapsoort.VERVALLEN):
            yield _KOPPEN[step.soort], _step(step)


def _start(uiterlijk: object, deadline: Deadline, step: Stap) -> str:
    words = f"{dag_in_woorden(step.datum)}: {step.omschrijving}"
    if step.reden:
        words += f"; {step.reden}"
    forward = deadline.duur is not None and not (
        (isinstance(uiterlijk, Term) and uiterlijk.terug)
        or (isinstance(uiterlijk, Regelterm) and deadline.regel and deadline.regel.richting is Telrichting.TERUG)
    )
    return f"{words}. Die dag zelf telt niet mee." if forward else f"{words}."


def _step(step: Stap) -> str:
    if step.soort in _ZONDER_DAG:
        return f"{step.omschrijving}."
    words = step.omschrijving.removeprefix(f"{_KOPPEN[step.soort].lower()}").lstrip(": ")
    return f"{words} → {dag_in_woorden(step.datum)}."


def _suspension(uitleg: Uitleg, deadline: Deadline) -> Iterator[Rij]:
    if not uitleg.actie.opschorting or not deadline.stappen:
        return
    if not deadline.opschortbaar:
        regel = deadline.regel
        by_law = regel is not None and not regel.is_afspraak
        why = "deze termijn van de wet is niet op te schorten" if by_law else "deze termijn loopt door"
        yield "Opschorting", f"telt hier niet: {why}."
        return
    steps = [step for step in deadline.stappen if step.soort is Stapsoort.OPGESCHORT]
    for step in steps:
        yield _KOPPEN[step.soort], _step(step)
    if deadline.opgeschort:
        yield _KOPPEN[Stapsoort.OPGESCHORT], f"sinds {dag_in_woorden(deadline.opgeschort.van)}, en niet hervat."
    elif len(steps) < len(uitleg.actie.opschorting):
        yield "Opschorting", "wat buiten de termijn valt, of samenvalt met een andere, telt niet nog eens mee."
    if deadline.regel is not None and deadline.regel.opschorting:
        yield "Grond", f"{deadline.regel.opschorting}."
    for one in uitleg.actie.opschorting:
        if one.reden:
            yield "Reden", f"vanaf {datum_in_woorden(one.van)}: {one.reden}"


def _awt(deadline: Deadline) -> Iterator[Rij]:
    """What the Awt did, or why it did nothing; of an agreement only where the day is one that it would have moved."""
    steps = [step for step in deadline.stappen if step.soort is Stapsoort.AWT]
    for step in steps:
        yield _KOPPEN[step.soort], f"{step.omschrijving}."
    if deadline.vervallen:
        last = deadline.stappen[-1]
        yield _KOPPEN[last.soort], f"{last.omschrijving}."
    if steps or deadline.datum is None:
        return
    if deadline.geen_awt:
        by_law = deadline.regel is not None and not deadline.regel.is_afspraak
        if deadline.valt_op:
            yield "Blijft staan", f"valt op {deadline.valt_op} en verschuift niet: {deadline.geen_awt}."
        elif by_law:
            yield "Verlengd", f"nee: {deadline.geen_awt}."
    else:
        yield "Verlengd", "nee: de termijn eindigt op een werkdag en bevat er genoeg (Awt art. 1 en 2)."


def _not_before(uitleg: Uitleg) -> str:
    first, written = uitleg.niet_voor, uitleg.actie.niet_voor
    assert first is not None
    if first.datum is None:
        return f"{written}: {first.onbepaald}. {first.remedie}"
    if not isinstance(written, Term | Regelterm):
        return f"{dag_in_woorden(first.datum)}: zo afgesproken."
    way = "; ".join(
        step.omschrijving + (f" ({dag_in_woorden(step.datum)})" if step.soort is Stapsoort.BEGIN else "")
        for step in first.stappen
    )
    law = f" {_law(first.regel)}" if first.regel else ""
    return f"{dag_in_woorden(first.datum)} ({written}): {way}.{law}"


def _law(regel: Regel) -> str:
    said = f"{regel.id}: {regel.naam}; {regel.artikel or regel.bron}"
    checked = f"; {regel.nagegaan.omschrijving}" if regel.nagegaan else ""
    note = f"; {regel.toelichting}" if regel.toelichting else ""
    return f"{said}{checked}{note}."


def _before(one: Voorganger, deadline: date | None) -> str:
    """What comes first; with a word where it need not be done before ``deadline``, that of the action itself."""
    actie = one.actie
    name = f"{actie.id} ({actie.wat})"
    if not actie.is_onaf:
        day = f" op {datum_in_woorden(actie.gedaan_op)}" if actie.gedaan_op else ""
        return f"{name}: {actie.status.kort}{day}, dus daar wacht het niet meer op."
    parts = [
        actie.eigenaar or "nog toe te delen",
        f"uiterlijk {dag_in_woorden(one.uiterlijk)}" if one.uiterlijk else "zonder uiterste dag",
    ]
    lead = "" if one.diepte == 1 else "en dat weer na "
    if one.uiterlijk and deadline and one.uiterlijk > deadline:
        parts.append("later dan deze actie zelf")
    tail = "; daar begint het" if one.wortel else "; dat wacht in een kring" if one.kring else ""
    return f"{lead}{name}: {', '.join(parts)}{tail}."
