"""How does Django draw our forms?"""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Forms by the templates of this package; named by the setting FORM_RENDERER, needs `django.forms` installed."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
