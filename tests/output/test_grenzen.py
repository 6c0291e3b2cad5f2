"""A region's own template that never ends, or wants everything, ends in words; the built-in ones run as ever."""

import os
import shutil
from pathlib import Path

import pytest

from nazorg.cli.grens import main
from nazorg.errors import UsageError
from nazorg.output.sjabloon import Sjablonen, plain, render
from nazorg.output.vorm import LANGSTE, MEESTE_REGELS, in_form
from nazorg.werkmap import Werkmap

RUIM = "{% set ns = namespace(x='xxxxxxxxxx') %}{% for i in range(99999) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
VIJANDIG = {
    "endless_loop": (
        "{% macro m() %}" + 2 * "{% for i in range(59049) %}" + 2 * "{% endfor %}" + "{% endmacro %}{{ m() }}",
        "regel 1: het sjabloon duurt te lang",
    ),
    "much_text": (RUIM, "te veel geheugen"),
    "long_list": (
        "{% for i in range(99999) %}{{ range(99999)|list|length }}{% endfor %}",
        "duurt te lang",
    ),
    "long_answer": (
        "{% for i in range(99999) %}" + 100 * "x" + "{% endfor %}",
        "geeft te veel tekst",
    ),
    "attribute_walk": ("{{ wat.__class__.__mro__ }}", "'__class__' kan een sjabloon hier niet opvragen"),
    "itself": ("{% include 'proef.md.j2' %}", "roept zichzelf steeds weer aan"),
    "replacing": (
        "{% set ns = namespace(x='xx') %}{% for i in range(99) %}{% set ns.x = ns.x|replace('x', ns.x) %}{% endfor %}",
        "te veel geheugen",
    ),
}


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    (tmp_path / "nazorg.yaml").write_text("nazorg: 1\nregio: Test\n", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    return tmp_path


def rendered(werkmap: Path, source: str, name: str = "proef.md.j2", **variables: object) -> str:
    (werkmap / "templates" / name).write_text(source, encoding="utf-8")
    return render(Sjablonen(Werkmap(werkmap)), "proef.md.j2", plain(variables))


@pytest.mark.parametrize("naam", VIJANDIG)
def test_hostile_template_ends_in_words_within_two_seconds_of_work(werkmap, naam):
    source, words = VIJANDIG[naam]
    before = os.times()
    with pytest.raises(UsageError) as caught:
        rendered(werkmap, source, wat="x" * 200)
    after = os.times()
    worked = sum(after[:4]) - sum(before[:4])
    assert words in caught.value.message
    assert "proef.md.j2" in caught.value.message
    assert worked < 2.5  # the two seconds, and the start of the child on a machine with other work


def test_template_in_bounds_comes_out_as_it_does_without_them(werkmap):
    assert rendered(werkmap, "# {{ wat }}\n", wat="a*b é") == "# a\\*b é\n"


def test_part_of_the_region_that_cannot_be_read_is_not_passed_over(werkmap):
    (werkmap / "templates" / "_kop.md.j2").write_bytes(b"\xff")
    with pytest.raises(UsageError, match=r"_kop.md.j2 is geen UTF-8"):
        rendered(werkmap, "{% include '_kop.md.j2' %}")


def test_built_in_template_takes_no_process_of_its_own_unless_the_region_has_a_part_of_it(werkmap):
    sjablonen = Sjablonen(Werkmap(werkmap))
    assert not sjablonen.uses_own("regieoverleg.md.j2")
    (werkmap / "templates" / "_kop.md.j2").write_text("eigen", encoding="utf-8")
    assert sjablonen.uses_own("regieoverleg.md.j2")


@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize(
    "text", ["| x |\n" * (MEESTE_REGELS + 1), "*x* " * (LANGSTE // 4 + 1), "- x\n\n" * MEESTE_REGELS]
)
def test_text_without_end_becomes_no_page_and_no_document(werkmap, form, text):
    bron = Werkmap(werkmap)
    assert in_form(text, "markdown", bron) == text
    with pytest.raises(UsageError, match=f"te lang voor {form}: [0-9]+ tekens op [0-9]+ regels"):
        in_form(text, form, bron)


VOORBEELD = Path(__file__).parents[2] / "cases-example"
OPDRACHTEN = [
    ("regieoverleg.md.j2", "agenda 2026-11-26 -o {}/a.md"),
    ("regieoverleg.md.j2", "agenda 2026-11-26 -o {}/a.html"),
    ("regieoverleg.md.j2", "agenda 2026-11-26 -o {}/a.docx"),
    ("verslag.md.j2", "overleg verslag 2026-11-26 --toon"),
    ("verslag.md.j2", "overleg verslag 2026-11-26 --toon -o {}/v.html"),
    ("verslag.md.j2", "overleg verslag 2026-11-26 --toon -o {}/v.docx"),
    ("rappel.txt.j2", "rappel"),
    ("rappel.txt.j2", "rappel -o {}/rappels"),
]
AANVALLEN = {
    "endless_loop": VIJANDIG["endless_loop"][0],
    "attribute_walk": "{{ regio.__class__.__mro__ }}",
    "ten_gigabytes": "{{ 'a' * 10000000000 }}",
    "long_letter": "{% for i in range(60000) %}- [a](b)\n{% endfor %}",
}


@pytest.mark.parametrize("naam", AANVALLEN)
@pytest.mark.parametrize(("file", "words"), OPDRACHTEN)
def test_hostile_template_of_a_region_ends_every_command_in_words(tmp_path, capsys, naam, file, words):
    if naam == "long_letter" and not words.startswith("rappel"):
        pytest.skip("how long a page may be, is said above")
    folder = Path(shutil.copytree(VOORBEELD, tmp_path / "regio"))
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / file).write_text(AANVALLEN[naam], encoding="utf-8")
    command = words.format(tmp_path / "uit").split()
    assert main(["-C", str(folder), "--peildatum", "2026-11-26", *command]) == 2
    said = capsys.readouterr().err
    assert f"templates/{file}" in said
    assert "Traceback" not in said
    assert not [one for one in (tmp_path / "uit").rglob("*") if one.is_file()]
