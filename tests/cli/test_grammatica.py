"""The grammar that completion reads is that of the commands themselves."""

import json

from nazorg.cli.grammatica import BESTAND, build


def test_grammar_on_disk_is_that_of_the_commands():
    assert json.loads(BESTAND.read_text(encoding="utf-8")) == build(), "draai: python -m nazorg.cli.grammatica"
