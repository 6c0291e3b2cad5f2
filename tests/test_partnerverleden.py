"""What a partner is told of the past: nothing that its grounds do not give, out of a real history, in no form."""

import email
import email.policy
import tempfile
from pathlib import Path

from agenda_kanarie import (
    CONSENTS,
    DAG,
    KOMEND,
    LEEFGEBIEDEN,
    PARTNERS,
    heard,
    in_words,
    may_hear,
    may_know_dates,
    past_of,
    references,
)
from fabriek_git import commit
from hypothesis import event, given, settings
from hypothesis import strategies as st

from nazorg.agenda import Vergeleken, look_back, make_agenda
from nazorg.agenda.verstrekken import agendas_for
from nazorg.output.agenda import render_agenda
from nazorg.output.rappel import draft, render_rappel
from nazorg.output.verantwoording import render_verantwoording
from nazorg.output.vorm import in_form
from nazorg.rappel import list_reminders
from nazorg.register import Filter, Register
from nazorg.werkmap import Werkmap

VORMEN = ("markdown", "html", "docx")
SJABLONEN = ("regieoverleg", "casusoverleg", "ontslagoverleg", "casusoverleg.en", "kort")
HOE = st.tuples(*(st.sampled_from(["anders", "weg", "verhuisd"]) for _ in LEEFGEBIEDEN))
VERLEDEN = st.lists(st.none() | HOE, min_size=1, max_size=2)
"""Of each commit before this one how a dossier was, or that it was not there yet."""

EIGENAREN = st.lists(st.sampled_from([*PARTNERS, "betrokkene", "m.bakker"]), max_size=3)
NIETS_GEGEVEN = [("zorg", ["zorg"], "aan", 1, 1)]


def put_history(folder, soort, owners, cases, met_verslag):
    """A werkmap with the past and the present of these dossiers; an overleg that was held, and one to come."""
    for files, moment in past_of(soort, owners, cases, met_verslag):
        commit(folder, files, op=moment)
    return Register(Werkmap(folder), DAG)


def agenda_of(register, folder):
    found = register.overleg(f"overleggen/{KOMEND}.yaml").waarde
    assert found is not None
    return make_agenda(register, found, terugblik=look_back(register, found, folder))


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from(SJABLONEN),
    EIGENAREN,
    st.lists(st.tuples(CONSENTS, VERLEDEN), min_size=1, max_size=2),
    st.booleans(),
    st.sampled_from(sorted(PARTNERS)),
)
def test_nothing_that_changed_or_was_decided_is_told_without_a_ground(sjabloon, owners, cases, met_verslag, partner):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        soort = sjabloon.partition(".")[0].replace("kort", "regieoverleg")
        register = put_history(folder, soort, owners, cases, met_verslag)
        agenda = agenda_of(register, folder)
        assert agenda.vergeleken is Vergeleken.JA
        (made,) = agendas_for(register, agenda, [partner])
        text = render_agenda(made.agenda, register.bron, sjabloon)
        pages = [in_words(in_form(text, form, register.bron, sjabloon)) for form in VORMEN]
        for page in (*pages, repr(made.agenda)):
            check_heard(page, partner, cases)
        assert heard(pages[0]) == heard(pages[1]) == heard(pages[2])
        event(f"told of the past: {any('veranderingen' in one for one in heard(text))}")
        account = render_verantwoording(made)
        assert not heard(account)
        assert not references(account)


def check_heard(page, partner, cases):
    """Nothing in ``page`` that ``partner`` may not hear."""
    for nth, naam, kind in heard(page):
        if naam == "-":
            assert kind == "detentie"
            assert may_know_dates(partner)
        else:
            assert may_hear(partner, naam, kind, cases[nth][0]), (partner, naam, kind)
    assert references(page) <= {partner}
    assert "p-4q9x2" not in page


def test_what_the_grounds_give_of_the_past_is_told(tmp_path):
    """The other side: the law above holds for pages on which there is something."""
    consents = [("corporatie", ["onderdak"], "aan", 1, 0)]
    cases = [(consents, [("anders",) * len(LEEFGEBIEDEN)])]
    register = put_history(tmp_path, "casusoverleg", [], cases, met_verslag=False)
    made = agendas_for(register, agenda_of(register, tmp_path), PARTNERS)
    told = {one.partner: heard(render_agenda(one.agenda, register.bron)) for one in made}
    past = {
        partner: {(naam, kind) for _, naam, kind in words if kind in ("besluiten", "veranderingen", "detentie")}
        for partner, words in told.items()
    }
    assert past["corporatie"] == {("onderdak", "besluiten"), ("onderdak", "veranderingen")}
    assert past["kredietbank"] == {("schulden", "besluiten"), ("schulden", "veranderingen")}
    lijst = set(LEEFGEBIEDEN) - {"verslaving"}
    law = {(naam, kind) for naam in lijst for kind in ("besluiten", "veranderingen")}
    assert past["pi"] == past["reclassering"] == law | {("-", "detentie")}
    assert past["zvh"] == past["zorg"] == past["niets"] == past["corporatie-fout"] == set()


@settings(max_examples=15, deadline=None)
@given(EIGENAREN, st.lists(st.tuples(CONSENTS, VERLEDEN), min_size=1, max_size=2))
def test_no_rappel_or_draft_holds_more_than_the_own_actions_that_the_grounds_give(owners, cases):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        register = put_history(folder, "casusoverleg", owners, cases, met_verslag=True)
        for rappel in list_reminders(register, Filter(), 60, 7).rappels:
            if rappel.voor not in PARTNERS:
                continue
            brief = render_rappel(rappel, register.bron)
            message = email.message_from_bytes(draft(rappel, brief), policy=email.policy.default)
            for text in (brief.onderwerp + brief.tekst, message.get_content(), str(message["Subject"]), repr(rappel)):
                for nth, naam, kind in heard(text):
                    assert kind == "acties"
                    assert rappel.voor in owners
                    assert may_hear(rappel.voor, naam, kind, cases[nth][0])
                assert references(text) <= {rappel.voor}
                assert "p-4q9x2" not in text
            event("a rappel with text" if heard(brief.tekst) else "a rappel without text")
