"""What a partner may know of a dossier: by law, by consent, less a convenant; and else nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.begrippen.keuzes import Gegevenssoort, Grondslag, Kader, Partnersoort, Richting, Status
from nazorg.dossier import Dossier, Toestemming
from nazorg.grondslagen import VOLGORDE, inzage_of, versions_of
from nazorg.instellingen import Convenant, Instellingen, Partner

DAG = date(2026, 11, 23)
GEVEN = Toestemming(partner="p", leefgebieden=("onderdak",), richting=Richting.BEIDE, gegeven=DAG - timedelta(days=30))
LEEG = Dossier(
    dossier="NZ-2026-k7f3mq",
    betrokkene="p-4q9x2m",
    aanmelding=DAG,
    status=Status.IN_DETENTIE,
    gemeente="Leiden",
    regisseur="m.bakker",
    kader=Kader.VRIJWILLIG,
)
S = Gegevenssoort


def inzage(soort, grondslagen, toestemmingen=(), convenanten=(), dag=DAG):
    partner = Partner(soort=soort, grondslagen=tuple(grondslagen))
    convenants = {f"c{nth}": one for nth, one in enumerate(convenanten)}
    region = Instellingen(nazorg=1, regio="r", partners={"p": partner}, convenanten=convenants)
    return inzage_of(replace(LEEG, toestemmingen=tuple(toestemmingen)), "p", region, dag)


def test_the_prison_knows_the_dates_and_every_leefgebied_of_the_closed_list():
    found = inzage(Partnersoort.PI, [Grondslag.PM_20D])
    assert found.may(S.DETENTIE)
    assert found.may(S.SITUATIE, "zorg")
    assert not found.may(S.STAND, "verslaving")


def test_a_ground_of_the_closed_circle_gives_a_housing_association_nothing():
    found = inzage(Partnersoort.WONINGCORPORATIE, [Grondslag.PM_20D])
    assert not found
    assert found.reden == "pm-20d: deze grondslag is er niet voor deze soort partner (woningcorporatie)"


def test_consent_gives_the_leefgebieden_that_stand_in_it_and_no_dates():
    found = inzage(Partnersoort.WONINGCORPORATIE, [Grondslag.TOESTEMMING], [GEVEN])
    assert found.leefgebieden == {"onderdak"}
    assert found.ground_for(S.ACTIES, "onderdak") is Grondslag.TOESTEMMING
    assert not found.may(S.ACTIES, "schulden")
    assert not found.may(S.DETENTIE)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"ingetrokken": DAG}, "is ingetrokken op 23 november 2026"),
        ({"tot": DAG - timedelta(days=1)}, "gold tot en met 22 november 2026"),
        ({"gegeven": None}, "heeft geen dag waarop zij gegeven is"),
        ({"gegeven": DAG + timedelta(days=1)}, "is pas gegeven op 24 november 2026"),
        ({"richting": Richting.VAN}, "geldt alleen voor gegevens van de partner"),
        ({"richting": None}, "zegt niet welke kant de gegevens op mogen"),
        ({"leefgebieden": ()}, "noemt geen leefgebied"),
    ],
)
def test_consent_that_does_not_hold_leaves_nothing_and_says_why(anders, reden):
    found = inzage(Partnersoort.ZORGAANBIEDER, [Grondslag.TOESTEMMING], [replace(GEVEN, **anders)])
    assert not found
    assert found.reden == f"toestemming: de toestemming {reden}"


@pytest.mark.parametrize("anders", [{"tot": DAG}, {"ingetrokken": DAG + timedelta(days=1)}, {"gegeven": DAG}])
def test_consent_holds_on_its_first_and_its_last_day(anders):
    assert inzage(Partnersoort.ZORGAANBIEDER, [Grondslag.TOESTEMMING], [replace(GEVEN, **anders)])


def test_another_partners_consent_gives_nothing():
    other = replace(GEVEN, partner="q")
    assert inzage(Partnersoort.ZORGAANBIEDER, [Grondslag.TOESTEMMING], [other]).reden == (
        "toestemming: er is geen toestemming vastgelegd"
    )


def test_consent_gives_nothing_to_a_partner_whose_ceiling_does_not_name_it():
    assert not inzage(Partnersoort.PI, [], [GEVEN])


def test_a_partner_that_the_region_does_not_know_may_know_nothing():
    region = Instellingen(nazorg=1, regio="r")
    assert not inzage_of(replace(LEEG, toestemmingen=(GEVEN,)), "p", region, DAG)


def test_the_law_is_named_before_consent():
    found = inzage(Partnersoort.SCHULDHULP, [Grondslag.TOESTEMMING, Grondslag.WGS_8A], [
        replace(GEVEN, leefgebieden=("schulden", "onderdak"))
    ])  # fmt: skip
    assert found.ground_for(S.STAND, "schulden") is Grondslag.WGS_8A
    assert found.ground_for(S.STAND, "onderdak") is Grondslag.TOESTEMMING


def test_a_convenant_takes_away():
    only = Convenant(grondslag=Grondslag.PM_20D, leefgebieden=("onderdak",), soorten=(S.STAND,))
    found = inzage(Partnersoort.PI, [Grondslag.PM_20D], convenanten=[only])
    assert found.leefgebieden == {"onderdak"}
    assert not found.may(S.SITUATIE, "onderdak")
    assert not found.may(S.DETENTIE)


def test_a_convenant_that_ended_gives_back_nothing():
    ended = Convenant(grondslag=Grondslag.PM_20D, leefgebieden=("onderdak",), geldig_tot=DAG - timedelta(days=1))
    found = inzage(Partnersoort.PI, [Grondslag.PM_20D], convenanten=[ended])
    assert not found
    assert found.reden == "pm-20d: het convenant 'c0' geldt niet op 23 november 2026"


def test_a_convenant_that_followed_another_takes_its_place():
    old = Convenant(grondslag=Grondslag.PM_20D, leefgebieden=("onderdak",), geldig_tot=DAG - timedelta(days=1))
    new = Convenant(grondslag=Grondslag.PM_20D, leefgebieden=("zorg",), geldig_van=DAG)
    assert inzage(Partnersoort.PI, [Grondslag.PM_20D], convenanten=[old, new]).leefgebieden == {"zorg"}


def test_a_convenant_with_others_changes_nothing():
    other = Convenant(grondslag=Grondslag.PM_20D, partners=("q",), leefgebieden=("onderdak",))
    assert inzage(Partnersoort.PI, [Grondslag.PM_20D], convenanten=[other]).may(S.STAND, "zorg")


def test_a_convenant_that_leaves_no_leefgebied_leaves_only_what_is_of_none():
    strange = Convenant(grondslag=Grondslag.PM_20D, leefgebieden=("gezin",))
    found = inzage(Partnersoort.PI, [Grondslag.PM_20D], convenanten=[strange])
    assert not any(found.may(soort, naam) for soort in S for naam in ("gezin", "onderdak"))
    assert found.may(S.DETENTIE)


DOMAINS = st.lists(st.sampled_from(["onderdak", "zorg", "schulden", "verslaving", "netwerk"]), max_size=3).map(tuple)
DAYS = st.none() | st.integers(-3, 3).map(lambda days: DAG + timedelta(days=days))
CONSENTS = st.builds(
    Toestemming,
    partner=st.sampled_from(["p", "q"]),
    leefgebieden=DOMAINS,
    richting=st.none() | st.sampled_from(Richting),
    gegeven=DAYS,
    tot=DAYS,
    ingetrokken=DAYS,
)
CONVENANTS = st.builds(
    Convenant,
    grondslag=st.sampled_from(Grondslag),
    partners=st.sampled_from([(), ("p",), ("q",)]),
    leefgebieden=DOMAINS,
    soorten=st.lists(st.sampled_from(S), max_size=3).map(tuple),
    geldig_van=DAYS,
    geldig_tot=DAYS,
)


@given(
    st.sampled_from(Partnersoort),
    st.lists(st.sampled_from(Grondslag), unique=True),
    st.lists(CONSENTS, max_size=4),
    st.lists(CONVENANTS, max_size=4),
)
def test_no_convenant_gives_what_was_not_given_without_it(soort, grondslagen, toestemmingen, convenanten):
    without = inzage(soort, grondslagen, toestemmingen)
    within = inzage(soort, grondslagen, toestemmingen, convenanten)
    for kind in S:
        assert without.may(kind) or not within.may(kind)
        for naam in ("onderdak", "zorg", "schulden", "verslaving", "netwerk"):
            assert without.may(kind, naam) or not within.may(kind, naam)


@given(
    st.sampled_from(Partnersoort),
    st.lists(st.sampled_from(Grondslag), unique=True),
    st.lists(CONSENTS, max_size=4),
)
def test_whatever_is_given_stands_in_a_law_for_this_kind_of_partner_or_in_a_consent_that_holds(
    soort, grondslagen, toestemmingen
):
    found = inzage(soort, grondslagen, toestemmingen)
    by_law = {
        naam
        for one in grondslagen
        for grond in versions_of(one)
        if not grond.kring or soort in grond.kring
        for naam in grond.leefgebieden
    }
    by_consent = {
        naam
        for one in toestemmingen
        if Grondslag.TOESTEMMING in grondslagen
        and one.partner == "p"
        and one.richting in (Richting.AAN, Richting.BEIDE)
        and one.gegeven is not None
        and one.gegeven <= DAG
        and (one.tot is None or one.tot >= DAG)
        and (one.ingetrokken is None or one.ingetrokken > DAG)
        for naam in one.leefgebieden
    }
    assert found.leefgebieden == by_law | by_consent
    assert {one.grondslag for one in (*found.rechten, *found.afgewezen)} == set(grondslagen)
    assert [one.grondslag for one in found.rechten] == [
        one for one in VOLGORDE if one in {recht.grondslag for recht in found.rechten}
    ]
