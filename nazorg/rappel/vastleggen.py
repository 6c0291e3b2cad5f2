"""Remember in each dossier what was told whom."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from nazorg.begrippen.boom import Boom
from nazorg.editing import VoegToe
from nazorg.rappel.geheugen import Verteld, in_words
from nazorg.rappel.model import Rappel
from nazorg.rappel.opbouw import told_by
from nazorg.register import Werkblad
from nazorg.register.wijziging import Plan, Voornemen


def plans_to_remember(rappels: Sequence[Rappel], op: date) -> Mapping[str, Plan]:
    """For each dossier the plan that writes down what was told of it: a line in its logboek for each who was told."""
    by_path: dict[str, dict[str, list[Verteld]]] = defaultdict(lambda: defaultdict(list))
    for pad, told in told_by(rappels, op):
        by_path[pad][told.aan].append(told)
    return {pad: _plan(by_owner) for pad, by_owner in sorted(by_path.items())}


def _plan(by_owner: Mapping[str, Sequence[Verteld]]) -> Plan:
    def plan(blad: Werkblad) -> Voornemen:
        edits = []
        for aan, told in by_owner.items():
            entry: Boom = {"id": blad.new_id(), "op": str(blad.vandaag), "met": aan, "kort": in_words(told)}
            edits.append(VoegToe(("logboek",), entry))
        acties = tuple(one.actie for told in by_owner.values() for one in told)
        return Voornemen("rappel vastgelegd", tuple(edits), acties)

    return plan
