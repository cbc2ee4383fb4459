"""How are the shipped parameters read from their files?

Every file holds one or more parameters, each with its values:

    [[parameter]]
    name = "base_rate"
    label = "…"                     # English; translated in the catalogues
    type = "percent"                # yes_no, money, percent, count, day, month_day, text, choice
    choices = { a = "…", b = "…" }  # of a choice: its values with their labels
    least = "0.01"                  # and `most`: what can be reckoned with; left out where the type's bounds are enough
    is_for_a_time = true            # where each value is set until a day; left out = until replaced
    provision = "27.4"              # the provision it serves
    unit = "…"
    instrument = "…"                # the act under the law that is to set it; left out where none is
    categories = ["…", "…"]         # only where values differ by category
    category_labels = { "…" = "…" } # what each is called, unless it is the id of a deadline

    [[parameter.value]]
    valid_from = 2023-01-16         # first day
    known_until = 2026-09-08        # first day for which the source no longer speaks; left out = until replaced
    value = "16.75"                 # decimals as text
    category = "…"                  # left out = all categories
    source = "…"
    certainty = "two"               # act | two | single | example
"""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from ondiris.law.parameters.terms import Certainty, Parameter, Value
from ondiris.law.types import PLAIN, Choice


def read_shipped() -> tuple[list[Parameter], list[Value]]:
    """All declarations and values that the product ships."""
    parameters: list[Parameter] = []
    values: list[Value] = []
    for raw in _raw_parameters():
        rows = raw.pop("value")
        parameter = _parameter(**raw)
        parameters.append(parameter)
        values.extend(_value(parameter, row) for row in rows)
    return parameters, values


def _raw_parameters() -> Iterator[dict[str, Any]]:
    for file in sorted((files("ondiris.law.parameters") / "data").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text(encoding="utf-8"))["parameter"]


def _parameter(*, type: str, choices: Mapping[str, str] | None = None, **raw: Any) -> Parameter:
    kind = Choice(choices) if choices else PLAIN[type]
    bounds = {name: kind.parse(raw[name]) for name in ("least", "most") if name in raw}
    return Parameter(**raw | bounds | {"type": kind, "categories": tuple(raw.get("categories", ()))})


def _value(parameter: Parameter, row: dict[str, Any]) -> Value:
    typed = {"value": parameter.type.parse(row["value"]), "certainty": Certainty(row["certainty"])}
    return Value(parameter.name, **row | typed)
