"""Which small forms do the pages of the cabinet share?"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.domains.documents.keeping import Upload


class ActForm(forms.Form):
    """A form that acts on a thing as it stood when the page was made."""

    use_required_attribute = False
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, thing: Thing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = thing.version

    def renewed(self, thing: Thing) -> None:
        """Let what was typed be sent again, now on the thing as it has become."""
        self.data = {**dict(self.data.items()), self.add_prefix("version"): str(thing.version)}


class AnswerForm(ActForm):
    """The answer to the officer's question."""

    text = forms.CharField(label=_("Your answer"), widget=forms.Textarea, max_length=20_000)


class WithdrawForm(ActForm):
    """Why an application is withdrawn, if one wants to say."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea, required=False, max_length=5_000)


class UploadForm(ActForm):
    """A file for one requirement."""

    file = forms.FileField(
        label=_("Add a file"),
        allow_empty_file=True,  # the act says what is wrong with it
        error_messages={"required": _("Choose a file.")},
        help_text=_("PDF, PNG, JPEG, XLSX or DOCX, up to 20 MB."),
    )


class RemoveForm(ActForm):
    """Which document is taken out again."""

    document = forms.SlugField(max_length=40, widget=forms.HiddenInput)


class SignForm(ActForm):
    """The signatory's password again."""

    password = forms.CharField(
        label=_("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
    )


def version_seen(sent: Mapping[str, str]) -> int:
    """The version of the thing that a page was made from; one that never was where the page does not say."""
    text = sent.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def upload_of(file: Any) -> Upload:
    """An uploaded file as documents take it in."""
    return Upload(file.name, file.size, file.file)
