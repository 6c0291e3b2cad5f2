"""The command that writes an agenda: agenda."""

import sys
from typing import TYPE_CHECKING, Annotated

from nazorg.begrippen.datums import read_datum
from nazorg.begrippen.keuzes import Overlegsoort
from nazorg.cli.globaal import Globaal
from nazorg.cli.partneragenda import Partnervraag, write_for_partners
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.uitvoer import write_output
from nazorg.cli.vormen import Tekstvorm, choose_tekstvorm
from nazorg.cli.waarden import read_choice, read_value
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from nazorg.agenda import Agenda, Terugblik
    from nazorg.overleg import Overleg
    from nazorg.register import Register

GOED, ONVOLLEDIG = 0, 3


def agenda(
    globaal: Globaal,
    overleg: Annotated[str, Argument(metavar="[OVERLEG]", help="Naam van het overleg, of een uniek begin ervan.")] = "",
    datum: Annotated[str, Option("--datum", metavar="DATUM", help="Zonder OVERLEG: de dag van het overleg.")] = "",
    gemeente: Annotated[
        list[str] | None,
        Option("--gemeente", metavar="NAAM", help="Zonder OVERLEG: dossiers van deze gemeente; mag vaker."),
    ] = None,
    soort: Annotated[
        str,
        Option(
            "--soort",
            metavar="casusoverleg|regieoverleg|ontslagoverleg",
            help="Zonder OVERLEG: wat voor overleg; anders regieoverleg.",
        ),
    ] = "",
    sjabloon: Annotated[
        str,
        Option(
            "--sjabloon", metavar="NAAM", help="Een ander sjabloon dan dat van de soort, bijvoorbeeld casusoverleg.en."
        ),
    ] = "",
    vorm: Tekstvorm = "",
    uitvoer: Annotated[
        str,
        Option(
            "-o",
            "--uitvoer",
            metavar="BESTAND",
            help="Schrijf naar dit bestand (bij --alle-partners: naar deze map); anders op het scherm.",
        ),
    ] = "",
    voor: Annotated[str, Option("--voor", metavar="PARTNER", help="Alleen wat deze partner mag zien.")] = "",
    alle_partners: Annotated[
        bool, Option("--alle-partners", help="Voor elke partner aan tafel een eigen agenda, in de map achter -o.")
    ] = False,
    verantwoording: Annotated[
        bool, Option("--verantwoording", help="Ook, voor u alleen, wat er voor een partner af is, en waarom.")
    ] = False,
    vastleggen: Annotated[
        bool, Option("--vastleggen", help="Zet in het register van elk dossier wat de partner te zien krijgt.")
    ] = False,
    door: Annotated[str, Option("--door", metavar="REGISSEUR", help="Wie verstrekt; anders u, zoals git u kent.")] = "",
    context: Annotated[
        bool, Option("--context", help="Toon als JSON wat een sjabloon krijgt, in plaats van de agenda.")
    ] = False,
) -> int:
    """De agenda van een overleg, in markdown, HTML of Word.

    Van een overleg uit de map overleggen, of zonder dat: een voorstel uit de lopende dossiers van een of meer
    gemeenten. Op een voorstel staat wat te laat is, nog toe te delen is, of binnen zes weken na het overleg vrijkomt.
    Wat er veranderde sinds het vorige overleg van deze soort, komt uit git.

    Met --voor staat er alleen op waar die partner aan tafel voor zit, en wat hij op grond van de wet, een toestemming
    of uw convenant mag weten; een dossier zonder grondslag ontbreekt. Geef een partner nooit de gewone agenda.
    """
    from nazorg.output.agenda import missing_lines, render_agenda, write_context
    from nazorg.output.vorm import in_form

    form = choose_tekstvorm(globaal, vorm, uitvoer)
    vraag = Partnervraag(voor, alle_partners, verantwoording, vastleggen, door)
    vraag.refuse_alone()
    register = globaal.register
    proposal = bool(datum or gemeente or soort)
    if overleg and proposal:
        raise UsageError(
            "Een overleg heeft al een datum, gemeenten en een soort.",
            "Geef OVERLEG, of --datum en --gemeente; niet allebei.",
        )
    made = _from_file(globaal, overleg) if overleg else _proposed(globaal, datum, gemeente or [], soort)
    if context:
        write_context(sys.stdout, _for_one(register, made, voor))
    elif vraag:
        write_for_partners(globaal, made, vraag, sjabloon, form, uitvoer)
    else:
        text = render_agenda(made, register.bron, sjabloon)
        write_output(globaal, uitvoer, in_form(text, form, register.bron, sjabloon), "de agenda")
    for line in missing_lines(made):
        print(f"nazorg: {line}", file=sys.stderr)
    return ONVOLLEDIG if made.ontbrekend else GOED


def _for_one(register: "Register", made: "Agenda", voor: str) -> "Agenda":
    """What a template gets for the partner ``voor``; all of it without one."""
    from nazorg.agenda.verstrekken import agendas_for

    if not voor:
        return made
    partner = read_choice("--voor", voor, register.instellingen.partners)
    return agendas_for(register, made, [partner])[0].agenda


def _from_file(globaal: Globaal, name: str) -> "Agenda":
    from nazorg.agenda import make_agenda

    overleg = read_found(globaal.register, name)
    return make_agenda(globaal.register, overleg, terugblik=back_from(globaal, overleg))


def read_found(register: "Register", name: str) -> "Overleg":
    """The consultation that ``name`` means. Raises ``UsageError`` when there is none, or it cannot be read."""
    gelezen = register.overleg(register.find_overleg(name))
    if gelezen.waarde is None:
        first = gelezen.reden
        raise UsageError(
            f"Het overleg {gelezen.path} is niet te lezen (regel {first.span.line}: {first.message})",
            f"Kijk het na met: nazorg controleer {gelezen.path}",
        )
    return gelezen.waarde


def back_from(globaal: Globaal, overleg: "Overleg") -> "Terugblik":
    """What went before ``overleg``, up to ``--versie`` where that is asked for."""
    from nazorg.agenda import look_back

    start = globaal.open_versie("--versie", globaal.versie).commit if globaal.versie else None
    return look_back(globaal.register, overleg, globaal.werkmap.root, start)


def _proposed(globaal: Globaal, datum: str, gemeenten: list[str], soort: str) -> "Agenda":
    from dataclasses import replace

    from nazorg.agenda import make_agenda, points_for, propose_overleg
    from nazorg.overleg import Overleg

    register = globaal.register
    if not (datum or gemeenten or soort):
        raise UsageError("Van welk overleg?", _how(register))
    if not datum or not gemeenten:
        lacking = [option for option, given in (("--datum", datum), ("--gemeente", gemeenten)) if not given]
        raise UsageError(
            f"Voor een voorstel ontbreekt {' en '.join(lacking)}.",
            "Bijvoorbeeld: --datum 2026-11-26 --gemeente Leiden --soort regieoverleg",
        )
    day = read_value("--datum", datum, read_datum)
    kind = read_soort(soort)
    places = tuple(dict.fromkeys(read_gemeente(register, naam) for naam in gemeenten))
    empty = Overleg(overleg=f"{day}-{kind}", soort=kind, datum=day, gemeenten=places)
    terugblik = back_from(globaal, empty)
    points = points_for(propose_overleg(register, empty, terugblik))
    return make_agenda(register, replace(empty, dossiers=points), register.onleesbaar, terugblik)


def read_soort(soort: str) -> Overlegsoort:
    """``--soort``. Raises ``UsageError``."""
    return Overlegsoort(read_choice("--soort", soort or Overlegsoort.REGIEOVERLEG, [str(one) for one in Overlegsoort]))


def read_gemeente(register: "Register", typed: str) -> str:
    """The gemeente as the region writes it."""
    known = {naam.casefold(): naam for naam in register.instellingen.gemeenten}
    found = known.get(typed.casefold(), typed)
    return read_choice("--gemeente", found, known.values()) if known else found


def _how(register: "Register") -> str:
    names = [path.rpartition("/")[2].rpartition(".")[0] for path in register.overleg_paths[-5:]]
    own = f"Er zijn: {', '.join(names)}. Of maak" if names else "Maak"
    return f"{own} een voorstel met --datum DATUM --gemeente NAAM."
