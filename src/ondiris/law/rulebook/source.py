"""What does the source of a rule say, and has it changed?

A fingerprint must not move with the version of Python, with layout, or with the wording of the sentence, and must
move with everything that can change an answer. So a rule names nothing but its arguments and the few words below.
"""

import ast
import hashlib
import inspect
import json
import textwrap
from collections.abc import Callable
from typing import Any

ALLOWED = {"when", "Decimal", "date"}


class WrongSource(ValueError):
    """The body of a rule uses what a rule may not use, or cannot be read."""


def parse(function: Callable[..., Any]) -> ast.FunctionDef:
    """The function's tree. WrongSource where it has no source or no plain body."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    except (OSError, TypeError, SyntaxError) as error:
        raise WrongSource("the source of the rule cannot be read") from error
    if not isinstance(tree, ast.FunctionDef):
        raise WrongSource("a rule is a function defined with def")
    return tree


def check_names(tree: ast.FunctionDef) -> None:
    """WrongSource where the body names something other than its arguments, its own names and ALLOWED."""
    arguments = {argument.arg for argument in tree.args.args}
    if len(arguments) != 2:
        raise WrongSource("a rule takes two arguments: the facts and the law")
    nodes = [node for statement in tree.body for node in ast.walk(statement)]
    own = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in nodes:
        if isinstance(node, ast.Name) and node.id not in arguments | own | ALLOWED:
            raise WrongSource(f"{node.id!r} may not stand in a rule: it reads facts and the law, nothing else")
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            raise WrongSource(f'{node.value!r} is a float; write an int or Decimal("…")')
        if isinstance(node, ast.Div | ast.FloorDiv):
            raise WrongSource("`/` rounds; compare shares by multiplication")


def fingerprint(tree: ast.FunctionDef, **besides: object) -> str:
    """SHA-256 of the body without its docstring, its argument names and what is given besides."""
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    said = [[argument.arg for argument in tree.args.args], [_plain(node) for node in body], besides]
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def _plain(node: object) -> object:
    """A tree as lists, without positions, contexts and the empty fields that differ between versions."""
    if isinstance(node, ast.AST):
        fields = ((name, value) for name, value in ast.iter_fields(node) if name not in ("ctx", "kind"))
        return [type(node).__name__, {name: _plain(value) for name, value in fields if value not in (None, [])}]
    if isinstance(node, list):
        return [_plain(item) for item in node]
    return repr(node)
