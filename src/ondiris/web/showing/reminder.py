"""What does a reminder by mail say, in the reader's language?"""

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ondiris.domains.calendar.reminders import Item, Waiting
from ondiris.domains.calendar.terms import Occasion
from ondiris.web.showing.calendar import titled
from ondiris.web.ui import citation, figures


def reminder(waiting: Waiting, site: str) -> EmailMessage:
    """The mail to a person; `site` is the address that the pages' paths are put behind."""
    with translation.override(waiting.user.language):
        count = len(waiting.items)
        subject = ngettext("Öndiris: %(count)d duty is due", "Öndiris: %(count)d duties are due", count)
        body = [
            _("%(name)s, this waits for your body:") % {"name": waiting.user.name},
            *(_said(item, site) for item in waiting.items),
            _("When it is done, mark it there. Nobody needs to answer this mail."),
        ]
        return EmailMessage(subject % {"count": count}, "\n\n".join(body), to=[waiting.user.email])


def _said(item: Item, site: str) -> str:
    one = item.duty
    last = {"day": figures.day(one.last_day)}
    state = _("Last day: %(day)s.") % last
    if item.occasion is Occasion.LATE:
        state = _("The last day was %(day)s, and it is not marked as done.") % last
    return "\n".join(
        (
            f"{titled(one.occurrence)} ({citation.label(str(one.deadline.provision))})",
            one.organisation.name,
            state,
            site + reverse("desk:duty", args=[one.deadline.id, one.occurrence.period]),
        )
    )
