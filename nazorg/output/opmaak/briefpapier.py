"""The region's own base document: its letterhead and styles. It came with the files, so it is not trusted."""

import io
import re
from zipfile import BadZipFile, ZipFile

from nazorg.begrippen.bron import Bron
from nazorg.begrippen.indeling import SJABLONEN
from nazorg.errors import UsageError

PAD = f"{SJABLONEN}/basis.docx"
GROOTSTE = 32 * 1024 * 1024
"""In bytes, of all that is packed in it."""

MEESTE = 500
_BUITEN = re.compile(rb'<[^>]*TargetMode\s*=\s*["\']External["\'][^>]*>', re.IGNORECASE)
_VERWIJZING = b"/relationships/hyperlink"


def base_document(bron: Bron) -> bytes | None:
    """The base document of the werkmap; ``None`` where there is none.

    Raises ``UsageError`` for one that is no document of Word, that is very large, or that would fetch or start
    something when it is opened: a template from elsewhere, a picture from a network, a macro.
    """
    bestand = bron.read(PAD)
    if bestand.problem == "niet_gevonden":
        return None
    if bestand.data is None:
        raise _refused("kan niet gelezen worden", "Zet er een gewoon Word-bestand neer dat u mag lezen.")
    try:
        with ZipFile(io.BytesIO(bestand.data)) as packed:
            _check(packed)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise _refused("is geen Word-bestand", "Sla het in Word op als .docx.") from None
    return bestand.data


def _check(packed: ZipFile) -> None:
    infos = packed.infolist()
    if len(infos) > MEESTE or sum(one.file_size for one in infos) > GROOTSTE:
        raise _refused("is te groot", "Haal plaatjes en voorbeeldtekst weg.")
    for one in infos:
        if "vbaproject" in one.filename.lower():
            raise _refused("bevat een macro", "Sla het op zonder macro's.")
        if one.filename.lower().endswith(".rels"):
            with packed.open(one) as file:
                text = file.read(GROOTSTE)
            if any(_VERWIJZING not in match for match in _BUITEN.findall(text)):
                raise _refused(
                    "haalt iets van buiten op", "Zet plaatjes in het bestand zelf, en gebruik geen eigen Word-sjabloon."
                )


def _refused(reason: str, remedy: str) -> UsageError:
    return UsageError(f"Het basisdocument {PAD} {reason}.", remedy)
