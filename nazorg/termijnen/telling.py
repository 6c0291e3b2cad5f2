"""The start of a term and its count, before anything shortens, suspends or extends it."""

from dataclasses import replace
from datetime import date

from nazorg.begrippen.keuzes import Telrichting
from nazorg.begrippen.termen import Duur, Regelterm, Term
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.termijnen.ankers import anchor_date, unknown_anchor
from nazorg.termijnen.awt import TERUGGETELD, why_excluded
from nazorg.termijnen.gemeente import duration_of
from nazorg.termijnen.regel import Regel
from nazorg.termijnen.regelboek import GEEN_AWT_AFSPRAAK, Onbepaald, find_rule
from nazorg.termijnen.stap import Stap, Stapsoort
from nazorg.termijnen.tellen import add_duration
from nazorg.termijnen.uitkomst import Deadline, undetermined
from nazorg.termijnen.werkdagen import Werkkalender

_TE_LANG = Onbepaald("de termijn is te lang om te rekenen", "Schrijf hier een kortere termijn, of een datum.")


def counts_back(term: Term | Regelterm, regel: Regel | None) -> bool:
    """Whether ``term``, which ``regel`` sets where it names one, counts back from its day."""
    if regel is not None:
        return regel.richting is Telrichting.TERUG
    return isinstance(term, Term) and term.terug


def count_term(
    term: Term | Regelterm, dossier: Dossier, instellingen: Instellingen, kalender: Werkkalender
) -> Deadline:
    """The day that ``term`` comes to in ``dossier``, or why it comes to none."""
    if isinstance(term, Term):
        anchor = anchor_date(term.anker, term.terug, dossier)
        if anchor is None:
            return undetermined(unknown_anchor(term.anker))
        bare = Deadline(
            None,
            opschortbaar=not term.terug,
            geen_awt=TERUGGETELD if term.terug else GEEN_AWT_AFSPRAAK,
            stappen=(Stap(anchor.datum, anchor.omschrijving, Stapsoort.BEGIN, anchor.reden),),
        )
        return _count(bare, anchor.datum, term.duur, kalender, back=term.terug)
    regel = find_rule(term.regel, term.vanaf, instellingen)
    if isinstance(regel, Onbepaald):
        return undetermined(regel, term.vanaf)
    return _counted_by_rule(regel, term.vanaf, dossier, instellingen, kalender)


def _counted_by_rule(
    regel: Regel, start: date, dossier: Dossier, instellingen: Instellingen, kalender: Werkkalender
) -> Deadline:
    found = duration_of(regel, start, dossier.gemeente, instellingen, kalender)
    if isinstance(found, Onbepaald):
        return undetermined(found, start, regel)
    back = regel.richting is Telrichting.TERUG
    duur, ceiling = found
    steps = [Stap(start, regel.vanaf or f"begin van {regel.naam}", Stapsoort.BEGIN, "zo staat het in het dossier")]
    if ceiling:
        steps.append(Stap(start, ceiling, Stapsoort.HOOGUIT))
    bare = Deadline(
        None,
        opschortbaar=regel.opschortbaar and not back,
        regel=regel,
        geen_awt=regel.geen_awt or (TERUGGETELD if back else why_excluded(duur)),
        stappen=tuple(steps),
    )
    return _count(bare, start, duur, kalender, back=back)


def _count(bare: Deadline, start: date, duur: Duur, kalender: Werkkalender, *, back: bool) -> Deadline:
    try:
        day = add_duration(start, duur, kalender, -1 if back else 1)
    except OverflowError:
        return undetermined(_TE_LANG, start, bare.regel)
    counted = Stap(day, f"{duur.in_words()} {'terug' if back else 'verder'}", Stapsoort.TELLING)
    return replace(bare, datum=day, geteld_vanaf=start, duur=duur, stappen=(*bare.stappen, counted))
