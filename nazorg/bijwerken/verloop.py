"""The round: fetch, merge, check, push; and again when somebody else was first."""

from dataclasses import dataclass, replace

from nazorg.begrippen.indeling import INSTELLINGEN, is_checked
from nazorg.bijwerken.binnen import Binnengekomen, tell_incoming
from nazorg.diagnostics import Diagnostic
from nazorg.errors import NazorgError, RepositoryError
from nazorg.gitrepo import find_repository, user_email
from nazorg.gitrepo.gedeeld import Aanbod
from nazorg.gitrepo.padfilters import keep_path_filters
from nazorg.gitrepo.tak import commit_of, current_tak
from nazorg.gitrepo.uitwisselen import fetch, push
from nazorg.gitrepo.verbinding import Verbinding, find_verbinding
from nazorg.gitrepo.wissels import between
from nazorg.register import Register
from nazorg.register.poort import fouten_of, fouten_of_aanbod
from nazorg.transactie import Hersteld
from nazorg.transactie.netwerk import Beurt, net_turn
from nazorg.transactie.samenvoeging import samenvoeging
from nazorg.werkmap import Werkmap

POGINGEN = 20
"""So often we begin anew because somebody else was first."""


@dataclass(frozen=True)
class Bijgewerkt:
    """What came of it.

    ``is_verbonden``: there is a place to share with. ``binnen`` is what came in (``None``: nothing), ``gedeeld`` the
    paths in the werkmap that went out. What was not shared has a reason: ``fouten`` that others must not get, ``open``
    paths that two people must decide on, or ``mislukt``. ``onbewaard`` are the paths that are not even committed,
    ``fouten_binnen`` what others shared that does not check: merged elsewhere line by line, say.
    """

    is_verbonden: bool
    binnen: Binnengekomen | None = None
    gedeeld: tuple[str, ...] = ()
    is_gedeeld: bool = False
    open: tuple[str, ...] = ()
    fouten: tuple[Diagnostic, ...] = ()
    mislukt: NazorgError | None = None
    hersteld: Hersteld | None = None
    onbewaard: tuple[str, ...] = ()
    fouten_binnen: tuple[Diagnostic, ...] = ()


def update(register: Register) -> Bijgewerkt:
    """Bring the werkmap of ``register`` up to date, and share what is committed in it and holds no ``fout``.

    Raises ``NazorgError`` when nothing could be fetched or merged; nothing
    is lost then. What went wrong later is in the answer.
    """
    assert isinstance(register.bron, Werkmap)
    root = register.bron.root
    with net_turn(root) as beurt:
        ronde = _Ronde(register, beurt)
        with samenvoeging(root, register.naam_met) as samenvoeger:  # what was left half done is put right
            hersteld, onbewaard = samenvoeger.hersteld, samenvoeger.unsaved()
            verbinding = find_verbinding(beurt.werkboom, current_tak(beurt.werkboom))
        if verbinding is None:
            return Bijgewerkt(is_verbonden=False, hersteld=hersteld)
        beurt.begin(verbinding)
        stand = commit_of(beurt.werkboom, "HEAD")
        done = ronde.run(verbinding)
        if done.binnen is not None:
            keep_path_filters(beurt.werkboom.top, stand, "HEAD")
        beurt.end()
        return replace(done, hersteld=hersteld, onbewaard=onbewaard)


class _Ronde:
    def __init__(self, register: Register, beurt: Beurt) -> None:
        self._register = register
        self._beurt = beurt
        self._werkboom = beurt.werkboom
        self._voor: str | None = None
        self._na = ""
        self._ander = ""

    def run(self, verbinding: Verbinding) -> Bijgewerkt:
        for _ in range(POGINGEN):
            there = fetch(self._werkboom, verbinding, self._beurt.inherits)
            open_paths = self._join(there, verbinding) if there else ()
            done = Bijgewerkt(
                is_verbonden=True,
                binnen=self._incoming(),
                open=open_paths,
                fouten_binnen=() if open_paths else self._wrong_incoming(),
            )
            tip = commit_of(self._werkboom, current_tak(self._werkboom).ref) if not open_paths else None
            if tip is None or tip == there:
                return done
            fouten = fouten_of_aanbod(self._werkboom.top, Aanbod(tip, there or ""), self._register.peildatum)
            if fouten:
                return replace(done, fouten=tuple(fouten))
            self._beurt.share(tip)
            try:
                if push(self._werkboom, verbinding, tip, self._beurt.inherits):
                    return replace(done, is_gedeeld=True, gedeeld=self._outgoing(there or "", tip))
            except NazorgError as error:
                return replace(done, mislukt=error)
        busy = RepositoryError("Anderen delen steeds net iets eerder.", "Er is niets verloren. Probeer het zo opnieuw.")
        return replace(done, mislukt=busy)

    def _join(self, there: str, verbinding: Verbinding) -> tuple[str, ...]:
        root = self._register.bron.root  # type: ignore[attr-defined]
        words = f"bijwerken: samengevoegd met {verbinding.naam}\n"
        with samenvoeging(root, self._register.naam_met) as samenvoeger:
            made = samenvoeger.join(there, words)
        if made.voor != made.boom:
            self._voor = self._voor or made.voor
            self._na, self._ander = made.boom, there
        return made.open

    def _incoming(self) -> Binnengekomen | None:
        if self._voor is None:
            return None
        repository = find_repository(self._werkboom.top / self._werkboom.prefix)
        own = self._register.regisseur_met(user_email(self._werkboom.top) or "")
        today = self._register.peildatum.toordinal()
        mine = {own, *self._register.regio.waargenomen(own, today)} if own else set()
        return tell_incoming(repository, self._voor, self._na, self._ander, lambda naam: naam in mine)

    def _wrong_incoming(self) -> tuple[Diagnostic, ...]:
        if self._voor is None:
            return ()
        wissels = between(self._werkboom.top, self._voor, self._na)
        return tuple(fouten_of(wissels, self._register.peildatum))

    def _outgoing(self, there: str, tip: str) -> tuple[str, ...]:
        prefix = self._werkboom.prefix
        paths = between(self._werkboom.top, there, tip).bestanden
        inside = (path.removeprefix(prefix) for path in paths if path.startswith(prefix))
        return tuple(path for path in inside if is_checked(path) or path == INSTELLINGEN)
