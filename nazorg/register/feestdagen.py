"""Where the register has its holidays from: the index of the werkmap, which keeps what the library worked out."""

from collections.abc import Callable, Mapping
from datetime import date

from nazorg.begrippen.bron import Bron
from nazorg.termijnen import awt_feestdagen
from nazorg.werkmap import Werkmap

Feestdagenbron = Callable[[int], Mapping[date, str]]
"""Gives the holidays of a year, with their names."""


def feestdagen_of(bron: Bron) -> Feestdagenbron:
    """The recognised holidays of any year, for the dossiers of ``bron``."""
    if not isinstance(bron, Werkmap):
        return awt_feestdagen
    from nazorg.index.feestdagen import Feestdagen

    return Feestdagen(bron.root, awt_feestdagen)
