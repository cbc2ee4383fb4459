"""How are the shipped parameters read from their files?

Every file holds one or more parameters, each with its values:

    [[parameter]]
    name = "base_rate"
    label = "…"                     # English; translated in the catalogues
    type = "percent"                # yes_no, money, percent, count
    provision = "27.4"              # the provision it serves
    unit = "…"
    instrument = "…"                # the act under the law that is to set it; left out where none is
    categories = ["…", "…"]         # only where values differ by category

    [[parameter.value]]
    valid_from = 2023-01-16         # first day
    known_until = 2026-09-08        # first day for which the source no longer speaks; left out = until replaced
    value = "16.75"                 # decimals as text
    category = "…"                  # left out = all categories
    source = "…"
    certainty = "two"               # act | two | single | example
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from ondiris.law.parameters.terms import Certainty, Parameter, Value
from ondiris.law.types import PLAIN


def read_shipped() -> tuple[list[Parameter], list[Value]]:
    """All declarations and values that the product ships."""
    parameters: list[Parameter] = []
    values: list[Value] = []
    for raw in _raw_parameters():
        rows = raw.pop("value")
        parameter = Parameter(**raw | {"type": PLAIN[raw["type"]], "categories": tuple(raw.get("categories", ()))})
        parameters.append(parameter)
        values.extend(_value(parameter, row) for row in rows)
    return parameters, values


def _raw_parameters() -> Iterator[dict[str, Any]]:
    for file in sorted((files("ondiris.law.parameters") / "data").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text(encoding="utf-8"))["parameter"]


def _value(parameter: Parameter, row: dict[str, Any]) -> Value:
    typed = {"value": parameter.type.parse(row["value"]), "certainty": Certainty(row["certainty"])}
    return Value(parameter.name, **row | typed)
