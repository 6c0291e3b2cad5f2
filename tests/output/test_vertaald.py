"""Built-in templates are compiled once; a region's own never comes to lie among what the program runs."""

import pytest
from jinja2.environment import Environment
from register.fabriek import PEILDATUM, dossier, onderdak, write

from nazorg.agenda import make_agenda
from nazorg.output.agenda import agenda_variables
from nazorg.output.sjabloon import Sjablonen, render, vertaald
from nazorg.register import Register
from nazorg.werkmap import Werkmap

FILE = "casusoverleg.md.j2"
OVERLEG = """\
overleg: 2026-11-26-leiden
soort: casusoverleg
datum: 2026-11-26
gemeenten: [Leiden]
dossiers: [{dossier: NZ-2026-k7f3mq, aanleiding: te_laat}]
"""


@pytest.fixture
def compiled(monkeypatch, tmp_path):
    """The templates that are compiled; what is kept goes elsewhere."""
    seen = []
    real = Environment.compile

    def compile_(self, source, name=None, filename=None, **rest):
        seen.append(name)
        return real(self, source, name, filename, **rest)

    monkeypatch.setattr(Environment, "compile", compile_)
    monkeypatch.setattr(vertaald, "_MAP", tmp_path / "vertaald")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return seen


@pytest.fixture
def variabelen(tmp_path):
    """A werkmap, and what its agenda hands to a template."""
    folder = write(
        tmp_path / "regio",
        dossier("k7f3mq", onderdak("wat: stap, uiterlijk: 2026-11-01")),
        ("overleggen/2026-11-26-leiden.yaml", OVERLEG),
    )
    register = Register(Werkmap(folder), PEILDATUM)
    return folder, agenda_variables(make_agenda(register, register.overleg(register.overleg_paths[0]).waarde))


def text_of(variabelen):
    folder, values = variabelen
    return render(Sjablonen(Werkmap(folder)), FILE, values)


def test_template_is_compiled_once(compiled, variabelen):
    first = text_of(variabelen)
    assert compiled
    compiled.clear()
    assert text_of(variabelen) == first
    assert compiled == []


def test_what_was_harmed_is_compiled_again(compiled, variabelen):
    first = text_of(variabelen)
    for kept in vertaald._MAP.iterdir():
        kept.write_bytes(kept.read_bytes()[: len(kept.read_bytes()) // 2])
    compiled.clear()
    assert text_of(variabelen) == first
    assert compiled


def test_where_nothing_can_be_kept_it_is_compiled_each_time(compiled, variabelen):
    vertaald._MAP.write_text("in de weg", encoding="utf-8")
    assert text_of(variabelen) == text_of(variabelen)
    assert len(compiled) == 2 * len(set(compiled))


def test_own_template_of_a_region_is_never_kept(compiled, variabelen):
    folder, _ = variabelen
    write(folder, (f"templates/{FILE}", "# eigen\n"), regio=None)
    assert text_of(variabelen) == "# eigen\n"
    assert compiled == []  # it is, in a process of its own
    assert not vertaald._MAP.exists()
