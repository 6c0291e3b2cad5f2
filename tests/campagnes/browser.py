"""A page in a headless Chromium, by its own protocol over two pipes: what it asks for, and what is said of it."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WACHT = 60.0


class Browser:
    """A Chromium that is asked one thing after another; ``gebeurtenissen`` are what it told meanwhile."""

    def __init__(self, lees: int, schrijf: int) -> None:
        self._lees, self._schrijf = lees, schrijf
        self._rest, self._nummer = b"", 0
        self.gebeurtenissen: list[dict[str, Any]] = []
        self._sessie = ""

    def open(self, page: Path) -> None:
        """Load ``page``, and wait until nothing happens any more."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._sessie = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.ask(f"{domain}.enable")
        self.gebeurtenissen.clear()
        self.ask("Page.navigate", url=page.as_uri())
        end = time.monotonic() + WACHT
        while not any(one.get("method") == "Page.loadEventFired" for one in self.gebeurtenissen):
            assert time.monotonic() < end, "the page does not load"
            self.ask("Runtime.evaluate", expression="1")
        self.ask("Runtime.evaluate", expression="new Promise(r => setTimeout(r, 300))", awaitPromise=True)

    def requests(self) -> list[str]:
        """The addresses that the page asked for."""
        return [
            one["params"]["request"]["url"]
            for one in self.gebeurtenissen
            if one.get("method") == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[str]:
        """What the browser said against the page, such as a policy that was broken."""
        return [one["params"]["entry"]["text"] for one in self.gebeurtenissen if one.get("method") == "Log.entryAdded"]

    def value(self, expression: str) -> Any:
        """What ``expression`` comes to in the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to one command."""
        self._nummer += 1
        message = {"id": self._nummer, "method": method, "params": params}
        if self._sessie:
            message["sessionId"] = self._sessie
        os.write(self._schrijf, json.dumps(message).encode() + b"\0")
        for answer in self._answers():
            if answer.get("id") == self._nummer:
                assert "error" not in answer, answer
                return answer["result"]
            self.gebeurtenissen.append(answer)
        raise AssertionError("the browser is gone")

    def _answers(self) -> Iterator[dict[str, Any]]:
        while True:
            while b"\0" in self._rest:
                line, _, self._rest = self._rest.partition(b"\0")
                yield json.loads(line)
            part = os.read(self._lees, 1 << 20)
            if not part:
                return
            self._rest += part


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """A Chromium with a profile of its own, closed at the end."""
    to_child, ours_out = os.pipe()
    ours_in, from_child = os.pipe()

    def place() -> None:
        os.dup2(os.dup(to_child), 3)
        os.dup2(os.dup(from_child), 4)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        child = subprocess.Popen(
            [
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                f"--user-data-dir={profile}",
                "--remote-debugging-pipe",
            ],
            preexec_fn=place,  # noqa: PLW1509 - one thread, and the pipes must be 3 and 4
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_child)
        os.close(from_child)
        try:
            yield Browser(ours_in, ours_out)
        finally:
            os.close(ours_out)
            child.terminate()
            child.wait(timeout=WACHT)
            os.close(ours_in)
