from django.apps import AppConfig


class ClassifiersConfig(AppConfig):
    name = "ondiris.domains.classifiers"
    label = "classifiers"
    default_auto_field = "django.db.models.BigAutoField"
