"""What partners get holds no text that their grounds do not give: canaries in every field, in every form.

python -m tests.campagnes.kanarie [--aantal N] [--processen N] [--seed N] [--fouten N]

Random regions, with partners of random kinds and grounds, convenanten, consents, tables and a past in git; of each
region every partner's agenda as markdown, HTML, document and JSON, its rappel as text, draft and JSON, and the account
for the coordinator. Then the same with a fault put in on purpose, each of which must be caught. Exits with 1 when a
canary is heard that should not be, when a form told nothing at all, or when a fault is not caught.
"""

import argparse
import email
import email.policy
import io
import multiprocessing
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from html import unescape
from pathlib import Path
from random import Random

from nazorg.agenda import look_back, make_agenda
from nazorg.agenda.verstrekken import agendas_for
from nazorg.output.agenda import render_agenda, write_context
from nazorg.output.rappel import draft, render_rappel, write_rappel_json
from nazorg.output.verantwoording import render_verantwoording
from nazorg.output.vorm import in_form
from nazorg.rappel import Rol, list_reminders
from nazorg.register import Filter, Register
from nazorg.werkmap import Werkmap
from tests.agenda_kanarie import DAG, KOMEND, NUMMERS, PARTNERS, heard, references
from tests.fabriek_git import commit

from .kanariefouten import FOUTEN
from .kanariestreek import Streek, any_region

SJABLONEN = ("regieoverleg", "casusoverleg", "ontslagoverleg", "casusoverleg.en", "kort")
VORMEN = ("markdown", "html", "docx")
VERTELT = (*VORMEN, "context", "rappel", "eml", "rappel.json")
"""The forms in which a partner is told something."""

ALLE = (*VERTELT, "verantwoording")
GENOEG = 5_000
"""In so many texts a fault must be caught."""

_KANARIE = re.compile(r"KANARIE(?:\.(\d+)(?:\.([a-z_-]*)(?:\.([a-z]*))?)?)?")


def pages_for(streek: Streek, folder: Path, random: Random) -> Iterator[tuple[str, str, str]]:
    """What every partner gets: the form, the partner, and all that can be read in it."""
    for files, moment in streek.commits:
        commit(folder, files, op=moment)
    register = Register(Werkmap(folder), DAG)
    overleg = register.overleg(f"overleggen/{KOMEND}.yaml").waarde
    assert overleg is not None
    agenda = make_agenda(register, overleg, terugblik=look_back(register, overleg, folder))
    for made in agendas_for(register, agenda, PARTNERS):
        for sjabloon in random.sample(SJABLONEN, 2):
            text = render_agenda(made.agenda, register.bron, sjabloon)
            for form in VORMEN:
                yield form, made.partner, in_words(in_form(text, form, register.bron, sjabloon))
        context = io.StringIO()
        write_context(context, made.agenda)
        yield "context", made.partner, context.getvalue()
        yield "verantwoording", made.partner, render_verantwoording(made)
    found = list_reminders(register, Filter(), 60, 7)
    for rappel in found.rappels:
        if rappel.rol is Rol.REGISSEUR:
            continue
        letter = render_rappel(rappel, register.bron)
        yield "rappel", rappel.voor, f"{letter.onderwerp}\n{letter.tekst}"
        message = email.message_from_bytes(draft(rappel, letter), policy=email.policy.default)
        yield "eml", rappel.voor, "\n".join([*map(str, message.values()), message.get_content()])
        told = io.StringIO()
        write_rappel_json(told, replace(found, rappels=(rappel,)))
        yield "rappel.json", rappel.voor, told.getvalue()


def in_words(made: str | bytes) -> str:
    """Everything that can be read in a text, a page or a document, its properties and margins too."""
    if isinstance(made, str):
        return unescape(made)
    parts = zipfile.ZipFile(io.BytesIO(made))
    texts = (parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith((".xml", ".rels")))
    return unescape("\n".join(re.sub(r"<[^>]*>", "", text) for text in texts))


class Lezer:
    """Knows of one region what each partner may read in each form."""

    def __init__(self, streek: Streek) -> None:
        self.streek = streek
        self.kanaries = streek.kanaries
        self._mag: dict[tuple[bool, str], set[tuple[int, str, str]]] = {}

    def may_read(self, form: str, partner: str) -> set[tuple[int, str, str]]:
        """The canaries that ``partner`` may read in ``form``."""
        if form == "verantwoording":
            return set()
        chased = form in ("rappel", "eml", "rappel.json")
        if (chased, partner) not in self._mag:
            self._mag[chased, partner] = {
                one
                for one in self.kanaries
                if self.streek.may_hear(partner, *one)
                and (one[2] == "acties" if chased else self.streek.at_table(partner, one[0]))
            }
        return self._mag[chased, partner]

    def leaks(self, form: str, partner: str, text: str) -> Iterator[str]:
        """What ``partner`` reads in ``text`` and may not know."""
        plain = text.replace("\\", "")
        mine = self.may_read(form, partner)
        for cut in set(_KANARIE.findall(plain)):
            if not any(_begins(one, cut) for one in mine):
                yield f"{form} for {partner} ({self.streek.partners[partner]}): KANARIE.{'.'.join(cut)}"
        if form == "verantwoording":  # for the coordinator, who knows the rest
            return
        words = [word for word in self._forbidden(form, partner) if word in plain.lower()]
        words += references(plain) - {partner}
        yield from (f"{form} for {partner} ({self.streek.partners[partner]}): {word}" for word in words)

    def _forbidden(self, form: str, partner: str) -> Iterator[str]:
        """Words besides that ``partner`` may not read."""
        streek = self.streek
        known = {nth for nth in range(len(streek.tafels)) if streek.knows_of(partner, nth)}
        yield "p-4q9x2"
        yield '"veiligheidsplan": true' if form == "context" else "veiligheidsplan"
        yield "safety plan"
        if form in (*VORMEN, "context"):
            known &= {nth for nth in range(len(streek.tafels)) if streek.at_table(partner, nth)}
            yield from (nummer.lower() for nth, nummer in enumerate(NUMMERS) if nth not in known)
        if not any(streek.may_hear(partner, nth, "-", "detentie") for nth in known):
            yield from ("2027-01-19", "19 jan", "2027-01-11", "11 jan")


def _begins(kanarie: tuple[int, str, str], cut: tuple[str, str, str]) -> bool:
    """Whether a canary that may have been cut short can be ``kanarie``: the short template cuts."""
    return all(whole.startswith(part) for whole, part in zip(map(str, kanarie), cut, strict=True))


def try_regions(aantal: int, zaad: int, fout: str = "") -> tuple[Counter[str], list[str]]:
    """Make regions until ``aantal`` texts were read, or something was heard: what was counted, and what is wrong."""
    random = Random(zaad)
    told: Counter[str] = Counter()
    wrong: list[str] = []
    fault = FOUTEN[fout]() if fout else nullcontext()
    with tempfile.TemporaryDirectory(prefix="nazorg-kanarie-") as name, fault:
        while sum(told[form] for form in ALLE) < aantal and not wrong:
            told["regions"] += 1
            streek = any_region(random)
            lezer = Lezer(streek)
            for form, partner, text in pages_for(streek, Path(name) / str(told["regions"]), random):
                told[form] += 1
                told["looked for"] += len(lezer.kanaries)
                told["forbidden"] += len(lezer.kanaries - lezer.may_read(form, partner))
                told[f"heard in {form}"] += len(heard(text.replace("\\", "")))
                wrong += [f"seed {zaad}, region {told['regions']}: {one}" for one in lezer.leaks(form, partner, text)]
    return told, wrong


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campagnes.kanarie", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--aantal", type=int, default=10_000, help="how many texts are read (10000)")
    parser.add_argument("--processen", type=int, default=2, help="in how many processes (2)")
    parser.add_argument("--seed", type=int, default=1, help="which regions (1)")
    every = len(FOUTEN)
    parser.add_argument("--fouten", type=int, default=every, help=f"how many faults are put in after that ({every})")
    chosen = parser.parse_args()
    started = time.monotonic()
    told: Counter[str] = Counter()
    wrong: list[str] = []
    share = -(-chosen.aantal // chosen.processen)
    work = [(share, chosen.seed * 1000 + proces) for proces in range(chosen.processen)]
    with multiprocessing.get_context("spawn").Pool(chosen.processen) as pool:
        for counted, found in pool.starmap(try_regions, work):
            told += counted
            wrong += found
    wrong += [f"nothing was told in {form}" for form in VERTELT if not (told[f"heard in {form}"] or wrong)]
    faults = list(FOUTEN)[: chosen.fouten]
    missed = [one for one in faults if not try_regions(GENOEG, chosen.seed, one)[1]]
    wrong += [f"a fault is not caught in {GENOEG} texts: {one}" for one in missed]
    print("\n".join(wrong[:40]))
    forms = ", ".join(f"{told[form]} {form} ({told[f'heard in {form}']} heard)" for form in ALLE)
    print(
        f"{sum(told[form] for form in ALLE)} texts (asked: {chosen.aantal}) of {told['regions']} regions: {forms}; "
        f"{told['looked for']} canaries looked for, {told['forbidden']} of them forbidden; "
        f"{len(faults) - len(missed)} of {len(faults)} faults caught, in {time.monotonic() - started:.0f} s; "
        f"{len(wrong)} failures",
        file=sys.stderr,
    )
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
