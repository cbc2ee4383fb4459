"""On which page is each act done? The page that is reached without knowing a number: its own, or the list above it."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

_PARAMETER = re.compile(r"<[^>]+>")

View = tuple[str, str]  # module and name


def act_pages(web: Path) -> Mapping[str, str]:
    """The name of an address by the place of an act, such as ondiris.domains.funds.actions.pay.pay.

    Of several the shortest is taken: the list rather than the form that it leads to.
    """
    views = _views()
    found: dict[str, set[str]] = {}
    for view, acts in _acts_of_views(web):
        if view in views:
            for act in acts:
                found.setdefault(act, set()).add(views[view])
    return {act: min(sorted(pages), key=len) for act, pages in found.items()}


def _views() -> Mapping[View, str]:
    routes = dict(_routes(get_resolver(), "", ""))
    named = {route: name for route, (name, _view) in routes.items() if not _PARAMETER.search(route)}
    heads = ((_PARAMETER.split(route)[0], view) for route, (_name, view) in routes.items())
    return {view: named[head] for head, view in heads if head in named}


def _routes(of: URLResolver, path: str, namespace: str) -> Iterator[tuple[str, tuple[str, View]]]:
    for pattern in of.url_patterns:
        route = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, (namespace, pattern.namespace)))
            yield from _routes(pattern, route, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            name = ":".join(filter(None, (namespace, pattern.name)))
            yield route, (name, (pattern.callback.__module__, pattern.callback.__name__))


def _acts_of_views(web: Path) -> Iterator[tuple[View, set[str]]]:
    """Each function of the pages' code with the acts that it names."""
    for file in sorted(web.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        imported = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module and ".actions." in node.module
            for alias in node.names
        }
        module = ".".join(file.relative_to(web.parents[1]).with_suffix("").parts)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
                yield (module, node.name), {imported[name] for name in names & imported.keys()}
