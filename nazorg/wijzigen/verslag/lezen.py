"""From the text of minutes to what they say, and every line that cannot be understood: nothing is passed over.

A line is a heading (``## 1. NZ-2026-k7f3mq``, ``### onderdak``), a field (``besluit: …``, ``gedaan w4hn: …``), more of
the text above it, or, with ``>`` before it, an explanation that is not read.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from nazorg.begrippen.datums import read_datum
from nazorg.begrippen.ids import DOSSIER_ID, ITEM_ID
from nazorg.begrippen.keuzes import Stand
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde
from nazorg.begrippen.termen import read_uiterlijk
from nazorg.diagnostics.taal import meant, phrase_typed
from nazorg.wijzigen.verslag.kader import Kader
from nazorg.wijzigen.verslag.model import Besloten, NieuweActie, Punt, Verslag
from nazorg.yamltext import is_allowed

_BOVENAAN = ("aanwezig", "volgende")
_VAN_EEN_ACTIE = ("gedaan", "vervalt", "uitstel", "eigenaar")
_VAN_EEN_NIEUWE = ("wie", "uiterlijk", "snel succes")
VELDEN = ("besluit", "stand", "actie", *_VAN_EEN_NIEUWE, *_VAN_EEN_ACTIE, *_BOVENAAN)
_VRIJ = ("besluit", "actie", "gedaan")
_VELD = re.compile(r"\s*([A-Za-z]+(?: [A-Za-z]+)?)(?:[ \t]+([^\s:]+))?[ \t]*:(.*)", re.DOTALL)
_KOP = re.compile(r"(#{1,6})[ \t]*(.*)")
_ONLEESBAAR = "\N{REPLACEMENT CHARACTER}"
_REGEL = re.compile(r"\r\n|\r|\n")
_KLAAR = re.compile(r"> klaar: \S+$")
_JA, _NEE = ("ja", "j", "x"), ("nee", "n")


@dataclass(frozen=True, slots=True)
class Leesfout:
    """A place that cannot be understood: ``regel`` and ``kolom`` from 1, what is wrong, and what to do.

    One that is not ``erg`` is a line that was not read and may have been meant to be.
    """

    regel: int
    kolom: int
    melding: str
    raad: str
    erg: bool = True


class _FoutError(Exception):
    def __init__(self, melding: str, raad: str, *, erg: bool = True) -> None:
        super().__init__(melding)
        self.melding, self.raad, self.erg = melding, raad, erg


def decode_minutes(data: bytes) -> str:
    """The text of a file that was saved as UTF-8, or by an older Windows program as that does."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_minutes(text: str, kader: Kader, bekend: Iterable[str] = ()) -> tuple[Verslag, tuple[Leesfout, ...]]:
    """What the minutes in ``text`` say; ``bekend`` are the explanations that the program itself put in.

    With a fault anywhere that is ``erg`` the minutes are not to be used: the person puts the text right first.
    """
    reader = _Lezer(kader, frozenset(line.strip() for line in bekend))
    for number, line in enumerate(_REGEL.split(text), 1):
        try:
            reader.line(line)
        except _FoutError as fault:
            reader.faults.append(
                Leesfout(number, len(line) - len(line.lstrip()) + 1, fault.melding, fault.raad, fault.erg)
            )
            reader.open = None
    return reader.made(), tuple(reader.faults)


class _Lezer:
    """What was read so far, and where the next line belongs."""

    def __init__(self, kader: Kader, bekend: frozenset[str]) -> None:
        self._kader = kader
        self._bekend = bekend
        self.faults: list[Leesfout] = []
        self._verslag = Verslag()
        self._punten: dict[str, Punt] = {}
        self._dossier = ""
        self._leefgebied: str | None = None
        self._besluit: int | None = None
        self._actie: tuple[int | None, int] | None = None
        self.open: Callable[[str], None] | None = None
        self._passed_over = False

    def made(self) -> Verslag:
        filled = {nummer: punt for nummer, punt in self._punten.items() if not punt.is_leeg}
        return replace(self._verslag, punten=filled)

    def line(self, line: str) -> None:
        """Take one line. Raises ``_FoutError``."""
        text = line.replace("\N{NO-BREAK SPACE}", " ").strip()
        if not text:
            self.open = None
            return
        if not is_allowed(text) or _ONLEESBAAR in text:
            raise _FoutError("Hier staat een onzichtbaar, onleesbaar of verboden teken.", "Typ deze regel over.")
        if text.startswith(">"):
            self.open = None
            if self._bekend and text not in self._bekend and _KLAAR.match(text) is None:
                raise _FoutError(
                    "Deze regel begint met > en is niet gelezen; zo staat hij nu niet in het lege verslag.",
                    "Hoort hij erbij, zet hem dan achter 'besluit:' of 'actie:'.",
                    erg=False,
                )
            return
        if match := _KOP.match(text):
            self.open = None
            self._heading(len(match[1]), match[2].strip())
            return
        match = _VELD.fullmatch(text)
        name = match[1].casefold() if match else ""
        if match and name in VELDEN:
            self._field(name, match[2] or "", match[3].strip())
        elif match and name.partition(" ")[0] in _VAN_EEN_ACTIE and not match[2]:
            self._field(name.partition(" ")[0], name.partition(" ")[2], match[3].strip())
        elif match and (near := get_close_matches(name, VELDEN, 1, 0.75)):
            raise _FoutError(f"'{match[1]}' is hier geen veld.", f"Bedoelt u '{near[0]}:'?")
        elif self.open is not None:
            self.open(text)
        else:
            raise _FoutError(
                "Van deze regel is niet te zien waar hij bij hoort.",
                "Zet hem achter 'besluit:' of 'actie:'; een uitleg die niet gelezen hoeft te worden, haalt u weg.",
            )

    def _heading(self, depth: int, text: str) -> None:
        if depth == 1:
            if self._kader.overleg not in text:
                raise _FoutError(
                    "Dit is geen verslag van dit overleg.", f"Bovenaan hoort te staan: # Verslag {self._kader.overleg}"
                )
            _nothing_beside(text.replace(self._kader.overleg, "", 1), r"(verslag)?:?")
            return
        self._besluit = self._actie = self._leefgebied = None
        if depth == 2:
            match = re.search(DOSSIER_ID, text)
            if match is None or match[0] not in self._kader.acties:
                self._dossier, self._passed_over = "", True
                raise _FoutError(
                    "Dit dossier staat niet op de agenda van dit overleg.",
                    f"{meant(match[0] if match else text, self._kader.acties)}"
                    "Kijk het nummer na, of zet het er eerst op met: nazorg overleg zet-op",
                )
            self._dossier, self._passed_over = match[0], False
            _nothing_beside(text.replace(match[0], "", 1), r"([0-9]+[.)]?)?")
            return
        words = text.partition("(")[0].strip()
        naam = self._kader.leefgebieden.get(words.casefold())
        if naam is None:
            known = dict.fromkeys(self._kader.leefgebieden.values())
            self._passed_over = True
            raise _FoutError(f"'{words}' is geen leefgebied.", f"{meant(words, known)}Kies uit: {', '.join(known)}.")
        self._leefgebied, self._passed_over = naam, not self._dossier
        _nothing_beside(text[len(words) :], r"(\(nu [a-z_ ]+\))?")

    def _field(self, name: str, item: str, value: str) -> None:
        self.open = None
        if name in _BOVENAAN:
            self._on_top(name, value)
            return
        if not self._dossier or self._passed_over:
            if self._passed_over and not value:
                return
            raise _FoutError(
                "Het is niet duidelijk bij welk dossier of leefgebied dit hoort.",
                "Zet er een kop boven, zoals ## NZ-2026-k7f3mq en daaronder ### onderdak.",
            )
        if name in _VAN_EEN_ACTIE:
            self._of_action(name, item, value)
        elif item:
            raise _FoutError(f"Achter '{name}' hoort meteen een dubbele punt.", f"Schrijf: {name}: {item} {value}")
        elif name == "besluit":
            self._decision(value)
        elif name == "actie":
            self._action(value)
        elif name in _VAN_EEN_NIEUWE:
            self._of_new(name, value)
        elif value:
            self._stand(value)

    def _on_top(self, name: str, value: str) -> None:
        if not value:
            return
        if name == "volgende":
            day = _read(read_datum, value)
            _once(name, self._verslag.volgende, day)
            self._verslag = replace(self._verslag, volgende=day)
            return
        words = [word.strip() for word in re.split(r"[,;]", value) if word.strip()]
        there = [*(self._verslag.aanwezig or ()), *(self._who(word, self._kader.tafel) for word in words)]
        self._verslag = replace(self._verslag, aanwezig=tuple(dict.fromkeys(there)))

    def _stand(self, value: str) -> None:
        naam = self._domain("stand")
        wanted = value.casefold().replace(" ", "_").strip(".")
        choices = [str(one) for one in Stand]
        if wanted not in choices:
            raise _FoutError(f"'{value}' is geen stand.", f"{meant(wanted, choices)}Kies uit: {', '.join(choices)}.")
        _once("stand", self._punt.standen.get(naam), Stand(wanted))
        self._change(standen={**self._punt.standen, naam: Stand(wanted)})

    def _of_action(self, name: str, item: str, value: str) -> None:
        known = self._kader.acties[self._dossier]
        item = item.casefold()
        if not value or value.casefold() in _NEE:
            return
        if not re.fullmatch(ITEM_ID, item) or item not in known:
            raise _FoutError(
                f"Dit dossier heeft geen actie '{item}'." if item else f"Achter '{name}' hoort het id van een actie.",
                f"{meant(item, known)}Schrijf bijvoorbeeld: {name} {next(iter(known), 'w4hn')}: {value}",
            )
        punt = self._punt
        goes_on = {"uitstel": punt.uitgesteld, "eigenaar": punt.toegedeeld}
        besides = goes_on.get(name, {**punt.uitgesteld, **punt.toegedeeld})
        if item in (*punt.gedaan, *punt.vervallen, *besides):
            raise _FoutError(f"Over actie {item} staat er al iets anders.", "Laat een van de twee staan.")
        if name == "gedaan":
            self._change(gedaan={**punt.gedaan, item: "" if value.casefold() in _JA else value})
            self.open = lambda more: self._more_result(item, more)
        elif name == "vervalt":
            if value.casefold() not in _JA:
                raise _FoutError(
                    "Achter 'vervalt' hoort ja of nee.",
                    "Schrijf ja, en zet waarom achter 'besluit:' van dit leefgebied.",
                )
            self._change(vervallen=(*punt.vervallen, item))
        elif name == "uitstel":
            self._change(uitgesteld={**punt.uitgesteld, item: str(_read(read_uiterlijk, value))})
        else:
            self._change(toegedeeld={**punt.toegedeeld, item: self._who(value, self._kader.wie)})

    def _more_result(self, item: str, more: str) -> None:
        self._change(gedaan={**self._punt.gedaan, item: f"{self._punt.gedaan[item]} {more}".strip()})

    def _decision(self, value: str) -> None:
        self._actie = self._besluit = None
        if value:
            self._besluit = len(self._punt.besluiten)
            self._change(besluiten=(*self._punt.besluiten, Besloten(value, self._leefgebied)))
        self.open = self._more_decision

    def _more_decision(self, more: str) -> None:
        if self._besluit is None:
            self._decision(more)
            return
        old = self._punt.besluiten[self._besluit]
        self._put_decision(replace(old, tekst=f"{old.tekst} {more}"))

    def _put_decision(self, besluit: Besloten) -> None:
        assert self._besluit is not None
        found = list(self._punt.besluiten)
        found[self._besluit] = besluit
        self._change(besluiten=tuple(found))

    def _action(self, value: str) -> None:
        self._actie = None
        if value:
            actie = NieuweActie(self._domain("actie"), value)
            place = len(self._actions)
            self._actie = (self._besluit, place)
            self._put_actions((*self._actions, actie))
        self.open = self._more_action

    def _more_action(self, more: str) -> None:
        if self._actie is None:
            self._action(more)
            return
        old = self._actions[self._actie[1]]
        self._put_action(replace(old, wat=f"{old.wat} {more}"))

    def _of_new(self, name: str, value: str) -> None:
        if not value:
            return
        if self._actie is None:
            raise _FoutError(f"Boven '{name}' staat geen actie.", "Zet eerst achter 'actie:' wat er gebeurt.")
        old = self._actions[self._actie[1]]
        if name == "wie":
            wie = self._who(value, self._kader.wie)
            _once(name, old.wie, wie)
            self._put_action(replace(old, wie=wie))
        elif name == "uiterlijk":
            uiterlijk = str(_read(read_uiterlijk, value))
            _once(name, old.uiterlijk, uiterlijk)
            self._put_action(replace(old, uiterlijk=uiterlijk))
        elif value.casefold() in (*_JA, *_NEE):
            self._put_action(replace(old, snel_succes=value.casefold() in _JA))
        else:
            raise _FoutError(f"'{value}' is geen ja of nee.", "Schrijf achter 'snel succes:' ja of nee.")

    @property
    def _punt(self) -> Punt:
        return self._punten.get(self._dossier, Punt())

    @property
    def _actions(self) -> tuple[NieuweActie, ...]:
        besluit = self._actie[0] if self._actie else self._besluit
        return self._punt.acties if besluit is None else self._punt.besluiten[besluit].acties

    def _put_actions(self, acties: tuple[NieuweActie, ...]) -> None:
        if self._besluit is None:
            self._change(acties=acties)
        else:
            self._put_decision(replace(self._punt.besluiten[self._besluit], acties=acties))

    def _put_action(self, actie: NieuweActie) -> None:
        assert self._actie is not None
        found = list(self._actions)
        found[self._actie[1]] = actie
        self._put_actions(tuple(found))

    def _change(self, **fields: Any) -> None:
        self._punten[self._dossier] = replace(self._punt, **fields)

    def _domain(self, name: str) -> str:
        if self._leefgebied is None:
            raise _FoutError(f"'{name}' hoort bij een leefgebied.", "Zet er een kop boven, bijvoorbeeld: ### onderdak")
        return self._leefgebied

    def _who(self, word: str, known: Mapping[str, str]) -> str:
        found = known.get(word.casefold())
        if found is None:
            near = get_close_matches(word.casefold(), known, 1, 0.6)
            raise _FoutError(
                "Deze naam is geen partner of regisseur uit nazorg.yaml.",
                f"Bedoelt u {known[near[0]]}? Alle namen staan in nazorg.yaml."
                if near
                else f"Kies uit: {', '.join(dict.fromkeys(known.values()))}.",
            )
        return found


def _once(name: str, there: object, value: object) -> None:
    """Refuse a second ``value`` that is not the one that is ``there``: which of them counts, nobody can tell."""
    if there and there != value:
        raise _FoutError(
            f"Achter '{name}' staat hier twee keer iets, en niet hetzelfde.", "Laat een van de twee staan."
        )


def _nothing_beside(rest: str, expected: str) -> None:
    """Say so where a heading holds more than the program put in it: what is read of it, is read by now."""
    if re.fullmatch(expected, rest.strip(), re.IGNORECASE) is None:
        raise _FoutError(
            "Wat verder in deze kop staat, is niet gelezen.",
            "Hoort het erbij, zet het dan op een eigen regel achter 'besluit:' of 'actie:'.",
            erg=False,
        )


def _read(read: Callable[[str], Any], value: str) -> Any:
    try:
        return read(value)
    except OngeldigeWaarde as fault:
        zin = phrase_typed(fault.soort, **fault.feiten)
        raise _FoutError(zin.message, zin.remedy) from None
