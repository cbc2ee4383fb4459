"""What holds for all of the code: no clock in the domain, no state written past an act, nothing too long, nothing secret."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "ondiris"
TIMELESS = [SOURCE / "base", SOURCE / "law", SOURCE / "domains"]
CLOCKS = {"today", "now", "localdate", "utcnow", "localtime", "time", "monotonic"}
LONGEST, LONGEST_TEST = 400, 600


def modules(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (file for file in folder.rglob("*.py") if "migrations" not in file.parts)


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", sorted(modules(*TIMELESS)), ids=named)
def test_the_domain_reads_no_clock(file: Path):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            owner = ast.unparse(node.func.value)
            assert owner.rpartition(".")[2] not in {"date", "datetime", "timezone", "time"}, ast.unparse(node)


def test_only_acts_write_a_state():
    """A state given at birth (create) is a keyword; an assignment to `.state` stands in acts.py alone.

    A version of a contract is no thing of its own: the acts on its contract move it, in one place.
    """
    writers = {
        named(file)
        for file in modules(SOURCE)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assign | ast.AugAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute) and target.attr == "state"
    }
    assert writers == {"src/ondiris/base/acts.py", "src/ondiris/domains/contracts/versions.py"}


def test_states_of_many_are_updated_by_acts_alone():
    found = [
        named(file)
        for file in modules(SOURCE)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "update"
        and any(keyword.arg == "state" for keyword in node.keywords)
    ]
    assert found == ["src/ondiris/base/acts.py"]


@pytest.mark.parametrize(
    ("folder", "most"), [(SOURCE, LONGEST), (ROOT / "tests", LONGEST_TEST)], ids=["source", "tests"]
)
def test_files_stay_readable(folder: Path, most: int):
    long = {
        named(file): lines
        for file in modules(folder)
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > most
    }
    assert long == {}


def test_every_module_says_what_it_answers():
    silent = [
        named(file)
        for file in modules(SOURCE)
        if (text := file.read_text(encoding="utf-8").strip())
        and file.name != "apps.py"
        and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_public_functions_say_what_they_do():
    silent = [
        f"{named(file)}: {node.name}"
        for file in modules(SOURCE / "base", SOURCE / "law", SOURCE / "domains")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_money_is_never_a_float():
    found = [
        f"{named(file)}:{node.lineno}"
        for file in modules(*TIMELESS)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
    ]
    assert found == []


def test_files_speak_of_the_product_alone():
    forbidden = re.compile(r"/work/|/root/|/tmp/|\.\./shared|pypi\.org|pythonhosted", re.IGNORECASE)
    found = [
        named(file)
        for file in [*modules(SOURCE), *ROOT.glob("requirements/*"), *ROOT.glob("docs/**/*.md"), ROOT / "Makefile"]
        if file.exists() and forbidden.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []
