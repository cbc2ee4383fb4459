"""How does a page of the desk carry out one act? As every page that acts does."""

from ondiris.web.showing.acting import (
    ActForm,
    ActPage,
    ReasonForm,
    Way,
    act_page,
    carried_out,
    form_page,
    need,
    need_right,
    need_to_begin,
    text_field,
    ways,
)
from ondiris.web.showing.acting import PlainForm as DeskForm

__all__ = [
    "ActForm",
    "ActPage",
    "DeskForm",
    "ReasonForm",
    "Way",
    "act_page",
    "carried_out",
    "form_page",
    "need",
    "need_right",
    "need_to_begin",
    "text_field",
    "ways",
]
