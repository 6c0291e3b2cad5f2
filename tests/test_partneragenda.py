"""Each partner sees what it may see: no text that its grounds do not give, in no form."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from random import Random

import pytest
from agenda_kanarie import (
    CONSENTS,
    DAG,
    LEEFGEBIEDEN,
    PARTNERS,
    dossier,
    heard,
    in_words,
    may_hear,
    may_know_dates,
    references,
    regio,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nazorg.agenda import make_agenda, model
from nazorg.agenda import partner as kamer
from nazorg.agenda.inzage import STUKKEN, VELDEN
from nazorg.agenda.partner import VAN_HET_OVERLEG
from nazorg.agenda.verstrekken import agendas_for, plans_to_record
from nazorg.output.agenda import render_agenda
from nazorg.output.verantwoording import render_verantwoording
from nazorg.output.vorm import in_form
from nazorg.register import Register
from nazorg.register.wijziging import change_together
from nazorg.werkmap import Werkmap

NUMMERS = ("NZ-2026-a2bcde", "NZ-2026-b2cdef")
SJABLONEN = ("regieoverleg", "casusoverleg", "ontslagoverleg", "casusoverleg.en", "kort")


@pytest.fixture
def maak(tmp_path):
    """A werkmap with these dossiers, and an overleg of a kind that has them all."""
    folder = tmp_path / "regio"

    def make(dossiers, soort="casusoverleg", tafel=tuple(PARTNERS), eigen=None):
        for name in ("dossiers/2026", "overleggen"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "nazorg.yaml").write_text(regio(), encoding="utf-8")
        for nummer, text in zip(NUMMERS, dossiers, strict=False):
            (folder / f"dossiers/2026/{nummer}.yaml").write_text(text, encoding="utf-8")
        points = "".join(
            f"  - {{dossier: {nummer}, aanleiding: te_laat, minuten: 10"
            f"{f', partners: [{own}]' if (own := ', '.join((eigen or {}).get(nummer, ()))) else ''}}}\n"
            for nummer in NUMMERS[: len(dossiers)]
        )
        text = (
            f"overleg: 2026-11-26-leiden\nsoort: {soort}\ndatum: 2026-11-26\ntijd: 10:00\ngemeenten: [Leiden]\n"
            f"partners: [{', '.join(tafel)}]\ndossiers:\n{points}"
        )
        (folder / "overleggen/2026-11-26-leiden.yaml").write_text(text, encoding="utf-8")
        register = Register(Werkmap(folder), DAG)
        overleg = register.overleg("overleggen/2026-11-26-leiden.yaml").waarde
        assert overleg is not None
        return register, make_agenda(register, overleg)

    return make


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(
    st.lists(CONSENTS, min_size=1, max_size=2),
    st.lists(st.sampled_from([*PARTNERS, "betrokkene", "m.bakker"]), max_size=3),
    st.sampled_from(sorted(PARTNERS)),
    st.sampled_from(SJABLONEN),
    st.sampled_from(["markdown", "html", "docx"]),
)
def test_no_form_holds_text_that_the_grounds_of_the_partner_do_not_give(
    maak, consents, owners, partner, sjabloon, form
):
    dossiers = [dossier(NUMMERS[nth], nth, eigenaren=owners, toestemmingen=own) for nth, own in enumerate(consents)]
    soort = sjabloon.partition(".")[0].replace("kort", "regieoverleg")
    register, agenda = maak(dossiers, soort)
    (made,) = agendas_for(register, agenda, [partner])
    text = in_words(in_form(render_agenda(made.agenda, register.bron, sjabloon), form, register.bron, sjabloon))
    for nth, naam, kind in heard(text):
        assert naam != "-"
        assert may_hear(partner, naam, kind, consents[nth])
    assert references(text) <= {partner}
    told = {one.dossier for one in made.verstrekt}
    for nth, nummer in enumerate(NUMMERS[: len(dossiers)]):
        known = any(may_hear(partner, naam, "acties", consents[nth]) for naam in LEEFGEBIEDEN) or may_know_dates(
            partner
        )
        assert (nummer in text) is known
        assert (nummer in told) is known
    assert "p-4q9x2" not in text
    assert "veiligheidsplan" not in text
    assert "safety plan" not in text
    if not may_know_dates(partner):
        for word in ("detentie", "detention", "19 jan 2027", "11 jan", "vroegst", "justitieel", "mandatory"):
            assert word not in text.casefold()
    account = render_verantwoording(made)
    assert not heard(account)
    assert not references(account)


def test_partner_hears_what_its_grounds_give(maak):
    """The other side: what may be told is told."""
    text = [("corporatie", ["onderdak"], "aan", 1, 0)]
    register, agenda = maak([dossier(NUMMERS[0], 0, eigenaren=["corporatie"], toestemmingen=text)])
    words = {
        partner: heard(render_agenda(agendas_for(register, agenda, [partner])[0].agenda, register.bron))
        for partner in PARTNERS
    }
    assert words["corporatie"] == {(0, "onderdak", one) for one in ("acties", "wacht", "situatie")}
    assert words["kredietbank"] == {(0, "schulden", one) for one in ("acties", "wacht", "situatie")}
    assert {(0, naam, "acties") for naam in LEEFGEBIEDEN if naam != "verslaving"} <= words["pi"]
    assert words["zorg"] == words["niets"] == words["corporatie-fout"] == set()


def test_dossier_without_the_partner_at_the_table_is_not_there(maak):
    both = [dossier(NUMMERS[nth], nth, eigenaren=[], toestemmingen=[]) for nth in range(2)]
    register, agenda = maak(both, eigen={NUMMERS[0]: ["pi"], NUMMERS[1]: ["kredietbank"]})
    (made,) = agendas_for(register, agenda, ["pi"])
    assert [one.dossier for one in made.agenda.punten] == [NUMMERS[0]]
    assert NUMMERS[1] not in render_agenda(made.agenda, register.bron)
    assert [(one.dossier, one.reden) for one in made.weggelaten if one.wat == "het hele dossier"] == [
        (NUMMERS[1], "zit voor dit dossier niet aan tafel")
    ]


def test_account_says_what_was_left_out_and_why(maak):
    withdrawn = [("zorg", ["zorg"], "aan", 1, 1)]
    register, agenda = maak([dossier(NUMMERS[0], 0, eigenaren=[], toestemmingen=withdrawn)])
    account = render_verantwoording(agendas_for(register, agenda, ["zorg"])[0])
    assert "geen grondslag (toestemming: de toestemming is ingetrokken op 1 oktober 2026)" in account
    account = render_verantwoording(agendas_for(register, agenda, ["zvh"])[0])
    assert "wgsv-zvh (inhoud niet nagegaan in de wettekst; geldt als afspraak van uw regio)" in account
    assert "leefgebied zorg; daar is geen grondslag voor" in account
    assert "dat er een veiligheidsplan is; geen grondslag geeft dat" in account


def test_what_a_partner_is_told_stands_in_the_register_of_each_dossier_once_a_day(maak):
    consent = [("kredietbank", ["onderdak"], "aan", 1, 0)]
    register, agenda = maak([dossier(NUMMERS[0], 0, eigenaren=[], toestemmingen=consent)])

    def record():
        agendas = agendas_for(register, agenda, ["kredietbank", "niets"])
        change_together(register, plans_to_record(register, agendas, "m.bakker"), Random(1), "verstrek")
        waarde = Register(register.bron, DAG).dossier(register.dossier_paths[0]).waarde
        assert waarde is not None
        return [(one.op, one.aan, one.leefgebieden, str(one.grondslag), one.door) for one in waarde.verstrekkingen]

    expected = [
        (DAG, "kredietbank", ("schulden",), "wgs-8a", "m.bakker"),
        (DAG, "kredietbank", ("onderdak",), "toestemming", "m.bakker"),
    ]
    assert record() == expected
    assert record() == expected


# Deny by default


def pieces():
    """Every kind of value in the model of an agenda."""
    return [one for one in vars(model).values() if isinstance(one, type) and is_dataclass(one)]


def test_every_rule_is_about_a_field_that_exists():
    for kind, rules in VELDEN.items():
        assert set(rules) <= {one.name for one in fields(kind)}
    assert set(VELDEN) | set(STUKKEN) <= set(pieces())
    assert {one.name for one in fields(model.Agenda)} >= VAN_HET_OVERLEG


def test_field_that_nobody_declared_is_empty_and_piece_that_nobody_declared_is_not_there(maak, monkeypatch):
    register, agenda = maak([dossier(NUMMERS[0], 0, eigenaren=[], toestemmingen=[])])
    declared = {name: rule for name, rule in VELDEN[model.Agendadossier].items() if name != "regisseur"}
    monkeypatch.setitem(kamer.VELDEN, model.Agendadossier, declared)
    monkeypatch.delitem(kamer.STUKKEN, model.Actiepunt)
    (made,) = agendas_for(register, agenda, ["pi"])
    (punt,) = made.agenda.punten
    assert punt.regisseur == ""
    assert punt.acties == ()
    assert not any(one.acties for one in punt.leefgebieden)


def test_hidden_pieces_are_no_part_of_what_a_template_gets(maak):
    """Not even a template of the region can say what the values do not hold."""
    register, agenda = maak([dossier(NUMMERS[0], 0, eigenaren=["zorg"], toestemmingen=[])])
    for partner in PARTNERS:
        (made,) = agendas_for(register, agenda, [partner])
        for nth, naam, soort in heard(repr(made.agenda)):
            assert may_hear(partner, naam, soort, [[]][nth])
        assert not re.search(r"2027", repr(made.agenda)) or may_know_dates(partner)


def test_days_that_may_not_be_known_are_no_heading(maak):
    register, agenda = maak([dossier(NUMMERS[0], 0, eigenaren=[], toestemmingen=[])], "ontslagoverleg")
    (made,) = agendas_for(register, agenda, ["kredietbank"])
    assert [one.datum for one in made.agenda.dagen] == [None]
    (made,) = agendas_for(register, agenda, ["pi"])
    assert [one.datum for one in made.agenda.dagen] == [date(2027, 1, 11)]
