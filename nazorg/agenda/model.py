"""What stands on an agenda, as frozen values. A field is a variable of a template, under the same name.

Nothing here names a person: no pseudonym, no logboek, no goals. ``situatie`` is filled for a casusoverleg only. All
that is said of a person stands in these values before a template sees it, and each piece tells its dossier, its
leefgebied (``None``: of the dossier as a whole) and what kind of data it is.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from nazorg.begrippen.keuzes import Gegevenssoort
from nazorg.uitstroom import Ontslagdag, ZonderActie


class Moment(StrEnum):
    """Where an action stands.

    Overdue on the peildatum, due by the day of the consultation, due by the day of the next one, or later.
    """

    TE_LAAT = "te_laat"
    VOOR_OVERLEG = "voor_overleg"
    BINNENKORT = "binnenkort"
    LATER = "later"
    ZONDER_UITERLIJK = "zonder_uiterlijk"
    ONBEPAALD = "onbepaald"
    OPGESCHORT = "opgeschort"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class Actiepunt:
    """One unfinished action.

    ``dagen_te_laat`` as in a list: 0 on the peildatum, negative ahead, ``None`` without a date. ``eigenaar`` is the key
    (``None``: nog toe te delen), ``eigenaar_naam`` what that owner is called on paper.
    """

    actie: str | None
    leefgebied: str
    wat: str
    eigenaar: str | None
    eigenaar_naam: str
    status: str
    wacht_op: str | None
    uiterlijk: date | None
    dagen_te_laat: int | None
    moment: Moment
    snel_succes: bool
    opmerking: str


@dataclass(frozen=True, slots=True)
class Leefgebiedpunt:
    """A leefgebied of a dossier; ``te_bespreken`` when there is something to talk about.

    ``toe_te_delen``: a request for help that nothing was agreed on, or not in order with nothing left to be done.
    """

    leefgebied: str
    stand: str
    hulpvraag: str
    basisvoorwaarde: bool
    op_orde: bool
    te_bespreken: bool
    toe_te_delen: bool
    zonder_actie: ZonderActie | None
    situatie: str | None
    acties: tuple[Actiepunt, ...]


class Vergeleken(StrEnum):
    """Whether the agenda tells what changed since the consultation before it, and else why not."""

    JA = "ja"
    GEEN_VORIG = "geen_vorig"
    GEEN_GIT = "geen_git"
    TE_VER = "te_ver"


class Veranderd(StrEnum):
    """What changed in a dossier."""

    NIEUW = "nieuw"
    STATUS = "status"
    ONTSLAG = "ontslag"
    TOEZICHT = "toezicht"
    STAND = "stand"
    HULPVRAAG = "hulpvraag"
    BEWIJS = "bewijs"
    SITUATIE = "situatie"
    ACTIE_NIEUW = "actie_nieuw"
    ACTIE_STATUS = "actie_status"
    ACTIE_EIGENAAR = "actie_eigenaar"
    ACTIE_TERMIJN = "actie_termijn"
    ACTIE_ANDERS = "actie_anders"
    ACTIE_WEG = "actie_weg"
    BESLUIT = "besluit"


@dataclass(frozen=True, slots=True)
class Verandering:
    """What changed in a dossier since the consultation before this one, all in all.

    ``gegeven`` is the kind of data that it is about; ``None`` is a kind that no ground speaks of. ``wat`` is the text
    of the action or decision. ``van`` and ``naar`` are what stood there and stands there now: a choice, a date or term,
    or what an owner is called; ``None`` for nothing. ``veld`` is the date that changed, of an ``ontslag``.
    """

    dossier: str
    leefgebied: str | None
    gegeven: Gegevenssoort | None
    soort: Veranderd
    actie: str | None = None
    wat: str | None = None
    veld: str | None = None
    van: str | None = None
    naar: str | None = None


@dataclass(frozen=True, slots=True)
class Besluitactie:
    """An action that came of a decision, as it stands now; ``moment`` is ``None`` for one that is finished.

    ``eigenaar`` and ``eigenaar_naam`` are as in an ``Actiepunt``.
    """

    actie: str
    leefgebied: str
    wat: str
    eigenaar: str | None
    eigenaar_naam: str
    status: str
    gedaan_op: date | None
    uiterlijk: date | None
    dagen_te_laat: int | None
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class Besluitpunt:
    """A decision of the consultation before this one, and what came of it.

    ``stand`` is how its leefgebied stands now; ``None`` for a decision about the dossier as a whole.
    """

    dossier: str
    leefgebied: str | None
    besluit: str
    stand: str | None
    acties: tuple[Besluitactie, ...]


@dataclass(frozen=True, slots=True)
class Vorig:
    """The consultation of the same kind before this one."""

    overleg: str
    datum: date


@dataclass(frozen=True, slots=True)
class Tafelpartner:
    """A partner at the table for one dossier, with its own reference for the case."""

    partner: str
    naam: str
    kenmerk: str | None


@dataclass(frozen=True, slots=True)
class Agendadossier:
    """One point of the agenda.

    ``acties`` are those of all leefgebieden: what nobody took on first, then quick wins, then by urgency.
    ``veranderingen`` and ``besluiten`` are those since and of the consultation before this one.
    """

    nummer: int
    begin: time | None
    minuten: int | None
    dossier: str
    gemeente: str
    status: str
    kader: str
    regisseur: str
    veiligheidsplan: bool
    aanleiding: str | None
    hele_tafel: bool
    partners: tuple[Tafelpartner, ...]
    ontslag: Ontslagdag | None
    leefgebieden: tuple[Leefgebiedpunt, ...]
    acties: tuple[Actiepunt, ...]
    veranderingen: tuple[Verandering, ...]
    besluiten: tuple[Besluitpunt, ...]


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """A partner at the table, the points it is there for, and when it can leave."""

    partner: str
    naam: str
    punten: tuple[int, ...]
    alle_punten: bool
    klaar: time | None


@dataclass(frozen=True, slots=True)
class ToeTeDelen:
    """A problem without an owner: an action that nobody took on, or help asked for that nobody works on.

    In the second case ``wat`` is ``None`` and ``reden`` says why.
    """

    nummer: int
    dossier: str
    leefgebied: str
    stand: str
    wat: str | None
    reden: ZonderActie | None
    snel_succes: bool
    uiterlijk: date | None


@dataclass(frozen=True, slots=True)
class Dag:
    """The points of those who leave on one day; ``None`` where no day is known."""

    datum: date | None
    loketten_dicht: str
    punten: tuple[Agendadossier, ...]


@dataclass(frozen=True, slots=True)
class Ontbrekend:
    """A file that the agenda should have used and could not: where (``regel`` 1-based) and why; holds no text of it."""

    naam: str
    pad: str
    regel: int
    code: str
    reden: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """An agenda as it stands on ``peildatum``. ``minuten`` is the total, 0 when no point has a time.

    ``te_lang`` is how many minutes more the points take than the consultation lasts. ``vorig`` is the one of the same
    kind before it, ``vergeleken`` whether what changed since then could be told, ``volgende`` the day of the next one.
    """

    overleg: str
    soort: str
    regio: str
    datum: date
    tijd: time | None
    eindtijd: time | None
    minuten: int
    te_lang: int
    vorig: Vorig | None
    vergeleken: Vergeleken
    volgende: date | None
    plaats: str | None
    gemeenten: tuple[str, ...]
    voorzitter: str | None
    peildatum: date
    ontbrekend: tuple[Ontbrekend, ...]
    deelnemers: tuple[Deelnemer, ...]
    toe_te_delen: tuple[ToeTeDelen, ...]
    punten: tuple[Agendadossier, ...]
    dagen: tuple[Dag, ...]
