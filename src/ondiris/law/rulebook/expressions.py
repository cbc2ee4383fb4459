"""What may a rule say of facts and parameters, and which column does it mean?

An expression is a Polars column with a type of the law. Polars compares a Decimal with text, passes over what is
missing in `is_in` and takes a missing condition for false, all without complaint: here types are checked when a
rule is enrolled, and what is missing stays undetermined (null) through every operator.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, NoReturn

import polars as pl

from ondiris.law.types import Choice, Code, Count, Day, Money, Percent, Text, Type, YesNo

MOST_DIGITS = 12  # after the point, of a product


class WrongExpression(TypeError):
    """A rule says something that has no exact or no three-valued meaning."""


@dataclass(frozen=True)
class Number(Type):
    """A product, exact to `scale` digits after the point."""

    name: ClassVar[str] = "number"
    scale: int

    def __str__(self) -> str:
        return f"{self.name}({self.scale})"


class Expression:
    """A column of a type. Operators: == != < <= > >= & | ~ + - *, `is_in`, and the rulebook's `when`."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, column: pl.Expr, type: Type, fact: str | None = None) -> None:
        self.column = column
        self.type = type
        self.fact = fact

    def __eq__(self, other: object) -> "Expression":  # type: ignore[override]
        return self._compare("eq", other)

    def __ne__(self, other: object) -> "Expression":  # type: ignore[override]
        return self._compare("ne", other)

    def __lt__(self, other: object) -> "Expression":
        return self._compare("lt", other)

    def __le__(self, other: object) -> "Expression":
        return self._compare("le", other)

    def __gt__(self, other: object) -> "Expression":
        return self._compare("gt", other)

    def __ge__(self, other: object) -> "Expression":
        return self._compare("ge", other)

    def __and__(self, other: object) -> "Expression":
        return Expression(self._truth() & _truth(other), YesNo())

    def __or__(self, other: object) -> "Expression":
        return Expression(self._truth() | _truth(other), YesNo())

    def __invert__(self) -> "Expression":
        return Expression(~self._truth(), YesNo())

    def __add__(self, other: object) -> "Expression":
        other = _like(other, self.type)
        return Expression(self.column + other.column, _sum(self.type, other.type))

    def __sub__(self, other: object) -> "Expression":
        other = _like(other, self.type)
        return Expression(self.column - other.column, _sum(self.type, other.type))

    def __radd__(self, other: object) -> "Expression":
        return _like(other, self.type) + self

    def __rsub__(self, other: object) -> "Expression":
        return _like(other, self.type) - self

    def __mul__(self, other: object) -> "Expression":
        other = _like(other, Count()) if isinstance(other, int) else _like(other, Number(MOST_DIGITS))
        own, its = _scale(self.type), _scale(other.type)
        if own + its > MOST_DIGITS:
            raise WrongExpression(f"a product of more than {MOST_DIGITS} digits after the point is not exact")
        # Polars rounds a product of decimals to the wider of the two scales, and a product of counts wraps around.
        column = self.column.cast(pl.Decimal(38, own + its)) if (own and its) or not own + its else self.column
        return Expression(column * other.column, Number(own + its))

    __rmul__ = __mul__

    def is_in(self, values: Collection[object]) -> "Expression":
        """Whether the value is one of those named; undetermined where it is missing."""
        literals = [_literal(value, self.type) for value in values]
        return Expression(pl.when(self.column.is_not_null()).then(self.column.is_in(literals)), YesNo())

    def _compare(self, operator: str, other: object) -> "Expression":
        other = _like(other, self.type)
        if not _comparable(self.type, other.type):
            raise WrongExpression(f"{self.type} cannot be compared with {other.type}")
        if operator not in ("eq", "ne") and not isinstance(self.type, _ORDERED):
            raise WrongExpression(f"{self.type} has no order")
        return Expression(getattr(self.column, operator)(other.column), YesNo())

    def _truth(self) -> pl.Expr:
        if not isinstance(self.type, YesNo):
            raise WrongExpression(f"{self.type} is not a yes or no")
        return self.column

    def _refuse(self, *_: object) -> NoReturn:
        raise WrongExpression(
            "a rule uses only == != < <= > >= & | ~ + - *, is_in and when(…).then(…).otherwise(…): shares are compared "
            "by multiplication, and `and`, `or`, `not`, `if`, loops and chained comparisons cannot be undetermined"
        )

    __bool__ = __iter__ = __len__ = __contains__ = __truediv__ = __rtruediv__ = __floordiv__ = _refuse
    __rfloordiv__ = __mod__ = __pow__ = __neg__ = __abs__ = __round__ = __float__ = __int__ = _refuse


@dataclass(frozen=True)
class _Then:
    condition: pl.Expr
    value: object

    def otherwise(self, value: object) -> Expression:
        """The value where the condition is not met; undetermined where the condition is."""
        types = [v.type for v in (self.value, value) if isinstance(v, Expression)] or [YesNo()]
        then, other = _like(self.value, types[0]), _like(value, types[0])
        if str(then.type) != str(other.type):
            raise WrongExpression(f"when: {then.type} in one case and {other.type} in the other")
        column = pl.when(self.condition).then(then.column).when(~self.condition).then(other.column)
        return Expression(column, then.type)


@dataclass(frozen=True)
class _When:
    condition: pl.Expr

    def then(self, value: object) -> _Then:
        return _Then(self.condition, value)


def when(condition: Expression) -> _When:
    """`when(condition).then(value).otherwise(value)`: a choice between two values of one type."""
    return _When(_truth(condition))


_NUMERIC = (Money, Percent, Count, Number)
_ORDERED = (*_NUMERIC, Day)


def _truth(value: object) -> pl.Expr:
    if not isinstance(value, Expression):
        raise WrongExpression(f"{value!r} is not a yes or no of a fact")
    return value._truth()


def _like(value: object, type: Type) -> Expression:
    """A value as an expression: literals take the type of the other side."""
    if isinstance(value, Expression):
        return value
    literal = _literal(value, type)
    if isinstance(type, Number) and isinstance(literal, Decimal):
        type = Number(max(0, -int(literal.as_tuple().exponent)))
    return Expression(pl.lit(literal), type)


def _literal(value: object, type: Type) -> Any:
    fits = {
        YesNo: isinstance(value, bool),
        Count: isinstance(value, int) and not isinstance(value, bool),
        Day: isinstance(value, date) and not isinstance(value, datetime),
        Text: isinstance(value, str),
        Code: isinstance(value, str) and value.isdecimal(),
        Choice: isinstance(type, Choice) and value in type.values,
    }
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if not fits.get(type.__class__, number):
        raise WrongExpression(f"{value!r} is not a value of {type}")
    return value


def _comparable(one: Type, other: Type) -> bool:
    if isinstance(one, _NUMERIC) and isinstance(other, _NUMERIC):
        return one.name == other.name or Number.name in (one.name, other.name)
    return str(one) == str(other)


def _sum(one: Type, other: Type) -> Type:
    if not isinstance(one, _NUMERIC) or not _comparable(one, other):
        raise WrongExpression(f"{one} and {other} cannot be added")
    return one if one == other else Number(max(_scale(one), _scale(other)))


def _scale(type: Type) -> int:
    if not isinstance(type, _NUMERIC):
        raise WrongExpression(f"{type} is not a number")
    return type.scale if isinstance(type, Number) else {Money.name: 2, Percent.name: 6, Count.name: 0}[type.name]
