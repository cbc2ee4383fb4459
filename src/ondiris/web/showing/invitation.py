"""At which address does a person set their first password?

The address is signed, holds for three days, and no longer once a password is set with it.
"""

from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from ondiris.domains.parties.models import User


def one_time_path(person: User) -> str:
    """The path of the page, in the reader's language."""
    key = urlsafe_base64_encode(force_bytes(person.pk))
    return reverse("set-password", args=[key, default_token_generator.make_token(person)])


def one_time_address(request: HttpRequest, person: User) -> str:
    """The whole address, to be handed over."""
    return request.build_absolute_uri(one_time_path(person))
