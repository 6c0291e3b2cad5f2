"""Who is told what: by owner, no more than may be known, counted, and remembered."""

import email
import email.policy
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nazorg.dossier import Logregel
from nazorg.output.rappel import draft, draft_name, notes, render_rappel
from nazorg.rappel import Rappelsoort, Rol, list_reminders
from nazorg.rappel.geheugen import Verteld, in_words, remembered
from nazorg.rappel.vastleggen import plans_to_remember
from nazorg.register import Filter, Register
from nazorg.register.wijziging import change_together
from nazorg.werkmap import Werkmap

DAG = date(2026, 11, 23)
REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: }
regisseurs: {m.bakker: {naam: M. Bakker, mail: m.bakker@example.org}}
partners:
  corporatie: {naam: Corporatie, soort: woningcorporatie, mail: c@example.org, grondslagen: [toestemming]}
  pi:
    naam: PI
    soort: pi
    mail: pi@example.org
    grondslagen: [pm-20d]
    manager: {naam: De Baas, mail: baas@example.org}
"""
KOP = """\
dossier: NZ-2026-k7f3mq
betrokkene: p-4q9x2m
aanmelding: 2026-06-01
status: aangemeld
gemeente: Leiden
regisseur: m.bakker
kader: vrijwillig
betrokken: [{id: b2ab, partner: pi, kenmerk: CM-7}]
"""
PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"


@pytest.fixture
def maak(tmp_path):
    """A werkmap with one dossier of these actions, opened on a day."""
    folder = tmp_path / "regio"

    def make(*acties, rest="", dag=DAG):
        (folder / "dossiers/2026").mkdir(parents=True, exist_ok=True)
        (folder / "nazorg.yaml").write_text(REGIO, encoding="utf-8")
        lines = "".join(f"      - {{{one}}}\n" for one in acties)
        text = KOP + "leefgebieden:\n  onderdak:\n    acties:\n" + lines + rest
        (folder / PAD).write_text(text, encoding="utf-8")
        return Register(Werkmap(folder), dag)

    return make


def reminders(register, dag=DAG, binnen=7, opnieuw_na=7):
    return list_reminders(Register(register.bron, dag), Filter(), binnen, opnieuw_na)


def remember(register, dag=DAG):
    found = reminders(register, dag)
    change_together(Register(register.bron, dag), plans_to_remember(found.rappels, dag), Random(1), "rappel")
    return found


LAAT = "id: a2ab, wat: Kaart, eigenaar: pi, uiterlijk: 2026-11-20"


def test_owner_is_told_what_is_overdue_and_due_within_a_week_and_nothing_else(maak):
    found = reminders(
        maak(
            LAAT,
            "id: a3ab, wat: Foto, eigenaar: pi, uiterlijk: 2026-11-30",
            "id: a4ab, wat: Later, eigenaar: pi, uiterlijk: 2026-12-01",
            "id: a5ab, wat: Klaar, eigenaar: pi, uiterlijk: 2026-11-01, status: gedaan, gedaan_op: 2026-11-01",
        )
    )
    (rappel,) = found.rappels
    assert (rappel.voor, rappel.naam, rappel.mail, rappel.rol) == ("pi", "PI", "pi@example.org", Rol.EIGENAAR)
    assert [(one.actie, one.soort, one.keer) for one in rappel.punten] == [
        ("a2ab", Rappelsoort.TE_LAAT, 1),
        ("a3ab", Rappelsoort.BINNENKORT, 0),
    ]


def test_partner_reads_its_own_reference_and_what_it_may_know(maak):
    (punt,) = reminders(maak(LAAT)).rappels[0].punten
    assert (punt.verwijzing, punt.wat) == ("CM-7", "Kaart")
    (punt,) = reminders(maak(LAAT.replace("pi", "corporatie"))).rappels[0].punten
    assert (punt.verwijzing, punt.wat) == ("NZ-2026-k7f3mq", None)
    consent = "toestemmingen: [{partner: corporatie, leefgebieden: [onderdak], richting: aan, gegeven: 2026-06-02}]\n"
    (punt,) = reminders(maak(LAAT.replace("pi", "corporatie"), rest=consent)).rappels[0].punten
    assert punt.wat == "Kaart"


@pytest.mark.parametrize("eigenaar", ["eigenaar: pi, wacht_op: Betrokkene", "eigenaar: betrokkene", "wacht_op: iets"])
def test_what_waits_on_the_person_or_is_nobodys_goes_to_the_regisseur(maak, eigenaar):
    (rappel,) = reminders(maak(f"id: a2ab, wat: Kaart, {eigenaar}, uiterlijk: 2026-11-20")).rappels
    assert (rappel.voor, rappel.rol, rappel.mail) == ("m.bakker", Rol.REGISSEUR, "m.bakker@example.org")
    assert rappel.punten[0].wat == "Kaart"


def test_the_second_is_called_so_and_the_third_goes_to_the_manager(maak):
    register = maak(LAAT)
    seen = [remember(register, DAG + timedelta(days=7 * nth)).rappels for nth in range(4)]
    assert [(one[0].rol, one[0].mail, one[0].hoogste) for one in seen] == [
        (Rol.EIGENAAR, "pi@example.org", 1),
        (Rol.EIGENAAR, "pi@example.org", 2),
        (Rol.MANAGER, "baas@example.org", 3),
        (Rol.MANAGER, "baas@example.org", 4),
    ]
    assert "tweede rappel" in render_rappel(seen[1][0], register.bron).onderwerp
    assert "derde rappel" in render_rappel(seen[2][0], register.bron).tekst
    assert "De Baas" in render_rappel(seen[2][0], register.bron).tekst


def test_a_third_without_a_manager_is_told_to_the_coordinator(maak):
    register = maak(LAAT.replace("pi", "corporatie"))
    for nth in range(2):
        remember(register, DAG + timedelta(days=7 * nth))
    found = reminders(register, DAG + timedelta(days=14))
    assert found.rappels[0].rol is Rol.EIGENAAR
    assert "Corporatie krijgt het voor de 3e keer; in nazorg.yaml staat geen manager." in notes(found)


def test_what_was_told_this_week_is_not_told_again_and_twice_a_day_counts_once(maak):
    register = maak(LAAT)
    remember(register)
    again = remember(register)
    assert (again.rappels, again.al_verteld) == ((), 1)
    assert not reminders(register, DAG + timedelta(days=6)).rappels
    assert reminders(register, DAG + timedelta(days=7)).rappels[0].hoogste == 2
    assert reminders(register, DAG + timedelta(days=1), opnieuw_na=0).rappels[0].hoogste == 2


def test_what_was_announced_is_told_when_it_is_overdue_and_that_is_the_first_time(maak):
    register = maak(LAAT.replace("20", "25", 2).replace("2526", "2026"))
    assert remember(register).rappels[0].punten[0].keer == 0
    (punt,) = reminders(register, DAG + timedelta(days=3)).rappels[0].punten
    assert (punt.soort, punt.keer) == (Rappelsoort.TE_LAAT, 1)


def test_a_day_that_moved_since_it_was_told_is_told_at_once_with_both_days(maak):
    told = "logboek: [{op: 2026-11-20, met: pi, kort: 'Rappel: a2ab aangekondigd, uiterlijk 2026-11-27'}]\n"
    register = maak(LAAT.replace("11-20", "11-25"), rest=told)
    (rappel,) = reminders(register).rappels
    assert (rappel.punten[0].eerder, rappel.punten[0].vervroegd) == (date(2026, 11, 27), True)
    assert (
        "vervroegd van vrijdag 27 november 2026 naar woensdag 25 november 2026"
        in render_rappel(rappel, register.bron).tekst
    )


def test_a_day_that_moved_out_of_the_week_is_told_once(maak):
    told = "logboek: [{op: 2026-11-10, met: pi, kort: 'Rappel: a2ab voor de 1e keer, uiterlijk 2026-11-09'}]\n"
    register = maak(LAAT.replace("11-20", "12-24"), rest=told)
    (punt,) = remember(register).rappels[0].punten
    assert (punt.soort, punt.vervroegd) == (Rappelsoort.VERSCHOVEN, False)
    assert not reminders(register, DAG + timedelta(days=8)).rappels


def test_who_got_more_time_begins_anew_and_who_got_less_does_not(maak):
    told = "logboek: [{op: 2026-11-01, met: pi, kort: 'Rappel: a2ab voor de 2e keer, uiterlijk %s'}]\n"
    assert reminders(maak(LAAT, rest=told % "2026-10-01")).rappels[0].hoogste == 1
    assert reminders(maak(LAAT, rest=told % "2026-11-21")).rappels[0].hoogste == 2


def test_what_another_was_told_of_the_same_action_does_not_count(maak):
    told = "logboek: [{op: 2026-11-22, met: corporatie, kort: 'Rappel: a2ab voor de 2e keer, uiterlijk 2026-11-20'}]\n"
    assert reminders(maak(LAAT, rest=told)).rappels[0].hoogste == 1


def test_action_without_id_is_told_and_not_remembered(maak):
    found = reminders(maak(LAAT.replace("id: a2ab, ", "")))
    assert found.rappels[0].punten[0].actie is None
    assert not plans_to_remember(found.rappels, DAG)
    assert any("geen id" in line for line in notes(found))


def test_draft_is_an_unsent_mail_to_the_owner(maak):
    register = maak(LAAT)
    (rappel,) = reminders(register).rappels
    message = email.message_from_bytes(draft(rappel, render_rappel(rappel, register.bron)), policy=email.policy.default)
    assert (message["To"], message["X-Unsent"]) == ("pi@example.org", "1")
    assert message["Subject"] == "Nazorg, rappel: 1 actie te laat"
    assert not message["From"]
    assert not message["Date"]
    assert "- CM-7: Kaart" in message.get_content()
    assert draft_name(rappel) == "rappel-pi.eml"


@pytest.mark.parametrize("mail", [None, "geen adres", "a@b.nl\nBcc: x@example.org", "a@b.nl, c@d.nl", "<a@b.nl>"])
def test_what_is_no_address_never_becomes_one(maak, mail):
    register = maak(LAAT)
    found = reminders(register)
    rappel = replace(found.rappels[0], mail=mail)
    data = draft(rappel, render_rappel(rappel, register.bron))
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert (message["To"], message["Bcc"]) == (None, None)
    assert any("geen e-mailadres" in line for line in notes(replace(found, rappels=(rappel,))))


HOSTILE = ["x: y", "Bcc: x@example.org", "\\u202e", "{{ 7*7 }}", "=cmd|", "[x]", "\\x1b[31m", "regel\\n\\nBcc: x", "--"]


@pytest.mark.parametrize("wat", HOSTILE)
def test_hostile_text_is_text_in_a_mail(maak, wat):
    register = maak(LAAT.replace("Kaart", f'"{wat}"'))
    for rappel in reminders(register).rappels:
        data = draft(rappel, render_rappel(rappel, register.bron))
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert message["Bcc"] is None
        assert not any(sign in message.get_content() for sign in "\x1b\u202e")
        assert "49" not in message.get_content()


TOLD = st.builds(
    Verteld,
    st.just(DAG),
    st.just("pi"),
    st.from_regex(r"[a-hjkmnp-z][a-hjkmnp-z2-9]{2}[2-9]", fullmatch=True),
    st.integers(0, 99),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)


@given(st.lists(TOLD, min_size=1, max_size=5))
def test_what_is_written_down_is_what_is_remembered(told):
    assert list(remembered([Logregel(op=DAG, met="pi", kort=in_words(told))], DAG)) == told


@given(st.text(), st.none() | st.text())
def test_whatever_stands_in_a_logboek_is_read_or_passed_over(kort, met):
    for text in (kort, f"Rappel: {kort}"):
        list(remembered([Logregel(op=DAG, met=met, kort=text)], DAG))


CANARY = "KANARIE"
GEGEVEN = "2026-06-02"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(
    st.sampled_from(["pi", "corporatie"]),
    st.sampled_from(["onderdak", "zorg", "scholing"]),
    st.booleans(),
    st.integers(0, 4),
)
def test_no_text_of_a_dossier_but_the_own_action_ever_reaches_a_partner(maak, partner, leefgebied, consent, keer):
    fields = ", ".join(f'{name}: "{CANARY} {name}"' for name in ("wacht_op", "resultaat"))
    rest = f"""\
    situatie: {CANARY} situatie
    geen_actie: {CANARY} geen
  {leefgebied}2:
    situatie: {CANARY} elders
logboek:
  - {{op: 2026-11-01, met: {partner}, kort: "Rappel: a2ab voor de {keer}e keer, uiterlijk 2026-11-20"}}
  - {{op: 2026-11-02, kort: {CANARY} log}}
doelen: [{{wens: {CANARY} wens}}]
besluiten: [{{besluit: {CANARY} besluit}}]
"""
    if consent:
        rest += (
            f"toestemmingen: [{{partner: {partner}, leefgebieden: [{leefgebied}], richting: aan, gegeven: {GEGEVEN}}}]"
        )
    register = maak(f'id: a2ab, wat: "EIGEN wat", eigenaar: {partner}, uiterlijk: 2026-11-20, {fields}', rest=rest)
    path = register.bron.root / PAD
    path.write_text(path.read_text().replace("  onderdak:", f"  {leefgebied}:"), encoding="utf-8")
    for rappel in reminders(register, opnieuw_na=0).rappels:
        assert rappel.voor == partner
        brief = render_rappel(rappel, register.bron)
        data = draft(rappel, brief)
        text = email.message_from_bytes(data, policy=email.policy.default).get_content() + brief.onderwerp
        assert CANARY not in text
        assert "p-4q9x2m" not in text
        known = consent if partner == "corporatie" else True
        assert ("EIGEN wat" in text) is known
