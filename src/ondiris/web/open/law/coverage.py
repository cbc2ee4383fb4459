"""How much of the whole law does the system carry out, and by what?"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.law.coverage import Covered, Kind, Reach, Reason, coverage, plain
from ondiris.law.provisions.load import register
from ondiris.law.provisions.register import Article
from ondiris.law.provisions.terms import Language
from ondiris.web.open.law.articles import heading_of
from ondiris.web.open.law.carried import Carried, shown
from ondiris.web.open.law.forms import CoverageForm
from ondiris.web.showing import law
from ondiris.web.ui import figures

A_PAGE = 50  # provisions
HEADS = ("provision", "article", "kind", "bearers", "state", "reason", "by", "tests", "systems", "summary")


@dataclass(frozen=True, slots=True)
class Share:
    """A line of a table and a bar of the chart beside it: how many, which share of all; `name` colours the bar."""

    name: str
    label: str
    count: int
    percent: Decimal
    url: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """A table, with its chart where it is drawn."""

    caption: str
    head: str
    shares: list[Share]
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article's counts in the order of Reach; `percent` of what needs anything, None where nothing does."""

    id: str
    heading: str
    provisions: int
    counts: list[int]
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Row:
    """A provision in the list."""

    id: str
    url: str
    words: str
    carried: Carried


def covered(request: HttpRequest) -> HttpResponse:
    """The whole law: totals, by article, and the provisions that the filters leave."""
    form, rows = _chosen(request)
    every = list(coverage().values())
    at = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "form": form,
        "provisions": len(every),
        "totals": _totals(every),
        "heads": [_(reach.label) for reach in Reach],
        "articles": [_article(article) for article in register().articles.values()],
        "found": len(rows),
        "at": at,
        "rows": [_row(row) for row in at],
        "query": kept.urlencode(),
    }
    return render(request, "open/law/coverage.html", context)


def as_csv(request: HttpRequest) -> HttpResponse:
    """The provisions that the filters leave, a line each, as CSV in UTF-8 with a byte order mark."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="coverage.csv"'
    out = csv.writer(response)
    out.writerow(HEADS)
    out.writerows(_line(row) for row in _chosen(request)[1])
    return response


def as_json(request: HttpRequest) -> JsonResponse:
    """The provisions that the filters leave, with everything that is known of their coverage."""
    rows = [plain(row) for row in _chosen(request)[1]]
    response = JsonResponse({"provisions": rows}, json_dumps_params={"ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="coverage.json"'
    return response


def _chosen(request: HttpRequest) -> tuple[CoverageForm, list[Covered]]:
    form = CoverageForm(request.GET)
    return form, [row for row in coverage().values() if form.takes(row)] if form.is_valid() else []


def _line(row: Covered) -> tuple[str, ...]:
    provision = register()[row.id]
    return (
        str(row.id),
        str(row.id.article),
        provision.kind.value,
        "; ".join(bearer.value for bearer in provision.bearers),
        row.reach.value,
        row.reason.value if row.reason else "",
        "; ".join(means.key for means in row.by),
        "; ".join(row.all_tests),
        "; ".join(row.systems),
        provision.summary.of(Language(figures.language())),
    )


def _totals(rows: list[Covered]) -> list[Totals]:
    of_reach = {reach: sum(1 for row in rows if row.reach is reach) for reach in Reach}
    of_kind = {kind: sum(1 for row in rows if any(means.kind is kind for means in row.by)) for kind in Kind}
    nothing = [row for row in rows if row.reach is Reach.NOTHING_NEEDED]
    of_reason = {reason: sum(1 for row in nothing if row.reason is reason) for reason in Reason}
    all_of = len(rows)
    kinds = [_share(kind.value, _(kind.label), count, all_of) for kind, count in of_kind.items()]
    tested = sum(1 for row in rows if row.all_tests)
    return [
        Totals(
            _("How far the law is carried out"),
            _("How far"),
            [
                _share(r.value, _(r.label), count, all_of, f"?state={r.value}#provisions")
                for r, count in of_reach.items()
            ],
        ),
        Totals(_("By what"), _("Means"), [*kinds, _share("test", _("cited by a test"), tested, all_of)]),
        Totals(
            _("Why nothing needs to carry a provision out"),
            _("Reason"),
            [_share("reason", _(reason.label), count, all_of) for reason, count in of_reason.items() if count],
            drawn=False,
        ),
    ]


def _share(name: str, label: str, count: int, all_of: int, url: str = "") -> Share:
    return Share(name, label, count, _percent(count, all_of), url)


def _percent(count: int, all_of: int) -> Decimal:
    return (Decimal(100 * count) / all_of).quantize(Decimal("0.1"))


def _article(article: Article) -> ArticleRow:
    rows: Mapping[Any, Covered] = coverage()
    reached = [rows[one.id].reach for one in article.provisions if one.id in rows]
    counts = [reached.count(reach) for reach in Reach]
    needing = len(reached) - reached.count(Reach.NOTHING_NEEDED)
    percent = _percent(reached.count(Reach.CARRIED_OUT), needing) if needing else None
    return ArticleRow(str(article.id), heading_of(article), len(reached), counts, percent)


def _row(row: Covered) -> Row:
    words = register()[row.id].summary.of(Language(figures.language()))
    return Row(str(row.id), law.address(row.id), words, shown(row))
