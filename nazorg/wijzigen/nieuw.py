"""A new dossier: its number, its pseudonym, and a text to go on with."""

from dataclasses import dataclass
from datetime import date
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.ids import LENGTE_DOSSIER, new_id
from nazorg.begrippen.indeling import DOSSIERS
from nazorg.begrippen.keuzes import BASISVOORWAARDEN, Hulpvraag, Kader, Status
from nazorg.editing import as_block
from nazorg.register import Register

_HULP = "# yaml-language-server: $schema=../../.nazorg/dossier.schema.json\n"


@dataclass(frozen=True)
class Aanmelding:
    """What is known at the start; what is empty is left out of the file."""

    gemeente: str
    regisseur: str
    kader: Kader = Kader.VRIJWILLIG
    status: Status = Status.AANGEMELD
    aanmelding: date | None = None
    betrokkene: str = ""
    soort: str = ""
    inrichting: str = ""
    ingesloten: date | None = None
    ontslag: date | None = None
    toezicht: str = ""


def new_dossier(register: Register, aanmelding: Aanmelding, reden: str, random: Random) -> tuple[str, bytes]:
    """The path and the text of a new dossier, with a number and (unless given) a pseudonym that nobody has yet."""
    op = aanmelding.aanmelding or register.peildatum
    taken = {path.rpartition("-")[2].removesuffix(".yaml") for path in register.dossier_paths}
    nummer = f"NZ-{op.year}-{new_id(random, taken, LENGTE_DOSSIER)}"
    fields: dict[str, Boom] = {
        "dossier": nummer,
        "betrokkene": aanmelding.betrokkene or f"p-{new_id(random, taken, LENGTE_DOSSIER)}",
        "aanmelding": str(op),
        "status": str(aanmelding.status),
        "gemeente": aanmelding.gemeente,
        "regisseur": aanmelding.regisseur,
        "kader": str(aanmelding.kader),
        "toezicht": {"door": aanmelding.toezicht} if aanmelding.toezicht else "",
        "detentie": _detentie(aanmelding),
        "leefgebieden": {naam: {"hulpvraag": str(Hulpvraag.ONBEKEND)} for naam in BASISVOORWAARDEN},
        "logboek": [{"id": new_id(random, ()), "op": str(register.peildatum), "kort": reden}] if reden else "",
    }
    text = _HULP + as_block({name: value for name, value in fields.items() if value})
    return f"{DOSSIERS}/{op.year}/{nummer}.yaml", text.encode("utf-8")


def _detentie(aanmelding: Aanmelding) -> Boom:
    fields: dict[str, Boom] = {
        "soort": aanmelding.soort,
        "inrichting": aanmelding.inrichting,
        "ingesloten": str(aanmelding.ingesloten or ""),
        "ontslag": {"verwacht": str(aanmelding.ontslag), "zekerheid": "verwacht"} if aanmelding.ontslag else "",
    }
    return {name: value for name, value in fields.items() if value}
