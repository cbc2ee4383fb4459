"""Which articles does the law have, and how does each stand on a day?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.domains.legislation.queries import amended_register
from ondiris.law.provisions.register import Article
from ondiris.law.provisions.standing import Standing, law_on
from ondiris.law.provisions.terms import Language
from ondiris.web.open.law.forms import day_asked
from ondiris.web.showing import law
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Tag


@dataclass(frozen=True, slots=True)
class Row:
    """An article in a list: our heading, our words of its own row on the day, and how its provisions stand."""

    number: str
    heading: str
    url: str
    words: str
    why_no_words: str
    provisions: int
    states: list[tuple[Tag, int]]


def articles(request: Any) -> HttpResponse:
    """The articles held in the register, in the law's order."""
    current = amended_register()
    rows = [_row(article, request.day) for article in current.articles.values()]
    return render(request, "open/law/articles.html", {"rows": rows, "provisions": len(current)})


def day(request: Any) -> HttpResponse:
    """The whole law as it stood, stands or will stand on one day."""
    form, on = day_asked(request, request.day)
    rows = [] if on is None else [_row(article, on, chosen=True) for article in amended_register().articles.values()]
    return render(request, "open/law/day.html", {"form": form, "on": on, "rows": rows})


def _row(article: Article, on: date, *, chosen: bool = False) -> Row:
    standings = law_on(article.provisions, on)
    own = standings[0]
    return Row(
        number=str(article.id),
        heading=article.heading.of(Language(figures.language())),
        url=law.address(article.id, on if chosen else None),
        words=law.words_of(own),
        why_no_words=law.why_no_words(own),
        provisions=len(standings),
        states=_counted(standings),
    )


def _counted(standings: Iterable[Standing]) -> list[tuple[Tag, int]]:
    """Each state with how many provisions stand so, the commonest first; named once, not once a provision."""
    counted = Counter(at.state for at in standings).most_common()
    return [(law.tag_of(state), count) for state, count in counted]


def heading_of(article: Article) -> str:
    """Article 25. Conditions of State incentives."""
    return _("Article %(number)s. %(heading)s") % {
        "number": article.id,
        "heading": article.heading.of(Language(figures.language())),
    }
