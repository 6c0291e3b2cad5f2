"""The page for who adapts templates: every variable and filter there is, none that is not, and examples that work."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from jinja2 import Environment

from nazorg import plan, rappel
from nazorg.agenda import make_agenda, model
from nazorg.output.agenda import render_agenda
from nazorg.output.plan import render_plan
from nazorg.output.rappel import render_rappel
from nazorg.output.sjabloon.filters import allowed_filters
from nazorg.rappel import list_reminders
from nazorg.register import Filter, Register
from nazorg.uitstroom import Ontslagdag
from nazorg.werkmap import Werkmap

WORTEL = Path(__file__).parents[1]
BOEK = (WORTEL / "docs" / "sjablonen.md").read_text(encoding="utf-8")
SOORTEN = {
    "Agenda": model.Agenda,
    "Agendadossier": model.Agendadossier,
    "Leefgebiedpunt": model.Leefgebiedpunt,
    "Actiepunt": model.Actiepunt,
    "Ontslagdag": Ontslagdag,
    "Verandering": model.Verandering,
    "Besluitpunt": model.Besluitpunt,
    "Besluitactie": model.Besluitactie,
    "Vorig": model.Vorig,
    "Tafelpartner": model.Tafelpartner,
    "Deelnemer": model.Deelnemer,
    "ToeTeDelen": model.ToeTeDelen,
    "Dag": model.Dag,
    "Ontbrekend": model.Ontbrekend,
    "Plan": plan.Plan,
    "Planonderwerp": plan.Planonderwerp,
    "Planactie": plan.Planactie,
    "Gesprek": plan.Gesprek,
    "Rappel": rappel.Rappel,
    "Rappelpunt": rappel.Rappelpunt,
}
VOORBEELDEN = dict(re.findall(r"<!-- sjabloon: (\S+) -->\n```jinja\n(.*?)```\n", BOEK, re.DOTALL))


def names_under(heading):
    """The names in the first column of the table below ``heading``."""
    section = re.search(rf"\n### {heading}\n(.*?)(?=\n##|\Z)", BOEK, re.DOTALL)[1]
    return [name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]


@pytest.mark.parametrize("soort", SOORTEN)
def test_page_names_every_variable_and_no_other(soort):
    assert sorted(names_under(soort)) == sorted(field.name for field in fields(SOORTEN[soort]))


def test_page_has_a_table_for_every_group_and_no_other():
    variables = BOEK[BOEK.index("## Variabelen van een agenda") : BOEK.index("## Filters")]
    assert set(re.findall(r"\n### (\w+)\n", variables)) == set(SOORTEN)


def test_page_names_every_filter():
    section = BOEK[BOEK.index("## Filters") : BOEK.index("## Een voorbeeld")]
    assert set(allowed_filters(Environment())) <= set(re.findall(r"`(\w+)`", section))


@pytest.mark.parametrize("name", VOORBEELDEN)
def test_example_works_on_the_example_region(name, tmp_path):
    folder = copytree(WORTEL / "cases-example", tmp_path / "regio")
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / name).write_text(VOORBEELDEN[name], encoding="utf-8")
    register = Register(Werkmap(folder), date(2026, 11, 23))
    chosen = name.partition(".")[0]
    if chosen.startswith("plan"):
        made = plan.make_plan(register, register.find_dossier("k7f3"))
        text = render_plan(made, register.bron, chosen)
    elif chosen == "rappel":
        text = render_rappel(list_reminders(register, Filter(), 7, 7).rappels[0], register.bron).tekst
    else:
        overleg = register.overleg(register.overleg_paths[1]).waarde
        text = render_agenda(make_agenda(register, overleg), register.bron, chosen)
    assert "{" not in text
    assert re.search(r"NZ-2026-|Uw plan", text)


def test_every_kind_of_template_has_an_example():
    assert set(VOORBEELDEN) == {
        "muur.md.j2",
        "regieoverleg.md.j2",
        "casusoverleg.md.j2",
        "ontslagoverleg.md.j2",
        "plan-kort.md.j2",
        "rappel.txt.j2",
    }
