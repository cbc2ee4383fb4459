"""What happens to the editions of a list when another one comes into force?"""

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput
from ondiris.base.periods import overlapping
from ondiris.domains.lists.models import Edition
from ondiris.domains.lists.terms import EditionState


def make_way(edition: Edition) -> Edition | None:
    """End the open-ended edition before this one where this one begins, and return it.

    BadInput for `valid_from` where another published edition is in force in its period.
    """
    published = Edition.objects.filter(list=edition.list, state=EditionState.PUBLISHED)
    before = published.filter(valid_to=None, valid_from__lt=edition.valid_from).first()
    if before is not None:
        before.valid_to = edition.valid_from
        before.save(update_fields=["valid_to"])
    if published.filter(overlapping(edition.valid_from, edition.valid_to)).exists():
        raise BadInput({"valid_from": _("Another published edition is in force in this period.")})
    return before
