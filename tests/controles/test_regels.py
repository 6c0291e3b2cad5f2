"""The rules together: every code has one, each keeps to its own, and none says what it may not."""

from datetime import date

import pytest

from nazorg.controles import (
    DOSSIER_REGELS,
    INSTELLINGEN_REGELS,
    OVERLEG_REGELS,
    PEILDATUM_REGELS,
    TEKST_REGELS,
    TRAJECT_REGELS,
    WERKMAP_REGELS,
    Dag,
    Scope,
)
from nazorg.diagnostics.codes import CODES
from nazorg.termijnen import Werkkalender

from .fabriek import PEILDATUM, REGIO, check, check_regio, dossier, overleg, overlegzaak, zaak

ALL = (
    *TEKST_REGELS,
    *DOSSIER_REGELS,
    *PEILDATUM_REGELS,
    *OVERLEG_REGELS,
    *TRAJECT_REGELS,
    *INSTELLINGEN_REGELS,
    *WERKMAP_REGELS,
)

WORK = {"NZ301", "NZ302", "NZ303", "NZ304", "NZ305", "NZ306", "NZ310", "NZ403", "NZ404", "NZ405", "NZ407", "NZ505"}
"""What speaks of work still to do."""

UNTIDY = """\
detentie:
  ontslag: {zekerheid: onbekend, vroegst: 2026-04-24, verwacht: 2026-12-18}
betrokken: [{partner: geheim}]
leefgebieden:
  geheim: {}
  onderdak: {hulpvraag: ja, situatie: geheim}
  zorg:
    stand: op_orde
    bewijs: {wat: geheim, geldig_tot: 2026-04-01}
    acties:
      - {id: a2bc, wat: geheim, status: wacht, na: [a2bc, b2cd], uiterlijk: geheim vanaf 2026-04-20}
      - {id: a2bc, wat: geheim, resultaat: geheim, eigenaar: geheim, status: gedaan}
      - {wat: geheim, uiterlijk: binnenkomst + 1w}
      - {wat: geheim, uiterlijk: 2026-04-25, niet_voor: aanmelding + 3w}
      - {wat: geheim, gedaan_op: 2026-05-02, afgesproken: 2026-05-03}
logboek: [{op: 2026-05-02, met: geheim, kort: geheim 123456782 06-12345678 geheim@geheim.nl 12-03-1985}]
conflicten: [{veld: geheim, hier: geheim}]
"""
UNTIDY_DOSSIER = dossier(UNTIDY)

LATER = date(2026, 5, 20)
"""More than fourteen days after the aanmelding."""


def test_every_code_from_the_rules_is_given_by_one():
    given = {code for regel in ALL for code in regel.codes}
    # NZ606 is about a file that is not there, NZ607 about one that is not read any further.
    assert given == {code for code in CODES if code >= "NZ2"} - {"NZ606", "NZ607"}


def test_rules_of_one_file_depend_on_no_day_and_on_no_other_dossier():
    scopes = {
        regel.scope
        for regel in (*TEKST_REGELS, *DOSSIER_REGELS, *OVERLEG_REGELS, *TRAJECT_REGELS, *INSTELLINGEN_REGELS)
    }
    assert scopes == {Scope.DOSSIER, Scope.PAD, Scope.REGIO}
    assert {regel.scope for regel in PEILDATUM_REGELS} == {Scope.PEILDATUM}
    assert {regel.scope for regel in WERKMAP_REGELS} == {Scope.WERKMAP}


def test_sound_files_give_no_finding():
    assert check(zaak(dossier())) == []
    assert check(overlegzaak(overleg())) == []
    assert check_regio(REGIO) == []


def test_rule_gives_no_other_codes_than_its_own():
    here, dag = zaak(UNTIDY_DOSSIER), Dag(PEILDATUM, Werkkalender())
    for regel in DOSSIER_REGELS:
        assert {finding.code for finding in regel.check(here)} <= set(regel.codes)
    for regel in PEILDATUM_REGELS:
        assert {finding.code for finding in regel.check(here, dag)} <= set(regel.codes)


def test_finding_never_repeats_what_someone_wrote():
    found = check(zaak(UNTIDY_DOSSIER))
    assert len({one.code for one in found}) > 20
    for one in found:
        words = one.message + one.remedy + "".join(ook.message for ook in one.related)
        assert not any(secret in words for secret in ("geheim", "123456782", "12345678", "1985")), one


def test_finding_is_a_sentence_with_a_remedy():
    for one in check(zaak(UNTIDY_DOSSIER)):
        assert one.message.endswith((".", "!", "?"))
        assert one.remedy.endswith(".")
        assert "  " not in one.message + one.remedy


@pytest.mark.parametrize(
    ("status", "rest"),
    [("afgesloten", ""), ("geen_nazorg", ""), ("overgedragen", "overdracht: {naar: Delft, bevestigd: 2026-04-30}\n")],
)
def test_dossier_that_does_not_run_gets_nothing_about_work_still_to_do(status, rest):
    text = dossier(UNTIDY + rest, status=status, kader="justitieel")
    assert not {one.code for one in check(zaak(text), LATER)} & WORK


def test_running_dossier_gets_all_that_speaks_of_work_still_to_do():
    text = dossier(UNTIDY, status="in_detentie", kader="justitieel")
    assert {one.code for one in check(zaak(text), LATER)} >= WORK


def test_dossier_that_was_handed_over_runs_until_that_is_confirmed():
    text = dossier(UNTIDY + "overdracht: {naar: Delft}\n", status="overgedragen", kader="justitieel")
    codes = {one.code for one in check(zaak(text), LATER)}
    # NZ403 asks whether the person is still inside, which the new gemeente knows.
    assert codes & WORK == WORK - {"NZ403"}
