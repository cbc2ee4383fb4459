"""What does the page of the law's deadlines say?"""

from ondiris.law.deadlines import Deadline, deadlines, held_up
from ondiris.law.provisions.terms import Language
from ondiris.project.docs.markdown import NONE, code, codes, lines, page, table


def deadlines_page() -> str:
    """Every declared deadline in the order of its file, then the provisions that speak of time and are none."""
    every = deadlines()
    return page(
        "Deadlines",
        "Every recurring and triggered deadline of the law, declared once. The words of the law prevail. `before` leaves "
        "the named day out, `by` is the last day itself; a duty without a day has one only where a dated "
        "[parameter](parameters.md) gives it. What a late step holds up is an inference: the law attaches no consequence "
        "to lateness.",
        table(
            ("Deadline", "Provision", "What is due", "Who, and to whom", "By when", "In the law's words", "Holds up"),
            (_row(one) for one in every.values()),
        ),
        "## No deadlines",
        "Provisions that speak of time, and why nothing of them stands in the calendar.",
        table(("Provision", "Why"), ((str(one.provision), one.reason) for one in every.excepted)),
    )


def _row(one: Deadline) -> tuple[str, ...]:
    return (
        code(one.id),
        ", ".join(str(provision) for provision in one.provisions),
        one.due.of(Language.EN),
        lines(
            ", ".join(bearer.label for bearer in one.bearers),
            f"to: {', '.join(bearer.label for bearer in one.to)}" if one.to else "",
        ),
        _by_when(one),
        f"«{one.wording}»",
        codes(each.id for each in held_up(one, deadlines())) or NONE,
    )


def _by_when(one: Deadline) -> str:
    said = one.recurrence.label
    if one.before or one.by:
        word, (month, day) = ("before", one.before) if one.before else ("by", one.by or (0, 0))
        said = f"{said}, {word} {month:02d}-{day:02d}"
    if one.event:
        term = f"{one.months} months " if one.months else ""
        said = f"{term}after: {one.event.of(Language.EN)}"
    return said if one.has_day else f"{said}; no day is given"
