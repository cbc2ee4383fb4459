"""How do tests run the Open Contracting Partnership's own validator, libcoveocds, over a package?

It is an outside program under the AGPL and no part of this product: it is run where it is found, by ONDIRIS_LIBCOVEOCDS or
on the path, and `.ci/run` makes it a place of its own.
"""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tests.ocds.standard_schema import EXTENSION, FOLDER

PROGRAM = os.environ.get("ONDIRIS_LIBCOVEOCDS") or shutil.which("libcoveocds")
ABSENT = "libcoveocds is not here: name it in ONDIRIS_LIBCOVEOCDS or put it on the path"
# What it may say against a package.
FINDINGS = (
    "validation_errors",
    "additional_checks",
    "conformance_errors",
    "structure_warnings",
    "additional_fields",
    "additional_closed_codelist_values",
    "additional_open_codelist_values",
    "deprecated_fields",
)


class Quiet(SimpleHTTPRequestHandler):
    """The files of the extension, at the address that the packages name."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/open-data/extension"))

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads it."""


@contextmanager
def serving() -> Iterator[str]:
    """The host and port at which the extension's files are served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(EXTENSION)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def standard_in(folder: Path) -> Path:
    """The standard's schema, packed into the folder as the program takes it.

    It would fetch the schema of versioned releases from its address; we publish none, so that reference is left out.
    """
    packed = folder / "standard.zip"
    with ZipFile(packed, "w") as archive:
        archive.mkdir("standard")
        for file in sorted(FOLDER.rglob("*.*")):
            text = file.read_text(encoding="utf-8")
            if file.name == "record-package-schema.json":
                schema = json.loads(text)
                del schema["definitions"]["record"]["properties"]["versionedRelease"]["$ref"]
                text = json.dumps(schema)
            archive.writestr(f"standard/schema/{file.relative_to(FOLDER).as_posix()}", text)
    return packed


def checked(package: dict[str, Any], standard: Path) -> dict[str, Any]:
    """What the program says of a package."""
    file = standard.with_name("package.json")
    file.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")
    command = [str(PROGRAM), "--standard-zip", str(standard), str(file)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=120,
        env={"PATH": "/usr/bin:/bin", "HOME": str(standard.parent)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def against(said: dict[str, Any]) -> dict[str, Any]:
    """What of its answer speaks against the package."""
    return {name: said[name] for name in FINDINGS if said.get(name)}
