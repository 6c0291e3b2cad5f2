"""The command about consultations themselves: overleg, with nieuw, zet-op and verslag."""

import sys
from typing import TYPE_CHECKING, Annotated

from nazorg.begrippen.datums import read_datum, read_tijd
from nazorg.begrippen.velden import read_getal
from nazorg.cli.agenda import back_from, read_gemeente, read_soort
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.waarden import read_choice, read_value
from nazorg.cli.wijziging import GOED, Droog, known_as, need_read, telling
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from nazorg.agenda import Voorstel
    from nazorg.overleg import Overleg
    from nazorg.register import Register

DOEN = ("nieuw", "zet-op", "verslag")
_VAN = {
    "nieuw": ("gemeente", "soort", "tijd", "eindtijd", "plaats", "voorzitter", "partner", "volgende", "naam", "droog"),
    "zet-op": ("overleg", "minuten", "partner", "droog"),
    "verslag": ("leeg", "uit", "toon", "sjabloon", "vorm", "uitvoer", "droog"),
}
"""Which options belong to what is done."""


def overleg(
    globaal: Globaal,
    doen: Annotated[
        str, Argument(metavar="[nieuw|zet-op|verslag]", help="Zonder iets: welke overleggen er zijn.")
    ] = "",
    waarvan: Annotated[
        list[str] | None,
        Argument(metavar="[OVERLEG …]", help="Bij nieuw: de datum. Bij zet-op: de dossiers. Bij verslag: het overleg."),
    ] = None,
    gemeente: Annotated[
        list[str] | None, Option("--gemeente", metavar="NAAM", help="nieuw: waar het over gaat; mag vaker.")
    ] = None,
    soort: Annotated[
        str,
        Option("--soort", metavar="casusoverleg|regieoverleg|ontslagoverleg", help="nieuw: anders regieoverleg."),
    ] = "",
    tijd: Annotated[str, Option("--tijd", metavar="TIJD", help="nieuw: hoe laat het begint, zoals 10:00.")] = "",
    eindtijd: Annotated[
        str, Option("--eindtijd", metavar="TIJD", help="nieuw: wanneer het klaar is; de punten krijgen die tijd.")
    ] = "",
    plaats: Annotated[str, Option("--plaats", metavar="TEKST", help="nieuw: waar het is.")] = "",
    voorzitter: Annotated[
        str, Option("--voorzitter", metavar="REGISSEUR", help="nieuw: wie voorzit; anders uzelf.")
    ] = "",
    partner: Annotated[
        list[str] | None,
        Option("--partner", metavar="PARTNER", help="Wie er aan tafel zit; anders wie betrokken is. Mag vaker."),
    ] = None,
    volgende: Annotated[str, Option("--volgende", metavar="DATUM", help="nieuw: de dag van het overleg daarna.")] = "",
    naam: Annotated[
        str, Option("--naam", metavar="TEKST", help="nieuw: wat er achter de datum komt; anders de gemeente.")
    ] = "",
    waarop: Annotated[
        str, Option("--overleg", metavar="OVERLEG", help="zet-op: op welk; anders het eerste van die gemeente.")
    ] = "",
    minuten: Annotated[str, Option("--minuten", metavar="AANTAL", help="zet-op: hoeveel tijd het krijgt.")] = "",
    leeg: Annotated[bool, Option("--leeg", help="verslag: een leeg verslag om in te vullen.")] = False,
    uit: Annotated[str, Option("--uit", metavar="BESTAND", help="verslag: lees een ingevuld verslag.")] = "",
    toon: Annotated[bool, Option("--toon", help="verslag: het verslag zelf, uit de dossiers.")] = False,
    sjabloon: Annotated[
        str, Option("--sjabloon", metavar="NAAM", help="verslag --toon: een ander sjabloon dan verslag.")
    ] = "",
    vorm: Annotated[
        str,
        Option(
            "--vorm",
            metavar="markdown|html|docx",
            help="verslag --toon: anders wat de naam achter -o zegt; zonder dat markdown.",
        ),
    ] = "",
    uitvoer: Annotated[
        str, Option("-o", "--uitvoer", metavar="BESTAND", help="verslag --leeg of --toon: naar dit bestand.")
    ] = "",
    droog: Droog = False,
) -> int:
    """Overleggen: er een maken, er een dossier op zetten, en vastleggen wat er besloten is.

    'nieuw' stelt dossiers voor, elk met de reden. 'zet-op' zet er zelf een op. 'verslag' vraagt op een terminal per
    dossier wat er besloten en afgesproken is; of vul het lege verslag in (--leeg) en lees het daarna in (--uit). Alles
    komt als één wijziging in de dossiers, en u ziet het eerst.
    """
    if doen and doen not in DOEN:
        read_choice("overleg", doen, DOEN)
    given = {name: value for name, value in locals().items() if name != "globaal"}
    for param, value in given.items():
        option = "overleg" if param == "waarop" else param
        fits = [name for name, names in _VAN.items() if option in names]
        if value and fits and doen not in fits:
            raise UsageError(f"--{option} hoort bij: nazorg overleg {' of '.join(fits)}.", "Zie nazorg overleg --help.")
    words = waarvan or []
    if doen == "nieuw":
        return _new(globaal, words, given)
    if doen == "zet-op":
        return _put_on(globaal, words, waarop, minuten, partner or [], droog=droog)
    if doen == "verslag":
        from nazorg.cli.verslag import Toonvraag, minutes

        shown = Toonvraag(sjabloon, vorm, uitvoer)
        return minutes(globaal, words, shown, leeg=leeg, uit=uit, toon=toon, droog=droog)
    return _list(globaal)


def _list(globaal: Globaal) -> int:
    from nazorg.output.overleg import overleg_lines, write_overleggen_tsv
    from nazorg.output.wijziging import say

    register = globaal.register
    read = [register.overleg(path) for path in register.overleg_paths]
    found = [one.waarde for one in read if one.waarde is not None]
    if globaal.is_terminal:
        say(sys.stdout, overleg_lines(found))
    else:
        write_overleggen_tsv(sys.stdout, found)
    left_out = [one.path for one in read if one.waarde is None]
    for path in left_out:
        print(f"nazorg: {path} is niet te lezen; kijk het na met: nazorg controleer {path}", file=sys.stderr)
    if not read and not globaal.stil:
        print("nazorg: er zijn nog geen overleggen; maak er een met: nazorg overleg nieuw", file=sys.stderr)
    return 3 if left_out else GOED


def _new(globaal: Globaal, words: list[str], given: dict[str, object]) -> int:
    from nazorg.output.overleg import proposal_lines
    from nazorg.output.wijziging import say, say_kept
    from nazorg.register.wijziging import create_overleg
    from nazorg.wijzigen import overleg_text

    if len(words) > 1:
        raise UsageError(f"Er staat te veel: {' '.join(words[1:])}.", "Zie nazorg overleg --help.")
    day = need_read(
        words[0] if words else "", "DATUM", "Op welke dag?", lambda one: read_value("DATUM", one, read_datum)
    )
    made, why = _proposed(globaal, day, given)
    pad, data = overleg_text(made)
    lines = [f"Op de agenda van {made.overleg} ({made.soort}), en waarom:", *proposal_lines(made, why)]
    if given.get("droog"):
        print(data.decode(), end="")
        say(sys.stderr, [*lines, "nazorg: er is niets geschreven."])
        return GOED
    done = create_overleg(globaal.register, pad, data)
    with telling(done.vastgelegd, f"nazorg agenda {made.overleg}"):
        print(f"Het overleg staat in {pad}.")
        if not globaal.stil:
            say(sys.stdout, lines)
            say(sys.stdout, (f"  {one.severity} {one.code}: {one.message}" for one in done.bevindingen))
            say_kept(sys.stdout, done.vastgelegd)
    for one in globaal.register.onleesbaar:
        print(f"nazorg: {one.pad} is niet te lezen en dus niet bekeken.", file=sys.stderr)
    return 3 if globaal.register.onleesbaar else GOED


def _proposed(globaal: Globaal, day: "date", given: dict[str, object]) -> "tuple[Overleg, tuple[Voorstel, ...]]":
    """The new consultation with its dossiers, and why each is on it."""
    from dataclasses import replace

    from nazorg.agenda import points_for, propose_overleg
    from nazorg.overleg import Overleg
    from nazorg.wijzigen import involved, name_for

    def text(name: str) -> str:
        return str(given.get(name) or "")

    register = globaal.register
    region = register.instellingen
    named = given.get("gemeente")
    only = list(region.gemeenten) if len(region.gemeenten) == 1 else []
    typed = [str(one) for one in named] if isinstance(named, list | tuple) and named else only
    if not typed:
        typed = [need_read("", "--gemeente", "Welke gemeente?", lambda one: read_gemeente(register, one))]
    places = tuple(dict.fromkeys(read_gemeente(register, one) for one in typed))
    kind = read_soort(text("soort"))
    chair = text("voorzitter") or _self(globaal)
    empty = Overleg(
        overleg=name_for(register, day, places, kind, text("naam")),
        soort=kind,
        datum=day,
        tijd=read_value("--tijd", text("tijd"), read_tijd) if text("tijd") else None,
        eindtijd=read_value("--eindtijd", text("eindtijd"), read_tijd) if text("eindtijd") else None,
        plaats=text("plaats") or None,
        gemeenten=places,
        voorzitter=known_as("--voorzitter", chair, region.regisseurs) if chair else None,
        volgende=read_value("--volgende", text("volgende"), read_datum) if text("volgende") else None,
    )
    why = propose_overleg(register, empty, back_from(globaal, empty))
    asked = given.get("partner") or []
    assert isinstance(asked, list | tuple)
    table = [known_as("--partner", str(one), region.partners) for one in asked]
    points = []
    for point in points_for(why):
        dossier = register.dossier(register.find_dossier(point.dossier)).waarde
        present = involved(dossier, region) if dossier else []
        points.append(replace(point, partners=tuple(one for one in present if one in table or not table)))
    everyone = table or [one for one in region.partners if any(one in point.partners for point in points)]
    return replace(empty, partners=tuple(everyone), dossiers=tuple(points)), why


def _put_on(globaal: Globaal, words: list[str], waarop: str, minuten: str, partners: list[str], *, droog: bool) -> int:
    from nazorg.begrippen.indeling import id_of
    from nazorg.output.overleg import print_overleg
    from nazorg.register.wijziging import change_overleg
    from nazorg.wijzigen import Inbreng, involved, put_on

    register = globaal.register
    asked = words or [need_read("", "DOSSIER", "Welk dossier?", register.find_dossier)]
    paths = [register.find_dossier(one) for one in asked]
    pad = register.find_overleg(waarop) if waarop else _coming(register, paths[0])
    region = register.instellingen
    table = tuple(known_as("--partner", one, region.partners) for one in partners)
    length = read_value("--minuten", minuten, read_getal) if minuten else None
    brought = []
    for path in paths:
        dossier = register.dossier(path).waarde
        present = table or tuple(involved(dossier, region) if dossier else ())
        brought.append(Inbreng(id_of(path), length, present))
    subject = f"zet-op {' '.join(one.dossier for one in brought[:3])}"
    made = change_overleg(register, pad, lambda one: put_on(one, brought), subject, droog=droog)
    with telling(made.vastgelegd, f"nazorg agenda {id_of(pad)}"):
        print_overleg(sys.stdout, made, stil=globaal.stil)
    return GOED


def _coming(register: "Register", path: str) -> str:
    """The first consultation to come about the gemeente of the dossier at ``path``. Raises ``UsageError``."""
    dossier = register.dossier(path).waarde
    found = [
        (one.datum, where)
        for where in register.overleg_paths
        if (one := register.overleg(where).waarde) is not None
        and one.datum >= register.peildatum
        and (dossier is None or dossier.gemeente in one.gemeenten)
    ]
    if not found:
        raise UsageError(
            "Er is geen overleg dat nog komt voor de gemeente van dit dossier.",
            "Maak er een met nazorg overleg nieuw, of noem het: --overleg NAAM",
        )
    return min(found)[1]


def _self(globaal: Globaal) -> str:
    """The regisseur at the keyboard; empty where git knows none."""
    try:
        return globaal.regisseur
    except UsageError:
        return ""
