"""The programs that the product is held against: where they are, how they are installed, which versions they have."""

import json
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
    """The executable of check-jsonschema in a venv below ``cache``, made (with pip) when it is not there yet.

    ``clib`` adds ruamel.yaml.clib, its C parser. Raises ``CalledProcessError`` when pip fails.
    """
    name = f"check-jsonschema{'-clib' if clib else ''}-py{sys.version_info.major}.{sys.version_info.minor}"
    folder = cache / name
    executable = folder / "bin" / "check-jsonschema"
    ready = folder / "ready"
    if not ready.exists():
        print(f"making {folder}", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        packages = ["check-jsonschema", *(["ruamel.yaml.clib"] if clib else [])]
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *packages], check=True, stdout=sys.stderr)
        ready.touch()
    return executable


def versions(python: Path, packages: Sequence[str]) -> dict[str, str]:
    """The versions of ``python`` itself and of those ``packages`` that it has."""
    done = subprocess.run([str(python), "-c", _LIST, *packages], capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def python_beside(executable: Path) -> Path:
    """The Python of the environment in which ``executable`` is installed; our own where there is none beside it."""
    beside = executable.parent / "python"
    return beside if beside.exists() else Path(sys.executable)
