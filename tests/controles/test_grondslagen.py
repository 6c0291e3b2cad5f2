from datetime import date

import pytest

from nazorg.controles import Samenhang, check_werkmap

from .fabriek import check, check_regio, dossier, instellingen, only, overleg, overlegzaak, places, zaak

REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: }
regisseurs: {m.bakker: }
partners:
  corporatie-rijnland: {soort: woningcorporatie, grondslagen: [toestemming]}
  pi-alphen: {soort: pi, grondslagen: [pm-20d]}
"""
GEGEVEN = (
    "toestemmingen: [{id: t2ab, partner: corporatie-rijnland, leefgebieden: [onderdak], "
    "richting: aan, gegeven: 2026-04-21%s}]\n"
)


def given(rest=""):
    return GEGEVEN % rest


def verstrekking(grondslag="toestemming", aan="corporatie-rijnland", leefgebieden="onderdak", op="2026-04-25"):
    return (
        f"verstrekkingen:\n  - id: v2ab\n    op: {op}\n    aan: {aan}\n    leefgebieden: [{leefgebieden}]\n"
        f"    grondslag: {grondslag}\n    door: m.bakker\n"
    )


def found_in(rest):
    return check(zaak(dossier(rest), regio=REGIO))


def test_verstrekking_by_law_or_by_consent_that_held_is_in_order():
    assert not places("NZ705", found_in(given() + verstrekking()))
    assert not places("NZ705", found_in(verstrekking("pm-20d", "pi-alphen", "onderdak, zorg")))


def test_verstrekking_without_grondslag_is_reported_at_the_verstrekking():
    assert places("NZ705", found_in(verstrekking(grondslag=""))) == ["9:5"]


def test_verstrekking_on_a_ground_that_the_partner_does_not_have_is_reported_at_the_ground():
    found = only("NZ705", found_in(verstrekking("wgs-8a")))
    assert (found.span.line, "in nazorg.yaml staat deze grondslag niet" in found.message) == (13, True)


def test_verstrekking_of_a_leefgebied_outside_the_ground_is_reported_at_the_leefgebied():
    assert places("NZ705", found_in(given() + verstrekking(leefgebieden="onderdak, schulden"))) == ["13:30"]
    assert places("NZ705", found_in(verstrekking("pm-20d", "pi-alphen", "scholing, gezin"))) == ["12:30"]


def test_verstrekking_before_the_consent_has_no_ground():
    assert places("NZ705", found_in(given() + verstrekking(op="2026-04-20"))) == ["14:16"]


@pytest.mark.parametrize("over", [", ingetrokken: 2026-04-24", ", tot: 2026-04-24"])
def test_consent_that_was_over_and_still_used_is_reported(over):
    found = found_in(given(over) + verstrekking())
    assert places("NZ706", found) == ["14:16"]
    assert not places("NZ705", found)


def test_partner_that_still_acts_on_withdrawn_consent_is_reported_at_the_owner():
    actie = (
        "leefgebieden:\n  onderdak:\n    acties:\n      - {id: a2ab, wat: geheim, eigenaar: corporatie-rijnland%s}\n"
    )
    assert places("NZ706", found_in(actie % "" + given(", ingetrokken: 2026-04-24"))) == ["11:43"]
    assert not places("NZ706", found_in(actie % "" + given(", ingetrokken: 2026-06-24")))
    assert not places("NZ706", found_in(actie % ", status: vervallen" + given(", ingetrokken: 2026-04-24")))


def table(text, rest="", today=date(2026, 5, 1)):
    here, there = zaak(dossier(rest), regio=REGIO), overlegzaak(text, regio=REGIO)
    documents = {one.document.path: one.document for one in (here, there)}
    samen = Samenhang(
        {here.document.path: here.dossier},
        {there.document.path: there.overleg},
        {here.dossier.dossier: [here.document.path]},
        instellingen=instellingen(REGIO),
        peildatum=today,
    )
    return [one for one in check_werkmap(samen, documents.__getitem__) if one.code == "NZ805"]


WHOLE = overleg("partners: [corporatie-rijnland, pi-alphen]\ndossiers: [{dossier: NZ-2026-k7f3mq}]\n")
NARROW = overleg("partners: [pi-alphen]\ndossiers: [{dossier: NZ-2026-k7f3mq, partners: [corporatie-rijnland]}]\n")


def test_partner_at_the_table_without_ground_is_reported_at_the_dossier_or_at_its_own_partners():
    (found,) = table(WHOLE)
    assert (found.span.line, found.span.column) == (5, 22)
    assert "corporatie-rijnland" in found.message
    assert "pi-alphen" not in found.message
    (found,) = table(NARROW)
    assert (found.span.line, found.span.column) == (5, 38)


def test_partner_at_the_table_with_ground_or_at_a_table_that_is_over_is_not_reported():
    assert not table(WHOLE, given())
    assert not table(WHOLE, today=date(2026, 5, 8))


def test_convenant_that_widens_is_reported_where_it_does():
    regio = REGIO + (
        "convenanten:\n  c: {grondslag: pm-20d, leefgebieden: [zorg, gezin], soorten: [stand, detentie]}\n"
        "  d: {grondslag: toestemming, leefgebieden: [gezin], soorten: [detentie]}\n"
    )
    assert places("NZ613", check_regio(regio)) == ["9:47", "10:64"]


def test_partner_of_a_convenant_that_the_region_does_not_know_is_reported():
    regio = REGIO + "convenanten:\n  c: {grondslag: pm-20d, partners: [pi-alfen]}\n"
    assert places("NZ602", check_regio(regio)) == ["9:37"]
