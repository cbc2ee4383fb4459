"""Which components may a template draw?"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm
from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ondiris.web.ui import citation, figures, icons, parts
from ondiris.web.ui.listing.page import Page

register = template.Library()

register.filter("day", figures.day)
register.filter("instant", figures.instant)
register.filter("number", figures.number)
register.filter("percent", figures.percent)
register.filter("tenge", figures.tenge)
register.simple_tag(figures.period, name="period")
register.simple_tag(icons.icon, name="icon")


@register.simple_tag
def tag(state: parts.Tag | parts.Text, colour: str = parts.Colour.GREY) -> SafeString:
    """{% tag application.tag %} or {% tag label "green" %}: a state in words, coloured."""
    label, colour = (state.label, state.colour) if isinstance(state, parts.Tag) else (state, colour)
    return format_html('<span class="tag tag--{}">{}</span>', parts.Colour(colour), label)


@register.simple_tag
def cite(provision: str) -> SafeString:
    """{% cite "25.5:1" %}: a chip that leads to the provision's page in the reader's language."""
    return _chip(provision, figures.language())


@lru_cache(maxsize=4096)  # a page cites dozens of times, and the law has some hundreds of provisions in three languages
def _chip(provision: str, language: str) -> SafeString:
    return format_html(
        '<a class="cite" href="{}">{}</a>', reverse("law:provision", args=[provision]), citation.label(provision)
    )


@register.inclusion_tag("ui/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """{% error_summary form other_form %}: what must be corrected in these forms, with links to the fields."""
    return {"errors": [line for form in forms for line in _errors(form)]}


def _errors(form: BaseForm) -> Iterable[tuple[str, parts.Text, parts.Text]]:
    for sentence in form.non_field_errors():
        yield "", "", str(sentence)
    for bound in form:
        for sentence in bound.errors:
            # A group of choices has no single control; its first one is where the correction begins.
            anchor = f"{bound.auto_id}_0" if bound.use_fieldset else bound.id_for_label
            yield f"#{anchor}", bound.label, str(sentence)


@register.inclusion_tag("ui/breadcrumbs.html")
def breadcrumbs(*trail: Any) -> dict[str, Any]:
    """{% breadcrumbs label url label url %}: the way to this page from the top."""
    return {"trail": list(zip(trail[::2], trail[1::2], strict=True))}


@register.inclusion_tag("ui/summary_list.html")
def summary_list(lines: Sequence[parts.Line]) -> dict[str, Any]:
    """{% summary_list lines %}: keys and values with links to change them."""
    return {"lines": lines}


@register.inclusion_tag("ui/task_list.html")
def task_list(tasks: Sequence[parts.Task]) -> dict[str, Any]:
    """{% task_list tasks %}: what is missing, part by part."""
    return {"tasks": tasks}


@register.inclusion_tag("ui/timeline.html")
def timeline(events: Sequence[parts.Event]) -> dict[str, Any]:
    """{% timeline events %}: entries of a journal."""
    return {"events": events}


@register.inclusion_tag("ui/steps.html")
def steps(steps: Sequence[parts.Step]) -> dict[str, Any]:
    """{% steps steps %}: where the case stands."""
    return {"steps": steps}


@register.inclusion_tag("ui/what_next.html")
def what_next(nexts: Sequence[parts.Next]) -> dict[str, Any]:
    """{% what_next nexts %}: what happens next, by whom, by when."""
    return {"nexts": nexts}


@register.inclusion_tag("ui/findings.html")
def findings(findings: Sequence[parts.Finding]) -> dict[str, Any]:
    """{% findings findings %}: answers of rules with articles and evidence."""
    return {"findings": findings}


@register.inclusion_tag("ui/sheet.html")
def sheet(sheet: parts.Sheet) -> dict[str, Any]:
    """{% sheet sheet %}: a calculation step by step."""
    return {"sheet": sheet}


@register.inclusion_tag("ui/level.html")
def level(value: Decimal | int | None, label: parts.Text) -> dict[str, Any]:
    """{% level 62 label %}: how far something is fulfilled, in percent points, as text and as a bar."""
    drawn = f"{min(max(Decimal(value or 0), Decimal(0)), Decimal(100)):f}"
    return {"value": value, "label": label, "drawn": drawn}


@register.inclusion_tag("ui/beside_official.html")
def beside_official(summary: parts.Text, official: str = "", official_language: str = "ru") -> dict[str, Any]:
    """{% beside_official summary official_text %}: our words beside the law's; no text says it is not held."""
    return {"summary": summary, "official": official, "official_language": official_language}


@register.inclusion_tag("ui/empty.html")
def empty(title: parts.Text, text: parts.Text = "", url: str = "", label: parts.Text = "") -> dict[str, Any]:
    """{% empty title text url label %}: nothing here yet, and what one can do about it."""
    return {"title": title, "text": text, "url": url, "label": label}


@register.inclusion_tag("ui/confirm.html", takes_context=True)
def confirm(
    context: template.Context,
    form: BaseForm,
    title: parts.Text,
    button: parts.Text,
    consequences: Sequence[parts.Text] = (),
    back_url: str = "",
    warning: bool = False,
) -> dict[str, Any]:
    """{% confirm form title button consequences=… back_url=… warning=True %}: an act confirmed with the password."""
    return {
        "csrf_token": context.get("csrf_token"),
        "form": form,
        "title": title,
        "button": button,
        "consequences": consequences,
        "back_url": back_url,
        "warning": warning,
    }


@register.inclusion_tag("ui/listing.html")
def listing(page: Page) -> dict[str, Any]:
    """{% listing page %}: a register's list with its filters, columns, exports and pager."""
    return {"listing": page}


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: parts.Text = "") -> str:
    """{% notice "warning" title %}…{% endnotice %}: something to know at this place; kinds as of messages."""
    return get_template("ui/notice.html").render({"kind": kind, "title": title, "content": content})


@register.simple_block_tag
def scroll(content: str, label: parts.Text) -> SafeString:
    """{% scroll label %}<table>…</table>{% endscroll %}: a wide thing that scrolls within itself, by keyboard too."""
    return format_html('<div class="scroll" role="region" aria-label="{}" tabindex="0">{}</div>', label, content)
