"""The excerpt shows where something is, and nothing that people wrote."""

from nazorg.begrippen.bron import Bestand
from nazorg.output.fragment import Fragmenten
from nazorg.yamltext import locate, read_document

DOSSIER = """\
dossier: NZ-2026-k7f3mq
betrokkene: p-4q9x2m
Moeder Jansen: komt dinsdag
betrokken:
  - {partner: ggz-rijnland, kenmerk: 123456782}
leefgebieden:
  zorg:
    situatie: |
      status: slaapt slecht
    stand: loopt
"""
DOCUMENT = read_document(Bestand("dossiers/2026/NZ-2026-k7f3mq.yaml", DOSSIER.encode()))


def shown(*route, masked=False):
    return Fragmenten(DOCUMENT).at(locate(DOCUMENT.root, route), masked=masked).regel


def test_choices_and_known_keys_are_shown_and_free_text_is_not():
    assert shown("leefgebieden", "zorg", "stand") == "    stand: loopt"
    assert shown("betrokkene") == "betrokkene: ·-······"


def test_key_that_nobody_knows_is_free_text():
    assert shown("Moeder Jansen") == "······ ······: ···· ·······"


def test_text_that_looks_like_a_key_is_text():
    span = DOCUMENT.span_at(DOSSIER.index("status: slaapt"), DOSSIER.index("status: slaapt") + 6)
    assert Fragmenten(DOCUMENT).at(span).regel == "      ······: ······ ······"


def test_what_may_not_stand_there_is_not_repeated():
    assert "123456782" in shown("betrokken", 0, "kenmerk")
    assert "123456782" not in shown("betrokken", 0, "kenmerk", masked=True)


def test_long_line_is_shown_around_the_place():
    line = f"dossier: {'x ' * 100}einde"
    document = read_document(Bestand("x.yaml", line.encode()))
    fragment = Fragmenten(document).at(document.span_at(len(line) - 5, len(line)))
    assert (len(fragment.regel) <= 70, fragment.regel[0], fragment.aanwijzing.strip()) == (True, "…", "^^^^^")
