"""A table of many rows looks as rich would have it, to the blank; and what stands in it is text."""

import io
import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from nazorg.output import tabel
from nazorg.output.tabel import Kolom, print_table

ACTIES = (
    Kolom("laat", heel=True, rechts=True),
    Kolom("uiterlijk", 10),
    Kolom("dossier", heel=True),
    Kolom("wat", rest=True),
    Kolom("eigenaar", 18, op_woorden=True),
)
DOSSIERS = (
    Kolom("dossier", heel=True),
    Kolom("gemeente", 14, op_woorden=True),
    Kolom("regisseur"),
    Kolom("op\norde", heel=True, rechts=True),
    Kolom("te\nlaat", heel=True, rechts=True),
)
KORT = st.text("abcé-1", max_size=12)
LANG = st.lists(st.text("abcdefgé-.\u4e2d[]/", min_size=1, max_size=34), max_size=7).map(" ".join)
STIJL = st.sampled_from(("", "red", "yellow"))


def printed(kolommen, rijen, width, screenful, tussen, *, colours=False):
    out = io.StringIO()
    plain = {"markup": False, "emoji": False, "highlight": False, "legacy_windows": False}
    console = Console(
        file=out, width=width, force_terminal=colours, color_system="standard" if colours else None, **plain
    )
    with patch.object(tabel, "SCHERMVOL", screenful):
        print_table(console, kolommen, rijen, tussen)
    return out.getvalue()


def bare(text):
    return [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", text).splitlines()]


@given(
    rijen=st.lists(
        st.tuples(*(st.tuples(texts, STIJL) for texts in (KORT, st.just("2026-11-23"), KORT, LANG, LANG))),
        min_size=1,
        max_size=5,
    ),
    width=st.integers(70, 130),
)
def test_actions_look_as_rich_has_them(rijen, width):
    assert bare(printed(ACTIES, rijen, width, 0, 2)) == bare(printed(ACTIES, rijen, width, 99, 2))


@given(
    rijen=st.lists(
        st.tuples(*(st.tuples(texts, STIJL) for texts in (KORT, LANG, KORT, KORT, KORT))), min_size=1, max_size=5
    )
)
def test_dossiers_look_as_rich_has_them(rijen):
    assert bare(printed(DOSSIERS, rijen, 100, 0, 1)) == bare(printed(DOSSIERS, rijen, 100, 99, 1))


@pytest.mark.parametrize("text", ["[red]x[/red]", ":smile:", "a\x1b[31mb", "a\tb", "http://x.nl/y", "\u202eabc"])
def test_text_is_text(text):
    rijen = [((text, ""),)]
    assert bare(printed((Kolom("wat", rest=True),), rijen, 80, 0, 2)) == bare(
        printed((Kolom("wat", rest=True),), rijen, 80, 99, 2)
    )


def test_colours_are_those_of_rich():
    rijen = [(("12", "red"), ("2026-11-23", ""), ("NZ", ""), ("wat", ""), ("wie", "yellow"))]
    lean, rich = (printed(ACTIES, rijen, 80, screenful, 2, colours=True).splitlines() for screenful in (0, 99))
    assert lean[2] == rich[2]
    assert lean[0].startswith("\x1b[1mlaat\x1b[0m")


def test_no_colours_where_none_are_wanted():
    rijen = [(("12", "red"), ("2026-11-23", ""), ("NZ", ""), ("wat", ""), ("wie", "yellow"))]
    assert "\x1b" not in printed(ACTIES, rijen, 80, 0, 2)
