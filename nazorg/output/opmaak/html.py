"""Blocks as one page of HTML: no script, nothing from elsewhere, to print and for everyone to read."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from html import escape

from nazorg.output.opmaak.stukken import Alinea, Blok, Citaat, Code, Kop, Lijst, Regel, Stuk, Tabel, title_of

STIJL = """\
:root{color-scheme:light}
body{margin:0;background:#fff;color:#1a1a1a;font:1rem/1.5 "Segoe UI",system-ui,"Liberation Sans",sans-serif}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:break-word}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.2rem;line-height:1.3;margin:1.75rem 0 .5rem;padding-top:.5rem;border-top:1px solid #6b6b6b}
h3{font-size:1.05rem;margin:1.25rem 0 .4rem}
p,ul,ol{margin:0 0 .6rem}
ul,ol{padding-left:1.4rem}
li{margin:.2rem 0}
li>p{margin:0}
table{border-collapse:collapse;margin:0 0 .8rem;width:100%}
th,td{border:1px solid #6b6b6b;padding:.3rem .5rem;text-align:left;vertical-align:top}
td{overflow-wrap:anywhere}
th{background:#f0f0f0}
blockquote{margin:0 0 .6rem;padding-left:.8rem;border-left:3px solid #6b6b6b}
pre{white-space:pre-wrap;margin:0 0 .6rem}
code,pre{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:.95em}
a{color:#0b4f9e;text-decoration:underline}
@page{size:A4;margin:18mm 16mm}
@media print{body{font-size:10.5pt}main{max-width:none;padding:0}h1,h2,h3{break-after:avoid}li,tr{break-inside:avoid}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin:1.1rem 0 .35rem;padding-top:.35rem}
h3{font-size:1rem;margin:.8rem 0 .3rem}
p:has(+ul),p:has(+ol){break-after:avoid}}
"""


def as_html(blocks: Sequence[Blok], taal: str = "nl") -> str:
    """A whole page in the language ``taal``. Its policy forbids everything but its own style, word for word."""
    digest = b64encode(hashlib.sha256(STIJL.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = " ".join(title_of(blocks).split()) or "Nazorg"
    return (
        f'<!doctype html>\n<html lang="{escape(taal)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{STIJL}</style>\n</head>\n<body>\n<main>\n"
        f"{_blocks(blocks)}</main>\n</body>\n</html>\n"
    )


def _blocks(blocks: Sequence[Blok]) -> str:
    return "".join(f"{_block(one)}\n" for one in blocks)


def _block(block: Blok) -> str:
    if isinstance(block, Kop):
        return f"<h{block.niveau}>{_line(block.regel)}</h{block.niveau}>"
    if isinstance(block, Alinea):
        return f"<p>{_line(block.regel)}</p>"
    if isinstance(block, Lijst):
        return _list(block)
    if isinstance(block, Tabel):
        return _table(block)
    if isinstance(block, Citaat):
        return f"<blockquote>\n{_blocks(block.blokken)}</blockquote>"
    if isinstance(block, Code):
        return f"<pre>{escape(block.tekst)}</pre>"
    return "<hr>"


def _list(lijst: Lijst) -> str:
    tag, start = ("ul", "") if lijst.begin is None else ("ol", f' start="{lijst.begin}"')
    points = "".join(f"<li>{_blocks(point).rstrip()}</li>\n" for point in lijst.punten)
    return f"<{tag}{start}>\n{points}</{tag}>"


def _table(tabel: Tabel) -> str:
    head = "".join(f'<th scope="col">{_line(cell)}</th>' for cell in tabel.kop)
    body = "".join(f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>\n" for row in tabel.rijen)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


def _line(line: Regel) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Stuk) -> str:
    if piece.regeleinde:
        return "<br>"
    text = escape(piece.tekst)
    for tag, wanted in (("code", piece.code), ("em", piece.schuin), ("strong", piece.vet)):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return f'<a href="{escape(piece.adres)}" rel="noreferrer">{text}</a>' if piece.adres else text
