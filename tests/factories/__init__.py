"""A small country in a legal state, and cases at the point where a test begins."""

from tests.factories.cases import DAY, agreement, answers, application, report, upload
from tests.factories.country import PASSWORD, Country, actor, country, sign_in

__all__ = [
    "DAY",
    "PASSWORD",
    "Country",
    "actor",
    "agreement",
    "answers",
    "application",
    "country",
    "report",
    "sign_in",
    "upload",
]
