"""How does an official take a document away?"""

from django.http import FileResponse

from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.showing.files import download


@for_officials
def document(request: ActedRequest, number: str) -> FileResponse:
    """The file, if it belongs to a case or report that the official may see."""
    return download(request.actor, number)
