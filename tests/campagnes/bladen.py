"""Pages as people get them: HTML in a browser with axe, a document and a sheet in LibreOffice.

``python -m tests.campagnes.bladen [MAP]`` needs ``chromium``, ``soffice``, ``pdftoppm`` and ``npm``, and leaves in MAP
what a person should look at: a picture of each page.
"""

import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from nazorg.agenda import make_agenda
from nazorg.output.agenda import render_agenda
from nazorg.output.opmaak import as_html, read_blocks
from nazorg.output.opmaak.word import as_docx
from nazorg.output.plan import render_plan
from nazorg.output.rekenblad import csv_bytes
from nazorg.output.sjabloon import escape_markdown
from nazorg.plan import make_plan
from nazorg.register import Register
from nazorg.werkmap import Werkmap

from .browser import browser

WORTEL = Path(__file__).parents[2]
VIJANDIG = (
    "<script>document.title='weg'</script>",
    "<img src='http://example.org/x.png'>",
    '"><svg onload=fetch("http://example.org")>',
    "![x](http://example.org/x.png)",
    "[x](javascript:alert(1))",
    '=HYPERLINK("http://example.org";"x")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1;1)",
    "-2+3",
    "\u202eomgekeerd",
    "{{ 7*7 }}",
    "[bold]x[/bold]",
    "\x1b[31mrood",
    '; "a"',
    "</style></main>",
)
PUNT = "- **{0}**: {0}\n"


def texts() -> dict[str, str]:
    """The pages to look at, in markdown: what the example gives, and a page of hostile text."""
    register = Register(Werkmap(WORTEL / "cases-example"), date(2026, 11, 23))
    pages = {}
    for path in register.overleg_paths:
        overleg = register.overleg(path).waarde
        assert overleg is not None
        pages[overleg.soort.value] = render_agenda(make_agenda(register, overleg), register.bron)
    made = make_plan(register, register.find_dossier("k7f3"))
    pages["plan"] = render_plan(made, register.bron)
    lines = "".join(PUNT.format(escape_markdown(one)) for one in VIJANDIG)
    pages["vijandig"] = f"# Vijandig\n\n{lines}\n| a | b |\n|---|---|\n| {escape_markdown(VIJANDIG[0])} | c |\n"
    return pages


def look_at_html(folder: Path, pages: dict[str, str]) -> list[str]:
    """What is wrong with the pages in a browser: a request that leaves, a broken policy, a finding of axe."""
    axe = _axe(folder)
    wrong = []
    for name, text in pages.items():
        page = folder / f"{name}.html"
        page.write_text(as_html(read_blocks(text)), encoding="utf-8")
        with browser(_need("chromium")) as one:
            one.open(page)
            left = [url for url in one.requests() if url != page.as_uri()]
            wrong += [f"{name}: asks for {url}" for url in left]
            wrong += [f"{name}: {words}" for words in one.complaints()]
            one.value(axe)
            tags = json.dumps(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
            looked = "r => [r.passes.length, r.violations.map(v => v.id + ': ' + v.help)]"
            passed, found = one.value(f"axe.run({{runOnly: {tags}}}).then({looked})")
            wrong += [f"{name}: axe {violation}" for violation in found]
            wrong += [] if passed else [f"{name}: axe looked at nothing"]
            script = one.value("document.scripts.length")
            wrong += [f"{name}: {script} scripts"] if script else []
            print(f"{name}.html: {len(one.requests())} request, {passed} rules of axe kept, {len(found)} broken")
    return wrong


def look_at_docx(folder: Path, pages: dict[str, str]) -> list[str]:
    """What is wrong with the documents in LibreOffice; leaves a picture of each page."""
    wrong = []
    for name, text in pages.items():
        document = folder / f"{name}.docx"
        document.write_bytes(as_docx(read_blocks(text), None))
        _office(folder, "pdf", document)
        pdf = folder / f"{name}.pdf"
        if not pdf.is_file():
            wrong.append(f"{name}.docx: LibreOffice makes nothing of it")
            continue
        subprocess.run([_need("pdftoppm"), "-r", "60", "-png", pdf, folder / f"{name}-docx"], check=True)
        pictures = len(list(folder.glob(f"{name}-docx*.png")))
        print(f"{name}.docx: {pictures} pages")
    return wrong


def look_at_csv(folder: Path) -> list[str]:
    """What is wrong with a sheet in LibreOffice: a value that was computed, or is another."""
    rows = [[text, 3, -4, date(2026, 11, 23)] for text in VIJANDIG]
    sheet = folder / "lijst.csv"
    data = csv_bytes(("wat", "dagen", "over", "dag"), rows)
    sheet.write_bytes(data)
    told = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    back = folder / "terug"
    back.mkdir()
    # field separator, text delimiter, UTF-8, from line 1, formatted as shown: 59 is ; and 34 is "
    _office(back, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false", sheet, "--infilter=CSV:59,34,76,1")
    shown = list(csv.reader(io.StringIO((back / "lijst.csv").read_text("utf-8-sig"), newline=""), delimiter=";"))
    texts = [[row[0] for row in one] for one in (told, shown)]
    print(f"lijst.csv: {len(shown)} rows")
    return (
        []
        if texts[0] == texts[1]
        else [f"lijst.csv: {want!r} became {got!r}" for want, got in zip(*texts, strict=False) if want != got]
    )


def _axe(folder: Path) -> str:
    subprocess.run(
        [_need("npm"), "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder / "axe", "axe-core@4"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return (folder / "axe" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def _office(folder: Path, form: str, file: Path, *options: str) -> None:
    profile = folder / "profiel"
    command = [_need("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", *options]
    subprocess.run(
        [*command, "--convert-to", form, "--outdir", folder, file], check=True, capture_output=True, timeout=180
    )


def _need(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise SystemExit(f"{program} is not here")
    return found


def main() -> int:
    """Look at all of them, and say what is wrong."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="nazorg-bladen-"))
    folder.mkdir(parents=True, exist_ok=True)
    pages = texts()
    wrong = [*look_at_html(folder, pages), *look_at_docx(folder, pages), *look_at_csv(folder)]
    print(f"To look at: {folder}")
    for one in wrong:
        print(f"WRONG {one}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
