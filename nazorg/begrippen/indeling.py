"""How a werkmap is laid out: which files are ours, what kind each is, and what its name says."""

import re
from collections.abc import Iterator
from enum import StrEnum

from nazorg.begrippen.ids import DOSSIER_ID, OVERLEG_ID, SLEUTEL

INSTELLINGEN = "nazorg.yaml"
DOSSIERS = "dossiers"
OVERLEGGEN = "overleggen"
SJABLONEN = "templates"
TRAJECTEN = "trajecten"

_VAN_DE_WERKMAP = frozenset(
    {INSTELLINGEN, "LEESMIJ.md", ".gitignore", ".gitattributes", ".vscode/settings.json", ".vscode/extensions.json"}
)


class Bestandsoort(StrEnum):
    """What a file of the werkmap holds."""

    INSTELLINGEN = "instellingen"
    OVERLEG = "overleg"
    TRAJECT = "traject"
    DOSSIER = "dossier"


def kind_of(path: str) -> Bestandsoort:
    """What the file at ``path`` holds; a file elsewhere that is asked about by itself is taken for a dossier."""
    if path == INSTELLINGEN:
        return Bestandsoort.INSTELLINGEN
    folder = path.partition("/")[0]
    return {OVERLEGGEN: Bestandsoort.OVERLEG, TRAJECTEN: Bestandsoort.TRAJECT}.get(folder, Bestandsoort.DOSSIER)


def id_of(path: str) -> str:
    """The name of the file at ``path`` without its ending: a dossier's number, an overleg's or traject's name."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


_NAAM = re.compile(rf"{DOSSIER_ID}|{OVERLEG_ID}|{SLEUTEL}", re.ASCII)


def public_name(path: str) -> str:
    """What a commit message may call the file at ``path``: its name where that is an id, else the folder it lies in.

    People put anything in the name of a file, the name of a client too.
    """
    if path in _VAN_DE_WERKMAP:
        return path
    top, name = path.partition("/")[0], id_of(path)
    return name if top in (DOSSIERS, OVERLEGGEN, TRAJECTEN) and _NAAM.fullmatch(name) else top


def is_ours(path: str, suffix: str = ".yaml") -> bool:
    """Whether a path counts: it ends in ``suffix`` in any case (``.yml`` is ``.yaml``), and nothing in it is hidden."""
    endings = (".yaml", ".yml") if suffix == ".yaml" else (suffix,)
    return path.lower().endswith(endings) and not path.startswith(".") and "/." not in path


_KOPIEEN = ("~", ".bak", ".orig", ".rej", ".swp", ".tmp")
"""What editors and git leave beside a file; the file itself is there."""


def is_misnamed(path: str) -> bool:
    """Whether a file among the dossiers is called like one and yet does not count: it must not vanish unsaid."""
    name = path.rpartition("/")[2].lower()
    return (
        path.startswith(f"{DOSSIERS}/") and name.startswith("nz-") and not is_ours(path) and not name.endswith(_KOPIEEN)
    )


def in_order(path: str) -> list[str]:
    """The key by which paths are sorted: folder by folder."""
    return path.split("/")


def is_kept(path: str) -> bool:
    """Whether a file is part of the werkmap, so that it is saved with it: not what is derived or lies beside it."""
    folder, _, name = path.rpartition("/")
    if path in _VAN_DE_WERKMAP or (name == ".gitkeep" and folder):
        return True
    top = path.partition("/")[0]
    if top in (DOSSIERS, OVERLEGGEN, TRAJECTEN):
        return is_ours(path)
    return top == SJABLONEN and is_ours(path, "")


def is_checked(path: str) -> bool:
    """Whether a file at ``path`` in a werkmap is one that ``controleer`` looks at."""
    if path == INSTELLINGEN:
        return True
    return path.partition("/")[0] in (DOSSIERS, OVERLEGGEN, TRAJECTEN) and (is_ours(path) or is_misnamed(path))


def werkmappen_of(path: str) -> Iterator[str]:
    """Every folder (with ``/`` behind it, or empty) of which the file at ``path`` would be one if it is a werkmap."""
    *folders, name = path.split("/")
    for place, folder in enumerate(folders):
        if folder in (DOSSIERS, OVERLEGGEN, TRAJECTEN):
            yield "".join(f"{one}/" for one in folders[:place])
    if name == INSTELLINGEN:
        yield "".join(f"{one}/" for one in folders)
