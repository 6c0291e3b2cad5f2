"""What an answer in rows had to do without; the rows have no place for it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from nazorg.diagnostics.tekst import visible

if TYPE_CHECKING:
    from nazorg.register import Onleesbaar


def warn_unreadable(out: TextIO, files: "Iterable[Onleesbaar]") -> None:
    """Name each file that could not be read, a line each."""
    out.writelines(
        f"nazorg: {visible(one.pad)} staat er niet bij: {one.reden.code} {one.reden.message}\n" for one in files
    )
