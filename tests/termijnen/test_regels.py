"""Rules of the law as data, and the region's own: which version holds, and how long it is for a gemeente."""

from datetime import date
from importlib.resources import files

import pytest

from nazorg.begrippen.keuzes import Gebonden, JaNee, Nagegaan, Telrichting, Termijnsoort
from nazorg.begrippen.termen import read_duur
from nazorg.instellingen import Termijnregel, Termijnversie
from nazorg.termijnen import STATUTORY, Werkkalender, find_rule, is_longer, known_rules, versions_of
from nazorg.termijnen.wettelijk import statutory_versions

from .eenvoudig import LAW, NO_DEADLINE
from .fabriek import INSTELLINGEN, deadline, niet_voor, region

MAP = files("nazorg.termijnen").joinpath("regels")


def only(naam):
    (regel,) = versions_of(naam, INSTELLINGEN)
    return regel


def test_every_rule_of_the_law_is_a_file_and_is_named_as_its_file():
    assert tuple(sorted(one.name.removesuffix(".yaml") for one in MAP.iterdir())) == STATUTORY
    for naam in STATUTORY:
        assert f"\nid: {naam}\n" in "\n" + MAP.joinpath(f"{naam}.yaml").read_text(encoding="utf-8")
        assert only(naam).id == naam


@pytest.mark.parametrize("naam", LAW)
def test_rule_says_what_the_table_of_the_law_says(naam):
    number, unit, awt, can_stop, binds_pi = LAW[naam]
    regel = only(naam)
    assert str(regel.hooguit if regel.per_gemeente else regel.termijn) == f"{number}{unit}"
    assert (not regel.geen_awt, regel.opschortbaar, regel.vervalt_bij_vrijlating) == (awt, can_stop, binds_pi)
    assert (regel.soort is Termijnsoort.DEADLINE) is (naam not in NO_DEADLINE)
    assert regel.per_gemeente is (naam == "wgs-4a-3")
    assert regel.richting is Telrichting.VOORUIT


def test_every_rule_is_in_the_table():
    assert set(STATUTORY) == set(LAW)


@pytest.mark.parametrize("naam", STATUTORY)
def test_rule_names_its_law_its_article_and_its_source(naam):
    regel = only(naam)
    assert all((regel.naam, regel.wet, regel.artikel, regel.bron, regel.vanaf))
    assert not regel.is_afspraak


def test_only_the_advance_was_not_read_in_the_law():
    assert [naam for naam in STATUTORY if only(naam).is_onzeker] == ["pw-52"]
    assert only("pw-52").nagegaan is Nagegaan.TWEEDE_HAND
    assert "niet nagegaan" in only("wgs-4a-3").opschorting


def test_who_is_bound_is_named():
    bound = {naam: only(naam).bindt for naam in STATUTORY}
    assert {naam for naam, who in bound.items() if who is Gebonden.PI} == {"pbw-18a", "pbw-18c", "pbw-18e"}
    assert bound["pw-41-4"] is Gebonden.BETROKKENE
    assert bound["wgsv-1-8"] is Gebonden.DEELNEMERS_ZVH
    assert bound["wjsg-51c-4"] is None


def test_rule_is_read_when_a_term_names_it_and_then_once():
    statutory_versions.cache_clear()
    for term in ("2026-12-01", "ontslag - 3w", "aanmelding + 3wd"):
        deadline(term, verwacht="2026-12-18")
    assert statutory_versions.cache_info().misses == 0
    for _ in range(3):
        deadline("wgs-4-1 vanaf 2026-11-27")
    assert statutory_versions.cache_info().misses == 1


# The region's own


def test_region_adds_its_rules_and_the_law_keeps_its_own():
    own = region(intake=Termijnregel(termijn=read_duur("2w")), wgs_4_1=Termijnregel(termijn=read_duur("9w")))
    assert known_rules(own) == (*STATUTORY, "intake")
    assert str(deadline("wgs-4-1 vanaf 2026-11-27", instellingen=own).datum) == "2026-12-28"
    assert str(deadline("intake vanaf 2026-12-11", instellingen=own).datum) == "2026-12-25"


def test_agreement_has_no_awt_and_says_so():
    found = deadline("intake vanaf 2026-12-11", instellingen=region(intake=Termijnregel(termijn=read_duur("2w"))))
    assert (found.valt_op, found.geen_awt) == ("Eerste Kerstdag", "een afspraak is geen termijn van de wet")
    assert found.regel.is_afspraak


VERSIES = region(
    intake=Termijnregel(
        naam="Intake",
        bron="Regioplan",
        versies=(
            Termijnversie(termijn=read_duur("3w"), geldig_tot=date(2026, 6, 30)),
            Termijnversie(termijn=read_duur("2w"), geldig_van=date(2026, 7, 1), geldig_tot=date(2026, 12, 31)),
            Termijnversie(termijn=read_duur("1w"), geldig_van=date(2027, 2, 1), bron="Besluit 2027"),
        ),
    )
)


@pytest.mark.parametrize(
    ("start", "duur", "bron"),
    [
        ("2020-01-01", "3w", "Regioplan"),
        ("2026-06-30", "3w", "Regioplan"),
        ("2026-07-01", "2w", "Regioplan"),
        ("2026-12-31", "2w", "Regioplan"),
        ("2027-02-01", "1w", "Besluit 2027"),
        ("2199-12-31", "1w", "Besluit 2027"),
    ],
)
def test_term_is_judged_by_the_version_that_holds_on_its_start(start, duur, bron):
    regel = find_rule("intake", date.fromisoformat(start), VERSIES)
    assert (str(regel.termijn), regel.bron) == (duur, bron)


def test_term_that_no_version_holds_for_cannot_be_computed():
    found = deadline("intake vanaf 2027-01-15", instellingen=VERSIES)
    assert (found.datum, found.onbepaald) == (None, "de termijn 'intake' gold niet op 15 januari 2027")


def test_agreement_that_counts_back_stays_on_its_day_and_is_shortened():
    own = region(melding=Termijnregel(termijn=read_duur("3w"), richting=Telrichting.TERUG))
    facts = {"instellingen": own}
    assert str(deadline("melding vanaf 2026-12-18", **facts).datum) == "2026-11-27"
    late = deadline("melding vanaf 2026-12-18", afgesproken="2026-12-10", **facts)
    assert (str(late.datum), late.ingekort) == ("2026-12-14", True)


def test_agreement_that_binds_the_institution_lapses_as_well():
    own = region(overdracht=Termijnregel(termijn=read_duur("1w"), bindt=Gebonden.PI))
    found = deadline("overdracht vanaf 2026-11-02", instellingen=own, feitelijk="2026-11-20")
    assert (found.datum, found.vervallen) == (None, date(2026, 11, 20))


def test_agreement_can_be_suspended_unless_it_says_not():
    stop = [("2026-11-05", "2026-11-10")]
    for can_stop, datum in ((JaNee.JA, "2026-11-21"), (JaNee.NEE, "2026-11-16")):
        own = region(intake=Termijnregel(termijn=read_duur("2w"), opschortbaar=can_stop))
        found = deadline("intake vanaf 2026-11-02", instellingen=own, opschorting=stop)
        assert (str(found.datum), found.opschortbaar) == (datum, can_stop is JaNee.JA)


# Per gemeente


def test_term_that_each_gemeente_sets_cannot_be_computed_until_it_has():
    found = deadline("wgs-4a-3 vanaf 2026-11-02")
    assert (found.datum, found.onbepaald) == (None, "de termijn 'wgs-4a-3' is voor Leiden niet ingesteld")
    assert found.remedie == "Zet hem in nazorg.yaml bij de gemeente: termijnen: {wgs-4a-3: …}, hooguit 8w."


@pytest.mark.parametrize(
    ("own", "datum"),
    [("6w", "2026-12-12"), ("8w", "2026-12-26"), ("40d", "2026-12-10"), ("1m", "2026-11-30"), ("10wd", "2026-11-13")],
)
def test_term_of_the_gemeente_is_counted_without_awt(own, datum):
    found = deadline("wgs-4a-3 vanaf 2026-10-31", instellingen=region(gemeente={"wgs-4a-3": own}))
    assert str(found.datum) == datum


def test_term_of_the_gemeente_never_ends_later_than_the_law_allows():
    found = deadline("wgs-4a-3 vanaf 2026-10-31", instellingen=region(gemeente={"wgs-4a-3": "10w"}))
    assert str(found.datum) == "2026-12-26"
    assert "10 weken ingesteld, maar hooguit 8 weken is toegestaan" in [step.omschrijving for step in found.stappen]


def test_decision_on_debts_can_be_suspended():
    own = region(gemeente={"wgs-4a-3": "6w"})
    stop = [("2026-11-10", "2026-11-20")]
    assert str(deadline("wgs-4a-3 vanaf 2026-11-02", instellingen=own, opschorting=stop).datum) == "2026-12-24"


@pytest.mark.parametrize(
    ("duur", "limit", "longer"),
    [
        ("8w", "8w", False),
        ("9w", "8w", True),
        ("56d", "8w", False),
        ("57d", "8w", True),
        ("1m", "8w", False),
        ("2m", "8w", True),
        ("1m", "31d", False),
        ("1m", "30d", True),
        ("30wd", "8w", False),
        ("40wd", "8w", True),
    ],
)
def test_longer_is_what_can_end_later_on_some_day(duur, limit, longer):
    assert is_longer(read_duur(duur), read_duur(limit), Werkkalender()) is longer


# What no suspension, no Awt and no release changes


def test_rule_of_the_law_that_cannot_be_suspended_runs_on():
    stop = [("2026-11-10", None)]
    found = deadline("wgs-4-1 vanaf 2026-11-02", opschorting=stop)
    assert (str(found.datum), found.opgeschort, found.opschortbaar) == ("2026-11-30", None, False)


@pytest.mark.parametrize(
    ("days", "lapsed"),
    [
        ({"verwacht": "2026-11-20"}, False),
        ({"feitelijk": "2026-11-20"}, True),
        ({"feitelijk": "2026-11-23"}, True),  # the peildatum itself
        ({"feitelijk": "2026-11-24"}, False),  # asked about a day on which the person was inside
        ({"feitelijk": "2026-10-16"}, False),  # released from an earlier detention
        ({"feitelijk": "2026-10-17"}, True),
    ],
)
def test_term_that_binds_the_institution_lapses_once_the_person_has_left(days, lapsed):
    found = deadline("pbw-18a vanaf 2026-10-17", **days)
    assert (found.vervallen is not None) is lapsed
    assert (found.datum is None) is lapsed
    assert found.vervalt_bij_vrijlating is not lapsed


def test_term_that_binds_the_college_does_not_lapse():
    assert deadline("wgs-4-1 vanaf 2026-11-02", feitelijk="2026-11-20").datum == date(2026, 11, 30)


@pytest.mark.parametrize(("naam", "kind"), [("pw-41-4", "wachttijd"), ("wjsg-51c-4", "bewaartijd")])
def test_rule_that_says_from_when_is_no_deadline(naam, kind):
    found = deadline(f"{naam} vanaf 2026-11-02")
    assert (found.datum, found.onbepaald) == (None, f"'{naam}' is een {kind} en geen uiterste dag")


# Not before


@pytest.mark.parametrize(
    ("term", "datum"),
    [
        ("2026-12-25", "2026-12-25"),
        ("ontslag - 3w", "2026-11-27"),
        ("ontslag + 4w", "2027-01-15"),
        ("aanmelding + 1w", "2026-04-27"),
        ("pw-41-4 vanaf 2026-11-27", "2026-12-28"),
        ("pw-41-4 vanaf 2026-11-02", "2026-11-30"),
        ("wjsg-51c-4 vanaf 2026-11-02", "2030-11-02"),
    ],
)
def test_day_before_which_nothing_can_be_done_is_counted_as_a_deadline_is(term, datum):
    assert str(niet_voor(term, verwacht="2026-12-18").datum) == datum


def test_day_before_which_nothing_can_be_done_may_be_unknown():
    assert niet_voor("ontslag + 4w").onbepaald == "de ontslagdatum is niet bekend"


def test_steps_tell_the_whole_way_from_the_start_to_the_day():
    found = deadline("wgs-4-1 vanaf 2026-11-27")
    assert [(str(step.datum), str(step.soort), step.omschrijving) for step in found.stappen] == [
        ("2026-11-27", "begin", "de dag van het verzoek om schuldhulp"),
        ("2026-12-25", "telling", "4 weken verder"),
        ("2026-12-28", "awt", "eindigt op Eerste Kerstdag → maandag 28 december 2026, Awt art. 1 lid 1"),
    ]
