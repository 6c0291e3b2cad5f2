"""A new dossier checks, whatever is known at the start, and its number is nobody else's."""

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from register.fabriek import open_register

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.keuzes import DetentieSoort, Kader, Status
from nazorg.diagnostics import Severity
from nazorg.reading import read_dossier
from nazorg.register.wijziging.toets import findings_of
from nazorg.wijzigen import Aanmelding, new_dossier

AANMELDING = Aanmelding(gemeente="Leiden", regisseur="m.bakker")


def test_what_is_not_known_is_left_out(tmp_path):
    pad, data = new_dossier(open_register(tmp_path), AANMELDING, "", Random(1))
    assert pad.startswith("dossiers/2026/NZ-2026-")
    assert "detentie" not in data.decode()
    assert "logboek" not in data.decode()
    assert data.decode().splitlines()[0].startswith("# yaml-language-server")


def test_number_and_pseudonym_are_new_each_time(tmp_path):
    register = open_register(tmp_path)
    made = {new_dossier(register, AANMELDING, "", Random(seed)) for seed in range(20)}
    assert len({pad for pad, _ in made}) == 20


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        Aanmelding,
        gemeente=st.just("Leiden"),
        regisseur=st.just("m.bakker"),
        kader=st.sampled_from(Kader),
        status=st.sampled_from([Status.AANGEMELD, Status.IN_DETENTIE]),
        aanmelding=st.none() | st.dates(date(2025, 1, 1), date(2026, 11, 23)),
        soort=st.sampled_from(["", *DetentieSoort]),
        inrichting=st.sampled_from(["", "PI Alphen", "PI: 'x' #1", "[x]"]),
        ontslag=st.none() | st.dates(date(2026, 11, 24), date(2030, 1, 1)),
    ),
    st.sampled_from(["", "Aangemeld door de PI", "Met: dubbele punt", "# hekje"]),
)
def test_new_dossier_holds_no_fout(tmp_path_factory, aanmelding, reden):
    register = open_register(tmp_path_factory.mktemp("map"))
    pad, data = new_dossier(register, aanmelding, reden, Random(1))
    gelezen = read_dossier(Bestand(pad, data))
    assert [one for one in findings_of(register, gelezen) if one.severity is Severity.FOUT] == []
    assert gelezen.waarde.gemeente == "Leiden"
