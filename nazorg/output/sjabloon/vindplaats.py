"""Where templates are: the region's own in the werkmap, which win, and the built-in ones."""

import re

from nazorg.begrippen.bron import VAN_EEN_DOSSIER, Bron
from nazorg.begrippen.indeling import SJABLONEN
from nazorg.diagnostics.taal import meant
from nazorg.errors import UsageError
from nazorg.werkmap import builtin_folder

ACHTERVOEGSEL = ".md.j2"
PLAN = "plan"
GROOTSTE = VAN_EEN_DOSSIER.bytes
_NAAM = re.compile(r"_?[a-z0-9][a-z0-9._-]{0,79}", re.ASCII)


class Sjablonen:
    """The templates of a werkmap. ``gelezen`` are those that were read: the text by the place that a person is told.

    With ``voor`` (``plan``) a person chooses among the templates that are called so (``plan``, ``plan-kort``,
    ``plan.en``), without it among all others.
    """

    def __init__(self, bron: Bron, voor: str = "") -> None:
        self._bron = bron
        self._voor = voor
        self.gelezen: dict[str, str] = {}

    def names(self) -> list[str]:
        """The names that a person can choose from, sorted."""
        own = [path.removeprefix(f"{SJABLONEN}/") for path in self._bron.paths(SJABLONEN, ACHTERVOEGSEL)]
        built_in = [entry.name for entry in builtin_folder(SJABLONEN).iterdir()]
        every = {name.removesuffix(ACHTERVOEGSEL) for name in (*own, *built_in) if name.endswith(ACHTERVOEGSEL)}
        return sorted(
            name for name in every if _NAAM.fullmatch(name) and not name.startswith("_") and _use_of(name) == self._voor
        )

    def choose(self, wanted: str) -> str:
        """The file name of the template that a person calls ``wanted``. Raises ``UsageError`` when there is none."""
        name = wanted.removesuffix(ACHTERVOEGSEL)
        known = self.names()
        if name not in known:
            raise UsageError(f"Er is geen sjabloon '{wanted}'.", f"{meant(name, known)}Kies uit: {', '.join(known)}.")
        return name + ACHTERVOEGSEL

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
    """What the template ``name`` is for: ``plan``, or nothing for an agenda."""
    return PLAN if re.split(r"[.-]", name, maxsplit=1)[0] == PLAN else ""
