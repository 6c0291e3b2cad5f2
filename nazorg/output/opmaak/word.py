"""Blocks as a document for a word processor, on the region's own paper where there is some. The only user of docx."""

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from nazorg.errors import UsageError
from nazorg.output.opmaak.stukken import Alinea, Blok, Citaat, Code, Kop, Lijst, Regel, Tabel, title_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import Length
    from docx.table import _Row
    from docx.text.paragraph import Paragraph
    from docx.text.parfmt import ParagraphFormat

INSPRONG = 0.6
"""How far a list stands in, per level; in centimetres."""

ACHTER_LIJST = 6
"""In points: as much as behind a paragraph and a point of a list together."""

BOLLETJE = "\N{BULLET}"


def as_docx(blocks: Sequence[Blok], basis: bytes | None, taal: str = "nl-NL") -> bytes:
    """The document, behind what stands in ``basis``. Every text is a run: nothing in it is a field or a link.

    Raises ``UsageError`` where python-docx is not installed, or cannot make anything of ``basis``.
    """
    document = _open(basis)
    if basis is None:
        _own_paper(document, taal)
    document.core_properties.title = title_of(blocks)
    _Schrijver(document).blocks(blocks, 0)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _open(basis: bytes | None) -> "Document":
    try:
        import docx
    except ImportError:
        raise UsageError(
            "Voor een Word-bestand ontbreekt het onderdeel python-docx.",
            "Vraag uw beheerder: pip install python-docx. Of kies --vorm html.",
        ) from None
    try:
        return docx.Document(io.BytesIO(basis) if basis is not None else None)
    except Exception:  # noqa: BLE001 - a document that came with the files: anything can come out of reading it
        raise UsageError(
            "Het basisdocument templates/basis.docx is niet te openen.", "Sla het in Word opnieuw op als .docx."
        ) from None


def _own_paper(document: "Document", taal: str) -> None:
    """A4 in a plain letter, in the language of the text, where the region has no paper of its own."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
    styles: Any = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    for level, size in ((1, 16), (2, 13), (3, 11)):
        heading = styles[f"Heading {level}"]
        heading.font.size, heading.font.color.rgb = Pt(size), RGBColor(0x1A, 0x1A, 0x1A)
        heading.font.name = "Calibri"
        heading.paragraph_format.space_after = Pt(4)
        fonts = heading.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), taal)


def _points(number: float) -> "Length":
    from docx.shared import Pt

    return Pt(number)


class _Schrijver:
    """Puts blocks at the end of a document."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._last: ParagraphFormat  # of the last paragraph that was put there
        self._styles = {str(style.name) for style in document.styles}

    def blocks(self, blocks: Sequence[Blok], level: int) -> None:
        """What announces a list stays on the page where that begins; behind a whole list there is room."""
        for block, following in pairwise((*blocks, None)):
            assert block is not None
            self._block(block, level)
            if isinstance(block, Alinea) and isinstance(following, Lijst):
                self._last.keep_with_next = True
            elif isinstance(block, Lijst) and not level:
                self._last.space_after = _points(ACHTER_LIJST)

    def _block(self, block: Blok, level: int) -> None:
        if isinstance(block, Kop):
            paragraph = self._paragraph(f"Heading {block.niveau}", level)
            self._line(paragraph, block.regel, bold=f"Heading {block.niveau}" not in self._styles)
        elif isinstance(block, Alinea):
            self._line(self._paragraph("Normal", level), block.regel)
        elif isinstance(block, Lijst):
            self._list(block, level)
        elif isinstance(block, Tabel):
            self._table(block)
        elif isinstance(block, Citaat):
            self.blocks(block.blokken, level + 1)
        elif isinstance(block, Code):
            self._paragraph("Normal", level).add_run(block.tekst).font.name = "Consolas"
        else:
            self._paragraph("Normal", level).add_run("\N{EM DASH}" * 3)

    def _list(self, lijst: Lijst, level: int) -> None:
        for nth, point in enumerate(lijst.punten):
            mark = BOLLETJE if lijst.begin is None else f"{lijst.begin + nth}."
            first, *rest = point or (Alinea(()),)
            if isinstance(first, Alinea):
                self._line(self._point(mark, level), first.regel)
            else:
                self._point(mark, level)
                rest = [first, *rest]
            if rest:
                self._last.keep_with_next = True
            self.blocks(rest, level + 1)

    def _point(self, mark: str, level: int) -> "Paragraph":
        """A paragraph with its mark hanging in front: no numbering of the paper is needed, or disturbed."""
        from docx.shared import Cm

        paragraph = self._paragraph("Normal", level + 1)
        form = paragraph.paragraph_format
        form.first_line_indent, form.space_after = Cm(-INSPRONG), _points(2)
        form.tab_stops.add_tab_stop(Cm(INSPRONG * (level + 1)))
        paragraph.add_run(f"{mark}\t")
        return paragraph

    def _table(self, tabel: Tabel) -> None:
        table = self._document.add_table(rows=0, cols=max(len(tabel.kop), 1))
        if "Table Grid" in self._styles:
            table.style = "Table Grid"
        for nth, row in enumerate((tabel.kop, *tabel.rijen)):
            added = table.add_row()
            self._keep(added, is_head=nth == 0)
            for cell, line in zip(added.cells, row, strict=False):
                self._line(cell.paragraphs[0], line, bold=nth == 0)

    @staticmethod
    def _keep(row: "_Row", *, is_head: bool) -> None:
        """A row does not break over two pages, and the first one stands above the table on every page."""
        from docx.oxml import OxmlElement

        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no name for it
        for name in ("w:cantSplit", *(["w:tblHeader"] if is_head else [])):
            properties.append(OxmlElement(name))

    def _paragraph(self, style: str, level: int) -> "Paragraph":
        from docx.shared import Cm

        paragraph = self._document.add_paragraph(style=style if style in self._styles else None)
        self._last = paragraph.paragraph_format
        if level:
            self._last.left_indent = Cm(INSPRONG * level)
        return paragraph

    def _line(self, paragraph: "Paragraph", line: Regel, *, bold: bool = False) -> None:
        for piece in line:
            run = paragraph.add_run()
            if piece.regeleinde:
                run.add_break()
                continue
            run.text = piece.tekst
            run.bold, run.italic = (piece.vet or bold) or None, piece.schuin or None
            if piece.code:
                run.font.name = "Consolas"
