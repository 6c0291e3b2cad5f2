"""What travels with the program: its templates and the example werkmap."""

from pathlib import Path

PAKKET = Path(__file__).parents[1]


def builtin_folder(name: str) -> Path:
    """The folder ``name`` (``templates``, ``cases-example``) of this installation.

    A wheel holds it inside the package; a source checkout, also when installed as editable, beside it.
    """
    inside = PAKKET / name
    return inside if inside.is_dir() else PAKKET.parent / name
