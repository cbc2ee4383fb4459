"""On which page is what a provision gives or asks for exercised? Read from citations, for the pages of the law.

The pages may not read the code; so what is found is written into the package and checked to be as the code has it.
"""

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

from ondiris.domains.measures.catalogue import MEASURES
from ondiris.project.docs.citations import PACKAGE, WEB, Way, citations
from ondiris.project.docs.registered import acts, beginnings

FILE = PACKAGE / "web" / "showing" / "exercised.json"
_OF_A_MEASURE = (Way.RULE, Way.GROUND, Way.MEASURE)
_TITLE = re.compile(r"""\{% block title %\}\{% translate ["']([^"']+)["'] %\}\{% endblock %\}""")
_PARAMETER = re.compile(r"<[^>]+>")

View = tuple[str, str]  # module and name


@dataclass(frozen=True, slots=True)
class _Code:
    """What the function of a view names: acts by module and name, and templates."""

    acts: frozenset[View]
    templates: frozenset[str]


def made() -> str:
    """The file's text: by provision, where it is exercised: an English title, the name of a page, its argument."""
    places = defaultdict(set)
    for provision, cited in citations().items():
        for citation in cited:
            for place in _places(citation.way, citation.name):
                places[str(provision)].add(place)
    order = {str(provision): place for place, provision in enumerate(citations())}
    shown = {
        provision: [{"title": title, "page": page, **({"of": of} if of else {})} for title, page, of in sorted(found)]
        for provision, found in sorted(places.items(), key=lambda item: order[item[0]])
    }
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def is_stale() -> bool:
    """Whether the file says something else than the code does."""
    return not FILE.exists() or FILE.read_text(encoding="utf-8") != made()


def write() -> bool:
    """Bring the file up to date; whether it had to be."""
    if stale := is_stale():
        FILE.write_text(made(), encoding="utf-8")
    return stale


def _places(way: Way, name: str) -> Iterator[tuple[str, str, str]]:
    """Title, page and its argument of each place where a citation is at work."""
    if way in _OF_A_MEASURE:
        for measure in MEASURES:
            if name == measure.name or name in {rule.name for rule in measure.rules.rules}:
                yield measure.title, "measure", measure.name
    elif way is Way.ACT:
        done = acts().get(name) or beginnings()[name]
        with translation.override("en"):
            title = str(done.title)
        if pages := _pages_that_name(act=(done.body.__module__, done.body.__name__)):
            yield title, min(pages, key=len), ""  # the list rather than the form that it leads to
    elif way is Way.PAGE and name.endswith(".html") and (title := _title_of(name)):
        for page in _pages_that_name(template=name):
            yield title, page, ""


def _pages_that_name(act: View | None = None, template: str | None = None) -> list[str]:
    views = _views()
    return [
        views[view]
        for view, code in _code().items()
        if view in views and (act in code.acts or template in code.templates)
    ]


def _title_of(template: str) -> str:
    """The title of a template that is the same for every thing; empty where it depends on the thing."""
    found = _TITLE.search((WEB / "templates" / template).read_text(encoding="utf-8"))
    return found[1] if found else ""


@cache
def _views() -> Mapping[View, str]:
    """The page on which each view is reached without knowing a number: its own, or the list above it."""
    routes = dict(_routes(get_resolver(), "", ""))
    named = {route: name for route, (name, _view) in routes.items() if not _PARAMETER.search(route)}
    found: dict[View, str] = {}
    for route, (_name, view) in routes.items():
        steps = _PARAMETER.split(route)[0]
        if steps in named:
            found[view] = named[steps]
    return found


def _routes(of: URLResolver, path: str, namespace: str) -> Iterator[tuple[str, tuple[str, View]]]:
    for pattern in of.url_patterns:
        route = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, (namespace, pattern.namespace)))
            yield from _routes(pattern, route, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            name = ":".join(filter(None, (namespace, pattern.name)))
            yield route, (name, (pattern.callback.__module__, pattern.callback.__name__))


@cache
def _code() -> Mapping[View, _Code]:
    """What each function of the pages' code names."""
    found: dict[View, _Code] = {}
    for file in sorted(WEB.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        imported = {
            alias.asname or alias.name: (node.module, alias.name)
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module and ".actions." in node.module
            for alias in node.names
        }
        module = ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                found[module, node.name] = _of_function(node, imported)
    return found


def _of_function(function: ast.FunctionDef, imported: Mapping[str, View]) -> _Code:
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    texts = {node.value for node in ast.walk(function) if isinstance(node, ast.Constant)}
    return _Code(
        acts=frozenset(imported[name] for name in names & imported.keys()),
        templates=frozenset(text for text in texts if isinstance(text, str) and text.endswith(".html")),
    )
