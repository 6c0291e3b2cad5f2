"""The texts that become pages: those of a consultation that went round, and the same ones made of hostile text."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from nazorg.agenda import look_back, make_agenda, make_notulen
from nazorg.agenda.verstrekken import agendas_for
from nazorg.output.agenda import render_agenda
from nazorg.output.overdracht import render_note
from nazorg.output.plan import render_plan
from nazorg.output.rappel import Brief, draft, render_rappel
from nazorg.output.sjabloon import escape_markdown
from nazorg.output.verslag import render_notulen
from nazorg.overdracht import Overdrachtsbrief, make_note
from nazorg.plan import Plan, make_plan
from nazorg.rappel import list_reminders
from nazorg.register import Filter, Register
from nazorg.werkmap import Werkmap
from nazorg.yamltext.document import is_allowed
from tests.agenda_kanarie import DAG, KOMEND, LEEFGEBIEDEN, NUMMERS, VORIG, past_of
from tests.fabriek_git import commit

WORTEL = Path(__file__).parents[2]
VIJANDIG = (
    "<script>document.title='weg'</script>",
    "<img src='http://example.org/x.png'>",
    '"><svg onload=fetch("http://example.org")>',
    "![x](http://example.org/x.png)",
    "[x](javascript:alert(1))",
    '=HYPERLINK("http://example.org";"x")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1;1)",
    "-2+3",
    "\u202eomgekeerd",
    "{{ 7*7 }}",
    "[bold]x[/bold]",
    "\x1b[31mrood",
    '; "a"',
    "</style></main>",
    "# kop",
    "&lt;b&gt; &#x3c;",
    "1. | a | b |",
    "http://example.org/" + "lang" * 60,
)
GEWOON = tuple(one for one in VIJANDIG if is_allowed(one))
"""What a file may hold; the rest can only come out of the past, which nobody checks."""

EERSTE, TWEEDE = "2026-12-10-leiden", "2026-12-24-leiden"
K7, Q8 = "NZ-2026-k7f3mq", "NZ-2026-q8dj4s"
VERSLAG = f"""\
# Verslag {EERSTE}

aanwezig: corporatie-rijnland, pi-alphen, reclassering-hm
volgende: 2026-12-24

## 1. {K7}
besluit: De regie blijft bij de gemeente, ook na de vrijlating.

### onderdak
stand: niet op orde
gedaan w4hn: Verklaring is binnen
besluit: De corporatie zoekt met voorrang: tot 1 januari,
en daarna kijken we opnieuw.
actie: Woning zoeken
  wie: corporatie-rijnland
  uiterlijk: 2026-12-17

### schulden
besluit: De reclassering gaat mee naar het eerste gesprek.
actie: Samen naar de kredietbank
  wie: reclassering-hm
  uiterlijk: 2026-12-31
"""
SINDSDIEN = (
    ("2026-12-14", "zet", K7, "schulden.stand=loopt"),
    ("2026-12-15", "ontslagdatum", K7, "2027-01-08", "--vroegst", "weg", "--reden", "Zitting uitgesteld"),
    ("2026-12-16", "actie", K7, "zorg", "Huisarts bellen", "--eigenaar", "betrokkene"),
    ("2026-12-17", "zet", Q8, "onderdak.stand=acuut"),
)
"""What happened between the two consultations: the day and the command."""


class Blad(NamedTuple):
    """A page: its markdown, the template that tells its language, and the region that it is of."""

    naam: str
    tekst: str
    sjabloon: str
    register: Register


def every_page(folder: Path) -> list[Blad]:
    """The pages to look at; the regions that they are of are made in ``folder``."""
    ordinary, hostile = went_round(folder / "kring"), hostile_region(folder / "vijandig")
    example = Register(Werkmap(WORTEL / "cases-example"), date(2026, 11, 23))
    pages = [
        *_agendas(example, "2026-11-24-duin-en-bollen", [""], "casusoverleg"),
        *_agendas(example, "2026-12-03-groene-hart", [""], "ontslagoverleg"),
        *pages_of(ordinary, TWEEDE, EERSTE, K7, "corporatie-rijnland", "kring"),
        *pages_of(hostile, KOMEND, VORIG, NUMMERS[0], "pi", "vijandig"),
    ]
    points = "".join(f"- **{escape_markdown(one)}**: {escape_markdown(one)}\n" for one in VIJANDIG)
    cells = "".join(f"| {escape_markdown(one)} | {escape_markdown(one)} | c |\n" for one in VIJANDIG)
    text = f"# Vijandig\n\n{points}\n| a | b | c |\n|---|---|---|\n{cells}"
    return [*pages, Blad("vijandig-tabel", text, "", hostile)]


def pages_of(register: Register, coming: str, held: str, nummer: str, partner: str, name: str) -> Iterator[Blad]:
    """Every kind of page of one region: agendas with a past, that of ``partner``, minutes, plan and handover."""
    yield from _agendas(register, coming, ["regieoverleg", "casusoverleg", "ontslagoverleg"], name)
    yield from _agendas(register, coming, ["casusoverleg.en", "kort"], name)
    yield from _agendas(register, coming, ["", "casusoverleg.en"], f"{name}-partner", partner)
    minutes = register.overleg(register.find_overleg(held)).waarde
    assert minutes is not None
    yield Blad(f"{name}-verslag", render_notulen(make_notulen(register, minutes), register.bron), "", register)
    path = register.find_dossier(nummer)
    plan, note = make_plan(register, path), make_note(register, path, "Gouda")
    assert isinstance(plan, Plan)
    assert isinstance(note, Overdrachtsbrief)
    yield Blad(f"{name}-plan", render_plan(plan, register.bron), "", register)
    yield Blad(f"{name}-overdracht", render_note(note, register.bron), "", register)


def letters_of(register: Register) -> Iterator[tuple[Brief, bytes]]:
    """Every rappel as a text and as a draft."""
    for rappel in list_reminders(register, Filter(), 60, 7).rappels:
        letter = render_rappel(rappel, register.bron)
        yield letter, draft(rappel, letter)


def _agendas(
    register: Register, overleg: str, templates: Iterable[str], name: str, partner: str = ""
) -> Iterator[Blad]:
    found = register.overleg(register.find_overleg(overleg)).waarde
    assert found is not None
    assert isinstance(register.bron, Werkmap)
    agenda = make_agenda(register, found, terugblik=look_back(register, found, register.bron.root))
    if partner:
        (made,) = agendas_for(register, agenda, [partner])
        agenda = made.agenda
    for template in templates:
        text = render_agenda(agenda, register.bron, template)
        yield Blad("-".join(one for one in (name, template) if one), text, template, register)


def went_round(folder: Path) -> Register:
    """The example, in which a consultation was held and the next one is to come."""
    shutil.copytree(WORTEL / "cases-example", folder)
    commit(folder, {}, op="2026-11-20T12:00:00")
    table = [word for one in ("corporatie-rijnland", "pi-alphen", "reclassering-hm") for word in ("--partner", one)]
    about = ("--gemeente", "Leiden", "--tijd", "10:00", "--eindtijd", "12:00", "--plaats", "Stadhuis, kamer 2.14")
    minutes = folder.parent / "verslag.txt"
    minutes.write_text(VERSLAG, encoding="utf-8")
    _run(folder, "2026-12-01", "overleg", "nieuw", EERSTE[:10], *about, *table)
    _run(folder, EERSTE[:10], "overleg", "verslag", EERSTE, "--uit", str(minutes))
    for day, *words in SINDSDIEN:
        _run(folder, day, *words)
    _run(folder, "2026-12-21", "overleg", "nieuw", TWEEDE[:10], *about, *table, "--volgende", "2027-01-07")
    return Register(Werkmap(folder), date(2026, 12, 22))


def _run(folder: Path, day: str, *words: str) -> None:
    command = [sys.executable, "-m", "nazorg", "-C", str(folder), "--peildatum", day, *words]
    who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in _WIE.items()}
    done = subprocess.run(
        command, env={**os.environ, **who}, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{' '.join(words)}: {done.stdout}{done.stderr}"


_WIE = {"NAME": "M. Bakker", "EMAIL": "m.bakker@example.org"}


def hostile_region(folder: Path) -> Register:
    """A region in which every free text is hostile, now and in the past."""
    ways = [("anders",) * len(LEEFGEBIEDEN), ("verhuisd",) * len(LEEFGEBIEDEN)]
    consents = [("corporatie", ["onderdak"], "aan", 1, 0)]
    cases = [(consents, ways), ([], ways)]
    for files, moment in past_of("regieoverleg", ["pi", "betrokkene", "kredietbank"], cases, True):
        past = moment < "2026-11"
        commit(folder, {path: _hostile(path, text, past=past) for path, text in files.items()}, op=moment)
    register = Register(Werkmap(folder), DAG)
    for path in (*register.dossier_paths, *register.overleg_paths):
        read = register.overleg(path) if path in register.overleg_paths else register.dossier(path)
        assert read.waarde is not None, read.bevindingen
    return register


def _hostile(path: str, text: str, *, past: bool) -> str:
    """``text`` of the file at ``path`` with another hostile text for every canary, and where there was no text yet."""
    words = cycle(VIJANDIG if past else GEWOON)

    def turn(_: re.Match[str]) -> str:
        return json.dumps(next(words))

    if path == "nazorg.yaml":
        text = re.sub(r"\{soort:", lambda one: f"{{naam: {turn(one)}, soort:", text)
        text = re.sub(r"regio: Voorbeeld", lambda one: f"regio: {turn(one)}", text)
        return re.sub(r"\{mail:", lambda one: f"{{naam: {turn(one)}, mail:", text)
    if path.startswith("overleggen/"):
        return text.replace("gemeenten:", f"plaats: {json.dumps(GEWOON[0])}\neindtijd: 12:00\ngemeenten:")
    agreed = text.replace("        status: wacht\n", f"        status: wacht\n        afgesproken: {VORIG[:10]}\n")
    return re.sub(r"(?:KANARIE|KENMERK)\.\d+\.[a-z_-]+\.(?:[a-z]+\.)?", turn, agreed)
