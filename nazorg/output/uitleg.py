"""The page of a finding, and the book of all of them."""

from importlib.resources import files

from nazorg.diagnostics.codes import CODES, severity_of
from nazorg.diagnostics.taal import phrase_typed
from nazorg.errors import UsageError


def page_of(code: str) -> str:
    """The page of ``code`` as markdown. Raises ``KeyError`` for a code that does not exist."""
    severity_of(code)
    return files("nazorg.diagnostics").joinpath("uitleg", f"{code}.md").read_text(encoding="utf-8")


def explain(code: str) -> str:
    """The page of ``code`` for a terminal, with how much it weighs. Raises ``UsageError`` with did-you-mean."""
    wanted = code.strip().upper()
    if wanted not in CODES:
        zin = phrase_typed("geen_keuze", waarde=code, keuzes=", ".join(CODES))
        raise UsageError(
            f"--uitleg: {zin.message}", zin.remedy.partition("Kies uit")[0] + "Alle codes staan in docs/bevindingen.md."
        )
    title, _, rest = page_of(wanted).partition("\n")
    body = "\n".join(line.removeprefix("## ") for line in rest.strip().splitlines())
    return f"{title.removeprefix('# ')} ({severity_of(wanted)})\n\n{body}\n"
