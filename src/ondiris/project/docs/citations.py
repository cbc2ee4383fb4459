"""Where in the code is which provision cited, and as what?

A citation is read from a registered rule, act, parameter or measure, from a docstring or a refusal of the domains,
from a page, or from a test. A comment cites nothing.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ondiris.domains.customers.rules import RULES as CUSTOMERS
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import DIRECTIONS
from ondiris.law.parameters import Parameters
from ondiris.law.provisions.ids import NUMBER, ProvisionId
from ondiris.law.provisions.load import register
from ondiris.project.docs.registered import acts, beginnings

PACKAGE = Path(__file__).resolve().parents[2]
ROOT = PACKAGE.parents[1]
CODE = (PACKAGE / "base", PACKAGE / "domains")
WEB = PACKAGE / "web"
UI = WEB / "ui"  # components say what a citation looks like; they cite nothing
TESTS = ROOT / "tests"
NO_TESTS = (TESTS / "law", TESTS / "web" / "ui")  # there provisions are samples

_CITED = re.compile(rf"(?<![\w.]){NUMBER}(?:\.{NUMBER}){{1,2}}(?:p[1-9])?(?::[1-9][0-9]?)?(?![\w-]|\.\d)")
_TAG = re.compile(r"""\{%\s*cite\s+["']([^"']+)["']""")


class Way(StrEnum):
    """As what is a provision cited?"""

    RULE = "rule"
    GROUND = "ground of"
    ACT = "act"
    PARAMETER = "parameter"
    MEASURE = "measure"
    CODE = "code"
    PAGE = "page"
    TEST = "test"


CARRIES_OUT = (Way.RULE, Way.GROUND, Way.ACT, Way.PARAMETER, Way.MEASURE, Way.CODE)


@dataclass(frozen=True, slots=True)
class Citation:
    """One place that cites a provision: a rule's name, an act's, a module's, a file's."""

    provision: str
    way: Way
    name: str


def citations() -> Mapping[ProvisionId, list[Citation]]:
    """The citations of each registered provision, in order; those of provisions not registered are left out."""
    known = {str(provision): provision for provision in register()}
    found: dict[ProvisionId, set[Citation]] = defaultdict(set)
    for citation in (*_declared(), *_in_code(), *_on_pages(), *_in_tests()):
        if citation.provision in known:
            found[known[citation.provision]].add(citation)
    order = list(Way)
    return {
        provision: sorted(cited, key=lambda citation: (order.index(citation.way), citation.name))
        for provision, cited in found.items()
    }


def _declared() -> Iterator[Citation]:
    for book in (*(measure.rules for measure in MEASURES), CUSTOMERS):
        for rule in book.rules:
            yield Citation(rule.provision, Way.RULE, rule.name)
            if rule.ground and rule.ground != rule.provision:
                yield Citation(rule.ground, Way.GROUND, rule.name)
    for measure in MEASURES:
        documents = (document.provision for document in measure.documents)
        for provision in (measure.provision, measure.account_provision, measure.goals_provision, *documents):
            yield Citation(provision, Way.MEASURE, measure.name)
        for provision, _label in DIRECTIONS.values():
            yield Citation(provision, Way.MEASURE, measure.name)
    for name, act in acts().items():
        yield Citation(act.provision, Way.ACT, name)
    for name, beginning in beginnings().items():
        if beginning.cites is None:  # else the thing's own clause is cited, such as that of a measure's account
            yield Citation(beginning.provision, Way.ACT, name)
    for parameter in Parameters.load().declared.values():
        yield Citation(parameter.provision, Way.PARAMETER, parameter.name)


def _in_code() -> Iterator[Citation]:
    for file in _python(*CODE):
        module = ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for provision in (*_docstrings(tree), *_refusals(tree)):
            yield Citation(provision, Way.CODE, module)


def _on_pages() -> Iterator[Citation]:
    for file in sorted(set(WEB.rglob("*.html")) - set(UI.rglob("*.html"))):
        name = file.as_posix().rpartition("/templates/")[2]
        for provision in _TAG.findall(file.read_text(encoding="utf-8")):
            yield Citation(provision, Way.PAGE, name)
    for file in _python(WEB, without=(UI,)):
        for provision in _whole(ast.parse(file.read_text(encoding="utf-8"))):
            yield Citation(provision, Way.PAGE, file.relative_to(WEB).as_posix())


def _in_tests() -> Iterator[Citation]:
    for file in _python(TESTS, without=NO_TESTS):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for provision in (*_docstrings(tree), *_whole(tree)):
            yield Citation(provision, Way.TEST, file.relative_to(TESTS).as_posix())


def _python(*folders: Path, without: Iterable[Path] = ()) -> Iterator[Path]:
    passed_over = tuple(without)
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            if "migrations" not in file.parts and not any(file.is_relative_to(one) for one in passed_over):
                yield file


def _docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield from _CITED.findall(ast.get_docstring(node) or "")


def _refusals(tree: ast.Module) -> Iterator[str]:
    """The provisions that refusals name: `raise Trouble(…, provision="27.4")`."""
    raised = (node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call))
    for refusal in raised:
        for keyword in refusal.keywords:
            if keyword.arg == "provision" and isinstance(keyword.value, ast.Constant):
                yield str(keyword.value.value)


def _whole(tree: ast.Module) -> Iterator[str]:
    """The texts that are an id and nothing else."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CITED.fullmatch(node.value):
            yield node.value
