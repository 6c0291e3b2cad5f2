from pathlib import Path

import pytest
from voorbeelden import BOEK, HIER, VERWACHT, book, folders, output_of

from nazorg.diagnostics.codes import CODES, severity_of
from nazorg.output.uitleg import explain, page_of


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_an_example_says_what_is_expected(folder: Path):
    assert output_of(folder) == (folder / VERWACHT).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_the_example_of_a_code_gives_that_code(code: str):
    assert f"  {severity_of(code)} {code}\n" in (HIER / code / VERWACHT).read_text(encoding="utf-8")


def test_a_werkmap_in_order_has_no_findings():
    assert (HIER / "goed" / VERWACHT).read_text(encoding="utf-8") == ""


def test_every_folder_belongs_to_a_code():
    assert {folder.name for folder in folders()} == {*CODES, "goed"}


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_the_title_of_its_code_and_says_why_and_what_to_do(code: str):
    page = page_of(code)
    assert page.splitlines()[0] == f"# {code}: {CODES[code][1]}"
    assert "\n## Waarom het ertoe doet\n" in page
    assert "\n## Wat u doet\n" in page
    assert max(len(line) for line in page.splitlines()) <= 80


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_what_is_said_fits_80_columns(folder: Path):
    lines = (folder / VERWACHT).read_text(encoding="utf-8").splitlines()
    assert all(len(line) <= 80 for line in lines if ".yaml:" not in line)


def test_the_book_is_made_of_the_pages_and_the_examples():
    assert BOEK.read_text(encoding="utf-8") == book()


def test_an_explanation_is_plain_text_with_its_weight():
    text = explain("nz103")
    assert text.startswith("NZ103: Geen geldige keuze (fout)\n")
    assert "#" not in text
