"""A small client of the language server protocol over stdio: what an editor asks of yaml-language-server."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

SECONDS = 30
_CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}},
        "publishDiagnostics": {"versionSupport": True},
    },
}


class Taalserver:
    """A running server on one folder; documents live in its memory only. ``yaml`` are the settings of that name."""

    def __init__(self, command: Sequence[str], folder: Path, yaml: Mapping[str, Any]) -> None:
        self._yaml = {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True, **yaml}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._messages: Queue[dict[str, Any] | None] = Queue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._used: set[str] = set()
        self._requests = 0
        self._configured = False
        self._receiver = Thread(target=self._receive, daemon=True)
        self._receiver.start()
        root = {"uri": folder.as_uri(), "name": folder.name}
        start = {"processId": None, "rootUri": root["uri"], "workspaceFolders": [root], "capabilities": _CAPABILITIES}
        self._request("initialize", start)
        self._notify("initialized", {})
        while not self._configured:
            self._handle(self._next())

    def stop(self) -> None:
        """End the server; nothing can be asked of it hereafter."""
        self._process.kill()
        self._process.wait(SECONDS)
        self._receiver.join(SECONDS)

    def diagnostics(self, files: Sequence[tuple[Path, str]]) -> list[list[dict[str, Any]]]:
        """What the server says of each text when it stands at its path."""
        uris = [self._open(path, text) for path, text in files]
        while not self._diagnostics.keys() >= set(uris):
            self._handle(self._next())
        for uri in uris:
            self._close(uri)
        return [self._diagnostics[uri] for uri in uris]

    def hover(self, path: Path, text: str, line: int, column: int) -> str:
        """The help beside a word; ``line`` and ``column`` count from 0."""
        answer = self._ask("hover", path, text, line, column)
        return answer["contents"]["value"] if answer else ""

    def completion(self, path: Path, text: str, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What may be written at a place, by label."""
        answer = self._ask("completion", path, text, line, column)
        return {item["label"]: item for item in answer["items"]}

    def _ask(self, what: str, path: Path, text: str, line: int, column: int) -> Any:
        uri = self._open(path, text)
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        answer = self._request(f"textDocument/{what}", place)
        self._close(uri)
        return answer

    def _open(self, path: Path, text: str) -> str:
        """Open a document at ``path``, or beside it when that was used before: no answer can be about an older text."""
        uri = path.as_uri()
        if uri in self._used:
            uri = path.with_stem(f"{path.stem}-{len(self._used)}").as_uri()
        self._used.add(uri)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def _close(self, uri: str) -> None:
        self._notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def _request(self, method: str, params: object) -> Any:
        self._requests += 1
        self._send({"id": self._requests, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._requests and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            self._handle(message)

    def _notify(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _handle(self, message: dict[str, Any]) -> None:
        """Keep the diagnostics that the server sends of its own accord, and answer what it asks."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics.setdefault(message["params"]["uri"], message["params"]["diagnostics"])
        elif message.get("method") == "workspace/configuration":
            asked = [item.get("section") for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [self._yaml if section == "yaml" else {} for section in asked]})
            self._configured = True
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        try:
            message = self._messages.get(timeout=SECONDS)
        except Empty:
            raise TimeoutError(f"the server said nothing for {SECONDS} seconds") from None
        if message is None:
            raise EOFError("the server has stopped")
        return message

    def _receive(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.removeprefix(b"Content-Length:"))
            while stream.readline().strip():
                pass
            body = stream.read(length)
            if len(body) == length:
                self._messages.put(json.loads(body))
        self._messages.put(None)
