"""The note with which a dossier goes to another municipality: what is urgent first, and nothing that is not needed."""

from datetime import date

import pytest
from register.fabriek import dossier, open_register

from nazorg.output.overdracht import render_note
from nazorg.overdracht import make_note
from nazorg.register import Onleesbaar

PAD, TEKST = dossier(
    "k7f3mq",
    """\
betrokken: []
doelen:
  - {id: d2m8, wens: Weer bij mijn oom in de zaak, akkoord: ja}
  - {id: d3m8, wens: Een hond, akkoord: niet_gevraagd}
toestemmingen:
  - {id: t2m8, partner: corporatie-rijnland, leefgebieden: [onderdak], richting: aan, gegeven: 2026-11-01}
  - {id: t3m8, partner: pi-alphen, leefgebieden: [onderdak], richting: aan, gegeven: 2026-01-01, tot: 2026-02-01}
leefgebieden:
  onderdak:
    hulpvraag: ja
    stand: loopt
    situatie: Geheim verhaal.
    bewijs: {wat: Brief, gezien: 2026-11-01}
    acties:
      - {id: w2hn, wat: Later iets, eigenaar: corporatie-rijnland, uiterlijk: 2027-03-01, na: [w3hn]}
      - {id: w3hn, wat: Te laat iets, eigenaar: corporatie-rijnland, uiterlijk: 2026-11-20, status: wacht,
         wacht_op: betrokkene}
      - {id: w4hn, wat: Snel iets, uiterlijk: 2026-12-01}
      - {id: w5hn, wat: Zelf iets, eigenaar: betrokkene, uiterlijk: 2026-12-02}
      - {id: w6hn, wat: Niet in het plan, eigenaar: pi-alphen, in_plan: nee}
      - {id: w7hn, wat: Al klaar, eigenaar: pi-alphen, status: gedaan, gedaan_op: 2026-11-21}
logboek:
  - {id: b2xk, op: 2026-11-20, kort: Geheime aantekening.}
""",
)


@pytest.fixture
def note(tmp_path):
    return make_note(open_register(tmp_path, (PAD, TEKST)), PAD, "Gouda", date(2026, 11, 25))


def test_what_is_urgent_stands_before_what_is_later_and_the_latest_first(note):
    assert [one.id for one in note.spoed] == ["w3hn", "w4hn", "w5hn"]
    assert [one.id for one in note.later] == ["w2hn", "w6hn"]
    assert note.spoed[0].dagen_te_laat == 3


def test_what_waits_says_on_whom_and_after_what(note):
    assert [(one.id, one.wacht_op, one.na) for one in note.wachtend] == [
        ("w2hn", "", ("w3hn",)),
        ("w3hn", "de betrokkene", ()),
    ]


def test_promises_are_the_wishes_agreed_on_and_what_others_do_in_the_plan(note):
    assert note.wensen == ("Weer bij mijn oom in de zaak",)
    assert [one.wat for one in note.toegezegd] == ["Later iets", "Te laat iets"]


def test_consent_that_is_over_is_not_passed_on(note):
    assert [one.partner for one in note.toestemmingen] == ["Corporatie Rijnland"]


def test_note_holds_no_logbook_and_no_description(tmp_path, note):
    text = render_note(note, open_register(tmp_path, (PAD, TEKST)).bron)
    assert "Geheim" not in text
    assert "Een hond" not in text
    assert text.index("Te laat iets") < text.index("Snel iets") < text.index("## Daarna") < text.index("Later iets")
    assert "al 3 dagen te laat" in text
    assert "\n\n\n" not in text


def test_dossier_that_was_handed_over_says_to_whom_itself(tmp_path):
    path, text = dossier("k7f3mq", "overdracht: {naar: Gouda, op: 2026-11-20}\n", status="overgedragen")
    found = make_note(open_register(tmp_path, (path, text)), path)
    assert (found.naar, found.op) == ("Gouda", date(2026, 11, 20))


def test_dossier_that_cannot_be_read_has_no_note(tmp_path):
    assert isinstance(make_note(open_register(tmp_path, (PAD, "dossier: [")), PAD), Onleesbaar)
