"""Filling in ids that are missing: nothing else changes."""

import hashlib
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.ids import read_item_id
from nazorg.reading import items_without_id, read_dossier
from nazorg.register.wijziging import fill_in_ids

from .fabriek import dossier

VOORBEELDEN = sorted((Path(__file__).parents[2] / "cases-example" / "dossiers").rglob("*.yaml"))
REST = """\
betrokken:
  - {partner: pi-alphen, rol: casemanager}   # eerste
  - id: b7wd
    partner: ggz-rijnland
leefgebieden:
  onderdak:
    acties:
      # het belangrijkste
      - wat: A
        opschorting:
          - van: 2026-11-01
            hervat: 2026-11-05
      - {wat: B}
logboek:
  - {op: 2026-11-01, kort: 'Gebeld: ja'}
"""


def lees(data):
    return read_dossier(Bestand("dossiers/2026/NZ-2026-k7f3mq.yaml", data))


def test_every_item_without_id_gets_one_and_nothing_else_changes():
    data = dossier("k7f3mq", REST)[1].encode()
    aanvulling = fill_in_ids(lees(data), Random(1))
    assert aanvulling.aantal == 5
    assert aanvulling.digest == hashlib.sha256(data).hexdigest()
    text = aanvulling.data.decode()
    assert re.sub(r"id: \w{4}(, |\n +)", "", text) == re.sub(r"id: \w{4}(, |\n +)", "", data.decode())
    assert lees(aanvulling.data).diagnostics == ()
    missing, taken = items_without_id(lees(aanvulling.data).document.root)
    assert missing == []
    assert len(taken) == 6
    assert all(read_item_id(one) for one in taken)


def test_windows_line_ends_and_a_bom_stay():
    data = ("\ufeff" + dossier("k7f3mq", REST)[1].replace("\n", "\r\n")).encode()
    result = fill_in_ids(lees(data), Random(1)).data
    assert result.startswith(b"\xef\xbb\xbfdossier:")
    assert result.count(b"\n") == result.count(b"\r\n")


def test_dossier_in_which_every_item_has_an_id_is_left_alone():
    assert fill_in_ids(lees(dossier("k7f3mq")[1].encode()), Random(1)) is None


@pytest.mark.parametrize("rest", ["foo: 1\nlogboek: [{op: 2026-11-01, kort: A}]\n", "betrokken: [\n"])
def test_dossier_that_cannot_be_read_is_left_alone(rest):
    assert fill_in_ids(lees(dossier("k7f3mq", rest)[1].encode()), Random(1)) is None


def test_text_that_cannot_be_edited_safely_is_left_alone_and_named():
    rest = "logboek:\n  - ? op\n    : 2026-11-01\n    kort: A\n"
    aanvulling = fill_in_ids(lees(dossier("k7f3mq", rest)[1].encode()), Random(1))
    assert (aanvulling.pad, aanvulling.aantal, aanvulling.data) == ("dossiers/2026/NZ-2026-k7f3mq.yaml", 1, None)


def test_id_that_is_left_empty_is_filled_in_too():
    rest = "logboek:\n  - {id: , op: 2026-11-01, kort: A}\n"
    aanvulling = fill_in_ids(lees(dossier("k7f3mq", rest)[1].encode()), Random(1))
    assert aanvulling.aantal == 1
    assert b"id: ," not in aanvulling.data


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(VOORBEELDEN), st.integers(0, 2**32))
def test_ids_taken_out_of_a_real_dossier_come_back_and_nothing_else_changes(path, seed):
    random = Random(seed)
    text = path.read_bytes().decode()
    every = list(re.finditer(r"(?<=\{)id: \w{4}, |(?<=- )id: \w{4}\n +(?=\w)", text))
    gone = text
    for match in reversed([one for one in every if random.random() < 0.5 or one is every[-1]]):
        gone = gone[: match.start()] + gone[match.end() :]
    aanvulling = fill_in_ids(lees(gone.encode()), random)
    result = aanvulling.data.decode()
    assert re.sub(r"\bid: \w{4}", "id: XXXX", result) == re.sub(r"\bid: \w{4}", "id: XXXX", text)
    ids = re.findall(r"\bid: (\w{4})", result)
    assert len(ids) == len(set(ids))
