"""What does a report's form ask: for each target of the year the value reached and what proves it?"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _

from ondiris.domains.agreements.models import Target
from ondiris.domains.documents.keeping import Upload
from ondiris.web.cabinet.forms import upload_of
from ondiris.web.showing.facts import QuantityField, as_kept, as_typed
from ondiris.web.ui.parts import Text


class ReportForm(forms.Form):
    """`value_<undertaking>` and `proof_<undertaking>` for each target; errors are what the acts refuse, never its own."""

    use_required_attribute = False

    def __init__(self, targets: Sequence[Target], sent: Any, files: Any = None) -> None:
        super().__init__(sent, files)
        self.troubles: Mapping[str, Text] = {}
        for target in targets:
            promise = target.undertaking
            self.fields[f"value_{promise.pk}"] = QuantityField(
                label=_("Value reached in %(year)d") % {"year": target.year}, unit=promise.unit
            )
            self.fields[f"proof_{promise.pk}"] = forms.FileField(
                label=_("Proof: %(document)s") % {"document": promise.evidence_asked},
                help_text=_("PDF, PNG, JPEG, XLSX or DOCX, up to 20 MB."),
            )

    @classmethod
    def over(cls, targets: Sequence[Target], answers: Mapping[str, str], troubles: Mapping[str, Text]) -> "ReportForm":
        """The form over what is kept of a report."""
        number = QuantityField()
        texts = {name: as_typed(number, str(text)) for name, text in answers.items()}
        return cls(targets, texts).with_troubles(troubles)

    def with_troubles(self, troubles: Mapping[str, Text]) -> "ReportForm":
        """The same form with what the act refused beside its fields."""
        self.troubles = troubles
        return self

    def full_clean(self) -> None:
        self._errors = ErrorDict()
        self.cleaned_data = {}
        for name, sentence in self.troubles.items():
            self.add_error(name if name in self.fields else None, str(sentence))

    def kept(self) -> dict[str, str]:
        """What was typed for each value, as it is kept."""
        return {
            name: as_kept(field, str(self.data.get(name, "")))
            for name, field in self.fields.items()
            if isinstance(field, QuantityField)
        }

    def proofs(self) -> dict[int, Upload]:
        """The files that were sent, by undertaking."""
        sent = {name: self.files.get(name) for name in self.fields}
        return {int(name.removeprefix("proof_")): upload_of(file) for name, file in sent.items() if file is not None}
