"""The minutes by asking, dossier by dossier; every answer is on disk, in the form of minutes that were filled in."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from nazorg.output.verslag import heading, situation_lines
from nazorg.output.vragen import ask
from nazorg.output.wijziging import say

if TYPE_CHECKING:
    from nazorg.agenda import Agenda, Agendadossier
    from nazorg.overleg import Overleg
    from nazorg.register import Register
    from nazorg.werkmap.verslagklad import Verslagklad
    from nazorg.wijzigen.verslag import Kader

_KLAAR = "> klaar: "
_VRAAG = "Wat? (besluit, actie, stand, gedaan, uitstel, eigenaar, vervalt, of leeg voor het volgende)"
_SOORTEN = ("besluit", "actie", "stand", "gedaan", "uitstel", "eigenaar", "vervalt")
_LEEG = {"gedaan": "ja"}
"""What no answer means."""

_VRAGEN = {
    "stand": "Welke stand?",
    "gedaan": "Wat leverde het op? (leeg: ja)",
    "uitstel": "Uiterlijk wanneer?",
    "eigenaar": "Wie doet het?",
    "vervalt": "Vervalt de actie? (ja of nee)",
}


class Gesprek:
    """The answers so far, and the next question."""

    def __init__(self, klad: "Verslagklad", kader: "Kader", overleg: str) -> None:
        self._klad = klad
        self._kader = kader
        self.text = klad.read() or f"# Verslag {overleg}\n"

    def is_done(self, punt: "Agendadossier") -> bool:
        """Whether this dossier was gone through before."""
        return f"{_KLAAR}{punt.dossier}" in self.text.splitlines()

    def keep(self, lines: str) -> bool:
        """Take answers in, and put them on disk; ``False``, with why, where they cannot be understood."""
        if not self._understands(lines):
            return False
        self.text += lines
        self._klad.write(self.text)
        return True

    def _understands(self, lines: str) -> bool:
        """Whether ``lines`` mean something behind what there is; says why where they do not."""
        from nazorg.wijzigen.verslag import read_minutes

        _, faults = read_minutes(self.text + lines, self._kader)
        _, before = read_minutes(self.text, self._kader)
        fresh = faults[len(before) :]
        if fresh:
            say(sys.stdout, (line for one in fresh for line in (one.melding, f"  → {one.raad}")))
        return not fresh

    def about(self, punt: "Agendadossier") -> None:
        """All questions about one dossier."""
        above = f"\n{heading(punt)}\n"
        while wat := ask(f"{punt.nummer}. {punt.dossier}. {_VRAAG}").casefold():
            if wat not in _SOORTEN:
                print(f"Kies uit: {', '.join(_SOORTEN)}.")
            elif wat in ("besluit", "actie", "stand"):
                self._of_domain(above, wat)
            else:
                self._of_action(above, wat)
        self.keep(f"{_KLAAR}{punt.dossier}\n")

    def _of_action(self, above: str, wat: str) -> None:
        item = self._until(above, "Welke actie? (het id)", lambda one: f"vervalt {one}: ja\n")
        if item:
            lead, nothing = f"{wat} {item}: ", _LEEG.get(wat, "")
            answer = self._until(above, _VRAGEN[wat], lambda one: f"{lead}{one}\n")
            self.keep(f"{above}{lead}{answer or nothing}\n")

    def _of_domain(self, above: str, wat: str) -> None:
        whole = wat == "besluit"
        vraag = "Welk leefgebied? (leeg: het hele dossier)" if whole else "Welk leefgebied?"
        naam = self._until(above, vraag, lambda one: f"### {one}\n")
        if not naam and not whole:
            return
        above += f"### {naam}\n" if naam else ""
        if wat == "stand":
            stand = self._until(above, _VRAGEN[wat], lambda one: f"stand: {one}\n")
            self.keep(f"{above}stand: {stand}\n")
        elif wat == "actie":
            self._action(above, "Wat gebeurt er?")
        elif (besluit := ask("Wat is er besloten?")) and self.keep(f"{above}besluit: {besluit}\n") and naam:
            while self._action("", "Welke actie volgt daaruit? (leeg: geen)"):
                pass

    def _action(self, above: str, vraag: str) -> bool:
        """Ask after one new action; ``False`` where there is none."""
        wat = ask(vraag)
        if not wat:
            return False
        above += f"actie: {wat}\n"
        who = self._until(above, "Wie doet het? (leeg: nog toe te delen)", lambda one: f"  wie: {one}\n")
        when = self._until(above, "Uiterlijk wanneer? (leeg: later)", lambda one: f"  uiterlijk: {one}\n")
        return self.keep(f"{above}  wie: {who}\n  uiterlijk: {when}\n")

    def _until(self, above: str, vraag: str, lines: Callable[[str], str]) -> str:
        """The answer to ``vraag``, asked again until what ``lines`` makes of it is understood; may stay empty."""
        while (answer := ask(vraag)) and not self._understands(above + lines(answer)):
            pass
        return answer


def ask_minutes(register: "Register", overleg: "Overleg", agenda: "Agenda", klad: "Verslagklad") -> str:
    """The minutes as a text; goes on where an earlier time was broken off."""
    from nazorg.wijzigen.verslag import kader_of

    gesprek = Gesprek(klad, kader_of(register, overleg), overleg.overleg)
    if klad.path.is_file():
        print("U was hier al aan begonnen; u gaat verder waar u was.")
    if "\naanwezig:" not in gesprek.text:
        invited = ", ".join(one.partner for one in agenda.deelnemers)
        while not gesprek.keep(f"aanwezig: {ask('Wie waren er? (met een komma ertussen)', invited)}\n"):
            pass
    for punt in agenda.punten:
        if gesprek.is_done(punt):
            continue
        print()
        say(sys.stdout, [f"{punt.nummer}. {punt.dossier} ({punt.gemeente})", *situation_lines(punt)])
        gesprek.about(punt)
    if "\nvolgende:" not in gesprek.text:
        while not gesprek.keep(
            f"\nvolgende: {ask('Wanneer is het volgende overleg? (een datum; leeg: nog niet bekend)')}\n"
        ):
            pass
    return gesprek.text
