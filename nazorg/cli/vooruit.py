"""What can be begun with before a command is carried out: the index is opened, and git set to work.

What it finds is taken up by the command, or by nobody: a wrong guess costs a little time, and is no answer.
"""

from contextlib import suppress

from nazorg.cli.gewoon import Aanroep

_MET_INDEX = frozenset({"", "te-laat", "controleer", "lijst"})
_ANDERS = frozenset({"version", "aanvulling", "vul_aan", "uitleg"})
"""Parameters with which those commands do something else."""


def begin(aanroep: Aanroep) -> None:
    """Begin with what a list will need, if ``aanroep`` asks for one."""
    values, globaal = aanroep.values, aanroep.globaal
    if aanroep.naam not in _MET_INDEX or globaal.versie or any(values.get(name) for name in _ANDERS):
        return
    from nazorg.werkmap import find_werkmap, is_left_behind

    with suppress(Exception):  # whatever is wrong, is said where it is asked
        werkmap = find_werkmap(globaal.map)
        if is_left_behind(werkmap.root):  # its files are put right first
            return
        from nazorg.index.antwoord import open_for

        globaal.begonnen = (werkmap.name, open_for(werkmap))
