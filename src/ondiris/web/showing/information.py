"""How is the sheet for information handed out, to those who may see its agreement?"""

from datetime import date
from io import BytesIO

from django.http import FileResponse

from ondiris.base.actors import Actor
from ondiris.base.journal import access
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.recovery.information import information_sheet
from ondiris.web.ui import figures


def taken_away(actor: Actor, agreement: Agreement, on: date) -> FileResponse | None:
    """The sheet for a day as a file, made now and kept nowhere; None where there is none. Who took it is logged."""
    made = information_sheet(actor, agreement, on)
    if made is None:
        return None
    access.looked(actor, "agreement", agreement.number, "download")
    name = f"{agreement.number}-{on.isoformat()}-{figures.language()}.pdf"
    return FileResponse(BytesIO(made), as_attachment=True, filename=name, content_type="application/pdf")
