"""A dossier gets the steps of a traject once, whatever region and dossier it is, and nothing that was not asked for."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from register.fabriek import REGIO, dossier, open_register

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.ids import read_item_id
from nazorg.begrippen.keuzes import Kader, Partnersoort, Status
from nazorg.diagnostics import Severity
from nazorg.errors import UsageError
from nazorg.reading import read_dossier
from nazorg.register import find_traject, list_trajecten
from nazorg.register.wijziging import propose
from nazorg.register.wijziging.toets import findings_of
from nazorg.wijzigen import Aanmelding, apply_traject, new_dossier, passed_over, with_traject

from .fabriek import NUMMER, added, change

NAMEN = (
    "isd-laatste-fase",
    "justitieel-kader",
    "kort-gestraft",
    "onveilige-terugkeer",
    "penitentiair-programma",
    "rio-18-27",
    "standaard-vrijwillig",
)
HELE_REGIO = REGIO.replace(
    "leefgebieden: [scholing]",
    "".join(f"  een-{soort}: {{soort: {soort}}}\n" for soort in Partnersoort if soort not in ("pi", "woningcorporatie"))
    + "leefgebieden: [scholing]",
)
"""A region with one partner of each kind."""

DETENTIE = """\
detentie:
  inrichting: PI Alphen
  ingesloten: 2026-11-20
  ontslag: {verwacht: 2027-06-01}
  fasering: [{id: f2sr, soort: pp, vanaf: 2027-05-01}]
"""


def traject(tmp_path, naam):
    return find_traject(open_register(tmp_path), naam).traject


@pytest.mark.parametrize("naam", NAMEN)
def test_applied_to_a_new_dossier_it_gives_nothing_to_mind(tmp_path, naam):
    plan = apply_traject(traject(tmp_path, naam))
    pad, text = dossier(NUMMER, DETENTIE)
    made = propose(open_register(tmp_path, (pad, text), regio=HELE_REGIO), pad, plan, "", Random(1))
    assert made.bevindingen == ()
    assert len(made.acties) == len(list(made.dossier.acties())) > 5
    assert made.kort == f"traject {naam} toegepast ({len(made.acties)} acties)"


_DAGEN = st.dates(date(2026, 6, 1), date(2026, 11, 23))
_AANMELDINGEN = st.builds(
    Aanmelding,
    gemeente=st.just("Leiden"),
    regisseur=st.just("m.bakker"),
    kader=st.sampled_from(Kader),
    status=st.sampled_from([Status.AANGEMELD, Status.IN_DETENTIE]),
    inrichting=st.sampled_from(["", "PI Alphen", "pi alphen", "Elders"]),
    ingesloten=st.none() | _DAGEN,
    ontslag=st.none() | st.dates(date(2026, 11, 24), date(2028, 1, 1)),
)
_REGIOS = st.sets(st.sampled_from(Partnersoort)).flatmap(
    lambda kinds: st.lists(st.sampled_from(sorted(kinds)), max_size=12) if kinds else st.just([])
)
_LEEFGEBIEDEN = st.dictionaries(
    st.sampled_from(["id_bewijs", "onderdak", "werk_inkomen", "schulden", "zorg", "netwerk"]),
    st.sampled_from(
        [
            "",
            "{hulpvraag: ja, stand: loopt}",
            "{hulpvraag: geweigerd}",
            "{hulpvraag: nee}",
            "{stand: op_orde}",
            "{geen_actie: Zo is het goed}",
            "{acties: []}",
            "\n    hulpvraag: ja\n    acties:\n      - wat: Bellen",
            "\n    acties: [{wat: Bellen, na: []}]",
        ]
    ),
)


def _region(kinds):
    partners = "".join(f"  partner-{number}: {{soort: {kind}}}\n" for number, kind in enumerate(kinds))
    return f"nazorg: 1\nregio: R\ngemeenten: {{Leiden: }}\nregisseurs: {{m.bakker: }}\npartners:\n{partners}"


def _with_domains(data, domains):
    """A new dossier with other leefgebieden."""
    head = data.decode().partition("leefgebieden:\n")[0]
    return (head + "leefgebieden:\n" + "".join(f"  {naam}: {text}\n" for naam, text in domains.items())).encode()


@settings(max_examples=50, deadline=None)
@given(st.data(), _AANMELDINGEN, _REGIOS, _LEEFGEBIEDEN)
def test_applied_twice_it_changes_no_byte(tmp_path_factory, data, aanmelding, kinds, domains):
    folder = tmp_path_factory.mktemp("map")
    register = open_register(folder, regio=_region(kinds))
    pad, text = new_dossier(register, aanmelding, "", Random(1))
    if domains:
        text = _with_domains(text, domains)
    plan = apply_traject(find_traject(register, data.draw(st.sampled_from(NAMEN))).traject)
    register = open_register(folder, (pad, text.decode()), regio=_region(kinds))
    once = propose(register, pad, plan, "", Random(2))
    # what a traject leaves for people to fill in: whose it is, and a day that it counts from
    assert {one.code for one in once.bevindingen} <= {"NZ304", "NZ405"}
    assert not any(one.severity is Severity.FOUT for one in once.bevindingen)
    register = open_register(folder, (pad, once.na.text), regio=_region(kinds))
    twice = propose(register, pad, plan, "nog eens", Random(3))
    assert twice.na.data == once.na.data
    assert twice.acties == ()
    after = read_dossier(Bestand(pad, once.na.data)).waarde
    assert len({actie.stap for _, _, actie in after.acties() if actie.stap}) == len(once.acties)
    for naam, why in {"geweigerd": "geweigerd", "nee": "nee", "op_orde": "op_orde"}.items():
        skipped = [domain for domain, said in domains.items() if f": {naam}}}" in said]
        assert not any(actie.stap for domain in skipped for actie in after.leefgebieden[domain].acties), why


@pytest.mark.parametrize("naam", NAMEN)
def test_new_dossier_with_a_traject_holds_no_fout(tmp_path, naam):
    register = open_register(tmp_path)
    pad, data = new_dossier(register, Aanmelding(gemeente="Leiden", regisseur="m.bakker"), "", Random(1))
    text = with_traject(register, pad, data, find_traject(register, naam).traject, Random(1))
    gelezen = read_dossier(Bestand(pad, text))
    assert not [one for one in findings_of(register, gelezen) if one.severity is Severity.FOUT]
    assert any(actie.stap for _, _, actie in gelezen.waarde.acties())


def test_step_is_known_by_its_key_whatever_became_of_the_action(tmp_path):
    there = """\
leefgebieden:
  onderdak:
    acties:
      - {id: h4rm, wat: Iets heel anders, stap: kort-gestraft/eerste-nacht, status: vervallen, eigenaar: betrokkene}
"""
    made = change(tmp_path, apply_traject(traject(tmp_path, "standaard-vrijwillig")), there)
    stappen = [actie.stap for _, _, actie in made.dossier.acties()]
    assert stappen.count("kort-gestraft/eerste-nacht") == 1
    assert "standaard-vrijwillig/eerste-nacht" not in stappen


def test_another_traject_adds_only_what_it_has_besides(tmp_path):
    once = change(tmp_path, apply_traject(traject(tmp_path, "kort-gestraft")), DETENTIE)
    register = open_register(tmp_path, (once.pad, once.na.text))
    both = propose(register, once.pad, apply_traject(traject(tmp_path, "standaard-vrijwillig")), "", Random(1))
    keys = [actie.stap.partition("/")[2] for _, _, actie in both.dossier.acties()]
    assert len(keys) == len(set(keys))
    assert both.acties


def test_action_waits_for_the_action_of_the_step_before_it(tmp_path):
    there = "leefgebieden:\n  id_bewijs:\n    acties:\n      - {id: c5rt, wat: ID, stap: eigen/id-aanvragen}\n"
    made = change(tmp_path, apply_traject(traject(tmp_path, "kort-gestraft")), there)
    waits = {actie.stap.partition("/")[2]: actie.na for _, _, actie in made.dossier.acties()}
    assert waits["bijstand-aanvragen"] == ("c5rt",)
    assert len(waits["voorschot-vragen"]) == 1


def test_step_that_was_passed_over_is_not_waited_for(tmp_path):
    there = "leefgebieden:\n  id_bewijs:\n    hulpvraag: geweigerd\n"
    chosen = traject(tmp_path, "kort-gestraft")
    made = change(tmp_path, apply_traject(chosen), there)
    waits = {actie.stap.partition("/")[2]: actie.na for _, _, actie in made.dossier.acties()}
    assert "id-aanvragen" not in waits
    assert waits["bijstand-aanvragen"] == ()
    assert passed_over(chosen, made.dossier) == {"id_bewijs": "de betrokkene wil hier geen hulp"}


def test_two_people_who_apply_the_same_get_the_same_ids(tmp_path):
    plan = apply_traject(traject(tmp_path, "kort-gestraft"))
    pad, text = dossier(NUMMER)
    register = open_register(tmp_path, (pad, text))
    one, other = (propose(register, pad, plan, "", Random(seed)) for seed in (1, 2))
    assert one.na.data == other.na.data
    assert all(read_item_id(item) for item in one.acties)


def test_forward_term_that_is_over_gets_the_time_that_the_region_grants(tmp_path):
    long_inside = DETENTIE.replace("ingesloten: 2026-11-20", "ingesloten: 2026-01-02")
    made = change(tmp_path, apply_traject(traject(tmp_path, "standaard-vrijwillig")), long_inside)
    due = {actie.stap.partition("/")[2]: str(actie.uiterlijk) for _, _, actie in made.dossier.acties()}
    assert due["huur-en-vaste-lasten"] == "2026-11-25"
    assert due["bijstand-aanvragen"] == "ontslag - 4w"
    assert made.verschoven == ()


def test_step_comes_with_everything_that_it_says(tmp_path):
    own = """\
traject: eigen
naam: Eigen
voor: Wie dan ook.
stappen:
  melden: {leefgebied: scholing, wat: 'Melden: eerst', eigenaar: s.yilmaz, uiterlijk: ontslag - 8w, waarom: x}
  vragen:
    leefgebied: scholing
    wat: '# vragen'
    eigenaar: pi
    uiterlijk: ontslag - 3w
    niet_voor: ontslag - 4w
    na: [melden]
    herhaal: 6m
    snel_succes: ja
    in_plan: nee
    waarom: Zo gaat het.
"""
    pad, text = dossier(NUMMER, "")
    register = open_register(tmp_path, (pad, text), ("trajecten/eigen.yaml", own))
    made = propose(register, pad, apply_traject(find_traject(register, "eigen").traject), "", Random(1))
    first, second = (actie for _, _, actie in made.dossier.acties())
    assert (first.wat, first.eigenaar, second.wat, second.eigenaar) == (
        "Melden: eerst",
        "s.yilmaz",
        "# vragen",
        "pi-alphen",
    )
    assert second.na == (first.id,)
    assert [str(getattr(second, name)) for name in ("uiterlijk", "niet_voor", "herhaal", "snel_succes", "in_plan")] == [
        "ontslag - 3w",
        "ontslag - 4w",
        "6m",
        "ja",
        "nee",
    ]
    assert second.afgesproken == date(2026, 11, 23)
    assert "        stap: eigen/vragen" in added(made)


def test_dossier_that_does_not_run_gets_nothing(tmp_path):
    with pytest.raises(UsageError, match="loopt niet meer"):
        change(
            tmp_path,
            apply_traject(traject(tmp_path, "kort-gestraft")),
            "afsluiting: {op: 2026-11-22}\n",
            status="afgesloten",
        )


def test_the_reason_is_written_down_once(tmp_path):
    made = change(tmp_path, apply_traject(traject(tmp_path, "kort-gestraft")), DETENTIE, reden="Korter gestraft")
    (entry,) = made.dossier.logboek
    assert entry.kort == "Traject kort-gestraft toegepast (10 acties): Korter gestraft"


def test_a_due_day_never_lies_far_behind(tmp_path):
    found, _ = list_trajecten(open_register(tmp_path))
    for one in found:
        made = change(tmp_path, apply_traject(one.traject), DETENTIE.replace("2026-11-20", "2025-01-02"))
        dated = [actie.uiterlijk for _, _, actie in made.dossier.acties() if isinstance(actie.uiterlijk, date)]
        assert all(day >= date(2026, 11, 23) + timedelta(days=1) for day in dated)
