"""The unfinished actions of a werkmap as tasks of taskwarrior, in its own files: its import takes hours for them."""

import csv
import io
import json
import re
import subprocess
import uuid
from datetime import date
from pathlib import Path

from timing import environment

PEILDATUM = date(2026, 11, 23)
_DAY = 86_400
_FAR = 400
"""Days: of an action that is not in the list because it is due later, the day itself says nothing to a peer."""

_ACTIE = re.compile(r"^ {6}- (?:\{id: \w+, wat: |id: \w+$)", re.MULTILINE)
_DONE = re.compile(r"(?:^ {8}|, )status: (?:gedaan|vervallen|niet_mogelijk)\b", re.MULTILINE)
"""As the generator writes actions, in block and in flow style."""


def write_tasks(nazorg: Path, werkmap: Path, folder: Path, now: float) -> int:
    """Tasks in ``folder`` for every action of ``werkmap``; how many.

    What ``te-laat`` lists is due when it says, as many days from ``now`` as from the day that the werkmap belongs to.
    The others are due later, or done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    command = [str(nazorg), "-C", str(werkmap), "te-laat", "--vorm", "tsv", "--peildatum", str(PEILDATUM)]
    said = subprocess.run(command, capture_output=True, check=True, env=environment()).stdout.decode()
    rows = list(csv.DictReader(io.StringIO(said), delimiter="\t", quoting=csv.QUOTE_NONE))
    pending = [_line(row["wat"], row["leefgebied"], "pending", now, _due(row["uiterlijk"], now)) for row in rows]
    texts = [path.read_text(encoding="utf-8") for path in sorted(werkmap.glob("dossiers/*/*.yaml"))]
    every, over = (sum(len(find.findall(text)) for text in texts) for find in (_ACTIE, _DONE))
    later = every - over - len(pending)
    pending += [_line(f"stap {number}", "later", "pending", now, now + _FAR * _DAY) for number in range(later)]
    done = [_line(f"stap {number}", "gedaan", "completed", now, None) for number in range(over)]
    (folder / "pending.data").write_text("".join(pending), encoding="utf-8")
    (folder / "completed.data").write_text("".join(done), encoding="utf-8")
    for name in ("undo.data", "backlog.data"):
        (folder / name).touch()
    (folder / "taskrc").write_text(f"data.location={folder}\nconfirmation=off\nhooks=off\n", encoding="utf-8")
    return len(pending) + len(done)


def _due(text: str, now: float) -> float | None:
    return now + (date.fromisoformat(text) - PEILDATUM).days * _DAY - 3600 if text else None


def _line(wat: str, project: str, status: str, now: float, due: float | None) -> str:
    fields = {
        "description": wat,
        "project": project,
        "status": status,
        "uuid": str(uuid.uuid4()),
        "entry": str(int(now)),
    }
    if due is not None:
        fields["due"] = str(int(due))
    if status == "completed":
        fields["end"] = str(int(now))
    told = " ".join(f"{name}:{json.dumps(value, ensure_ascii=False)}" for name, value in sorted(fields.items()))
    return f"[{told}]\n"
