"""Data files of the program itself: terms and grounds of law, each with its versions."""

from collections.abc import Iterator
from pathlib import Path

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.yamltext.boom import as_boom
from nazorg.yamltext.document import read_document
from nazorg.yamltext.nodes import Mapping


def read_data(path: Path) -> Mapping:
    """What stands in the data file at ``path``: our own, so it can be read. Raises ``OSError``."""
    document = read_document(Bestand(path.name, path.read_bytes()))
    assert document.root is not None
    return document.root


def read_versions(path: Path) -> Iterator[dict[str, Boom]]:
    """Each of the ``versies`` in the data file at ``path``: what stands above all of them, and its own on top."""
    top = as_boom(read_data(path))
    assert isinstance(top, dict)
    versions = top.pop("versies")
    assert isinstance(versions, list)
    return ({**top, **version} for version in versions if isinstance(version, dict))
