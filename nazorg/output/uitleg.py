"""The page of a finding, and the book of all of them."""

from importlib.resources import files

from nazorg.diagnostics.codes import CODES, severity_of
from nazorg.errors import UsageError


def page_of(code: str) -> str:
    """The page of ``code`` as markdown. Raises ``KeyError`` for a code that does not exist."""
    severity_of(code)
    return files("nazorg.diagnostics").joinpath("uitleg", f"{code}.md").read_text(encoding="utf-8")


def explain(code: str) -> str:
    """The page of ``code`` for a terminal, with how much it weighs. Raises ``UsageError`` with did-you-mean."""
    wanted = code.strip().upper()
    if wanted not in CODES:
        raise UsageError(f"De bevinding '{code}' bestaat niet.", "De code staat bij elke bevinding, zoals NZ103.")
    title, _, rest = page_of(wanted).partition("\n")
    body = "\n".join(line.removeprefix("## ") for line in rest.strip().splitlines())
    return f"{title.removeprefix('# ')} ({severity_of(wanted)})\n\n{body}\n"
