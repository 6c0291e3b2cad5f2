"""The end of a dossier: closed with a reason, or handed over until the others confirm."""

from datetime import date

import pytest

from nazorg.begrippen.keuzes import JaNee
from nazorg.errors import UsageError
from nazorg.wijzigen import close, confirm, hand_over

from .fabriek import change

OPEN = "leefgebieden:\n  zorg:\n    acties:\n      - {id: a2bc, wat: Bellen}\n"


def test_closed_dossier_says_when_and_why(tmp_path):
    dossier = change(tmp_path, close("Alles op orde", None, JaNee.NEE, vervallen=False), status="nazorg").dossier
    assert (dossier.status, dossier.afsluiting.op, dossier.afsluiting.reden) == (
        "afgesloten",
        date(2026, 11, 23),
        "Alles op orde",
    )
    assert dossier.afsluiting.terug_in_detentie == "nee"


def test_action_that_is_not_finished_keeps_a_dossier_open_unless_it_lapses(tmp_path):
    with pytest.raises(UsageError, match="Nog niet af in NZ-2026-k7f3mq: a2bc"):
        change(tmp_path / "a", close("x", None, None, vervallen=False), OPEN)
    gewijzigd = change(tmp_path / "b", close("x", None, None, vervallen=True), OPEN)
    assert gewijzigd.dossier.leefgebieden["zorg"].acties[0].status == "vervallen"
    assert gewijzigd.acties == ("a2bc",)


def test_closed_dossier_is_not_closed_again(tmp_path):
    with pytest.raises(UsageError, match="al afgesloten"):
        change(tmp_path, close("x", None, None, vervallen=False), "afsluiting: {op: 2026-11-01}\n", status="afgesloten")


def test_handed_over_dossier_runs_on_until_it_is_confirmed(tmp_path):
    over = change(tmp_path / "a", hand_over("Katwijk", None)).dossier
    assert (over.overdracht.naar, over.overdracht.op, over.loopt) == ("Katwijk", date(2026, 11, 23), True)
    rest = "overdracht: {naar: Katwijk, op: 2026-11-01}\n"
    done = change(tmp_path / "b", confirm(date(2026, 11, 20)), rest, status="overgedragen").dossier
    assert (done.overdracht.bevestigd, done.loopt) == (date(2026, 11, 20), False)


def test_what_was_not_handed_over_is_not_confirmed(tmp_path):
    with pytest.raises(UsageError, match="niet overgedragen"):
        change(tmp_path, confirm(date(2026, 11, 20)))


def test_dossier_is_not_handed_over_to_its_own_municipality(tmp_path):
    with pytest.raises(UsageError, match="al van de gemeente"):
        change(tmp_path, hand_over("leiden", None))
