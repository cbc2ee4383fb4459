"""Which sentences do templates, rulebooks and parameters say? Extractors for Babel."""

import ast
import tomllib
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

Found = Iterator[Any]


def templates(source: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Found:
    """The sentences of a Django template."""
    code = templatize(source.read().decode())
    yield from extract_python(BytesIO(code.encode()), keywords, comment_tags, options)


def rules(source: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Found:
    """The first line of each rule's docstring, which is the sentence people are shown, besides what is marked."""
    text = source.read()
    yield from extract_python(BytesIO(text), keywords, comment_tags, {**options, "encoding": "utf-8"})
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef) or [a.arg for a in node.args.args] != ["f", "law"]:
            continue
        if words := ast.get_docstring(node):
            yield node.lineno, "gettext", words.partition("\n")[0].strip(), []


def parameters(source: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Found:
    """The labels and units of the shipped parameters, and those of their choices and categories."""
    for parameter in tomllib.load(source)["parameter"]:
        yield from ((1, "gettext", parameter[key], []) for key in ("label", "unit") if parameter.get(key))
        for key in ("choices", "category_labels"):
            yield from ((1, "gettext", label, []) for label in parameter.get(key, {}).values())
