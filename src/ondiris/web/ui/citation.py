"""How is a provision of the law named to a reader?"""

from django.utils.translation import gettext


def label(provision: str) -> str:
    """The short name of a provision by its id: art. 25.5:1; empty for none."""
    return gettext("art. %(provision)s") % {"provision": provision} if provision else ""
