"""The programs that the product is held against: where they are, how they are installed, which versions they have."""

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

_LIST = """
import json, sys
from importlib.metadata import PackageNotFoundError, version
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        pass
print(json.dumps({"python": sys.version.split()[0]} | found))
"""


def make_check_jsonschema(cache: Path, clib: bool) -> Path:
    """The executable of check-jsonschema; ``clib`` adds ruamel.yaml.clib, its C parser. As ``make_peer`` does."""
    name = f"check-jsonschema{'-clib' if clib else ''}"
    return make_peer(cache, name, ["check-jsonschema", *(["ruamel.yaml.clib"] if clib else [])], "check-jsonschema")


def make_yamllint(cache: Path) -> Path:
    """The executable of yamllint. As ``make_peer`` does."""
    return make_peer(cache, "yamllint", ["yamllint"], "yamllint")


def make_peer(cache: Path, name: str, packages: Sequence[str], program: str) -> Path:
    """The executable ``program`` in a venv below ``cache``, made (with pip) when it is not there yet.

    Raises ``CalledProcessError`` when pip fails.
    """
    folder = cache / f"{name}-py{sys.version_info.major}.{sys.version_info.minor}"
    ready = folder / "ready"
    if not ready.exists():
        print(f"making {folder}", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *packages], check=True, stdout=sys.stderr)
        ready.touch()
    return folder / "bin" / program


def version_of(program: str) -> str:
    """The first line of what ``program`` says of its version; empty where it is not installed."""
    if shutil.which(program) is None:
        return ""
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]


def versions(python: Path, packages: Sequence[str]) -> dict[str, str]:
    """The versions of ``python`` itself and of those ``packages`` that it has."""
    done = subprocess.run([str(python), "-c", _LIST, *packages], capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def python_beside(executable: Path) -> Path:
    """The Python of the environment in which ``executable`` is installed; our own where there is none beside it."""
    beside = executable.parent / "python"
    return beside if beside.exists() else Path(sys.executable)
