"""How is a form shown over what is kept, with what is wrong beside each field, when saving refuses nothing?"""

from collections.abc import Iterator, Mapping

from django import forms
from django.forms.utils import ErrorDict

from ondiris.web.showing.facts import as_typed
from ondiris.web.ui.parts import Text


class KeptForm(forms.Form):
    """Fields filled with kept texts, as the reader would have typed them, and the troubles that were found in them."""

    use_required_attribute = False

    def __init__(
        self,
        fields: Mapping[str, forms.Field],
        kept: Mapping[str, str],
        troubles: Mapping[str, Text],
        prefix: str | None = None,
    ) -> None:
        super().__init__({}, prefix=prefix)
        self.fields.update(fields)
        self.troubles = troubles
        self.data = {self.add_prefix(name): as_typed(field, kept.get(name, "")) for name, field in fields.items()}

    def full_clean(self) -> None:
        """The troubles are the errors: a draft is judged where it is submitted, not by its form."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        for name, sentence in self.troubles.items():
            if name in self.fields:
                self.add_error(name, str(sentence))


class Together:
    """Several forms as one, for the summary of what must be corrected."""

    def __init__(self, *groups: forms.Form | None) -> None:
        self.forms = [form for form in groups if form is not None]

    def __iter__(self) -> Iterator[forms.BoundField]:
        return (field for form in self.forms for field in form)

    def non_field_errors(self) -> list[Text]:
        """None: every trouble of a draft has its field."""
        return []
