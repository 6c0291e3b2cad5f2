"""A progress bar on standard error, for runs that take longer than a moment."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_MOMENT, _VANAF = 0.5, 300
"""Seconds that nobody minds, and so few files that they take no longer."""


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that is told how many are done, of how many; it appears after a moment, and is gone when the work is."""
    begin = monotonic()
    bars: list[Progress] = []
    with ExitStack() as stack:

        def told(done: int, total: int) -> None:
            if not bars and total >= _VANAF and monotonic() - begin > _MOMENT:
                bars.append(stack.enter_context(_bar()))
                bars[0].add_task(title, total=None)
            if bars and (done % 20 == 0 or done == total):
                bars[0].update(bars[0].task_ids[0], completed=done, total=total)

        yield told


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
