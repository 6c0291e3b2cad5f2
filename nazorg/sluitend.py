"""The sluitende aanpak as one list: everything in the region that nobody asked, agreed, took on or set a term for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.dossier import Dossier
from nazorg.reading import Gelezen
from nazorg.register import Actieregel, Filter, Onleesbaar, Register, Soort, dossier_rows, line_of
from nazorg.uitstroom import Gat, Gatsoort, gaps_of

_ZONDER_DAG = (Soort.ZONDER_UITERLIJK, Soort.ONBEPAALD)


@dataclass(frozen=True, slots=True)
class Gatregel:
    """Something that is missing, as a row; ``actie``, ``wat`` and ``eigenaar`` where it is about one action.

    ``regel`` is the line in the file. ``opmerking`` says why a term cannot be counted.
    """

    soort: Gatsoort
    dossier: str
    leefgebied: str
    actie: str | None
    wat: str | None
    eigenaar: str | None
    gemeente: str
    regisseur: str
    opmerking: str
    pad: str
    regel: int


@dataclass(frozen=True)
class Sluitend:
    """The list on a day."""

    peildatum: date
    gaten: tuple[Gatregel, ...]
    onleesbaar: tuple[Onleesbaar, ...]


def list_gaps(register: Register, keuze: Filter) -> Sluitend:
    """What is missing in the running dossiers that ``keuze`` holds: by what is missing, then in the order of the files.

    With a filter on eigenaar only what is about an action of that owner.
    """
    found = [
        row
        for gelezen, dossier in register.leesbare()
        if keuze.has_dossier(dossier)
        for row in _rows(register, keuze, gelezen, dossier)
    ]
    kinds = list(Gatsoort)
    return Sluitend(
        peildatum=register.peildatum,
        gaten=tuple(sorted(found, key=lambda row: kinds.index(row.soort))),
        onleesbaar=register.onleesbaar,
    )


def _rows(register: Register, keuze: Filter, gelezen: Gelezen[Dossier], dossier: Dossier) -> Iterator[Gatregel]:
    acties = {(row.leefgebied, row.plaats): row for row in dossier_rows(register, gelezen, dossier)}
    undated = {plek for plek, row in acties.items() if row.soort in _ZONDER_DAG}
    for gat in gaps_of(dossier, undated):
        if _fits(keuze, dossier, gat):
            row = None if gat.plaats is None else acties[gat.leefgebied, gat.plaats]
            yield _row(gelezen, dossier, gat, row)


def _fits(keuze: Filter, dossier: Dossier, gat: Gat) -> bool:
    if gat.plaats is not None:
        return keuze.has_actie(gat.leefgebied, dossier.leefgebieden[gat.leefgebied].acties[gat.plaats])
    return not keuze.eigenaar and (not keuze.leefgebied or gat.leefgebied.casefold() in keuze.leefgebied)


def _row(gelezen: Gelezen[Dossier], dossier: Dossier, gat: Gat, actie: Actieregel | None) -> Gatregel:
    return Gatregel(
        soort=gat.soort,
        dossier=dossier.dossier,
        leefgebied=gat.leefgebied,
        actie=actie.actie if actie else None,
        wat=actie.wat if actie else None,
        eigenaar=actie.eigenaar if actie else None,
        gemeente=dossier.gemeente,
        regisseur=dossier.regisseur,
        opmerking=actie.opmerking if actie and actie.soort is Soort.ONBEPAALD else "",
        pad=gelezen.path,
        regel=actie.regel if actie else line_of(gelezen, ("leefgebieden", gat.leefgebied)),
    )
