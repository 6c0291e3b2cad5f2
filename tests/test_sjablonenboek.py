"""The page for who adapts templates: every variable and filter there is, none that is not, and examples that work."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from pathlib import Path
from shutil import copytree
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment

from nazorg.agenda import make_agenda, make_notulen, model
from nazorg.agenda.notulen import Notulen
from nazorg.output import sjabloon
from nazorg.output.agenda import render_agenda
from nazorg.output.overdracht import render_note
from nazorg.output.plan import render_plan
from nazorg.output.rappel import render_rappel
from nazorg.output.sjabloon.filters import allowed_filters
from nazorg.output.verslag import render_notulen
from nazorg.overdracht import Overdrachtsbrief, make_note
from nazorg.plan import Plan, make_plan
from nazorg.rappel import Rappel, list_reminders
from nazorg.register import Filter, Register
from nazorg.werkmap import Werkmap

WORTEL = Path(__file__).parents[1]
BOEK = (WORTEL / "docs" / "sjablonen.md").read_text(encoding="utf-8")
VOORBEELDEN = dict(re.findall(r"<!-- sjabloon: (\S+) -->\n```jinja\n(.*?)```\n", BOEK, re.DOTALL))
MEEGELEVERD = sorted(one.name for one in (WORTEL / "templates").iterdir() if not one.name.startswith("_"))
WORTELS = {
    "casusoverleg.en.md.j2": model.Agenda,
    "casusoverleg.md.j2": model.Agenda,
    "kort.md.j2": model.Agenda,
    "ontslagoverleg.md.j2": model.Agenda,
    "overdracht.md.j2": Overdrachtsbrief,
    "plan.md.j2": Plan,
    "rappel.txt.j2": Rappel,
    "regieoverleg.md.j2": model.Agenda,
    "verslag.md.j2": Notulen,
}
"""What each template that is shipped gets."""

WOORDEN = {str: {"tekst", "keuze"}, int: {"getal"}, bool: {"ja/nee"}, date: {"datum"}, time: {"tijd"}}


def parts_of(kind: object) -> list[object]:
    """The kinds that ``kind`` is made of: of ``date | None`` both, of a tuple what is in it."""
    return [one for one in get_args(kind) if one is not Ellipsis] or [kind]


def groups() -> dict[str, type]:
    """Every group of fields that a template can come by, from what the templates get down."""
    found: dict[str, type] = {}
    left: list[type] = list(WORTELS.values())
    while left:
        group = left.pop()
        if found.setdefault(group.__name__, group) is not group:
            raise AssertionError(f"two groups are called {group.__name__}")
        inside = [part for kind in get_type_hints(group).values() for one in parts_of(kind) for part in parts_of(one)]
        left += [one for one in inside if isinstance(one, type) and is_dataclass(one) and one.__name__ not in found]
    return found


GROEPEN = groups()


def words_for(kind: object) -> set[str]:
    """What the page may call a value of this kind."""
    if NoneType in get_args(kind):
        (own,) = [one for one in get_args(kind) if one is not NoneType]
        return {f"{word} of niets" for word in words_for(own)}
    if get_origin(kind) is tuple:
        (own,) = parts_of(kind)
        return {"lijst"} if is_dataclass(own) else {f"lijst van {word}" for word in words_for(own)}
    assert isinstance(kind, type)
    if is_dataclass(kind):
        return {"groep"}
    return {"keuze"} if issubclass(kind, Enum) else WOORDEN[kind]


def rows_of(boek: str) -> dict[str, dict[str, str]]:
    """The tables of variables: of each group its names, and what kind the page says they are."""
    variables = boek[boek.index("## Variabelen van een agenda") : boek.index("## Filters")]
    tables = {}
    for heading, section in re.findall(r"\n### (\w+)\n(.*?)(?=\n##|\Z)", variables, re.DOTALL):
        rows = re.findall(r"^\| (`.*?) \| (.*?) \|", section, re.MULTILINE)
        tables[heading] = {name: kind for names, kind in rows for name in re.findall(r"`(\w+)`", names)}
    return tables


def faults_of(boek: str) -> Iterator[str]:
    """Where the page and what templates get differ."""
    tables = rows_of(boek)
    yield from (f"no table for {one}" for one in GROEPEN.keys() - tables.keys())
    yield from (f"a table for {one}, that no template gets" for one in tables.keys() - GROEPEN.keys())
    for naam in GROEPEN.keys() & tables.keys():
        told, kinds = tables[naam], get_type_hints(GROEPEN[naam])
        yield from (f"{naam}.{one} is not told" for one in kinds.keys() - told.keys())
        yield from (f"{naam}.{one} does not exist" for one in told.keys() - kinds.keys())
        for one in kinds.keys() & told.keys():
            if told[one] not in words_for(kinds[one]):
                yield f"{naam}.{one} is no {told[one]}"


def test_page_tells_every_variable_with_its_kind_and_no_other() -> None:
    assert list(faults_of(BOEK)) == []


@pytest.mark.parametrize("naam", GROEPEN)
def test_page_that_lacks_a_variable_or_a_table_is_caught(naam: str) -> None:
    before, heading, after = BOEK.partition(f"\n### {naam}\n")
    for field in fields(GROEPEN[naam]):
        without = re.sub(rf"^(\|[^|]*)`{field.name}`", r"\1`elders`", after, count=1, flags=re.MULTILINE)
        assert f"{naam}.{field.name} is not told" in list(faults_of(before + heading + without))
    assert f"no table for {naam}" in list(faults_of(BOEK.replace(f"\n### {naam}\n", "\n")))


def test_page_that_calls_a_variable_by_another_kind_is_caught() -> None:
    wrong = BOEK.replace("| `peildatum` | datum |", "| `peildatum` | tekst |")
    assert {f"{one}.peildatum is no tekst" for one in ("Agenda", "Notulen", "Plan", "Rappel")} <= set(faults_of(wrong))


# What a template really gets


def page_of(register: Register, file: str) -> str:
    """What the template ``file`` makes of the example region."""
    chosen = file.partition(".md" if file.endswith(".md.j2") else ".txt")[0]
    if chosen.startswith("plan"):
        made = make_plan(register, register.find_dossier("k7f3"))
        assert isinstance(made, Plan)
        return render_plan(made, register.bron, chosen)
    if chosen.startswith("overdracht"):
        note = make_note(register, register.find_dossier("k7f3"), "Gouda")
        assert isinstance(note, Overdrachtsbrief)
        return render_note(note, register.bron)
    if chosen.startswith("rappel"):
        return render_rappel(list_reminders(register, Filter(), 7, 7).rappels[0], register.bron, chosen).tekst
    overleg = register.overleg(register.overleg_paths[1]).waarde
    assert overleg is not None
    if chosen.startswith("verslag"):
        return render_notulen(make_notulen(register, overleg), register.bron, chosen)
    return render_agenda(make_agenda(register, overleg), register.bron, chosen)


def hold(value: object, kind: object) -> None:
    """Every group of ``value`` has the fields of its kind, however deep."""
    if isinstance(value, dict):
        (group,) = [one for one in parts_of(kind) if is_dataclass(one)]
        assert isinstance(group, type)
        hints = get_type_hints(group)
        assert list(value) == list(hints)
        for naam, one in value.items():
            hold(one, hints[naam])
    elif isinstance(value, list):
        (own,) = parts_of(kind)
        for one in value:
            hold(one, own)


def test_page_speaks_of_every_template_that_is_shipped() -> None:
    assert sorted(WORTELS) == MEEGELEVERD
    told = BOEK[BOEK.index("## Waar ze staan") : BOEK.index("## Hoe ze werken")]
    for file in (WORTEL / "templates").iterdir():
        assert f"`{file.name}`" in told


@pytest.mark.parametrize("file", MEEGELEVERD)
def test_template_gets_what_the_page_tells(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    got = []
    render = sjabloon.render

    def look(sjablonen: sjabloon.Sjablonen, name: str, variables: dict[str, object]) -> str:
        got.append((name, variables))
        return render(sjablonen, name, variables)

    monkeypatch.setattr(sjabloon, "render", look)
    page_of(Register(Werkmap(WORTEL / "cases-example"), date(2026, 11, 23)), file)
    ((name, variables),) = got
    assert name == file
    assert sorted(variables) == sorted(rows_of(BOEK)[WORTELS[file].__name__])
    hold(variables, WORTELS[file])


def test_page_names_every_filter() -> None:
    section = BOEK[BOEK.index("## Filters") : BOEK.index("## Delen van een bladzijde")]
    assert set(allowed_filters(Environment())) <= set(re.findall(r"`(\w+)`", section))


def test_page_names_every_part_that_dutch_agendas_share_and_no_other() -> None:
    section = BOEK[BOEK.index("## Delen van een bladzijde") : BOEK.index("## Een andere taal")]
    told = re.findall(r"^\| `(\w+)\(", section, re.MULTILINE)
    parts = (WORTEL / "templates" / "_delen.md.j2").read_text(encoding="utf-8")
    assert sorted(told) == sorted(re.findall(r"{% macro (\w+)\(", parts))


@pytest.mark.parametrize("name", VOORBEELDEN)
def test_example_works_on_the_example_region(name: str, tmp_path: Path) -> None:
    folder = copytree(WORTEL / "cases-example", tmp_path / "regio")
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / name).write_text(VOORBEELDEN[name], encoding="utf-8")
    text = page_of(Register(Werkmap(folder), date(2026, 11, 23)), name)
    assert "{" not in text
    assert re.search(r"NZ-2026-|Uw plan", text)


def test_every_template_that_is_shipped_has_an_example() -> None:
    assert {one.partition("-")[0].partition(".md")[0].partition(".txt")[0] for one in VOORBEELDEN} == {
        "muur",
        *(one.partition(".md")[0].partition(".txt")[0] for one in MEEGELEVERD),
    }
