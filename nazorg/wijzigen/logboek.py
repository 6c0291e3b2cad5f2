"""A line in the logboek."""

from nazorg.begrippen.boom import Boom
from nazorg.editing import VoegToe
from nazorg.register import Werkblad
from nazorg.register.wijziging import Plan, Voornemen


def log(kort: str, met: str) -> Plan:
    """What happened today in a few words, and with whom (empty: nobody in particular)."""

    def plan(blad: Werkblad) -> Voornemen:
        fields = {"id": blad.new_id(), "op": str(blad.vandaag), "met": met, "kort": kort}
        entry: Boom = {name: value for name, value in fields.items() if value}
        return Voornemen("logboek bijgehouden", (VoegToe(("logboek",), entry),))

    return plan
