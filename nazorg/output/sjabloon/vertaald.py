"""Built-in templates as they were compiled, kept where Python keeps what it compiled of the program itself.

Never a region's own: what is kept is run, and nothing that came with dossiers may be.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import compiler
from jinja2.bccache import Bucket, FileSystemBytecodeCache

_MAP = Path(__file__).with_name("__pycache__")


class Vertaald(FileSystemBytecodeCache):
    """Keeps what it may, and finds what was kept whole; whatever is wrong with it, the template is compiled."""

    def __init__(self) -> None:
        super().__init__(str(_MAP), f"sjabloon-%s.{sys.implementation.cache_tag}.bin")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Another sandbox, or another compiler, compiles otherwise."""
        found = (os.stat(path) for path in (compiler.__file__, Path(__file__).with_name("omgeving.py")))
        made_by = "".join(f"{one.st_size} {one.st_mtime_ns} " for one in found)
        return super().get_cache_key(made_by + name, filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - half a file, or another program's: anything can come out of it
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                _MAP.mkdir(exist_ok=True)
                super().dump_bytecode(bucket)
