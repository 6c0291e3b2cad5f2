"""Where templates are: the region's own in the werkmap, which win, and the built-in ones."""

import re

from nazorg.begrippen.bron import VAN_EEN_DOSSIER, Bestand, Bron
from nazorg.begrippen.indeling import SJABLONEN
from nazorg.diagnostics.taal import meant
from nazorg.errors import UsageError
from nazorg.werkmap import builtin_folder

MARKDOWN = ".md.j2"
TEKST = ".txt.j2"
"""The endings of a template, by what comes out of it."""

PLAN = "plan"
RAPPEL = "rappel"
VERSLAG = "verslag"
OVERDRACHT = "overdracht"
GROOTSTE = VAN_EEN_DOSSIER.bytes
MEESTE = 100
_NAAM = re.compile(r"_?[a-z0-9][a-z0-9._-]{0,79}", re.ASCII)


class Sjablonen:
    """The templates of a werkmap. ``gelezen`` are those that were read: the text by the place that a person is told.

    With ``voor`` (``plan``) a person chooses among the templates that are called so (``plan``, ``plan-kort``,
    ``plan.en``), without it among all others. What comes out is markdown, or with the
    ``achtervoegsel`` ``TEKST`` plain text.
    """

    def __init__(self, bron: Bron, voor: str = "", achtervoegsel: str = MARKDOWN) -> None:
        self._bron = bron
        self._voor = voor
        self.achtervoegsel = achtervoegsel
        self.gelezen: dict[str, str] = {}

    def names(self) -> list[str]:
        """The names that a person can choose from, sorted."""
        ending = self.achtervoegsel
        own = [path.removeprefix(f"{SJABLONEN}/") for path in self._bron.paths(SJABLONEN, ending)]
        built_in = [entry.name for entry in builtin_folder(SJABLONEN).iterdir()]
        every = {name.removesuffix(ending) for name in (*own, *built_in) if name.endswith(ending)}
        return sorted(
            name for name in every if _NAAM.fullmatch(name) and not name.startswith("_") and _use_of(name) == self._voor
        )

    def choose(self, wanted: str) -> str:
        """The file name of the template that a person calls ``wanted``. Raises ``UsageError`` when there is none."""
        name = wanted.removesuffix(self.achtervoegsel)
        known = self.names()
        if name not in known:
            raise UsageError(f"Er is geen sjabloon '{wanted}'.", f"{meant(name, known)}Kies uit: {', '.join(known)}.")
        return name + self.achtervoegsel

    def uses_own(self, file: str) -> bool:
        """Whether the region's own text may take part in ``file``: its own template, or a part that others include."""
        own = [path.rpartition("/")[2] for path in self._bron.paths(SJABLONEN, self.achtervoegsel)]
        return any(name == file or name.startswith("_") for name in own)

    def own_files(self) -> list[Bestand]:
        """The region's own templates as they are, those that cannot be read included."""
        paths = list(self._bron.paths(SJABLONEN, self.achtervoegsel))
        if len(paths) > MEESTE:
            raise UsageError(f"Er staan meer dan {MEESTE} sjablonen in {SJABLONEN}.", "Haal weg wat u niet gebruikt.")
        return [self._bron.read(path) for path in paths]

    def load(self, file: str) -> tuple[str, str] | None:
        """The text of the template ``file`` and how a person is told of it; ``None`` when there is none.

        Raises ``UsageError`` when it is there and cannot be read.
        """
        if not _NAAM.fullmatch(file):
            return None
        bestand = self._bron.read(f"{SJABLONEN}/{file}")
        if bestand.problem == "niet_gevonden":
            resource = builtin_folder(SJABLONEN) / file
            if not resource.is_file():
                return None
            return self._as_text(resource.read_bytes(), f"{SJABLONEN}/{file} (ingebouwd)")
        if bestand.data is None:
            raise UsageError(
                f"Het sjabloon {bestand.path} kan niet gelezen worden.",
                "Zet er een gewoon bestand neer dat u mag lezen.",
            )
        return self._as_text(bestand.data, bestand.path)

    def _as_text(self, data: bytes, place: str) -> tuple[str, str]:
        if len(data) > GROOTSTE:
            raise UsageError(
                f"Het sjabloon {place} is groter dan {GROOTSTE // 1024} KB.", "Haal weg wat er niet in hoort."
            )
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise UsageError(
                f"Het sjabloon {place} is geen UTF-8 (regel {line}).", "Sla het bestand op als UTF-8."
            ) from None
        self.gelezen[place] = text.replace("\r\n", "\n")
        return self.gelezen[place], place


def _use_of(name: str) -> str:
    """What the template ``name`` is for: ``plan``, ``rappel``, ``verslag``, ``overdracht``; nothing: an agenda."""
    first = re.split(r"[.-]", name, maxsplit=1)[0]
    return first if first in (PLAN, RAPPEL, VERSLAG, OVERDRACHT) else ""
