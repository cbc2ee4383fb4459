"""How does a rule read facts and parameters, so that each read is known?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from ondiris.law.parameters import Parameters, UnknownParameter
from ondiris.law.rulebook.expressions import Expression
from ondiris.law.rulebook.facts import Facts, UnknownFact
from ondiris.law.types import Choice, Code

Resolve = Callable[[str, str | None], Any]  # parameter, category → its value, None where none is established


@dataclass(frozen=True)
class Read:
    """A parameter that a rule reads; `by` is the fact that gives the category."""

    name: str
    by: str | None = None

    def __str__(self) -> str:
        return self.name if self.by is None else f"{self.name}, {self.by}"


class FactReader:
    """`f` of a rule: its attributes are the facts of the case, or of a row of a list."""

    def __init__(self, facts: Facts, each: str | None) -> None:
        self._where = facts.name if each is None else f"{facts.name}.{each}"
        self._facts = facts.of(each)
        self.reads: list[str] = []

    def __getattr__(self, name: str) -> Expression:
        if name not in self._facts:
            raise UnknownFact(f"{self._where} has no fact {name}")
        if name not in self.reads:
            self.reads.append(name)
        return Expression(pl.col(name), self._facts[name].type, fact=name)


class LawReader:
    """`law` of a rule: its items are parameters, by category where they have categories."""

    def __init__(self, parameters: Parameters, resolve: Resolve) -> None:
        self._parameters = parameters
        self._resolve = resolve
        self.reads: list[Read] = []

    def __getitem__(self, key: str | tuple[str, Expression]) -> Expression:
        name, category = key if isinstance(key, tuple) else (key, None)
        parameter = self._parameters.declared.get(name)
        if parameter is None:
            raise UnknownParameter(f"there is no parameter {name}")
        if (category is not None) != bool(parameter.categories):
            raise UnknownParameter(f"{name} is read {'by' if parameter.categories else 'without'} a category")
        read = Read(name, None if category is None else _fact(category))
        if read not in self.reads:
            self.reads.append(read)
        return Expression(parameter_column(self._parameters, read, self._resolve), parameter.type)


def parameter_column(parameters: Parameters, read: Read, resolve: Resolve) -> pl.Expr:
    """The value of a parameter for each row: a constant, or by the row's category; null where none is known."""
    parameter = parameters.declared[read.name]
    dtype = parameter.type.dtype
    if read.by is None:
        return pl.lit(resolve(read.name, None), dtype=dtype)
    known = {category: resolve(read.name, category) for category in parameter.categories}
    known = {category: value for category, value in known.items() if value is not None}
    if not known:
        return pl.lit(None, dtype=dtype)
    values = pl.Series(list(known.values()), dtype=dtype)
    return pl.col(read.by).replace_strict(list(known), values, default=None, return_dtype=dtype)


def _fact(category: Expression) -> str:
    if category.fact is None or not isinstance(category.type, Choice | Code):
        raise UnknownParameter("the category of a parameter is a fact: a choice or a code")
    return category.fact
