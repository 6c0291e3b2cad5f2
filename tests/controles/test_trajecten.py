"""The steps of a traject: what is wrong, and at which place in the file."""

import pytest

from nazorg.begrippen.bron import Bestand
from nazorg.reading import read_traject
from nazorg.register.controle import findings_of_traject

from .fabriek import instellingen

KOP = "traject: kort\nnaam: Kort\nvoor: Wie kort vastzit.\nstappen:\n"


def found(steps, naam="kort", regio=True):
    gelezen = read_traject(Bestand(f"trajecten/{naam}.yaml", f"{KOP}{steps}".encode()))
    return [
        f"{one.code} {one.span.line}:{one.span.column}"
        for one in findings_of_traject(gelezen, instellingen() if regio else None)
    ]


def step(**velden):
    rest = "".join(f", {naam}: {waarde}" for naam, waarde in velden.items())
    return f"{{leefgebied: zorg, wat: Bellen, waarom: Daarom{rest}}}"


def test_sound_traject_gives_nothing():
    assert found(f"  a: {step()}\n  b: {step(na='[a]', eigenaar='pi', uiterlijk='ontslag - 4w', herhaal='6m')}\n") == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (f"  a: {step(na='[b]')}\n", "NZ901 5:59"),
        (f"  a: {step(na='[a]')}\n", "NZ902 5:59"),
        (f"  a: {step(na='[b]')}\n  b: {step(na='[a]')}\n", "NZ902 6:59"),
        (f"  a: {step(eigenaar='jan')}\n", "NZ601 5:64"),
        (f"  a: {step().replace('zorg', 'zorgen')}\n", "NZ605 5:19"),
        (f"  a: {step(uiterlijk='ontslag - 3x')}\n", "NZ105 5:65"),
        (f"  a: {step(uiterlijk='ontslga - 3w')}\n", "NZ105 5:65"),
        (f"  a: {step(uiterlijk='2026-12-01')}\n", "NZ105 5:65"),
        (f"  a: {step(uiterlijk='intake vanaf 2026-12-01')}\n", "NZ105 5:65"),
        (f"  a: {step(niet_voor='31-2-2026')}\n", "NZ105 5:65"),
        (f"  a: {step(herhaal='vaak')}\n", "NZ105 5:63"),
        (f"  a: {step(snelsucces='ja')}\n", "NZ101 5:54"),
        (f"  A b: {step()}\n", "NZ108 5:3"),
        (f"  a: {step()}\n  a: {step()}\n", "NZ009 6:3"),
        ("  a: {leefgebied: zorg, waarom: x}\n", "NZ102 5:3"),
        ("  - bellen\n", "NZ106 4:1"),
    ],
)
def test_what_is_wrong_is_pointed_at(steps, expected):
    assert found(steps) == [expected]


def test_name_is_that_of_the_file():
    assert found(f"  a: {step()}\n", naam="lang") == ["NZ201 1:10"]


def test_without_settings_no_owner_and_no_leefgebied_is_held_against_anything():
    assert found(f"  a: {step(eigenaar='jan').replace('zorg', 'zorgen')}\n", regio=False) == []


def test_wrong_anchor_gets_a_hint():
    gelezen = read_traject(Bestand("trajecten/kort.yaml", f"{KOP}  a: {step(uiterlijk='ontslga - 3w')}\n".encode()))
    (one,) = gelezen.diagnostics
    assert one.remedy.startswith("Bedoelt u 'ontslag'? Schrijf bijvoorbeeld ontslag - 3w")
