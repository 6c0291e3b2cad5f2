"""Any field gets a value: pointed at by keys and ids, and never by a place."""

import pytest

from nazorg.errors import UsageError
from nazorg.register.wijziging import GeweigerdError
from nazorg.wijzigen import read_toewijzing, set_fields

from .fabriek import added, change, removed

REST = """\
betrokken:
  - {id: b2xk, partner: pi-alphen, rol: casemanager}
leefgebieden:
  onderdak:
    stand: loopt   # sinds mei
    acties:
      - id: w4hn
        wat: Urgentieverklaring aanvragen
        wacht_op: betrokkene    # handtekening
        na: [h8sb, k3ym]
      - {id: h8sb, wat: Inschrijven}
      - {id: k3ym, wat: Briefadres}
"""


def put(tmp_path, *texts, rest=REST):
    return change(tmp_path, set_fields(read_toewijzing(text) for text in texts), rest)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("onderdak.stand=op_orde", "    stand: op_orde   # sinds mei"),
        ("leefgebieden.onderdak.stand=acuut", "    stand: acuut   # sinds mei"),
        ("w4hn.wat=Urgentie: spoed", "        wat: 'Urgentie: spoed'"),
        ("leefgebieden.onderdak.acties.w4hn.wat=x", "        wat: x"),
        ("betrokken.b2xk.kenmerk=R-118", "  - {id: b2xk, partner: pi-alphen, rol: casemanager, kenmerk: R-118}"),
        ("w4hn.wacht_op=", "        wacht_op:    # handtekening"),
        ("gemeente=Katwijk", "gemeente: Katwijk"),
        ("b2xk.rol=mentor", "  - {id: b2xk, partner: pi-alphen, rol: mentor}"),
    ],
)
def test_field_is_found_by_keys_and_ids(tmp_path, text, line):
    assert added(put(tmp_path, text))[0].rstrip() == line.rstrip()


def test_fields_on_the_way_are_made(tmp_path):
    assert added(put(tmp_path, "detentie.ontslag.verwacht=2027-01-19")) == [
        "detentie:",
        "  ontslag:",
        "    verwacht: 2027-01-19",
    ]


def test_list_of_texts_is_a_set(tmp_path):
    gewijzigd = put(tmp_path, "w4hn.na=k3ym")
    assert (removed(gewijzigd), added(gewijzigd)) == (["        na: [h8sb, k3ym]"], ["        na: [k3ym]"])
    assert put(tmp_path, "w4hn.na=k3ym, h8sb").wijzigingen == ()
    assert put(tmp_path, "w4hn.na=").dossier.leefgebieden["onderdak"].acties[0].na == ()


def test_several_fields_are_one_change_that_names_its_actions(tmp_path):
    gewijzigd = put(tmp_path, "h8sb.status=bezig", "k3ym.eigenaar=betrokkene", "onderdak.stand=acuut")
    assert gewijzigd.acties == ("h8sb", "k3ym")
    assert len(gewijzigd.wijzigingen) == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("onderdak.stnad=x", "'stnad' bestaat hier niet"),
        ("betrokken.x1xx.rol=x", "in 'betrokken' staat geen 'x1xx'"),
        ("onderdak=x", "geen enkel veld"),
        ("onderdak.acties=x", "geen enkel veld"),
        ("z9z9.status=gedaan", "geen actie of ander onderdeel 'z9z9'"),
        ("w4hn.wat.x=y", "onder 'wat' staat niets meer"),
        ("w4hn.id=a2bc", "verandert niet"),
        ("dossier=NZ-2026-a2bcde", "verandert niet"),
        ("=x", "een veld met een waarde"),
        ("stand", "een veld met een waarde"),
    ],
)
def test_field_that_is_not_there_is_refused_in_words(tmp_path, text, says):
    with pytest.raises(UsageError, match=says):
        put(tmp_path, text)


def test_value_that_does_not_fit_is_refused_with_what_would(tmp_path):
    with pytest.raises(GeweigerdError) as caught:
        put(tmp_path, "onderdak.stand=op_ored")
    assert "Bedoelt u 'op_orde'?" in caught.value.bevindingen[0].remedy


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\x00", "\u200b"])
def test_sign_that_no_file_may_hold_is_said_to_be_in_what_was_typed(tmp_path, sign):
    with pytest.raises(UsageError, match="onzichtbaar teken"):
        put(tmp_path, f"w4hn.wat=a{sign}b")


def test_text_of_more_lines_stays_one_value(tmp_path):
    assert put(tmp_path, "w4hn.wat=een\ntwee").dossier.leefgebieden["onderdak"].acties[0].wat == "een\ntwee"
