"""References to the region's settings."""

import pytest

from .fabriek import REGIO, check, check_regio, dossier, onderdak, only, overleg, overlegzaak, places, zaak


@pytest.mark.parametrize("eigenaar", ["corporatie-rijnland", "m.bakker", "betrokkene", ""])
def test_eigenaar_is_a_partner_a_regisseur_the_person_or_nobody_yet(eigenaar):
    assert places("NZ601", check(zaak(dossier(onderdak(f"wat: A, eigenaar: {eigenaar}"))))) == []


def test_unknown_eigenaar_is_reported_at_its_value_with_what_was_meant():
    found = check(zaak(dossier(onderdak("wat: A, eigenaar: corporatie-rijland"))))
    assert places("NZ601", found) == ["11:28"]
    assert only("NZ601", found).remedy.startswith("Bedoelt u 'corporatie-rijnland'?")


def test_wacht_op_may_be_anything():
    assert places("NZ601", check(zaak(dossier(onderdak("wat: A, status: wacht, wacht_op: de rechter"))))) == []


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        ("toezicht: {door: pi-alfen}\n", "8:18"),
        ("betrokken: [{partner: pi-alfen}]\n", "8:23"),
        ("toestemmingen: [{partner: pi-alfen}]\n", "8:27"),
        ("verstrekkingen: [{op: 2026-04-21, aan: pi-alfen}]\n", "8:40"),
    ],
)
def test_unknown_partner_is_reported_wherever_one_is_named(rest, place):
    found = check(zaak(dossier(rest)))
    assert places("NZ602", found) == [place]
    assert only("NZ602", found).remedy.startswith("Bedoelt u 'pi-alphen'?")
    assert places("NZ602", check(zaak(dossier(rest.replace("alfen", "alphen"))))) == []


def test_unknown_partner_at_the_table_is_reported():
    text = overleg("partners: [pi-alphen, pi-alfen]\ndossiers: [{dossier: NZ-2026-k7f3mq, partners: [pi-alfen]}]\n")
    assert places("NZ602", check(overlegzaak(text))) == ["4:23", "5:49"]


def test_unknown_regisseur_is_reported_wherever_one_is_named():
    assert places("NZ603", check(zaak(dossier(regisseur="m.baker")))) == ["6:12"]
    text = dossier("verstrekkingen: [{op: 2026-04-21, aan: pi-alphen, door: m.baker}]\n")
    assert places("NZ603", check(zaak(text))) == ["8:57"]
    assert places("NZ603", check(overlegzaak(overleg("voorzitter: m.baker\n")))) == ["4:13"]
    assert places("NZ603", check(overlegzaak(overleg("voorzitter: m.bakker\n")))) == []


def test_who_was_there_is_a_partner_or_a_regisseur():
    assert places("NZ602", check(overlegzaak(overleg("aanwezig: [pi-alphen, m.bakker, m.baker]\n")))) == ["4:33"]


def test_unknown_gemeente_is_reported_in_dossier_overleg_and_settings():
    assert places("NZ604", check(zaak(dossier(gemeente="Leyden")))) == ["5:11"]
    assert places("NZ604", check(overlegzaak(overleg("gemeenten: [Leiden, Leyden]\n")))) == ["4:21"]
    assert places("NZ604", check_regio(REGIO.replace("centrumgemeente: Leiden", "centrumgemeente: Leyden"))) == ["3:50"]
    assert places("NZ604", check_regio(REGIO.replace("gemeenten: [Leiden]", "gemeenten: [Leyden]"))) == ["4:37"]
    assert places("NZ604", check_regio(REGIO)) == []


def test_dossier_may_be_handed_over_to_a_gemeente_outside_the_region():
    assert places("NZ604", check(zaak(dossier("overdracht: {naar: Den Haag}\n", status="overgedragen")))) == []


def test_unknown_leefgebied_is_reported_at_its_key():
    found = check(zaak(dossier("leefgebieden:\n  schuld: {stand: loopt}\n")))
    assert places("NZ605", found) == ["9:3"]
    assert only("NZ605", found).remedy.startswith("Bedoelt u 'schulden'?")


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        ("doelen: [{wens: Rust, leefgebied: schuld}]\n", "8:35"),
        ("toestemmingen: [{partner: pi-alphen, leefgebieden: [zorg, schuld]}]\n", "8:59"),
        ("verstrekkingen: [{op: 2026-04-21, aan: pi-alphen, leefgebieden: [schuld]}]\n", "8:66"),
        ("besluiten: [{besluit: Doen, leefgebied: schuld}]\n", "8:41"),
    ],
)
def test_unknown_leefgebied_is_reported_wherever_one_is_named(rest, place):
    assert places("NZ605", check(zaak(dossier(rest)))) == [place]
    assert places("NZ605", check(zaak(dossier(rest.replace("schuld", "schulden"))))) == []


def test_leefgebied_of_the_region_itself_is_known():
    assert places("NZ605", check(zaak(dossier("leefgebieden: {scholing: {stand: loopt}}\n")))) == []


def test_without_settings_no_name_is_held_against_anything():
    text = dossier(onderdak("wat: A, eigenaar: x") + "toezicht: {door: x}\n", gemeente="x", regisseur="x")
    codes = {one.code for one in check(zaak(text.replace("onderdak", "x"), regio=None))}
    assert not {code for code in codes if code.startswith("NZ6")}
    text = overleg("voorzitter: x\npartners: [x]\ngemeenten: [x]\n")
    assert check(overlegzaak(text, regio=None)) == []


def test_finding_never_repeats_the_name_as_it_may_be_a_person():
    text = dossier(onderdak("wat: A, eigenaar: Jan Jansen") + "toezicht: {door: Jan Jansen}\n", regisseur="Jan Jansen")
    found = [one for one in check(zaak(text)) if one.code.startswith("NZ6")]
    assert len(found) == 3
    assert not any("Jansen" in one.message + one.remedy for one in found)


def test_many_unknown_names_all_have_their_finding():
    partners = ", ".join(f"{{id: a{place:03d}, partner: pi-x{place}}}" for place in range(30))
    assert len(places("NZ602", check(zaak(dossier(f"betrokken: [{partners}]\n"))))) == 30
