"""Every form of YAML, by itself and in every place of a dossier, ends in findings."""

import time

import pytest

from .pijp import run_dossier, run_instellingen, run_overleg
from .vormen import Vorm, in_dossier, places, read_vormen

pytestmark = pytest.mark.campagne

SUITE = read_vormen("yaml-test-suite.txt")
EIGEN = read_vormen("eigen.txt")
LANGST = 1.0
"""Seconds of processor time that one file may take."""

# What may not stand in a file (nazorg.yamltext.document), what a line may break on elsewhere, and the edges of UTF-8.
TEKENS = [
    *range(0x21),
    *range(0x7F, 0xA1),
    *(0xAD, 0x61C, 0x1680, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x206A)),
    *(0x2FFF, 0x3000, 0xD7FF, 0xE000, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF),
    *(0x1F600, 0x1FFFE, 0x1FFFF, 0xE0001, 0xE007F, 0xF0000, 0x10FFFF),
]
OP_PLAATSEN = (
    "a{}b: c\n",
    "{}a: b\n",
    "a: {}\n",
    "a: b{}c\n",
    "a: 'b{}'\n",
    'a: "{}b"\n',
    "a: |\n  b{}c\n",
    "a: b #{}\n",
    "{}",
)
GEEN_UTF8 = (
    b"\x80",
    b"\xc0\x80",
    b"\xc3",
    b"\xe2\x82",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xf8\x88\x80\x80\x80",
    b"\xff",
    b"\xe9",
)


def test_all_forms_are_there():
    assert len(SUITE) == 402
    assert len(EIGEN) > 400


@pytest.mark.parametrize("vorm", [*SUITE, *EIGEN], ids=lambda vorm: vorm.naam)
def test_form_ends_in_findings(vorm: Vorm):
    for place, data in places(vorm.tekst):
        started = time.process_time()
        run_dossier(data)
        assert time.process_time() - started < LANGST, place


@pytest.mark.parametrize("vorm", [*SUITE, *EIGEN], ids=lambda vorm: vorm.naam)
def test_form_as_overleg_and_as_settings_ends_in_findings(vorm: Vorm):
    for run in (run_overleg, run_instellingen):
        run(vorm.tekst.encode())


@pytest.mark.parametrize("teken", TEKENS, ids=lambda teken: f"U+{teken:04X}")
def test_sign_ends_in_findings_wherever_it_stands(teken: int):
    ways = (chr(teken), f"\\U{teken:08X}")
    for form in OP_PLAATSEN:
        for way in ways:
            text = form.format(way)
            run_dossier(text.encode())
            run_dossier(in_dossier(text))


@pytest.mark.parametrize("surrogaat", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_escaped_surrogate_ends_in_findings(surrogaat: int):
    for _, data in places(f'a: "\\u{surrogaat:04X}"\n'):
        run_dossier(data)


@pytest.mark.parametrize("bad", GEEN_UTF8, ids=repr)
@pytest.mark.parametrize(
    "before", [b"", b"a: ", b"a: b\r\nc: ", b"\xef\xbb\xbfa\r", b"# \xc3\xa9\xf0\x9f\x98\x80"], ids=repr
)
def test_what_is_no_utf8_ends_in_one_finding(bad: bytes, before: bytes):
    assert run_dossier(before + bad + b"\n").codes == ("NZ001",)
