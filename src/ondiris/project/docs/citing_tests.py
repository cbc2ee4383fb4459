"""Which tests cite which provisions, and which of the things that carry them out?

A test is a function `test_…` of a file `test_….py`; what stands beside such functions (the file's docstring, helpers,
constants) is said by the file as a whole. A test cites a provision

- in its docstring, or that of its class, in the words that `reading` knows;
- by a text that is its id: `"25.5:1"` and `"13.5.10-1"` can be nothing else, while `"27.4"` could be a number and
  counts only where the statement or the parametrisation that holds it speaks of a provision, a ground, a citation,
  an article or a clause: `assert entry.provision == "27.4"`, `parametrize(("provision", …), [("27.4", …)])`.

It cites a rule, an act, a parameter or a list by a text that is its name (`"claim.demand"`) or by being named after it
(`test_is_operating`), and anything by using it: a name imported from the place where the thing is defined. To import
alone is not to use, and neither is to read a constant of a module.

Tests of what treats all provisions alike, such as the register, its pages and these very pages, are left out: there
provisions are samples.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ondiris.law.coverage import Kind
from ondiris.project.docs.citations import PACKAGE, Named
from ondiris.project.docs.reading import Function, in_prose, python, whole

TESTS = PACKAGE.parents[1] / "tests"
SAMPLES = ("base", "law", "web/ui", "web/open/law", "web/open/test_law.py", "api/law", "api/test_law.py",
           "api/test_description.py", "api/test_coverage.py", "web/open/test_coverage.py",
           "project/docs", "project/test_docs.py", "project/test_coverage.py")  # fmt: skip
BY_NAME = (Kind.RULE, Kind.ACT, Kind.PARAMETER, Kind.LIST)

_SPEAKS_OF_PROVISIONS = re.compile("provision|ground|cite|citation|article|clause")
_ONE_READING = re.compile(r".*[:p-].*|[^.]*\.[^.]*\..*")


@dataclass(frozen=True, slots=True)
class CitingTests:
    """The tests by provision and by what carries out; a test is `domains/recovery/test_formula.py::test_rounds`."""

    provisions: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    named: Mapping[Named, set[str]] = field(default_factory=lambda: defaultdict(set))


def citing_tests(named: Iterable[Named], folder: Path = TESTS) -> CitingTests:
    """What the tests of a folder cite; of `named`, which of them."""
    all_named = sorted(set(named), key=lambda one: (one.kind, one.name))
    by_name = {one.name: one for one in all_named if one.kind in BY_NAME}
    by_place = {one.place: one for one in all_named if one.place}
    found = CitingTests()
    for file in (file for file in python(folder, without=SAMPLES) if file.name.startswith("test_")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        imported = dict(_imported(tree))
        for name, nodes in _tests(tree):
            test = "::".join(filter(None, (file.relative_to(folder).as_posix(), name)))
            for provision in _cited(nodes):
                found.provisions[provision].add(test)
            for one in (*_by_name(name, nodes, by_name), *_used(nodes, imported, by_place)):
                found.named[one].add(test)
    return found


def _tests(tree: ast.Module) -> Iterator[tuple[str, list[ast.AST]]]:
    """The tests of a file with what stands in them, then the rest of the file by an empty name."""
    rest: list[ast.AST] = []
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        tests = [one for one in inner if isinstance(one, Function) and one.name.startswith("test_")]
        if not tests:
            rest.append(node)
            continue
        of_class = ast.get_docstring(node) if isinstance(node, ast.ClassDef) else None
        for test in tests:
            yield test.name, [test, *([ast.Expr(ast.Constant(of_class))] if of_class else [])]
    yield "", [ast.Module([statement], []) if isinstance(statement, ast.Expr) else statement for statement in rest]


def _cited(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        for inner in ast.walk(node):
            if (
                isinstance(inner, ast.Expr)
                and isinstance(inner.value, ast.Constant)
                and isinstance(inner.value.value, str)
            ):
                yield from in_prose(inner.value.value)
        for phrase in _phrases(node):
            spoken = any(_SPEAKS_OF_PROVISIONS.search(word) for word in _words(phrase))
            yield from (text for text in whole(phrase) if spoken or _ONE_READING.fullmatch(text))


def _phrases(node: ast.AST) -> Iterator[ast.AST]:
    """What is read together: a simple statement, the head of a compound one, a decorator."""
    if not hasattr(node, "body") or isinstance(node, ast.Lambda | ast.IfExp):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from _phrases(child)


def _words(phrase: ast.AST) -> Iterator[str]:
    for node in ast.walk(phrase):
        for word in (getattr(node, name, None) for name in ("id", "attr", "arg", "value")):
            if isinstance(word, str):
                yield word


def _by_name(test: str, nodes: Iterable[ast.AST], known: Mapping[str, Named]) -> Iterator[Named]:
    texts = {inner.value for node in nodes for inner in ast.walk(node) if isinstance(inner, ast.Constant)}
    for text in (test.removeprefix("test_"), *(text for text in texts if isinstance(text, str))):
        if text in known:
            yield known[text]


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.asname, alias.name) for alias in node.names if alias.asname)


def _used(nodes: Iterable[ast.AST], imported: Mapping[str, str], by_place: Mapping[str, Named]) -> Iterator[Named]:
    for node in nodes:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Name | ast.Attribute) and (place := _place(inner, imported)):
                if place in by_place:
                    yield by_place[place]
                module, _, name = place.rpartition(".")
                if module in by_place and not name.isupper():
                    yield by_place[module]


def _place(node: ast.expr, imported: Mapping[str, str]) -> str:
    """Where what a name or an attribute stands for is defined: empty where it was not imported."""
    if isinstance(node, ast.Name):
        return imported.get(node.id, "")
    if isinstance(node, ast.Attribute) and (owner := _place(node.value, imported)):
        return f"{owner}.{node.attr}"
    return ""
