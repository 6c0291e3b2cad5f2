"""What partners may see of the dossiers on an agenda, and the register of what they were told."""

from collections.abc import Iterable, Mapping, Sequence

from nazorg.agenda.model import Agenda
from nazorg.agenda.partner import Partneragenda, Verstrekt, agenda_for
from nazorg.begrippen.boom import Boom
from nazorg.begrippen.indeling import id_of
from nazorg.dossier import Dossier, Verstrekking
from nazorg.editing import VoegToe
from nazorg.grondslagen import inzage_of
from nazorg.register import Onleesbaar, Register, Werkblad
from nazorg.register.wijziging import Plan, Voornemen


def agendas_for(register: Register, agenda: Agenda, partners: Iterable[str]) -> list[Partneragenda]:
    """``agenda`` for each of these partners, by the grounds that hold on the peildatum. Reads each dossier once."""
    dossiers = _dossiers(register, agenda)
    region = register.instellingen
    return [
        agenda_for(
            agenda,
            partner,
            region.naam_van(partner),
            {nummer: inzage_of(one, partner, region, register.peildatum) for nummer, one in dossiers.items()},
        )
        for partner in partners
    ]


def _dossiers(register: Register, agenda: Agenda) -> dict[str, Dossier]:
    paths = {id_of(path): path for path in register.dossier_paths}
    found = {}
    for punt in agenda.punten:
        gelezen = register.lijstdossier(paths[punt.dossier])
        if not isinstance(gelezen, Onleesbaar) and gelezen.waarde is not None:
            found[punt.dossier] = gelezen.waarde
    return found


def plans_to_record(register: Register, agendas: Sequence[Partneragenda], door: str) -> Mapping[str, Plan]:
    """For each dossier the plan that puts into its register what these agendas tell whom, by ``door``."""
    paths = {id_of(path): path for path in register.dossier_paths}
    told: dict[str, list[tuple[str, Verstrekt]]] = {}
    for one in agendas:
        for verstrekt in one.verstrekt:
            told.setdefault(paths[verstrekt.dossier], []).append((one.partner, verstrekt))
    return {path: _plan(own, door) for path, own in told.items()}


def _plan(told: Sequence[tuple[str, Verstrekt]], door: str) -> Plan:
    """What stands there already, of this day, is not put there twice."""

    def plan(blad: Werkblad) -> Voornemen:
        known = {_key(one) for one in blad.dossier.verstrekkingen if one.op == blad.vandaag}
        edits = []
        for aan, one in told:
            if (aan, str(one.grondslag), frozenset(one.leefgebieden)) in known:
                continue
            entry: dict[str, Boom] = {"id": blad.new_id(), "op": str(blad.vandaag), "aan": aan}
            if one.leefgebieden:
                entry["leefgebieden"] = list(one.leefgebieden)
            entry |= {"grondslag": str(one.grondslag), "door": door}
            edits.append(VoegToe(("verstrekkingen",), entry))
        return Voornemen("verstrekking vastgelegd", tuple(edits))

    return plan


def _key(one: Verstrekking) -> tuple[str, str, frozenset[str]]:
    return one.aan, str(one.grondslag or ""), frozenset(one.leefgebieden)
