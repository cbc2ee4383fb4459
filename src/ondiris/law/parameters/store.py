"""Which value does a parameter have on a day, and over which days of a period?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import pairwise

from ondiris.law.parameters.files import read_shipped
from ondiris.law.parameters.terms import Gap, Parameter, Segment, Series, Stretch, Value


class UnknownParameter(KeyError):
    """There is no parameter of this name, or it has no such category."""

    def __str__(self) -> str:
        return str(self.args[0])


class Parameters:
    """Declared parameters and their dated values. Immutable: `with_values` gives another."""

    def __init__(self, declared: Iterable[Parameter], values: Iterable[Value], replaced: Iterable[Value] = ()) -> None:
        self.declared: Mapping[str, Parameter] = {parameter.name: parameter for parameter in declared}
        self.values: tuple[Value, ...] = tuple(values)
        self.replaced: tuple[Value, ...] = tuple(replaced)
        self._series = self._arrange()

    @classmethod
    def load(cls) -> "Parameters":
        """The parameters as shipped."""
        return _shipped()

    def with_values(self, extra: Iterable[Value]) -> "Parameters":
        """These parameters with values laid over them, such as rates that officials have entered.

        An extra value replaces one of the same parameter, category and first day, a later extra one an earlier. Each
        value holds until the next one's first day, whichever layer that comes from, and never longer than it is known.
        """
        kept = {_key(value): value for value in self.values}
        replaced = list(self.replaced)
        for value in extra:
            if _key(value) in kept:
                replaced.append(kept[_key(value)])
            kept[_key(value)] = value
        return Parameters(self.declared.values(), kept.values(), replaced)

    def value(self, name: str, on: date, category: str | None = None) -> Value | Gap:
        """The value in force on a day, or the gap the day lies in. A category that has no values is a Gap."""
        return self._of(name, category).on(on)

    def segments(self, name: str, first: date, last: date, category: str | None = None) -> list[Segment]:
        """The days from `first`, included, to `last`, excluded, cut where the value changes; gaps as Gap."""
        if last < first:
            raise ValueError(f"a period cannot end ({last}) before it begins ({first})")
        series = self._of(name, category)
        cuts = {first, last}
        for start, stop, _value in series.segments():
            cuts.update(day for day in (start, stop) if day and first < day < last)
        days = sorted(cuts)
        return [Segment(a, b, series.on(a)) for a, b in pairwise(days)]

    def series(self, name: str, category: str | None = None) -> tuple[Value, ...]:
        """All values of a parameter in a category, by first day."""
        return self._of(name, category).values

    def stretches(self, name: str, category: str | None = None) -> list[Stretch]:
        """What is established from the first value on, and the gaps between and after the values."""
        return self._of(name, category).stretches()

    def times_set(self, name: str, category: str | None = None) -> int:
        """How many values were ever given for a parameter in a category, those replaced from their first day too."""
        every = (*self.values, *self.replaced)
        return sum(value.name == name and value.category in (None, category) for value in every)

    def _of(self, name: str, category: str | None) -> Series:
        parameter = self._declared(name)
        if parameter.categories and category is None:
            raise UnknownParameter(f"{name} differs by category: {', '.join(parameter.categories)}")
        if category is not None and not parameter.categories:
            raise UnknownParameter(f"{name} has no categories")
        return self._series.get((name, category), Series(name, category))

    def _declared(self, name: str) -> Parameter:
        if name not in self.declared:
            raise UnknownParameter(f"there is no parameter {name}")
        return self.declared[name]

    def _arrange(self) -> dict[tuple[str, str | None], Series]:
        seen: set[tuple[str, str | None, date]] = set()
        gathered: dict[tuple[str, str | None], dict[date, Value]] = defaultdict(dict)
        for value in sorted(self.values, key=lambda value: value.category is not None):
            parameter = self._declared(value.name)
            _check(parameter, value)
            if _key(value) in seen:
                raise ValueError(f"{value.name} has two values from {value.valid_from}")
            seen.add(_key(value))
            # A value for all categories comes first in this loop: one for a single category replaces it.
            for category in [value.category] if value.category else parameter.categories or [None]:
                gathered[value.name, category][value.valid_from] = value
        return {key: Series(*key, tuple(days[first] for first in sorted(days))) for key, days in gathered.items()}


def _key(value: Value) -> tuple[str, str | None, date]:
    return value.name, value.category, value.valid_from


def _check(parameter: Parameter, value: Value) -> None:
    where = f"{value.name} from {value.valid_from}"
    if value.category is not None and value.category not in parameter.categories:
        raise UnknownParameter(f"{where}: {value.category} is no category of it")
    if value.known_until is not None and value.known_until <= value.valid_from:
        raise ValueError(f"{where}: known until {value.known_until}, before it begins")
    if not value.source:
        raise ValueError(f"{where}: has no source")
    if not parameter.type.fits(value.value):
        raise ValueError(f"{where}: {parameter.type.expected}")
    if parameter.least is not None and value.value < parameter.least:
        raise ValueError(f"{where}: less than {parameter.least}")
    if parameter.most is not None and value.value > parameter.most:
        raise ValueError(f"{where}: more than {parameter.most}")


@cache
def _shipped() -> Parameters:
    return Parameters(*read_shipped())
