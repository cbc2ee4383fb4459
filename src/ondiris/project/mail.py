"""By which way do mails leave this installation?"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

CONSOLE = "django.core.mail.backends.console.EmailBackend"
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@dataclass(frozen=True, slots=True)
class Mail:
    """The settings of Django's mail; without a server, mails are printed."""

    backend: str = CONSOLE
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail_from(environment: Mapping[str, str]) -> Mail:
    """Of `ONDIRIS_MAIL`, such as smtp://user:password@host:587 (STARTTLS) or smtps://host (TLS from the beginning).

    ValueError where it is no such address.
    """
    address = environment.get("ONDIRIS_MAIL", "")
    if not address:
        return Mail()
    parts = urlsplit(address)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("ONDIRIS_MAIL is not smtp://user:password@host:port or smtps://user:password@host:port")
    tls = parts.scheme == "smtps"
    return Mail(
        backend=SMTP,
        host=parts.hostname,
        port=parts.port or (465 if tls else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=not tls,
        tls=tls,
    )
