"""Who leaves, and what is not in order, for programs: TSV with a row per basisvoorwaarde, JSON with all of it."""

from collections.abc import Iterator
from typing import Any, TextIO

from nazorg.begrippen.keuzes import Zekerheid
from nazorg.output.acties import row_fields
from nazorg.output.gegevens import onleesbaar_fields, write_json
from nazorg.uitstroom import Ontslagsoort
from nazorg.vrijkomen import Voorwaarde, Vrijkomen, Vrijkomer

KOLOMMEN = (
    "groep",
    "dossier",
    "gemeente",
    "regisseur",
    "inrichting",
    "hoe",
    "eerste_dag",
    "verwacht",
    "dagen",
    "voorbij",
    "kort_verblijf",
    "leefgebied",
    "oordeel",
    "stand",
    "hulpvraag",
    "gezien",
    "geldig_tot",
    "reden",
    "actie",
    "wat",
    "eigenaar",
    "uiterlijk",
    "dagen_te_laat",
    "weg",
    "ook",
    "pad",
    "regel",
)
"""The fields of a row in TSV. ``actie`` to ``dagen_te_laat`` are those of the most urgent action to begin with, ``weg``
leads from it to the action that waits (``c5rt > k3ym``), ``ook`` names the others. ``regel`` is that of the action, or
else of the leefgebied."""


def uitstroom_rows(lijst: Vrijkomen) -> Iterator[tuple[object, ...]]:
    """A row for each dossier and basisvoorwaarde; first who leaves, then who is inside without a date."""
    groups = (("vrij", lijst.vrij), ("zonder_datum", lijst.zonder_datum))
    return (
        _row(name, persoon, voorwaarde)
        for name, group in groups
        for persoon in group
        for voorwaarde in persoon.voorwaarden
    )


def write_uitstroom_json(out: TextIO, lijst: Vrijkomen) -> None:
    """The list as JSON, form ``nazorg.uitstroom/1``."""
    content = {
        "peildatum": lijst.peildatum,
        "tot": lijst.tot,
        "vrij": [_person_fields(one) for one in lijst.vrij],
        "zonder_datum": [_person_fields(one) for one in lijst.zonder_datum],
        "onleesbaar": onleesbaar_fields(lijst.onleesbaar),
    }
    write_json(out, "nazorg.uitstroom/1", content)


def _row(group: str, persoon: Vrijkomer, one: Voorwaarde) -> tuple[object, ...]:
    first = one.blokkades[0] if one.blokkades else None
    actie = first.actie if first else None
    values: dict[str, object] = {
        "groep": group,
        **_facts(persoon),
        "leefgebied": one.leefgebied,
        "oordeel": one.oordeel,
        "stand": one.stand,
        "hulpvraag": one.hulpvraag,
        "gezien": one.gezien,
        "geldig_tot": one.geldig_tot,
        "reden": _why(one),
        **{name: getattr(actie, name) if actie else None for name in ("actie", "wat", "eigenaar", "uiterlijk")},
        "dagen_te_laat": actie.dagen_te_laat if actie else None,
        "weg": " > ".join(row.actie or "-" for row in first.weg) if first and len(first.weg) > 1 else None,
        "ook": ",".join(blok.actie.actie or "-" for blok in one.blokkades[1:]),
        "pad": persoon.pad,
        "regel": actie.regel if actie else one.regel,
    }
    return tuple(_ja_nee(values[name]) for name in KOLOMMEN)


def _facts(persoon: Vrijkomer) -> dict[str, Any]:
    dag = persoon.ontslag
    verwacht = dag.verwacht or (dag.datum if dag.soort is Ontslagsoort.VERWACHT else None) if dag else None
    names = ("dossier", "gemeente", "regisseur", "inrichting", "hoe", "eerste_dag")
    facts = {name: getattr(persoon, name) for name in names} | {"verwacht": verwacht}
    return facts | {name: getattr(persoon, name) for name in ("dagen", "voorbij", "kort_verblijf")}


def _why(one: Voorwaarde) -> str | None:
    """Why nothing moves: no action, actions in a circle, or one that turned out impossible."""
    first = one.blokkades[0] if one.blokkades else None
    if first is None:
        return one.reden
    return "kring" if first.kring else "kan_niet" if first.kan_niet else None


def _ja_nee(value: object) -> object:
    return ("ja" if value else "nee") if isinstance(value, bool) else value


def _person_fields(one: Vrijkomer) -> dict[str, Any]:
    dag = one.ontslag
    return {
        **_facts(one),
        "status": one.status,
        "soort": dag.soort if dag else Ontslagsoort.ONBEKEND,
        "datum": dag.datum if dag else None,
        "fasering": dag.fasering if dag else None,
        "zekerheid": dag.zekerheid if dag else Zekerheid.ONBEKEND,
        "loketten_dicht": dag.loketten_dicht if dag else "",
        "op_orde": not one.niet_op_orde,
        "kan_nu": [row_fields(row) for row in one.kan_nu],
        "voorwaarden": [_condition_fields(voorwaarde) for voorwaarde in one.voorwaarden],
        "pad": one.pad,
    }


def _condition_fields(one: Voorwaarde) -> dict[str, Any]:
    names = ("leefgebied", "oordeel", "op_orde", "stand", "hulpvraag", "gezien", "geldig_tot", "reden", "regel")
    return {name: getattr(one, name) for name in names} | {"blokkades": list(_block_fields(one))}


def _block_fields(one: Voorwaarde) -> Iterator[dict[str, Any]]:
    for blok in one.blokkades:
        yield {
            "kring": blok.kring,
            "kan_niet": list(blok.kan_niet),
            "weg": [{"leefgebied": row.leefgebied, "actie": row.actie} for row in blok.weg],
            "begin": row_fields(blok.actie),
        }
