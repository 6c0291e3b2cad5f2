"""How one value is read from its text: the single place where text becomes a value of the model."""

from collections.abc import Callable
from typing import Any


class OngeldigeWaarde(ValueError):
    """The text is not a value of this kind.

    ``soort`` is a key of the catalogue in ``diagnostics.taal``; ``feiten`` fill that sentence.
    """

    def __init__(self, soort: str, **feiten: str) -> None:
        super().__init__(soort)
        self.soort = soort
        self.feiten = feiten


class Tekstwaarde:
    """Annotation of a field: ``lees`` makes the value of its text, ``schema`` tells an editor what fits.

    The dunder method is the hook that pydantic calls on an annotation. It hands out a plain dictionary, so that the
    words of the field need not import it.
    """

    def __init__(self, lees: Callable[[str], object], schema: dict[str, Any]) -> None:
        self.lees = lees
        self.schema = schema

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        return {"type": "function-plain", "function": {"type": "no-info", "function": self._lees_tekst}}

    def _lees_tekst(self, value: object) -> object:
        if not isinstance(value, str):
            raise OngeldigeWaarde("geen_enkele_waarde")
        return self.lees(value)
