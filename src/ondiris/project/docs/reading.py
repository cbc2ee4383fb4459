"""How is a citation of a provision recognised in a piece of Python?

In the prose of a docstring it is an id with a point (`27.4`, `25.5:1`), "article 57", or whatever stands in brackets
that hold ids alone: `(57)`, `(42, 27.4)`. A number that belongs to a name (`OpenAPI 3.1`) or is followed by a unit
(`2.5 per cent`) is none. A text that is an id and nothing else cites too, unless a number is made of it
(`Decimal("1.5")`).
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ondiris.law.provisions.ids import NUMBER

_TAIL = "(?:p[1-9])?(?::[1-9][0-9]?)?"
_ID = rf"{NUMBER}(?:\.{NUMBER}){{0,2}}{_TAIL}"
_WITH_A_POINT = re.compile(rf"(?<![\w.])(?<!\d,){NUMBER}(?:\.{NUMBER}){{1,2}}{_TAIL}(?![\w-]|\.\d)")
_ARTICLE = re.compile(rf"\b(?:[Aa]rticle|[Aa]rt\.) ({NUMBER}{_TAIL})(?![\w-]|\.\d)(?! of the)")
_BRACKETS = re.compile(rf"\(({_ID}(?:(?:, |; | and ){_ID})*)\)")
_NAME_BEFORE = re.compile(r"\w*[A-Z]\w*[A-Z]\w* $")
_UNIT_AFTER = re.compile(r"\s?(?:%|per cent|percent|times|thousand|million|billion|tenge|days|seconds|ms\b|s\b)")
_NUMBERS = {"Decimal", "Fraction", "float", "Money", "D"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def in_prose(text: str) -> Iterator[str]:
    """The provisions that a docstring cites."""
    for found in _WITH_A_POINT.finditer(text):
        if not _NAME_BEFORE.search(text[: found.start()]) and not _UNIT_AFTER.match(text, found.end()):
            yield found[0]
    yield from _ARTICLE.findall(text)
    for found in _BRACKETS.finditer(text):
        yield from re.split(", |; | and ", found[1])


def whole(tree: ast.AST) -> Iterator[str]:
    """The texts that are an id and nothing else, and of which no number is made."""
    for node in _without_numbers(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _WITH_A_POINT.fullmatch(node.value):
            yield node.value


def _without_numbers(tree: ast.AST) -> Iterator[ast.AST]:
    yield tree
    for child in ast.iter_child_nodes(tree):
        if not (isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in _NUMBERS):
            yield from _without_numbers(child)


def python(folder: Path, without: Iterable[str] = ()) -> Iterator[Path]:
    """The Python files below a folder, in order, save migrations and what is left out by its path."""
    left_out = [folder / path for path in without]
    for file in sorted(folder.rglob("*.py")):
        if "migrations" not in file.parts and not any(file.is_relative_to(path) for path in left_out):
            yield file


@dataclass(frozen=True, slots=True)
class Unit:
    """A public class or function of a module, with all that stands in it; `name` is empty for the rest of the module."""

    name: str
    nodes: tuple[ast.AST, ...]

    @classmethod
    def all_of(cls, file: Path) -> Iterator[Self]:
        """The units of a file, the module's own last."""
        tree = ast.parse(file.read_text(encoding="utf-8"))
        rest: list[ast.AST] = [tree]
        for node in tree.body:
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
                yield cls(node.name, tuple(ast.walk(node)))
            else:
                rest.extend(ast.walk(node))
        yield cls("", tuple(rest))

    def in_docstrings(self) -> Iterator[str]:
        """The provisions that its docstrings cite."""
        for node in self.nodes:
            if isinstance(node, ast.Module | ast.ClassDef | Function):
                yield from in_prose(ast.get_docstring(node) or "")
