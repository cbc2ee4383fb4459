"""Which bodies and roles does the law name, and where does it only name them?

They stand in `bodies.toml` beside this module; which provisions bind, empower or protect them is in the register.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from ondiris.base.words import N_
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Id
from ondiris.law.provisions.terms import Bearer, Term

_STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


def _pattern(text: str | re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE) if isinstance(text, str) else text


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]


class Group(Term):
    """Of which sort is a body or role?"""

    ABOVE = "above", N_("President, Government, courts")
    AUTHORITIES = "authorities", N_("State bodies")
    ADVICE = "advice", N_("Commission and council")
    INSTITUTES = "institutes", N_("Institutes, holdings and the fund")
    FINANCE = "finance", N_("Those who finance")
    INFRASTRUCTURE = "infrastructure", N_("Infrastructure, education and science")
    BUSINESS = "business", N_("Industry and its partners")
    ABROAD = "abroad", N_("Abroad")
    ALL = "all", N_("Nobody in particular")


@dataclass(frozen=True, config=_STRICT)
class Body:
    """A body or role of the law.

    `named`: the provisions that name it and do not bind it. `also`: wider roles whose provisions hold for it too.
    `ru`: how the Russian text calls it, as patterns.
    """

    bearer: Bearer
    group: Group
    named: tuple[Id, ...] = ()
    also: tuple[Bearer, ...] = ()
    ru: tuple[Pattern, ...] = ()

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.bearer.value.replace("_", "-")

    def is_named_in(self, text: str) -> bool:
        """Whether a Russian text names it."""
        return any(pattern.search(text) for pattern in self.ru)

    def names(self, provision: ProvisionId) -> bool:
        """Whether the provision is among those that only name it."""
        return provision in self.named


@cache
def bodies() -> Mapping[str, Body]:
    """Every body and role by its slug, in the order of the pages. ValueError where one stands twice."""
    raw = tomllib.loads((files("ondiris.law.bodies") / "bodies.toml").read_text(encoding="utf-8"))
    read = TypeAdapter(tuple[Body, ...]).validate_python(raw["body"])
    by_slug = {body.slug: body for body in read}
    if len(by_slug) != len(read):
        raise ValueError("a body stands twice")
    return by_slug
