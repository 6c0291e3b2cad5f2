"""The minutes of a consultation as text: an empty one to fill in, what filled in ones would do, and the result."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from nazorg.agenda import Actiepunt, Agenda, Agendadossier, Notulen
from nazorg.begrippen.datums import dag_in_woorden, datum_in_woorden
from nazorg.begrippen.indeling import Bestandsoort
from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.diagnostics.tekst import visible
from nazorg.output.gebeurtenissen import sentence
from nazorg.output.wijziging import say, say_changes, say_kept

if TYPE_CHECKING:
    from nazorg.begrippen.bron import Bron
    from nazorg.register.wijziging import Vastlegging
    from nazorg.wijzigen.verslag import Leesfout

_UITLEG = """\
> Vul in achter de dubbele punt. Wat u leeg laat, verandert niet. Een regel met > ervoor wordt niet gelezen.
> Bij een kop mogen meer besluiten en acties staan: zet er regels bij. Een lange tekst loopt door op de volgende regel.
> gedaan: ja, of wat het opleverde. uitstel en uiterlijk: een datum als 2026-12-01 of een termijn als ontslag - 2w.
> eigenaar en wie: een partner of regisseur uit nazorg.yaml, of betrokkene. vervalt: ja als de actie niet meer hoeft.
> stand: acuut, niet_op_orde, loopt, op_orde, nvt of onbekend. Een ander leefgebied: zet er zelf een kop ### bij.
> Klaar? Bewaar dit bestand en geef de opdracht: nazorg overleg verslag {overleg} --uit BESTAND
"""


def empty_minutes(agenda: Agenda) -> str:
    """Minutes to fill in during the consultation: per dossier and leefgebied what there is, and room for the rest."""
    kind = f"{agenda.soort.capitalize()} {', '.join(agenda.gemeenten)}, {dag_in_woorden(agenda.datum)}"
    lines = [
        f"# Verslag {agenda.overleg}",
        "",
        f"> {kind}",
        *_UITLEG.format(overleg=agenda.overleg).splitlines(),
        "",
        f"> Genodigd: {', '.join(one.partner for one in agenda.deelnemers) or 'niemand genoemd'}",
        "aanwezig:",
        "volgende:",
    ]
    for punt in agenda.punten:
        lines += ["", *_of_dossier(punt)]
    return "\n".join(visible(line) for line in lines) + "\n"


def explanations(text: str) -> list[str]:
    """The lines of ``text`` that are not read."""
    return [line for line in text.splitlines() if line.startswith(">")]


def heading(punt: Agendadossier) -> str:
    """The line above what is said of a dossier."""
    return f"## {punt.nummer}. {punt.dossier}"


def situation_lines(punt: Agendadossier) -> Iterator[str]:
    """How a dossier stands, for who takes the minutes on a terminal."""
    for domain in punt.leefgebieden:
        if domain.te_bespreken or domain.acties:
            yield f"  {_words(domain.leefgebied)}: {domain.stand.replace('_', ' ')}"
            yield from (f"    {_of_action(actie)}" for actie in domain.acties)
    yield from (f"  Vorige keer besloten: {besluit.besluit}" for besluit in punt.besluiten)


def fault_lines(path: str, faults: Iterable["Leesfout"]) -> Iterator[str]:
    """Every place that could not be understood, with what to do."""
    for one in faults:
        yield visible(f"{path}:{one.regel}:{one.kolom}: {one.melding}")
        yield visible(f"  → {one.raad}")


def print_minutes(out: TextIO, made: "Vastlegging", *, stil: bool) -> None:
    """What the minutes do to each dossier and to the consultation, and whether that was written."""
    if made.is_niets:
        say(out, ["Alles uit dit verslag staat al in de dossiers; er verandert niets."])
        return
    for one in made.gewijzigd:
        say(out, [one.nummer])
        if not stil:
            say_changes(out, one)
    if not made.overleg.is_niets:
        say(out, [made.overleg.overleg.overleg])
        if not stil:
            say(out, (f"- {sentence(one, Bestandsoort.OVERLEG)}" for one in made.overleg.wijzigingen))
    if made.vastgelegd is not None:
        say_kept(out, made.vastgelegd)


def render_notulen(notulen: Notulen, bron: "Bron", sjabloon: str = "") -> str:
    """The minutes as markdown, by the template ``sjabloon`` (``verslag``). Raises ``UsageError``."""
    from nazorg.output.sjabloon import Sjablonen, plain, render
    from nazorg.output.sjabloon.vindplaats import VERSLAG

    sjablonen = Sjablonen(bron, VERSLAG)
    return render(sjablonen, sjablonen.choose(sjabloon or VERSLAG), plain(notulen))


def _of_dossier(punt: Agendadossier) -> Iterator[str]:
    yield heading(punt)
    for besluit in punt.besluiten:
        yield f"> vorige keer besloten: {besluit.besluit}"
    yield "besluit:"
    for domain in punt.leefgebieden:
        if not (domain.te_bespreken or domain.basisvoorwaarde):
            continue
        yield ""
        yield f"### {domain.leefgebied} (nu {domain.stand.replace('_', ' ')})"
        yield "stand:"
        for actie in domain.acties:
            yield f"> {_of_action(actie)}"
            if actie.actie:
                yield from (f"{field} {actie.actie}:" for field in ("gedaan", "uitstel"))
                if actie.eigenaar is None:
                    yield f"eigenaar {actie.actie}:"
        yield from ("besluit:", "actie:", "  wie:", "  uiterlijk:")


def _of_action(actie: Actiepunt) -> str:
    when = f"uiterlijk {datum_in_woorden(actie.uiterlijk)}" if actie.uiterlijk else "geen datum"
    late = f", {actie.dagen_te_laat} dagen te laat" if (actie.dagen_te_laat or 0) > 0 else ""
    quick = ", snel succes" if actie.snel_succes else ""
    return f"{actie.actie or '(zonder id)'}  {actie.wat} — {actie.eigenaar_naam}, {when}{late}{quick}"


def _words(naam: str) -> str:
    return LEEFGEBIEDEN.get(naam, naam.replace("_", " "))
