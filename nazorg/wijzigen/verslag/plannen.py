"""What minutes come down to: for each dossier what is to be done to it, and for the consultation itself.

What stands there already is not written twice, so that minutes that were added to can be recorded once more.
"""

from datetime import date

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.keuzes import Actiestatus
from nazorg.dossier import Dossier
from nazorg.editing import Bewerking, VoegToe, Zet
from nazorg.overleg import Overleg
from nazorg.register import Werkblad
from nazorg.register.wijziging import Plan, Voornemen
from nazorg.wijzigen.acties import add_actie, allot, defer, finish
from nazorg.wijzigen.verslag.model import Besloten, NieuweActie, Punt, Verslag


def minutes_plan(overleg: str, datum: date, punt: Punt) -> Plan:
    """Put in a dossier what was said of it in the consultation ``overleg``, as of its day."""

    def plan(blad: Werkblad) -> Voornemen:
        dag = blad.on(datum)
        steps: list[Bewerking] = []
        ids: list[str] = []
        for naam, stand in punt.standen.items():
            domain = blad.dossier.leefgebieden.get(naam)
            if domain is None or domain.stand is not stand:
                steps.append(Zet(("leefgebieden", naam, "stand"), str(stand)))
        for made in _changes(dag, punt):
            steps += made.bewerkingen
            ids += made.acties
        for actie in punt.acties:
            ids.append(_new_action(dag, actie, steps))
        for besluit in punt.besluiten:
            ids += _decision(dag, overleg, besluit, steps)
        return Voornemen(f"besproken op {overleg}", tuple(steps), tuple(dict.fromkeys(ids)))

    return plan


def minutes_edits(overleg: Overleg, verslag: Verslag, vandaag: date) -> list[Bewerking]:
    """What is filled in in the file of the consultation: who was there, the next day, and that it was recorded."""
    steps: list[Bewerking] = []
    there = verslag.aanwezig or ()
    steps += [VoegToe(("aanwezig",), one) for one in there if one not in overleg.aanwezig]
    if verslag.volgende is not None and verslag.volgende != overleg.volgende:
        steps.append(Zet(("volgende",), str(verslag.volgende)))
    if overleg.verslag is None:
        steps.append(Zet(("verslag",), str(max(vandaag, overleg.datum))))
    return steps


def _changes(dag: Werkblad, punt: Punt) -> list[Voornemen]:
    """What became of the actions that were there."""
    acties = {actie.id: actie for _, _, actie in dag.dossier.acties()}
    status = {nummer: actie.status for nummer, actie in acties.items()}
    found = [
        finish(actie, dag.vandaag, resultaat)(dag)
        for actie, resultaat in punt.gedaan.items()
        if status.get(actie) is not Actiestatus.GEDAAN
    ]
    found += [
        _add_result(dag, actie, acties[actie].resultaat or "", resultaat)
        for actie, resultaat in punt.gedaan.items()
        if status.get(actie) is Actiestatus.GEDAAN and resultaat not in (acties[actie].resultaat or "")
    ]
    found += [_lapse(dag, actie) for actie in punt.vervallen if status.get(actie) is not Actiestatus.VERVALLEN]
    found += [defer(actie, uiterlijk)(dag) for actie, uiterlijk in punt.uitgesteld.items()]
    found += [
        allot(actie, wie)(dag) for actie, wie in punt.toegedeeld.items() if dag.actie(actie).actie.eigenaar != wie
    ]
    return found


def _lapse(dag: Werkblad, actie: str) -> Voornemen:
    place = dag.actie(actie)
    return Voornemen("", (Zet((*place.route, "status"), str(Actiestatus.VERVALLEN)),), (actie,))


def _add_result(dag: Werkblad, actie: str, there: str, resultaat: str) -> Voornemen:
    """What an action came to, of one that was done already: behind what was written of it before."""
    place = dag.actie(actie)
    return Voornemen("", (Zet((*place.route, "resultaat"), f"{there} {resultaat}".strip()),), (actie,))


def _new_action(dag: Werkblad, actie: NieuweActie, steps: list[Bewerking]) -> str:
    """The id of the new action; of the one that is there already where it was recorded before."""
    there = _recorded(dag.dossier, actie, dag.vandaag)
    if there is not None:
        return there
    fields: dict[str, Boom] = {
        "wat": actie.wat,
        "eigenaar": actie.wie,
        "uiterlijk": actie.uiterlijk,
        "snel_succes": "ja" if actie.snel_succes else "",
    }
    made = add_actie(actie.leefgebied, fields)(dag)
    steps += made.bewerkingen
    return made.acties[0]


def _recorded(dossier: Dossier, actie: NieuweActie, day: date) -> str | None:
    domain = dossier.leefgebieden.get(actie.leefgebied)
    for one in domain.acties if domain else ():
        if one.wat == actie.wat and one.afgesproken == day and one.id:
            return one.id
    return None


def _decision(dag: Werkblad, overleg: str, besluit: Besloten, steps: list[Bewerking]) -> list[str]:
    ids = [_new_action(dag, actie, steps) for actie in besluit.acties]
    asked = (overleg, besluit.tekst, besluit.leefgebied)
    if asked not in [(one.overleg, one.besluit, one.leefgebied) for one in dag.dossier.besluiten]:
        fields: dict[str, Boom] = {
            "id": dag.new_id(),
            "overleg": overleg,
            "besluit": besluit.tekst,
            "leefgebied": besluit.leefgebied or "",
            "acties": list(ids),
        }
        steps.append(VoegToe(("besluiten",), {name: value for name, value in fields.items() if value}))
    return ids
