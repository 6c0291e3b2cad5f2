"""The commands with which a person makes a change to a dossier: by keys and ids, as they would type them."""

import shlex
from collections.abc import Iterable, Iterator

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.indeling import DOSSIERS, id_of
from nazorg.begrippen.keuzes import Actiestatus
from nazorg.historie import Wijziging
from nazorg.verschil import Onderdeel, Weg


def commands(pad: str, wijzigingen: Iterable[Wijziging], commit: str) -> Iterator[str]:
    """For each change to the file at ``pad`` the command that makes it; an editor where no command does.

    ``commit`` is the one that is taken back: the file itself may have to come from before it, or go.
    """
    wijzigingen = list(wijzigingen)
    if any(not one.weg for one in wijzigingen):
        if any(not one.weg and not one.nieuw for one in wijzigingen):
            yield f"haal {pad} weg, en dan: nazorg bewaar --verwijderd"
        else:
            yield f"git restore --source={commit[:10]}^ -- {shlex.quote(pad)}, en dan: nazorg bewaar"
        return
    if not pad.startswith(f"{DOSSIERS}/"):
        yield f"uw editor: {pad}"
        return
    nummer = id_of(pad)
    for one in wijzigingen:
        asked = _assignment(one)
        yield f"nazorg zet {nummer} {shlex.quote(asked)}" if asked else f"nazorg bewerk {nummer}"


def _assignment(wijziging: Wijziging) -> str:
    """``VELD=WAARDE``, or nothing where more than one value would have to change."""
    field = _field(wijziging.weg)
    if field and isinstance(wijziging.oud, str) and isinstance(wijziging.nieuw, str):
        return f"{field}={wijziging.nieuw}"
    if not wijziging.nieuw and _is_actie(wijziging.weg, wijziging.oud):
        return f"{wijziging.weg[-1]}.status={Actiestatus.VERVALLEN}"
    return ""


def _field(weg: Weg) -> str:
    """The field as ``zet`` takes it: from the action where it lies in one, else from the top."""
    if isinstance(weg[-1], Onderdeel) or any(str(step).startswith("#") for step in weg):
        return ""
    steps = weg[3:] if weg[:1] == ("leefgebieden",) and len(weg) > 4 and weg[2] == "acties" else weg
    return ".".join(str(step) for step in steps)


def _is_actie(weg: Weg, oud: Boom) -> bool:
    return len(weg) == 4 and weg[2] == "acties" and isinstance(oud, dict) and not str(weg[3]).startswith("#")
