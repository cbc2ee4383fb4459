from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "ondiris.domains.contracts"
    label = "contracts"
    default_auto_field = "django.db.models.BigAutoField"
