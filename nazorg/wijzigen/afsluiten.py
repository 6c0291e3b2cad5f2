"""The end of a dossier here: closed, or handed over to another municipality."""

from datetime import date

from nazorg.begrippen.keuzes import Actiestatus, JaNee, Status
from nazorg.editing import Bewerking, Zet
from nazorg.errors import UsageError
from nazorg.register import Werkblad
from nazorg.register.wijziging import Plan, Voornemen


def close(reden: str, op: date | None, terug_in_detentie: JaNee | None, *, vervallen: bool) -> Plan:
    """Close the dossier on ``op``, or else today, for ``reden``.

    With ``vervallen`` the actions that are not finished lapse; without, a dossier that has such is not closed.
    """

    def plan(blad: Werkblad) -> Voornemen:
        dossier = blad.dossier
        if dossier.status is Status.AFGESLOTEN:
            raise UsageError(f"{dossier.dossier} is al afgesloten.", "Er is niets veranderd.")
        left = [(naam, place, actie) for naam, place, actie in dossier.acties() if actie.is_onaf]
        if left and not vervallen:
            names = ", ".join(str(actie.id or "(zonder id)") for _, _, actie in left)
            raise UsageError(
                f"Nog niet af in {dossier.dossier}: {names}.",
                "Rond die acties eerst af, of laat ze vervallen met --vervallen.",
            )
        lapsed = str(Actiestatus.VERVALLEN)
        steps: list[Bewerking] = [
            Zet(("leefgebieden", naam, "acties", place, "status"), lapsed) for naam, place, _ in left
        ]
        steps += [
            Zet(("status",), str(Status.AFGESLOTEN)),
            Zet(("afsluiting", "op"), str(op or blad.vandaag)),
            Zet(("afsluiting", "reden"), reden),
        ]
        if terug_in_detentie is not None:
            steps.append(Zet(("afsluiting", "terug_in_detentie"), str(terug_in_detentie)))
        return Voornemen("dossier afgesloten", tuple(steps), tuple(actie.id for _, _, actie in left if actie.id))

    return plan


def hand_over(naar: str, op: date | None) -> Plan:
    """Hand the dossier over to the municipality ``naar`` on ``op``, or else today; it runs on until they confirm."""

    def plan(blad: Werkblad) -> Voornemen:
        if naar.casefold() == blad.dossier.gemeente.casefold():
            raise UsageError(f"{blad.dossier.dossier} is al van de gemeente {naar}.", "Noem een andere gemeente.")
        steps = (
            Zet(("status",), str(Status.OVERGEDRAGEN)),
            Zet(("overdracht", "naar"), naar),
            Zet(("overdracht", "op"), str(op or blad.vandaag)),
        )
        return Voornemen("dossier overgedragen", steps)

    return plan


def confirm(op: date) -> Plan:
    """The other municipality has confirmed on ``op`` that the dossier is theirs."""

    def plan(blad: Werkblad) -> Voornemen:
        if blad.dossier.status is not Status.OVERGEDRAGEN:
            raise UsageError(
                f"{blad.dossier.dossier} is niet overgedragen, dus er valt niets te bevestigen.",
                "Draag het eerst over: nazorg draag-over DOSSIER --naar GEMEENTE",
            )
        return Voornemen("overdracht bevestigd", (Zet(("overdracht", "bevestigd"), str(op)),))

    return plan
