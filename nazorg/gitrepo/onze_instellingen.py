"""The settings of git that we make in a repository, to the letter."""

from collections.abc import Mapping

SAMENGEVOEGD, MET_CONFLICTEN = 0, 11
"""How our merge ends when it has written a result. Whatever else it ends with, git's own merge of lines takes over."""

REGISTRATIE: Mapping[str, str] = {
    "merge.nazorg.name": "nazorg: dossiers per veld samenvoegen",
    "merge.nazorg.driver": (
        f"nazorg merge-driver %O %A %B %P; s=$?; test $s -eq {SAMENGEVOEGD} && exit 0; "
        f"test $s -eq {MET_CONFLICTEN} && exit 1; "
        "exec git merge-file --marker-size=%L -L hier -L basis -L daar %A %O %B"
    ),
    "diff.nazorg.xfuncname": "^([a-z_]+:.*|  [a-z][a-z0-9._-]*:[ ]*(#.*)?|      - (id|wat): .*)$",
}
"""Settings with the only values that are ours: with any other they could start anything."""


def as_written(value: str) -> str:
    """One of those values as git writes it in a file of settings."""
    return f'"{value}"' if set(value) & set(";#") else value
