"""A change as a Dutch sentence, without who or when: what a history says, and what a command says that it did."""

import re
from collections.abc import Iterator

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.datums import ISO_DATUM, datum_in_woorden, read_datum
from nazorg.begrippen.indeling import Bestandsoort
from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde
from nazorg.historie import Soort, Wijziging
from nazorg.output.tekst import count
from nazorg.verschil import Onderdeel, Weg, items_of

_MEESTE_VELDEN = 5
"""So many fields of a thing that came or went are named."""

_ONDERDELEN = {
    "betrokken": "betrokken partner",
    "fasering": "fasering",
    "ontslag_historie": "eerdere ontslagdatum",
    "doelen": "doel",
    "acties": "actie",
    "opschorting": "opschorting",
    "toestemmingen": "toestemming",
    "verstrekkingen": "verstrekking",
    "besluiten": "besluit",
    "logboek": "logboekregel",
    "conflicten": "conflict",
    "dossiers": "dossier",
}
"""What one item of a list is called."""

_VELDEN = {
    "ontslag verwacht": "verwachte ontslagdatum",
    "ontslag vroegst": "vroegste ontslagdatum",
    "ontslag uiterst": "uiterste ontslagdatum",
    "ontslag feitelijk": "feitelijke ontslagdatum",
    "ontslag zekerheid": "zekerheid van de ontslagdatum",
    "dr_plan_ontvangen": "D&R-plan ontvangen",
    "nazorg_tot": "nazorg tot",
    "geldig_tot": "geldig tot",
    "opnieuw_aanbieden": "opnieuw aanbieden",
}
"""Fields whose key says too little by itself."""

_BESTANDEN = {
    Bestandsoort.DOSSIER: "Dossier",
    Bestandsoort.OVERLEG: "Overleg",
    Bestandsoort.INSTELLINGEN: "Instellingen",
}
_LEEG_IS = {"status": "open", "snel_succes": "nee"}
"""What an action means by a key that it leaves out."""

_DATUM = re.compile(ISO_DATUM, re.ASCII)
_WOORD = re.compile(r"[a-z]+(?:_[a-z]+)+", re.ASCII)


def sentence(wijziging: Wijziging, bestand: Bestandsoort = Bestandsoort.DOSSIER) -> str:
    """``wijziging`` as a sentence without a full stop, whole and on as many lines as its values have.

    ``Actie w4hn *Urgentieverklaring aanvragen* (onderdak): status open → gedaan``. The values are text of a file: show
    it as such.
    """
    subject, rest = _subject(wijziging, bestand)
    said = _said(wijziging, rest)
    glue = " " if not rest and said.split(" ")[0] in ("toegevoegd", "verwijderd") else ": "
    whole = f"{subject}{glue}{said}"
    return whole[0].upper() + whole[1:]


def field_name(weg: Weg) -> str:
    """A field by its whole way: ``onderdak, actie w4hn: status``."""
    subject, rest = _place(weg)
    return f"{subject}: {_label(rest)}" if subject and rest else subject or _label(rest)


def value_in_words(value: str) -> str:
    """A value for a person: a date in words, a word of the program without its underscores, else as it stands."""
    if _DATUM.fullmatch(value):
        try:
            return datum_in_woorden(read_datum(value))
        except OngeldigeWaarde:
            return value
    return value.replace("_", " ") if _WOORD.fullmatch(value) else value


def leefgebied_in_words(naam: str) -> str:
    """``werk en inkomen``."""
    return LEEFGEBIEDEN.get(naam, naam.replace("_", " "))


def _subject(wijziging: Wijziging, bestand: Bestandsoort) -> tuple[str, Weg]:
    """What the sentence is about, and the rest of the way from there."""
    weg = wijziging.weg
    if wijziging.actie is not None:
        words = f" *{wijziging.wat}*" if wijziging.wat else ""
        where = f" ({leefgebied_in_words(wijziging.leefgebied)})" if wijziging.leefgebied else ""
        return f"actie {wijziging.actie}{words}{where}", weg[4:]
    subject, rest = _place(weg)
    return subject or _BESTANDEN[bestand], rest


def _place(weg: Weg) -> tuple[str, Weg]:
    """What a way is about, as far as that has a name of its own, and the rest of it."""
    parts: list[str] = []
    if weg[:1] == ("leefgebieden",) and len(weg) > 1:
        parts.append(leefgebied_in_words(str(weg[1])))
        weg = weg[2:]
    elif weg[:1] == ("detentie",):
        parts.append("detentie")
        weg = weg[1:]
    while len(weg) > 1 and isinstance(weg[1], Onderdeel) and str(weg[0]) in _ONDERDELEN:
        parts.append(f"{_ONDERDELEN[str(weg[0])]} {weg[1]}")
        weg = weg[2:]
    return ", ".join(parts), weg


def _said(wijziging: Wijziging, rest: Weg) -> str:
    """What happened to the subject."""
    oud, nieuw = wijziging.oud, wijziging.nieuw
    if wijziging.soort is Soort.VERPLAATST:
        if not wijziging.weg:
            return f"het bestand heet nu {nieuw} (was {oud})"
        return f"verplaatst van {leefgebied_in_words(str(oud))} naar {leefgebied_in_words(str(nieuw))}"
    if wijziging.soort is Soort.ONLEESBAAR:
        return "het bestand is vanaf hier niet te lezen"
    if wijziging.soort is Soort.WEER_LEESBAAR:
        return "het bestand is weer te lezen"
    *_, last = rest or ("",)
    if isinstance(last, Onderdeel) and isinstance(oud, str) and isinstance(nieuw, str):
        return f"{_label(rest[:-1])} {oud or nieuw} {'erbij' if nieuw else 'eraf'}"
    if wijziging.actie is not None and str(last) in _LEEG_IS:
        oud, nieuw = oud or _LEEG_IS[str(last)], nieuw or _LEEG_IS[str(last)]
    name = _label(rest)
    if oud and nieuw:
        return f"{name} {_in_short(oud)} → {_in_short(nieuw)}".strip()
    if isinstance(oud or nieuw, str):
        return f"{name} ingevuld: {_in_short(nieuw)}" if nieuw else f"{name} leeggemaakt (was {_in_short(oud)})"
    return f"{name} {'toegevoegd' if nieuw else 'verwijderd'}{_contents(nieuw or oud)}".strip()


def _label(rest: Weg) -> str:
    """A field in words, by the last steps of its way."""
    words = " ".join(str(step) for step in rest)
    if words in _VELDEN:
        return _VELDEN[words]
    return " ".join(_VELDEN.get(str(step), str(step)).replace("_", " ") for step in rest)


def _contents(boom: Boom) -> str:
    """What a thing that came or went is made of, in short: ``(eigenaar pi-alphen, uiterlijk 1 december 2026)``."""
    found = list(_leaves(boom))
    shown = ", ".join(found[:_MEESTE_VELDEN])
    return f" ({shown}{', …' if len(found) > _MEESTE_VELDEN else ''})" if found else ""


def _in_short(boom: Boom) -> str:
    return value_in_words(boom) if isinstance(boom, str) else _contents(boom).strip()


def _leaves(boom: Boom) -> Iterator[str]:
    """The fields of a thing, each in a few words; a list by how many it has."""
    if isinstance(boom, str):
        yield value_in_words(boom)
    elif isinstance(boom, list):
        for item, value in items_of(boom).items():
            if isinstance(value, str):
                yield value
            else:
                yield f"{item}{_contents(value)}"
    else:
        for name, value in boom.items():
            if name in ("id", "wat", "dossier") or not value:
                continue
            if isinstance(value, str):
                yield f"{_label((name,))} {value_in_words(value)}"
            elif isinstance(value, list) and name in _ONDERDELEN:
                yield count(len(value), _ONDERDELEN[name], name.replace("_", " "))
            elif isinstance(value, list):
                yield f"{_label((name,))} {', '.join(_leaves(value))}"
            else:
                yield f"{_label((name,))}{_contents(value)}"
