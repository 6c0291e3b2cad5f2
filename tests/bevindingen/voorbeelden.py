"""The example of each finding: a tiny werkmap, what the program says of it, and the book made of all of them.

``python tests/bevindingen/voorbeelden.py`` writes every ``verwacht.txt`` and ``docs/bevindingen.md`` anew.
"""

import io
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from rich.console import Console

from nazorg.diagnostics.codes import CODES
from nazorg.output.bevindingen import print_findings
from nazorg.output.uitleg import page_of
from nazorg.register import Register, check
from nazorg.werkmap import Werkmap

HIER = Path(__file__).parent
BOEK = HIER.parents[1] / "docs" / "bevindingen.md"
PEILDATUM = date(2026, 11, 23)
VERWACHT = "verwacht.txt"
GEEN_INSTELLINGEN = "geen-nazorg-yaml"
LANGSTE_VOORBEELD = 2_000

KOP = """\
# Bevindingen

Alles wat `nazorg controleer` kan melden, met een voorbeeld dat precies die melding geeft. Dit boek is gemaakt uit
`tests/bevindingen/`; op een terminal geeft `nazorg controleer --uitleg NZ103` dezelfde uitleg.

Een **fout** houdt een wijziging tegen en laat `controleer` met 1 eindigen. Een **waarschuwing** is werk dat niet op
orde is. Een **advies** kan beter. De voorbeelden gelden op 23 november 2026.
"""


def folders() -> list[Path]:
    """The folder of each code, and ``goed``, in which nothing is wrong."""
    return sorted(folder for folder in HIER.iterdir() if folder.is_dir() and not folder.name.startswith(("_", ".")))


def output_of(folder: Path) -> str:
    """What ``controleer`` says on a terminal of 80 columns about the werkmap in ``folder``."""
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "werkmap"
        shutil.copytree(folder, target, symlinks=True)
        if not (target / "nazorg.yaml").exists() and not (target / GEEN_INSTELLINGEN).exists():
            shutil.copy(HIER / "nazorg.yaml", target)
        register = Register(Werkmap(target), PEILDATUM)
        out = io.StringIO()
        console = Console(file=out, width=80, markup=False, emoji=False, highlight=False, no_color=True)
        print_findings(console, check(register), register.document)
    return out.getvalue()


def book() -> str:
    """The book of findings as markdown."""
    chapters = [_chapter(code) for code in CODES]
    contents = "\n".join(
        f"- [{code}](#{code.lower()}) {title} ({severity})" for code, (severity, title) in CODES.items()
    )
    return "\n".join([KOP, contents, "", *chapters])


def _chapter(code: str) -> str:
    severity, title = CODES[code]
    _, _, page = page_of(code).partition("\n")
    said = (HIER / code / VERWACHT).read_text(encoding="utf-8").strip("\n")
    example = _example(HIER / code)
    parts = [
        f'<a id="{code.lower()}"></a>',
        "",
        f"## {code}: {title}",
        "",
        f"**{severity}**",
        "",
        page.replace("\n## ", "\n### ").strip(),
        "",
    ]
    if example:
        parts += ["### Voorbeeld", "", "```yaml", example, "```", ""]
    return "\n".join([*parts, "```text", said, "```", ""])


def _example(folder: Path) -> str:
    """The file that gives the finding, where it is text that a page can show."""
    said = (folder / VERWACHT).read_text(encoding="utf-8")
    path = folder / said.split(":", 1)[0]
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LANGSTE_VOORBEELD:
        return ""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
    return text.strip("\n") if all(sign.isprintable() or sign == "\n" for sign in text) else ""


def write() -> None:
    """Write what every example says, and the book."""
    for folder in folders():
        (folder / VERWACHT).write_text(output_of(folder), encoding="utf-8")
    BOEK.write_text(book(), encoding="utf-8")


if __name__ == "__main__":
    write()
    sys.exit(0)
