"""At which address do people reach this installation, where no request says it?"""

from django.conf import settings


def site_address() -> str:
    """Such as https://ondiris.example.kz: the first of the host names that the server answers to."""
    scheme = "https" if settings.SECURE else "http"
    return f"{scheme}://{settings.ALLOWED_HOSTS[0]}"
