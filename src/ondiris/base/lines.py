"""Can a line of text be kept as it was typed?"""

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput, Text

EMPTY = _("Write something here.")


def trouble_with_line(text: str, most: int, empty: Text = EMPTY) -> Text | None:
    """`empty` where nothing is said, a sentence where there are more than `most` characters, None where all is well."""
    if not text.strip():
        return empty
    if len(text.strip()) > most:
        return _("Write no more than %(most)d characters.") % {"most": most}
    return None


def said(field: str, text: str) -> str:
    """The text without the space around it; BadInput beside the field where nothing is said."""
    if not text.strip():
        raise BadInput({field: EMPTY})
    return text.strip()
