"""Pages as people get them: HTML in a browser with axe and in print, documents and a sheet in LibreOffice.

``python -m tests.campagnes.bladen [MAP]`` needs ``chromium``, ``soffice``, ``pdftoppm`` with ``pdftotext``, and
``npm``, and leaves in MAP what a person should look at: a picture of each page.
"""

import base64
import csv
import email
import email.policy
import io
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import docx

from nazorg.output.opmaak import read_blocks
from nazorg.output.opmaak.stukken import Kop
from nazorg.output.rekenblad import csv_bytes
from nazorg.output.vorm import in_form
from nazorg.register import Register
from nazorg.werkmap import Werkmap
from nazorg.yamltext.document import is_allowed
from tests.agenda_kanarie import DAG

from .bladteksten import VIJANDIG, Blad, every_page, letters_of
from .browser import Browser, browser

ACTIEF = "script,img,svg,iframe,object,embed,form,input,a,link,base,video,audio"
"""What none of these pages has: they are text."""

KORT = 10
"""In signs: a shorter line at the end of a page can be the end of anything."""

SMAL = 320
"""In CSS pixels: WCAG 2.1, 1.4.10, a page that is read without scrolling sideways."""

REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def look_at_html(folder: Path, pages: list[Blad], told: Counter[str]) -> list[str]:
    """What is wrong with the pages in a browser: a request that leaves, a broken policy, a finding of axe."""
    axe = _axe(folder)
    wrong = []
    with browser(_need("chromium")) as one:
        for blad in pages:
            page = folder / f"{blad.naam}.html"
            made = in_form(blad.tekst, "html", blad.register.bron, blad.sjabloon)
            assert isinstance(made, str)
            page.write_text(made, encoding="utf-8")
            one.open(page)
            wrong += [f"{blad.naam}.html: {fault}" for fault in _faults_of_page(one, page, axe, told)]
            (folder / f"{blad.naam}.pdf").write_bytes(
                base64.b64decode(one.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
            )
            wrong += _pictures(folder, blad, "html", told)
    return wrong


def _faults_of_page(one: Browser, page: Path, axe: str, told: Counter[str]) -> list[str]:
    title = one.value("document.querySelector('h1').innerText")
    wrong = [f"asks for {url}" for url in one.requests() if url != page.as_uri()]
    wrong += one.complaints()
    wrong += [f"is called {named}" for named in [one.value("document.title")] if named.split() != title.split()]
    active = one.value(f"document.querySelectorAll({json.dumps(ACTIEF)}).length")
    told["scripts"] += one.value("document.scripts.length")
    wrong += [f"{active} elements that could do something"] if active else []
    one.value(axe)
    looked = "r => [r.passes.length, r.violations.map(v => v.id + ': ' + v.help)]"
    kept, broken = one.value(f"axe.run({{runOnly: {json.dumps(REGELS)}}}).then({looked})")
    wrong += [f"axe {violation}" for violation in broken]
    wrong += [] if kept else ["axe looked at nothing"]
    one.ask("Emulation.setDeviceMetricsOverride", width=SMAL, height=640, deviceScaleFactor=1, mobile=False)
    wide = one.value("document.documentElement.scrollWidth")
    one.ask("Emulation.clearDeviceMetricsOverride")
    wrong += [f"{wide} pixels wide on a screen of {SMAL}"] if wide > SMAL else []
    words = one.value("document.querySelector('main').innerText").split()
    page.with_suffix(".woorden").write_text(" ".join(words), encoding="utf-8")
    told.update({"pages": 1, "requests": len(one.requests()), "kept": kept, "broken": len(broken)})
    print(f"{page.name}: {len(one.requests())} request, {active} active elements, {kept} rules of axe kept")
    return wrong


def look_at_docx(folder: Path, pages: list[Blad], told: Counter[str]) -> list[str]:
    """What is wrong with the documents in LibreOffice; leaves a picture of each page."""
    wrong = []
    documents = folder / "word"
    documents.mkdir()
    for blad in pages:
        made = in_form(blad.tekst, "docx", blad.register.bron, blad.sjabloon)
        assert isinstance(made, bytes)
        (documents / f"{blad.naam}.docx").write_bytes(made)
        wrong += [f"{blad.naam}.docx: {fault}" for fault in _faults_of_document(made)]
        if "|---" not in blad.tekst:  # a table stands apart from the paragraphs in a document
            own = " ".join(one.text.replace("\N{BULLET}\t", "") for one in docx.Document(io.BytesIO(made)).paragraphs)
            shown = (folder / f"{blad.naam}.woorden").read_text(encoding="utf-8")
            wrong += [] if own.split() == shown.split() else [f"{blad.naam}: other words in HTML than in the document"]
    _office(documents, "pdf", *sorted(documents.glob("*.docx")))
    for blad in pages:
        if (documents / f"{blad.naam}.pdf").is_file():
            told["documents"] += 1
            hanging = _pictures(documents, blad, "docx", told)
            told["headings that LibreOffice left behind, though the document keeps them"] += len(hanging)
            print("\n".join(hanging), end="\n" if hanging else "")
        else:
            wrong.append(f"{blad.naam}.docx: LibreOffice makes nothing of it")
    return wrong


def _faults_of_document(made: bytes) -> list[str]:
    """What in a document could do something: a field, a link, anything that it would fetch."""
    parts = zipfile.ZipFile(io.BytesIO(made))
    made_document = docx.Document(io.BytesIO(made))
    wrong = [
        f"the heading {one.text[:20]} can hang at the end of a page"
        for one in made_document.paragraphs
        if str(one.style.name).startswith("Heading") and not one.style.paragraph_format.keep_with_next
    ]
    for name in parts.namelist():
        text = parts.read(name)
        wrong += [f"{name} fetches something"] if b'TargetMode="External"' in text else []
        marks = (b"<w:fldSimple", b"<w:instrText", b"<w:hyperlink", b"<w:drawing", b"<w:object")
        wrong += [f"{name} has {mark.decode()}" for mark in marks if mark in text and name == "word/document.xml"]
    return wrong


def _pictures(folder: Path, blad: Blad, form: str, told: Counter[str]) -> list[str]:
    """Pictures of the pages of a document in print; what is wrong: a heading that hangs at the end of a page."""
    pdf = folder / f"{blad.naam}.pdf"
    subprocess.run([_need("pdftoppm"), "-r", "60", "-png", pdf, folder / f"{blad.naam}-{form}"], check=True)
    text = subprocess.run([_need("pdftotext"), "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    headings = {
        "".join("".join(piece.tekst for piece in block.regel).split())
        for block in read_blocks(blad.tekst)
        if isinstance(block, Kop)
    }
    ends = ["".join(page.rstrip().rpartition("\n")[2].split()) for page in text.rstrip("\f").split("\f")]
    told[f"{form} in print"] += len(ends)
    print(f"{blad.naam}.{form}: {len(ends)} pages in print")
    return [
        f"{blad.naam}.{form}: a heading hangs at the end of page {nth}"
        for nth, end in enumerate(ends[:-1], start=1)
        if end and any(heading == end or (len(end) > KORT and heading.endswith(end)) for heading in headings)
    ]


def look_at_letters(register: Register, told: Counter[str]) -> list[str]:
    """What is wrong with the rappels of a region: a sign that a terminal obeys, a draft that is other than its text."""
    wrong = []
    for letter, data in letters_of(register):
        message = email.message_from_bytes(data, policy=email.policy.default)
        told["letters"] += 1
        if not is_allowed(letter.onderwerp + letter.tekst):
            wrong.append("a rappel has a sign that a terminal obeys")
        if message.get_content().split() != letter.tekst.split() or set(message.keys()) - {*KOPPEN}:
            wrong.append("a draft is other than the rappel")
    return wrong


KOPPEN = ("Subject", "To", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version")


def look_at_csv(folder: Path, told: Counter[str]) -> list[str]:
    """What is wrong with a sheet in LibreOffice: a value that was computed, or is another."""
    rows = [[text, 3, -4, date(2026, 11, 23)] for text in VIJANDIG]
    sheet = folder / "lijst.csv"
    data = csv_bytes(("wat", "dagen", "over", "dag"), rows)
    sheet.write_bytes(data)
    meant = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    back = folder / "terug"
    back.mkdir()
    # field separator, text delimiter, UTF-8, from line 1, formatted as shown: 59 is ; and 34 is "
    _office(
        back,
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false",
        sheet,
        options=("--infilter=CSV:59,34,76,1",),
    )
    shown = list(csv.reader(io.StringIO((back / "lijst.csv").read_text("utf-8-sig"), newline=""), delimiter=";"))
    texts = [[row[0] for row in one] for one in (meant, shown)]
    told["rows of csv"] += len(shown)
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


def _office(folder: Path, form: str, *files: Path, options: tuple[str, ...] = ()) -> None:
    profile = folder / "profiel"
    command = [_need("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", *options]
    subprocess.run(
        [*command, "--convert-to", form, "--outdir", folder, *files], check=True, capture_output=True, timeout=300
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
    told: Counter[str] = Counter()
    pages = every_page(folder / "regio")
    wrong = [*look_at_html(folder, pages, told), *look_at_docx(folder, pages, told)]
    wrong += [*look_at_letters(Register(Werkmap(folder / "regio" / "vijandig"), DAG), told), *look_at_csv(folder, told)]
    print(", ".join(f"{number} {what}" for what, number in told.items()))
    print(f"To look at: {folder}")
    for one in wrong:
        print(f"WRONG {one}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
