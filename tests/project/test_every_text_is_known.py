"""Is every sentence that the code gives to a translator in the catalogues, also where it stands in an f-string?"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ondiris
from ondiris.project.cli.texts import kept

SOURCE = Path(ondiris.__file__).parent
TRANSLATORS = {"_", "gettext", "gettext_lazy", "N_", "_lazy", "_now"}


def sentences() -> Iterator[str]:
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                    yield first.value


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_sentence_is_in_the_catalogue(language):
    catalogue = kept(language)
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id}
    assert set(sentences()) - known == set()
