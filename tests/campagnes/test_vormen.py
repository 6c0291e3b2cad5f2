"""Every form of YAML, by itself and in some places of a dossier, ends in findings; all places: ``vormen.main``."""

import pytest

from .gevallen import Geval
from .pijp import run_dossier
from .uitvoeren import run_case
from .vormen import EIGEN, SUITE, Vorm, in_dossier, places, read_vormen

pytestmark = pytest.mark.campagne

VORMEN = [*read_vormen(SUITE), *read_vormen(EIGEN)]

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
    assert len(read_vormen(SUITE)) == 402
    assert len(read_vormen(EIGEN)) > 400


@pytest.mark.parametrize("nummer", range(len(VORMEN)), ids=lambda nummer: VORMEN[nummer].naam)
def test_form_ends_in_findings(nummer: int):
    vorm: Vorm = VORMEN[nummer]
    for soort, data in _tried(nummer, vorm):
        assert run_case(Geval(nummer, soort, data)).mislukking is None


def _tried(nummer: int, vorm: Vorm):
    """By itself, as a value, in two of the other places, which take turns, and as another kind of file."""
    yield "dossier", vorm.tekst.encode()
    yield "dossier", in_dossier(vorm.tekst)
    others = [data for _, data in places(vorm.tekst)]
    for turn in (nummer, nummer + len(others) // 2):
        yield "dossier", others[turn % len(others)]
    yield ("overleg", "instellingen")[nummer % 2], vorm.tekst.encode()


@pytest.mark.parametrize("teken", TEKENS, ids=lambda teken: f"U+{teken:04X}")
def test_sign_ends_in_findings_wherever_it_stands(teken: int):
    for form in OP_PLAATSEN:
        run_dossier(form.format(chr(teken)).encode())
    for value in (f"b{chr(teken)}", f"{chr(teken)}b", f'"\\U{teken:08X}b"'):
        run_dossier(in_dossier(value))


@pytest.mark.parametrize("surrogaat", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_escaped_surrogate_ends_in_findings(surrogaat: int):
    run_dossier(in_dossier(f'"\\u{surrogaat:04X}"'))


@pytest.mark.parametrize("bad", GEEN_UTF8, ids=repr)
@pytest.mark.parametrize(
    "before", [b"", b"a: ", b"a: b\r\nc: ", b"\xef\xbb\xbfa\r", b"# \xc3\xa9\xf0\x9f\x98\x80"], ids=repr
)
def test_what_is_no_utf8_ends_in_one_finding(bad: bytes, before: bytes):
    assert run_dossier(before + bad + b"\n").codes == ("NZ001",)
