"""The deadline of an action: literal values, each rule of the design, and a second reading of them all."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.begrippen.keuzes import FaseringSoort, Zekerheid
from nazorg.begrippen.termen import Duur, read_duur
from nazorg.instellingen import Instellingen, Termijnregel
from nazorg.termijnen import Werkkalender, add_duration

from . import eenvoudig
from .fabriek import INSTELLINGEN, PEILDATUM, deadline, niet_voor, region

KALENDER = Werkkalender()


def due(uiterlijk, **facts):
    found = deadline(uiterlijk, **facts)
    return str(found.datum) if found.datum else None


# Check values of domain.md and the design


@pytest.mark.parametrize(
    ("uiterlijk", "days", "datum"),
    [
        ("aanmelding + 3wd", {"aanmelding": "2026-04-02"}, "2026-04-09"),
        ("ontslag - 15d", {"verwacht": "2026-06-09"}, "2026-05-25"),  # Tweede Pinksterdag, and stays
        ("buiten - 8w", {"vroegst": "2026-12-04", "verwacht": "2026-12-18"}, "2026-10-09"),
        ("binnenkomst + 4w", {"binnenkomst": "2026-04-17"}, "2026-05-15"),
        ("ingesloten + 1m", {"ingesloten": "2026-01-31"}, "2026-02-28"),
        ("ingesloten + 1m", {"ingesloten": "2028-01-31"}, "2028-02-29"),
        ("ingesloten + 13m", {"ingesloten": "2026-12-31"}, "2028-01-31"),
        ("ontslag - 1m", {"verwacht": "2026-03-31"}, "2026-02-28"),
        ("ontslag - 6m", {"verwacht": "2026-02-15"}, "2025-08-15"),
        ("ontslag - 3w", {"verwacht": "2026-12-18"}, "2026-11-27"),
        ("ontslag - 2wd", {"verwacht": "2026-12-29"}, "2026-12-24"),
        ("aanmelding + 0d", {"aanmelding": "2026-04-20"}, "2026-04-20"),
        ("2026-11-28", {}, "2026-11-28"),
    ],
)
def test_check_value(uiterlijk, days, datum):
    assert due(uiterlijk, **days) == datum


def test_suspension_of_the_check_value_adds_its_42_days():
    stop = [("2026-12-10", "2027-01-21")]
    days = {"aanmelding": "2026-12-01", "peildatum": "2027-01-25"}
    assert due("aanmelding + 14d", **days) == "2026-12-15"
    assert due("aanmelding + 14d", opschorting=stop, **days) == "2027-01-26"


def test_action_without_uiterlijk_has_no_deadline():
    assert deadline(None) is None


# Back: never moved, perhaps shortened


def test_counted_back_says_which_day_it_falls_on_and_stays_there():
    found = deadline("ontslag - 15d", verwacht="2026-06-09")
    assert (str(found.datum), found.valt_op.casefold()) == ("2026-05-25", "tweede pinksterdag")
    assert not found.ingekort
    assert found.geteld_vanaf == date(2026, 6, 9)


@pytest.mark.parametrize(
    ("afgesproken", "datum", "ingekort"),
    [
        ("2026-11-26", "2026-11-27", False),
        ("2026-11-27", "2026-11-27", False),  # agreed on the very day
        ("2026-11-28", "2026-12-01", True),  # a Saturday, and two working days
        ("2026-12-10", "2026-12-14", True),
        ("2026-12-17", "2026-12-18", True),  # never later than the release
        ("2026-12-21", "2026-12-18", True),
        (None, "2026-11-27", False),
    ],
)
def test_term_that_lies_before_the_agreement_is_shortened(afgesproken, datum, ingekort):
    found = deadline("ontslag - 3w", verwacht="2026-12-18", afgesproken=afgesproken)
    assert (str(found.datum), found.ingekort) == (datum, ingekort)


def test_region_says_how_much_time_a_shortened_term_leaves():
    region = Instellingen(nazorg=1, regio="X", inkorting=read_duur("1w"))
    facts = {"verwacht": "2026-12-18", "afgesproken": "2026-12-01", "instellingen": region}
    assert due("ontslag - 3w", **facts) == "2026-12-08"


def test_deadline_moves_along_with_the_release_date():
    assert due("ontslag - 3w", verwacht="2026-12-18") == "2026-11-27"
    assert due("ontslag - 3w", verwacht="2026-12-11") == "2026-11-20"
    assert due("ontslag - 3w", verwacht="2026-12-18", feitelijk="2026-12-01") == "2026-11-10"


def test_counted_back_has_no_use_for_a_suspension():
    assert due("ontslag - 3w", verwacht="2026-12-18", opschorting=[("2026-11-01", None)]) == "2026-11-27"


# Forward: no Awt for an agreement


@pytest.mark.parametrize(
    ("uiterlijk", "datum", "valt_op"),
    [
        ("aanmelding + 5d", "2026-04-25", "zaterdag"),
        ("aanmelding + 1w", "2026-04-27", "koningsdag"),
        ("aanmelding + 15d", "2026-05-05", "bevrijdingsdag"),
        ("aanmelding + 25d", "2026-05-15", "gelijkgestelde dag"),
        ("aanmelding + 1d", "2026-04-21", ""),
        ("2026-12-25", "2026-12-25", "eerste kerstdag"),
    ],
)
def test_agreement_ends_on_its_day_and_says_what_day_that_is(uiterlijk, datum, valt_op):
    found = deadline(uiterlijk)
    assert (str(found.datum), found.valt_op.casefold()) == (datum, valt_op)


def test_agreement_is_not_shortened_when_it_counts_forward():
    assert due("aanmelding + 1w", afgesproken="2026-06-01") == "2026-04-27"


def test_rule_of_the_region_counts_from_its_own_day():
    region = Instellingen(nazorg=1, regio="X", termijnen={"intake": Termijnregel(termijn=read_duur("2w"))})
    found = deadline("intake vanaf 2026-05-02", instellingen=region)
    assert (found.datum, found.geteld_vanaf) == (date(2026, 5, 16), date(2026, 5, 2))
    assert found.valt_op == "zaterdag"


# What cannot be computed


@pytest.mark.parametrize(
    ("uiterlijk", "why"),
    [
        ("ontslag - 3w", "de ontslagdatum is niet bekend"),
        ("buiten + 1w", "de eerste dag buiten is niet bekend"),
        ("ingesloten + 1w", "de dag van insluiting is niet bekend"),
        ("binnenkomst + 1w", "de dag van binnenkomst is niet bekend"),
    ],
)
def test_term_from_an_unknown_day_says_which_day_is_unknown(uiterlijk, why):
    found = deadline(uiterlijk)
    assert (found.datum, found.onbepaald) == (None, why)


def test_rule_that_the_region_has_not_is_named():
    found = deadline("intake vanaf 2026-05-02")
    assert (found.datum, found.onbepaald) == (None, "de termijn 'intake' staat niet in nazorg.yaml")


@pytest.mark.parametrize("term", ["ontslag - 9999w", "ontslag - 9999m"])
def test_very_long_term_is_still_a_day(term):
    assert deadline(term, verwacht="2198-12-18").datum < date(2025, 1, 1)


@pytest.mark.parametrize("term", ["ontslag - 9999m", "aanmelding + 9999m", "ontslag - 9999w"])
def test_term_of_any_length_that_a_file_can_hold_is_answered(term):
    found = deadline(term, aanmelding="2199-01-01", verwacht="1900-01-01")
    assert found.datum or found.onbepaald == "de termijn is te lang om te rekenen"


# Suspension


OPEN = [("2026-11-01", None)]


@pytest.mark.parametrize("uiterlijk", ["2026-11-10", "aanmelding + 7m"])
def test_suspension_without_an_end_leaves_the_deadline_open(uiterlijk):
    found = deadline(uiterlijk, opschorting=OPEN)
    assert found.datum is None
    assert found.opgeschort.van == date(2026, 11, 1)


def test_suspension_that_has_yet_to_begin_has_no_effect():
    assert due("2026-12-10", opschorting=[("2026-12-01", None)]) == "2026-12-10"


def test_suspension_from_the_peildatum_itself_has_begun():
    assert deadline("2026-12-10", opschorting=[(PEILDATUM, None)]).opgeschort


@pytest.mark.parametrize(
    ("stops", "datum"),
    [
        ([("2026-11-10", "2026-11-11")], "2026-11-11"),  # begins on the day itself
        ([("2026-11-11", "2026-11-20")], "2026-11-10"),  # begins when it was over
        ([("2026-11-11", None)], "2026-11-10"),
        ([("2026-11-05", "2026-11-05")], "2026-11-10"),  # no day at all
        ([("2026-11-05", "2026-11-08"), ("2026-11-13", "2026-11-15")], "2026-11-15"),  # in the extension
        ([("2026-11-13", "2026-11-15"), ("2026-11-05", "2026-11-08")], "2026-11-15"),  # in any order
        ([("2026-11-05", "2026-11-09"), ("2026-11-07", "2026-11-10")], "2026-11-15"),  # shared days count once
        ([("2026-10-25", "2026-11-03")], "2026-11-12"),  # as far as after the start
        ([("2026-10-01", "2026-10-20")], "2026-11-10"),  # wholly before it
    ],
)
def test_suspension_adds_its_days_as_far_as_they_count(stops, datum):
    assert due("2026-11-10", afgesproken="2026-10-31", opschorting=stops) == datum


def test_start_itself_is_no_day_that_is_added():
    assert due("aanmelding + 7d", opschorting=[("2026-04-18", "2026-04-23")]) == "2026-04-29"


def test_date_without_a_start_counts_every_day_of_a_suspension():
    assert due("2026-11-10", opschorting=[("2026-10-25", "2026-11-03")]) == "2026-11-19"


def test_extended_deadline_says_which_day_it_falls_on():
    assert deadline("2026-11-10", opschorting=[("2026-11-05", "2026-11-09")]).valt_op == "zaterdag"


# Every deadline explains itself


def test_steps_tell_how_a_term_counted_back_came_about():
    found = deadline("ontslag - 3w", verwacht="2026-12-18", afgesproken="2026-12-10")
    assert [(str(step.datum), step.omschrijving) for step in found.stappen] == [
        ("2026-12-18", "verwachte ontslagdatum"),
        ("2026-11-27", "3 weken terug"),
        ("2026-12-14", "ingekort: lag voor de afspraak van 10 december 2026, nu 2 werkdagen daarna"),
    ]


def test_steps_tell_how_a_suspension_moved_a_term():
    stops = [("2026-05-01", "2026-05-02"), ("2026-05-03", "2026-05-06")]
    found = deadline("aanmelding + 2w", opschorting=stops)
    assert [(str(step.datum), step.omschrijving) for step in found.stappen] == [
        ("2026-04-20", "aanmelding"),
        ("2026-05-04", "2 weken verder"),
        ("2026-05-05", "opgeschort van 1 mei 2026 tot 2 mei 2026: 1 dag erbij"),
        ("2026-05-08", "opgeschort van 3 mei 2026 tot 6 mei 2026: 3 dagen erbij"),
    ]


def test_last_step_is_the_deadline():
    for uiterlijk in ("2026-11-10", "aanmelding + 2w", "aanmelding + 3wd"):
        found = deadline(uiterlijk, opschorting=[("2026-04-22", "2026-04-23")])
        assert found.stappen[-1].datum == found.datum


# A second reading of the whole rule


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
MAYBE = st.one_of(st.none(), DAYS)
TERMS = st.tuples(
    st.sampled_from(["aanmelding", "ingesloten", "binnenkomst", "ontslag", "buiten"]),
    st.sampled_from("+-"),
    st.integers(0, 70),
    st.sampled_from(["d", "w", "m", "wd"]),
)
SUSPENSIONS = st.lists(
    st.tuples(DAYS, st.one_of(st.none(), st.integers(-3, 60))).map(
        lambda one: (one[0], None if one[1] is None else one[0] + timedelta(days=one[1]))
    ),
    max_size=3,
)
FACTS = st.fixed_dictionaries(
    {
        "aanmelding": DAYS,
        "ingesloten": MAYBE,
        "binnenkomst": MAYBE,
        "zitting": MAYBE,
        "soort": st.sampled_from([None, "voorlopige_hechtenis", "gevangenisstraf"]),
        "vroegst": MAYBE,
        "verwacht": MAYBE,
        "uiterst": MAYBE,
        "feitelijk": st.one_of(st.none(), st.none(), DAYS),
        "zekerheid": st.sampled_from([None, *(str(one) for one in Zekerheid)]),
        "fasering": st.lists(st.tuples(st.sampled_from([str(one) for one in FaseringSoort]), MAYBE), max_size=2),
    }
)


def near(day):
    """Suspensions that matter lie about the deadline."""
    return st.lists(
        st.tuples(st.integers(-30, 10), st.one_of(st.none(), st.integers(-3, 40))).map(
            lambda one: (
                day + timedelta(days=one[0]),
                None if one[1] is None else day + timedelta(days=one[0] + one[1]),
            )
        ),
        max_size=4,
    )


def in_words(term):
    """A term as it stands in a file."""
    if isinstance(term, date):
        return str(term)
    return "{} vanaf {}".format(*term) if len(term) == 2 else "{} {} {}{}".format(*term)


def outcome(found):
    """The answer of the program in the form of the second reading."""
    if found.vervallen:
        return "vervallen"
    return "opgeschort" if found.opgeschort else "onbepaald" if found.onbepaald else found.datum


def both(term, facts, agreed, stops, own_days, shorten, today):
    """The answer of the program and that of the second reading, in one form."""
    found = deadline(
        in_words(term),
        afgesproken=agreed,
        opschorting=stops,
        instellingen=Instellingen(nazorg=1, regio="X", inkorting=read_duur("{}{}".format(*shorten))),
        kalender=Werkkalender(own_days),
        peildatum=today,
        **facts,
    )
    return outcome(found), eenvoudig.deadline(term, facts, agreed, stops, own_days, shorten, today)


@settings(max_examples=250, deadline=None)
@given(
    TERMS,
    FACTS,
    MAYBE,
    SUSPENSIONS,
    st.sets(DAYS, max_size=3),
    st.tuples(st.integers(0, 10), st.sampled_from(["d", "wd", "w"])),
    DAYS,
)
def test_term_is_computed_as_the_second_reading_has_it(term, facts, agreed, stops, own_days, shorten, today):
    ours, theirs = both(term, facts, agreed, stops, own_days, shorten, today)
    assert ours == theirs


@settings(max_examples=120, deadline=None)
@given(DAYS.flatmap(lambda day: st.tuples(st.just(day), near(day))), MAYBE, DAYS)
def test_plain_date_is_suspended_as_the_second_reading_has_it(day_and_stops, agreed, today):
    day, stops = day_and_stops
    ours, theirs = both(day, {"aanmelding": date(2026, 1, 5)}, agreed, stops, set(), (2, "wd"), today)
    assert ours == theirs


@settings(max_examples=100, deadline=None)
@given(
    DAYS.flatmap(lambda day: st.tuples(st.just(day), near(day))), st.integers(0, 25), st.sampled_from(["d", "wd"]), DAYS
)
def test_forward_term_is_suspended_as_the_second_reading_has_it(day_and_stops, number, unit, today):
    day, stops = day_and_stops
    ours, theirs = both(("aanmelding", "+", number, unit), {"aanmelding": day}, None, stops, set(), (2, "wd"), today)
    assert ours == theirs


@settings(max_examples=250, deadline=None)
@given(
    st.sampled_from(sorted(eenvoudig.LAW)),
    DAYS.flatmap(lambda day: st.tuples(st.just(day), near(day + timedelta(days=28)))),
    st.one_of(st.none(), DAYS),
    st.sets(DAYS, max_size=3),
    DAYS,
    st.one_of(st.none(), st.tuples(st.integers(0, 70), st.sampled_from(["d", "w", "m", "wd"]))),
)
def test_rule_is_computed_as_the_second_reading_has_it(name, day_and_stops, left, own_days, today, own):
    start, stops = day_and_stops
    facts = {"aanmelding": date(2026, 1, 5), "feitelijk": left}
    gemeente = {"wgs-4a-3": own} if own else {}
    found = deadline(
        f"{name} vanaf {start}",
        opschorting=stops,
        instellingen=region(gemeente={naam: "{}{}".format(*duur) for naam, duur in gemeente.items()}),
        kalender=Werkkalender(own_days),
        peildatum=today,
        **facts,
    )
    theirs = eenvoudig.deadline((name, start), facts, None, stops, own_days, (2, "wd"), today, gemeente)
    assert outcome(found) == theirs
    assert found.stappen == () or found.datum is None or found.stappen[-1].datum == found.datum


@settings(max_examples=150, deadline=None)
@given(st.one_of(DAYS, TERMS, st.tuples(st.sampled_from(["pw-41-4", "wgs-4-1", "wjsg-51c-4"]), DAYS)), FACTS)
def test_day_before_which_nothing_can_be_done_is_computed_as_the_second_reading_has_it(term, facts):
    found = niet_voor(in_words(term), **facts)
    assert outcome(found) == eenvoudig.not_before(term, facts, set())


@given(DAYS, st.integers(0, 200))
def test_month_back_and_month_on_stay_within_the_month(start, months):
    duur = Duur(months, read_duur("1m").eenheid)
    for sign in (1, -1):
        there = add_duration(start, duur, KALENDER, sign)
        assert (there.year * 12 + there.month) - (start.year * 12 + start.month) == sign * months
        assert there.day == start.day or (there + timedelta(days=1)).day == 1


def test_default_settings_leave_two_working_days():
    assert INSTELLINGEN.inkorting == read_duur("2wd")
