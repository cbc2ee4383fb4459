"""Where in the code is which provision cited, and by what?

A citation is read from a registered rule, act, parameter, list, deadline or measure, from a docstring or a refusal of the
domains, or from a page. A comment cites nothing. What a docstring or a refusal stands in names the code: a public
class or function, else the module; inside the body of a rule or an act it is the rule or the act that cites.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import translation

from ondiris.base.acts import Act, Beginning
from ondiris.domains.contracts.rules import RULES as CONTRACTS
from ondiris.domains.customers.rules import RULES as CUSTOMERS
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import DIRECTIONS
from ondiris.law.coverage import Kind
from ondiris.law.deadlines import deadlines
from ondiris.law.parameters import Parameters
from ondiris.law.rulebook import Rule
from ondiris.project.cli.party import LISTS
from ondiris.project.docs.act_pages import act_pages
from ondiris.project.docs.reading import Unit, python, whole
from ondiris.project.docs.registered import acts, beginnings
from ondiris.project.docs.routes import routes
from ondiris.web.showing.lists import TITLES

PACKAGE = Path(__file__).resolve().parents[2]
CODE = ("base", "domains")  # folders of the package that carry out
NO_PAGES = ("ui", "open/law")  # components, and the pages that show every provision alike: they cite nothing

_TAG = re.compile(r"""\{%\s*cite\s+["']([^"']+)["']""")
_TITLE = re.compile(r"""\{% block title %\}\{% translate "([^"]+)" %\}""")


@dataclass(frozen=True, slots=True)
class Named:
    """What cites, by kind and name; `place` is where in the code it stands, such as ondiris.domains.funds.ledger.pay."""

    kind: Kind
    name: str
    title: str = ""
    pages: tuple[tuple[str, ...], ...] = ()
    place: str = ""


def citations(package: Path = PACKAGE) -> Mapping[str, list[Named]]:
    """What cites each provision, in order; a citation that the register does not know is among them."""
    declared = [(provision, named) for provision, named in _declared() if provision]
    at = {named.place: named for _provision, named in declared if named.place}
    found: dict[str, set[Named]] = defaultdict(set)
    for provision, named in (*declared, *_in_code(package, at), *_on_pages(package / "web")):
        found[provision].add(named)
    order = list(Kind)
    return {
        provision: sorted(cited, key=lambda named: (order.index(named.kind), named.name))
        for provision, cited in found.items()
    }


def _declared() -> Iterator[tuple[str, Named]]:
    yield from _rules()
    for measure in MEASURES:
        named = Named(Kind.MEASURE, measure.name, measure.title, (("measure", measure.name),))
        documents = (document.provision for document in measure.documents)
        directions = (provision for provision, _label in DIRECTIONS.values())
        own = (measure.provision, measure.account_provision, measure.goals_provision)
        yield from ((provision, named) for provision in (*own, *documents, *directions))
    done_at = act_pages(PACKAGE / "web")
    # Some cite the thing's own clause, such as that of a measure's account.
    own_clause = {name for name, begun in beginnings().items() if begun.cites is not None}
    done: dict[str, Act[Any] | Beginning[Any]] = {**acts(), **beginnings()}
    for name, act in done.items():
        if name not in own_clause:
            place = _place(act.body)
            pages = ((done_at[place],),) if place in done_at else ()
            yield act.provision, Named(Kind.ACT, name, _english(act.title), pages, place)
    for deadline in deadlines().values():
        yield from ((str(cited), Named(Kind.DEADLINE, deadline.id, deadline.due.en)) for cited in deadline.provisions)
    for parameter in Parameters.load().declared.values():
        kind = Kind.DEADLINE if parameter.name.startswith("deadlines.") else Kind.PARAMETER  # it gives a day, no more
        yield parameter.provision, Named(kind, parameter.name, parameter.label)
    for code, provision in LISTS.items():
        yield provision, Named(Kind.LIST, code, TITLES.get(code, ""), (("lists",),))


def _rules() -> Iterator[tuple[str, Named]]:
    """A rule that several measures share is one means, seen on the page of each."""
    for rule in CUSTOMERS.rules:
        named = Named(Kind.RULE, rule.name, rule.sentence, (("customers",),), _place(rule.body))
        yield from ((cited, named) for cited in {rule.provision, rule.ground} if cited)
    for rule in {rule.name: rule for book in CONTRACTS.values() for rule in book.rules}.values():
        yield rule.provision, Named(Kind.RULE, rule.name, rule.sentence, (), _place(rule.body))
    by_name: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
    for measure in MEASURES:
        for rule in measure.rules.rules:
            by_name[rule.name].append((measure.name, rule))
    for name, found in by_name.items():
        pages = tuple(("measure", measure) for measure in dict.fromkeys(measure for measure, _rule in found))
        first = found[0][1]
        named = Named(Kind.RULE, name, first.sentence, pages, _place(first.body))
        for provision in {rule.provision for _m, rule in found} | {rule.ground for _m, rule in found if rule.ground}:
            yield provision, named


def _english(title: object) -> str:
    """A title as the code has it, whatever language is active."""
    with translation.override("en"):
        return str(title)


def _place(body: object) -> str:
    return f"{body.__module__}.{getattr(body, '__name__', '')}"


def _in_code(package: Path, declared_at: Mapping[str, Named]) -> Iterator[tuple[str, Named]]:
    for folder in CODE:
        for file in python(package / folder):
            module = ".".join(file.relative_to(package).with_suffix("").parts).removesuffix(".__init__")
            for unit in Unit.all_of(file):
                place = f"ondiris.{module}.{unit.name}" if unit.name else f"ondiris.{module}"
                named = declared_at.get(place) or Named(Kind.CODE, place.removeprefix("ondiris."), place=place)
                for provision in (*unit.in_docstrings(), *_refusals(unit.nodes)):
                    yield provision, named


def _refusals(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The provisions that refusals name: `raise Trouble(…, provision="27.4")`."""
    raised = (node.exc for node in nodes if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call))
    for refusal in raised:
        for keyword in refusal.keywords:
            if keyword.arg == "provision" and isinstance(keyword.value, ast.Constant):
                yield str(keyword.value.value)


def _on_pages(web: Path) -> Iterator[tuple[str, Named]]:
    known = routes()
    for file in sorted(set(web.rglob("*.html")) - set((web / "ui").rglob("*.html"))):
        name, text = file.as_posix().rpartition("/templates/")[2], file.read_text(encoding="utf-8")
        if name.startswith(NO_PAGES):
            continue
        title = _TITLE.search(text)
        named = Named(Kind.PAGE, name, title[1] if title else "", _route(known, name))
        yield from ((provision, named) for provision in _TAG.findall(text))
    for file in python(web, without=NO_PAGES):
        name = file.relative_to(web).as_posix()
        named = Named(Kind.PAGE, name, "", _route(known, f"ondiris.web.{name.removesuffix('.py').replace('/', '.')}"))
        yield from ((provision, named) for provision in whole(ast.parse(file.read_text(encoding="utf-8"))))


def _route(known: Mapping[str, str], place: str) -> tuple[tuple[str, ...], ...]:
    return ((known[place],),) if place in known else ()
