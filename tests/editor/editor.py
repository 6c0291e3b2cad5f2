"""An editor at a werkmap that ``nazorg init`` made: its files with their schemas, and what is shown in them."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from lsp import Taalserver


class Editor:
    """A server on a werkmap, which knows its schemas by a line on top of each file or by the editor's settings."""

    def __init__(self, command: Sequence[str], werkmap: Path, *, modeline: bool = True) -> None:
        schemas = json.loads((werkmap / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
        self._server = Taalserver(command, werkmap, {} if modeline else {"schemas": schemas})
        self._werkmap = werkmap
        self._modeline = modeline

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    def text(self, path: str, text: str) -> str:
        """``text`` with the line that names its schema, or without."""
        return with_schema(path, text) if self._modeline else without_schema(text)

    def diagnostics(self, files: Sequence[tuple[str, str]]) -> list[list[dict[str, Any]]]:
        return self._server.diagnostics([(self._werkmap / path, text) for path, text in files])

    def hover(self, path: str, text: str, word: str) -> str:
        """The help at the first place where ``word`` stands."""
        return self._server.hover(self._werkmap / path, text, *_place(text, text.index(word)))

    def completion(self, path: str, text: str) -> dict[str, str]:
        """What may be written where ``|`` stands, with its help."""
        offset = text.index("|")
        text = text[:offset] + text[offset + 1 :]
        found = self._server.completion(self._werkmap / path, text, *_place(text, offset))
        return {label: _plain(item.get("documentation") or "") for label, item in found.items()}


def kind(path: str) -> str:
    """What sort of file stands at ``path`` in a werkmap."""
    return {"dossiers": "dossier", "overleggen": "overleg"}.get(path.partition("/")[0], "instellingen")


def with_schema(path: str, text: str) -> str:
    """``text`` under the line that names its schema, as every example has it."""
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}.nazorg/{kind(path)}.schema.json\n{without_schema(text)}"


def without_schema(text: str) -> str:
    return re.sub(r"\A# yaml-language-server:.*\n", "", text)


def files_in(folder: Path, text_of: Callable[[str, str], str] = with_schema) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        yield name, text_of(name, path.read_text("utf-8"))


def _plain(documentation: str | dict[str, str]) -> str:
    return documentation if isinstance(documentation, str) else documentation["value"]


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)
