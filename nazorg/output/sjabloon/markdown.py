"""Text of a dossier in markdown: whatever it holds, it comes out as that text and as nothing else."""

import re

from nazorg.diagnostics.tekst import visible

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~]")
_SPACES = re.compile(r"\s+")
_START = re.compile(r"^ ?(?:(?=[-+=])|[0-9]+(?=[.)]))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINKS = re.compile(r":(?=//)|(?<=\bwww)\.|(?<=\S)@(?=\w)", re.IGNORECASE)


def plain_line(text: str) -> str:
    """``text`` on one line, for a text that nobody interprets: an e-mail, a terminal."""
    return _SPACES.sub(" ", visible(text))


def escape_markdown(text: str) -> str:
    """``text`` on one line, with every sign escaped that CommonMark, or GitHub's form of it, would obey.

    Line ends and runs of spaces become one space; controls and bidirectional signs become ``·``. An ``&`` stands as it
    is (``D&R-plan``) unless it begins an entity. Addresses of pages and of people do not become links.
    """
    line = _SPACES.sub(" ", visible(text))
    line = _SIGNS.sub(lambda match: f"\\{match[0]}", line)
    line = _ENTITY.sub(r"\\&", line)
    line = _LINKS.sub(lambda match: f"\\{match[0]}", line)
    return _START.sub(lambda match: f"{match[0]}\\", line)
