"""Give a colleague the list of a regisseur for a while, or end that: one change of ``nazorg.yaml``."""

from dataclasses import dataclass
from functools import partial

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.controles import check_instellingen
from nazorg.diagnostics import Severity
from nazorg.editing import Bewerking, EditError, Verwijder, Zet, edit
from nazorg.errors import UsageError
from nazorg.instellingen import Instellingen, Waarneming
from nazorg.reading import key_order, read_instellingen
from nazorg.register.inzicht import Register
from nazorg.register.wijziging.dossier import schrijver_of
from nazorg.register.wijziging.toets import GeweigerdError
from nazorg.transactie import Bestandswijziging, Hersteld, Operatie, Vastgelegd


@dataclass(frozen=True)
class Waargenomen:
    """What came of it; ``vastgelegd`` is ``None`` when it stood so already."""

    vastgelegd: Vastgelegd | None
    hersteld: Hersteld | None


def set_waarneming(register: Register, regisseur: str, waarneming: Waarneming | None) -> Waargenomen:
    """Let ``waarneming`` hold for the dossiers of ``regisseur``; ``None`` ends it.

    What was changed in ``nazorg.yaml`` by hand goes into the same commit. Raises ``GeweigerdError`` when the settings
    hold a ``fout``, ``UsageError`` when they are written in a way that cannot be edited, and as ``transactie`` does.
    """
    with schrijver_of(register) as schrijver:
        before = read_instellingen(register.bron.read(INSTELLINGEN))
        if before.waarde is None:
            raise GeweigerdError(f"{INSTELLINGEN} is niet te lezen.", "Herstel het eerst.", before.diagnostics)
        route = ("regisseurs", regisseur, "waarneming")
        steps: list[Bewerking] = []
        if waarneming is not None:
            steps = [Zet((*route, "door"), waarneming.door), Zet((*route, "tot"), str(waarneming.tot))]
            steps.append(Zet((*route, "van"), str(waarneming.van) if waarneming.van else ""))
        elif before.waarde.regisseurs[regisseur].waarneming is not None:
            steps = [Verwijder(route)]
        try:
            data = edit(before.document, steps, partial(key_order, model=Instellingen)).data
        except EditError:
            raise UsageError(
                f"{INSTELLINGEN} is te bijzonder opgemaakt om te wijzigen.", "Zet het er met de hand in."
            ) from None
        if data == before.document.data:
            return Waargenomen(None, schrijver.hersteld)
        after = read_instellingen(Bestand(INSTELLINGEN, data))
        found = [*after.diagnostics, *(check_instellingen(after.document, after.waarde) if after.waarde else ())]
        fouten = [one for one in found if one.severity is Severity.FOUT]
        if fouten:
            raise GeweigerdError("Zo komt er een fout in de instellingen; er is niets geschreven.", "", fouten)
        bestand = Bestandswijziging(INSTELLINGEN, before.document.digest, data)
        made = schrijver.write(Operatie((bestand,), f"waarneming {regisseur}"))
        return Waargenomen(made, schrijver.hersteld)
