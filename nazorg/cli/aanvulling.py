"""Completion: what may come next on the command line. Imports neither typer nor pydantic."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

SHELLS = ("bash", "zsh", "fish", "powershell")

_BASH = """\
# nazorg: zet dit in ~/.bashrc:  source <(nazorg --aanvulling bash)
_nazorg_aanvullen() {
    local regel
    COMPREPLY=()
    while IFS= read -r regel; do
        COMPREPLY+=("$(printf '%q' "${regel%%$'\\t'*}")")
    done < <(_NAZORG_COMPLETE=1 "${COMP_WORDS[0]}" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _nazorg_aanvullen nazorg
"""

_ZSH = """\
# nazorg: zet dit in ~/.zshrc, na compinit:  source <(nazorg --aanvulling zsh)
_nazorg() {
    local -a gevonden
    local regel
    for regel in "${(@f)$(_NAZORG_COMPLETE=1 ${words[1]} "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $regel ]] && gevonden+=("${${regel%%$'\\t'*}//:/\\\\:}:${regel#*$'\\t'}")
    done
    if (( ${#gevonden} )); then _describe nazorg gevonden; else _files; fi
}
compdef _nazorg nazorg
"""

_FISH = """\
# nazorg: zet dit in ~/.config/fish/completions/nazorg.fish
function __nazorg_aanvullen
    _NAZORG_COMPLETE=1 nazorg (commandline -opc)[2..-1] (commandline -ct | string collect --allow-empty)
end
complete -c nazorg -a '(__nazorg_aanvullen)'
"""

_POWERSHELL = """\
# nazorg: zet dit in uw profiel ($PROFILE)
Register-ArgumentCompleter -Native -CommandName nazorg -ScriptBlock {
    param($woord, $regel, $plek)
    $woorden = @($regel.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    if ($woord -eq '') { $woorden += '""' }
    $env:_NAZORG_COMPLETE = '1'
    try { & nazorg @woorden } finally { Remove-Item Env:_NAZORG_COMPLETE } | ForEach-Object {
        $deel = $_ -split "`t", 2
        $hulp = if ($deel[1]) { $deel[1] } else { $deel[0] }
        [System.Management.Automation.CompletionResult]::new($deel[0], $deel[0], 'ParameterValue', $hulp)
    }
}
"""


def script(shell: str) -> str:
    """The script that makes ``shell`` (one of ``SHELLS``) ask this program."""
    return {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}[shell]


def complete(arguments: list[str], out: TextIO) -> int:
    """Answer a shell: the words so far are the arguments, the last one unfinished.

    One answer a line, help behind a tab.
    """
    words = [word for word in arguments if word != "="] or [""]
    try:
        out.writelines(
            f"{value}\t{words_of_help}\n" if words_of_help else f"{value}\n"
            for value, words_of_help in candidates(words)
            if value.isprintable()
        )
    except Exception:  # noqa: BLE001
        return 1  # nothing to offer; a shell is no place for a message
    return 0


def candidates(words: list[str]) -> Iterator[tuple[str, str]]:
    """What the last of ``words`` may become, each with a line of help."""
    grammar = json.loads(Path(__file__).with_name("grammatica.json").read_text(encoding="utf-8"))
    *done, last = words
    line = _Line(grammar, done, last)
    if line.waiting is not None:
        found: Iterator[tuple[str, str]] = _values(line.waiting, line)
    elif last.startswith("-"):
        found = ((name, option["hulp"]) for name, option in line.options.items())
    elif line.command is None:
        found = ((name, command["kort"]) for name, command in grammar["opdrachten"].items())
    else:
        found = _values(line.argument, line)
    prefix = last.casefold()
    return ((value, text) for value, text in found if value.casefold().startswith(prefix))


class _Line:
    """What the finished words come to: the command, the options it takes, and an option that waits for its value.

    ``begin`` is the unfinished word.
    """

    def __init__(self, grammar: Any, done: list[str], begin: str) -> None:
        self.begin = begin
        self.options: dict[str, Any] = dict(grammar["opties"])
        self.command: Any = None
        self.waiting: Any = None
        self.map = Path()
        self.arguments: list[str] = []
        before = ""
        for word in done:
            if self.waiting is not None:
                if before in ("-C", "--map"):
                    self.map = Path(word).expanduser()
                self.waiting = None
            elif word in self.options:
                self.waiting = self.options[word]["waarde"]
            elif self.command is None and not word.startswith("-"):
                self._take(grammar, word)
            elif not word.startswith("-"):
                self.arguments.append(word)
            before = word

    @property
    def argument(self) -> Any:
        """What the next argument is; the last kind of a command repeats, where it takes any number."""
        kinds = self.command["argumenten"]
        return kinds[min(len(self.arguments), len(kinds) - 1)] if kinds else None

    def _take(self, grammar: Any, word: str) -> None:
        commands = grammar["opdrachten"]
        by_english = {command["ook"]: command for command in commands.values()}
        self.command = commands.get(word) or by_english.get(word)
        if self.command is not None:
            self.options |= self.command["opties"]


def _values(kind: Any, line: _Line) -> Iterator[tuple[str, str]]:
    """The values of a kind: choices as they are, ids from the names of files, words of the region from its settings."""
    folder = line.map
    if kind == "actie":
        return _acties(line.arguments[0], folder) if line.arguments else iter(())
    if isinstance(kind, list):
        return ((value, "") for value in kind)
    if kind == "traject" or (kind == "van" and line.arguments[:1] == ["toon"]):
        return ((name, "") for name in _trajecten(folder))
    if kind == "van":
        kind = "dossier"
    if kind in ("dossier", "overleg"):
        return ((name, "") for name in _ids(kind, folder, line.begin))
    if kind in ("gemeente", "regisseur", "eigenaar", "leefgebied"):
        return ((name, "") for name in _region(kind, folder))
    return iter(())


def _ids(kind: str, folder: Path, begin: str) -> Iterator[str]:
    """The names of the files of a kind; at least those that begin with ``begin``."""
    from nazorg.begrippen.indeling import DOSSIERS, OVERLEGGEN

    werkmap = _werkmap(folder)
    if werkmap is None:
        return
    paths = None
    if kind == "dossier":
        from nazorg.index.namen import known_paths

        paths = known_paths(werkmap, begin)
    if paths is None:
        paths = werkmap.paths(DOSSIERS if kind == "dossier" else OVERLEGGEN)
    for path in paths:
        yield path.rpartition("/")[2].rpartition(".")[0]


def _trajecten(folder: Path) -> list[str]:
    """The built-in trajecten and the region's own, by the names of their files."""
    from nazorg.begrippen.indeling import TRAJECTEN, id_of
    from nazorg.werkmap.ingebouwd import builtin_folder

    werkmap = _werkmap(folder)
    own = werkmap.paths(TRAJECTEN) if werkmap else ()
    return sorted({*(id_of(path) for path in own), *(file.stem for file in builtin_folder(TRAJECTEN).glob("*.yaml"))})


def _acties(dossier: str, folder: Path) -> Iterator[tuple[str, str]]:
    """The actions of a dossier that may still have to be done, straight from its text."""
    from nazorg.begrippen.indeling import DOSSIERS, id_of
    from nazorg.begrippen.keuzes import ONAF
    from nazorg.yamltext import as_boom, read_document

    werkmap = _werkmap(folder)
    paths = (
        [path for path in werkmap.paths(DOSSIERS) if dossier.casefold() in id_of(path).casefold()] if werkmap else []
    )
    root = read_document(werkmap.read(paths[0])).root if len(paths) == 1 else None
    boom: Any = as_boom(root) if root else {}
    for leefgebied in (boom.get("leefgebieden") or {}).values():
        for actie in leefgebied.get("acties") or [] if isinstance(leefgebied, dict) else []:
            if isinstance(actie, dict) and actie.get("id") and (actie.get("status") or "open") in ONAF:
                yield str(actie["id"]), str(actie.get("wat", ""))


def _region(kind: str, folder: Path) -> Iterator[str]:
    """Words of the region, straight from the text of its settings: to complete a word they need not be valid."""
    from nazorg.begrippen.indeling import INSTELLINGEN
    from nazorg.begrippen.keuzes import LEEFGEBIEDEN
    from nazorg.yamltext import Mapping as Fields
    from nazorg.yamltext import Scalar, Sequence, read_document

    werkmap = _werkmap(folder)
    root = read_document(werkmap.read(INSTELLINGEN)).root if werkmap else None
    keys = {
        "gemeente": ("gemeenten",),
        "regisseur": ("regisseurs",),
        "eigenaar": ("partners", "regisseurs"),
        "leefgebied": ("leefgebieden",),
    }
    if kind == "leefgebied":
        yield from LEEFGEBIEDEN
    if kind == "eigenaar":
        yield "betrokkene"
    for key in keys[kind]:
        _, node = root.entries.get(key, (None, None)) if root else (None, None)
        if isinstance(node, Fields):
            yield from node.entries
        elif isinstance(node, Sequence):
            yield from (item.text for item in node.items if isinstance(item, Scalar))


def _werkmap(folder: Path) -> Any:
    from nazorg.errors import NazorgError
    from nazorg.werkmap.map import find_werkmap

    try:
        return find_werkmap(folder)
    except NazorgError:
        return None
