"""What the rules say of every dossier, kept as long as it holds; only what is not known, or no more, is judged anew."""

import json
import sqlite3
from datetime import date
from functools import partial

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.index.antwoord import Opening, ask
from nazorg.index.bijwerken import STAND, Bijgewerkt
from nazorg.index.bundel import Bundel
from nazorg.index.inhoud import Lezer, Progress
from nazorg.index.inhouden import write_keuring
from nazorg.index.lezing import insist
from nazorg.index.oordeel import GEKEURD, SAMEN, VAN_REGIO, VERLOPEN, Oordeel, is_whole, read_ahead
from nazorg.index.stand import key_of
from nazorg.index.tabellen import pad_of, plek_of, read_gegeven, write_gegeven
from nazorg.index.vertaling import as_json
from nazorg.werkmap import Werkmap

_POGINGEN = 3
_ONBEKEND = (
    "SELECT b.plek, b.inhoud, b.sleutel FROM bestand b WHERE NOT EXISTS"
    " (SELECT 1 FROM keuring k WHERE k.inhoud = b.inhoud)"
)


def judge(
    werkmap: Werkmap, lezer: Lezer, peildatum: date, opening: Opening | None = None, progress: Progress | None = None
) -> Oordeel | None:
    """What the rules say on ``peildatum``. ``None`` when the index cannot answer."""
    ahead = read_ahead(opening.connection, peildatum) if opening and opening.git else None
    for _ in range(_POGINGEN):
        also = partial(_judge, werkmap=werkmap, lezer=lezer, peildatum=peildatum, progress=progress)
        antwoord = ask(werkmap, lezer, opening, also, progress)
        if antwoord is None:
            return None
        if is_whole(antwoord.ask, peildatum):
            return Oordeel(antwoord, ahead)
        antwoord.close()
        opening = None
    return None


def _judge(bijgewerkt: Bijgewerkt, werkmap: Werkmap, lezer: Lezer, peildatum: date, progress: Progress | None) -> None:
    """Raises ``Gewijzigd`` where a file is no longer what it was when it was looked at."""
    connection = bijgewerkt.connection
    stand = read_gegeven(connection, STAND)
    is_same = read_gegeven(connection, GEKEURD) == stand
    todo = connection.execute(VERLOPEN, {"dag": peildatum.toordinal()}).fetchall()
    todo += [] if is_same else connection.execute(_ONBEKEND).fetchall()
    of_settings = read_gegeven(connection, VAN_REGIO)
    knows_settings = of_settings.partition("\n")[0] == bijgewerkt.instellingen
    if todo or not knows_settings:
        settings = werkmap.read(INSTELLINGEN)
        insist(key_of(settings) == bijgewerkt.instellingen)
        if not knows_settings:
            found = as_json(lezer.keuring_van_regio(settings), INSTELLINGEN)
            of_settings = f"{bijgewerkt.instellingen}\n{found}"
        files = (_unchanged(werkmap, pad_of(plek), sleutel) for plek, _, sleutel in todo)
        with Bundel(connection) as bundel:
            keuringen = lezer.keuringen(settings, files, len(todo))
            for done, ((plek, inhoud, _), keuring) in enumerate(zip(todo, keuringen, strict=True), 1):
                bundel.begin()
                write_keuring(connection, inhoud, pad_of(plek), keuring)
                if progress:
                    progress(done, len(todo))
    if not is_same:
        _keep(connection, stand, of_settings)


def _unchanged(werkmap: Werkmap, pad: str, sleutel: str) -> Bestand:
    bestand = werkmap.read(pad)
    insist(key_of(bestand) == sleutel)
    return bestand


def _keep(connection: sqlite3.Connection, stand: str, of_settings: str) -> None:
    """What has to do with what, where the index is still what it was at ``stand``. Raises ``Gewijzigd``."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        unknown = connection.execute(f"{_ONBEKEND} LIMIT 1").fetchone()
        insist(read_gegeven(connection, STAND) == stand and unknown is None)
        write_gegeven(connection, SAMEN, json.dumps(_together(connection)))
        write_gegeven(connection, VAN_REGIO, of_settings)
        write_gegeven(connection, GEKEURD, stand)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _together(connection: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """The numbers that more than one file has or is called by, and the paths that share a number or a person."""
    rows = connection.execute(
        "SELECT naam FROM bestand GROUP BY naam HAVING count(*) > 1"
        " UNION SELECT k.dossier FROM keuring k CROSS JOIN bestand b ON b.inhoud = k.inhoud"
        " WHERE k.dossier <> '' AND k.dossier <> k.naam"
    )
    numbers = [naam for (naam,) in rows]
    people = connection.execute(
        "SELECT betrokkene FROM keuring WHERE betrokkene <> '' GROUP BY betrokkene HAVING count(*) > 1"
    ).fetchall()
    paden: set[str] = set()
    for column, values in (("dossier", numbers), ("betrokkene", [one for (one,) in people])):
        for value in values:
            found = connection.execute(
                "SELECT b.plek FROM keuring k CROSS JOIN bestand b ON b.inhoud = k.inhoud"  # noqa: S608 - our own name
                f" WHERE k.{column} = ? AND k.{column} <> ''",
                (value,),
            ).fetchall()
            if column == "dossier" or len(found) > 1:
                paden |= {pad_of(plek) for (plek,) in found}
    return numbers, sorted(paden, key=plek_of)
