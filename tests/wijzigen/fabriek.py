"""One dossier, a plan, and what the dossier says afterwards."""

import difflib
from random import Random

from register.fabriek import dossier, open_register

from nazorg.register.wijziging import propose

NUMMER = "k7f3mq"


def change(tmp_path, plan, rest="", reden="", **velden):
    """What ``plan`` makes of a dossier with these fields; nothing is written."""
    pad, text = dossier(NUMMER, rest, **velden)
    register = open_register(tmp_path, (pad, text))
    return propose(register, pad, plan, reden, Random(1))


def added(gewijzigd):
    """The lines that came, without what surrounds them."""
    lines = difflib.ndiff(gewijzigd.voor.text.splitlines(), gewijzigd.na.text.splitlines())
    return [line[2:] for line in lines if line.startswith("+ ")]


def removed(gewijzigd):
    """The lines that went."""
    lines = difflib.ndiff(gewijzigd.voor.text.splitlines(), gewijzigd.na.text.splitlines())
    return [line[2:] for line in lines if line.startswith("- ")]
